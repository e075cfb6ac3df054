import { CATEGORIES, type Category, type Finding, REACHABILITIES, severityRank } from '../../finding.js'
import { asObject, type JsonObject, member } from '../../ground/json.js'
import { usableScore } from '../gravity/scales.js'
import { propertiesOf } from '../members.js'

const own = (result: JsonObject): JsonObject | null => asObject(member(propertiesOf(result), 'policyGate'))

const among = <T extends string>(words: readonly T[], value: unknown): T | null =>
  words.find(word => word === value) ?? null

/**
 * The category that the gate's own output says a finding has. A secret stays one: what its texts show is masked by that.
 * The scores of that output are there for everybody, and would make lint one of security.
 */
export function categoryInOwn(result: JsonObject, byFile: Category): Category {
  return byFile === 'secret' ? byFile : (among(CATEGORIES, member(own(result), 'category')) ?? byFile)
}

/**
 * A finding of the gate's own output with what it was known by, and SARIF has no other member for: an unknown severity,
 * which has to have a level there; the score that somebody stated, where the output has one for each band; whether the
 * code is reachable and a fix is known. Output of before those members leaves it as it is.
 */
export function toldByGate(finding: Finding, result: JsonObject): Finding {
  const told = own(result)
  if (told === null) return finding
  const isGrave = finding.severity !== 'unknown' && severityRank(finding.severity) >= severityRank('high')
  const isUnknown = member(told, 'severity') === 'unknown' && !isGrave
  const score = member(told, 'score')
  const fix = member(told, 'fixAvailable')
  return {
    ...finding,
    ...(isUnknown ? { severity: 'unknown', severitySource: 'none' } : {}),
    score: score === undefined ? finding.score : usableScore(score),
    reachability: among(REACHABILITIES, member(told, 'reachability')) ?? finding.reachability,
    fixAvailable: typeof fix === 'boolean' || fix === null ? fix : finding.fixAvailable
  }
}
