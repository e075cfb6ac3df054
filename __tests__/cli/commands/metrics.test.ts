import { expect, test } from '@jest/globals'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const warned = (id: string) =>
  anOutcome({
    id: `F-${id.repeat(32)}`,
    verdict: 'warn',
    rules: [{ id: 'old', layer: 'old.yml', verdict: 'warn', declared: 'warn' }]
  })

test('metrics: every figure with what it is a share of', async () => {
  const one = anOutcome({
    firstDetected: '2026-11-01T00:00:00Z',
    sla: { due: '2026-11-25T00:00:00Z', status: 'within' }
  })
  const gone = {
    ...one,
    state: 'fixed' as const,
    verdict: 'pass' as const,
    reason: 'fixed' as const,
    sla: null,
    rules: []
  }
  const late = { ...warned('2'), tier: 1 as const, sla: { due: '2026-11-20T00:00:00Z', status: 'breached' as const } }
  const waived = {
    ...anOutcome({ id: `F-${'3'.repeat(32)}` }),
    tier: 1 as const,
    sla: null,
    verdict: 'pass' as const,
    reason: 'excepted' as const,
    exception: { id: 'EXC-1', expires: '2026-12-01' }
  }
  const exceptions = [
    {
      id: 'EXC-1',
      status: 'active' as const,
      source: 'file' as const,
      finding: waived.id,
      expires: '2026-12-01',
      problem: null
    },
    {
      id: 'EXC-2',
      status: 'expired' as const,
      source: 'file' as const,
      finding: late.id,
      expires: '2026-11-01',
      problem: 'over'
    },
    {
      id: 'EXC-3',
      status: 'expired' as const,
      source: 'file' as const,
      finding: null,
      expires: '2026-11-01',
      problem: 'over'
    }
  ]
  const files = {
    'd/1.json': decisionJson(
      aDecision({
        outcomes: [one],
        evaluatedAt: '2026-11-02T00:00:00Z',
        scans: [aScan({ state: 'missing', verdict: 'block' })]
      })
    ),
    // In another order than they were made.
    'd/3.json': decisionJson(aDecision({ outcomes: [gone], evaluatedAt: '2026-11-23T12:00:00Z' })),
    'd/2.json': decisionJson(
      aDecision({ outcomes: [gone, late, waived], exceptions, evaluatedAt: '2026-11-24T00:00:00Z' })
    )
  }
  await withFiles(files, async directory => {
    const { status, stdout } = await runCommand(['metrics', 'd', '--format', 'json'], directory)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      decisions: 3,
      from: '2026-11-02T00:00:00Z',
      to: '2026-11-24T00:00:00Z',
      verdicts: {
        block: { numerator: 1, denominator: 3 },
        warn: { numerator: 1, denominator: 3 },
        pass: { numerator: 1, denominator: 3 }
      },
      complete: { numerator: 2, denominator: 3 },
      exceptions: {
        active: 1,
        daysLeft: { count: 1, median: 8, p90: 8 },
        expiredButOpen: { numerator: 1, denominator: 2 }
      },
      waived: { numerator: 1, denominator: 1 },
      sla: { numerator: 1, denominator: 2 },
      timeToFix: { count: 1, median: 22.5, p90: 22.5 },
      overdue: 1,
      rows: [
        { tier: 0, severity: 'high', sla: { numerator: 1, denominator: 1 } },
        { tier: 1, severity: 'high', sla: { numerator: 0, denominator: 1 }, waived: { numerator: 1, denominator: 1 } }
      ]
    })
    expect((await runCommand(['metrics', 'd'], directory)).stdout).toMatch(/^fixed within SLA {5}1 \/ 2 \(50 %\)$/m)
    expect(await runCommand(['metrics', '.git'], directory)).toMatchObject({ status: 2 })
  })
})
