import type { Decision, Outcome } from '../../../../src/core/decision/decision.js'
import type { ExceptionOutcome, ExceptionType } from '../../../../src/core/exceptions/exception.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'
import { at } from './made-up-fleet.js'
import { dice } from './odd-runs.js'

/** Weekly runs of each repository, and the day about which is asked. */
export const RUNS = 52
export const NOW = 7 * RUNS

/** What is planned of one exception, in runs; a file names it from its approval on, a comment only while it holds. */
export interface PlannedException {
  readonly id: string
  readonly source: 'file' | 'comment'
  readonly type: ExceptionType
  /** The run that sees the request, and the one that sees the answer (null: none yet). */
  readonly asked: number | null
  readonly answered: number | null
  readonly isRejected: boolean
  /** Days after the answer on which its day ends. */
  readonly days: number
  readonly approvers: readonly string[]
}

/** A finding that a rule blocks from its first run until it is gone (null: it is there), and all that was excepted of it. */
export interface PlannedCase {
  readonly finding: string
  readonly category: 'sast' | 'container'
  readonly from: number
  readonly to: number | null
  readonly exceptions: readonly PlannedException[]
}

export interface GovernedRepository {
  readonly name: string
  /** Whether a rule that would block only warns yet. */
  readonly isTried: boolean
  /** Whether the scan of images of the last run failed; null: it has no images. */
  readonly imagesFail: boolean | null
  readonly cases: readonly PlannedCase[]
}

const TYPES: readonly ExceptionType[] = [
  'risk-accept',
  'false-positive',
  'mitigated',
  'vendor-dependency',
  'break-glass'
]
const APPROVERS = ['sec-ann', 'sec-bob', 'sec-cyd', 'sec-dee']

/** Two dozen repositories with six cases each. */
export function planYear(): readonly GovernedRepository[] {
  const roll = dice(23)
  return Array.from({ length: 24 }, (_, repository) => ({
    name: `acme/governed-${repository}`,
    isTried: repository % 4 === 0,
    imagesFail: repository % 3 === 0 ? null : repository % 5 === 0,
    cases: Array.from({ length: 6 }, (_case, number) => plannedCase(repository * 10 + number, repository % 3 > 0, roll))
  }))
}

function plannedCase(number: number, hasImages: boolean, roll: (below: number) => number): PlannedCase {
  const from = roll(30)
  const count = roll(5)
  const exceptions: PlannedException[] = []
  let next = from
  for (let index = 0; index < count; index += 1) {
    const answered = next + 1 + roll(3)
    const days = 10 + roll(80)
    if (answered >= RUNS) break
    const isRejected = roll(6) === 0
    exceptions.push({
      id: `EXC-${number}-${index}`,
      source: roll(3) === 0 ? 'comment' : 'file',
      type: TYPES[roll(TYPES.length)] ?? 'risk-accept',
      // Only the first is asked for in a comment before: figures tell of each finding when it was first asked.
      asked: index === 0 && roll(2) === 0 ? next : null,
      answered: index === 0 && roll(5) === 0 ? null : answered,
      isRejected,
      days,
      approvers: APPROVERS.filter((_, approver) => roll(approver + 2) === 0)
    })
    next = answered + Math.ceil(days / 7) + roll(3)
  }
  const isGone = roll(3) === 0
  return {
    finding: `F-${String(number).padStart(32, '0')}`,
    category: hasImages && roll(3) === 0 ? 'container' : 'sast',
    from,
    to: isGone ? Math.min(RUNS - 1, from + 5 + roll(30)) : null,
    exceptions
  }
}

/** The day of the answer, and the one with whose end the exception ends. */
export const daysOfException = ({ answered, days }: PlannedException): { approved: number; ends: number } => ({
  approved: 7 * (answered ?? 0),
  ends: 7 * (answered ?? 0) + days
})

/** What a run says of an exception; null: it does not name it. */
export function statusIn(planned: PlannedException, run: number): ExceptionOutcome['status'] | null {
  const { asked, answered, isRejected, source } = planned
  if (answered === null || run < answered) return asked !== null && run >= asked ? 'requested' : null
  if (isRejected) return run === answered ? 'rejected' : null
  const holds = 7 * run <= daysOfException(planned).ends
  return holds ? 'active' : source === 'file' ? 'expired' : null
}

function exceptionIn(planned: PlannedException, finding: string, run: number): readonly ExceptionOutcome[] {
  const status = statusIn(planned, run)
  if (status === null) return []
  const { id, source, type, approvers } = planned
  const { approved, ends } = daysOfException(planned)
  const isAnswered = status === 'active' || status === 'expired'
  const expires = isAnswered ? at(ends).slice(0, 'YYYY-MM-DD'.length) : null
  const signed = isAnswered ? approvers.map(login => ({ login, at: at(approved), url: null })) : []
  const account = {
    ...{ type, reason: 'Planned for the year', owner: '@own', ticket: null, controls: [] },
    approvers: signed,
    quorum: { needed: 1, have: signed.length }
  }
  return [{ id, status, source, finding, expires, problem: null, account }]
}

export const isThere = ({ from, to }: PlannedCase, run: number): boolean => from <= run && (to === null || run < to)

/** The exception by which a finding passes in a run. */
export const holding = ({ exceptions }: PlannedCase, run: number): PlannedException | undefined =>
  exceptions.find(each => statusIn(each, run) === 'active')

function outcomeIn(planned: PlannedCase, { isTried }: GovernedRepository, run: number): Outcome {
  const exception = holding(planned, run)
  const verdict = isTried ? 'warn' : 'block'
  const isExcepted = exception !== undefined
  return anOutcome(
    {
      id: planned.finding,
      state: planned.from === run ? 'introduced' : 'existing',
      verdict: isExcepted ? 'pass' : verdict,
      reason: isExcepted ? 'excepted' : 'rule',
      rules: [{ id: 'r', layer: 'p.yml', verdict, declared: 'block' }],
      exception: isExcepted ? { id: exception.id, expires: at(daysOfException(exception).ends).slice(0, 10) } : null,
      sla: null
    },
    { category: planned.category, tool: planned.category === 'sast' ? 'CodeQL' : 'Trivy' }
  )
}

/** The decisions of a repository's default branch, a week apart. */
export const decisionsOfYear = (repository: GovernedRepository): readonly Decision[] =>
  Array.from({ length: RUNS }, (_, run) => {
    const { name, imagesFail, cases } = repository
    const isFailed = imagesFail === true && run === RUNS - 1
    const images = aScan({
      ...{ id: 'images', category: 'container', state: isFailed ? 'failed' : 'complete', verdict: 'pass' },
      tools: [{ name: 'Trivy', version: '1', results: 1 }]
    })
    return aDecision({
      evaluatedAt: at(7 * run),
      change: { ...aDecision().change, repository: name, event: 'push', branch: 'main', pullRequest: null },
      scans: [aScan(), ...(imagesFail === null ? [] : [images])],
      outcomes: cases.filter(each => isThere(each, run)).map(each => outcomeIn(each, repository, run)),
      exceptions: cases.flatMap(each => each.exceptions.flatMap(planned => exceptionIn(planned, each.finding, run)))
    })
  })
