import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mayLieInClone } from '../../src/files/checkout.js'

let directory = ''
const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore']
  })

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-clone-'))
  git('init', '-q', 'whole')
  git('-C', 'whole', 'commit', '-q', '--allow-empty', '-m', 'x')
  git('-C', 'whole', 'worktree', 'add', '-q', '../linked')
  git('init', '-q', '--bare', 'bare.git')
  for (const path of ['whole/src/deep', 'plain/src']) mkdirSync(join(directory, path), { recursive: true })
  symlinkSync(join(directory, 'whole', 'src'), join(directory, 'plain', 'link'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const foundByGit = (path: string): boolean => {
  try {
    git('-C', path, 'rev-parse', '--git-dir')
    return true
  } catch {
    return false
  }
}

test.each([
  ['whole', true],
  ['whole/src/deep', true],
  ['whole/.git', true],
  ['linked', true],
  ['whole/.git/worktrees/linked', true],
  ['bare.git', true],
  ['plain/link', true],
  ['plain', false],
  ['plain/src', false]
])('%s: as git finds it, %s', (path, expected) => {
  expect([mayLieInClone(join(directory, path)), foundByGit(path)]).toEqual([expected, expected])
})

test('of a folder that is not there git is to say so', () => {
  expect(mayLieInClone(join(directory, 'none'))).toBe(true)
})
