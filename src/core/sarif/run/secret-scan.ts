import type { Category } from '../../finding.js'
import { asArray, asObject, type JsonObject, member, textMember } from '../../ground/json.js'
import type { SecretScan } from '../input.js'
import { categoryByFile } from '../result/category.js'
import type { RunContext } from '../result/result.js'
import { ruleFactsOf } from '../result/rule-facts.js'
import type { FoundRule } from '../rules.js'
import { UNKNOWN_TOOL } from '../tools/registry.js'

/**
 * Whether a run looked for secrets. Most tools that can are asked to by an option, and write the same file without it: so
 * the run has to show it, by a secret that it found, by a rule for secrets that it lists, or by a tool that does nothing
 * else. That it did not is known only where its list of rules is known to be whole.
 */
export function secretScanOf(
  run: JsonObject,
  context: RunContext,
  found: ReadonlySet<Category>,
  rules: readonly string[] | null
): SecretScan {
  if (found.has('secret') || context.profile.category === 'secret' || listsSecrets(run, context)) return 'shown'
  return rules === null ? 'not-said' : 'none'
}

/** Whether a component lists a rule whose results would be secrets. */
function listsSecrets(run: JsonObject, context: RunContext): boolean {
  const { profile } = context
  if (profile !== UNKNOWN_TOOL && !profile.writes.includes('secret')) return false
  const tool = asObject(member(run, 'tool'))
  const components = [asObject(member(tool, 'driver')), ...asArray(member(tool, 'extensions')).map(asObject)]
  return components.some(component => {
    const name = textMember(component, 'name')
    return asArray(member(component, 'rules')).some(rule => categoryOfRule(asObject(rule), name, context) === 'secret')
  })
}

/** The category that a result would have of which nothing is known but the rule. */
function categoryOfRule(rule: JsonObject | null, component: string | null, context: RunContext): Category {
  const found: FoundRule = {
    id: textMember(rule, 'id'),
    rule,
    globalMessages: null,
    componentName: component,
    inconsistent: false,
    isDangling: false,
    isUnreadable: false,
    copies: []
  }
  const { ruleId, profile, tags, packagePatterns } = ruleFactsOf(found, { ...context, ruleFacts: new Map() })
  const nothing = { result: {}, message: '', location: null }
  return categoryByFile(
    { ...nothing, rule, ruleId, profile, tags, packagePatterns },
    { path: null, image: false, packageType: null, identifiers: [], isRuleUnreadable: false, component }
  )
}
