import type { Finding } from '../finding.js'
import { sentencesOf, withoutStop } from '../ground/sentences.js'
import type { Outcome } from './decision.js'

/**
 * The smallest thing to do about a finding that warns or blocks, for people; null where nothing is to be done.
 * A finding that can never be excepted is not offered a request. Made when asked: a million such texts are not small.
 */
export function nextStep(outcome: Outcome): string | null {
  const remedy = remedyOf(outcome)
  return remedy === null || !outcome.canBeExcepted ? remedy : `${remedy}: /gate request ${outcome.id} reason="…"`
}

/** The same without the command, which views show where it can be copied. */
export function remedyOf({ finding, verdict, canBeExcepted }: Outcome): string | null {
  if (verdict === 'pass') return null
  return canBeExcepted ? `${remedyFor(finding)}, or request an exception` : remedyFor(finding)
}

/** What scanners begin a sentence with that says what to do. */
const ADVICE =
  /^(?:instead,?\s+)?(?:use|avoid|consider|replace|set|add|remove|upgrade|update|prefer|do not|don't|validate|saniti[sz]e|escape|specify|enable|disable|restrict|limit|pin|rotate|revoke|encode|ensure|make sure|you should|please)\b/i
const LONGEST_ADVICE = 240

/** What the scanner itself says is to be done; null where it does not say. */
function statedAdvice({ fixText, ruleText, message }: Finding): string | null {
  if (fixText === undefined && ruleText?.advice != null) return adviceOfRule(ruleText, ruleText.advice)
  const stated =
    fixText ??
    sentencesOf(message)
      .slice(1)
      .find(sentence => ADVICE.test(sentence))
  return stated === undefined ? null : firstAdvice(stated)
}

/** By what a rule says, which all of its findings share. */
const advised = new WeakMap<object, { readonly advice: string | null }>()

function adviceOfRule(ruleText: object, stated: string): string | null {
  const known = advised.get(ruleText) ?? { advice: firstAdvice(stated) }
  advised.set(ruleText, known)
  return known.advice
}

function firstAdvice(stated: string): string | null {
  const [advice = ''] = sentencesOf(stated)
  return advice === '' || advice.length > LONGEST_ADVICE ? null : withoutStop(advice)
}

/** The upgrade that fixes a package, with the one that brings it in where the scanner names that. */
function upgrade({ fixText, package: pack }: Finding): string | null {
  if (!pack?.fixedVersion) return null
  const [, parent, version] = /^Upgrade to (\S{1,200})@(\d\S{0,60})$/.exec(fixText ?? '') ?? []
  const own = `Upgrade ${pack.name} to ${pack.fixedVersion}`
  return parent === undefined || parent === pack.name ? own : `${own}: ${parent} ${version} brings it in`
}

/**
 * What fixes a finding as far as anybody says more than where it is, in one sentence without its full stop: the fixed
 * version, the fix of the file, the advice of the rule; null where nobody does.
 */
export function adviceFor(finding: Finding): string | null {
  const { package: pack, malware, fixAvailable, category } = finding
  if (malware) return `Remove ${pack?.name ?? 'it'}: it is malware, and what ran it may be compromised`
  if (pack !== null) {
    const own = upgrade(finding)
    if (own !== null) return own
    if (fixAvailable === true) return `Upgrade ${pack.name}, or what brings it in: a fix is available`
    return `Replace or remove ${pack.name}${pack.version ? ` ${pack.version}` : ''}: no fixed version is known`
  }
  if (category === 'secret') return 'Revoke the secret and remove it from the code and its history'
  return statedAdvice(finding) ?? (category === 'container' ? 'Rebuild the image on a fixed base' : null)
}

/** What fixes a finding, in one sentence without its full stop: where nobody says more, that it is to be fixed, and where. */
export function remedyFor(finding: Finding): string {
  const advice = adviceFor(finding)
  if (advice !== null) return advice
  const { category, location, otherLocations = [] } = finding
  const fix = category === 'iac' ? 'Fix the configuration' : 'Fix the code'
  if (location === null) return fix
  const others = otherLocations.length
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'place' : 'places'}`
  return `${fix} at ${location.path}${location.startLine === null ? '' : `:${location.startLine}`}${more}`
}
