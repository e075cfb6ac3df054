import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'

const directory = mkdtempSync(join(tmpdir(), 'policy-gate-runner-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

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

/** What files leave behind in their process. */
const LEFT: Readonly<Record<string, string>> = {
  'a failed test': "throw new Error('failed')",
  'a variable': "process.env.LEFT = 'x'",
  'a server': 'createServer().listen(0)'
}

/** Tells its process, how many files have met its modules there, and leaves something. */
const leaving = (what: string): string => `import fs from 'node:fs'
import { createServer } from 'node:http'
import { met } from './met.js'
import { metByAll } from './met.kept.js'

test('leaves', () => {
  const told = [process.pid, met.push(1), metByAll.push(1), ${JSON.stringify(what)}]
  fs.appendFileSync(${JSON.stringify(join(directory, 'told'))}, JSON.stringify(told) + '\\n')
  ${LEFT[what] ?? ''}
})`

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

/** Runs files of tests in a directory of their own, with other modules beside them. */
function run(
  name: string,
  files: Readonly<Record<string, string>>,
  modules: Readonly<Record<string, string>>,
  workers: number
): { readonly exitCode: number | null; readonly report: Report; readonly root: string } {
  const root = join(directory, name)
  mkdirSync(root)
  for (const [path, text] of Object.entries(modules)) writeFileSync(join(root, path), text)
  for (const [path, text] of Object.entries(files)) {
    const imports = "import { afterAll, expect, test } from '@jest/globals'\n"
    writeFileSync(join(root, path), imports + text)
  }
  const config = { runner: resolve('scripts/tests/runner.mjs'), transform: {}, testMatch: ['**/*.test.ts'] }
  writeFileSync(join(root, 'jest.config.json'), JSON.stringify(config))
  const jest = resolve('node_modules/jest/bin/jest.js')
  const args = [jest, '--json', '--outputFile=report.json', '--silent', '-w', `${workers}`]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
  return { exitCode: status, report: JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')), root }
}

test('whatever way a file of tests fails, it fails; what passes passes, and is told by its place', () => {
  const { exitCode, report, root } = run('failing', FILES, { 'one.ts': 'export const one: number = 1\n' }, 2)
  const came = new Map(report.testResults.map(result => [result.name.slice(root.length + 1), result]))
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

test('a process in which a file has left anything runs no other; modules are new to each but those that are kept', () => {
  const whats = ['nothing', 'nothing either', 'nothing at all', ...Object.keys(LEFT)]
  const files = Object.fromEntries(whats.map((what, index) => [`file-${index}.test.ts`, leaving(what)]))
  const modules = { 'met.ts': 'export const met = []\n', 'met.kept.ts': 'export const metByAll = []\n' }
  const { report } = run('leaving', files, modules, 1)
  expect(report.testResults.filter(({ status }) => status !== 'passed')).toHaveLength(1)
  const lines = readFileSync(join(directory, 'told'), 'utf8').trim().split('\n')
  const told = lines.map(line => JSON.parse(line) as readonly [number, number, number, string])
  expect(told.map(([, , , what]) => what).sort()).toEqual(whats.sort())
  const seen = told.map(([pid, met, metByAll], index) => [pid === told[index - 1]?.[0], met, metByAll])
  // One after the other: each is in the process of the one before, unless that one has left something.
  let inProcess = 0
  const expected = told.map((_, index) => {
    const isShared = index > 0 && !((told[index - 1]?.[3] ?? '') in LEFT)
    inProcess = isShared ? inProcess + 1 : 1
    return [isShared, 1, inProcess]
  })
  expect(seen).toEqual(expected)
})
