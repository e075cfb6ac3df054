import { asArray, asObject, type JsonObject, member, textMember } from '../../ground/json.js'
import { at } from '../members.js'
import { visibleName } from '../result/message.js'
import type { RunContext } from '../result/result.js'

/** More rules than any tool has: their names are not kept. */
const MOST_RULES = 20_000

const idsIn = (component: JsonObject | null): readonly string[] =>
  asArray(member(component, 'rules')).flatMap(rule => visibleName(textMember(asObject(rule), 'id') ?? '') || [])

function listedIn(run: JsonObject): ReadonlySet<string> {
  const tool = asObject(member(run, 'tool'))
  const components = [asObject(member(tool, 'driver')), ...asArray(member(tool, 'extensions')).map(asObject)]
  return new Set(components.flatMap(idsIn))
}

/**
 * Ids of all rules that ran, or null where the file does not tell. The standard leaves it open whether a tool lists
 * what ran or what found something (§3.19.23). A list that is taken for complete and is not would make rules look new:
 * so the tool must be known to write such lists, and this one must show it, by a rule without findings and by missing
 * none that has some. The gate's own output says itself whether it knew them all.
 */
export function rulesThatRan(
  run: JsonObject,
  { profile, ruleFacts, isOwnOutput }: RunContext
): readonly string[] | null {
  if (profile.listsEveryRule !== true) return null
  const listed = listedIn(run)
  if (listed.size > MOST_RULES) return null
  if (isOwnOutput) {
    return at(run, ['properties', 'policyGate', 'listsEveryRule']) === true ? [...listed] : null
  }
  const found = new Set<string>()
  for (const { id, rule } of ruleFacts.keys()) {
    if (rule === null) return null
    const own = textMember(rule, 'id') ?? id
    if (own !== null) found.add(own)
  }
  return listed.size > found.size ? [...listed] : null
}
