import { expect, test } from '@jest/globals'
import { metricsOfRows, question, rowsOfAll } from './collected.js'
import {
  daysOfException,
  decisionsOfYear,
  holding,
  isThere,
  NOW,
  type PlannedCase,
  type PlannedException,
  planYear,
  RUNS,
  statusIn
} from './governed-year.js'
import { at } from './made-up-fleet.js'

const year = planYear()
const decisions = year.flatMap(decisionsOfYear)
const metrics = metricsOfRows(rowsOfAll(decisions).toReversed(), question(at(NOW)))
const runs = Array.from({ length: RUNS }, (_, run) => run)

interface Planned extends PlannedException {
  readonly of: PlannedCase
}

const all: readonly Planned[] = year.flatMap(({ cases }) =>
  cases.flatMap(of => of.exceptions.map(each => ({ ...each, of })))
)
/** Those that some run saw hold. */
const granted = all.filter(each => runs.some(run => statusIn(each, run) === 'active'))
/** Its day ends at midnight, 21 hours after the hour at which runs are, less a second: then it is over. */
const secondsLeft = (each: Planned): number => (daysOfException(each).ends - NOW) * 86_400 + 21 * 3600 - 1
const active = granted.filter(each => secondsLeft(each) > 0)
const over = granted.filter(each => secondsLeft(each) <= 0)

function spread(seconds: readonly number[]) {
  const sorted = [...seconds].sort((a, b) => a - b)
  const tenths = (value: number | undefined) => (value === undefined ? null : Math.round(value / 8640) / 10)
  const rank = (share: number) => tenths(sorted[Math.ceil(sorted.length * share) - 1])
  const mean = sorted.length === 0 ? undefined : sorted.reduce((sum, each) => sum + each, 0) / sorted.length
  return { count: sorted.length, mean: tenths(mean), median: rank(0.5), p90: rank(0.9) }
}

test('the year has what it is to show', () => {
  expect(active.length).toBeGreaterThan(5)
  expect(over.length).toBeGreaterThan(20)
  expect(active.some(({ source }) => source === 'comment')).toBe(true)
  expect(all.some(({ isRejected, asked }) => isRejected && asked !== null)).toBe(true)
  expect(all.some(({ answered, asked }) => answered === null && asked !== null)).toBe(true)
})

test('exceptions that hold, by type, how long still, and how old they are', () => {
  const types = [...new Set(active.map(({ type }) => type))].sort()
  expect(metrics.exceptions).toMatchObject({
    active: active.length,
    byType: types.map(type => ({ type, count: active.filter(each => each.type === type).length })),
    daysLeft: spread(active.map(secondsLeft)),
    age: spread(
      active.flatMap(each => (each.approvers.length > 0 ? [(NOW - daysOfException(each).approved) * 86_400] : []))
    )
  })
})

test('exceptions that are over and whose finding is still there', () => {
  const isOpen = ({ of }: Planned) => of.to === null
  expect(over.some(isOpen) && !over.every(isOpen)).toBe(true)
  expect(metrics.exceptions.expiredButOpen).toEqual({
    numerator: over.filter(isOpen).length,
    denominator: over.length
  })
})

test('renewals: what was excepted before, of all grants', () => {
  const first = granted.filter(each => granted.find(({ of }) => of === each.of)?.id === each.id)
  expect(first.length).toBeLessThan(granted.length)
  expect(metrics.exceptions.renewals).toEqual({
    numerator: granted.length - first.length,
    denominator: granted.length
  })
})

test('who approved most', () => {
  const approvals = granted.flatMap(({ approvers }) => approvers)
  const counts = [...new Set(approvals)]
    .sort()
    .map(approver => ({ approver, numerator: approvals.filter(each => each === approver).length }))
    .sort((a, b) => b.numerator - a.numerator)
  expect(metrics.exceptions.approverConcentration).toEqual({ ...counts[0], denominator: approvals.length })
})

test('days until a request was decided, approved or rejected, and requests without an answer', () => {
  const asked = all.flatMap(({ asked: run, answered }) => (run === null ? [] : [{ run, answered }]))
  const waits = asked.flatMap(({ run, answered }) => (answered === null ? [] : [(answered - run) * 7 * 86_400]))
  // A finding that nobody answered at first may be excepted by another entry later.
  const open = asked.length - waits.length
  const late = all.filter(
    each =>
      each.asked !== null &&
      each.answered === null &&
      all.some(other => other.of === each.of && other.answered !== null)
  )
  expect(metrics.exceptions.undecided).toEqual({ numerator: open - late.length, denominator: asked.length })
  const later = late.flatMap(each => {
    const answers = all.filter(other => other.of === each.of).flatMap(({ answered }) => answered ?? [])
    return [(Math.min(...answers) - (each.asked ?? 0)) * 7 * 86_400]
  })
  expect(metrics.exceptions.timeToDecide).toEqual(spread([...waits, ...later]))
})

test('break-glass', () => {
  const seen = all.filter(each => runs.some(run => statusIn(each, run) !== null))
  expect(metrics.exceptions.breakGlass).toBe(seen.filter(({ type }) => type === 'break-glass').length)
  // No run says that somebody looked at one.
  expect(metrics.exceptions.breakGlassReviewed).toBeNull()
  expect(metrics.duration).toBeNull()
})

test('blocks waived: what last passed under an exception, of what a rule that is enforced blocks', () => {
  const last = year
    .filter(({ isTried }) => !isTried)
    .flatMap(({ cases }) =>
      cases.flatMap(each => {
        const run = runs.findLast(at => isThere(each, at))
        return run === undefined ? [] : [holding(each, run) !== undefined]
      })
    )
  expect(metrics.waived).toEqual({ numerator: last.filter(Boolean).length, denominator: last.length })
  expect(last.filter(Boolean).length).toBeGreaterThan(2)
})

test('images that pass: the last scan is complete, and nothing in it blocks', () => {
  const own = year.filter(({ imagesFail }) => imagesFail !== null)
  const passing = own.filter(
    ({ imagesFail, cases, isTried }) =>
      imagesFail === false &&
      !cases.some(
        each => each.category === 'container' && !isTried && isThere(each, RUNS - 1) && !holding(each, RUNS - 1)
      )
  )
  expect(metrics.containers).toEqual({ numerator: passing.length, denominator: own.length })
  expect(passing.length).toBeGreaterThan(0)
  expect(passing.length).toBeLessThan(own.length)
})

test('verdicts, and what would be blocked if every rule were enforced', () => {
  const told = year.flatMap(({ isTried, cases }) =>
    runs.map(run => ({ isTried, objects: cases.some(each => isThere(each, run) && !holding(each, run)) }))
  )
  const count = (holds: (run: (typeof told)[number]) => boolean) => ({
    numerator: told.filter(holds).length,
    denominator: told.length
  })
  expect(metrics.verdicts).toEqual({
    pass: count(({ objects }) => !objects),
    warn: count(({ objects, isTried }) => objects && isTried),
    block: count(({ objects, isTried }) => objects && !isTried)
  })
  expect(metrics.wouldBlock).toEqual(count(({ objects, isTried }) => objects && isTried))
})
