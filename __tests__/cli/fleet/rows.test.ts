import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { rowsErrors } from '../../../src/generated/validators/rows.js'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const TABLES = ['decisions', 'outcomes', 'exceptions', 'scans'] as const
const FILES = {
  'a.sarif': aLog(aSarifRun('Semgrep', [aResult('r', 'src/a.js', 3)])),
  'policy.yml':
    'version: 1\nrules:\n  - { id: all, when: { min-severity: low }, verdict: block, controls: [C-1] }\nexceptions: { file: e.yml }\n',
  'e.yml':
    'version: 1\nexceptions:\n  - { id: EXC-1, type: risk-accept, match: { tool: Semgrep, rule-id: r, path: src/a.js }, reason: The file is removed in the next quarter, owner: "@a", approved-by: ["@b", "@c"], approved-at: 2026-11-01, expires: 2026-12-24, ticket: T-1 }\n',
  'src/a.js': 'a\nb\nc\n'
}
const EVALUATE = [
  ...['evaluate', '--sarif', 'a.sarif', '--policy', 'policy.yml', '--repository', 'acme/pay', '--event', 'push'],
  ...['--branch', 'main', '--format', 'json=d/decision.json', '--format', 'rows=tables']
]

const parsed = (text: string): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

test('rows of decision files are those that evaluate writes, valid by their schema, under the digest of the file', async () => {
  await withFiles(FILES, async directory => {
    const { status } = await runCommand(EVALUATE, directory)
    expect(status).toBe(0)
    const sha256 = createHash('sha256')
      .update(readFileSync(join(directory, 'd/decision.json')))
      .digest('hex')
    for (const table of TABLES) {
      const { stdout } = await runCommand(['rows', 'd', '--table', table], directory)
      expect(readFileSync(join(directory, `tables/${table}.ndjson`), 'utf8')).toBe(stdout)
      const rows = parsed(stdout)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect({ row, isValid: rowsErrors(row) }).toEqual({ row, isValid: true })
        expect(row).toMatchObject({
          decision_sha256: sha256,
          repository: 'acme/pay',
          event: 'push',
          branch: 'main',
          merged: true
        })
      }
    }
  })
})

test('an exception has a row for each approver', async () => {
  await withFiles(FILES, async directory => {
    await runCommand(EVALUATE, directory)
    const { stdout } = await runCommand(['rows', 'd', '--table', 'exceptions'], directory)
    expect(parsed(stdout)).toMatchObject(
      ['@b', '@c'].map((approver, index) => ({
        exception_id: 'EXC-1',
        covers: 'Semgrep r at src/a.js',
        type: 'risk-accept',
        ticket: 'T-1',
        approver,
        approver_index: index + 1,
        approved_at: '2026-11-01T00:00:00Z',
        expires: '2026-12-24',
        expires_s: Date.UTC(2026, 11, 25) / 1000 - 1
      }))
    )
  })
})

test('the schema is printed', async () => {
  const { stdout } = await runCommand(['schema', 'rows'], '.')
  expect(JSON.parse(stdout).title).toBe('Policy Gate rows')
})

test.each([
  [['rows', 'd'], 'rows needs a table. Write --table decisions|outcomes|exceptions|scans'],
  [['rows', 'd', '--table', 'outcome'], 'There is no table outcome'],
  [['rows', '--table', 'outcomes'], 'rows needs a directory'],
  [['evaluate', '--sarif', 'a.sarif', '--format', 'rows'], 'rows are written as several files. Write --format rows=DIR']
])('%j is refused', async (args, problem) => {
  await withFiles(FILES, async directory => {
    const { status, stderr } = await runCommand(args, directory)
    expect(status).toBe(2)
    expect(stderr).toContain(problem)
  })
})
