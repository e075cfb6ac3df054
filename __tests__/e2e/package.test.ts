import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DIST } from '../bundles.js'
import { REPOSITORY } from './command-line.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const MANIFEST = JSON.parse(readFileSync('package.json', 'utf8'))
/** Unpacked; a git install once brought 30 MB. */
const MOST_BYTES = 12 << 20

let directory: string
let user: string
let archive: string

/** npm without the network: whatever the package needs from elsewhere makes it fail. */
const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: directory,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false'
    }
  })

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'policy-gate-package-'))
  const source = join(directory, 'source')
  user = join(directory, 'user')
  for (const each of [source, user]) mkdirSync(each)
  for (const name of [...MANIFEST.files, 'package.json', 'README.md', 'LICENSE'])
    if (name !== 'dist') cpSync(join(REPOSITORY, name), join(source, name), { recursive: true })
  cpSync(DIST, join(source, 'dist'), { recursive: true })
  archive = join(source, npm(source, 'pack', '--silent').trim().split('\n').at(-1) ?? '')
  npm(user, 'install', '--no-audit', '--no-fund', archive)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const installed = (...path: readonly string[]): string => join(user, 'node_modules', 'policy-gate', ...path)

/** Runs the command that the package brings. */
function run(...args: readonly string[]) {
  const command = join(user, 'node_modules', '.bin', 'policy-gate')
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: user,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' }
  })
  return { status, stdout, stderr }
}

describe('the package, installed into an empty folder without the network', () => {
  test('brings nothing but itself', () => {
    expect(readdirSync(join(user, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['policy-gate'])
    expect(MANIFEST).not.toHaveProperty('dependencies')
    expect(MANIFEST).not.toHaveProperty('private')
    expect(Object.keys(MANIFEST.scripts).filter(name => /^(?:pre|post)|install|prepare/.test(name))).toEqual([])
  })

  test('holds what is used, and no more', () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(installed().length + 1))
    expect(paths).toEqual(
      expect.arrayContaining(['dist/cli.js', 'dist/index.js', 'action.yml', 'LICENSE', 'README.md'])
    )
    expect(paths.filter(path => /^(?:src|__tests__|bench|node_modules)\b/.test(path))).toEqual([])
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('prints its help', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' })
  })

  test('decides', () => {
    writeFileSync(
      join(user, 'a.sarif'),
      JSON.stringify(aLog(aSarifRun('Semgrep', [aResult('r', 'a.js', 1, { level: 'error' })])))
    )
    writeFileSync(join(user, 'a.js'), 'x\n')
    const { status, stdout } = run('evaluate', '--sarif', 'a.sarif', '--format', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'block', gate: { version: MANIFEST.version } })
  })

  test('gives schemas and presets by name', () => {
    const script = `import { readFileSync } from 'node:fs'
      const read = name => readFileSync(new URL(import.meta.resolve('policy-gate/' + name)), 'utf8')
      console.log(JSON.parse(read('schemas/decision')).$id, /^version: 1$/m.test(read('presets/baseline')))`
    writeFileSync(join(user, 'read.mjs'), script)
    expect(execFileSync(process.execPath, ['read.mjs'], { cwd: user, encoding: 'utf8' })).toMatch(/decision.* true\n$/)
  })

  test('gives the types of decision and policy', () => {
    const source = `import type { DecisionDocument } from 'policy-gate/decision'
      import type { PolicyDocument } from 'policy-gate/policy'
      export const verdictOf = (decision: DecisionDocument): 'pass' | 'warn' | 'block' | null => decision.verdict
      export const policy: PolicyDocument = { version: 1, mode: 'enforce' }
      // @ts-expect-error: no such mode
      export const wrong: PolicyDocument = { version: 1, mode: 'loud' }\n`
    writeFileSync(join(user, 'use.mts'), source)
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', 'use.mts']
    const tsc = spawnSync(join(REPOSITORY, 'node_modules/.bin/tsc'), flags, { cwd: user, encoding: 'utf8' })
    expect(tsc).toMatchObject({ status: 0, stdout: '' })
  })
})
