import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/core/decision/decision.js'
import { checkOutAll } from './checkout.js'
import { repositoryOf } from './commits.js'
import { type Habits, weaknessesIn } from './scanner.js'
import { changeOf } from './stand-in.js'
import type { Texts } from './story.js'
import { decisionOf, portsOf, type Setting } from './trial.js'

const HABITS: Habits = { tool: 'Semgrep OSS', spelling: 'relative', countsOdd: false, snippets: true, columns: false }

/** Four weak lines among others, none of them like another. */
const lines = (name: string): readonly string[] =>
  Array.from({ length: 16 }, (_, at) => (at % 4 === 2 ? `danger(${name}${at}, input)` : `const ${name}${at} = ${at}`))

const textOf = (written: readonly string[]): string => `${written.join('\n')}\n`
const OLD = lines('old')
const FORK: Texts = {
  'lib/one.ts': textOf(OLD),
  'lib/two.ts': textOf(lines('two')),
  'lib/plain.ts': 'const plain = 1\n'
}

/** What main has become since the branch began, from whose first commit the baseline is. */
const MAIN = {
  'lines above': { ...FORK, 'lib/one.ts': textOf(['// main', '// main', ...OLD]) },
  'fewer lines above': { ...FORK, 'lib/one.ts': textOf(OLD.slice(2)) },
  'lines between': { ...FORK, 'lib/one.ts': textOf([...OLD.slice(0, 8), '// main', ...OLD.slice(8)]) },
  'lines below': { ...FORK, 'lib/one.ts': textOf([...OLD, '// main', '// main']) },
  'a weak line of its own': { ...FORK, 'lib/one.ts': textOf(['danger(main, input)', ...OLD]) },
  'a weak file of its own, and lines above': {
    ...FORK,
    'lib/one.ts': textOf(['// main', ...OLD]),
    'lib/main.ts': textOf(lines('main'))
  },
  'another name for the file': {
    'lib/renamed.ts': textOf(OLD),
    'lib/two.ts': textOf(lines('two')),
    'lib/plain.ts': 'const plain = 1\n'
  }
} satisfies Readonly<Record<string, Texts>>
type Main = keyof typeof MAIN

/** What the branch does to what it began with. */
const HEAD = {
  'another file': { ...FORK, 'lib/plain.ts': 'const plain = 2\n' },
  'a new weak line': { ...FORK, 'lib/plain.ts': 'const plain = 1\ndanger(fresh, input)\n' },
  'a copy of an old weak line': {
    ...FORK,
    'lib/one.ts': textOf([...OLD.slice(0, 12), OLD[2] ?? '', ...OLD.slice(12)])
  }
} satisfies Readonly<Record<string, Texts>>

type Head = keyof typeof HEAD
const MAINS = Object.keys(MAIN) as readonly Main[]
const HEADS = Object.keys(HEAD) as readonly Head[]

/** All branches and mains, each merged on trial and checked out. */
function worldOf() {
  const pairs = MAINS.flatMap(main => HEADS.map(head => ({ main, head })))
  const repository = repositoryOf(
    pairs.map(({ main, head }, seed) => ({ seed, fork: FORK, base: MAIN[main], head: HEAD[head] }))
  )
  const merged = repository.stories.map(({ merge }) => {
    if (merge === null) throw new Error('every branch can be merged')
    return { made: merge, clone: 'whole' as const }
  })
  return { pairs, repository, checkouts: checkOutAll(repository.directory, merged) }
}

let world: ReturnType<typeof worldOf>
beforeAll(() => {
  world = worldOf()
})
afterAll(() => {
  world.checkouts.clean()
  world.repository.clean()
})

async function statesOf(main: Main, head: Head, before: Setting['before'], snippets: boolean) {
  const at = world.pairs.findIndex(pair => pair.main === main && pair.head === head)
  const [commits, place] = [world.repository.stories[at], world.checkouts.places[at]]
  if (commits?.merge == null || place === undefined) throw new Error(`there is no ${main} with ${head}`)
  const made = commits.merge
  const habits = { ...HABITS, snippets }
  const found = weaknessesIn(made.texts, habits)
  const ports = portsOf({ commits, change: changeOf(commits) }, place, null)
  const decision = await decisionOf({ commits, made, place, ports, habits, found, baseline: before })
  return { found: found.length, ...newIn(decision) }
}

/** Findings that are not called old, the words on the first that is, and what is called mended. */
function newIn({ outcomes }: Decision) {
  const isNew = ({ state }: Decision['outcomes'][number]) => state !== 'existing' && state !== 'fixed'
  return {
    fresh: outcomes.filter(isNew).map(({ state, finding }) => `${state} ${finding.location?.path}`),
    fixed: outcomes.filter(({ state }) => state === 'fixed').length,
    reasons: new Set(outcomes.flatMap(({ state, stateReason }) => (state === 'existing' ? [stateReason ?? ''] : [])))
  }
}

const BEFORE = [
  ['none', false],
  ['fork', true],
  ['fork, which it says', true],
  ['fork, which it says', false]
] as const
const CASES = MAINS.flatMap(main => BEFORE.map(([before, snippets]) => ({ main, before, snippets }))).filter(
  // Nothing tells of which commit it is: see below.
  ({ main, before }) => main !== 'another name for the file' || before !== 'fork'
)

test.each(CASES)(
  'main has $main, baseline: $before, snippets: $snippets: a change of another file brings nothing',
  async ({ main, before, snippets }) => {
    const { found, fresh, fixed } = await statesOf(main, 'another file', before, snippets)
    expect(found).toBeGreaterThan(6)
    expect({ fresh, fixed }).toEqual({ fresh: [], fixed: 0 })
  }
)

test.each(CASES)(
  'main has $main, baseline: $before, snippets: $snippets: what the change brings is new',
  async ({ main, before, snippets }) => {
    expect((await statesOf(main, 'a new weak line', before, snippets)).fresh).toEqual(['introduced lib/plain.ts'])
    const path = main === 'another name for the file' ? 'lib/renamed.ts' : 'lib/one.ts'
    expect((await statesOf(main, 'a copy of an old weak line', before, snippets)).fresh).toEqual([`introduced ${path}`])
  }
)

test('what a baseline of another commit does not tell is said', async () => {
  const unsaid = await statesOf('a weak file of its own, and lines above', 'another file', 'fork', true)
  expect([...unsaid.reasons].sort()).toEqual([
    'In the baseline',
    'In the baseline, but its place is another one in the base by now; its place is not part of the change',
    'The baseline is of another commit than the one that the change starts from; its place is not part of the change'
  ])
  const said = await statesOf('a weak file of its own, and lines above', 'another file', 'fork, which it says', true)
  expect([...said.reasons].sort()).toEqual([
    'In the baseline',
    'The baseline does not tell; its place is not part of the change'
  ])
})

test('without a word on its commit, and no text to hold against the base, a baseline is believed', async () => {
  const unlikely = ['a weak line of its own', 'another name for the file'] as const
  const states = await Promise.all(unlikely.map((main, at) => statesOf(main, 'another file', 'fork', at === 1)))
  expect(states.map(({ fresh }) => new Set(fresh))).toEqual([
    new Set(['introduced lib/one.ts']),
    new Set(['introduced lib/renamed.ts'])
  ])
})
