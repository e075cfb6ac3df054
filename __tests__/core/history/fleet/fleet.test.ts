import { expect, test } from '@jest/globals'
import { metricsOfRows, question, rowsOfAll } from './collected.js'
import { at, dayOfRun, decisionsOf, type PlannedFinding, planFleet } from './made-up-fleet.js'

const ALLOWED = { critical: 14, high: 30, medium: 90, low: 180 }
const NOW = 360
const fleet = planFleet()
const metrics = metricsOfRows(rowsOfAll(decisionsOf(fleet)).toReversed(), question(at(NOW)), 'repository')

/** One stay of a finding, in days of the plan. */
interface Truth {
  readonly finding: PlannedFinding
  readonly repository: string
  readonly from: number
  readonly to: number | null
  readonly back: number | null
}

const truth: readonly Truth[] = fleet.flatMap(({ name, findings }, index) =>
  findings.flatMap(finding =>
    finding.stays.map(({ from, to }, number) => {
      const next = finding.stays[number + 1]
      return {
        finding,
        repository: name,
        from: dayOfRun(index, from),
        to: to === null ? null : dayOfRun(index, to),
        back: next === undefined ? null : dayOfRun(index, next.from)
      }
    })
  )
)

const closed = truth.flatMap(each => (each.to === null ? [] : [{ ...each, to: each.to }]))
const open = truth.filter(({ to }) => to === null)
const overdue = open.filter(({ from, finding }) => from + ALLOWED[finding.severity] <= NOW)

function daysOf(stays: typeof closed) {
  const days = stays.map(({ from, to }) => to - from).sort((a, b) => a - b)
  const rank = (share: number) => days[Math.ceil(days.length * share) - 1] ?? null
  const mean = days.reduce((sum, value) => sum + value, 0) / days.length
  return {
    count: days.length,
    median: rank(0.5),
    p90: rank(0.9),
    mean: days.length === 0 ? null : Math.round(mean * 10) / 10
  }
}

test('the plan has what it is to show: fixes, findings that came back, open ones and overdue ones', () => {
  expect(truth.length).toBeGreaterThan(300)
  expect(closed.filter(({ back }) => back !== null).length).toBeGreaterThan(50)
  expect(overdue.length).toBeGreaterThan(5)
})

test('what was opened, is open, is overdue', () => {
  expect(metrics).toMatchObject({ opened: truth.length, open: open.length, overdue: overdue.length })
})

test('days to fix are those of every stay', () => {
  expect(metrics.timeToFix).toEqual(daysOf(closed))
})

test('what was fixed in time, of all that were fixed or are overdue', () => {
  const inTime = closed.filter(({ from, to, finding }) => to - from <= ALLOWED[finding.severity])
  expect(metrics.sla).toEqual({ numerator: inTime.length, denominator: closed.length + overdue.length })
})

test('what came back within 90 days, of all that were gone', () => {
  const back = closed.filter(each => each.back !== null && each.back - each.to <= 90)
  expect(metrics.reopened).toEqual({ numerator: back.length, denominator: closed.length })
})

test('critical findings by exposure, high ones at tier 0', () => {
  const critical = closed.filter(({ finding }) => finding.severity === 'critical')
  expect(metrics.criticalByExposure).toEqual(
    [null, 'internal', 'internet'].map(exposure => ({
      exposure,
      ...daysOf(critical.filter(({ finding }) => finding.exposure === exposure))
    }))
  )
  expect(metrics.highTier0).toEqual(
    daysOf(closed.filter(({ finding }) => finding.severity === 'high' && finding.tier === 0))
  )
})

test('the repository that fell silent, and only it', () => {
  expect(metrics.silent).toMatchObject({
    numerator: 1,
    denominator: 20,
    repositories: [{ repository: 'acme/repo-02', lastScan: at(dayOfRun(2, 25)) }]
  })
  const own = metrics.groups.find(({ key }) => key === 'acme/repo-02')
  expect(own?.overdue).toBe(overdue.filter(({ repository }) => repository === 'acme/repo-02').length)
})

test('default branches, whatever their names', () => {
  expect(metrics.repositories).toEqual(fleet.map(({ name, branch }) => ({ repository: name, branch })))
})

test('coverage: all but the silent one', () => {
  expect(metrics.coverage).toEqual(
    ['container', 'sast', 'sca', 'secret'].map(category => ({ category, numerator: 19, denominator: 20 }))
  )
})

test('secrets that changes brought in', () => {
  const secrets = fleet.flatMap(({ findings }) => findings.filter(({ category }) => category === 'secret'))
  expect(metrics.secrets.introduced).toBe(secrets.length)
  expect(metrics.secrets.months.reduce((sum, { introduced }) => sum + introduced, 0)).toBe(secrets.length)
})

test('updates whose fix was seen to appear', () => {
  const isUpdate = ({ finding, to, from }: (typeof closed)[number]) =>
    ['sca', 'container'].includes(finding.category) && finding.fixKnownFrom !== null && to !== null && from !== null
  const index = (repository: string) => fleet.findIndex(({ name }) => name === repository)
  const known = closed.filter(isUpdate).flatMap(({ finding, repository, from, to }) => {
    const failed = fleet[index(repository)]?.failed ?? new Set()
    let run = finding.fixKnownFrom ?? 0
    while (failed.has(run)) run += 1
    const since = dayOfRun(index(repository), run)
    return since > from && since < to ? [to - since] : []
  })
  const ended = closed
    .filter(isUpdate)
    .filter(({ finding, repository, to }) => dayOfRun(index(repository), finding.fixKnownFrom ?? 0) < to)
  expect(metrics.updateLatency.known.numerator).toBe(known.length)
  expect(metrics.updateLatency.days.count).toBe(known.length)
  expect(metrics.updateLatency.known.denominator).toBeGreaterThanOrEqual(known.length)
  expect(metrics.updateLatency.known.denominator).toBeLessThanOrEqual(ended.length)
})

test('groups add up to the whole', () => {
  const sum = (of: (group: (typeof metrics.groups)[number]) => number | null) =>
    metrics.groups.reduce((total, group) => total + (of(group) ?? 0), 0)
  expect(sum(({ open: own }) => own)).toBe(open.length)
  expect(sum(({ sla }) => sla.denominator)).toBe(metrics.sla.denominator)
  expect(metrics.months.reduce((total, { timeToFix }) => total + timeToFix.count, 0)).toBe(closed.length)
})

test('the order in which decisions are read, and reading one twice, change nothing', () => {
  const rows = rowsOfAll(decisionsOf(fleet))
  expect(metricsOfRows([...rows, ...rows.slice(0, 50)], question(at(NOW)), 'repository')).toEqual(metrics)
})

test('what is decided after now is not known yet', () => {
  const half = metricsOfRows(rowsOfAll(decisionsOf(fleet)), question(at(180)))
  const seen = truth.filter(({ from }) => from <= 180)
  const isOpen = ({ to }: Truth) => to === null || to > 180
  expect(half.opened).toBe(seen.length)
  expect(half.open).toBe(seen.filter(isOpen).length)
})

test('since leaves out what happened before, and nothing that is there', () => {
  const late = metricsOfRows(rowsOfAll(decisionsOf(fleet)), question(at(NOW), { since: Date.parse(at(200)) / 1000 }))
  expect(late.timeToFix).toEqual(daysOf(closed.filter(({ to }) => to >= 200)))
  expect(late.opened).toBe(truth.filter(({ from }) => from >= 200).length)
  expect(late).toMatchObject({ open: open.length, overdue: overdue.length })
})
