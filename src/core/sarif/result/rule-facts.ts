import type { RuleText } from '../../finding.js'
import { asString, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import { otherLevelsOf, type PolicyRules, policiesFor } from '../gravity/configured.js'
import { graverOf, type Rating, ratingOfRule } from '../gravity/rating.js'
import { at, propertiesOf, type ResultFacts, strings } from '../members.js'
import { tellsMalware } from '../package/malware.js'
import { packagePatternsOf } from '../package/parts.js'
import type { FoundRule } from '../rules.js'
import type { ToolProfile } from '../tools/profile.js'
import { profileOfRule, UNKNOWN_TOOL } from '../tools/registry.js'
import type { RuleIds, Taxonomies } from './identifiers.js'
import { idsOfRule } from './identifiers.js'
import { plainText, visibleName } from './message.js'
import { type RuleTexts, ruleTextOf } from './rule-text.js'

/** What all results of a rule share. */
export interface RuleFacts {
  readonly ruleId: string
  /** Whether the file writes it with what nobody sees. */
  readonly isDisguised: boolean
  readonly profile: ToolProfile
  readonly tags: readonly string[]
  readonly ids: RuleIds
  readonly helpUri: string | null
  readonly text: RuleText | undefined
  readonly packagePatterns: ResultFacts['packagePatterns']
  readonly malware: ReturnType<typeof tellsMalware>
  readonly rating: Rating
  /** Levels that others than its default configuration give it. */
  readonly otherLevels: readonly JsonValue[]
  readonly extendedTags: Map<string, readonly string[]>
}

/** What of a run tells of its rules. */
export interface RuleRun {
  readonly profile: ToolProfile
  /** What was worked out of each rule: once, however many results it has. */
  readonly ruleFacts: Map<FoundRule, RuleFacts>
  readonly taxonomies: Taxonomies
  readonly policyRules: PolicyRules | null
}

/** What is known of a rule of that run. */
export function ruleFactsOf(found: FoundRule, run: RuleRun): RuleFacts {
  const known = run.ruleFacts.get(found)
  if (known !== undefined) return known
  const { rule } = found
  const written = found.id ?? textMember(rule, 'name') ?? ''
  const ruleId = visibleName(written) || 'unnamed-rule'
  const profile = run.profile === UNKNOWN_TOOL ? profileOfRule(ruleId) : run.profile
  const helpUri = textMember(rule, 'helpUri')
  const tags = [...new Set(strings(member(propertiesOf(rule), 'tags')))]
  const policies = run.policyRules === null ? [] : policiesFor(ruleId, rule, run.policyRules)
  const given = { tags, isBareMeant: profile === UNKNOWN_TOOL }
  const facts: RuleFacts = {
    ruleId,
    isDisguised: written !== '' && written !== ruleId,
    profile,
    tags,
    ids: idsOfRule(ruleId, rule, profile.ruleIdIsCwe === true, run.taxonomies),
    helpUri: helpUri !== null && /^https?:\/\//i.test(helpUri) ? helpUri : null,
    text: ruleTextOf(ruleId, textsOf(rule)),
    packagePatterns: packagePatternsOf(ruleId, rule, profile),
    malware: tellsMalware(ruleId, rule),
    rating: [rule, ...policies].map(each => ratingOfRule(each, given)).reduce(graverOf),
    otherLevels: otherLevelsOf(rule, policies),
    extendedTags: new Map()
  }
  run.ruleFacts.set(found, facts)
  return facts
}

function textsOf(rule: JsonObject | null): RuleTexts {
  const of = (name: string, kind: 'text' | 'markdown'): string | null => {
    const text = asString(at(rule, [name, kind]))
    return text === null ? null : plainText(text)
  }
  const full = of('fullDescription', 'text')
  return {
    descriptions: [of('shortDescription', 'text'), full, textMember(rule, 'name')],
    helps: [of('help', 'markdown'), of('help', 'text'), full]
  }
}

/** One list for all results that add the same tags to the rule's. */
export function tagsOf({ tags, extendedTags }: RuleFacts, result: JsonObject): readonly string[] {
  const own = strings(member(propertiesOf(result), 'tags'))
  if (own.length === 0) return tags
  const key = own.join('\u0000')
  const known = extendedTags.get(key) ?? [...new Set([...tags, ...own])]
  extendedTags.set(key, known)
  return known
}
