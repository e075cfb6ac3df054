import { asObject, asString, type JsonObject, member } from '../json.js'

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

const base = (key: string): string => key.replace(/\/v\d+$/, '')

function usable(key: string, value: string | null, ruleId: string): value is string {
  if (value === null || value.length < SHORTEST || value.length > MAX_FINGERPRINT) return false
  if (NOT_IDENTITY.has(key) || NOT_IDENTITY.has(base(key)) || PLACEHOLDER.test(value.trim())) return false
  // Some converters key by the rule id, which every result of the rule shares.
  return key !== ruleId && value !== ruleId
}

/** A producer's fingerprints that may tell one finding from another; those known to be constants or personal data are left out. */
export function fingerprintsOf(
  result: JsonObject,
  ruleId: string,
  dependency: boolean
): Readonly<Record<string, string>> {
  const entries: [string, string][] = []
  for (const bag of ['fingerprints', 'partialFingerprints'] as const) {
    const object = asObject(member(result, bag))
    if (object === null) continue
    for (const key of Object.keys(object).slice(0, 20)) {
      // Grype's value under this name lacks the vulnerability: it is the package's, shared by all its findings.
      if (dependency && key === 'primaryLocationLineHash') continue
      const own = member(object, key)
      const value = asString(own) ?? asString(member(asObject(own), 'value'))
      if (usable(key, value, ruleId) && !entries.some(([known]) => known === key)) entries.push([key, value])
    }
  }
  return entries.length === 0 ? NONE : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const NONE: Readonly<Record<string, string>> = {}
