import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { advisory, finding, place, replaceDiff, run } from './builders.js'

const ELSEWHERE = replaceDiff('other.ts', 1, [], ['x'])
const DOCUMENTATION = replaceDiff('README.md', 1, [], ['x'])
const at = (parts: Partial<Finding>) => finding({ location: place('src/a.ts', 3), ...parts })
const LOST = { location: null, placeGround: 'unchecked', placeProblem: '/x/a.ts:3: no file has it.' } as const

const told = (found: Finding, diff: string, baseline: readonly Finding[] | null = null) => {
  const [first] = run([found], { diff, baseline }).findings
  return [first?.identity.state, first?.identity.inDiff, first?.identity.stateReason]
}

describe('without a baseline only a file of the scanned tree is proven to be old', () => {
  test.each<[string, Finding, unknown[]]>([
    ['in the tree', at({}), ['existing', false, 'No baseline; its place is not part of the change']],
    [
      'made by the build',
      at({ placeGround: 'generated' }),
      ['unknown', null, 'No baseline, and its file is none of the repository: git ignores it, or the build makes it']
    ],
    [
      'of a tree that nobody knows',
      at({ placeGround: 'unchecked' }),
      [
        'unknown',
        null,
        'No baseline, and nobody knows whether its file is in the repository: check out the repository, or give its directory as source-root'
      ]
    ],
    ['not mapped', at(LOST), ['unknown', null, 'No baseline, and its place is not mapped into the repository']],
    ['without a place', finding({}), ['unknown', null, 'No baseline, and the finding names no place']],
    [
      'a dependency of a tree that nobody knows',
      advisory('CVE-2026-1', '1', 'web/package-lock.json', { placeGround: 'unchecked' }),
      [
        'unknown',
        null,
        'No baseline, and nobody knows whether its file is in the repository: check out the repository, or give its directory as source-root'
      ]
    ]
  ])('%s', (_, found, expected) => {
    expect(told(found, ELSEWHERE)).toEqual(expected)
  })

  test.each<[string, Finding]>([
    ['made by the build', at({ placeGround: 'generated' })],
    ['of a tree that nobody knows', at({ placeGround: 'unchecked' })],
    ['not mapped', at(LOST)],
    ['an image', finding({ category: 'container', clues: { snippet: null, fingerprints: {}, symbol: 'acme/app' } })]
  ])('a change of documentation does not prove it either: %s', (_, found) => {
    expect(told(found, DOCUMENTATION)[0]).toBe('unknown')
  })

  test('what the change touches is introduced, whatever is known of the tree', () => {
    const diff = replaceDiff('src/a.ts', 3, [], ['x'])
    for (const placeGround of ['tree', 'unchecked', 'generated'] as const) {
      expect(told(at({ placeGround }), diff).slice(0, 2)).toEqual(['introduced', true])
    }
  })
})

describe('with a baseline', () => {
  test.each<[string, Partial<Finding>]>([
    ['made by the build', { placeGround: 'generated' }],
    ['of a tree that nobody knows', { placeGround: 'unchecked' }],
    ['not mapped, and known by a name', { ...LOST, clues: { snippet: null, fingerprints: {}, symbol: 'main' } }]
  ])('what it has is existing: %s', (_, parts) => {
    expect(told(at(parts), ELSEWHERE, [at(parts)])[0]).toBe('existing')
  })

  test.each<[string, Partial<Finding>]>([
    ['made by the build', { placeGround: 'generated' }],
    ['of a tree that nobody knows', { placeGround: 'unchecked' }],
    ['not mapped', LOST]
  ])('what it does not have is never newly disclosed because the change leaves its place alone: %s', (_, parts) => {
    const found = advisory('CVE-2026-1', '1', 'web/package-lock.json', parts)
    expect(told(found, ELSEWHERE, [])[0]).toBe('introduced')
    expect(told(found, DOCUMENTATION, [])[0]).toBe('introduced')
    expect(told(advisory('CVE-2026-1', '1'), ELSEWHERE, [])[0]).toBe('newly-disclosed')
  })
})
