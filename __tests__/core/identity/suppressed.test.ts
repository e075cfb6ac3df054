import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import type { Finding, SuppressionClaim } from '../../../src/core/finding.js'
import { toEntry } from '../../../src/core/identity/match/entry.js'
import { suppressionGround } from '../../../src/core/identity/suppressed.js'
import { diffOf, finding, place, replaceDiff, run, type Setting } from './builders.js'

const FILE = 'app/pay.py'
const BASE = 'import db\n\n\ndef find(name):\n    return db.query(name + tail)\n'
const IN_SOURCE: SuppressionClaim = { kind: 'in-source', justification: null }
const external = (path?: string): SuppressionClaim => ({
  kind: 'external',
  justification: null,
  ...(path === undefined ? {} : { path })
})

const at = (line: number, suppression: SuppressionClaim | null, more: Partial<Finding> = {}): Finding =>
  finding({ ruleId: 'sqli', location: place(FILE, line), suppression, ...more })

const groundOf = (found: Finding, setting: Setting) => run([found], setting).findings[0]?.identity.suppressionGround

/** The text with a line of its own before the flagged one. */
const commented = BASE.replace('    return', '    # nosemgrep: sqli\n    return')
const adds = { diff: diffOf(FILE, BASE, commented), files: { [FILE]: commented } }
const elsewhere = { diff: replaceDiff('other.py', 1, ['a'], ['b']), files: { [FILE]: BASE } }

describe('a suppression in the source is older than the change', () => {
  test('where the change leaves the file alone', () => {
    expect(groundOf(at(5, IN_SOURCE), elsewhere)).toBe('untouched')
    expect(groundOf(at(5, IN_SOURCE), { ...elsewhere, baseline: [at(5, null)] })).toBe('untouched')
  })

  test('where the baseline has it', () => {
    expect(groundOf(at(6, IN_SOURCE), { ...adds, baseline: [at(5, IN_SOURCE)] })).toBe('baseline')
    expect(groundOf(at(5, IN_SOURCE), { baseline: [at(5, IN_SOURCE)], files: { [FILE]: BASE } })).toBe('baseline')
  })

  test.each<[string, Finding, Setting]>([
    ['a comment of its own above an old finding', at(6, IN_SOURCE), adds],
    ['the same, with a baseline that has the finding open', at(6, IN_SOURCE), { ...adds, baseline: [at(5, null)] }],
    ['the baseline has an exception for it', at(6, IN_SOURCE), { ...adds, baseline: [at(5, external())] }],
    ['the baseline has it in a file', at(6, IN_SOURCE), { ...adds, baseline: [at(5, external('x.ignore'))] }],
    [
      'a directive at the top of the file',
      at(6, IN_SOURCE),
      { diff: diffOf(FILE, BASE, `# ruff: noqa\n${BASE}`), files: { [FILE]: `# ruff: noqa\n${BASE}` } }
    ],
    ['no diff, and no baseline', at(5, IN_SOURCE), {}],
    ['an incomplete diff', at(5, IN_SOURCE), { more: { diff: { files: new Map(), complete: false } } }],
    ['a place that nobody checked', at(5, IN_SOURCE, { placeGround: 'unchecked' }), elsewhere],
    ['a file that the build made', at(5, IN_SOURCE, { placeGround: 'generated' }), elsewhere],
    ['no place', at(5, IN_SOURCE, { location: null }), elsewhere],
    ['a second place in the change', at(5, IN_SOURCE, { otherLocations: [place('other.py', 9)] }), elsewhere],
    [
      'one of two equal findings was suppressed, and nobody knows which is left',
      at(5, IN_SOURCE, { clues: { snippet: 'q(a)', fingerprints: {}, symbol: null } }),
      {
        baseline: [
          at(5, IN_SOURCE, { clues: { snippet: 'q(a)', fingerprints: {}, symbol: null } }),
          at(9, null, { clues: { snippet: 'q(a)', fingerprints: {}, symbol: null } })
        ]
      }
    ]
  ])('not shown: %s', (_, found, setting) => {
    expect(groundOf(found, setting)).toBeUndefined()
  })
})

describe('an external suppression', () => {
  const touching = (path: string) => ({ ...elsewhere, diff: replaceDiff(path, 1, ['a'], ['b']) })

  test('is older than the change where its own file is named, and left alone', () => {
    expect(groundOf(at(5, external('config/brakeman.ignore')), elsewhere)).toBe('untouched')
  })

  test.each<[string, SuppressionClaim, Setting]>([
    ['nobody says where it stands', external(), elsewhere],
    ['the baseline has it, too', external(), { ...elsewhere, baseline: [at(5, external())] }],
    ['the change touches the file', external('config/x.ignore'), touching('config/x.ignore')],
    ['it is named from a folder', external('config/x.ignore'), touching('api/config/x.ignore')],
    ['it is named from further up', external('repo/config/x.ignore'), touching('config/x.ignore')],
    ['there is no diff', external('config/x.ignore'), {}],
    ['the diff is incomplete', external('a'), { more: { diff: { files: new Map(), complete: false } } }]
  ])('does not count where %s', (_, suppression, setting) => {
    expect(groundOf(at(5, suppression), setting)).toBeUndefined()
  })
})

test('what no scanner suppresses has no ground', () => {
  expect(groundOf(at(5, null), { ...elsewhere, baseline: [at(5, IN_SOURCE)] })).toBeUndefined()
})

test('a suppression at several places is older than the change only where it leaves each of their files alone', () => {
  const claim = { kind: 'in-source', justification: null } as const
  const ground = (...touched: readonly string[]) => {
    const of = finding({ location: place('a.ts', 1), otherLocations: [place('b.ts', 1)], suppression: claim })
    const diff = parseDiff(touched.map(path => replaceDiff(path, 1, ['x'], ['y'])).join(''), 'd')
    return suppressionGround(toEntry(of, 0, null, null, null), new Set(), diff)
  }
  expect([ground('z.ts'), ground('a.ts'), ground('b.ts'), ground('a.ts', 'b.ts')]).toEqual([
    'untouched',
    null,
    null,
    null
  ])
})
