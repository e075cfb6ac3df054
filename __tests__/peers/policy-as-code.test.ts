import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../cli/run-command.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../e2e/workspace.js'

/**
 * What advanced-security/policy-as-code (commit 5270a22) gets wrong, each row with what its own guide or common sense
 * asks for, put to this gate. https://github.com/advanced-security/policy-as-code
 */
const NOW = '2026-12-01T12:00:00Z'
const sca = (firstDetectionTimeUtc: string, level = 'error') =>
  aLog(
    aSarifRun('Grype', [
      aResult('CVE-2026-1234', 'package-lock.json', 3, { level, provenance: { firstDetectionTimeUtc } })
    ])
  )
const evaluate = (files: Files, args: readonly string[] = ['--policy', 'p.yml']) =>
  withFiles(files, async directory => {
    const argv = ['evaluate', '--sarif', 'a.sarif', '--now', NOW, '--format', 'json', ...args]
    const { status, stdout, stderr } = await runCommand(argv, directory)
    return { status, stderr, decision: stdout === '' ? null : JSON.parse(stdout) }
  })

const OVERDUE =
  'version: 1\nrules: [{ id: overdue, when: { sla: breached }, verdict: block }]\nsla: { tier-2: { high: 7d } }\n'
const EXCEPTIONS = `version: 1
exceptions:
  - { id: EXC-1, type: risk-accept, match: { identifier: CVE-2026-1234, path: package-lock.json }, reason: The parser is never given foreign input, owner: "@a", approved-by: ["@b"], approved-at: 2026-11-01, expires: 2026-12-31 }
`

describe('time to fix', () => {
  test('before it is over, nothing occurs', async () => {
    const { status, decision } = await evaluate({ 'a.sarif': sca(NOW), 'p.yml': OVERDUE })
    expect(decision).toMatchObject({ verdict: 'pass', outcomes: [{ sla: { status: 'within' } }] })
    expect(status).toBe(0)
  })

  test('after it is over, the finding blocks', async () => {
    const { status, decision } = await evaluate({ 'a.sarif': sca('2026-11-01T00:00:00Z'), 'p.yml': OVERDUE })
    expect(decision).toMatchObject({ verdict: 'block', outcomes: [{ rules: [{ id: 'overdue' }] }] })
    expect(status).toBe(1)
  })

  test('an accepted finding passes, however old it is', async () => {
    const files = { 'a.sarif': sca('2026-11-01T00:00:00Z'), 'p.yml': OVERDUE, 'e.yml': EXCEPTIONS }
    const { decision } = await evaluate(files, ['--policy', 'p.yml', '--exceptions', 'e.yml'])
    expect(decision).toMatchObject({ verdict: 'pass', outcomes: [{ reason: 'excepted', sla: { status: 'breached' } }] })
  })
})

describe('what is misspelt is told, and passes nothing', () => {
  const RULE = 'rules: [{ id: r, when: { min-severity: high }, verdict: block }]\n'
  const cases: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
    [
      'a severity',
      { 'p.yml': `version: 1\n${RULE.replace('high', 'hihg')}` },
      [],
      /^p\.yml:2:\d+: .*hihg.*Did you mean `high`/m
    ],
    [
      'a key at the top',
      { 'p.yml': `version: 1\nrulse: []\n${RULE}` },
      [],
      /^p\.yml:2:1: .*`rulse`.*Did you mean `rules`/m
    ],
    [
      'a key of an exception',
      { 'p.yml': `version: 1\n${RULE}`, 'e.yml': EXCEPTIONS.replace('match:', 'macth:') },
      ['--exceptions', 'e.yml'],
      /^e\.yml:3:\d+: .*`macth`.*Did you mean `match`/m
    ],
    ['the name of the policy', {}, [], /^p\.yml: the policy does not exist/m]
  ]
  test.each(cases)('%s', async (_, files, args, message) => {
    const { status, stderr, decision } = await evaluate({ 'a.sarif': sca(NOW), ...files }, [
      '--policy',
      'p.yml',
      ...args
    ])
    expect(stderr).toMatch(message)
    expect({ status, decision }).toEqual({ status: 2, decision: null })
  })
})

test('a severity that nobody knows counts as the policy says, high where it says nothing', async () => {
  const unscored = aLog(
    aSarifRun('osv-scanner', [aResult('CVE-2026-1234', 'package-lock.json', 1, { level: 'warning' })])
  )
  const policy = 'version: 1\nrules: [{ id: r, when: { min-severity: high }, verdict: block }]\n'
  const { status, decision } = await evaluate({ 'a.sarif': unscored, 'p.yml': policy })
  expect(decision.outcomes[0].finding.severity).toBe('unknown')
  expect(status).toBe(1)
})

test('a rule that says warn warns', async () => {
  const policy = 'version: 1\nrules: [{ id: r, when: { rule-id: CVE-2026-1234 }, verdict: warn }]\n'
  const { status, decision } = await evaluate({ 'a.sarif': sca(NOW), 'p.yml': policy })
  expect(decision).toMatchObject({ verdict: 'warn', counts: { warn: 1, block: 0 } })
  expect(status).toBe(0)
})
