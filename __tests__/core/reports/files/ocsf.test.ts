import { describe, expect, test } from '@jest/globals'
import { NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import { UNKNOWN_EDITION } from '../../../../src/core/ground/edition.js'
import { rowsOf } from '../../../../src/core/history/fleet/rows/rows.js'
import { readDecisionDocument } from '../../../../src/core/history/stored.js'
import { undecidedJson } from '../../../../src/core/reports/files/decision-json.js'
import { decisionRows } from '../../../../src/core/reports/files/rows-report.js'
import { ocsfLines } from '../../../../src/core/reports/files/siem/ocsf.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'
import { HAS_OCSF, ocsfObjections } from './ocsf-schema.js'

type Event = ReturnType<typeof JSON.parse>

const eventsOf = (decision: Parameters<typeof decisionRows>[0]): readonly Event[] =>
  [...ocsfLines(decisionRows(decision))].map(line => JSON.parse(line))

const findings = (...outcomes: readonly ReturnType<typeof anOutcome>[]): readonly Event[] =>
  eventsOf(aDecision({ outcomes })).filter(({ finding_info }) => !/^(?:verdict|control)$/.test(finding_info.types[0]))

const PACKAGE = { purl: 'pkg:npm/lodash@4.17.20', name: 'lodash', version: '4.17.20', fixedVersion: '4.17.21' }
const SAMPLES = [
  BLOCKED,
  WARNED,
  CLEAN,
  BLIND,
  aDecision({
    change: { ...NO_CHANGE_KNOWN, repository: 'acme/pay' },
    controls: [
      {
        id: 'PCI-DSS-6.3.3',
        rules: [{ id: 'r', layer: 'policy.yml' }],
        counts: { block: 1, warn: 0, pass: 0, total: 1, excepted: 0, monitored: 0 },
        verdict: 'block'
      }
    ],
    outcomes: [
      anOutcome(
        { firstDetected: '2026-11-01T00:00:00Z', epss: 0.4 },
        { identifiers: ['CVE-2026-1', 'CWE-79'], package: PACKAGE }
      ),
      anOutcome({}, { identifiers: ['CVE-2026-1', 'CVE-2026-2'] }),
      anOutcome({}, { identifiers: ['GHSA-aaaa-bbbb-cccc'], package: { ...PACKAGE, version: null } }),
      anOutcome({}, { identifiers: ['CWE-89', 'CWE-564'] }),
      anOutcome({}, { identifiers: [], category: 'secret', location: null }),
      anOutcome({}, { identifiers: ['CIS-1.2'], severity: 'unknown' })
    ]
  })
]

test('the schema of its publisher is told apart from any other: it has objections to what is wrong', () => {
  if (!HAS_OCSF) return
  const [event] = eventsOf(BLOCKED)
  expect(ocsfObjections(event)).toEqual([])
  const { compliance: _, ...without } = event
  expect(ocsfObjections(without)).toEqual(['compliance is required'])
  expect(ocsfObjections({ ...event, colour: 'red' })).toEqual(['colour is unknown'])
  expect(ocsfObjections({ ...event, severity_id: 7 })).toEqual(['severity_id is none of its enum: 7'])
  expect(ocsfObjections({ ...event, time: 'now' })).toEqual(['time is no timestamp_t'])
  expect(ocsfObjections({ ...event, type_uid: 1 })).toEqual(['type_uid 1'])
  expect(ocsfObjections({ ...event, resources: { name: 'x' } })).toEqual(['resources is a list'])
  const both = { cve: { uid: 'CVE-1' }, cwe: { uid: 'CWE-1' } }
  const { compliance: __, ...rest } = { ...event, class_uid: 2002, type_uid: 200201, vulnerabilities: [both] }
  expect(ocsfObjections(rest)).toEqual(['vulnerabilities. has not just one of advisory, cve, cwe'])
})

test.each(SAMPLES.map((decision, index) => [index, decision] as const))('decision %i fits it', (_, decision) => {
  const events = eventsOf(decision)
  expect(events.length).toBeGreaterThan(decision.outcomes.length)
  expect(events.flatMap(ocsfObjections)).toEqual([])
})

describe('a finding', () => {
  test.each([
    ['an advisory', ['CVE-2026-1'], 2002],
    ['an advisory of GitHub', ['GHSA-aaaa-bbbb-cccc'], 2002],
    ['a class of weakness', ['CWE-79'], 2002],
    ['a number of a benchmark', ['CIS-1.2'], 2003],
    ['nothing', [], 2003]
  ])('that names %s', (_, identifiers, class_uid) => {
    expect(findings(anOutcome({}, { identifiers }))).toMatchObject([{ class_uid }])
  })

  test.each([
    ['is new', { state: 'introduced' }, { activity_id: 1, status_id: 1 }],
    ['was there', { state: 'existing' }, { activity_id: 2, status_id: 99, status: 'existing' }],
    ['may be new', { state: 'unknown' }, { activity_id: 0, status_id: 0 }],
    [
      'was accepted',
      { reason: 'excepted', exception: { id: 'E', expires: '2026-12-31' } },
      { status_id: 99, status: 'excepted' }
    ],
    ['is gone', { reason: 'fixed', state: 'fixed', verdict: 'pass' }, { activity_id: 3, status_id: 4 }]
  ] as const)('that %s', (_, outcome, expected) => {
    expect(findings(anOutcome(outcome))).toMatchObject([expected])
  })

  test('carries what OCSF has no name for under the names of the rows, and the run', () => {
    const [event] = findings(
      anOutcome({ verdict: 'block', tier: 0, owners: ['@acme/pay'] }, { identifiers: ['CVE-2026-1'] })
    )
    expect(event.unmapped).toMatchObject({ verdict: 'block', tier: 0, owners: '@acme/pay', merged: false })
    expect(event.metadata.correlation_uid).toBe(event.unmapped.decision_sha256)
  })

  test('of several vulnerabilities has none of their scores', () => {
    const [one] = findings(anOutcome({ epss: 0.4 }, { identifiers: ['CVE-1', 'CWE-1'] }))
    expect(one.vulnerabilities).toMatchObject([{ cve: { epss: { score: '0.4' }, related_cwes: [{ uid: 'CWE-1' }] } }])
    const [two] = findings(anOutcome({ epss: 0.4 }, { identifiers: ['CVE-1', 'CVE-2'] }))
    expect(two.vulnerabilities.map(({ cve }: Event) => cve)).toEqual([{ uid: 'CVE-1' }, { uid: 'CVE-2' }])
  })
})

describe('the verdict', () => {
  const verdictOf = (decision: Parameters<typeof decisionRows>[0]) => eventsOf(decision)[0].compliance

  test.each([
    ['a block fails', { verdict: 'block' }, 'Fail'],
    ['a pass passes', { verdict: 'pass' }, 'Pass'],
    ['a pass on incomplete evidence does not', { verdict: 'pass', completeness: 'incomplete' }, 'Warning'],
    ['a warning is neither', { verdict: 'warn' }, 'warn']
  ] as const)('%s', (_, decision, status) => expect(verdictOf(aDecision(decision)).status).toBe(status))

  test('of a run that could not decide is none', () => {
    const problems = [
      { kind: 'configuration', path: 'policy.yml', line: 1, column: 1, message: 'unknown key', hint: 'Remove it' }
    ] as const
    const text = undecidedJson({
      schemaVersion: 2,
      gate: UNKNOWN_EDITION,
      evaluatedAt: '2026-11-23T15:00:00Z',
      change: NO_CHANGE_KNOWN,
      options: null,
      problems
    })
    const stored = readDecisionDocument(JSON.parse(text))
    if (stored.kind !== 'document') throw new Error(JSON.stringify(stored))
    const events = [...ocsfLines(rowsOf({ ...stored, sha256: '0'.repeat(64) }))].map(line => JSON.parse(line))
    expect(events).toMatchObject([{ compliance: { status: 'Warning', status_code: 'unknown' } }])
    expect(events.flatMap(ocsfObjections)).toEqual([])
  })
})
