import { describe, expect, test } from '@jest/globals'
import { type JsonObject, member } from '../../../../src/core/ground/json.js'
import type { MappedPlace } from '../../../../src/core/sarif/place/resolve.js'
import { trailOf } from '../../../../src/core/sarif/result/trail.js'

const at = (uri: string, region: JsonObject | null = null): JsonObject => ({
  physicalLocation: { artifactLocation: { uri }, ...(region === null ? {} : { region }) }
})
const line = (startLine: number, endLine = startLine): JsonObject => ({ startLine, endLine })

const mapPath = (reference: JsonObject | null): MappedPlace => {
  const uri = String(member(reference, 'uri') ?? '')
  if (uri === '') return { kind: 'none', reference: null }
  return uri.startsWith('/')
    ? { kind: 'unmappable', problem: 'outside', claimed: uri }
    : { kind: 'file', path: uri, ground: 'tree', claimed: null, line: null, member: null }
}
const read = (result: JsonObject, steps: readonly JsonObject[] = [], graphs: readonly JsonObject[] = []) =>
  trailOf(result, { mapPaths: [mapPath], steps, graphs })
const flow = (...locations: JsonObject[]): JsonObject => ({ codeFlows: [{ threadFlows: [{ locations }] }] })

describe('what leads to a result', () => {
  const step = { path: 'a.ts', firstLine: 3, lastLine: 4 }
  test.each<[string, JsonObject, readonly object[] | undefined]>([
    ['nothing', {}, undefined],
    ['a step of a flow', flow({ location: at('a.ts', line(3, 4)) }), [step]],
    ['a frame of a stack', { stacks: [{ frames: [{ location: at('a.ts', line(3, 4)) }] }] }, [step]],
    ['a related location', { relatedLocations: [at('a.ts', line(3, 4))] }, [step]],
    [
      'the same one in all of them',
      {
        ...flow({ location: at('a.ts', line(3, 4)) }, { location: at('a.ts', line(3, 4)) }),
        stacks: [{ frames: [{ location: at('a.ts', line(3, 4)) }] }],
        relatedLocations: [at('a.ts', line(3, 4))]
      },
      [step]
    ],
    [
      'a whole file',
      flow({ location: at('a.ts') }),
      [{ path: 'a.ts', firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER }]
    ],
    ['no file', flow({ location: { logicalLocations: [] } }, { location: at('') }), undefined],
    [
      'a file that could not be mapped',
      flow({ location: at('/lib/x.c', line(1)) }),
      [{ path: '/lib/x.c', firstLine: 1, lastLine: 1, isClaimed: true }]
    ]
  ])('%s', (_, result, expected) => {
    expect(read(result)).toEqual(expected)
  })

  test('a step may point to one of the run', () => {
    const steps = [{ location: at('a.ts', line(1)) }, { location: at('b.ts', line(2)) }]
    expect(read(flow({ index: 1 }), steps)).toEqual([{ path: 'b.ts', firstLine: 2, lastLine: 2 }])
  })

  test('the order of the steps never shows', () => {
    const steps = [at('b.ts', line(1)), at('a.ts', line(9)), at('a.ts', line(2)), at('/x/a.ts', line(2))]
    const locations = steps.map(location => ({ location }))
    expect(read(flow(...locations.toReversed()))).toEqual(read(flow(...locations)))
  })

  test('of too many steps the stretch of each file is kept, which is never less', () => {
    const locations = Array.from({ length: 1_001 }, (_, index) => ({ location: at('a.ts', line(index + 5)) }))
    expect(read(flow(...locations))).toEqual([{ path: 'a.ts', firstLine: 5, lastLine: 1_005 }])
  })

  test('steps in too many files may be anywhere', () => {
    const locations = Array.from({ length: 1_001 }, (_, index) => ({ location: at(`${index}.ts`, line(1)) }))
    expect(read(flow(...locations))).toEqual([
      { path: '', firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER, isClaimed: true }
    ])
  })
})
