import type { Change } from '../decision/decision.js'
import { VERDICTS, type Verdict } from '../policy/policy.js'
import { type Effect, type RuleEffect, sortRuleEffects } from './effect.js'
import type { Gap } from './replay.js'

/** What the candidate policy makes of one stored report. */
export interface SimulatedReport {
  readonly name: string
  readonly change: Change | null
  readonly effect: Effect
  readonly gaps: readonly Gap[]
}

/** Verdicts of all reports on each side, and what changes in total. */
export interface SimulationTotal {
  readonly reports: number
  /** Reports whose verdict differs. */
  readonly changed: number
  readonly verdicts: Readonly<Record<Verdict, { readonly before: number; readonly after: number }>>
  readonly newlyBlocking: number
  readonly noLongerBlocking: number
  readonly rules: readonly RuleEffect[]
  /** By assumption: how many reports it was made for. */
  readonly gaps: readonly { readonly gap: Gap; readonly reports: number }[]
}

/** Adds up the effects on all reports. */
export function totalOf(reports: readonly SimulatedReport[]): SimulationTotal {
  const count = (side: 'before' | 'after', verdict: Verdict) =>
    reports.filter(({ effect }) => effect[side].verdict === verdict).length
  const sum = (of: (effect: Effect) => number) => reports.reduce((total, { effect }) => total + of(effect), 0)
  const verdicts = Object.fromEntries(
    VERDICTS.map(verdict => [verdict, { before: count('before', verdict), after: count('after', verdict) }])
  ) as SimulationTotal['verdicts']
  return {
    reports: reports.length,
    changed: reports.filter(({ effect }) => effect.before.verdict !== effect.after.verdict).length,
    verdicts,
    newlyBlocking: sum(effect => effect.newlyBlocking),
    noLongerBlocking: sum(effect => effect.noLongerBlocking),
    rules: sumRules(reports),
    gaps: sumGaps(reports)
  }
}

function sumRules(reports: readonly SimulatedReport[]): readonly RuleEffect[] {
  const sums = new Map<string, RuleEffect>()
  for (const rule of reports.flatMap(({ effect }) => effect.rules)) {
    const key = `${rule.layer}\0${rule.id}`
    const before = sums.get(key)
    sums.set(key, {
      ...rule,
      newlyBlocking: rule.newlyBlocking + (before?.newlyBlocking ?? 0),
      noLongerBlocking: rule.noLongerBlocking + (before?.noLongerBlocking ?? 0)
    })
  }
  return sortRuleEffects([...sums.values()])
}

function sumGaps(reports: readonly SimulatedReport[]): SimulationTotal['gaps'] {
  const sums = new Map<Gap, number>()
  for (const gap of reports.flatMap(({ gaps }) => gaps)) sums.set(gap, (sums.get(gap) ?? 0) + 1)
  return [...sums].map(([gap, count]) => ({ gap, reports: count }))
}
