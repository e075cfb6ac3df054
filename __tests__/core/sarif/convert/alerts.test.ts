import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { convertCodeScanning, isCodeScanning } from '../../../../src/core/sarif/convert/code-scanning.js'
import { convertDependabot, isDependabot } from '../../../../src/core/sarif/convert/dependabot.js'
import { convertSecretScanning, isSecretScanning } from '../../../../src/core/sarif/convert/secret-scanning.js'
import type { ReadProblem, SarifConsumer } from '../../../../src/core/sarif/input.js'
import { createNormaliser } from '../../../../src/core/sarif/normalise.js'
import { withRoots } from '../feed.js'

type Convert = (value: JsonValue, consumer: SarifConsumer) => ReadProblem | null

const read = (convert: Convert, alerts: JsonValue) => {
  const normaliser = createNormaliser('alerts.json', { places: withRoots() })
  return normaliser.finish(convert(alerts, normaliser))
}

const SHA = 'c'.repeat(40)
const code = (parts: JsonObject = {}, rule: JsonObject = {}): JsonObject => ({
  number: 4,
  created_at: '2026-02-13T12:29:18Z',
  state: 'open',
  dismissed_by: null,
  dismissed_reason: null,
  rule: {
    id: 'js/sql-injection',
    severity: 'error',
    tags: ['security', 'external/cwe/cwe-089'],
    description: 'Query built from user input',
    security_severity_level: 'high',
    ...rule
  },
  tool: { name: 'CodeQL', guid: null, version: '2.20.0' },
  most_recent_instance: {
    ref: 'refs/heads/main',
    state: 'open',
    commit_sha: SHA,
    message: { text: 'This query depends on a user-provided value.' },
    location: { path: 'src/50%.ts', start_line: 91, end_line: 92, start_column: 7, end_column: 50 }
  },
  ...parts
})

const SECRET = 'not-a-real-token-0123456789'
const secret = (parts: JsonObject = {}): JsonObject => ({
  number: 2,
  created_at: '2026-11-06T18:48:51Z',
  state: 'open',
  resolution: null,
  secret_type: 'acme_token',
  secret_type_display_name: 'Acme token',
  secret: SECRET,
  validity: 'unknown',
  publicly_leaked: false,
  push_protection_bypassed: false,
  first_location_detected: { path: 'conf/keys.env', start_line: 3, end_line: 3, commit_sha: SHA },
  ...parts
})

const dependency = (parts: JsonObject = {}): JsonObject => ({
  number: 1,
  state: 'open',
  dependency: { package: { ecosystem: 'npm', name: 'lodash' }, manifest_path: 'web/package-lock.json' },
  security_advisory: { ghsa_id: 'GHSA-35jh-r3h4-6jhm', severity: 'high' },
  security_vulnerability: { severity: 'high', first_patched_version: null },
  ...parts
})

describe('code scanning', () => {
  test('an open alert is a finding of its tool', () => {
    const { findings, runs, problem } = read(convertCodeScanning, [code()])
    expect(problem).toBeNull()
    expect(runs).toMatchObject([{ tool: 'CodeQL', version: '2.20.0', state: 'complete', revisions: [SHA] }])
    expect(findings).toMatchObject([
      {
        tool: 'CodeQL',
        ruleId: 'js/sql-injection',
        category: 'sast',
        severity: 'high',
        identifiers: ['CWE-89'],
        message: 'This query depends on a user-provided value.',
        location: { path: 'src/50%.ts', startLine: 91, startColumn: 7, endLine: 92, endColumn: null },
        suppression: null,
        firstDetected: '2026-02-13T12:29:18Z'
      }
    ])
  })

  test('fixed is no finding, each tool has its run, and what rates nothing is of the level', () => {
    const { runs, notFindings, findings } = read(convertCodeScanning, [
      code({ state: 'fixed' }),
      code(
        { tool: { name: 'ESLint', version: null } },
        { security_severity_level: null, severity: 'warning', tags: null }
      )
    ])
    expect([runs.map(({ tool }) => tool), notFindings]).toEqual([['CodeQL', 'ESLint'], 1])
    expect(findings).toMatchObject([{ tool: 'ESLint', severity: 'medium', category: 'quality' }])
  })

  test.each<[string, JsonObject, string]>([
    [
      'nobody agreed',
      { dismissed_by: { login: 'alice' } },
      "won't fix: later (dismissed by @alice; nobody else approved it)"
    ],
    [
      'a second person did',
      { dismissed_by: { login: 'alice' }, dismissal_approved_by: { login: 'bob' } },
      "won't fix: later (dismissed by @alice; approved by @bob)"
    ],
    [
      'the same person did',
      { dismissed_by: { login: 'alice' }, dismissal_approved_by: { login: 'alice' } },
      "won't fix: later (dismissed by @alice; nobody else approved it)"
    ]
  ])('a dismissal: %s', (_, parts, justification) => {
    const dismissed = code({ state: 'dismissed', dismissed_reason: "won't fix", dismissed_comment: 'later', ...parts })
    expect(read(convertCodeScanning, [dismissed]).findings[0]?.suppression).toEqual({ kind: 'external', justification })
  })
})

describe('secret scanning', () => {
  test('an alert is a secret in the history, and the secret is nowhere', () => {
    const { findings } = read(convertSecretScanning, [secret()])
    expect(findings).toMatchObject([
      {
        tool: 'GitHub secret scanning',
        category: 'secret',
        severity: 'high',
        commit: SHA,
        location: { path: 'conf/keys.env', startLine: 3 },
        message: 'Acme token (alert 2), nobody knows whether it is active'
      }
    ])
    expect(JSON.stringify(findings)).not.toContain(SECRET)
  })

  test.each<[string, JsonObject, string, readonly string[]]>([
    ['active', { validity: 'active' }, 'critical', ['validity:active']],
    ['inactive is a secret still', { validity: 'inactive' }, 'high', ['validity:inactive']],
    ['publicly leaked', { publicly_leaked: true }, 'critical', ['publicly-leaked', 'validity:unknown']],
    [
      'push protection bypassed',
      { push_protection_bypassed: true, push_protection_bypassed_by: { login: 'eve' } },
      'high',
      ['push-protection-bypassed', 'validity:unknown']
    ]
  ])('%s', (_, parts, severity, tags) => {
    const [finding] = read(convertSecretScanning, [secret(parts)]).findings
    expect([finding?.severity, finding?.tags.toSorted()]).toEqual([severity, tags])
  })

  test.each<[string, JsonObject, boolean]>([
    ['as a false positive', { resolution: 'false_positive' }, true],
    ['as revoked, and inactive', { resolution: 'revoked', validity: 'inactive' }, true],
    ['as revoked, and found active', { resolution: 'revoked', validity: 'active' }, false]
  ])('resolved %s', (_, parts, isSuppressed) => {
    const resolved = secret({ state: 'resolved', resolved_by: { login: 'alice' }, ...parts })
    const [finding] = read(convertSecretScanning, [resolved]).findings
    expect(finding?.suppression !== null).toBe(isSuppressed)
  })

  test('a secret without a place, and two of one kind', () => {
    const { findings } = read(convertSecretScanning, [
      secret({ first_location_detected: null, secret: null }),
      secret({ first_location_detected: null, secret: null, number: 3 })
    ])
    expect(findings.map(({ location }) => location)).toEqual([null, null])
    expect(new Set(findings.map(({ clues }) => JSON.stringify(clues.fingerprints))).size).toBe(2)
  })
})

test.each<[string, string, string | null]>([
  ['approved', 'approved', 'tolerable_risk (dismissed by @alice; approved by a second person)'],
  ['pending', 'pending', null],
  ['rejected', 'rejected', null],
  ['not asked for', '', 'tolerable_risk (dismissed by @alice; nobody else approved it)']
])("the request for Dependabot's dismissal: %s", (_, status, justification) => {
  const dismissed = dependency({
    state: 'dismissed',
    dismissed_reason: 'tolerable_risk',
    dismissed_by: { login: 'alice' },
    dismissal_request: status === '' ? null : { status }
  })
  const [finding] = read(convertDependabot, [dismissed]).findings
  expect(finding?.suppression?.justification ?? null).toBe(justification)
})

describe('lists', () => {
  const KINDS: readonly [string, Convert, (value: JsonValue) => boolean, JsonObject][] = [
    ['code scanning', convertCodeScanning, isCodeScanning, code()],
    ['secret scanning', convertSecretScanning, isSecretScanning, secret()],
    ['Dependabot', convertDependabot, isDependabot, dependency()]
  ]
  test.each(KINDS)('of %s are told from each other, and from others', (name, _, is, alert) => {
    expect(KINDS.filter(([, , other]) => other([alert])).map(([other]) => other)).toEqual([name])
    expect([is([[alert], []]), is([]), is([1]), is([{}]), is({})]).toEqual([true, false, false, false, false])
  })

  test.each(KINDS)('of %s: none, one page, several', (_, convert, __, alert) => {
    const state = (alerts: JsonValue) => read(convert, alerts).runs.map(run => run.state)
    const page = (count: number) => new Array<JsonObject>(count).fill(alert)
    expect([state([]), state([[]])]).toEqual([['complete'], ['complete']])
    expect([state(page(29)), state(page(31)), state([page(30)])]).toEqual([['complete'], ['complete'], ['complete']])
    expect([state(page(30)), state(page(100))]).toEqual([['degraded'], ['degraded']])
  })

  test.each(KINDS)(
    'of %s: an element of something else is the problem, and the others are kept',
    (_, convert, __, alert) => {
      const { findings, problem } = read(convert, [alert, { a: 1 }, 7, null])
      expect([findings.length, problem?.message.startsWith('An element of the array is no')]).toEqual([1, true])
    }
  )
})
