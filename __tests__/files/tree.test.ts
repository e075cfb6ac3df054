import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { NO_KNOWLEDGE } from '../../src/core/sarif/place/paths.js'
import { treeOf } from '../../src/core/sarif/place/tree.js'
import { watchMemory } from '../../src/files/memory.js'
import { readScanFiles } from '../../src/files/scan-files.js'
import { changedPaths, ignoredFiles, listTree, siblingsOf, subfolderOf } from '../../src/files/tree.js'
import { withClone } from '../cli/clone.js'
import { aLog, aResult, aSarifRun } from '../e2e/workspace.js'

let directory = ''
let plain = ''
const at = { isNamed: false, expectsClone: false }

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: directory,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  })

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-tree-'))
  plain = mkdtempSync(join(tmpdir(), 'gate-plain-'))
  git('init', '-q', '-b', 'main')
  write(directory, {
    '.gitignore': 'made/\n*.gen.ts\n',
    'app/src/a.ts': 'a',
    'app/package.json': '{}',
    'package.json': '{}',
    'odd "näme".ts': 'x'
  })
  git('add', '-A')
  git('commit', '-q', '-m', 'x')
  write(directory, { 'made/b.ts': 'b', 'left/c.ts': 'c', 'app/d.ts': 'd' })
  symlinkSync('made', join(directory, 'link'))
  write(plain, { 'src/a.ts': 'a', 'dist/a.js': 'a', 'node_modules/x/i.js': 'x' })
})

afterAll(() => {
  for (const each of [directory, plain]) rmSync(each, { recursive: true, force: true })
})

describe('the tree of a checkout', () => {
  test('is what git tracks; the rest lies beside it, and whole directories are not walked', async () => {
    const listing = await listTree({ root: directory, ...at })
    expect(listing?.files).toEqual(['.gitignore', 'app/package.json', 'app/src/a.ts', 'odd "näme".ts', 'package.json'])
    expect([...(listing?.untracked ?? [])].sort()).toEqual(['app/d.ts', 'left/', 'link', 'made/'])
    expect(listing?.isWhole).toBe(true)
  })

  test('of a folder of the clone has paths of that folder', async () => {
    const listing = await listTree({ root: join(directory, 'app'), ...at })
    expect(listing?.files).toEqual(['package.json', 'src/a.ts'])
  })

  test('that is no clone is what lies there, without what builds make; whole where it was named', async () => {
    const listing = await listTree({ root: plain, ...at })
    expect(listing).toEqual({ files: ['src/a.ts'], untracked: ['dist/a.js'], isWhole: false })
    expect((await listTree({ root: plain, ...at, isNamed: true }))?.isWhole).toBe(true)
  })

  test('is not known where a clone is expected and there is none, nor of an empty directory', async () => {
    expect(await listTree({ root: plain, ...at, expectsClone: true })).toBeNull()
    expect(await listTree({ root: join(plain, 'nothing'), ...at })).toBeNull()
  })
})

test('git says what it ignores, be it there or not; odd paths do not hinder it', async () => {
  const asked = ['made/x.ts', 'app/x.gen.ts', 'app/src/a.ts', ':/app/src/a.ts', 'a*.ts', '../x', '/etc/x', 'gone.ts']
  expect([...(await ignoredFiles(directory, asked))]).toEqual(['made/x.ts', 'app/x.gen.ts'])
  expect((await ignoredFiles(plain, asked)).size).toBe(0)
})

test.each([
  ['/w', '/w', null],
  ['/w', '/w/repo', 'repo'],
  ['/w', '/w/a/b', 'a/b'],
  ['/w', '/other', null],
  ['/w/a', '/w', null]
])('in the workspace %s the checkout %s is in the folder %s', (workspace, root, folder) => {
  expect(subfolderOf(workspace, root)).toBe(folder)
})

test('beside the folder of the checkout lie other directories', () => {
  expect(siblingsOf(plain, 'src')).toEqual(['dist', 'node_modules'])
  expect(siblingsOf(plain, null)).toEqual([])
  expect(siblingsOf(join(plain, 'nothing'), 'src')).toEqual([])
})

describe('reading with the tree', () => {
  const places = async (uris: readonly string[]) => {
    const tree = treeOf((await listTree({ root: directory, ...at })) ?? { files: [], untracked: [], isWhole: true })
    const log = aLog(
      aSarifRun(
        'T',
        uris.map((uri, index) => aResult('R', uri, index + 1))
      )
    )
    writeFileSync(join(plain, 'scan.sarif'), JSON.stringify(log))
    const { inputs } = await readScanFiles(['scan.sarif'], plain, {
      places: { ...NO_KNOWLEDGE, tree },
      statedOf: () => null,
      trails: false,
      fixes: false,
      ignored: paths => ignoredFiles(directory, paths),
      progress: () => undefined,
      memory: watchMemory()
    })
    return inputs[0]?.findings.map(({ location, placeGround, placeProblem }) =>
      placeProblem === null ? `${placeGround} ${location?.path}` : placeProblem
    )
  }

  test('a path that git ignores is none of the repository, where a file fits it as well', async () => {
    expect(await places(['src/x.gen.ts', 'src/a.ts'])).toEqual(['generated src/x.gen.ts', 'tree app/src/a.ts'])
  })

  test('where one path shows that a tool ran in a folder, a path of both is neither', async () => {
    expect(await places(['package.json'])).toEqual(['tree package.json'])
    expect(await places(['package.json', 'src/a.ts'])).toEqual([
      'package.json:1: several files of the scanned tree could be meant.',
      'tree app/src/a.ts'
    ])
  })
})

const LINES = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('')

test('what a base has changed since a branch left it is named, renames by both names, and nothing of the branch', () =>
  withClone(async ({ directory, commit, git }) => {
    const fork = commit({ 'src/a.ts': 'a\n', 'src/old.ts': LINES, 'odd "näme".ts': 'x\n', 'src/same.ts': 's\n' })
    git('mv', 'src/old.ts', 'src/new.ts')
    const base = commit({ 'odd "näme".ts': 'y\n', '.gitattributes': '* -diff\n' })
    git('checkout', '-q', fork)
    const head = commit({ 'src/a.ts': 'mine\n' })
    const changed = await changedPaths(directory, head, base)
    expect([...(changed.value ?? [])].sort()).toEqual(['.gitattributes', 'odd "näme".ts', 'src/new.ts', 'src/old.ts'])
    expect((await changedPaths(directory, fork, fork)).value).toEqual([])
  }))

test('where one of the commits is not there, or is no name of one, there is no answer', () =>
  withClone(async ({ directory, commit }) => {
    const here = commit({ 'a.ts': 'a\n' })
    expect((await changedPaths(directory, here, 'f'.repeat(40))).value).toBeNull()
    expect((await changedPaths(directory, '--output=x', here)).reason).toMatch(/not a full commit name/)
  }))
