import type { Category, Finding } from '../../finding.js'
import { isAboutSecret } from '../../ground/credentials.js'
import type { JsonObject } from '../../ground/json.js'
import { replacementsOf } from '../fixes.js'
import { type ResultFacts, textAt } from '../members.js'
import { reportsOf } from '../package/package.js'
import { observedIn } from './clues.js'
import { plainText } from './message.js'
import type { Placed } from './places.js'
import type { RuleFacts } from './rule-facts.js'
import { commitOf, hideSecret } from './secrets.js'

/** A finding that is being made. */
export type Mutable<T> = { -readonly [Member in keyof T]: T[Member] }

/** What of a finding is not as it seems, and what its rule says of itself, likewise only where it is so. */
export function addDoubts(
  finding: Mutable<Finding>,
  { isDisguised, text }: RuleFacts,
  byFile: Category,
  result: JsonObject
): void {
  if (text !== undefined) finding.ruleText = text
  if (isDisguised) finding.isDisguised = true
  if (byFile !== finding.category) finding.categoryOfFile = byFile
  // What quotes a secret quotes it under any name.
  if (byFile === 'secret' || isAboutSecret(finding)) hideSecret(finding, result)
}

/** Most findings have none of these: a member that is absent takes no memory. */
export function addRareMembers(
  finding: Mutable<Finding>,
  { otherLocations, lead }: Placed,
  trail: Finding['trail'],
  facts: ResultFacts,
  candidates: readonly string[]
): void {
  const commit = finding.category === 'secret' ? commitOf(facts) : null
  if (otherLocations !== undefined) finding.otherLocations = otherLocations
  if (trail !== undefined) finding.trail = trail
  if (commit !== null) finding.commit = commit
  const fix = plainText(textAt('fix', facts) ?? '')
  if (fix !== '') finding.fixText = fix
  const replacements = replacementsOf(facts.result, lead)
  if (replacements !== null) finding.replacements = replacements
  const instances = observedIn(facts.result)
  if (instances > 1) finding.instances = instances
  if (candidates.length > 0) finding.packageReports = reportsOf(candidates, finding)
}
