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
  const claim = suppressionOf({ suppressions }, mapPath)
  expect(claim).toEqual({ kind: 'external', justification: null, ...(path === undefined ? {} : { path }) })
})
