import type { ExceptionPolicy } from '../policy/policy.js'
import { type Cover, coverOf, coverProblem } from './cover.js'
import {
  approversOf,
  type ExceptionAccount,
  type ExceptionCandidate,
  type ExceptionOutcome,
  type ExceptionRecord,
  type ExceptionSettlement
} from './exception.js'
import { exceptionNotices } from './exception-notices.js'
import { createJudge, expiredSentence, recordObstacle, type SelectorJudgement } from './judge.js'
import { indexSelectors, nearMiss, type SelectorIndex, selectorsOf } from './selection.js'
import { type Tally, tally } from './tally.js'
import { phase } from './terms.js'

/**
 * Applies exceptions to findings at the instant `now` (ISO 8601 UTC). An exception can only make milder what it
 * matches: for any finding, the records that do not match it change nothing. The same for any order of the records.
 */
export function settle(
  records: readonly ExceptionRecord[],
  candidates: readonly ExceptionCandidate[],
  policy: ExceptionPolicy,
  now: string
): ExceptionSettlement {
  const index = indexSelectors(records)
  const ambiguous = repeatedIds(candidates)
  const { judge, judgements } = createJudge(records, policy, now)
  const granted = new Map<number, { readonly id: string; readonly expires: string }>()
  const refused = new Map<number, readonly string[]>()
  for (const [at, candidate] of candidates.entries()) {
    const isRepeated = ambiguous.has(candidate.id)
    const first = selectorsOf(index, candidate).map(selector =>
      judge(selector, candidate, selector.match.kind === 'finding' && isRepeated ? 'two findings have this id' : null)
    )
    if (first.length === 0) continue
    const cover = coverOf(first, candidate.finding, records)
    const found = first.map(judgement => {
      const objection = cover?.by.has(judgement) === true ? null : coverProblem(judgement, candidate.finding)
      return objection === null ? judgement : judge(judgement.selector, candidate, objection)
    })
    count(found, cover, candidate)
    if (cover === null) refused.set(at, sentences(found))
    else if (candidate.matters) granted.set(at, { id: cover.record.id, expires: cover.record.expiresText })
  }
  const tallies = tally(records, judgements.values(), policy)
  const outcomes = outcomesOf(records, tallies, index, policy, now)
  const notices = outcomes.flatMap((outcome, at) => exceptionNotices(outcome, records[at], tallies[at]))
  return { granted, refused, outcomes: [...outcomes].sort(byId), notices: [...notices].sort(byMessage) }
}

/** Ids that more than one finding has: an approval of one could be meant for the other. */
function repeatedIds(candidates: readonly ExceptionCandidate[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { id } of candidates) {
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  }
  return repeated
}

/** Counts what was found for a finding. */
function count(found: readonly SelectorJudgement[], cover: Cover | null, { id }: ExceptionCandidate): void {
  for (const judgement of found) {
    judgement.findings += 1
    judgement.finding = id
    if (cover === null) continue
    if (cover.by.has(judgement)) judgement.shown += 1
    else if (judgement.shadow === null || cover.record.id < judgement.shadow) judgement.shadow = cover.record.id
  }
}

function sentences(found: readonly SelectorJudgement[]): readonly string[] {
  const [first] = found
  return found.length === 1 && first ? first.sentences : found.flatMap(judgement => judgement.sentences).sort()
}

function outcomesOf(
  records: readonly ExceptionRecord[],
  tallies: readonly Tally[],
  index: SelectorIndex,
  policy: ExceptionPolicy,
  now: string
): readonly ExceptionOutcome[] {
  const near = new Map<number, string>()
  for (const selector of index.selectors) {
    const isUnused = selector.records.some(record => tallies[record]?.findings === 0)
    const sentence = isUnused ? nearMiss(index, selector) : ''
    for (const record of selector.records) near.set(record, sentence)
  }
  return records.map((record, at) => {
    const { status, problem } = standing(record, tallies[at], near.get(at) ?? '', policy, now)
    const finding = record.match.kind === 'finding' ? record.match.finding : (tallies[at]?.finding ?? null)
    const account = accountOf(record, tallies[at]?.quorum || null)
    const { id, source, match, expiresText: expires } = record
    return { id, status, source, finding, expires, problem, match, account }
  })
}

function accountOf(record: ExceptionRecord, needed: number | null): ExceptionAccount {
  const { type, reason, owner, ticket, controls } = record
  const approvers = approversOf(record)
  return { type, reason, owner, approvers, ticket, controls, quorum: { needed, have: approvers.length } }
}

function standing(
  record: ExceptionRecord,
  counts: Tally | undefined,
  miss: string,
  policy: ExceptionPolicy,
  now: string
): Pick<ExceptionOutcome, 'status' | 'problem'> {
  const current = phase(record, policy, now)
  if (current === 'expired') return { status: 'expired', problem: expiredSentence(record) }
  const obstacle = recordObstacle(record, now)
  if (obstacle !== null) return { status: 'invalid', problem: obstacle }
  if (counts === undefined || counts.findings === 0) return { status: 'unused', problem: miss }
  if (counts.holds === 0) return { status: 'invalid', problem: counts.refusal }
  return { status: current, problem: null }
}

const byId = (a: ExceptionOutcome, b: ExceptionOutcome): number =>
  compare(a.id, b.id) || compare(a.source, b.source) || compare(a.finding ?? '', b.finding ?? '')

const byMessage = (a: { readonly message: string }, b: { readonly message: string }): number =>
  compare(a.message, b.message)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
