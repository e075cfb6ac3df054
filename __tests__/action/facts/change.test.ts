import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readEvent } from '../../../src/action/event.js'
import { readChange } from '../../../src/action/facts/change.js'
import type { ScanPlace } from '../../../src/action/facts/scanned.js'
import { changedAt, fitted } from '../../../src/core/change/diff.js'
import type { SettledChange } from '../../../src/gate/request.js'
import type { GitHub } from '../../../src/github/port.js'
import { place } from '../../core/identity/builders.js'
import { pullRequestEvent } from '../../fake-github/events.js'
import { world } from '../../github/harness.js'
import { sampleOf } from '../../thorough.js'
import { type Checkout, checkOut, MOVES, type Moved, movedBase, readIn } from './moved-base.js'

const CHECKOUTS: Readonly<Record<string, Checkout>> = {
  'the trial merge, whole': { tree: 'merge', clone: 'whole', files: true },
  'the trial merge, depth 1': { tree: 'merge', clone: 'depth 1', files: true },
  'the head, whole': { tree: 'head', clone: 'whole', files: true },
  'the head, depth 1': { tree: 'head', clone: 'depth 1', files: true },
  'files of the trial merge without a clone': { tree: 'merge', clone: null, files: true },
  'files of the head without a clone': { tree: 'head', clone: null, files: true },
  'nothing at all, the trial merge was scanned': { tree: 'merge', clone: null, files: false },
  'nothing at all, the head was scanned': { tree: 'head', clone: null, files: false }
}

const scenes = new Map<string, Moved>()
const sceneOf = (name: string): Moved => {
  const scene = scenes.get(name) ?? movedBase(MOVES[name] ?? (files => files))
  scenes.set(name, scene)
  return scene
}
afterAll(() => {
  for (const scene of scenes.values()) scene.clean()
})

/** Places of a word in a tree, as a scanner of that tree reports them. */
const linesOf = (tree: Readonly<Record<string, string>>, word: string) =>
  Object.entries(tree).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (line === word ? [{ path, line: index + 1 }] : []))
  )

interface Asked {
  readonly settled: SettledChange
  readonly changed: (path: string, line: number) => boolean | null
}

async function ask(
  moved: Moved,
  github: GitHub | null,
  root: string,
  paths: readonly string[],
  more: Partial<ScanPlace> & { readonly revisions?: readonly string[] } = {}
): Promise<Asked> {
  const { shas } = moved
  const event = pullRequestEvent('synchronize', { headSha: shas.head, baseSha: shas.base })
  const { change } = readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/pay' }, event.payload)
  const { revisions = [], ...rest } = more
  const known = await readChange(change, { root, runSha: shas.merge, recorded: null, ...rest }, github)
  const settled = await known.settle?.({ paths, readSource: readIn(root), commits: [], revisions })
  if (settled === undefined) throw new Error('there is nothing to settle')
  const held = settled.diff === null ? null : fitted(settled.diff, new Set(paths), settled.readSource).diff
  return { settled, changed: (path, line) => (held === null ? null : changedAt(held, place(path, line))) }
}

const MEETINGS = Object.keys(MOVES).flatMap(move =>
  Object.entries(CHECKOUTS).map(([name, checkout]) => [move, name, checkout] as const)
)

describe('new is new, and old is old or unknown', () => {
  // Sampled by a number without a divisor in common with that of the checkouts: each move and each checkout is tried.
  test.each(sampleOf(MEETINGS, 3))('the base %s; %s', async (move, _, checkout) => {
    const moved = sceneOf(move)
    const { github } = await world(moved.repository)
    const root = checkOut(moved, checkout)
    const tree = moved.trees[checkout.tree]
    const { changed } = await ask(moved, github, root, Object.keys(tree))
    rmSync(root, { recursive: true })
    for (const { path, line } of linesOf(tree, 'danger()')) expect(changed(path, line)).not.toBe(false)
    const old = linesOf(tree, 'old()').map(({ path, line }) => changed(path, line))
    // Where no file is there, what the base has changed since may have been scanned in either form.
    const isSure = checkout.files || moved.trees.head['src/a.ts'] === moved.trees.merge['src/a.ts']
    if (isSure) expect(old).toEqual([false, false])
    else expect(old.at(-1)).toBe(false)
  })
})

describe('requests', () => {
  test.each([
    ['the trial merge, whole', 0],
    ['the trial merge, depth 1', 1],
    ['the head, whole', 0],
    ['the head, depth 1', 3],
    ['files of the trial merge without a clone', 4],
    ['files of the head without a clone', 8]
  ])('%s: %i', async (name, count) => {
    const moved = sceneOf('got lines above')
    const { github, fake } = await world(moved.repository)
    const root = checkOut(moved, CHECKOUTS[name] as Checkout)
    await ask(moved, github, root, ['src/a.ts', 'src/tail.ts'])
    rmSync(root, { recursive: true })
    expect(fake.calls.map(({ path }) => path)).toHaveLength(count)
  })
})

describe('a change of more files than a comparison lists', () => {
  const many = Object.fromEntries(Array.from({ length: 320 }, (_, index) => [`new/${1000 + index}.ts`, 'x\n']))
  test.each(['the trial merge, depth 1', 'files of the trial merge without a clone'])(
    '%s: what is not listed is not taken for untouched',
    async name => {
      const moved = movedBase(MOVES['got lines above'] ?? (files => files), many)
      const { github } = await world(moved.repository)
      const root = checkOut(moved, CHECKOUTS[name] as Checkout)
      const paths = ['new/1000.ts', 'new/1310.ts', 'src/a.ts', 'src/tail.ts']
      const { changed } = await ask(moved, github, root, paths)
      rmSync(root, { recursive: true })
      moved.clean()
      expect(paths.map(path => changed(path, 1))).toEqual([true, true, false, false])
      expect(linesOf(moved.trees.merge, 'danger()').map(({ path, line }) => changed(path, line))).toEqual([true])
    }
  )
})

describe('the commit that was scanned', () => {
  const scanned = async (name: string, more: Parameters<typeof ask>[4] = {}) => {
    const moved = sceneOf('got lines above')
    const { github } = await world(moved.repository)
    const root = checkOut(moved, CHECKOUTS[name] as Checkout)
    const asked = await ask(moved, github, root, ['src/a.ts', 'src/tail.ts'], more)
    rmSync(root, { recursive: true })
    const names = Object.entries(moved.shas)
    return { ...asked, name: names.find(([, sha]) => sha === asked.settled.scannedSha)?.[0] ?? null }
  }

  test.each([
    ['the trial merge, depth 1', 'merge'],
    ['the head, whole', 'head'],
    ['files of the trial merge without a clone', 'merge'],
    ['files of the head without a clone', 'head']
  ])('%s: %s', async (name, expected) => {
    expect((await scanned(name)).name).toBe(expected)
  })

  test('that a scanner names another one makes what differs between the two unknown', async () => {
    const { shas } = sceneOf('got lines above')
    const { changed, settled } = await scanned('the trial merge, whole', { revisions: [shas.head] })
    expect([changed('src/a.ts', 8), changed('src/tail.ts', 2)]).toEqual([true, false])
    expect(settled.commits).toContain(shas.head)
  })

  test('a commit that is none of the change is not counted among its commits', async () => {
    const { shas } = sceneOf('got lines above')
    const { settled } = await scanned('the trial merge, whole', { revisions: [shas.base, 'f'.repeat(40)] })
    expect(settled.commits).toEqual([shas.merge])
  })
})

describe('a file that a step of the run has changed before it was scanned', () => {
  const PATHS = ['src/a.ts', 'src/tail.ts']
  const SITE = { roots: [], subfolder: null, siblings: [], outside: [] }
  const facts = ({ settled: { edited, readSource }, changed }: Asked) => ({
    edited,
    texts: PATHS.map(path => readSource(path) !== null),
    changed: PATHS.map(path => changed(path, 2))
  })

  test('is unknown to the run that scans, and to one that has its record', async () => {
    const moved = sceneOf('got lines above')
    const { github } = await world(moved.repository)
    const root = checkOut(moved, CHECKOUTS['the trial merge, whole'] as Checkout)
    const clean = facts(await ask(moved, github, root, PATHS))
    writeFileSync(join(root, 'src/tail.ts'), '// formatted\nold()\n')
    const own = facts(await ask(moved, github, root, PATHS))
    rmSync(root, { recursive: true })
    expect(clean).toEqual({ edited: [], texts: [true, true], changed: [false, false] })
    expect(own).toEqual({ edited: ['src/tail.ts'], texts: [true, false], changed: [false, true] })

    const elsewhere = checkOut(moved, CHECKOUTS['files of the trial merge without a clone'] as Checkout)
    const later = (edited: readonly string[] | null) => {
      const recorded = { sha: moved.shas.merge, isCertain: true, site: { ...SITE, edited } }
      return ask(moved, github, elsewhere, PATHS, { recorded })
    }
    expect(facts(await later(own.edited))).toEqual(own)
    expect(facts(await later([]))).toEqual(clean)
    // More than the record holds: any file may be one.
    expect(facts(await later(null)).changed).toEqual([true, true])
    rmSync(elsewhere, { recursive: true })
  })
})

test('that more files are named than are read is said', async () => {
  const moved = sceneOf('got lines above')
  const { github } = await world(moved.repository)
  const paths = Array.from({ length: 301 }, (_, index) => `src/${index}.ts`)
  const event = pullRequestEvent('synchronize', { headSha: moved.shas.head, baseSha: moved.shas.base })
  const { change } = readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/pay' }, event.payload)
  const { settle } = await readChange(change, { root: null, runSha: null, recorded: null }, github)
  const noticesOf = async (named: readonly string[]) =>
    (await settle?.({ paths: named, readSource: () => 'x\n', commits: [], revisions: [] }))?.notices
  expect(await noticesOf(paths.slice(1))).toEqual([])
  expect(await noticesOf(paths)).toEqual([
    expect.objectContaining({ code: 'identity', message: expect.stringContaining('301 files') })
  ])
})

describe('lines of the head', () => {
  test.each([
    ['has not moved', 'src/a.ts', 20, 'src/a.ts', 20],
    ['got lines above', 'src/a.ts', 23, 'src/a.ts', 20],
    ['lost lines above', 'src/a.ts', 17, 'src/a.ts', 20],
    ['renamed the file', 'lib/a.ts', 20, 'src/a.ts', 20]
  ])('where the base %s', async (move, path, line, headPath, headLine) => {
    const moved = sceneOf(move)
    const { github } = await world(moved.repository)
    const { onHead } = await import('../../../src/core/change/head-lines.js')
    for (const name of ['the trial merge, whole', 'the trial merge, depth 1']) {
      const root = checkOut(moved, CHECKOUTS[name] as Checkout)
      const { settled } = await ask(moved, github, root, [path])
      const files = await settled.onHead?.([path])
      rmSync(root, { recursive: true })
      expect(onHead(path, line, line, files?.get(path))).toEqual({
        path: headPath,
        startLine: headLine,
        endLine: headLine,
        isExact: true
      })
    }
  })
})

test('without GitHub and without the commits nobody can tell, and that is said', async () => {
  const moved = sceneOf('got lines above')
  const { shas } = moved
  const event = pullRequestEvent('synchronize', { headSha: shas.head, baseSha: shas.base })
  const { change } = readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/pay' }, event.payload)
  const root = checkOut(moved, CHECKOUTS['files of the head without a clone'] as Checkout)
  const known = await readChange(change, { root, runSha: shas.merge, recorded: null }, null)
  rmSync(root, { recursive: true })
  expect(known).toMatchObject({ diff: null, notices: [{ code: 'diff-unavailable' }] })
})
