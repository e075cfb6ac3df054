import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { aDecision, anOutcome } from '../../builders.js'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

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
      expect(stderr).toMatch(/1 JSON file is neither/)
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

  test('takes the directories of reports as they are, and judges no run twice', async () => {
    const scan = aLog(aSarifRun('Scanner', [aResult('r', 'a.ts', 1)]))
    await withFiles({ 'in/scan.sarif': scan, 'p.yml': STRICT }, async directory => {
      const formats = ['--format', 'json=out/decision.json', '--format', 'sarif=out/policy-gate.sarif']
      mkdirSync(join(directory, 'out'))
      await runCommand(['evaluate', '--sarif', 'in', '--policy', 'p.yml', ...formats], directory)
      writeFileSync(join(directory, 'out/attestation.json'), '{}')
      const { status, stdout, stderr } = await runCommand(['simulate', '--policy', 'p.yml', '.'], directory)
      expect(stdout).toMatch(/^1 report, 0 with another verdict/m)
      expect(stderr).toMatch(/^2 SARIF files belong to decisions/)
      expect(stderr).not.toMatch(/neither/)
      expect(status).toBe(0)
    })
  })

  test('SARIF that no decision knows still needs a policy to compare with', async () => {
    const scan = aLog(aSarifRun('Scanner', [aResult('r', 'a.ts', 1)]))
    await withFiles({ ...files, 'runs/3/scan.sarif': scan }, async directory => {
      const { status, stderr } = await runCommand(['simulate', '--policy', 'p.yml', 'runs'], directory)
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/--current/) })
    })
  })
})
