import { expect, test } from '@jest/globals'
import type { Decision } from '../../../src/core/decision/decision.js'
import { checkOutAll } from './checkout.js'
import { repositoryOf } from './commits.js'
import { type Habits, weaknessesIn } from './scanner.js'
import { changeOf } from './stand-in.js'
import type { Story, Texts } from './story.js'
import { decisionOf, portsOf } from './trial.js'

const FILES = 50
const IN_EACH = 10
const HABITS: Habits = {
  tool: 'Semgrep OSS',
  spelling: 'relative',
  countsOdd: false,
  snippets: false,
  columns: false
}

/** Half of the files are of the most critical tier. */
const pathOf = (file: number): string => `${file % 2 === 0 ? 'vault' : 'lib'}/part${file}.ts`

const weakFile = (file: number): string =>
  Array.from(
    { length: IN_EACH },
    (_, line) => `const a${line} = ${line}\nrun()\n\ndanger(${file * IN_EACH + line})\n`
  ).join('')

const BACKLOG: Texts = {
  ...Object.fromEntries(Array.from({ length: FILES }, (_, file) => [pathOf(file), weakFile(file)])),
  'lib/plain.ts': 'const one = 1\n'
}

const edited = (path: string, from: string, to: string): Texts => ({
  ...BACKLOG,
  [path]: (BACKLOG[path] ?? '').replace(from, to)
})

const HEADS: Readonly<Record<string, Texts>> = {
  'a file without any': edited('lib/plain.ts', '1', '2'),
  'a line of their file, farther away': edited('vault/part4.ts', 'a3 = 3\nrun()', 'a3 = 3\nrun(now)'),
  'a new file': { ...BACKLOG, 'lib/other.ts': 'x\n' },
  'the line of one of them': edited('vault/part4.ts', 'danger(43)', 'danger(43) // now'),
  'the line before one of them, which it removes': edited('vault/part4.ts', '\ndanger(43)', 'danger(43)')
}

/** Main has got lines above the very lines that the change touches. */
const MAIN: Texts = edited('vault/part4.ts', 'const a0', '// main\n// main\nconst a0')

async function decide(head: Texts, scanned: 'head' | 'merge'): Promise<Decision> {
  const story: Story = { seed: 0, fork: BACKLOG, base: MAIN, head }
  const repository = repositoryOf([story])
  const [commits] = repository.stories
  const made = commits?.[scanned]
  if (commits === undefined || made == null) throw new Error('the branch can be merged')
  const checkouts = checkOutAll(repository.directory, [{ made, clone: 'whole' }])
  const [place] = checkouts.places
  if (place === undefined) throw new Error('there is no checkout')
  const decision = await decisionOf({
    ...{ commits, made, place, habits: HABITS, baseline: 'none' },
    ports: portsOf({ commits, change: changeOf(commits) }, place, null),
    found: weaknessesIn(made.texts, HABITS)
  })
  checkouts.clean()
  repository.clean()
  return decision
}

const newOnes = ({ outcomes }: Decision) =>
  outcomes.flatMap(({ state, finding: { location } }) => (state === 'existing' ? [] : [`${state} ${location?.path}`]))

test.each([
  ['a file without any', 'merge', []],
  ['a file without any', 'head', []],
  ['a line of their file, farther away', 'merge', []],
  ['a line of their file, farther away', 'head', []],
  ['a new file', 'merge', []],
  ['the line of one of them', 'merge', ['introduced vault/part4.ts']],
  ['the line of one of them', 'head', ['introduced vault/part4.ts']],
  ['the line before one of them, which it removes', 'merge', ['introduced vault/part4.ts']]
] as const)(
  '500 old findings, a change of %s, %s checked out: only what it reaches blocks',
  async (name, scanned, expected) => {
    const decision = await decide(HEADS[name] ?? BACKLOG, scanned)
    expect(decision.outcomes).toHaveLength(FILES * IN_EACH)
    expect(newOnes(decision)).toEqual(expected)
    expect(decision.verdict).toBe(expected.length === 0 ? 'pass' : 'block')
  }
)
