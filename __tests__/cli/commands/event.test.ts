import { expect, test } from '@jest/globals'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const SARIF = aLog(aSarifRun('Semgrep OSS', [aResult('r', 'src/a.ts', 1)]))
const asking = (event: string) => `version: 1\nrules: [{ id: a, when: { event: ${event} }, verdict: block }]\n`

test.each([
  ['pull_request', 'pull_request', 1],
  ['pull_request', 'pull_request_target', 1],
  ['pull_request', 'pull_request_review', 1],
  ['pull_request', 'pull_request_review_comment', 1],
  ['pull_request', 'pull_request_of_tomorrow', 1],
  ['pull_request_target', 'pull_request', 1],
  ['pull_request_target', 'pull_request_review', 1],
  ['pull_request', 'push', 0],
  ['pull_request', 'merge_group', 0],
  ['push', 'pull_request_target', 0],
  ['push', 'push', 1]
])('a rule on %s in an evaluation of %s', async (rule, event, exitCode) => {
  await withFiles({ 'p.yml': asking(rule), 'a.sarif': SARIF }, async directory => {
    const { status } = await runCommand(
      ['evaluate', '--sarif', 'a.sarif', '--policy', 'p.yml', '--event', event],
      directory
    )
    expect(status).toBe(exitCode)
  })
})
