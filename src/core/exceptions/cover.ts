import type { Finding } from '../finding.js'
import { isAboutAllOf, listsOfSeveral } from '../ground/advisory-ids.js'
import type { ExceptionRecord } from './exception.js'
import { longestFirst, type SelectorJudgement } from './judge.js'

/** What covers a finding: the record that is shown, whose end is the end of the cover, and what it takes together. */
export interface Cover {
  readonly record: ExceptionRecord
  readonly by: ReadonlySet<SelectorJudgement>
}

/**
 * What covers the whole of a finding, or null. An exception by its id or rule does so alone, one by advisory only where
 * the finding has no other: a list of several vulnerabilities is none of them, and needs an exception for each.
 */
export function coverOf(
  found: readonly SelectorJudgement[],
  finding: Finding,
  records: readonly ExceptionRecord[]
): Cover | null {
  const recordOf = ({ holding }: SelectorJudgement): ExceptionRecord | undefined => records[holding[0] ?? -1]
  let best: Cover | null = null
  for (const by of [...alone(found, finding), ...together(found, finding, recordOf)]) {
    const held = by.flatMap(judgement => recordOf(judgement) ?? [])
    const record = held.sort(longestFirst).at(-1)
    if (record === undefined || held.length < by.length) continue
    if (best === null || longestFirst(record, best.record) < 0) best = { record, by: new Set(by) }
  }
  return best
}

/** Why an exception by advisory does not cover the finding by itself, or null where it does, and for any other one. */
export function coverProblem({ selector: { match } }: SelectorJudgement, finding: Finding): string | null {
  if (match.kind !== 'advisory' || isCoveredBy(finding, match.identifier)) return null
  const named = match.identifier.toUpperCase()
  const others = (listsOfSeveral(finding.identifiers)[0] ?? []).filter(id => id.toUpperCase() !== named)
  const shown = others.slice(0, SHOWN).join(', ')
  const more = others.length > SHOWN ? ` and ${others.length - SHOWN} more` : ''
  return `the finding is about ${shown}${more} too, and each needs an exception`
}

const SHOWN = 3

const alone = (found: readonly SelectorJudgement[], finding: Finding) =>
  found.filter(judgement => coverProblem(judgement, finding) === null).map(judgement => [judgement])

/** For each list of ids that stands for all of the finding, the exceptions that hold longest for each of its ids. */
function together(
  found: readonly SelectorJudgement[],
  finding: Finding,
  recordOf: (judgement: SelectorJudgement) => ExceptionRecord | undefined
): readonly (readonly SelectorJudgement[])[] {
  if (found.length < 2) return []
  const longest = new Map<string, SelectorJudgement>()
  for (const judgement of found) {
    const { match } = judgement.selector
    const record = recordOf(judgement)
    if (match.kind !== 'advisory' || record === undefined) continue
    const id = match.identifier.toUpperCase()
    const known = longest.get(id)
    const rival = known === undefined ? undefined : recordOf(known)
    if (rival === undefined || longestFirst(record, rival) < 0) longest.set(id, judgement)
  }
  return listsOfSeveral(finding.identifiers).flatMap(ids => {
    const each = ids.flatMap(id => longest.get(id.toUpperCase()) ?? [])
    return each.length === ids.length ? [each] : []
  })
}

/** Whether it is a list of several vulnerabilities, each of which needs an exception by its own name. */
export const isAboutSeveral = (finding: Finding): boolean => listsOfSeveral(finding.identifiers).length > 0

const isCoveredBy = ({ identifiers }: Finding, identifier: string): boolean =>
  listsOfSeveral(identifiers).length === 0 ||
  isAboutAllOf(identifiers, id => id.toUpperCase() === identifier.toUpperCase())
