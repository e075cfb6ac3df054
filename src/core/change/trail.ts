import type { TrailPlace } from '../finding.js'
import type { Diff } from './change.js'
import { changedAt, fileIn } from './diff.js'

/**
 * Whether the change reaches a step that leads to a finding; null where that cannot be known. A step that could not be
 * mapped into the repository is out of reach only where no changed file bears its name.
 */
export function trailChanged(diff: Diff, trail: readonly TrailPlace[]): boolean | null {
  let reached: boolean | null = false
  // Steps come by file, and most files are not part of the change: each is looked up once.
  let untouched: string | null = null
  for (const step of trail) {
    const isClaimed = step.isClaimed === true
    if (step.path === untouched && !isClaimed) continue
    if (!isClaimed && fileIn(diff, step.path) === undefined) {
      untouched = step.path
      if (!diff.complete) reached = null
      continue
    }
    const changed = isClaimed ? claimChanged(diff, step.path) : stepChanged(diff, step)
    if (changed === true) return true
    if (changed === null) reached = null
  }
  return reached
}

function stepChanged(diff: Diff, { path, firstLine, lastLine }: TrailPlace): boolean | null {
  const isWhole = lastLine === Number.MAX_SAFE_INTEGER
  return changedAt(diff, {
    path,
    startLine: isWhole ? null : firstLine,
    startColumn: null,
    endLine: isWhole ? null : lastLine,
    endColumn: null
  })
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

const names = new WeakMap<Diff, ReadonlySet<string>>()

function claimChanged(diff: Diff, claimed: string): boolean | null {
  if (!diff.complete || claimed === '') return null
  let changed = names.get(diff)
  if (changed === undefined) {
    changed = new Set([...diff.files.keys()].map(nameOf))
    names.set(diff, changed)
  }
  return changed.has(nameOf(claimed)) ? null : false
}
