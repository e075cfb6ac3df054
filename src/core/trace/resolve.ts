import type { Outcome } from '../decision/decision.js'
import { unmappedClaim } from '../decision/places/place-advice.js'
import { type Finding, locationsOf, pathsOf } from '../finding.js'
import { parsePackageUrl } from '../ground/package-url.js'

/** What a person's words for a finding lead to. */
export type Resolution =
  | { readonly kind: 'found'; readonly outcome: Outcome }
  /** Several findings fit, or none does. */
  | { readonly kind: 'candidates'; readonly problem: string; readonly outcomes: readonly Outcome[] }

/** Shorter prefixes are too easily mistyped into another finding's. */
const SHORTEST_PREFIX = 8

/**
 * The finding that is meant: by its id or a prefix of it (8 hex digits at least, with or without `F-`), by `path:line` or
 * path, by the scanner's rule id, by an identifier such as a CVE, by package (name, or package URL with or without its
 * version), or by the end of a path, with or without the line.
 */
export function resolveFinding(words: string, outcomes: readonly Outcome[]): Resolution {
  const prefix = /^(?:F-)?([0-9a-f]{1,32})$/i.exec(words)?.[1]?.toLowerCase() ?? null
  const ways: readonly ((outcome: Outcome) => boolean)[] = [
    ({ id }) => prefix !== null && prefix.length >= SHORTEST_PREFIX && id.startsWith(`F-${prefix}`),
    ({ finding }) => locationsOf(finding).some(({ path, startLine }) => `${path}:${startLine}` === words),
    ({ finding }) => pathsOf(finding).includes(words),
    ({ finding }) => unmappedClaim(finding) === words,
    ({ finding }) => finding.ruleId === words,
    ({ finding }) => finding.identifiers.some(identifier => identifier.toUpperCase() === words.toUpperCase()),
    ({ finding }) => isPackage(finding, words),
    ({ finding }) => locationsOf(finding).some(({ path, startLine }) => isEndOf(words, `${path}:${startLine}`)),
    ({ finding }) => pathsOf(finding).some(path => path !== null && isEndOf(words, path))
  ]
  for (const fits of ways) {
    const found = outcomes.filter(fits)
    const [only, second] = found
    if (only !== undefined && second === undefined) return { kind: 'found', outcome: only }
    if (only !== undefined) {
      return { kind: 'candidates', problem: `${found.length} findings fit ${words}`, outcomes: found }
    }
  }
  if (/^F-/i.test(words) && prefix !== null && prefix.length < SHORTEST_PREFIX) {
    const problem = `${words} is too short: at least ${SHORTEST_PREFIX} hex digits of an id are needed`
    return { kind: 'candidates', problem, outcomes: outcomes.filter(({ id }) => id.startsWith(`F-${prefix}`)) }
  }
  return { kind: 'candidates', problem: `No finding fits ${words}`, outcomes: outcomes.filter(resembles(words)) }
}

/** Whether a path ends in the words, whole folders and files only. */
const isEndOf = (words: string, path: string): boolean => path.endsWith(`/${words.replace(/^(?:\.?\/)+/, '')}`)

function isPackage({ package: pack }: Finding, words: string): boolean {
  if (pack === null) return false
  const wanted = words.toLowerCase()
  if ([pack.name, pack.purl, `${pack.name}@${pack.version}`].some(name => name?.toLowerCase() === wanted)) return true
  const [own, asked] = [pack.purl, wanted.startsWith('pkg:') ? words : null].map(text => parsePackageUrl(text ?? ''))
  return own != null && own.base === asked?.base && (asked.version === null || asked.version === own.version)
}

/** Findings whose place, rule or identifiers have the words somewhere in them. */
function resembles(words: string): (outcome: Outcome) => boolean {
  const wanted = words.replace(/:\d*$/, '').toLowerCase()
  return ({ finding }) =>
    wanted.length > 2 &&
    [...pathsOf(finding), unmappedClaim(finding), finding.ruleId, finding.package?.name, ...finding.identifiers].some(
      text => text?.toLowerCase().includes(wanted)
    )
}
