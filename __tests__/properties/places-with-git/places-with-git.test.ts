import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { world } from '../../github/harness.js'
import { seedsUpTo } from '../../thorough.js'
import { programOfTrials, trialsApart } from './apart.js'
import { checkOutAll } from './checkout.js'
import { repositoryOf } from './commits.js'
import { reportOf } from './report.js'
import type { Spelling } from './scanner.js'
import { changeOf, standInFor } from './stand-in.js'
import { storyOf } from './story.js'
import { nameOf, type Setting, scannedOf, type Trial, tryStory } from './trial.js'

/** Stories that share a repository and a process. */
const TOGETHER = 250
const all: Trial[] = []
let program = ''

beforeAll(async () => {
  program = await programOfTrials()
})

const started = async (given: Parameters<typeof world>[0]) => (await world(given)).fake

const seeds = seedsUpTo(15, 2000)
const starts = seeds.filter((_, index) => index % TOGETHER === 0)

test.each(starts)('from seed %i on nothing new is called old', async start => {
  const trials = await trialsApart(program, seeds.slice(start, start + TOGETHER), started)
  all.push(...trials)
  expect(trials.flatMap(trial => trial.wrong.map(each => `${nameOf(trial)}: ${each}`))).toEqual([])
})

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
  const github = asksGitHub ? (await world(standInFor(commits))).github : null
  const task = { commits, change: changeOf(commits), setting }
  const checkouts = checkOutAll(repository.directory, [{ made: scannedOf(task), clone }])
  const [place] = checkouts.places
  if (place === undefined) throw new Error('there is no checkout')
  const trial = await tryStory(task, place, github)
  checkouts.clean()
  repository.clean()
  expect([trial.wrong, trial.fresh > 0]).toEqual([[], true])
})

afterAll(() => {
  if (all.length > 0) console.info(reportOf(all))
})
