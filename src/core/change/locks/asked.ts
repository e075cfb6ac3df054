import { type Finding, locationsOf, type TrailPlace } from '../../finding.js'
import { filesThatTell } from './formats.js'

/**
 * Files whose text tells something of the findings: those that they name, for dependencies the lock files and manifests
 * beside them, and those through which something leads to them. There is a limit to how many are fetched, so they come
 * in this order; each part is sorted. `among`: the only ones that matter, where those are known.
 */
export function filesAskedFor(findings: readonly Finding[], among: Among = EVERY): readonly string[] {
  const own = new Set<string>()
  const telling = new Set<string>()
  const steps = new Set<string>()
  for (const finding of findings) {
    const isDependency = finding.category === 'sca' || finding.category === 'container'
    for (const { path } of locationsOf(finding)) {
      if (among.has(path)) own.add(path)
      if (isDependency) addAll(telling, filesThatTell(path), among)
    }
    if (finding.trail !== undefined) addSteps(steps, finding.trail, among)
  }
  return [...new Set([own, telling, steps].flatMap(part => [...part].sort()))]
}

interface Among {
  has(path: string): boolean
}

const EVERY: Among = { has: () => true }

function addAll(files: Set<string>, paths: readonly string[], among: Among): void {
  for (const path of paths) if (among.has(path)) files.add(path)
}

/** Steps that could not be mapped are in no file that anybody could read. */
function addSteps(files: Set<string>, trail: readonly TrailPlace[], among: Among): void {
  for (const { path, isClaimed } of trail) if (isClaimed !== true && among.has(path)) files.add(path)
}
