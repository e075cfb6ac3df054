import type { SuppressionClaim } from '../../finding.js'
import { asArray, asObject, asString, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import { utc } from '../../time/instant.js'
import { at, isBagUnreadable, propertiesOf } from '../members.js'
import type { PathMapper } from '../place/paths.js'
import { states } from '../tools/stated.js'

const KINDS = new Set<JsonValue>(['inSource', 'external'])

/**
 * Absent and null (legacy Grype) mean accepted; whatever the standard does not know is no ground to pass. Of a kind and a
 * `state` one has to be there (§3.35.3): what says neither where it stands nor that it suppresses, is none.
 */
function isAccepted(element: JsonObject): boolean {
  const [kind, state, status] = ['kind', 'state', 'status'].map(key => member(element, key) ?? null)
  if ((kind ?? state) === null || (kind !== null && !KINDS.has(kind ?? null))) return false
  return [state, status].every(
    each => each == null || (typeof each === 'string' && (each === 'accepted' || /^suppressed/i.test(each)))
  )
}

/** Whether an element says nothing of itself, in another spelling or among its properties, that is no acceptance. */
const isUncontested = (element: JsonObject): boolean =>
  [element, propertiesOf(element)].every(bag =>
    Object.entries(bag ?? {}).every(
      ([name, value]) =>
        !states(name, 'standing') || (bag === element && PLAIN.has(name)) || value === null || isAcceptance(value)
    )
  )

const PLAIN = new Set(['status', 'state'])
const ACCEPTANCE = /^(?:accepted|approved|suppressed\w*)$/i
const isAcceptance = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' && ACCEPTANCE.test(value.trim())

const isInSource = (element: JsonObject): boolean =>
  textMember(element, 'kind') === 'inSource' || textMember(element, 'state') === 'suppressedInSource'

/**
 * When an element says that it ends, ISO 8601 UTC, in sarif-multitool's member, in those of drafts of SARIF 2.2, or under
 * another name for it; null for an end that cannot be read, which is no way to go on.
 */
const endsOf = (element: JsonObject): readonly (string | null)[] =>
  [element, propertiesOf(element)].flatMap(bag =>
    Object.entries(bag ?? {}).flatMap(([name, value]) =>
      !states(name, 'end') || value === null || value === undefined ? [] : [utc(asString(value))]
    )
  )

/** The one file of the scanned tree in which all of the suppressions stand (SARIF 2.1.0 §3.35.5), or null. */
function pathOf(elements: readonly JsonObject[], places: readonly Pick<PathMapper, 'ofLocation'>[]): string | null {
  const paths = elements.flatMap(element => {
    const reference = asObject(at(element, ['location', 'physicalLocation', 'artifactLocation']))
    return places.map(({ ofLocation }) => {
      const place = ofLocation(reference)
      return place.kind === 'file' && place.ground === 'tree' ? place.path : null
    })
  })
  const [first = null] = paths
  return paths.every(path => path === first) ? first : null
}

/**
 * The result's claim of being suppressed (SARIF 2.1.0 §3.27.23, §3.35): at least one element, and none under review or
 * rejected, and none with an end that cannot be read. Absent, null and empty mean that it is not. One external element makes all of it external: what stands in
 * the source can be seen in a change. `state` is how Roslyn wrote it before the standard was final.
 */
export function suppressionOf(
  result: JsonObject,
  places: readonly Pick<PathMapper, 'ofLocation'>[]
): SuppressionClaim | null {
  const written = asArray(member(result, 'suppressions'))
  if (written.length === 0) return null
  const elements = written.map(asObject).filter(element => element !== null)
  const ends = elements.flatMap(endsOf)
  const isWhole = elements.length === written.length && !elements.some(isBagUnreadable)
  if (!isWhole || !elements.every(each => isAccepted(each) && isUncontested(each)) || ends.includes(null)) return null
  const reason = elements.map(element => textMember(element, 'justification')).find(stated => stated !== null)
  const justification = reason?.slice(0, 1_000) ?? null
  const [first] = ends.flatMap(end => end ?? []).sort()
  const until = first === undefined ? {} : { until: first }
  const external = elements.filter(element => !isInSource(element))
  if (external.length === 0) return { kind: 'in-source', justification, ...until }
  const path = pathOf(external, places)
  return { kind: 'external', justification, ...(path === null ? {} : { path }), ...until }
}
