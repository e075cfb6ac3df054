import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { toHeadLine } from '../../src/core/change/edits.js'
import { checkedOut, commitSides, fileAt, gitDiff, localCommit, mergeBase, treeDiff } from '../../src/files/git.js'
import { editedFiles, listedFiles, trackedFiles } from '../../src/files/tree.js'

const ODD = 'odd "näme"\twith\\all.js'
const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1} of this file`)

let directory = ''
let outside = ''
let base = ''
let head = ''
let side = ''

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: directory,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  })
    .toString()
    .trim()

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), text)
}

function commit(): string {
  git('add', '-A')
  git('commit', '-q', '-m', 'x')
  return git('rev-parse', 'HEAD')
}

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-git-'))
  outside = mkdtempSync(join(tmpdir(), 'gate-none-'))
  git('init', '-q', '-b', 'main')
  write('src/a.js', `${LINES.join('\n')}\n`)
  write('src/old.js', `${LINES.map(line => `${line} old`).join('\n')}\n`)
  write('gone.js', 'one\ntwo\n')
  write('picture.bin', Buffer.from([0, 1, 2, 3]))
  write(ODD, 'a\r\nb\r\n')
  write('run.sh', 'true\n')
  const start = commit()
  git('checkout', '-q', '-b', 'side')
  write('src/a.js', `${[...LINES.slice(0, 4), 'new', ...LINES.slice(6)].join('\n')}`)
  renameSync(join(directory, 'src/old.js'), join(directory, 'src/new.js'))
  rmSync(join(directory, 'gone.js'))
  write('picture.bin', Buffer.from([0, 1, 2, 4]))
  write(ODD, 'a\r\nc\r\n')
  write('added/x.js', 'x')
  chmodSync(join(directory, 'run.sh'), 0o755)
  // What the change says about itself must not hide it.
  write('.gitattributes', '*.js diff=evil\n')
  git('config', 'diff.evil.textconv', 'touch evil-ran; cat')
  git('config', 'diff.external', 'touch evil-ran')
  side = commit()
  git('checkout', '-q', 'main')
  write('later.js', 'x\n')
  base = commit()
  head = side
  expect(start).not.toBe(base)
})

afterAll(() => {
  rmSync(directory, { recursive: true })
  rmSync(outside, { recursive: true })
})

describe('gitDiff', () => {
  test('compares with the merge base and reads every kind of change', async () => {
    const { value } = await gitDiff(directory, base, head)
    const entries = [...(value?.files ?? [])].map(([path, file]) => [path, file.change, file.basePath, file.lines])
    expect(entries.sort()).toEqual(
      [
        ['.gitattributes', 'added', null, [[1, 1]]],
        ['added/x.js', 'added', null, [[1, 1]]],
        ['gone.js', 'deleted', 'gone.js', []],
        [ODD, 'modified', ODD, [[2, 2]]],
        ['picture.bin', 'modified', 'picture.bin', null],
        ['run.sh', 'modified', 'run.sh', []],
        [
          'src/a.js',
          'modified',
          'src/a.js',
          [
            [5, 5],
            [19, 19]
          ]
        ],
        ['src/new.js', 'renamed', 'src/old.js', []]
      ].sort()
    )
    expect(value?.complete).toBe(true)
    expect(toHeadLine(value?.files.get('src/a.js')?.edits ?? [], 10)).toBe(9)
  })

  test('runs no program that configuration or attributes name', async () => {
    await gitDiff(directory, base, head)
    const { value } = await trackedFiles(directory)
    expect(value).not.toContain('evil-ran')
    expect(execFileSync('ls', [directory]).toString()).not.toContain('evil-ran')
  })

  test.each([['--output=x'], ['main'], ['HEAD'], [''], ['abc123'], [`${'a'.repeat(40)}\n`]])(
    'refuses the revision %j',
    async name => {
      expect(await gitDiff(directory, name, head)).toEqual({
        value: null,
        reason: expect.stringContaining('not a full commit name')
      })
      expect(await fileAt(directory, name, 'src/a.js')).toEqual({
        value: null,
        reason: expect.stringContaining('not a full commit name')
      })
    }
  )

  test('says why where there is no repository, no directory, or no such commit', async () => {
    const unknown = 'f'.repeat(40)
    expect((await gitDiff(outside, base, head)).reason).toMatch(/not a git repository/)
    expect((await gitDiff(join(outside, 'none'), base, head)).reason).toMatch(/does not exist/)
    expect((await gitDiff(directory, unknown, head)).reason).toMatch(/fetch-depth/)
  })
})

describe('mergeBase', () => {
  test('is where the branches part', async () => {
    expect((await mergeBase(directory, base, head)).value).toBe(git('merge-base', base, head))
  })
})

describe('trackedFiles', () => {
  test('lists names as they are', async () => {
    const { value } = await trackedFiles(directory)
    expect(value).toContain(ODD)
    expect(value).toContain('later.js')
    expect((await trackedFiles(outside)).value).toBeNull()
  })
})

describe('listedFiles', () => {
  test('tells what is tracked from what lies there besides', async () => {
    const { value } = await listedFiles(directory)
    expect(value?.tracked).toEqual((await trackedFiles(directory)).value)
    const place = mkdtempSync(join(directory, 'besides-'))
    writeFileSync(join(place, 'H a'), '')
    writeFileSync(join(directory, '? b'), '')
    expect((await listedFiles(directory)).value).toEqual({
      tracked: value?.tracked,
      untracked: expect.arrayContaining([`${place.slice(directory.length + 1)}/`, '? b'])
    })
    rmSync(place, { recursive: true })
    rmSync(join(directory, '? b'))
    expect((await listedFiles(outside)).value).toBeNull()
  })
})

describe('editedFiles', () => {
  test('tells what has another text than the commit, however its lines end', async () => {
    const at = git('rev-parse', 'HEAD')
    expect((await editedFiles(directory, at)).value).toEqual([])
    write('gone.js', 'one\r\ntwo\r\n')
    write('later.js', 'formatted')
    write('besides.js', 'x')
    git('add', 'later.js')
    expect((await editedFiles(directory, at)).value).toEqual(['later.js'])
    git('reset', '-q', '--hard', at)
    rmSync(join(directory, 'besides.js'))
    expect((await editedFiles(outside, at)).value).toBeNull()
    expect((await editedFiles(directory, 'HEAD')).reason).toContain('not a full commit name')
  })
})

describe('fileAt', () => {
  test('reads the file as it was', async () => {
    expect((await fileAt(directory, head, ODD)).value).toEqual({ kind: 'file', bytes: Buffer.from('a\r\nc\r\n') })
    expect((await fileAt(directory, head, 'later.js')).value).toEqual({ kind: 'absent' })
    expect((await fileAt(directory, head, 'src')).value).toEqual({ kind: 'not-a-file' })
    expect((await fileAt(directory, 'f'.repeat(40), 'src/a.js')).value).toBeNull()
  })

  test.each([['../x'], ['/etc/passwd'], ['a//b'], ['./a'], ['a\0b'], ['']])('refuses the path %j', async path => {
    expect((await fileAt(directory, head, path)).reason).toContain('not a path')
  })
})

describe('the commit that is checked out', () => {
  test('has its parents, in a shallow clone too', async () => {
    git('checkout', '-q', '--detach', base)
    git('merge', '-q', '--no-ff', '-m', 'merge', side)
    const merge = git('rev-parse', 'HEAD')
    expect((await checkedOut(directory)).value).toEqual({
      sha: merge,
      tree: git('rev-parse', 'HEAD^{tree}'),
      parents: [base, side]
    })
    const shallow = mkdtempSync(join(tmpdir(), 'gate-shallow-'))
    git('clone', '-q', '--depth=1', '--no-local', `file://${directory}`, shallow)
    expect((await checkedOut(shallow)).value?.parents).toEqual([base, side])
    // The parent's own objects are not there, so that it can be compared with nothing.
    expect((await treeDiff(shallow, base, merge)).value).toBeNull()
    expect((await localCommit(shallow, base)).value).toBeNull()
    rmSync(shallow, { recursive: true })
    const { value } = await treeDiff(directory, base, merge)
    expect([...(value?.files.keys() ?? [])]).toContain('src/a.js')
    expect([...(value?.files.keys() ?? [])]).not.toContain('later.js')
    git('checkout', '-q', 'main')
  })

  test('is that of the root only, and none outside of a clone', async () => {
    expect((await checkedOut(join(directory, 'src'))).reason).toMatch(/not the root/)
    expect((await checkedOut(outside)).reason).toMatch(/not a git repository/)
    expect((await localCommit(directory, git('rev-parse', `${base}^{tree}`))).value).toBeNull()
  })
})

describe('commitSides', () => {
  test('tells what the head adds from what the base has', async () => {
    const fork = git('merge-base', base, side)
    const { value } = await commitSides(directory, base, side, [side, base, fork, 'f'.repeat(40), '--all'])
    expect(Object.fromEntries(value ?? [])).toEqual({
      [side]: 'change',
      [base]: 'base',
      [fork]: 'base',
      ['f'.repeat(40)]: 'unknown',
      '--all': 'unknown'
    })
  })

  test('a shallow clone does not know', async () => {
    const shallow = mkdtempSync(join(tmpdir(), 'gate-shallow-'))
    git('clone', '-q', '--depth=1', '--no-local', `file://${directory}`, shallow)
    expect((await commitSides(shallow, base, base, [base])).reason).toMatch(/whole history/)
    rmSync(shallow, { recursive: true })
  })
})

test('lines of a text in Latin-1 are not followed where another scanner ends lines by a byte that is no letter', async () => {
  git('checkout', '-q', '--detach', base)
  write('latin.txt', Buffer.from('d\u00e9j\u00e0\none\ntwo\n', 'latin1'))
  write('nel.txt', Buffer.from('d\u00e9j\u00e0\u0085\none\ntwo\n', 'latin1'))
  const before = commit()
  write('latin.txt', Buffer.from('vu\none\ntwo\n', 'latin1'))
  write('nel.txt', Buffer.from('vu\none\ntwo\n', 'latin1'))
  const { value } = await treeDiff(directory, before, commit())
  expect(['latin.txt', 'nel.txt'].map(path => value?.files.get(path)?.edits?.length ?? null)).toEqual([1, null])
})
