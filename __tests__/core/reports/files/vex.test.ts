import { describe, expect, test } from '@jest/globals'
import { type Decision, NO_CHANGE_KNOWN, type Outcome } from '../../../../src/core/decision/decision.js'
import { EXCEPTION_TYPES, type ExceptionType } from '../../../../src/core/exceptions/exception.js'
import { parseVex } from '../../../../src/core/feeds/parse.js'
import { indexVex, reachabilityBy } from '../../../../src/core/feeds/vex.js'
import type { Finding } from '../../../../src/core/finding.js'
import { renderCycloneDxVex } from '../../../../src/core/reports/files/cyclonedx-vex.js'
import { renderOpenVex } from '../../../../src/core/reports/files/openvex.js'
import { vulnerabilitiesOf } from '../../../../src/core/reports/files/vex-claims.js'
import { imageProduct } from '../../../../src/core/reports/files/vex-image.js'
import { aDecision, aFinding, anOutcome } from '../../../builders.js'
import { BLOCKED } from '../sample-decisions.js'
import { objections } from './published-schema.js'

const lodash = { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' }
const advisory: Partial<Finding> = {
  category: 'sca',
  identifiers: ['CVE-2026-1234', 'GHSA-aaaa-bbbb-cccc'],
  package: lodash
}

const excepted = (id: string | null, finding: Partial<Finding> = {}): Outcome =>
  anOutcome(id === null ? {} : { verdict: 'pass', reason: 'excepted', exception: { id, expires: '2026-12-30' } }, {
    ...advisory,
    ...finding
  })

const account = (type: ExceptionType | null, reason = 'Looked at by hand, nothing there') => ({
  type,
  reason,
  owner: '@alice',
  approvers: [{ login: '@sec-bob', at: '2026-11-01T00:00:00Z', url: null }],
  ticket: 'SEC-12',
  controls: type === 'mitigated' ? ['WAF rule 1234'] : [],
  quorum: { needed: 1, have: 1 }
})

/** A decision about outcomes, and exceptions of these types as `EXC-0`, `EXC-1` and so on. */
const decisionOf = (
  types: readonly (ExceptionType | null)[],
  outcomes: readonly Outcome[],
  reason?: string,
  overrides: Partial<Decision> = {}
): Decision =>
  aDecision({
    outcomes,
    exceptions: types.map((type, at) => ({
      id: `EXC-${at}`,
      status: 'active',
      source: 'file',
      finding: null,
      expires: '2026-12-30',
      problem: null,
      account: account(type, reason)
    })),
    ...overrides
  })

const statements = (decision: Decision) => JSON.parse(renderOpenVex(decision)).statements
const states = (decision: Decision) =>
  JSON.parse(renderCycloneDxVex(decision)).vulnerabilities.map(
    (each: { analysis: { state: string } }) => each.analysis.state
  )

test.each([
  [null, 'acme/pay', 'pkg:github/acme/pay'],
  ['https://github.com/acme/pay', 'acme/pay', 'pkg:github/acme/pay'],
  ['https://bitbucket.org/acme/pay', 'acme/pay', 'pkg:bitbucket/acme/pay'],
  ['https://gitlab.com/acme/pay', 'acme/pay', 'pkg:generic/acme/pay?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Facme%2Fpay'],
  [
    'https://gitlab.com/acme/web/shop',
    'acme/web/shop',
    'pkg:generic/acme/web/shop?vcs_url=git%2Bhttps:%2F%2Fgitlab.com%2Facme%2Fweb%2Fshop'
  ],
  [
    'https://github.com.evil.example/acme/pay',
    'acme/pay',
    'pkg:generic/acme/pay?vcs_url=git%2Bhttps:%2F%2Fgithub.com.evil.example%2Facme%2Fpay'
  ],
  [
    'ssh://git.acme.example:7999/pay/web',
    'pay/web',
    'pkg:generic/pay/web?vcs_url=git%2Bssh:%2F%2Fgit.acme.example:7999%2Fpay%2Fweb'
  ]
])('the product of a repository at %s', (address, repository, product) => {
  const view = address === null ? {} : { cloneAddress: address }
  const decision = decisionOf(['risk-accept'], [excepted('EXC-0')], undefined, {
    change: { ...NO_CHANGE_KNOWN, repository }
  })
  const { statements: said } = JSON.parse(renderOpenVex(decision, view))
  expect(said).toMatchObject([{ products: [{ '@id': product, identifiers: { purl: product } }] }])
  const { components, vulnerabilities } = JSON.parse(renderCycloneDxVex(decision, view))
  expect(vulnerabilities).toMatchObject([{ properties: [{ value: product }] }])
  expect(components).toContainEqual(expect.objectContaining({ purl: product, type: 'application' }))
})

describe('an exception by its type', () => {
  test.each([
    ['false-positive', 'not_affected', 'false_positive'],
    ['risk-accept', 'affected', 'exploitable'],
    ['mitigated', 'affected', 'exploitable'],
    ['vendor-dependency', 'affected', 'exploitable'],
    ['break-glass', 'affected', 'exploitable'],
    [null, 'affected', 'exploitable']
  ] as const)('%s is %s', (type, status, state) => {
    const decision = decisionOf([type], [excepted('EXC-0')])
    expect(statements(decision)).toMatchObject([{ status }])
    expect(states(decision)).toEqual([state])
  })

  test('every type has its row above', () => expect(EXCEPTION_TYPES).toHaveLength(5))

  test('what is affected says what is done, until when, who approved it and why', () => {
    const [statement] = statements(decisionOf(['mitigated'], [excepted('EXC-0')]))
    expect(statement.action_statement).toBe(
      'The risk is mitigated until 2026-12-30 (EXC-0), approved by @sec-bob, controls: WAF rule 1234, ticket SEC-12: Looked at by hand, nothing there. Update lodash to 4.17.21'
    )
    expect(statement).not.toHaveProperty('justification')
  })

  test.each([
    ['Looked at by hand, nothing there', 'vulnerable_code_not_present'],
    ['vulnerable_code_not_in_execute_path: only the CLI uses it', 'vulnerable_code_not_in_execute_path'],
    ['component_not_present or inline_mitigations_already_exist, who knows', 'vulnerable_code_not_present']
  ])('the justification of "%s" is %s', (reason, justification) => {
    const [statement] = statements(decisionOf(['false-positive'], [excepted('EXC-0')], reason))
    expect(statement).toMatchObject({ justification, status_notes: expect.stringContaining(reason) })
  })
})

describe('"not affected" is said only of what is wholly answered', () => {
  const other = (parts: Partial<Finding>, id: string | null = null) => excepted(id, parts)
  const elsewhere = {
    location: { path: 'web/b.lock', startLine: 1, startColumn: null, endLine: null, endColumn: null }
  }
  test.each<[string, readonly (ExceptionType | null)[], readonly Outcome[], string]>([
    [
      'the same in another file, which blocks',
      ['false-positive'],
      [excepted('EXC-0'), other(elsewhere)],
      'under_investigation'
    ],
    [
      'the same package, of a version that is not known',
      ['false-positive'],
      [excepted('EXC-0'), other({ package: { ...lodash, purl: 'pkg:npm/lodash', version: null } })],
      'under_investigation'
    ],
    [
      'reported under one of its names',
      ['false-positive'],
      [excepted('EXC-0'), other({ identifiers: ['GHSA-aaaa-bbbb-cccc'] })],
      'under_investigation'
    ],
    [
      'accepted elsewhere',
      ['false-positive', 'risk-accept'],
      [excepted('EXC-0'), other(elsewhere, 'EXC-1')],
      'affected'
    ],
    [
      'false elsewhere too',
      ['false-positive', 'false-positive'],
      [excepted('EXC-0'), other(elsewhere, 'EXC-1')],
      'not_affected'
    ],
    [
      'of a version that is not known',
      ['false-positive'],
      [excepted('EXC-0', { package: { ...lodash, purl: 'pkg:npm/lodash', version: null } })],
      'under_investigation'
    ],
    [
      'of several vulnerabilities, while something is accepted',
      ['false-positive', 'risk-accept'],
      [excepted('EXC-0', { identifiers: ['CVE-2026-1', 'CVE-2026-2'] })],
      'under_investigation'
    ],
    [
      'of several vulnerabilities, all of them false',
      ['false-positive'],
      [excepted('EXC-0', { identifiers: ['CVE-2026-1', 'CVE-2026-2'] })],
      'not_affected'
    ],
    [
      'another version of the package',
      ['false-positive'],
      [excepted('EXC-0'), other({ package: { ...lodash, purl: 'pkg:npm/lodash@3.0.0', version: '3.0.0' } })],
      'not_affected'
    ],
    [
      'another package',
      ['false-positive'],
      [excepted('EXC-0'), other({ package: { ...lodash, purl: 'pkg:npm/underscore@1.0.0', name: 'underscore' } })],
      'not_affected'
    ],
    [
      'gone',
      ['false-positive'],
      [excepted('EXC-0'), anOutcome({ state: 'fixed', verdict: 'pass', reason: 'fixed' }, advisory)],
      'not_affected'
    ]
  ])('%s', (_, types, outcomes, status) => {
    for (const statement of statements(decisionOf(types, outcomes))) expect(statement).toMatchObject({ status })
    expect(statements(decisionOf(types, outcomes)).length).toBeGreaterThan(0)
  })
})

test.each<[string, Outcome]>([
  ['no exception', excepted(null)],
  ['no advisory', excepted('EXC-0', { identifiers: ['CWE-89'] })],
  ['no package', excepted('EXC-0', { package: null })],
  ['a package of no known ecosystem', excepted('EXC-0', { package: { ...lodash, purl: null } })]
])('a finding with %s has no statement', (_, outcome) => {
  expect(statements(decisionOf(['false-positive'], [outcome]))).toEqual([])
})

test.each([
  [['CVE-2026-1'], [['CVE-2026-1']]],
  [['GHSA-a-b-c', 'PYSEC-1', 'CVE-2026-1'], [['CVE-2026-1', 'GHSA-a-b-c', 'PYSEC-1']]],
  [
    ['CVE-2026-1', 'CVE-2026-2', 'GHSA-a-b-c'],
    [['CVE-2026-1'], ['CVE-2026-2'], ['GHSA-a-b-c']]
  ],
  [[], []]
])('%j stand for %j', (ids, expected) => expect(vulnerabilitiesOf(ids)).toEqual(expected))

describe('an image', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  test.each([
    [`ghcr.io/acme/pay:1.2@${digest}`, `pkg:oci/pay@sha256%3A${'a'.repeat(64)}`],
    ['ghcr.io/acme/pay:1.2', 'pkg:oci/pay?repository_url=ghcr.io%2Facme&tag=1.2'],
    ['localhost:5000/pay', 'pkg:oci/pay?repository_url=localhost%3A5000'],
    ['alpine:3.19', 'pkg:oci/alpine?tag=3.19'],
    ['/usr/lib/x', null],
    ['two words', null]
  ])('%s is the product %s', (symbol, product) => {
    const clues = { snippet: null, fingerprints: {}, symbol }
    expect(imageProduct(aFinding({ category: 'container', clues }))?.replace('@sha256:', '@sha256%3A') ?? null).toBe(
      product
    )
    expect(imageProduct(aFinding({ category: 'sast', clues }))).toBeNull()
  })
})

describe('read back by the gate', () => {
  const image = {
    category: 'container' as const,
    clues: { snippet: null, fingerprints: {}, symbol: 'ghcr.io/acme/pay:1.2' }
  }
  test.each<[string, ExceptionType, Partial<Finding>, string | null, string]>([
    ['what is not affected', 'false-positive', {}, 'acme/pay', 'unreachable'],
    [
      'of several vulnerabilities',
      'false-positive',
      { identifiers: ['CVE-2026-1', 'CVE-2026-2', 'GHSA-a-b-c'] },
      'acme/pay',
      'unreachable'
    ],
    [
      'of several reports',
      'false-positive',
      {
        packageReports: [
          { purl: 'pkg:npm/lodash@4.17.20', reachability: 'unknown', fixAvailable: null },
          { purl: 'pkg:npm/%40x/lodash@4.17.20', reachability: 'unknown', fixAvailable: null }
        ]
      },
      'acme/pay',
      'unreachable'
    ],
    ['in an image', 'false-positive', image, 'acme/pay', 'unreachable'],
    ['of no known repository', 'false-positive', {}, null, 'unreachable'],
    ['what is accepted', 'risk-accept', {}, 'acme/pay', 'unknown'],
    ['what is mitigated', 'mitigated', {}, 'acme/pay', 'unknown']
  ])('%s', (_, type, parts, repository, reachability) => {
    const outcome = excepted('EXC-0', parts)
    const change = { ...BLOCKED.change, repository }
    const text = renderOpenVex(decisionOf([type], [outcome], undefined, { change }))
    const vex = indexVex(parseVex(text, 'own.json'))
    expect(reachabilityBy(outcome.finding, vex, repository)).toBe(reachability)
    const newer = { ...outcome.finding, package: { ...lodash, purl: 'pkg:npm/lodash@4.17.22', version: '4.17.22' } }
    const { packageReports: __, ...alone } = newer
    expect(reachabilityBy(alone, vex, repository)).toBe('unknown')
    if (repository !== null && parts.category === undefined)
      expect(reachabilityBy(outcome.finding, vex, 'acme/other')).toBe('unknown')
  })
})

describe('is valid by the schema of its publisher', () => {
  const decisions = [
    ...EXCEPTION_TYPES.map(type => decisionOf([type], [excepted('EXC-0')])),
    decisionOf(['false-positive'], [excepted('EXC-0'), excepted(null)]),
    decisionOf(['risk-accept'], [excepted('EXC-0')], undefined, { change: { ...BLOCKED.change, repository: null } })
  ]
  test.each(decisions.map((decision, at) => [at, decision] as const))('decision %d', (_, decision) => {
    expect(objections('openvex.schema.json', renderOpenVex(decision))).toEqual([])
    const others = ['spdx.schema.json', 'jsf-0.82.schema.json']
    expect(objections('cyclonedx-1.6.schema.json', renderCycloneDxVex(decision), others)).toEqual([])
  })
})

test('secrets of a reason are masked', () => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
  for (const type of ['false-positive', 'risk-accept'] as const) {
    const decision = decisionOf([type], [excepted('EXC-0')], `the token ${secret} is a test value`)
    expect(renderOpenVex(decision) + renderCycloneDxVex(decision)).not.toContain(secret)
  }
})
