import type { Cycle, EndedCycle } from './cycles.js'
import type { Sighting, Traits } from './facts.js'
import type { Period } from './period.js'
import { grouped, type Ratio, ratioOf, type Spread, spreadOf } from './statistics.js'

/** A finding as the last run of any kind tells of it. */
export interface LastSight extends Sighting {
  readonly repository: string
  readonly finding: string
}

/** Figures of some findings; each cycle of a finding that came back counts. */
export interface FindingFigures {
  /** Cycles that began since. */
  readonly opened: number
  /** Cycles that have not ended; null where the figure is of a time that is over. */
  readonly open: number | null
  /** Of these, past their due date now, whether or not anybody still scans; excepted ones are among them. */
  readonly overdue: number | null
  /** Cycles that ended by their due date, of those that ended and those that are overdue. Excepted ones stay in the denominator. */
  readonly sla: Ratio
  /** Days from first detection, or from the run that saw it come back, until the branch no longer had it. */
  readonly timeToFix: Spread
  /** Cycles that were followed by another within 90 days, of those that ended. */
  readonly reopened: Ratio
  /** Findings that last passed under an exception, of those that a rule blocks or that were excepted from a block. */
  readonly waived: Ratio
}

/** Days within which a finding that is found again counts as one that came back. */
const REOPEN_SECONDS = 90 * 86_400

export const isOverdue = ({ gone, due }: Cycle, { now }: Period): boolean => gone === null && due !== null && due <= now

const isOpenedIn = ({ wasSeen, first }: Cycle, { since }: Period): boolean => wasSeen && first.at >= since

/** Cycles that ended in the period. */
export const endedIn = (cycles: readonly Cycle[], { since }: Period): readonly EndedCycle[] =>
  cycles.filter((cycle): cycle is EndedCycle => cycle.gone !== null && cycle.gone.at >= since)

/** Days to fix of cycles that ended; those whose beginning nobody knows have none. */
export const timesToFix = (ended: readonly EndedCycle[]): Spread =>
  spreadOf(ended.flatMap(({ start, gone }) => (start === null ? [] : [gone.at - start])))

export function findingFigures(cycles: readonly Cycle[], last: readonly LastSight[], period: Period): FindingFigures {
  const overdue = cycles.filter(cycle => isOverdue(cycle, period))
  return {
    ...flowFigures(cycles, period),
    open: cycles.filter(({ gone }) => gone === null).length,
    overdue: overdue.length,
    sla: inTime(endedIn(cycles, period), overdue.length),
    waived: waivedOf(last, period)
  }
}

/** What began, ended and was last seen in one month. */
export interface MonthOfFindings {
  readonly opened: readonly Cycle[]
  readonly ended: readonly EndedCycle[]
  readonly last: readonly LastSight[]
}

/** All of the period by month, in the order of time. */
export function byMonth(
  cycles: readonly Cycle[],
  last: readonly LastSight[],
  period: Period
): ReadonlyMap<string, MonthOfFindings> {
  const opened = grouped(
    cycles.filter(cycle => isOpenedIn(cycle, period)),
    ({ first }) => first.kind.month
  )
  const ended = grouped(endedIn(cycles, period), ({ gone }) => gone.kind.month)
  const sights = grouped(last, ({ run }) => run.kind.month)
  const months = [
    ...cycles.flatMap(({ first }) => (first.at >= period.since ? [first.kind.month] : [])),
    ...ended.keys(),
    ...last.flatMap(({ run }) => (run.at >= period.since ? [run.kind.month] : []))
  ]
  return new Map(
    [...new Set(months)]
      .filter(month => month !== '')
      .sort()
      .map(month => [
        month,
        { opened: opened.get(month) ?? [], ended: ended.get(month) ?? [], last: sights.get(month) ?? [] }
      ])
  )
}

/** Figures of one month: what began, ended and was decided in it. */
export const monthFigures = ({ opened, ended, last }: MonthOfFindings, period: Period): FindingFigures => ({
  opened: opened.length,
  open: null,
  overdue: null,
  sla: inTime(ended, 0),
  timeToFix: timesToFix(ended),
  reopened: cameBack(ended),
  waived: waivedOf(last, period)
})

function flowFigures(
  cycles: readonly Cycle[],
  period: Period
): Pick<FindingFigures, 'opened' | 'timeToFix' | 'reopened'> {
  const ended = endedIn(cycles, period)
  return {
    opened: cycles.filter(cycle => isOpenedIn(cycle, period)).length,
    timeToFix: timesToFix(ended),
    reopened: cameBack(ended)
  }
}

const cameBack = (ended: readonly EndedCycle[]): Ratio =>
  ratioOf(ended, each => each.cameBack !== null && each.cameBack <= REOPEN_SECONDS)

function inTime(ended: readonly EndedCycle[], overdue: number): Ratio {
  const { numerator, denominator } = ratioOf(
    ended.filter(({ due }) => due !== null),
    ({ gone, due }) => due !== null && gone.at <= due
  )
  return { numerator, denominator: denominator + overdue }
}

function waivedOf(last: readonly LastSight[], { since }: Period): Ratio {
  const blocked = last.filter(({ run, view }) => run.at >= since && view.isReported && view.isBlockedByRule)
  return ratioOf(blocked, ({ view }) => view.isExcepted)
}

/** What figures of findings can be asked by. */
export const GROUPINGS = ['repository', 'month', 'tier', 'exposure', 'owner', 'category'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The group that a finding belongs to; of a month it belongs to several. Several owners are one group. */
export function groupOf(by: Exclude<Grouping, 'month'>, repository: string, traits: Traits): string {
  switch (by) {
    case 'repository':
      return repository
    case 'tier':
      return String(traits.tier)
    case 'exposure':
      return traits.exposure ?? ''
    case 'owner':
      return traits.owners
    case 'category':
      return traits.category
    default:
      return by satisfies never
  }
}
