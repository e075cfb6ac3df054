import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Story, Texts } from './story.js'

/** A commit that was really made. */
export interface Made {
  readonly sha: string
  readonly texts: Texts
}

/** A story as commits of a real repository; `merge` is null where git cannot merge the branch. */
export interface Commits {
  readonly story: Story
  readonly fork: Made
  readonly base: Made
  readonly head: Made
  readonly merge: Made | null
}

export interface Repository {
  readonly directory: string
  readonly stories: readonly Commits[]
  clean(): void
}

export const GIT_ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' }

const gitIn =
  (cwd: string) =>
  (args: readonly string[], input: string | Buffer = ''): Buffer =>
    execFileSync('git', args, {
      cwd,
      input,
      env: GIT_ENVIRONMENT,
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'ignore']
    })

type Git = ReturnType<typeof gitIn>

/** Makes the commits of many stories, with as few processes as for one. */
export function repositoryOf(stories: readonly Story[]): Repository {
  const directory = mkdtempSync(join(tmpdir(), 'places-with-git-'))
  const git = gitIn(directory)
  git(['init', '-q'])
  git(['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  const names = ['fork', 'base', 'head'] as const
  const written = imported(
    directory,
    stories.flatMap(story => {
      const own = names.map(name => `${story.seed}-${name}`)
      return names.map((name, index) => ({
        name: own[index] ?? '',
        parents: index === 0 ? [] : [`:${own[0]}`],
        files: story[name]
      }))
    })
  )
  const pairs = stories.map(({ seed }) => [written(`${seed}-base`), written(`${seed}-head`)] as const)
  const trees = mergedTrees(git, pairs)
  const merges = imported(
    directory,
    trees.flatMap((tree, index) => {
      const pair = pairs[index]
      return tree === null || pair === undefined ? [] : [{ name: `${stories[index]?.seed}-merge`, parents: pair, tree }]
    })
  )
  const texts = textsIn(git, trees)
  const made = stories.map((story, index): Commits => {
    const { seed, fork, base, head } = story
    const merged = texts[index] ?? null
    return {
      story,
      fork: { sha: written(`${seed}-fork`), texts: fork },
      base: { sha: written(`${seed}-base`), texts: base },
      head: { sha: written(`${seed}-head`), texts: head },
      merge: merged === null ? null : { sha: merges(`${seed}-merge`), texts: merged }
    }
  })
  return { directory, stories: made, clean: () => rmSync(directory, { recursive: true, force: true }) }
}

interface NewCommit {
  readonly name: string
  readonly parents: readonly string[]
  readonly files?: Texts
  readonly tree?: string
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Writes commits (https://git-scm.com/docs/git-fast-import); tells the id that each got. */
function imported(directory: string, commits: readonly NewCommit[]): (name: string) => string {
  const numbers = new Map(commits.map(({ name }, index) => [name, index + 1]))
  const parentOf = (parent: string) => (parent.startsWith(':') ? `:${numbers.get(parent.slice(1))}` : parent)
  const script = commits.map(({ name, parents, files, tree }) => {
    const [from, second] = parents.map(parentOf)
    return [
      `commit refs/heads/${name}\nmark :${numbers.get(name)}\ncommitter T <t@example.com> 0 +0000\n${data(name)}`,
      from === undefined ? '' : `from ${from}\n`,
      second === undefined ? '' : `merge ${second}\n`,
      tree === undefined ? 'deleteall\n' : `M 040000 ${tree} \n`,
      ...Object.entries(files ?? {}).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`)
    ].join('')
  })
  gitIn(directory)(['fast-import', '--quiet', '--force', '--export-marks=marks'], script.join(''))
  const marks = new Map(
    readFileSync(join(directory, 'marks'), 'utf8')
      .split('\n')
      .map(line => line.split(' ') as [string, string])
  )
  return name => marks.get(`:${numbers.get(name)}`) ?? ''
}

/** The tree of each trial merge; null where there are conflicts (https://git-scm.com/docs/git-merge-tree). */
function mergedTrees(git: Git, pairs: readonly (readonly [string, string])[]): readonly (string | null)[] {
  const answers = git(['merge-tree', '--stdin', '--no-messages'], pairs.map(pair => `${pair.join(' ')}\n`).join(''))
  // `1 NUL tree NUL` for each that is clean, and a list of the conflicts behind those that are not.
  const parts = answers.toString('utf8').split('\0')
  const trees: (string | null)[] = []
  for (let at = 0; trees.length < pairs.length; ) {
    const isClean = parts[at] === '1'
    trees.push(isClean ? (parts[at + 1] ?? null) : null)
    at += 2
    while (at < parts.length && parts[at] !== '') at += 1
    at += 1
  }
  return trees
}

const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** Texts of whole trees. */
function textsIn(git: Git, trees: readonly (string | null)[]): readonly (Texts | null)[] {
  const asked = [...new Set(trees.filter(tree => tree !== null))]
  const listed = git(
    ['-c', 'core.quotePath=false', 'diff-tree', '--stdin', '-r', '--no-renames'],
    asked.map(tree => `${EMPTY_TREE} ${tree}\n`).join('')
  )
  const found = new Map<string, [path: string, blob: string][]>()
  let current: [string, string][] = []
  for (const line of listed.toString('utf8').split('\n')) {
    const header = /^[0-9a-f]{40} ([0-9a-f]{40})$/.exec(line)
    const entry = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) A\t(.*)$/.exec(line)
    if (header !== null) {
      current = []
      found.set(header[1] ?? '', current)
    } else if (entry !== null) current.push([entry[2] ?? '', entry[1] ?? ''])
  }
  const blobs = blobsIn(
    git,
    [...found.values()].flatMap(entries => entries.map(([, blob]) => blob))
  )
  return trees.map(tree =>
    tree === null
      ? null
      : Object.fromEntries((found.get(tree) ?? []).map(([path, blob]) => [path, blobs.get(blob) ?? '']))
  )
}

function blobsIn(git: Git, names: readonly string[]): ReadonlyMap<string, string> {
  const asked = [...new Set(names)]
  const output = git(['cat-file', '--batch'], asked.map(name => `${name}\n`).join(''))
  const texts = new Map<string, string>()
  let at = 0
  for (const name of asked) {
    const end = output.indexOf(10, at)
    const size = Number(output.subarray(at, end).toString('latin1').split(' ')[2])
    texts.set(name, output.subarray(end + 1, end + 1 + size).toString('utf8'))
    at = end + size + 2
  }
  return texts
}
