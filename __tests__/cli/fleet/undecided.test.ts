import { expect, test } from '@jest/globals'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { rowsErrors } from '../../../src/generated/validators/rows.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'
import { aLog, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const NOW = '2026-12-10T00:00:00Z'
const FOUND = anOutcome({ firstDetected: '2026-11-20T00:00:00Z' })
const CHANGE = { ...aDecision().change, event: 'push', pullRequest: null, branch: 'main', repository: 'acme/pay' }
const DECIDED = decisionJson(
  aDecision({ evaluatedAt: '2026-11-20T00:00:00Z', outcomes: [FOUND], change: CHANGE, scans: [aScan()] })
)

/** A repository with a decision, and a later run whose policy is broken, which leaves its file too. */
const withUndecided = (use: (directory: string) => Promise<void>): Promise<void> =>
  withFiles(
    { 'd/1.json': DECIDED, 'a.sarif': aLog(aSarifRun('CodeQL', [])), 'policy.yml': 'version: 1\nrulez: []\n' },
    async directory => {
      const argv = ['evaluate', '--sarif', 'a.sarif', '--policy', 'policy.yml', '--format', 'json=d/2.json']
      const more = ['--repository', 'acme/pay', '--event', 'push', '--branch', 'main']
      expect(await runCommand([...argv, ...more], directory, '2026-12-01T00:00:00Z')).toMatchObject({ status: 2 })
      await use(directory)
    }
  )

test('a run that could not decide is a row without a verdict, and none of findings, exceptions and scans', () =>
  withUndecided(async directory => {
    const rowsOf = async (table: string) =>
      (await runCommand(['rows', 'd', '--table', table], directory)).stdout
        .split('\n')
        .flatMap(line => (line === '' ? [] : [JSON.parse(line)]))
    const decisions = await rowsOf('decisions')
    expect(decisions.map(row => rowsErrors(row))).toEqual([true, true])
    expect(decisions[1]).toMatchObject({
      repository: 'acme/pay',
      verdict: null,
      completeness: 'incomplete',
      would_block: null,
      total: 0
    })
    expect(decisions[1].problems).toBeGreaterThan(0)
    for (const table of ['outcomes', 'scans'] as const)
      expect((await rowsOf(table)).map(({ evaluated_at }) => evaluated_at)).toEqual(['2026-11-20T00:00:00Z'])
    expect(await rowsOf('exceptions')).toEqual([])
  }))

test('it counts as a run, mends nothing, covers nothing and passes nothing', () =>
  withUndecided(async directory => {
    const run = await runCommand(['metrics', 'd', '--format', 'json'], directory, NOW)
    expect(run).toMatchObject({ status: 0, stderr: '' })
    const metrics = JSON.parse(run.stdout)
    expect(metrics).toMatchObject({
      decisions: 2,
      to: '2026-12-01T00:00:00Z',
      open: 1,
      timeToFix: { count: 0 },
      undecided: { numerator: 1, denominator: 2 },
      verdicts: { pass: { denominator: 1 } },
      complete: { denominator: 1 },
      silent: { numerator: 1, denominator: 1, repositories: [{ lastScan: '2026-11-20T00:00:00Z' }] }
    })
  }))

test('alone it leaves every share without a whole, which no view takes for all or none', () =>
  withUndecided(async directory => {
    const { stdout } = await runCommand(['metrics', 'd/2.json'], directory, NOW)
    expect(stdout).toMatch(/^could not decide +1 \/ 1 \(100 %\)$/m)
    expect(stdout).toMatch(/^fixed within SLA +not known$/m)
    expect(stdout).toMatch(/^evidence complete +not known$/m)
    expect(stdout).toMatch(/^time of the gate +not known$/m)
  }))
