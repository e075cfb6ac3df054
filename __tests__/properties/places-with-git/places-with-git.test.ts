import { afterAll, expect, test } from '@jest/globals'
import { world } from '../../github/harness.js'
import { seedsUpTo } from '../../thorough.js'
import { repositoryOf } from './commits.js'
import { reportOf } from './report.js'
import type { Spelling } from './scanner.js'
import { storyOf } from './story.js'
import { nameOf, type Setting, type Trial, tryStory } from './trial.js'

const AT_ONCE = 3
/** Stories that share a repository: making one takes a process for each step, however many there are. */
const TOGETHER = 50
const all: Trial[] = []

const connect = async (given: Parameters<typeof world>[0]) => (await world(given)).github

async function trialsOf(seeds: readonly number[]): Promise<readonly Trial[]> {
  const repository = repositoryOf(seeds.map(storyOf))
  const trials: Trial[] = []
  const waiting = [...repository.stories]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      trials.push(await tryStory(next, repository.directory, connect))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  repository.clean()
  all.push(...trials)
  return trials
}

const seeds = seedsUpTo(15, 200)
const starts = seeds.filter((_, index) => index % TOGETHER === 0)

test.each(starts)(
  'from seed %i on nothing new is called old',
  async start => {
    const trials = await trialsOf(seeds.slice(start, start + TOGETHER))
    expect(trials.flatMap(trial => trial.wrong.map(each => `${nameOf(trial)}: ${each}`))).toEqual([])
  },
  // Hundreds of processes of git: on a machine with other work they take their time.
  600_000
)

/** New ones that were called old where the scan named nothing but a line; a snippet tells them apart. */
const ONCE_WRONG: readonly (readonly [
  number,
  Setting['clone'],
  Setting['scanned'],
  boolean,
  Spelling,
  Setting['before']
])[] = [
  [69, 'whole', 'head', true, 'of a mount', 'fork'],
  [79, 'nothing', 'head', true, 'of nobody knows where', 'fork'],
  [126, 'whole', 'head', true, 'of a mount', 'base'],
  [199, 'nothing', 'head', false, 'absolute address', 'fork'],
  [272, 'files only', 'merge', false, 'relative', 'base']
]

test.each(ONCE_WRONG)('story %i, %s, %s, with snippets', async (seed, clone, scanned, asksGitHub, spelling, before) => {
  const repository = repositoryOf([storyOf(seed)])
  const habits = { tool: 'Semgrep OSS', spelling, countsOdd: false, snippets: true, columns: false }
  const [commits] = repository.stories
  if (commits === undefined) throw new Error('there is no story')
  const setting = { clone, scanned, asksGitHub, habits, before }
  const trial = await tryStory(commits, repository.directory, connect, setting)
  repository.clean()
  expect([trial.wrong, trial.fresh > 0]).toEqual([[], true])
})

afterAll(() => {
  if (all.length > 0) console.info(reportOf(all))
})
