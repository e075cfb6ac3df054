import { type Finding, locationsOf } from '../../finding.js'
import { filesThatTell } from './formats.js'

/**
 * Files whose text tells something of the findings: those that they name, for dependencies the lock files and manifests
 * beside them, and those through which something leads to them. There is a limit to how many are fetched, so they come
 * in this order; each part is sorted.
 */
export function filesAskedFor(findings: readonly Finding[]): readonly string[] {
  const own = sortedPaths(findings.flatMap(locationsOf))
  const dependencies = findings.filter(({ category }) => category === 'sca' || category === 'container')
  const telling = dependencies.flatMap(locationsOf).flatMap(({ path }) => filesThatTell(path))
  return [...new Set([...own, ...telling.sort(), ...stepFiles(findings)])]
}

/** Steps that could not be mapped are in no file that anybody could read. */
function stepFiles(findings: readonly Finding[]): readonly string[] {
  const paths = new Set<string>()
  for (const { trail = [] } of findings) {
    for (const { path, isClaimed } of trail) if (isClaimed !== true) paths.add(path)
  }
  return [...paths].sort()
}

const sortedPaths = (places: readonly { readonly path: string }[]): readonly string[] =>
  [...new Set(places.map(({ path }) => path))].sort()
