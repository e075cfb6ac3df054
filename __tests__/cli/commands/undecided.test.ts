import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { decisionErrors } from '../../../src/generated/validators/decision.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const FILES: Files = {
  'scan.sarif': aLog(aSarifRun('CodeQL', [aResult('r', 'src/a.ts', 1)])),
  'policy.yml': 'version: 1\nrules:\n  - { id: r, when: { min-severity: low }, verdict: block }\n',
  'broken.yml': 'version: 1\nrulez: []\n',
  'decision.json': '{"verdict":"pass"}'
}
const EVALUATE = ['evaluate', '--sarif', 'scan.sarif', '--repository', 'acme/till', '--format', 'json=decision.json']

describe('an evaluation that could not decide leaves a decision file without a verdict', () => {
  test.each([
    ['a policy with a mistake', [...EVALUATE, '--policy', 'broken.yml'], 'acme/till', { path: 'broken.yml', line: 2 }],
    ['no such policy', [...EVALUATE, '--policy', 'none.yml'], 'acme/till', { path: 'none.yml', line: null }],
    ['no such SARIF', [...EVALUATE, '--policy', 'policy.yml', '--sarif', 'x.sarif'], 'acme/till', { path: null }],
    ['a flag that there is not', [...EVALUATE, '--polcy', 'policy.yml'], null, { path: null }],
    ['a wrong value', [...EVALUATE, '--tier', '7'], null, { path: null }],
    ['a format that there is not', [...EVALUATE, '--policy', 'policy.yml', '--format', 'pdf'], 'acme/till', {}],
    ['the other spelling', ['evaluate', '--format=json=decision.json', '--policy', 'broken.yml'], null, {}]
  ])('%s', async (_, argv, repository, problem) => {
    await withFiles(FILES, async directory => {
      const run = await runCommand(argv, directory)
      expect(run.status).toBe(2)
      const file = JSON.parse(readFileSync(join(directory, 'decision.json'), 'utf8'))
      expect(decisionErrors(file) || decisionErrors.errors).toBe(true)
      expect(file).toMatchObject({
        schemaVersion: 2,
        verdict: null,
        completeness: 'incomplete',
        evaluatedAt: '2026-12-01T12:00:00Z',
        change: { repository },
        problems: [{ kind: 'configuration', message: expect.any(String), hint: expect.any(String), ...problem }]
      })
      expect(run.stderr).toContain(file.problems[0].message)
    })
  })

  test('which simulate and explain do not take for one', async () => {
    await withFiles(FILES, async directory => {
      await runCommand([...EVALUATE, '--policy', 'broken.yml'], directory)
      const simulate = await runCommand(['simulate', 'decision.json', '--policy', 'policy.yml'], directory)
      expect(simulate.status).toBe(2)
      const explain = await runCommand(['explain', 'r', 'decision.json'], directory)
      expect(explain).toMatchObject({ status: 2, stderr: expect.stringContaining('could not decide in that run') })
    })
  })
})

test('where no decision file was asked for, none is left', async () => {
  await withFiles({ 'broken.yml': FILES['broken.yml'] }, async directory => {
    await runCommand(['evaluate', '--policy', 'broken.yml', '--format', 'json'], directory)
    expect(existsSync(join(directory, 'decision.json'))).toBe(false)
  })
})

test('a decision file that cannot be written is told once', async () => {
  await withFiles(FILES, async directory => {
    const argv = ['evaluate', '--sarif', 'scan.sarif', '--policy', 'policy.yml', '--format', 'json=scan.sarif/x.json']
    const { status, stderr } = await runCommand(argv, directory)
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
  })
})

test.each(['--version', '-V', 'version'])('%s names version and state of the sources', async word => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await runCommand([word], '/')).toMatchObject({ status: 0, stdout: `policy-gate ${version}\n` })
})
