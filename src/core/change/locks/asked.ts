import { type Finding, locationsOf, pathsOfFindings } from '../../finding.js'
import { filesThatTell } from './formats.js'

/**
 * Files whose text tells something of the findings: those that they name, and for dependencies the lock files and
 * manifests beside them. The former come first, because there is a limit to how many are fetched; each part is sorted.
 */
export function filesAskedFor(findings: readonly Finding[]): readonly string[] {
  const own = [...pathsOfFindings(findings)].sort()
  const dependencies = findings.filter(({ category }) => category === 'sca' || category === 'container')
  const telling = dependencies.flatMap(locationsOf).flatMap(({ path }) => filesThatTell(path))
  return [...new Set([...own, ...telling.sort()])]
}
