import { expect, test } from '@jest/globals'
import { asString, type JsonObject, type JsonValue, member } from '../../../../src/core/ground/json.js'
import { type MappedPlace, NOWHERE } from '../../../../src/core/sarif/place/resolve.js'
import { suppressionOf } from '../../../../src/core/sarif/result/suppression.js'

const external = (uri: string): JsonObject => ({
  kind: 'external',
  location: { physicalLocation: { artifactLocation: { uri } } }
})

/** Files that begin with `gen/` are made by the build. */
function mapPath(location: JsonObject | null): MappedPlace {
  const path = asString(member(location, 'uri'))
  if (path === null || path.includes('://')) return NOWHERE
  const ground = path.startsWith('gen/') ? 'generated' : 'tree'
  return { kind: 'file', path, ground, claimed: null, line: null, member: null }
}

const CONFIG = 'config/brakeman.ignore'

test.each<[string, readonly JsonValue[], string | undefined]>([
  ['of one', [external(CONFIG)], CONFIG],
  ['of several in one file', [external(CONFIG), external(CONFIG)], CONFIG],
  ['of one beside another in the source', [{ kind: 'inSource' }, external(CONFIG)], CONFIG],
  ['of several in several files', [external(CONFIG), external('b')], undefined],
  ['of several, of which one is nowhere', [external(CONFIG), { kind: 'external' }], undefined],
  ['of no file', [external('https://x.example/a')], undefined],
  ['of a file that the build made', [external('gen/ignore.json')], undefined]
])('an external suppression has the file %s', (_, suppressions, path) => {
  const claim = suppressionOf({ suppressions }, [{ ofLocation: mapPath }])
  expect(claim).toEqual({ kind: 'external', justification: null, ...(path === undefined ? {} : { path }) })
})

const claimOf = (parts: JsonObject) =>
  suppressionOf({ suppressions: [{ kind: 'inSource', ...parts }] }, [{ ofLocation: mapPath }])

test.each<[string, JsonObject, string | null | undefined]>([
  ['no end', {}, undefined],
  ['null for an end', { expiryUtc: null }, undefined],
  ['in the property bag', { properties: { expiryUtc: '2030-01-31T00:00:00.000Z' } }, '2030-01-31T00:00:00Z'],
  ['as a member', { expiryUtc: '2030-01-31T01:00:00+01:00' }, '2030-01-31T00:00:00Z'],
  ['as drafts call it', { expiryDateUtc: '2030-01-31' }, '2030-01-31T00:00:00Z'],
  ['the first of two', { expiryUtc: '2031-01-01', properties: { expiryUtc: '2030-01-01' } }, '2030-01-01T00:00:00Z'],
  ['under another name', { properties: { expiresAt: '2030-01-31' } }, '2030-01-31T00:00:00Z'],
  ['in snake', { properties: { valid_until: '2030-01-31' } }, '2030-01-31T00:00:00Z'],
  ['an empty text for an end: it cannot be read', { properties: { expires: '' } }, null],
  ['the same by the standard name', { properties: { expiryUtc: '' } }, null],
  ['words', { properties: { expiryUtc: 'next spring' } }, null],
  ['a number', { expiryUtc: 1_900_000_000 }, null]
])('the end of a suppression: %s', (_, parts, until) => {
  const claim = { kind: 'in-source', justification: null, ...(until === undefined ? {} : { until }) }
  expect(claimOf(parts)).toEqual(until === null ? null : claim)
})

test.each([
  ['the same by every way to look for it', CONFIG, CONFIG],
  ['another one by an upper layer', 'elsewhere.ignore', undefined]
])('an external suppression has a file that is %s', (_, above, path) => {
  const other = { ofLocation: () => mapPath({ uri: above }) }
  const claim = suppressionOf({ suppressions: [external(CONFIG)] }, [{ ofLocation: mapPath }, other])
  expect(claim?.path).toBe(path)
})
