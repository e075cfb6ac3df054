import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'

/** Files of tests that were given to Jest with our runner, and what came of them. */
const FILES = {
  'passes.test.ts': "test('a', () => { expect(1 + 1).toBe(2) })\ntest.skip('b', () => { expect(1).toBe(2) })",
  'given.test.ts':
    "import fc from 'fast-check'\nimport { it, jest } from '@jest/globals'\nit('a', () => {\n  const called = jest.fn()\n  fc.assert(fc.property(fc.nat(), called))\n  expect(called).toHaveBeenCalledTimes(100)\n  expect(fc.sample(fc.nat(), 3)).toEqual(fc.sample(fc.nat(), { seed: 1, numRuns: 3 }))\n})",
  'fails.test.ts':
    "import { one } from './one.js'\n\ntest('a', () => {\n  expect(one).toBe(2)\n})\ntest('b', () => {})",
  'rejects.test.ts': "test('a', async () => { await Promise.reject(new Error('lost')) })",
  'later.test.ts':
    "test('a', async () => {\n  setTimeout(() => { throw new Error('late') }, 1)\n  await new Promise(done => { setTimeout(done, 50) })\n})",
  'in-hook.test.ts': "afterAll(() => { throw new Error('in a hook') })\ntest('a', () => {})",
  'on-load.test.ts': "throw new Error('on load')",
  'exits.test.ts': "test('a', () => { process.exit(0) })",
  'without.test.ts': 'export const nothing = 0',
  'open.test.ts': "test('a', () => { setInterval(() => {}, 1000) })"
}

const directory = mkdtempSync(join(tmpdir(), 'policy-gate-runner-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

function run(): { readonly exitCode: number | null; readonly report: Report } {
  writeFileSync(join(directory, 'one.ts'), 'export const one: number = 1\n')
  for (const [name, text] of Object.entries(FILES)) {
    const imports = "import { afterAll, expect, test } from '@jest/globals'\n"
    writeFileSync(join(directory, name), imports + text)
  }
  const config = { runner: resolve('scripts/tests/runner.mjs'), transform: {}, testMatch: ['**/*.test.ts'] }
  writeFileSync(join(directory, 'jest.config.json'), JSON.stringify(config))
  const args = [resolve('node_modules/jest/bin/jest.js'), '--json', '--outputFile=report.json', '--silent', '-w', '2']
  const { status } = spawnSync(process.execPath, args, { cwd: directory, stdio: 'ignore' })
  return { exitCode: status, report: JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8')) }
}

test('whatever way a file of tests fails, it fails; what passes passes, and is told by its place', () => {
  const { exitCode, report } = run()
  const came = new Map(report.testResults.map(result => [result.name.slice(directory.length + 1), result]))
  const statuses = Object.keys(FILES).map(name => [
    name,
    came.get(name)?.status,
    ...(came.get(name)?.assertionResults ?? []).map(({ title, status }) => `${title} ${status}`)
  ])
  expect(exitCode).toBe(1)
  expect(statuses).toEqual([
    // Jest's word where some are left out.
    ['passes.test.ts', 'focused', 'a passed', 'b pending'],
    ['given.test.ts', 'passed', 'a passed'],
    ['fails.test.ts', 'failed', 'a failed', 'b passed'],
    ['rejects.test.ts', 'failed', 'a failed'],
    ['later.test.ts', 'failed', 'a failed'],
    ['in-hook.test.ts', 'failed', 'a passed'],
    ['on-load.test.ts', 'failed'],
    ['exits.test.ts', 'failed'],
    ['without.test.ts', 'failed'],
    ['open.test.ts', 'passed', 'a passed']
  ])
  expect(came.get('fails.test.ts')?.message).toMatch(/fails\.test\.ts:5:15/)
})
