import { expect, test } from '@jest/globals'
import { branchEvent } from '../fake-github/events.js'
import { sha } from '../fake-github/state.js'
import { baselineWorld, OLD, START, sarifOf, seen, text } from './baseline-world.js'
import type { StepResult } from './step.js'

const BACKLOG = ['src/old.ts:10', 'src/other.ts:11'] as const
const EXCEPTIONS = '.github/policy-exceptions.yml'
const POLICY = `${START['.github/policy-gate.yml']}exceptions: { file: ${EXCEPTIONS}, max-duration: { tier-1: { high: 30d } } }\n`

const exceptionFor = (id: string): string =>
  `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { finding: ${id} }
    reason: The endpoint is switched off until next week
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: 2026-11-05
    expires: 2026-11-08
    ticket: SEC-1
`
/** Noon of that day of November 2026, which begins on a Sunday. */
const on = (day: number) => ({ env: { STEP_STARTS_AT: `2026-11-${String(day).padStart(2, '0')}T12:00:00Z` } })
const verdictOf = ({ outputs }: StepResult) => [outputs.verdict, outputs.blocking, outputs.excepted]

test('a week: the backlog blocks nobody, one finding does, an exception lets it pass, and ends on Sunday', async () => {
  const start = { ...START, '.github/policy-gate.yml': POLICY }
  const world = await baselineWorld(start, { inProcess: true })
  const found = sarifOf(...BACKLOG, 'src/new.ts:1')

  // Monday: the quick start is merged, and the first run on main builds the baseline.
  await world.mainRun(10, sarifOf(...BACKLOG), on(2))

  // Tuesday: a pull request edits the line of an old finding and brings a new one.
  const edited = text(OLD.map(line => line.replace('eval(input)', 'eval( input )')))
  world.propose('new', { ...start, 'src/old.ts': edited, 'src/new.ts': 'eval(x)\n' })
  const tuesday = await world.pullRun(found, on(3))
  expect(verdictOf(tuesday)).toEqual(['block', '1', '0'])

  // Wednesday: main moves on, and its run is over at noon.
  const moved = { ...start, 'src/other.ts': `// 1\n// 2\n${start['src/other.ts']}` }
  world.advance('moved', moved)
  const later = ['src/old.ts:10', 'src/other.ts:13', 'src/new.ts:1']
  const before = await world.pullRun(sarifOf(...later), on(4))
  expect([verdictOf(before), seen(before).notices]).toEqual([['block', '1', '0'], ['baseline-behind']])
  await world.mainRun(11, sarifOf('src/old.ts:10', 'src/other.ts:13'), on(4))
  const after = await world.pullRun(sarifOf(...later), on(4))
  expect([verdictOf(after), seen(after).notices]).toEqual([['block', '1', '0'], []])

  // Thursday: an exception for it is merged to main. The event of the run that is started again is Tuesday's.
  const id = after.decision.outcomes.find(({ verdict }: { verdict: string }) => verdict === 'block').finding.id
  world.advance('excepted', { ...moved, [EXCEPTIONS]: exceptionFor(id) })
  expect(verdictOf(await world.pullRun(sarifOf(...later), on(5)))).toEqual(['pass', '0', '1'])

  // Monday: it has ended. Nobody has pushed anything, and nobody has started a run again: the scheduled one decides.
  expect(world.repository.checks.find(({ headSha }) => headSha === sha('new'))?.conclusion).toBe('success')
  const scheduled = { event: { ...branchEvent('schedule'), sha: sha('excepted') }, run: { event: 'schedule' } }
  const main = await world.mainRun(12, sarifOf('src/old.ts:10', 'src/other.ts:13'), { ...scheduled, ...on(9) })
  const dates = main.decision.outcomes.map(({ finding }: StepResult['decision']) => finding.firstDetected)
  expect(world.repository.checks.find(({ headSha }) => headSha === sha('new'))?.conclusion).toBe('failure')
  expect([verdictOf(main), dates]).toEqual([['pass', '0', '0'], Array(2).fill('2026-11-02T12:00:00Z')])
})
