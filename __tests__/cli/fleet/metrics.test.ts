import { expect, test } from '@jest/globals'
import type { Change, Outcome } from '../../../src/core/decision/decision.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const NOW = '2026-11-28T00:00:00Z'
const found = anOutcome({
  firstDetected: '2026-10-01T00:00:00Z',
  sla: { due: '2026-10-15T00:00:00Z', status: 'within' }
})
const gone: Outcome = { ...found, state: 'fixed', verdict: 'pass', reason: 'fixed', sla: null, rules: [] }

/** A decision file about the default branch, unless the change says otherwise. */
function stored(day: string, outcomes: readonly Outcome[], change: Partial<Change> = {}): string {
  const onBranch = { ...aDecision().change, event: 'push', pullRequest: null, branch: 'main' }
  return decisionJson(
    aDecision({ evaluatedAt: `${day}T00:00:00Z`, outcomes, change: { ...onBranch, ...change }, scans: [aScan()] })
  )
}

const onRequest = { event: 'pull_request', pullRequest: 7 }

async function metricsOf(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  return withFiles(files, async directory => {
    const { status, stdout, stderr } = await runCommand(['metrics', 'd', '--format', 'json', ...flags], directory, NOW)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    return JSON.parse(stdout)
  })
}

test.each([
  {
    name: 'a fix in a pull request that was never merged is none',
    files: { 'd/1.json': stored('2026-10-01', [found]), 'd/2.json': stored('2026-10-05', [gone], onRequest) },
    expected: { open: 1, overdue: 1, timeToFix: { count: 0 }, sla: { numerator: 0, denominator: 1 } }
  },
  {
    name: 'a fix on the default branch is one, told or seen',
    files: { 'd/1.json': stored('2026-10-01', [found]), 'd/2.json': stored('2026-10-05', []) },
    expected: { open: 0, timeToFix: { count: 1, median: 4 }, sla: { numerator: 1, denominator: 1 } }
  },
  {
    name: 'a push to another branch mends nothing',
    files: {
      'd/1.json': stored('2026-10-01', [found]),
      'd/2.json': stored('2026-10-02', [], { branch: 'feature' }),
      'd/3.json': stored('2026-10-03', [gone], { branch: 'feature' })
    },
    expected: { open: 1, repositories: [{ branch: 'main' }] }
  },
  {
    name: 'what became overdue after the last scan is overdue, and who stopped scanning is named',
    files: {
      'd/1.json': stored('2026-10-01', [found], { repository: 'acme/quiet' }),
      'd/2.json': stored('2026-11-27', [], { repository: 'acme/busy' })
    },
    expected: {
      overdue: 1,
      silent: {
        numerator: 1,
        denominator: 2,
        repositories: [{ repository: 'acme/quiet', branch: 'main', lastScan: '2026-10-01T00:00:00Z' }]
      }
    }
  },
  {
    name: 'each cycle of a finding that came back counts',
    files: {
      'd/1.json': stored('2026-10-01', [found]),
      'd/2.json': stored('2026-10-05', [gone]),
      'd/3.json': stored('2026-10-20', [found]),
      'd/4.json': stored('2026-10-21', [gone])
    },
    expected: {
      timeToFix: { count: 2, mean: 2.5, median: 1, p90: 4 },
      reopened: { numerator: 1, denominator: 2 },
      opened: 2
    }
  },
  {
    name: 'what only a baseline knew is a fix where its first detection is known, and nothing that was opened',
    files: {
      'd/1.json': stored('2026-10-05', [gone, { ...gone, id: `F-${'7'.repeat(32)}`, firstDetected: null }])
    },
    expected: { opened: 0, open: 0, timeToFix: { count: 1, median: 4 }, reopened: { denominator: 1 } }
  },
  {
    name: 'a scan that failed tells nothing of what it does not report',
    files: {
      'd/1.json': stored('2026-10-01', [found]),
      'd/2.json': decisionJson(
        aDecision({
          evaluatedAt: '2026-10-05T00:00:00Z',
          outcomes: [],
          change: { ...aDecision().change, event: 'push', pullRequest: null, branch: 'main' },
          scans: [aScan({ state: 'failed' })]
        })
      )
    },
    expected: { open: 1, timeToFix: { count: 0 } }
  },
  {
    name: 'runs without an event count only where no others are',
    files: {
      'd/1.json': stored('2026-10-01', [found], { event: null, branch: null }),
      'd/2.json': stored('2026-10-03', [], { event: null, branch: null })
    },
    expected: { open: 0, timeToFix: { count: 1, median: 2 } }
  },
  {
    name: 'due dates that start anew with every run do not',
    files: {
      'd/1.json': stored('2026-10-01', [found]),
      'd/2.json': stored('2026-11-27', [
        { ...found, firstDetected: '2026-11-27T00:00:00Z', sla: { due: '2026-12-11T00:00:00Z', status: 'within' } }
      ])
    },
    expected: { open: 1, overdue: 1 }
  },
  {
    name: 'the output directory of the Action is one run, and a copy of it no other',
    files: {
      'd/run/decision.json': stored('2026-10-01', [found]),
      'd/run/policy-gate.sarif': '{"version":"2.1.0","runs":[]}',
      'd/run/attestation.json': '{}',
      'd/copy/decision.json': stored('2026-10-01', [found])
    },
    expected: { decisions: 1, open: 1 }
  }
])('metrics: $name', async ({ files, expected }) => {
  expect(await metricsOf(files)).toMatchObject(expected)
})

test('metrics: a branch can be named, and --now asks about another day', async () => {
  const files = {
    'd/1.json': stored('2026-10-01', [found], { branch: 'release' }),
    'd/2.json': stored('2026-10-02', [], { branch: 'main' }),
    'd/3.json': stored('2026-10-09', [gone], { branch: 'release' })
  }
  expect(await metricsOf(files, '--branch', 'release')).toMatchObject({ timeToFix: { count: 1, median: 8 } })
  expect(await metricsOf(files, '--branch', 'release', '--now', '2026-10-08')).toMatchObject({ decisions: 2, open: 1 })
})

const overAndWaived = {
  'd/1.json': decisionJson(
    aDecision({
      evaluatedAt: '2026-11-20T00:00:00Z',
      change: { ...aDecision().change, event: 'schedule', pullRequest: null, branch: 'main' },
      outcomes: [
        { ...found, verdict: 'pass', reason: 'excepted', exception: { id: 'EXC-1', expires: '2026-12-01' } },
        anOutcome({ id: `F-${'2'.repeat(32)}`, tier: 1 })
      ],
      exceptions: [
        { id: 'EXC-1', status: 'active', source: 'file', finding: found.id, expires: '2026-12-01', problem: null },
        { id: 'EXC-2', status: 'expired', source: 'file', finding: found.id, expires: '2026-11-01', problem: 'over' },
        { id: 'EXC-3', status: 'expired', source: 'file', finding: null, expires: '2026-11-01', problem: 'over' }
      ]
    })
  )
}

test('metrics: exceptions, and what they waive', async () => {
  expect(await metricsOf(overAndWaived)).toMatchObject({
    waived: { numerator: 1, denominator: 2 },
    exceptions: {
      active: 1,
      daysLeft: { count: 1, median: 4 },
      age: { count: 0, median: null },
      expiredButOpen: { numerator: 1, denominator: 2 },
      renewals: { numerator: 1, denominator: 3 },
      breakGlassReviewed: null
    },
    duration: null
  })
})

test.each([
  { by: 'repository', keys: ['acme/pay'] },
  { by: 'month', keys: ['2026-11'] },
  { by: 'tier', keys: ['0', '1'] },
  { by: 'exposure', keys: ['internet'] },
  { by: 'owner', keys: ['@acme/payments'] },
  { by: 'category', keys: ['sast'] }
])('metrics: by $by', async ({ by, keys }) => {
  const { groups } = await metricsOf(overAndWaived, '--by', by)
  expect(groups.map(({ key }: { readonly key: string }) => key)).toEqual(keys)
})

test.each([
  ['text', /^fixed within SLA {17}0 \/ 1 \(0 %\)$/m],
  ['text', /^break-glass reviewed in time {5}not known$/m],
  ['markdown', /^\| fixed within SLA \| 0 \/ 1 \(0 %\) \|$/m],
  ['html', /<dt>fixed within SLA<\/dt><dd>0 %<small>0 of 1<\/small><\/dd>/],
  ['openmetrics', /^policy_gate_sla_whole 1\n(?:.*\n)*# EOF\n$/m]
])('metrics: as %s every share has both its numbers', async (format, expected) => {
  await withFiles(overAndWaived, async directory => {
    const { stdout } = await runCommand(['metrics', 'd', '--format', format], directory, NOW)
    expect(stdout).toMatch(expected)
  })
})

test.each([
  [[], 'metrics needs a directory. Give directories with decision files'],
  [['d', '--by', 'team'], '--by team is no grouping'],
  [['d', '--within', 'soon'], '--within soon is no duration. Write it as 24h, 14d or 2w'],
  [['d', '--since', '2027-01-01'], '--since 2027-01-01T00:00:00Z is after now'],
  [['e'], 'there is no decision file in e. Keep decision.json of your runs there']
])('metrics: refuses %j', async (args, problem) => {
  await withFiles({ ...overAndWaived, 'e/other.json': '{}' }, async directory => {
    const { status, stderr } = await runCommand(['metrics', ...args], directory, NOW)
    expect(status).toBe(2)
    expect(stderr).toContain(problem)
  })
})
