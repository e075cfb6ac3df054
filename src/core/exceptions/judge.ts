import type { ExceptionPolicy } from '../policy/policy.js'
import { time } from '../time/instant.js'
import type { ExceptionCandidate, ExceptionRecord } from './exception.js'
import type { Selector } from './selection.js'
import { phase, type Risk, termsProblem } from './terms.js'

/** What the records of one selector say about all findings of one risk. */
export interface SelectorJudgement {
  readonly selector: Selector
  readonly risk: Risk
  /** Records that hold, the one to show first: it holds longest. */
  readonly holding: readonly number[]
  /** Records that do not hold, each with a sentence for people. */
  readonly refusals: ReadonlyMap<number, string>
  /** The sentences in order; one list for all findings, of which there may be many. */
  readonly sentences: readonly string[]
  /** How many findings it is about, and for how many its first record is the one that is shown. */
  findings: number
  shown: number
  /** One of the findings, and the id of a record shown for one where it is another selector's. */
  finding: string | null
  shadow: string | null
}

/**
 * The judgement of a selector about a finding; findings of one risk share it. `objection`: why nothing of the selector
 * can hold for this very finding, where the caller knows.
 */
export type Judge = (selector: Selector, candidate: ExceptionCandidate, objection: string | null) => SelectorJudgement

/** A judge that asks each question once, however many findings it is asked for, and the answers it gave. */
export function createJudge(
  records: readonly ExceptionRecord[],
  policy: ExceptionPolicy,
  now: string
): { readonly judge: Judge; readonly judgements: ReadonlyMap<string, SelectorJudgement> } {
  const judgements = new Map<string, SelectorJudgement>()
  const numbers = new Map<Selector, number>()
  const judge: Judge = (selector, candidate, objection) => {
    const number = numbers.get(selector) ?? numbers.size
    numbers.set(selector, number)
    const { tier, effectiveSeverity: severity, kev, never } = candidate
    const key = `${number} ${tier} ${severity} ${kev} ${never} ${objection ?? ''}`
    const known = judgements.get(key)
    if (known !== undefined) return known
    const obstacle = findingObstacle(selector, candidate) ?? objection
    const answer = judgeRecords(records, selector, { tier, severity, kev }, obstacle, policy, now)
    judgements.set(key, answer)
    return answer
  }
  return { judge, judgements }
}

/** Why no exception of this selector can hold for the finding, or null. */
function findingObstacle(selector: Selector, { tier, never }: ExceptionCandidate): string | null {
  if (never) return 'the policy allows no exception for this finding'
  return selector.isSubtree && tier === 0 ? 'a path that ends in /** is not allowed at tier 0' : null
}

function judgeRecords(
  records: readonly ExceptionRecord[],
  selector: Selector,
  risk: Risk,
  obstacle: string | null,
  policy: ExceptionPolicy,
  now: string
): SelectorJudgement {
  const holding: { readonly index: number; readonly record: ExceptionRecord }[] = []
  const refusals = new Map<number, string>()
  for (const index of selector.records) {
    const record = records[index]
    if (record === undefined) continue
    const problem = obstacle ?? recordObstacle(record, now) ?? termsProblem(record, risk, policy)?.sentence ?? null
    if (phase(record, policy, now) === 'expired') refusals.set(index, expiredSentence(record))
    else if (problem !== null) refusals.set(index, `exception ${record.id} does not hold: ${problem}`)
    else holding.push({ index, record })
  }
  holding.sort((a, b) => longestFirst(a.record, b.record))
  const indexes = holding.map(({ index }) => index)
  const sentences = [...refusals.values()].sort()
  return { selector, risk, holding: indexes, refusals, sentences, findings: 0, shown: 0, finding: null, shadow: null }
}

/** Why a record holds for no finding at all at this time, expiry apart; or null. */
export function recordObstacle(record: ExceptionRecord, now: string): string | null {
  if (record.approvedBy.length === 0) return 'nobody approved it'
  return time(record.approvedAt) > time(now) ? `it is approved only from ${record.approvedAt}` : null
}

/** What every view says about an exception that is over. */
export const expiredSentence = ({ id, expiresText }: ExceptionRecord): string =>
  `exception ${id} expired on ${expiresText}`

/** Order of records that hold for one finding; by id where they end together, so that no order of input shows. */
export const longestFirst = (a: ExceptionRecord, b: ExceptionRecord): number =>
  time(b.expires) - time(a.expires) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
