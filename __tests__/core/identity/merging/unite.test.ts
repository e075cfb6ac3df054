import { describe, expect, test } from '@jest/globals'
import type { Finding, Location, PackageReport } from '../../../../src/core/finding.js'
import { gravityOf, placeKey, united } from '../../../../src/core/identity/merging/unite.js'
import { aPlainFinding } from '../../../builders.js'

const GRAVITY = gravityOf('high')
const at = (path: string, startLine: number | null = 1): Location => ({
  path,
  startLine,
  startColumn: null,
  endLine: startLine,
  endColumn: null
})
const part = (more: Partial<Finding> = {}): Finding => aPlainFinding({ severity: 'medium', ...more })

/** What two or more come to, which is the same in any order. */
function of(...parts: readonly Partial<Finding>[]): Finding {
  const all = parts.map(part)
  const one = united(all, GRAVITY)
  expect(united(all.toReversed(), GRAVITY)).toEqual(one)
  return one
}

test('one alone stays what it is', () => {
  const only = part()
  expect(united([only], GRAVITY)).toBe(only)
})

describe('whoever says more is believed', () => {
  test.each<[string, Partial<Finding>, Partial<Finding>, Partial<Finding>]>([
    ['malware', { malware: true }, { malware: false }, { malware: true }],
    ['no malware', { malware: false }, { malware: false }, { malware: false }],
    ['a disguise', { isDisguised: true }, {}, { isDisguised: true }],
    ['level and score that disagree', { severityConflict: true }, {}, { severityConflict: true }],
    ['level and score that agree', {}, {}, { severityConflict: false }],

    ['the greater score', { score: 5 }, { score: 7.5 }, { score: 7.5 }],
    ['the only score', { score: 5 }, { score: null }, { score: 5 }],
    ['no score', {}, {}, { score: null }],
    ['reachable', { reachability: 'reachable' }, { reachability: 'unreachable' }, { reachability: 'reachable' }],
    [
      'reachable before perhaps',
      { reachability: 'reachable' },
      { reachability: 'potential' },
      { reachability: 'reachable' }
    ],
    [
      'perhaps before not known',
      { reachability: 'potential' },
      { reachability: 'unknown' },
      { reachability: 'potential' }
    ],
    [
      'not known before out of reach',
      { reachability: 'unknown' },
      { reachability: 'unreachable' },
      { reachability: 'unknown' }
    ],
    [
      'out of reach by both',
      { reachability: 'unreachable' },
      { reachability: 'unreachable' },
      { reachability: 'unreachable' }
    ],
    ['a fix', { fixAvailable: true }, { fixAvailable: false }, { fixAvailable: true }],
    ['no fix', { fixAvailable: null }, { fixAvailable: false }, { fixAvailable: false }],
    ['a fix that nobody knows of', { fixAvailable: null }, { fixAvailable: null }, { fixAvailable: null }],
    [
      'the first day',
      { firstDetected: '2026-02-01' },
      { firstDetected: '2026-01-01' },
      { firstDetected: '2026-01-01' }
    ],
    ['the only day', { firstDetected: '2026-02-01' }, { firstDetected: null }, { firstDetected: '2026-02-01' }],
    ['no day', {}, {}, { firstDetected: null }],
    [
      'the weaker ground of a place',
      { placeGround: 'tree' },
      { placeGround: 'unchecked' },
      { placeGround: 'unchecked' }
    ],
    ['a place that is not mapped', { placeProblem: '/x: no' }, { placeProblem: null }, { placeProblem: '/x: no' }],
    ['what was claimed', { claimedPlace: 'x' }, { claimedPlace: null }, { claimedPlace: 'x' }],
    ['nothing that was claimed', {}, {}, { claimedPlace: null, placeProblem: null }],
    ['where to read more', { helpUri: 'https://a.test' }, { helpUri: null }, { helpUri: 'https://a.test' }],
    ['nowhere to read more', {}, {}, { helpUri: null }],
    [
      'all names',
      { identifiers: ['A'], tags: ['x'] },
      { identifiers: ['B', 'A'], tags: ['y'] },
      { identifiers: ['A', 'B'], tags: ['x', 'y'] }
    ],
    ['all files', { sources: ['b'] }, { sources: ['a', 'b'] }, { sources: ['a', 'b'] }],
    ['how often', { occurrences: 2 }, { occurrences: 3 }, { occurrences: 5 }]
  ])('%s', (_, one, other, expected) => {
    expect(of(one, other)).toMatchObject(expected)
    expect(of({ ...one, severity: 'low' }, other)).toMatchObject(expected)
  })

  test.each(['isDisguised', 'otherLocations', 'trail', 'packageReports', 'namedBy', 'alsoReportedBy'])(
    'of what nobody says nothing is written: %s',
    member => expect(of({}, {})).not.toHaveProperty(member)
  )
})

describe('who speaks for all', () => {
  test.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['the gravest', { severity: 'high', tool: 'Z' }, { severity: 'low', score: 9, tool: 'A' }],
    ['what counts as high before medium', { severity: 'unknown', tool: 'Z' }, { severity: 'medium', tool: 'A' }],
    ['high before what counts as high', { severity: 'high', tool: 'Z' }, { severity: 'unknown', tool: 'A' }],
    ['the greater score', { score: 5, tool: 'Z' }, { score: 4, tool: 'A' }],
    ['any score', { score: 0.1, tool: 'Z' }, { tool: 'A' }],
    ['the first tool', { tool: 'A', toolVersion: '2' }, { tool: 'B', toolVersion: '1' }],
    ['of no version', { toolVersion: null, ruleId: 'Z' }, { toolVersion: '1', ruleId: 'A' }],
    ['the first version', { toolVersion: '1', ruleId: 'Z' }, { toolVersion: '2', ruleId: 'A' }],
    ['the first rule', { ruleId: 'A', location: at('z') }, { ruleId: 'B', location: at('a') }],
    ['the first place', { location: at('a'), message: 'z' }, { location: at('b'), message: 'a' }],
    ['the first message', { message: 'a', sources: ['z'] }, { message: 'b', sources: ['a'] }],
    ['the first file', { sources: ['a'], helpUri: 'z' }, { sources: ['b'], helpUri: 'a' }],
    ['whatever comes first by what is left', { message: 'm', category: 'iac' }, { message: 'm', category: 'sast' }]
  ])('%s', (_, first, other) => {
    const { tool, ruleId, toolVersion, message, category } = part(first)
    expect(of(first, other)).toMatchObject({ tool, ruleId, toolVersion, message, category })
  })

  test('what all the others report is told, each once, in order', () => {
    const lead = { severity: 'high', tool: 'A', ruleId: 'r' } as const
    const others = [
      { tool: 'C', ruleId: 'r' },
      {
        tool: 'B',
        ruleId: 's',
        alsoReportedBy: [
          { tool: 'D', ruleId: 'r' },
          { tool: 'A', ruleId: 'r' }
        ]
      },
      { tool: 'B', ruleId: 's' },
      { tool: 'A', ruleId: 's' }
    ]
    expect(of(lead, ...others).alsoReportedBy).toEqual([
      { tool: 'A', ruleId: 's' },
      { tool: 'B', ruleId: 's' },
      { tool: 'C', ruleId: 'r' },
      { tool: 'D', ruleId: 'r' }
    ])
  })
})

describe('a suppression', () => {
  const claim = { kind: 'external', justification: 'ok' } as const
  const until = (day: string) => ({ suppression: { ...claim, until: day } })
  test.each<[string, Partial<Finding>[], Finding['suppression']]>([
    ['of one of two counts for neither', [{ suppression: claim }, {}], null],
    ['of both counts', [{ suppression: claim }, { suppression: claim }], claim],
    ['ends when the first of them does', [until('2026-12-02'), until('2026-12-01')], { ...claim, until: '2026-12-01' }],
    [
      'ends when the only one does that ends',
      [until('2026-12-02'), { suppression: claim }],
      { ...claim, until: '2026-12-02' }
    ],
    [
      'in the source of both stays one',
      [
        { suppression: { kind: 'in-source', justification: null } },
        { suppression: { kind: 'in-source', justification: null } }
      ],
      { kind: 'in-source', justification: null }
    ]
  ])('%s', (_, parts, expected) => {
    expect(of(...parts.map((each, index) => ({ ...each, ruleId: `${index}` }))).suppression).toEqual(expected)
  })
})

describe('the package', () => {
  type Pack = NonNullable<Finding['package']>
  const pack = (more: Partial<Pack>): Partial<Finding> => ({
    package: { purl: null, name: 'a', version: null, fixedVersion: null, ...more }
  })
  const PURL = 'pkg:npm/a@1'
  test.each<[string, Partial<Finding>[], Pack | null]>([
    [
      'is what anybody knows of it',
      [pack({ purl: PURL }), pack({ version: '1' }), pack({ fixedVersion: '2' })],
      { purl: PURL, name: 'a', version: '1', fixedVersion: '2' }
    ],
    [
      'is that of who knows address and version',
      [
        pack({ purl: PURL, name: 'b' }),
        pack({ version: '2', name: 'c' }),
        pack({ purl: PURL, version: '1', name: 'd' })
      ],
      { purl: PURL, name: 'd', version: '1', fixedVersion: null }
    ],
    [
      'is known from one alone',
      [{}, pack({ purl: PURL })],
      { purl: PURL, name: 'a', version: null, fixedVersion: null }
    ],
    ['is none where nobody names one', [{}, {}], null]
  ])('%s', (_, parts, expected) => {
    expect(of(...parts.map((each, index) => ({ ...each, ruleId: `${index}` }))).package).toEqual(expected)
  })

  test('has what each says of it, where they differ', () => {
    const report = (purl: string | null, reachability: PackageReport['reachability']) => ({
      purl,
      reachability,
      fixAvailable: null
    })
    const one = { ...pack({ purl: PURL }), reachability: 'reachable' } as const
    const other = { ...pack({ purl: null }), reachability: 'unknown' } as const
    expect(of(one, other, other).packageReports).toEqual([report(PURL, 'reachable'), report(null, 'unknown')])
    expect(of(one, one).packageReports).toBeUndefined()
    expect(of({ ...one, packageReports: [report('x', 'potential')] }, other).packageReports).toEqual([
      report('x', 'potential'),
      report(null, 'unknown')
    ])
  })

  test('has what each calls it, where they differ', () => {
    const one = { identifiers: ['B'], tags: ['t'] }
    const other = { identifiers: ['A'], tags: ['t'] }
    expect(of(one, other, other).namedBy).toEqual([other, one])
    expect(of({ identifiers: ['A'], tags: ['t'] }, { identifiers: ['A'], tags: ['u'] }).namedBy).toHaveLength(2)
    expect(of({ ...one, namedBy: [{ identifiers: ['C'], tags: [] }] }, other).namedBy).toEqual([
      other,
      { identifiers: ['C'], tags: [] }
    ])
  })
})

describe('the places', () => {
  test.each<[string, Partial<Finding>[], readonly (Location | null)[]]>([
    [
      'of one file are those of the gravest',
      [{ severity: 'high', location: at('a', 9) }, { location: at('a', 1) }],
      [at('a', 9)]
    ],
    [
      'of other files are added, in order',
      [
        { severity: 'high', location: at('b', 9) },
        { location: at('a', 1), otherLocations: [at('b', 1)] }
      ],
      [at('a', 1), at('b', 9)]
    ],
    [
      'of one part in one file are all of them',
      [{ severity: 'high', location: at('a', 1), otherLocations: [at('a', 5)] }, {}],
      [at('a', 1), at('a', 5)]
    ],
    ['of nobody are none', [{}, {}], [null]]
  ])('%s', (_, parts, [location, ...others]) => {
    const one = of(...parts)
    expect([one.location, one.otherLocations ?? []]).toEqual([location, others])
  })

  test('what leads to any of them leads to it, each step once and in order', () => {
    const step = (path: string) => ({ path, firstLine: 1, lastLine: 1 })
    const one = of({ trail: [step('b'), step('a')] }, { trail: [step('a'), step('c')] }, {})
    expect(one.trail).toEqual([step('a'), step('b'), step('c')])
  })
})

describe('what tells places apart', () => {
  test.each<[string, Partial<Finding>, Partial<Finding>]>([
    ['the file', { location: at('a') }, { location: at('b') }],
    ['the line', { location: at('a', 1) }, { location: at('a', 2) }],
    ['a line and none', { location: at('a', 1) }, { location: at('a', null) }],
    ['the end', { location: at('a') }, { location: { ...at('a'), endLine: 2 } }],
    ['the column', { location: { ...at('a'), startColumn: 1 } }, { location: { ...at('a'), endColumn: 1 } }],
    ['another place beside it', { location: at('a'), otherLocations: [at('b')] }, { location: at('a') }],
    [
      'which other place',
      { location: at('a'), otherLocations: [at('b')] },
      { location: at('a'), otherLocations: [at('c')] }
    ],
    ['a claim beside it', { location: at('a'), placeProblem: 'x' }, { location: at('a') }],
    ['which claim', { location: at('a'), placeProblem: 'x' }, { location: at('a'), placeProblem: 'y' }],
    ['which claim alone', { placeProblem: 'x' }, { placeProblem: 'y' }],
    [
      'what it names, where it has no place',
      { clues: { snippet: null, fingerprints: {}, symbol: 'a' } },
      { clues: { snippet: null, fingerprints: {}, symbol: 'b' } }
    ]
  ])('%s', (_, one, other) => expect(placeKey(part(one))).not.toBe(placeKey(part(other))))

  test('a name is no place of a file, and what it names does not tell apart what has one', () => {
    const named = { snippet: null, fingerprints: {}, symbol: 'a' }
    expect(placeKey(part({ location: at('a'), clues: named }))).toBe(placeKey(part({ location: at('a') })))
  })
})

test.each([
  ['none', 'none', 'low'],
  ['low', 'low', 'medium'],
  ['critical', 'critical', null]
] as const)('unknown counts as %s: more than what is below, less than a known one', (unknownAs, same, above) => {
  const gravity = gravityOf(unknownAs)
  expect(gravity.unknown).toBeLessThan(gravity[same])
  if (above !== null) expect(gravity.unknown).toBeLessThan(gravity[above])
  const order = ['none', 'low', 'medium', 'high', 'critical'] as const
  for (const below of order.slice(0, order.indexOf(same))) expect(gravity.unknown).toBeGreaterThan(gravity[below])
})
