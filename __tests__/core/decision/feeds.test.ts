import { describe, expect, test } from '@jest/globals'
import { NO_FACTS } from '../../../src/core/feeds/feed.js'
import { parseEpss, parseKev, parseVex } from '../../../src/core/feeds/parse.js'
import { indexVex } from '../../../src/core/feeds/vex.js'
import { decideOn, identified, policyOf } from './evaluation.js'

const RULES = 'rules: [{ id: r, when: { kev: true }, verdict: block }]'
const epssOf = (date: string | null) => ({ date, scores: new Map([['CVE-2026-9', 0.5]]) })
const dependency = (identifiers: readonly string[]) =>
  identified({
    category: 'sca',
    identifiers,
    package: { purl: 'pkg:npm/lodash@1.0', name: 'lodash', version: '1.0', fixedVersion: null }
  })

describe('a feed that lists nothing', () => {
  const kev = parseKev('{"count": 0, "dateReleased": "2026-11-22T00:00:00Z", "vulnerabilities": []}', 'k.json')
  const epss = parseEpss('cve,epss,percentile\n', 'e.csv')

  test.each<[string, string, object]>([
    [
      'KEV that the policy asks for',
      `${RULES}\nfeeds: { kev: { if-missing: block } }`,
      { id: 'feed:kev', state: 'invalid', verdict: 'block' }
    ],
    ['KEV that nobody asks for', RULES, { id: 'feed:kev', state: 'invalid', verdict: 'warn' }],
    ['EPSS', RULES, { id: 'feed:epss', state: 'invalid', verdict: 'warn' }]
  ])('is not complete: %s', async (_, policy, expected) => {
    const decision = decideOn(await policyOf(policy), [], { facts: { ...NO_FACTS, kev, epss } })
    expect(decision.completeness).toBe('incomplete')
    expect(decision.scans).toContainEqual(expect.objectContaining(expected))
  })

  test('does not say that nothing is exploited', async () => {
    const decision = decideOn(await policyOf(RULES), [dependency(['CVE-2026-1'])], { facts: { ...NO_FACTS, kev } })
    expect(decision.outcomes[0]?.kev).toBeNull()
  })
})

describe('a feed that the policy asks for', () => {
  const kev = (released: string | null) => ({
    released,
    cves: new Map([['CVE-2026-9', { added: '', dueDate: null, ransomware: null }]])
  })
  const epss = (date: string | null) => ({ date, scores: new Map([['CVE-2026-9', 0.5]]) })
  const vex = indexVex(
    parseVex(
      JSON.stringify({
        statements: [{ vulnerability: { name: 'CVE-2026-9' }, products: [{ '@id': 'pkg:npm/x' }], status: 'affected' }]
      }),
      'v.json'
    )
  )
  test.each<[string, string, Partial<typeof NO_FACTS>, string, string]>([
    ['no KEV', 'kev: { if-missing: block }', {}, 'missing', 'block'],
    ['no EPSS', 'epss: { if-missing: block }', { kev: kev(null) }, 'missing', 'block'],
    ['no VEX', 'vex: { if-missing: block }', { kev: kev(null), epss: epss(null) }, 'missing', 'block'],
    ['no VEX, and it says nothing of that', 'vex: { max-age: 1d }', {}, 'missing', 'warn'],
    ['an empty EPSS', 'epss: { if-missing: block }', { epss: { date: null, scores: new Map() } }, 'invalid', 'block'],
    ['EPSS', 'epss: { if-missing: block }', { epss: epss(null) }, 'complete', 'pass'],
    ['VEX', 'vex: { if-missing: block }', { vex }, 'complete', 'pass'],
    ['VEX, whose age nobody knows', 'vex: { max-age: 1d, if-missing: block }', { vex }, 'stale', 'block'],
    ['EPSS without a day', 'epss: { max-age: 1d }', { epss: epss(null) }, 'stale', 'warn'],
    ['EPSS of the last instant', 'epss: { max-age: 1d }', { epss: epss('2026-11-22T15:00:00Z') }, 'complete', 'pass'],
    ['EPSS a second older', 'epss: { max-age: 1d }', { epss: epss('2026-11-22T14:59:59Z') }, 'stale', 'warn'],
    [
      'KEV of tomorrow',
      'kev: { max-age: 9d, if-missing: block }',
      { kev: kev('2026-11-25T00:00:00Z') },
      'stale',
      'block'
    ],
    [
      'KEV of a day',
      'kev: { max-age: 9d, if-missing: block }',
      { kev: kev('2026-11-20T00:00:00Z') },
      'complete',
      'pass'
    ]
  ])('%s', async (_, feeds, facts, state, verdict) => {
    const decision = decideOn(await policyOf(`${RULES}\nfeeds: { ${feeds} }`), [], { facts: { ...NO_FACTS, ...facts } })
    const [own, ...others] = decision.scans.filter(({ id }) => id.startsWith('feed:'))
    expect(others).toEqual([])
    expect(own).toMatchObject({ id: `feed:${feeds.split(':')[0]}`, state, verdict, category: null, tools: [] })
    expect(decision.completeness).toBe(state === 'complete' ? 'complete' : 'incomplete')
    expect(decision.verdict).toBe(verdict)
  })
})

const codesOf = (decision: ReturnType<typeof decideOn>) =>
  decision.notices.map(({ code, message }) => [code, message]).filter(([code]) => /^(?:cve|vex)-/.test(code ?? ''))

test.each<[string, readonly (readonly string[])[], readonly unknown[]]>([
  ['all have one', [['CVE-2026-1', 'GHSA-29mw-wpgm-hmr9']], []],
  [
    'one has none',
    [['CVE-2026-1'], ['GHSA-29mw-wpgm-hmr9']],
    [['cve-unknown', '1 finding names no CVE: KEV cannot tell']]
  ],
  ['two have none', [['MAL-2026-1'], []], [['cve-unknown', '2 findings name no CVE: KEV cannot tell']]]
])('findings without a CVE are told where a feed is given: %s', async (_, ids, expected) => {
  const kev = { released: null, cves: new Map([['CVE-2026-9', { added: '', dueDate: null, ransomware: null }]]) }
  const policy = await policyOf(RULES)
  expect(codesOf(decideOn(policy, ids.map(dependency), { facts: { ...NO_FACTS, kev } }))).toEqual(expected)
  expect(codesOf(decideOn(policy, ids.map(dependency)))).toEqual([])
})

test('VEX statements that fit nothing, or count for nothing, are told', async () => {
  const about = (name: string, purl: string, more: object = {}) => ({
    vulnerability: { name },
    products: [{ '@id': purl }],
    status: 'not_affected',
    justification: 'component_not_present',
    ...more
  })
  const statements = [
    about('cve-2026-1', 'pkg:npm/lodash'),
    about('CVE-2026-1', 'pkg:npm/left-pad'),
    about('CVE-2026-2', 'pkg:npm/lodash'),
    about('CVE-2026-1', 'pkg:npm/lodash', { products: [] }),
    about('CVE-2026-1', 'pkg:npm/lodash', { justification: undefined })
  ]
  const vex = indexVex(parseVex(JSON.stringify({ statements }), 'v.json'))
  const decision = decideOn(await policyOf(RULES), [dependency(['CVE-2026-1'])], { facts: { ...NO_FACTS, vex } })
  expect(decision.outcomes[0]?.reachability).toBe('unreachable')
  expect(codesOf(decision)).toEqual([
    [
      'vex-unusable',
      '2 of 5 VEX statements count for nothing: CVE-2026-1: it names no product; CVE-2026-1: it says not_affected without a justification or an impact statement'
    ],
    [
      'vex-unmatched',
      '2 of 5 VEX statements fit no finding: CVE-2026-1 for pkg:npm/left-pad; CVE-2026-2 for pkg:npm/lodash'
    ]
  ])
})

test.each<[string, readonly (readonly [string, string])[], string]>([
  [
    'each is answered',
    [
      ['CVE-2026-1', 'not_affected'],
      ['CVE-2026-2', 'not_affected']
    ],
    'unreachable'
  ],
  ['one is not', [['CVE-2026-1', 'not_affected']], 'unknown'],
  [
    'one is affected',
    [
      ['CVE-2026-1', 'not_affected'],
      ['CVE-2026-2', 'affected']
    ],
    'unknown'
  ],
  [
    'another name says that one of them is',
    [
      ['CVE-2026-1', 'not_affected'],
      ['CVE-2026-2', 'not_affected'],
      ['GHSA-29mw-wpgm-hmr9', 'affected']
    ],
    'unknown'
  ],
  [
    'another name says the same',
    [
      ['CVE-2026-1', 'not_affected'],
      ['CVE-2026-2', 'not_affected'],
      ['GHSA-29mw-wpgm-hmr9', 'not_affected']
    ],
    'unreachable'
  ],
  ['only another name is answered', [['GHSA-29mw-wpgm-hmr9', 'not_affected']], 'unknown']
])('VEX about a finding of two vulnerabilities: %s', async (_, said, reachability) => {
  const statements = said.map(([name, status]) => ({
    vulnerability: { name },
    products: [{ '@id': 'pkg:npm/lodash' }],
    status,
    justification: 'component_not_present'
  }))
  const vex = indexVex(parseVex(JSON.stringify({ statements }), 'v.json'))
  const found = [dependency(['CVE-2026-1', 'CVE-2026-2', 'GHSA-29mw-wpgm-hmr9'])]
  const decision = decideOn(await policyOf(RULES), found, { facts: { ...NO_FACTS, vex } })
  expect(decision.outcomes[0]?.reachability).toBe(reachability)
})

test.each<[string, string, Partial<typeof NO_FACTS>, string]>([
  ['is not there', 'kev: { max-age: 1d }', {}, 'No kev file was given'],
  [
    'lists nothing',
    'epss: { if-missing: block }',
    { epss: { date: null, scores: new Map() } },
    'The epss file lists nothing: it was cut off'
  ],
  ['is read, whatever its age', 'epss: { if-missing: block }', { epss: epssOf(null) }, 'The epss file was read'],
  [
    'is fresh',
    'epss: { max-age: 1d }',
    { epss: epssOf('2026-11-23T00:00:00Z') },
    'The epss file is of 2026-11-23T00:00:00Z'
  ],
  ['has no day', 'epss: { max-age: 1d }', { epss: epssOf(null) }, 'The epss file does not say how old it is'],
  [
    'is of tomorrow',
    'epss: { max-age: 1d }',
    { epss: epssOf('2026-11-25T00:00:00Z') },
    'The epss file is of 2026-11-25T00:00:00Z, which is yet to come'
  ],
  [
    'is old',
    'epss: { max-age: 1d }',
    { epss: epssOf('2026-11-20T00:00:00Z') },
    'The epss file is of 2026-11-20T00:00:00Z, older than max-age allows'
  ]
])('the reason says what a feed lacks: it %s', async (_, feeds, facts, reason) => {
  const decision = decideOn(await policyOf(`${RULES}\nfeeds: { ${feeds} }`), [], { facts: { ...NO_FACTS, ...facts } })
  expect(decision.scans.filter(({ id }) => id.startsWith('feed:')).map(scan => scan.reason)).toEqual([reason])
})

test('which feeds cannot tell of a finding without a CVE is said', async () => {
  const kev = { released: null, cves: new Map([['CVE-2026-9', { added: '', dueDate: null, ransomware: null }]]) }
  const policy = await policyOf(RULES)
  const told = (facts: Partial<typeof NO_FACTS>) =>
    decideOn(policy, [dependency([])], { facts: { ...NO_FACTS, ...facts } }).notices.filter(
      ({ code }) => code === 'cve-unknown'
    )
  const notice = (feeds: string) => [
    { level: 'info', code: 'cve-unknown', message: `1 finding names no CVE: ${feeds} cannot tell` }
  ]
  expect(told({ kev })).toEqual(notice('KEV'))
  expect(told({ epss: epssOf(null) })).toEqual(notice('EPSS'))
  expect(told({ kev, epss: epssOf(null) })).toEqual(notice('KEV and EPSS'))
})

test('of VEX statements that fit nothing three are named, each with what it is about', async () => {
  const about = (number: number, components: readonly string[] = []) => ({
    vulnerability: { name: `CVE-2026-${number}` },
    products: [{ '@id': 'pkg:oci/shop', subcomponents: components.map(id => ({ '@id': id })) }],
    status: 'affected'
  })
  const told = async (statements: readonly object[]) => {
    const vex = indexVex(parseVex(JSON.stringify({ statements }), 'v.json'))
    return decideOn(await policyOf(RULES), [], { facts: { ...NO_FACTS, vex } }).notices.filter(
      ({ code }) => code === 'vex-unmatched'
    )
  }
  const three = [about(1), about(2, ['pkg:npm/a']), about(3, ['pkg:npm/a', 'pkg:npm/b'])]
  const named =
    'CVE-2026-1 for pkg:oci/shop; CVE-2026-2 for pkg:oci/shop with pkg:npm/a; CVE-2026-3 for pkg:oci/shop with pkg:npm/a'
  expect(await told(three)).toEqual([
    { level: 'info', code: 'vex-unmatched', message: `3 of 3 VEX statements fit no finding: ${named}` }
  ])
  expect(await told([...three, about(4)])).toEqual([
    { level: 'info', code: 'vex-unmatched', message: `4 of 4 VEX statements fit no finding: ${named}, …` }
  ])
})

test('a VEX statement that counts for nothing is a warning', async () => {
  const statements = [{ vulnerability: { name: 'CVE-2026-1' }, products: [], status: 'affected' }]
  const vex = indexVex(parseVex(JSON.stringify({ statements }), 'v.json'))
  expect(decideOn(await policyOf(RULES), [], { facts: { ...NO_FACTS, vex } }).notices).toEqual([
    {
      level: 'warning',
      code: 'vex-unusable',
      message: '1 of 1 VEX statements count for nothing: CVE-2026-1: it names no product'
    }
  ])
})

test('where nothing is to be said of feeds nothing is said', async () => {
  const kev = { released: null, cves: new Map([['CVE-2026-9', { added: '', dueDate: null, ransomware: null }]]) }
  const statement = {
    vulnerability: { name: 'CVE-2026-1' },
    products: [{ '@id': 'pkg:npm/lodash' }],
    status: 'affected'
  }
  const vex = indexVex(parseVex(JSON.stringify({ statements: [statement] }), 'v.json'))
  const policy = await policyOf(RULES)
  for (const facts of [NO_FACTS, { ...NO_FACTS, kev }, { ...NO_FACTS, vex }])
    expect(decideOn(policy, [dependency(['CVE-2026-1'])], { facts }).notices).toEqual([])
})
