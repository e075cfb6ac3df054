import { bringingOf, type FileText } from '../change/locks/brought/bringing.js'
import type { Bringing } from '../change/locks/brought/graph.js'
import type { Finding } from '../finding.js'
import { bareVersion } from '../ground/package-url.js'
import { sentencesOf, withoutStop } from '../ground/sentences.js'
import type { Outcome } from './decision.js'

/**
 * The smallest thing to do about a finding that warns or blocks, for people; null where nothing is to be done.
 * A finding that can never be excepted is not offered a request. Made when asked: a million such texts are not small.
 */
export function nextStep(outcome: Outcome): string | null {
  // The decision holds what was judged: what a lock file adds for people is told by the views.
  const remedy = remedyOf(outcome, null)
  return remedy === null || !outcome.canBeExcepted ? remedy : `${remedy}: /gate request ${outcome.id} reason="…"`
}

/** The same without the command, which views show where it can be copied. */
export function remedyOf({ finding, verdict, canBeExcepted }: Outcome, source: FileText | null): string | null {
  if (verdict === 'pass') return null
  const remedy = remedyFor(finding, source)
  return canBeExcepted ? `${remedy}, or request an exception` : remedy
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

/** The upgrade that fixes a package, with the one that brings it in where scanner or lock file name that. */
function upgrade({ fixText, package: pack }: Finding, bringing: Bringing | null): string | null {
  if (!pack?.fixedVersion) return null
  const { name, fixedVersion } = pack
  const [, parent, version] = /^Upgrade to (\S{1,200})@(\d\S{0,60})$/.exec(fixText ?? '') ?? []
  const own = `Upgrade ${name} to ${fixedVersion}`
  if (parent !== undefined && parent !== name) return `${own}: ${parent} ${version} brings it in`
  const isOne = /^v?\d[\w.+~:-]*$/.test(fixedVersion)
  if (bringing?.kind === 'indirect')
    return isOne ? `${own}, which is indirect, by go get ${name}@v${bareVersion(fixedVersion)}` : own
  const direct = directOf(bringing, name)
  if (direct === null) return own
  return `Update ${direct} so that ${name} ${isOne ? `≥ ${fixedVersion}` : `is one of ${fixedVersion}`}`
}

/** `express and body-parser (direct; bring qs)`: what the repository's own manifests name; null where that is the package itself. */
function directOf(bringing: Bringing | null, name: string): string | null {
  if (bringing?.kind !== 'brought') return null
  const { by, isMore } = bringing
  const names = isMore ? `${by.join(', ')} and others` : by.join(' and ')
  return `${names} (direct; ${by.length > 1 || isMore ? 'bring' : 'brings'} ${name})`
}

/** What fixes a package, in one sentence without its full stop. */
function packageAdvice(finding: Finding, name: string, bringing: Bringing | null): string {
  const own = upgrade(finding, bringing)
  if (own !== null) return own
  const direct = directOf(bringing, name)
  if (finding.fixAvailable === true)
    return direct === null
      ? `Upgrade ${name}, or what brings it in: a fix is available`
      : `Update ${direct}: a fix is available`
  const version = finding.package?.version ? ` ${finding.package.version}` : ''
  return `Replace or remove ${direct ?? `${name}${version}`}: no fixed version is known`
}

/**
 * What fixes a finding as far as anybody says more than where it is, in one sentence without its full stop: the fixed
 * version, the fix of the file, the advice of the rule; null where nobody does. `source` reads the scanned tree, whose lock
 * files tell what brings a package in; null: nobody can read it.
 */
export function adviceFor(finding: Finding, source: FileText | null): string | null {
  const { package: pack, malware, category } = finding
  const bringing = pack === null ? null : bringingOf(finding, source)
  if (malware) {
    const direct = directOf(bringing, pack?.name ?? 'it')
    return `Remove ${direct ?? pack?.name ?? 'it'}: it is malware, and what ran it may be compromised`
  }
  if (pack !== null) return packageAdvice(finding, pack.name, bringing)
  if (category === 'secret') return 'Revoke the secret and remove it from the code and its history'
  return statedAdvice(finding) ?? (category === 'container' ? 'Rebuild the image on a fixed base' : null)
}

/** What fixes a finding, in one sentence without its full stop: where nobody says more, that it is to be fixed, and where. */
export function remedyFor(finding: Finding, source: FileText | null): string {
  const advice = adviceFor(finding, source)
  if (advice !== null) return advice
  const { category, location, otherLocations = [] } = finding
  const fix = category === 'iac' ? 'Fix the configuration' : 'Fix the code'
  if (location === null) return fix
  const others = otherLocations.length
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'place' : 'places'}`
  return `${fix} at ${location.path}${location.startLine === null ? '' : `:${location.startLine}`}${more}`
}
