import type { Counts, Decision, MatchedRule, Outcome } from '../decision/decision.js'
import { compareText } from '../decision/order.js'
import type { Finding } from '../finding.js'
import { type Tier, VERDICTS, type Verdict } from '../policy/policy.js'

/** One side of a comparison. */
export interface Side {
  readonly verdict: Verdict
  readonly completeness: Decision['completeness']
  readonly counts: Counts
}

/** A finding whose verdict differs. */
export interface OutcomeChange {
  readonly id: string
  readonly finding: Finding
  readonly before: Verdict
  readonly after: Verdict
  readonly tier: { readonly before: Tier; readonly after: Tier }
  /** Rules that gave the verdict of each side. */
  readonly rules: { readonly before: readonly MatchedRule[]; readonly after: readonly MatchedRule[] }
}

/** A rule with the findings that it newly blocks, and that it blocked and that block no more. */
export interface RuleEffect {
  readonly id: string
  readonly layer: string
  readonly newlyBlocking: number
  readonly noLongerBlocking: number
}

/** A scan that is judged differently; null: not asked for on that side. */
export interface ScanChange {
  readonly id: string
  readonly before: Verdict | null
  readonly after: Verdict | null
}

/** What another policy makes of the same findings. */
export interface Effect {
  readonly before: Side
  readonly after: Side
  /** Findings whose verdict differs: stricter ones first, in the order of the decision. */
  readonly changes: readonly OutcomeChange[]
  readonly newlyBlocking: number
  readonly noLongerBlocking: number
  /** Rules that have to do with a finding that blocks on one side only, those with the most first. */
  readonly rules: readonly RuleEffect[]
  readonly scans: readonly ScanChange[]
}

/** Compares two decisions about the same findings, such as those of a policy and of its proposed change. */
export function compareDecisions(before: Decision, after: Decision): Effect {
  const changes = changesOf(before, after)
  const newly = changes.filter(change => change.after === 'block')
  const noLonger = changes.filter(change => change.before === 'block')
  return {
    before: sideOf(before),
    after: sideOf(after),
    changes,
    newlyBlocking: newly.length,
    noLongerBlocking: noLonger.length,
    rules: ruleEffects(newly, noLonger),
    scans: scanChanges(before, after)
  }
}

const sideOf = ({ verdict, completeness, counts }: Decision): Side => ({ verdict, completeness, counts })

function changesOf(before: Decision, after: Decision): readonly OutcomeChange[] {
  const earlier = byId(before)
  const changes: OutcomeChange[] = []
  for (const [key, outcome] of byId(after)) {
    const old = earlier.get(key)
    if (old === undefined || old.verdict === outcome.verdict) continue
    changes.push({
      id: outcome.id,
      finding: outcome.finding,
      before: old.verdict,
      after: outcome.verdict,
      tier: { before: old.tier, after: outcome.tier },
      rules: { before: decisive(old), after: decisive(outcome) }
    })
  }
  return changes.toSorted((a, b) => step(b) - step(a))
}

const step = ({ before, after }: OutcomeChange): number => VERDICTS.indexOf(after) - VERDICTS.indexOf(before)

/** Findings that share an id are told apart by their order, which is the same on both sides as far as it matters. */
function byId({ outcomes }: Decision): ReadonlyMap<string, Outcome> {
  const seen = new Map<string, number>()
  const entries = outcomes.map(outcome => {
    const count = seen.get(outcome.id) ?? 0
    seen.set(outcome.id, count + 1)
    return [`${outcome.id} ${count}`, outcome] as const
  })
  return new Map(entries)
}

const decisive = ({ rules, verdict }: Outcome): readonly MatchedRule[] => rules.filter(rule => rule.verdict === verdict)

function ruleEffects(newly: readonly OutcomeChange[], noLonger: readonly OutcomeChange[]): readonly RuleEffect[] {
  const effects = new Map<string, { id: string; layer: string; newlyBlocking: number; noLongerBlocking: number }>()
  const count = (rules: readonly MatchedRule[], side: 'newlyBlocking' | 'noLongerBlocking') => {
    for (const { id, layer } of rules) {
      const effect = effects.get(`${layer}\0${id}`) ?? { id, layer, newlyBlocking: 0, noLongerBlocking: 0 }
      effect[side] += 1
      effects.set(`${layer}\0${id}`, effect)
    }
  }
  for (const { rules } of newly) count(rules.after, 'newlyBlocking')
  for (const { rules } of noLonger) count(rules.before, 'noLongerBlocking')
  return sortRuleEffects([...effects.values()])
}

/** The order in which rules are listed: by how many findings they concern, then by name. */
export const sortRuleEffects = (effects: readonly RuleEffect[]): readonly RuleEffect[] =>
  effects.toSorted(
    (a, b) =>
      b.newlyBlocking + b.noLongerBlocking - a.newlyBlocking - a.noLongerBlocking ||
      compareText(a.id, b.id) ||
      compareText(a.layer, b.layer)
  )

function scanChanges(before: Decision, after: Decision): readonly ScanChange[] {
  const verdictIn = ({ scans }: Decision, id: string) => scans.find(scan => scan.id === id)?.verdict ?? null
  const ids = [...new Set([...before.scans, ...after.scans].map(({ id }) => id))]
  return ids
    .map(id => ({ id, before: verdictIn(before, id), after: verdictIn(after, id) }))
    .filter(scan => (scan.before ?? 'pass') !== (scan.after ?? 'pass'))
}
