import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../../src/core/ground/json.js'
import { createNormaliser } from '../../../src/core/sarif/normalise.js'
import { triesOf } from '../../thorough.js'
import { logOf, normalise, withRoots } from './feed.js'

const result = (parts: JsonObject = {}): JsonObject => ({ ruleId: 'R1', message: { text: 'm' }, ...parts })
const one = (parts: JsonObject, run: JsonObject = {}) =>
  normalise(logOf({ results: [result(parts)], ...run })).findings[0]

describe('what is a finding', () => {
  test.each<[string, JsonObject, number]>([
    ['no kind', {}, 1],
    ['fail', { kind: 'fail' }, 1],
    ['open', { kind: 'open', level: 'error' }, 1],
    ['a kind nobody knows', { kind: 'failed' }, 1],
    ['a mistyped kind', { kind: 3 }, 1],
    ['pass', { kind: 'pass' }, 0],
    ['review', { kind: 'review' }, 0],
    ['review that states a score itself', { kind: 'review', properties: { 'security-severity': '9.8' } }, 1],
    ['notApplicable', { kind: 'notApplicable' }, 0],
    ['informational', { kind: 'informational' }, 0],
    ['absent since the baseline', { baselineState: 'absent' }, 0],
    ['unchanged since the baseline', { baselineState: 'unchanged' }, 1],
    ['suppressed', { suppressions: [{ kind: 'external' }] }, 1],
    ['level none', { level: 'none' }, 1]
  ])('%s', (_, parts, findings) => {
    const { results, notFindings, findings: found } = normalise(logOf({ results: [result(parts)] }))
    expect([results, found.length, notFindings]).toEqual([1, findings, 1 - findings])
  })
})

test('what a rule says of its findings makes none of a result that is for review', () => {
  const rules = [{ id: 'R1', properties: { 'security-severity': '9.8' }, defaultConfiguration: { level: 'error' } }]
  const log = logOf({ tool: { driver: { name: 'T', rules } }, results: [result({ ruleId: 'R1', kind: 'review' })] })
  expect(normalise(log)).toMatchObject({ results: 1, notFindings: 1, findings: [] })
})

describe('suppressions', () => {
  const accepted = { kind: 'in-source', justification: null }
  const elsewhere = { kind: 'external', justification: null }
  const external = (uri: string) => ({
    kind: 'external',
    location: { physicalLocation: { artifactLocation: { uri } } }
  })
  test.each<[string, JsonValue, unknown]>([
    ['null', null, null],
    ['none', [], null],
    ['in the source', [{ kind: 'inSource' }], accepted],
    [
      'accepted',
      [{ kind: 'external', status: 'accepted', justification: 'why' }],
      { kind: 'external', justification: 'why' }
    ],
    ['under review', [{ kind: 'external', status: 'underReview' }], null],
    ['rejected', [{ kind: 'external', status: 'rejected' }], null],
    ['one of two rejected', [{ kind: 'inSource' }, { kind: 'external', status: 'rejected' }], null],
    ['a status nobody knows', [{ kind: 'inSource', status: 'maybe' }], null],
    ['a status that is no word', [{ kind: 'inSource', status: 7 }], null],
    ['an empty status', [{ kind: 'inSource', status: '' }], null],
    ['a kind nobody knows', [{ kind: 'maybe' }], null],
    ['all null', [{ kind: null, status: null }], null],
    ['without a kind', [{ status: 'accepted' }], null],
    ['a kind in another case', [{ kind: 'InSource' }], null],
    ['a status in another case', [{ kind: 'inSource', status: 'Accepted' }], null],
    [
      'a status and a state that contradict each other',
      [{ kind: 'inSource', status: 'accepted', state: 'underReview' }],
      null
    ],
    ['one beside what is none', [{ kind: 'inSource' }, null], null],
    ['an end that may stand in a list', [{ kind: 'inSource', properties: ['expires=2020'] }], null],
    ['status null', [{ kind: 'inSource', status: null }], accepted],
    ['Roslyn', [{ state: 'suppressedInSource' }], accepted],
    [
      'in the source and external: the external one counts',
      [{ kind: 'inSource', justification: 'x' }, { kind: 'external' }],
      { kind: 'external', justification: 'x' }
    ],
    ['external, in a file that nobody looked up', [external('config/brakeman.ignore')], elsewhere],
    ['no objects', [null, 1], null],
    ['no array', 'yes', null]
  ])('%s', (_, suppressions, expected) => {
    expect(one({ suppressions })?.suppression).toEqual(expected)
  })
})

describe('versions', () => {
  const problem = (log: JsonObject) =>
    normalise({ runs: [{ tool: { driver: { name: 'T', semanticVersion: 'v8.0.0' } }, results: [] }], ...log }).problem
      ?.message ?? null
  const schema = 'https://json.schemastore.org/sarif-2.1.0-rtm.5.json'
  test.each<[string, JsonObject, string | null]>([
    ['2.1.0', { version: '2.1.0' }, null],
    ['2.0.0', { version: '2.0.0' }, 'SARIF version 2.0.0 is not supported. Ask the scanner for 2.1.0'],
    [
      '2.0.0 with the right schema',
      { version: '2.0.0', $schema: schema },
      'SARIF version 2.0.0 is not supported. Ask the scanner for 2.1.0'
    ],
    ['the schema alone', { $schema: schema }, null],
    [
      'another schema',
      { $schema: 'https://x/sarif-2.0.0.json' },
      'The file does not say which version of SARIF it is. Ask the scanner for 2.1.0'
    ],
    ['nothing', {}, 'The file does not say which version of SARIF it is. Ask the scanner for 2.1.0'],
    ['the tool’s own version with the right schema', { version: 'v8.0.0', $schema: schema }, null],
    [
      'the tool’s own version alone',
      { version: 'v8.0.0' },
      'SARIF version v8.0.0 is not supported. Ask the scanner for 2.1.0'
    ],
    ['no run, which the policy judges', { version: '2.1.0', runs: [] }, null]
  ])('%s', (_, log, expected) => {
    expect(problem(log)).toBe(expected)
  })

  test('no log at all, and the reader’s problem comes first', () => {
    expect(createNormaliser('a', { places: withRoots() }).finish(null).problem?.message).toBe(
      'The file is no SARIF log'
    )
    const cut = { offset: 7, message: 'cut off' }
    expect(createNormaliser('a', { places: withRoots() }).finish(cut).problem).toEqual(cut)
  })

  test('results read before a file broke off are kept', () => {
    const normaliser = createNormaliser('a.sarif', { places: withRoots() })
    normaliser.result(0, result())
    const { findings, results, problem: found } = normaliser.finish({ offset: 9, message: 'cut off' })
    expect([findings.length, results, found?.message]).toEqual([1, 1, 'cut off'])
  })
})

describe('secrets', () => {
  const secret = 'AKIAIOSFODNN7EXAMPLE'
  const location = {
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'a.env' }, region: { startLine: 1, snippet: { text: secret } } } }
    ]
  }
  const tool = { tool: { driver: { name: 'gitleaks' } } }

  test('never leave the file that they were found in', () => {
    const findings = [
      one({ ...location, message: { text: `found ${secret} in a.env` } }, tool),
      one({ message: { text: `${secret} leaks` }, properties: { offender: secret } }, tool),
      one({ message: { text: 'token ghp_0123456789abcdefghij0123456789abcd here' } }, tool)
    ]
    const written = JSON.stringify(findings)
    expect(written).not.toContain(secret)
    expect(written).not.toContain('ghp_0123456789')
    expect(findings[0]?.message).toBe('found *** in a.env')
  })

  test('stand-ins tell secrets apart and equal ones together', () => {
    const clue = (text: string) =>
      one(
        {
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: 1, snippet: { text } } } }
          ]
        },
        tool
      )?.clues.snippet
    expect(clue(secret)).toMatch(/^sha256:[0-9a-f]{32}$/)
    expect(clue(secret)).toBe(clue(` ${secret} `))
    expect(clue(secret)).not.toBe(clue(`${secret}2`))
    expect(clue('REDACTED')).toBeNull()
  })

  test('punctuation after a token stays, and a run of punctuation is none', () => {
    const text = `token a1b2c3d4e5f6a7b8c9d0. found ${'.'.repeat(40)} a1${'-'.repeat(30)}`
    expect(one({ message: { text } }, tool)?.message).toBe(`token ***. found ${'.'.repeat(40)} a1${'-'.repeat(30)}`)
  })

  test('commits and paths in a message stay', () => {
    const text =
      'rule has detected secret for file src/a1/config-2024-production.env at commit 6d127980966808f7413935678e079dcd7fedf9c2.'
    expect(one({ message: { text } }, tool)?.message).toContain('6d127980966808f7413935678e079dcd7fedf9c2')
  })
})

describe('clues', () => {
  test('fingerprints that identify something else are left out', () => {
    const bag = {
      'matchBasedId/v1': 'requires login',
      email: 'someone@example.com',
      commitSha: '6d127980966808f7413935678e079dcd7fedf9c2',
      'good/v1': '0123456789abcdef',
      short: 'abc',
      R1: '0123456789abcdef'
    }
    expect(one({ fingerprints: bag })?.clues.fingerprints).toEqual({ 'good/v1': '0123456789abcdef' })
  })

  test('a value wrapped in an object is read', () => {
    expect(one({ fingerprints: { csvRowSha256: { value: 'aaaaaaaaaaaaaaaa' } } })?.clues.fingerprints).toEqual({
      csvRowSha256: 'aaaaaaaaaaaaaaaa'
    })
  })
})

test.each([
  ['evil\u200b-rule', 'evil-rule'],
  ['\u202eevil-rule\u2069', 'evil-rule'],
  ['ev\u00adil-rule\ufeff', 'evil-rule'],
  ['\u200b', 'unnamed-rule']
])('names are without what cannot be seen: %j', (ruleId, name) => {
  expect(one({ ruleId })?.ruleId).toBe(name)
  const [found] = normalise(logOf({ tool: { driver: { name: 'Sc\u200banner' } }, results: [result()] })).findings
  expect(found?.tool).toBe('Scanner')
})

test.each([
  ['js/sqli', undefined],
  ['js/s\u200bqli', true],
  [' js/sqli', true],
  ['js/sqli ', true]
])('a rule that only looks like another is told from it: %j', (ruleId, isDisguised) => {
  expect(one({ ruleId })).toMatchObject({ ruleId: 'js/sqli' })
  expect(one({ ruleId })?.isDisguised).toBe(isDisguised)
})

test.each([' web/a.py', 'web/a.py ', 'web%2Fa.py', 'web%2fa.py'])(
  'without a tree %j is not taken for the file that it looks like',
  uri => {
    const finding = one({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] })
    expect(finding).toMatchObject({ location: null, placeProblem: expect.stringContaining('no tree tells') })
  }
)

test('a place that cannot be mapped is named, with its line', () => {
  const finding = one({
    locations: [{ physicalLocation: { artifactLocation: { uri: '/etc/x.py' }, region: { startLine: 4 } } }]
  })
  expect([finding?.location, finding?.placeProblem]).toEqual([
    null,
    '/etc/x.py:4: the path is absolute and lies outside the repository.'
  ])
})

test.each([
  ['registry.example/acme/app:1.2', 'registry.example/acme/app/srv/package-lock.json'],
  ['acme/app@sha256:0123456789abcdef', 'acme/app/srv/package-lock.json'],
  ['/tmp/xyz/app.tar.gz', 'app.tar.gz/srv/package-lock.json'],
  ['srv/package-lock.json', 'srv/package-lock.json']
])('a path in the image %s has the image before it', (imageName, symbol) => {
  const location = { physicalLocation: { artifactLocation: { uri: 'srv/package-lock.json' } } }
  const results = [{ ruleId: 'CVE-2026-1', message: { text: 'Package: x' }, locations: [location] }]
  const { findings } = normalise(logOf({ tool: { driver: { name: 'Trivy' } }, properties: { imageName }, results }))
  expect(findings).toMatchObject([{ location: null, clues: { symbol } }])
})

test('run facts', () => {
  const [run] = normalise(
    logOf({
      tool: { driver: { name: 'CodeQL', semanticVersion: '2.20.0' } },
      automationDetails: { id: '/language:java/' },
      versionControlProvenance: [{ revisionId: 'abc' }, {}],
      invocations: [
        { executionSuccessful: true, endTimeUtc: '2024-05-01T10:00:00+02:00' },
        { executionSuccessful: true, endTimeUtc: 'yesterday' }
      ]
    })
  ).runs
  expect(run).toEqual({
    tool: 'CodeQL',
    version: '2.20.0',
    results: 0,
    notFindings: 0,
    state: 'complete',
    reason: 'The run has 0 results and reports no error.',
    categories: ['sast', 'quality'],
    secretScan: 'not-said',
    rules: null,
    revisions: ['abc'],
    endTime: '2024-05-01T08:00:00Z'
  })
})

describe('laws', () => {
  const scalar = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
  const words = fc.constantFrom(
    'R1',
    'CVE-2021-1234',
    'error',
    'none',
    'fail',
    'pass',
    '../a',
    'a.js',
    'file:///x',
    '9.8',
    '-1'
  )
  const keys = fc.constantFrom(
    'ruleId',
    'ruleIndex',
    'rule',
    'id',
    'kind',
    'level',
    'message',
    'text',
    'locations',
    'physicalLocation',
    'artifactLocation',
    'uri',
    'region',
    'startLine',
    'snippet',
    'properties',
    'tags',
    'security-severity',
    'suppressions',
    'taxa',
    'toolComponent',
    'index',
    'arguments',
    'fingerprints',
    'stacks',
    'frames'
  )
  const { value: junk } = fc.letrec<{ value: JsonValue }>(tie => ({
    value: fc.oneof(
      { maxDepth: 6 },
      scalar,
      words,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys, tie('value'), { maxKeys: 5 })
    ) as fc.Arbitrary<JsonValue>
  }))

  test('no log breaks it, and every result is accounted for', () => {
    fc.assert(
      fc.property(
        fc.array(junk, { maxLength: 5 }),
        junk,
        junk,
        fc.constantFrom('Trivy', 'Snyk Open Source', 'gitleaks', 'X'),
        (results, rules, invocations, name) => {
          const {
            findings,
            results: count,
            notFindings,
            runs
          } = normalise({ version: '2.1.0', runs: [{ tool: { driver: { name, rules } }, invocations, results }] })
          expect(count).toBe(results.length)
          expect(findings.reduce((sum, finding) => sum + finding.occurrences, 0) + notFindings).toBe(count)
          expect(runs).toHaveLength(1)
          for (const { location } of findings)
            if (location !== null) expect(location.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/)
        }
      ),
      { numRuns: triesOf(300) }
    )
  })

  test('the order of runs, results and rules changes nothing', () => {
    const rules = ['A', 'B', 'C'].map((id, position) => ({
      id,
      properties: { 'security-severity': String(position * 3 + 1) }
    }))
    const results = ['A', 'B', 'C', 'A/x', 'D'].map((ruleId, line) =>
      result({
        ruleId,
        locations: [{ physicalLocation: { artifactLocation: { uri: `f${line}.js` }, region: { startLine: line + 1 } } }]
      })
    )
    const run = (order: readonly JsonObject[], ruleOrder: readonly JsonObject[]) => ({
      tool: { driver: { name: 'T', rules: ruleOrder } },
      results: order
    })
    const set = (runs: readonly JsonObject[]) =>
      normalise({ version: '2.1.0', runs })
        .findings.map(finding => JSON.stringify(finding))
        .sort()
    const expected = set([run(results, rules), run([], rules)])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(results, { minLength: 5 }),
        fc.shuffledSubarray(rules, { minLength: 3 }),
        fc.boolean(),
        (order, ruleOrder, first) => {
          const runs = [run(order, ruleOrder), run([], ruleOrder)]
          expect(set(first ? runs : runs.toReversed())).toEqual(expected)
        }
      )
    )
  })
})
