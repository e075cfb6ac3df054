import type { ConditionName } from '../../../generated/condition-names.js'
import { type Severity, severityRank } from '../../finding.js'
import { type Conditions, IN_ORDER } from '../conditions/table.js'
import { type Policy, type Rule, TIERS } from '../policy.js'

type Contradiction = readonly [message: string, hint: string]

/** Why no finding can ever be matched by the rule, and what to do; null where nothing keeps one from it. */
export const contradictionOf = (rule: Rule, policy: Policy): Contradiction | null =>
  severitiesOf(rule.when, policy) ?? statesOf(rule.when) ?? tiersOf(rule.when, policy) ?? excusesOf(rule)

/** `severity` and `min-severity` must have a severity in common, `unknown` counted as the policy says. */
function severitiesOf(when: Conditions, { unknownSeverity }: Policy): Contradiction | null {
  const { severity, 'min-severity': least } = when
  if (severity === null || least === null) return null
  const counted = (each: Severity) => (each === 'unknown' ? unknownSeverity : each)
  if (severity.some(each => severityRank(counted(each)) >= severityRank(least))) return null
  const message = `asks for ${severity.join(' or ')} and for at least ${least}, so it matches nothing`
  return [message, 'Keep one of `severity` and `min-severity`']
}

function statesOf({ state }: Conditions): Contradiction | null {
  if (state === null || state.some(each => each !== 'fixed')) return null
  return ['asks for fixed findings only, and rules are not asked about what is gone', 'Remove the rule']
}

/** Only where the assets of one layer are all that there is: further ones can raise the tier of a place. */
function tiersOf({ tier, asset }: Conditions, { assets }: Policy): Contradiction | null {
  const [only = [], ...others] = assets
  if (tier === null || asset === null || others.length > 0) return null
  const named = only.filter(({ name }) => asset.includes(name))
  if (named.length === 0 || named.some(each => tier.includes(each.tier))) return null
  const tiers = [...new Set(named.map(each => each.tier))].join(' or ')
  const message = `asks for tier ${tier.join(' or ')} and for ${asset.join(' or ')}, which is of tier ${tiers}, so it matches nothing`
  return [message, 'Leave one of `tier` and `asset` out']
}

/** `unless` that holds wherever `when` does takes back all that the rule says. */
function excusesOf({ when, unless }: Rule): Contradiction | null {
  if (unless === null) return null
  const given = IN_ORDER.filter(name => unless[name] !== null)
  if (given.length === 0 || !given.every(name => holdsWith(name, when, unless))) return null
  const message = `is excused by its own \`unless\`: ${given.join(' and ')} ${given.length === 1 ? 'holds' : 'hold'} wherever \`when\` does`
  return [message, 'Narrow `unless`, or remove the rule']
}

/** What holds for every finding, or for every one that is in a file. */
const ALWAYS: { readonly [K in ConditionName]?: (values: readonly unknown[]) => boolean } = {
  paths: values => values.includes('**'),
  tool: values => values.includes('*'),
  'rule-id': values => values.includes('*'),
  tier: values => TIERS.every(tier => values.includes(tier))
}

function holdsWith(name: ConditionName, when: Conditions, unless: Conditions): boolean {
  const [wanted, excused] = [when[name], unless[name]]
  if (Array.isArray(excused) && ALWAYS[name]?.(excused) === true) return true
  if (wanted === null) return false
  if (Array.isArray(wanted) && Array.isArray(excused)) return wanted.every(each => excused.includes(each))
  if (typeof wanted === 'number' && typeof excused === 'number') return wanted >= excused
  if (name === 'min-severity' && when[name] !== null && unless[name] !== null) {
    return severityRank(when[name]) >= severityRank(unless[name])
  }
  return wanted === excused
}
