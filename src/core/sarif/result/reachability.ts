import type { Reachability } from '../../finding.js'
import { asString, member } from '../../ground/json.js'
import type { EffectiveLevel } from '../gravity/level.js'
import { propertiesOf, type ResultFacts } from '../members.js'

/** Words for reachability: Semgrep's `exposure`, JFrog's `applicability` (with a blank for the line), Black Duck's `reachable`. */
const WORDS: Readonly<Record<string, Reachability>> = {
  reachable: 'reachable',
  always_reachable: 'reachable',
  applicable: 'reachable',
  true: 'reachable',
  yes: 'reachable',
  conditionally_reachable: 'potential',
  potential: 'potential',
  unreachable: 'unreachable',
  not_applicable: 'unreachable',
  false: 'unreachable',
  no: 'unreachable'
}

/** Whether the scanner says that the vulnerable code can be reached; what it does not know is unknown. */
export function reachabilityOf(facts: ResultFacts, level: EffectiveLevel, scanLevel: string | null): Reachability {
  const stated = level.stated && level.level !== null ? facts.profile.reachabilityOfLevel?.[level.level] : undefined
  if (facts.profile.reachabilityOfLevel !== undefined) {
    // Only an analysis of symbols sees calls: coarser ones write `error` for whatever they find.
    return stated !== undefined && (scanLevel === null || scanLevel === 'symbol') ? stated : 'unknown'
  }
  const own = propertiesOf(facts.result)
  const ofRule = propertiesOf(facts.rule)
  for (const value of [
    member(own, 'exposure'),
    member(own, 'applicability'),
    member(ofRule, 'applicability'),
    member(own, 'reachable')
  ]) {
    if (value === undefined) continue
    const word =
      typeof value === 'boolean'
        ? String(value)
        : (asString(value)
            ?.trim()
            .toLowerCase()
            .replace(/[\s-]+/g, '_') ?? '')
    if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? 'unknown'
  }
  return 'unknown'
}
