import { afterAll, expect, test } from '@jest/globals'
import { world } from '../../github/harness.js'
import { seedsUpTo } from '../../thorough.js'
import { repositoryOf } from './commits.js'
import { reportOf } from './report.js'
import { storyOf } from './story.js'
import { nameOf, type Trial, tryStory } from './trial.js'

const AT_ONCE = 3
/** Stories that share a repository: making one takes a process for each step, however many there are. */
const TOGETHER = 50
const all: Trial[] = []

async function trialsOf(seeds: readonly number[]): Promise<readonly Trial[]> {
  const repository = repositoryOf(seeds.map(storyOf))
  const trials: Trial[] = []
  const waiting = [...repository.stories]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      trials.push(await tryStory(next, repository.directory, async given => (await world(given)).github))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  repository.clean()
  all.push(...trials)
  return trials
}

const seeds = seedsUpTo(40, 2_000)
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

afterAll(() => {
  console.info(reportOf(all))
})
