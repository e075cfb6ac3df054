import type { RepositoryFacts } from './collector.js'
import type { ExceptionState } from './exception-facts.js'
import { lastOf } from './facts.js'
import type { Period } from './period.js'
import { grouped, type Ratio, ratioOf, type Spread, spreadOf } from './statistics.js'

/** Figures of the exceptions of a fleet. */
export interface ExceptionFigures {
  /** Exceptions that hold now: those of files as the last run of the repository names them, those of comments until they end. */
  readonly active: number
  readonly byType: readonly { readonly type: string; readonly count: number }[]
  /** Days that the active ones still run. */
  readonly daysLeft: Spread
  /** Days since the first approval of the active ones whose time is known. */
  readonly age: Spread
  /** Exceptions that are over and whose finding is still on the branch, of all that are over. */
  readonly expiredButOpen: Ratio
  /** Grants for what was excepted before, by another id or to another end, of all grants. */
  readonly renewals: Ratio
  /** Approvals of who approved most, of all approvals. */
  readonly approverConcentration: Ratio & { readonly approver: string | null }
  /** Days from the first run that saw the request to the first one after it that saw an answer. */
  readonly timeToDecide: Spread
  /** Requests that have no answer yet, of all. */
  readonly undecided: Ratio
  readonly breakGlass: number
  /** Whether break-glass was reviewed stands in no decision: not known. */
  readonly breakGlassReviewed: Ratio | null
}

/** `isOpen` tells whether a finding is on the branch of a repository now. */
export function exceptionFigures(
  repositories: readonly RepositoryFacts[],
  { now, since }: Period,
  isOpen: (repository: string, finding: string) => boolean
): ExceptionFigures {
  const all = repositories.flatMap(repository => statesOf(repository))
  const active = all.filter(each => isActive(each, now))
  const over = all.filter(each => isOver(each, now))
  return {
    active: active.length,
    byType: [...grouped(active, ({ type }) => type ?? 'unknown')].map(([type, own]) => ({ type, count: own.length })),
    daysLeft: spreadOf(active.flatMap(({ expires_s }) => (expires_s === null ? [] : [expires_s - now]))),
    age: spreadOf(active.flatMap(({ approved }) => (approved === null || approved > now ? [] : [now - approved]))),
    expiredButOpen: ratioOf(
      over,
      ({ repository, finding_id }) => finding_id !== null && isOpen(repository, finding_id)
    ),
    renewals: renewalsOf(repositories),
    approverConcentration: concentration(repositories, since),
    ...decisionTimes(repositories, since),
    breakGlass: all.filter(({ type }) => type === 'break-glass').length,
    breakGlassReviewed: null
  }
}

/** The first grant for what is excepted is none. */
function renewalsOf(repositories: readonly RepositoryFacts[]): Ratio {
  const grants = repositories.flatMap(({ exceptions }) => [...exceptions.grants.values()])
  const total = grants.reduce((sum, ends) => sum + ends.length, 0)
  return { numerator: total - grants.length, denominator: total }
}

interface PlacedState extends ExceptionState {
  readonly repository: string
  /** Whether the last run of the repository names it. */
  readonly isCurrent: boolean
}

function statesOf({ name, runs, exceptions }: RepositoryFacts): readonly PlacedState[] {
  const last = lastOf(runs, ({ kind }) => kind.verdict !== null)
  return [...exceptions.states.values()].map(state => ({ ...state, repository: name, isCurrent: state.run === last }))
}

const isHeld = ({ status }: ExceptionState): boolean => status === 'active' || status === 'expiring'

const isActive = (state: PlacedState, now: number): boolean =>
  isHeld(state) &&
  (state.expires_s === null || state.expires_s > now) &&
  (state.source === 'comment' || state.isCurrent)

const isOver = (state: PlacedState, now: number): boolean =>
  state.status === 'expired' || (isHeld(state) && state.expires_s !== null && state.expires_s <= now)

function concentration(
  repositories: readonly RepositoryFacts[],
  since: number
): ExceptionFigures['approverConcentration'] {
  const approvals = repositories
    .flatMap(({ exceptions }) => [...exceptions.approvals.values()])
    .filter(({ at }) => (at ?? 0) >= since)
  let top: { readonly approver: string | null; readonly numerator: number } = { approver: null, numerator: 0 }
  for (const [approver, own] of grouped(approvals, each => each.approver))
    if (own.length > top.numerator) top = { approver, numerator: own.length }
  return { ...top, denominator: approvals.length }
}

function decisionTimes(
  repositories: readonly RepositoryFacts[],
  since: number
): Pick<ExceptionFigures, 'timeToDecide' | 'undecided'> {
  const waits = repositories
    .flatMap(({ exceptions }) => [...exceptions.requests.values()])
    .flatMap(({ asked, answered }) => {
      if (asked === null || asked < since) return []
      const later = answered.filter(at => at >= asked)
      return [later.length === 0 ? null : Math.min(...later) - asked]
    })
  return {
    timeToDecide: spreadOf(waits.filter(wait => wait !== null)),
    undecided: ratioOf(waits, wait => wait === null)
  }
}
