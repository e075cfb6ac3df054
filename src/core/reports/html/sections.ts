import { heldBack } from '../../decision/counts.js'
import type { Decision, Outcome } from '../../decision/decision.js'
import { isNotLookedFor } from '../../identity/ran.js'
import { HTML_ITEMS } from '../ground/limits.js'
import { findingTotal, type ProblemRow, problemsIn, problemsOf } from '../ground/problems.js'
import { selectWorst } from '../ground/selection.js'

/** A part of the page with findings of one fate. */
export interface FindingsSection {
  /** `id` of its element. */
  readonly id: string
  readonly title: string
  /** The title as the index has it. */
  readonly short: string
  /** How many findings there are, shown or not. */
  readonly findings: number
  /** What is shown, in the order of the decision. */
  readonly problems: readonly ProblemRow[]
  /** Findings of problems that are not shown. */
  readonly rest: number
  /** So many stand as cards. */
  readonly cards: number
  /** Whether somebody has to look at it: then it stands open. */
  readonly isOpen: boolean
}

/** Cards beyond these are a wall: the others are rows that open. */
const CARDS = 10

function section(
  id: string,
  [title, short]: readonly [string, string],
  problems: readonly ProblemRow[],
  how: { readonly most: number; readonly cards: number; readonly isOpen: boolean }
): FindingsSection {
  const leads = problems.map(({ lead }) => lead)
  const chosen = new Set(selectWorst(leads, how.most).shown)
  const shown = problems.filter(({ lead }) => chosen.has(lead))
  const findings = findingTotal(problems)
  return {
    id,
    title,
    short,
    findings,
    problems: shown,
    rest: findings - findingTotal(shown),
    cards: how.cards,
    isOpen: how.isOpen
  }
}

const ACCEPTED: readonly Outcome['reason'][] = ['excepted', 'suppressed', 'monitored']

/** The parts of the page with their problems, those first that somebody has to act on; empty ones are left out. Each finding is in one. */
export function sectionsOf(decision: Decision): readonly FindingsSection[] {
  const { block, warn } = problemsIn(decision)
  const passing = decision.outcomes.filter(({ verdict, state }) => verdict === 'pass' && state !== 'fixed')
  const held = new Set(heldBack(passing).block)
  const gone = decision.outcomes.filter(({ state }) => state === 'fixed')
  const fold = { most: HTML_ITEMS.rows, cards: 0, isOpen: false }
  const of = (outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean) => problemsOf(outcomes.filter(holds))
  const isAccepted = (outcome: Outcome): boolean => !held.has(outcome) && ACCEPTED.includes(outcome.reason)
  return [
    section('must', ['Must be fixed', 'Must be fixed'], block, {
      most: HTML_ITEMS.full + HTML_ITEMS.rows,
      cards: CARDS,
      isOpen: true
    }),
    section('look', ['To look at, does not block', 'To look at'], warn, { ...fold, isOpen: true }),
    section('held', ['Would block if every rule were enforced', 'Would block'], problemsOf([...held]), {
      ...fold,
      isOpen: true
    }),
    section('accepted', ['Excepted, suppressed or monitored', 'Accepted'], of(passing, isAccepted), fold),
    section(
      'pass',
      ['Pass', 'Pass'],
      of(passing, outcome => !held.has(outcome) && !ACCEPTED.includes(outcome.reason)),
      fold
    ),
    section(
      'fixed',
      ['Fixed by this change', 'Fixed'],
      of(gone, ({ stateReason }) => !isNotLookedFor(stateReason)),
      fold
    ),
    section(
      'unseen',
      ['Not looked for now, because the tool or the rule did not run', 'Not looked for'],
      of(gone, ({ stateReason }) => isNotLookedFor(stateReason)),
      fold
    )
  ].filter(({ findings }) => findings > 0)
}

/** How many places each of these problems lists: all of them, or its share where together they are too many. */
export function placeShares(problems: readonly ProblemRow[]): readonly number[] {
  const numbers = problems.map(({ places }) => places.length)
  const total = numbers.reduce((sum, number) => sum + number, 0)
  const share = Math.max(1, Math.floor(HTML_ITEMS.rows / Math.max(1, numbers.length)))
  return total <= HTML_ITEMS.rows ? numbers : numbers.map(number => Math.min(number, share))
}
