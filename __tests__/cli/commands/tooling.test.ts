import { describe, expect, test } from '@jest/globals'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'
import { shopRequest } from '../shop.js'

const SHOP = shopRequest().cwd
const EVALUATION = [
  '--sarif',
  'results',
  '--baseline',
  'baseline',
  '--diff',
  'change.diff',
  '--policy',
  'policy-gate.yml'
]

describe('explain', () => {
  test.each([
    ['path:line', 'services/payments/src/config.ts:2', /^BLOCK {2}services\/payments\/src\/config\.ts:2/],
    ['rule id', 'k8s-privileged', /^BLOCK {2}infra\/k8s\/payments\.yaml:22/],
    ['advisory, in any case', 'ghsa-xvch-5gv4-984h', /Upgrade minimist to 1\.2/],
    [
      'an excepted one',
      'security/detect-object-injection',
      /exception EXC-2026-0001 holds until 2027-01-31[\s\S]*Nothing: it passes/
    ]
  ])('by %s', async (_, words, text) => {
    const { status, stdout } = await runCommand(['explain', words, ...EVALUATION], SHOP)
    expect(stdout).toMatch(text)
    expect(status).toBe(0)
  })

  test('by id and prefix, as JSON too', async () => {
    const first = JSON.parse(
      (await runCommand(['explain', 'k8s-privileged', ...EVALUATION, '--format', 'json'], SHOP)).stdout
    )
    const prefix = first.finding.id.slice(0, 10)
    const second = JSON.parse((await runCommand(['explain', prefix, ...EVALUATION, '--format', 'json'], SHOP)).stdout)
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      verdict: 'block',
      trace: { decisive: expect.arrayContaining(['shop-no-privileged-pod']) }
    })
  })

  test.each([
    [
      'several findings',
      'services/payments/src/statement.ts:10',
      /2 findings fit .*\n {2}F-[0-9a-f]{32} {2}block .*\n {2}F-/
    ],
    ['none', 'no-such-rule', /^No finding fits no-such-rule/],
    ['a mistyped line', 'web/src/search.js:999', /No finding fits.*\n {2}F-.*search\.js/],
    ['a short prefix', 'F-12', /F-12 is too short/]
  ])('%s is exit 2 with candidates', async (_, words, message) => {
    const { status, stderr, stdout } = await runCommand(['explain', words, ...EVALUATION], SHOP)
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('takes one finding', async () => {
    expect(await runCommand(['explain'], SHOP)).toMatchObject({ status: 2 })
  })
})

describe('lint', () => {
  test('--effective prints each value with its layer, as a policy that can be read again', async () => {
    const { status, stdout } = await runCommand(['lint', '--effective', '--policy', 'policy-gate.yml'], SHOP)
    expect(status).toBe(0)
    expect(stdout).toMatch(/id: baseline-secret # preset:baseline/)
    expect(stdout).toMatch(/id: shop-backlog # policy-gate\.yml/)
    expect(stdout).toMatch(/unknown-severity: high/)
  })

  test('warns of what is probably not meant, and still passes', async () => {
    const policy = 'version: 1\nrules:\n  - { id: r, when: { severity: high }, verdict: block }\n'
    await withFiles({ 'p.yml': policy }, async directory => {
      const { status, stderr } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(stderr).toMatch(/^p\.yml:3:\d+: warning: the rule `r` matches high but not critical\. /m)
      expect(status).toBe(0)
    })
  })
})

const warned = (id: string) =>
  anOutcome({
    id: `F-${id.repeat(32)}`,
    verdict: 'warn',
    rules: [{ id: 'old', layer: 'old.yml', verdict: 'warn', declared: 'warn' }]
  })
const STRICT = 'version: 1\nrules: [{ id: new, when: { min-severity: high }, verdict: block }]\n'

describe('simulate', () => {
  const files = {
    'runs/1/decision.json': decisionJson(aDecision({ outcomes: [warned('1')] })),
    'runs/2/deep/decision.json': decisionJson(aDecision({ outcomes: [] })),
    'runs/2/package.json': { name: 'x' },
    'p.yml': STRICT,
    'same.yml': STRICT.replace('block', 'warn')
  }

  test('tells what would change, per report and in total', async () => {
    await withFiles(files, async directory => {
      const { status, stdout, stderr } = await runCommand(['simulate', '--policy', 'p.yml', 'runs'], directory)
      expect(stdout).toMatch(/^runs\/1\/decision\.json: warn → block \(blocking 0 → 1/m)
      expect(stdout).toMatch(/^2 reports, 1 with another verdict/m)
      expect(stdout).toMatch(/^ {2}new \(p\.yml\): 1 newly, 0 no longer/m)
      expect(stderr).toMatch(/1 JSON files are neither/)
      expect(status).toBe(0)
    })
  })

  test('as JSON and Markdown, against a current policy', async () => {
    await withFiles(files, async directory => {
      const argv = ['simulate', '--policy', 'p.yml', '--current', 'same.yml', 'runs', '--format']
      const json = JSON.parse((await runCommand([...argv, 'json'], directory)).stdout)
      expect(json.total).toMatchObject({
        reports: 2,
        changed: 1,
        newlyBlocking: 1,
        verdicts: { block: { before: 0, after: 1 }, warn: { before: 1, after: 0 } }
      })
      expect((await runCommand([...argv, 'markdown'], directory)).stdout).toMatch(
        /^\| `new` \| `p\.yml` \| 1 \| 0 \|$/m
      )
    })
  })

  test('takes SARIF with a policy to compare with', async () => {
    const sarif = aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 3, { level: 'error' })]))
    await withFiles(
      { 's/a.sarif': sarif, 'p.yml': STRICT, 'same.yml': STRICT.replace('block', 'warn') },
      async directory => {
        const alone = await runCommand(['simulate', '--policy', 'p.yml', 's'], directory)
        expect(alone).toMatchObject({ status: 2, stderr: expect.stringMatching(/--current/) })
        const both = await runCommand(['simulate', '--policy', 'p.yml', '--current', 'same.yml', 's'], directory)
        expect(both.stdout).toMatch(/^s: warn → block/m)
      }
    )
  })

  test.each([
    [
      'a decision that is none',
      { 'runs/a.json': { schemaVersion: 1 } },
      ['--policy', 'p.yml', 'runs'],
      /^runs\/a\.json: the decision cannot be read/m
    ],
    [
      'a decision that is cut',
      { 'runs/a.json': '{\n  "schemaVersion": 1,' },
      ['--policy', 'p.yml', 'runs'],
      /^runs\/a\.json: the decision cannot be read/m
    ],
    ['an empty directory', { 'runs/a.txt': 'x' }, ['--policy', 'p.yml', 'runs'], /runs/],
    ['no directory', {}, ['--policy', 'p.yml'], /needs a directory/],
    ['no policy', { 'runs/a.json': {} }, ['runs'], /needs a candidate policy/]
  ])('%s is exit 2', async (_, more, args, message) => {
    await withFiles({ 'p.yml': STRICT, ...more }, async directory => {
      const { status, stderr } = await runCommand(['simulate', ...args], directory)
      expect(stderr).toMatch(message)
      expect(status).toBe(2)
    })
  })
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

test('the schema of policy tests is printed', async () => {
  const { status, stdout } = await runCommand(['schema', 'policy-test'], SHOP)
  expect(JSON.parse(stdout)).toMatchObject({ title: 'PolicyTest' })
  expect(status).toBe(0)
})
