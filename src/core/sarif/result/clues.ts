import type { Category, Finding } from '../../finding.js'
import { asObject, asString, type JsonObject, member } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { at, propertiesOf, type ResultFacts } from '../members.js'
import { textMember } from '../rules.js'
import { quotedIn } from './places.js'
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
const PLACEHOLDER = /^(?:requires login|none|null|undefined|unknown|n\/a|0+|-1)$/i

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
  const entries: [string, string][] = []
  for (const bag of BAGS) {
    const object = asObject(member(result, bag))
    if (object === null) continue
    const keys = Object.keys(object)
    for (const key of keys.length > MOST_KEYS ? keys.slice(0, MOST_KEYS) : keys) {
      // Grype's value under this name lacks the vulnerability: it is the package's, shared by all its findings.
      if (dependency && key === 'primaryLocationLineHash') continue
      const own = member(object, key)
      const value = asString(own) ?? asString(member(asObject(own), 'value'))
      if (usable(key, value, ruleId) && !entries.some(([known]) => known === key)) entries.push([key, value])
    }
  }
  return entries.length === 0 ? NONE : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const BAGS = ['fingerprints', 'partialFingerprints'] as const
const MOST_KEYS = 20
const NONE: Readonly<Record<string, string>> = {}

/** What tells the finding from others besides its place; of a secret nothing that holds it. */
export function cluesOf(
  { result, ruleId }: ResultFacts,
  category: Category,
  region: JsonObject | null,
  symbol: string | null
): Finding['clues'] {
  const snippet = asString(at(region, ['snippet', 'text']))
  const dependency = category === 'sca' || category === 'container'
  const fingerprints = fingerprintsOf(result, ruleId, dependency)
  if (category !== 'secret') return { snippet, fingerprints, symbol }
  const offender = textMember(propertiesOf(result), 'offender')
  return secretClues({ snippet: secretStandIn(ruleId, offender ?? snippet), fingerprints, symbol }, quotedIn(result))
}
