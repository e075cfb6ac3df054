import { createHash } from 'node:crypto'
import type { Finding } from '../../finding.js'
import { asObject, asString, type JsonObject, type JsonValue, member, scalarsIn } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { propertiesOf, type ResultFacts, textAt } from '../members.js'
import { statingMembers } from '../tools/stated.js'
import { telling, tells } from '../tools/telling.js'
import { quotedIn } from './places.js'

/** Members of a property bag in which tools of several kinds say of which kind a result is. */
const KINDS = telling([], 'kind')
/** The whole of such a value: `Secret Management` is about how infrastructure keeps its secrets. */
const SECRET_KIND =
  /^(?:(?:exposed|leaked|hard-?coded|plain-?text|detected)[ _-])?(?:secrets?|credentials?)(?:[ _-](?:detection|scan(?:ning|ner)?|leak(?:age|s)?|exposure))?$/i
/** A component that is named for secrets: `secret detection`, `…/DoNotExposePlaintextSecrets`. */
const SECRET_COMPONENT = /(?<![a-z])(?:secrets?|credentials?)(?![a-z])/i

/** Words in capitals within a name, apart. */
const spaced = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
const isSecretComponent = remembered(name => SECRET_COMPONENT.test(spaced(name)))

/** True where the tool itself says that it found a secret: by the rule, by what has the rule, or by a member for kinds. */
export function isStatedSecret(facts: ResultFacts, component: string | null): boolean {
  const { profile, ruleId } = facts
  if (profile.category === 'secret' || (component !== null && isSecretComponent(component))) return true
  const rules = profile.secretRules
  if (rules !== undefined && [ruleId, ...namesOf(facts)].some(text => rules.test(text))) return true
  return [facts.rule, facts.result].some(object => {
    const bag = propertiesOf(object)
    return (
      tells(bag, KINDS) &&
      statingMembers(bag, 'kind').some(value => kindsIn(value).some(kind => SECRET_KIND.test(kind)))
    )
  })
}

/** The values of a list, or of a text between commas and the like: not its words. */
const kindsIn = (value: JsonValue | undefined): readonly string[] =>
  scalarsIn(value).flatMap(each =>
    String(each)
      .split(/[,;|\n]/)
      .map(kind => kind.trim())
  )

const namesOf = (facts: ResultFacts): readonly string[] =>
  [textAt('rule-name', facts), textAt('short-description', facts)].filter(text => text !== null)

/** Ids and names of rules that find secrets, as tools choose them that have never heard of each other. */
const SECRET_RULE =
  /(?<![a-z])(?:(?:hard[ -]?coded|exposed|leaked|plain[ -]?text)[ ._/-]?(?:passwords?|passwd|secrets?|credentials?|api[ _-]?keys?|tokens?|private[ _-]?keys?)|secrets?[ ._/-]?(?:detected|detection|leak(?:ed|s)?|found))(?![a-z])|(?<![a-z])(?:private|generic[ _-]api|aws[ _-](?:secret|access))[ _.-]?keys?$/i
/** Rules that are named for whose key or token it is, as scanners of secrets name nearly all of theirs. */
const ISSUED =
  /^(?:[\w.]+[/.:])?(?:adobe|age|airtable|alibaba|algolia|anthropic|asana|atlassian|aws|azure|bitbucket|clojars|cloudflare|codecov|confluent|databricks|datadog|digital[ -]?ocean|discord|docker(?:[ -]?hub)?|doppler|dropbox|dynatrace|facebook|fastly|figma|firebase|flutterwave|gcp|git[ -]?hub|git[ -]?lab|google|grafana|hashicorp|heroku|hubspot|hugging[ -]?face|intercom|jira|kubernetes|linear|linkedin|mailchimp|mailgun|mapbox|new[ -]?relic|notion|npm|nuget|okta|openai|paypal|planetscale|postman|pulumi|pypi|rubygems|segment|sendgrid|sentry|shopify|slack|snyk|sonar|sourcegraph|square|stripe|telegram|twilio|twitch|twitter|vault|zendesk)(?:[ _-][a-z0-9]+){0,3}[ _-](?:tokens?|pat|keys?|key[ _-]id|secrets?|webhook(?:[ _-]url)?|credentials?|password)$|^(?:jwt|jwt-base64|json[ _-]web[ _-]token)$/i
/** What scanners of secrets say of what they found. */
const SECRET_MESSAGE =
  /\bhas detected secret for file |\bcategory secret\b|\b(?:secret|credential|password|private key|access (?:token|key(?: id)?)|(?:api|auth) (?:key|token)|json web token)s? (?:(?:was|were|is|are|has been|have been) )?(?:detected|found|exposed|leaked|committed)\b|\b(?:detected|found|identified|exposed|leaked|hard-?coded) (?:(?:an?|the|possible|potential|plain-?text|hard-?coded|valid|active) ){0,4}(?:[\w-]{1,40} ){0,3}(?:secret|credential|private key|access (?:token|key)|(?:api|auth) (?:key|token))s?\b|\b(?:exposed|leaked|hard-?coded) (?:plain-?text )?passwords?\b/i

const isSecretRule = remembered(name => SECRET_RULE.test(spaced(name)) || ISSUED.test(spaced(name)))

/** For tools that are not known: whether rule or message have the form of a scanner's of secrets. */
export const looksLikeSecret = (facts: ResultFacts): boolean =>
  isSecretRule(facts.ruleId) ||
  isSecretRule(textAt('rule-name', facts) ?? '') ||
  isSecretMessage(facts.message) ||
  isSecretDescription(textAt('short-description', facts) ?? '')

/** Every such message has one of these words, which most have not. */
const NAMES_SECRET = /secret|credential|password|key|token/i
const isSecretMessage = (text: string): boolean => NAMES_SECRET.test(text) && SECRET_MESSAGE.test(text)
const isSecretDescription = remembered(isSecretMessage)

const MASK = '***'
/** Shorter texts are words that would be masked everywhere. */
const SHORTEST = 4
/** A run of characters as tokens and keys have them. Dots and dashes at its end are punctuation. */
const RUN = /[A-Za-z0-9+/_=.-]{16,}/g
const SHORTEST_TOKEN = 16
const FILE_NAME = /\/.*\.[A-Za-z]{1,5}$/
const COMMIT = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/

/** What a message about a secret may keep: it must not look like the secret that it is about. */
function looksSecret(token: string, keep: readonly string[]): boolean {
  if (COMMIT.test(token) || FILE_NAME.test(token) || keep.some(text => text.includes(token))) return false
  return /\d/.test(token) && /[A-Za-z]/.test(token)
}

function maskToken(run: string, keep: readonly string[]): string {
  let end = run.length
  while (end > 0 && '.-'.includes(run.charAt(end - 1))) end--
  const token = run.slice(0, end)
  return end >= SHORTEST_TOKEN && looksSecret(token, keep) ? MASK + run.slice(end) : run
}

/**
 * A message about a secret without the secret: what the result quotes as found is masked wherever it stands, and so is
 * everything that looks like a token. `keep` are texts that are no secret though they may look like one (rule id, path).
 */
export function maskQuotedSecrets(
  message: string,
  quoted: readonly (string | null)[],
  keep: readonly string[]
): string {
  const secrets = secretsIn(quoted).filter(secret => !keep.includes(secret))
  return maskAll(message, secrets).replace(RUN, run => maskToken(run, keep))
}

/** What stands in quotes in a line of code: `token = "…"`. */
const LITERAL = /["'`]([^"'`\n]{8,300})["'`]/g

/** What the result quotes, and in a line of code the literals and tokens of it, the longest first. */
const secretsIn = (quoted: readonly (string | null)[]): readonly string[] => {
  const whole = quoted.map(quote => quote?.trim() ?? '').filter(secret => secret.length >= SHORTEST)
  const parts = whole.flatMap(text => [
    ...Array.from(text.matchAll(LITERAL), ([, literal = '']) => literal),
    ...(text.match(RUN) ?? []).filter(token => looksSecret(token, []))
  ])
  return [...new Set([...whole, ...parts])].sort((a, b) => b.length - a.length)
}

/** A text without any of these. */
const maskAll = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text)

/** Clues of a secret, without those that hold what the result quotes as found. */
export function secretClues(clues: Finding['clues'], quoted: readonly (string | null)[]): Finding['clues'] {
  const secrets = secretsIn(quoted)
  const isOpen = ([, value]: [string, string]): boolean => secrets.every(secret => !value.includes(secret))
  return {
    ...clues,
    fingerprints: Object.fromEntries(Object.entries(clues.fingerprints).filter(isOpen)),
    symbol: clues.symbol === null ? null : maskAll(clues.symbol, secrets),
    ...(clues.instance === undefined ? {} : { instance: maskAll(clues.instance, secrets) })
  }
}

/** Tools that redact write the same for every secret; that tells nothing of one. */
const REDACTED = /^[*xX.\s]*$|redacted|\*{3,}/i

/** A stand-in for the secret in clues to identity: equal for equal secrets of one rule, and of no use to anyone who does not hold the secret. */
export function secretStandIn(ruleId: string, secret: string | null): string | null {
  const value = secret?.trim() ?? ''
  if (value === '' || REDACTED.test(value)) return null
  return `sha256:${createHash('sha256').update(`policy-gate/secret\n${ruleId}\n${value}`).digest('hex').slice(0, 32)}`
}

/** Members in which scanners of a history name the commit: gitleaks in its fingerprints, others in the property bag. */
const COMMIT_NAMES = ['commitSha', 'commit', 'commit_sha', 'commitHash', 'commit_hash'] as const
const COMMIT_BAGS = ['partialFingerprints', 'fingerprints'] as const
const FULL_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i

/**
 * The commit in whose history a secret was found: only a full id names one. A message is read only where the tool is
 * known to end it with the commit and has no member for it: it quotes the name of the file, which may end like that.
 */
export function commitOf({ result, message, profile }: ResultFacts): string | null {
  const bags = [...COMMIT_BAGS.map(bag => asObject(member(result, bag))), propertiesOf(result)]
  const stated = bags.flatMap(bag =>
    bag === null ? [] : COMMIT_NAMES.flatMap(name => asString(member(bag, name)) ?? [])
  )
  const said = stated.length > 0 ? stated : (profile.commitInMessage?.exec(message)?.slice(1) ?? [])
  return said.find(commit => FULL_COMMIT.test(commit))?.toLowerCase() ?? null
}

type Quoted = Pick<Finding, 'tags' | 'suppression' | 'fixText' | 'clues' | 'message' | 'category' | 'ruleId'>
type Quoting = { -readonly [Member in keyof Quoted]: Quoted[Member] }

/** Words in quotes of a message about a secret, of which one may be it. */
const QUOTED = /["'`‘“]([^\s"'`’”]{4,300})["'`’”]/g

/** What else of a finding about a secret may quote it: its tags, clues, the words of whoever suppressed it, and its fix. */
export function hideSecret(finding: Quoting, result: JsonObject): void {
  const { category, message, ruleId } = finding
  // The message of a scanner of secrets is masked already; what it still quotes is the rule.
  const words = category === 'secret' ? [] : Array.from(message.matchAll(QUOTED), ([, word = '']) => word)
  const quoted = [...quotedIn(result), ...words.filter(word => word !== ruleId)]
  const { snippet } = finding.clues
  finding.clues = { ...secretClues(finding.clues, quoted), snippet }
  const secrets = secretsIn(quoted)
  const { tags, suppression, fixText } = finding
  const isQuoted = (text: string): boolean => secrets.some(secret => text.includes(secret))
  if (tags.some(isQuoted)) finding.tags = tags.map(tag => maskAll(tag, secrets))
  const justification = suppression?.justification ?? null
  if (suppression !== null && justification !== null && isQuoted(justification))
    finding.suppression = { ...suppression, justification: maskAll(justification, secrets) }
  if (fixText !== undefined && isQuoted(fixText)) finding.fixText = maskAll(fixText, secrets)
}
