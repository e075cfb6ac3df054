import type { Category, IdentityClues, Package } from '../../finding.js'
import { maskSecrets } from '../../ground/credentials.js'
import { asInteger, asObject, asString, type JsonObject, member, textMember } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { at, propertiesOf, type ResultFacts, strings } from '../members.js'
import { placeElements } from '../place/looked-up.js'
import { telling, tells } from '../tools/telling.js'
import { nameIn, namesIn, type Placed, quotedIn } from './places.js'
import { secretClues, secretStandIn } from './secrets.js'

const MAX_FINGERPRINT = 300
/** A shorter text is an ordinal or a column, not a fingerprint. */
const SHORTEST = 8

/** Keys whose values identify something else than the finding: a commit, a CVE, a rule, a column, a file. */
const NOT_IDENTITY = new Set([
  'commitSha',
  'email',
  'author',
  'date',
  'commitMessage',
  'vulnerabilityHash',
  'primaryLocationStartColumnFingerprint',
  'scanFileHash',
  'scanTagsHash',
  'flawHashCount',
  'flawHashOrdinal',
  'causeHashCount',
  'causeHashOrdinal'
])
/** What tools write when they have no fingerprint to give. */
const PLACEHOLDER = /^(?:requires login|none|null|undefined|unknown|n\/a|[0-]+|-1)$/i

/** Whether values under this key, whatever its version, may tell one finding from another. */
const isIdentity = remembered(key => !NOT_IDENTITY.has(key) && !NOT_IDENTITY.has(key.replace(/\/v\d+$/, '')))

function usable(key: string, value: string | null, ruleId: string): value is string {
  if (value === null || value.length < SHORTEST || value.length > MAX_FINGERPRINT) return false
  if (!isIdentity(key) || PLACEHOLDER.test(value.trim())) return false
  // Some converters key by the rule id, which every result of the rule shares.
  return key !== ruleId && value !== ruleId
}

/** A producer's fingerprints that may tell one finding from another; those known to be constants or personal data are left out. */
function fingerprintsOf(result: JsonObject, ruleId: string, dependency: boolean): Readonly<Record<string, string>> {
  const names: string[] = []
  const values: string[] = []
  for (const bag of BAGS) {
    const object = asObject(member(result, bag))
    if (object === null) continue
    const keys = Object.keys(object)
    for (const key of keys.length > MOST_KEYS ? keys.slice(0, MOST_KEYS) : keys) {
      // Grype's value under this name lacks the vulnerability: it is the package's, shared by all its findings.
      if (dependency && key === 'primaryLocationLineHash') continue
      const own = member(object, key)
      const value = asString(own) ?? asString(member(asObject(own), 'value'))
      if (!usable(key, value, ruleId) || names.includes(key)) continue
      const at = positionOf(key, names)
      names.splice(at, 0, key)
      values.splice(at, 0, value)
    }
  }
  return names.length === 0 ? NONE : recordOf(names, values)
}

/** Where a name belongs among sorted ones. */
function positionOf(name: string, names: readonly string[]): number {
  let at = names.length
  while (at > 0 && name < (names[at - 1] ?? '')) at -= 1
  return at
}

function recordOf(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {}
  for (let index = 0; index < names.length; index += 1) {
    const [name, value] = [names[index] ?? '', values[index] ?? '']
    if (name === '__proto__')
      Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
    else record[name] = value
  }
  return record
}

const BAGS = ['fingerprints', 'partialFingerprints'] as const
const MOST_KEYS = 20
const NONE: Readonly<Record<string, string>> = {}

/** What of a run tells the names in its results. */
interface NamesOfRun {
  readonly logicalLocations: readonly (JsonObject | null)[]
  /** The run is in a file that the gate wrote. */
  readonly isOwnOutput: boolean
}

/** Name of the resource: that of the first place, else of an element that names nothing but what is meant. */
function resourceOf({ lead, nameless, place }: Placed, { logicalLocations }: NamesOfRun): string | null {
  const own = nameIn(lead, logicalLocations)
  const other = () => nameless.map(each => nameIn(each, logicalLocations)).find(name => name !== null)
  return own ?? other() ?? (place.kind === 'file' ? place.member : null)
}

/** Names and addresses repeat; a token in one of them tells nothing from another, and is nobody's to keep. */
const masked = remembered(maskSecrets)

/** `https://user:password@host`: an address is the same without. */
const PASSWORD_IN_ADDRESS = /(?<=:\/\/[^\s:@/]{1,100}):[^\s@/]{1,200}(?=@)/g

/** What the finding names; where that is an image or an address, it comes first, as the path does elsewhere. */
function symbolOf(written: string | null, resource: string | null, named: boolean): string | null {
  if (written === null) return resource === null ? null : masked(resource)
  const reference = masked(written.replace(PASSWORD_IN_ADDRESS, ''))
  // The name of a package is known already, and its version must not make another finding of it.
  return resource === null || named ? reference : `${reference}#${masked(resource)}`
}

/** Names under which tools keep the resource that is meant, where no logical location names it. */
const RESOURCE_KEYS = [
  'resource',
  'resourceName',
  'resource_name',
  'resourceId',
  'resource_id',
  'resourceAddress',
  'resource_address'
] as const
const RESOURCES = telling(RESOURCE_KEYS)
const MAX_INSTANCE = 1_000
const NO_NAMES: readonly string[] = []

/** Every name of the places but that of the finding itself, each once. */
function furtherNames(
  { result }: ResultFacts,
  known: string | null,
  { logicalLocations }: NamesOfRun
): readonly string[] {
  const names = placeElements(member(result, 'locations')).flatMap(each => namesIn(each, logicalLocations))
  if (names.length === 0) return NO_NAMES
  return names.length < 2 && names[0] === known ? [] : [...new Set(names)].filter(name => name !== known).sort()
}

/** What tells a result from others that say the same, besides fingerprints and the name of what is meant; null where nothing does. */
function instanceOf(facts: ResultFacts, known: string | null, named: Package | null, run: NamesOfRun): string | null {
  const bag = propertiesOf(facts.result)
  if (run.isOwnOutput) return asString(at(bag, ['policyGate', 'instance']))
  const correlation = textMember(facts.result, 'correlationGuid')
  const parts: string[] = []
  if (correlation !== null && !PLACEHOLDER.test(correlation)) parts.push(correlation.toLowerCase())
  parts.push(...furtherNames(facts, known, run))
  if (tells(bag, RESOURCES)) parts.push(...RESOURCE_KEYS.flatMap(key => strings(member(bag, key))))
  if (named !== null) parts.push(named.purl ?? named.name, named.version ?? '')
  return parts.length === 0 ? null : masked(parts.join('\n')).slice(0, MAX_INSTANCE)
}

/** Results tell so many observations at most: more are no number that anybody counted. */
const MOST_OBSERVED = 1_000_000

/** How often the result was observed, where it says so (SARIF 2.1.0 §3.27, `occurrenceCount`); else once. */
export function observedIn(result: JsonObject): number {
  const count = asInteger(member(result, 'occurrenceCount')) ?? 1
  return Math.max(1, Math.min(count, MOST_OBSERVED))
}

/** What is known of a finding besides its place: what it names, and how it is told from others. */
export function cluesOf(
  facts: ResultFacts,
  category: Category,
  placed: Placed,
  { named, run }: { readonly named: Package | null; readonly run: NamesOfRun }
): IdentityClues {
  const snippet = asString(at(placed.region, ['snippet', 'text']))
  const dependency = category === 'sca' || category === 'container'
  const resource = resourceOf(placed, run)
  const instance = instanceOf(facts, resource, dependency ? null : named, run)
  const fingerprints = fingerprintsOf(facts.result, facts.ruleId, dependency)
  const plain = { snippet, fingerprints, symbol: symbolOf(placed.reference, resource, named !== null) }
  const clues = instance === null ? plain : { ...plain, instance }
  if (category !== 'secret') return clues
  const offender = textMember(propertiesOf(facts.result), 'offender')
  const standIn = secretStandIn(facts.ruleId, offender ?? snippet)
  return secretClues({ ...clues, snippet: standIn }, quotedIn(facts.result))
}
