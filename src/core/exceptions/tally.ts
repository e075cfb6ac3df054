import type { ExceptionPolicy } from '../policy/policy.js'
import type { ExceptionRecord } from './exception.js'
import type { SelectorJudgement } from './judge.js'
import { quorum } from './terms.js'

/** What has come of one record over all findings that it matches. */
export interface Tally {
  /** Findings that it matches, for how many it holds, and for how many it is the one that is shown. */
  readonly findings: number
  readonly holds: number
  readonly shown: number
  /** The finding, where it matches just one. */
  readonly finding: string | null
  /** Why it does not hold for some findings, or null. */
  readonly refusal: string | null
  /** Id of a record that is shown where this one holds too. */
  readonly shadow: string | null
  /** The approvals that the policy would ask for in a pull request at the highest risk that it covers. */
  readonly quorum: number
}

/** Adds up judgements by record. */
export function tally(
  records: readonly ExceptionRecord[],
  judgements: Iterable<SelectorJudgement>,
  policy: ExceptionPolicy
): readonly Tally[] {
  const tallies: Tally[] = records.map(() => ({
    findings: 0,
    holds: 0,
    shown: 0,
    finding: null,
    refusal: null,
    shadow: null,
    quorum: 0
  }))
  for (const judgement of judgements) {
    if (judgement.findings === 0) continue // asked, and asked anew with an objection
    for (const index of judgement.selector.records) {
      const [before, record] = [tallies[index], records[index]]
      if (before && record) tallies[index] = add(before, judgement, index, record, records, policy)
    }
  }
  return tallies
}

function add(
  before: Tally,
  judgement: SelectorJudgement,
  index: number,
  record: ExceptionRecord,
  records: readonly ExceptionRecord[],
  policy: ExceptionPolicy
): Tally {
  const findings = before.findings + judgement.findings
  const refusal = sentenceOf(judgement.refusals.get(index), record)
  const [first] = judgement.holding
  const rival = index === first ? judgement.shadow : (records[first ?? -1]?.id ?? null)
  const shadow = refusal === null ? rival : null
  return {
    findings,
    holds: before.holds + (refusal === null ? judgement.findings : 0),
    shown: before.shown + (index === first ? judgement.shown : 0),
    finding: findings === 1 ? judgement.finding : null,
    refusal: [before.refusal, refusal].filter(sentence => sentence !== null).sort()[0] ?? null,
    shadow: [before.shadow, shadow].filter(id => id !== null).sort()[0] ?? null,
    quorum: Math.max(before.quorum, quorum(judgement.risk, record.type === 'break-glass', policy))
  }
}

/** The reason alone, without the exception that it is about. */
const sentenceOf = (refusal: string | undefined, { id }: ExceptionRecord): string | null =>
  refusal === undefined ? null : refusal.replace(`exception ${id} does not hold: `, '')
