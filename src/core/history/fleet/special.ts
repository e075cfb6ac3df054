import { KNOWN_SEVERITIES, type Severity } from '../../finding.js'
import type { Cycle } from './cycles.js'
import { type FleetRun, lastOf, type Traits } from './facts.js'
import { endedIn, timesToFix } from './finding-figures.js'
import type { JudgedRepository } from './judged.js'
import type { Period } from './period.js'
import { grouped, type Ratio, ratioOf, type Spread, spreadOf } from './statistics.js'

/** Figures that ask about one kind of finding. */
export interface Special {
  readonly highTier0: Spread
  /** Secrets that changes brought in, merged or not, by the month of the first run that saw it. */
  readonly secrets: {
    readonly introduced: number
    readonly months: readonly { readonly month: string; readonly introduced: number }[]
  }
  /** Days from the first run that knew a fix, after one that knew none, until the branch had it. */
  readonly updateLatency: {
    /** Updates for which the time of the fix is known, of all that ended and had a fix. */
    readonly known: Ratio
    readonly days: Spread
  }
  /** Repositories whose last scan of images on the branch is complete and does not block, of those that have one. */
  readonly containers: Ratio
}

const PACKAGES: readonly Traits['category'][] = ['sca', 'container']

export function special(judged: readonly JudgedRepository[], cycles: readonly Cycle[], period: Period): Special {
  const ended = endedIn(cycles, period)
  const updates = ended.filter(({ traits, hasFix }) => hasFix && PACKAGES.includes(traits.category))
  const images = judged.flatMap(({ branch }) => lastOfContainers(branch.runs))
  return {
    highTier0: timesToFix(ended.filter(({ traits }) => traits.severity === 'high' && traits.tier === 0)),
    secrets: secretsOf(judged, period),
    updateLatency: {
      known: ratioOf(updates, ({ fixSince }) => fixSince !== null),
      days: spreadOf(updates.flatMap(({ fixSince, gone }) => (fixSince === null ? [] : [gone.at - fixSince])))
    },
    containers: ratioOf(images, passes => passes)
  }
}

function secretsOf(judged: readonly JudgedRepository[], { since }: Period): Special['secrets'] {
  const months = judged
    .flatMap(({ facts }) => [...facts.findings.values()])
    .flatMap(({ last, introduced }) =>
      last.view.traits.category === 'secret' && introduced !== null && introduced.at >= since
        ? [introduced.kind.month]
        : []
    )
  return {
    introduced: months.length,
    months: [...grouped(months, month => month)].map(([month, own]) => ({ month, introduced: own.length }))
  }
}

function lastOfContainers(runs: readonly FleetRun[]): readonly boolean[] {
  const last = lastOf(runs, ({ kind }) => kind.containersPass !== null)
  return last === null ? [] : [last.kind.containersPass === true]
}

/** Days to fix of critical findings, by exposure. */
export const byExposure = (
  cycles: readonly Cycle[],
  period: Period
): readonly (Spread & { readonly exposure: string | null })[] =>
  [
    ...grouped(
      endedIn(cycles, period).filter(({ traits }) => traits.severity === 'critical'),
      ({ traits }) => traits.exposure ?? ''
    )
  ].map(([exposure, own]) => ({ exposure: exposure === '' ? null : exposure, ...timesToFix(own) }))

/** Open findings of one severity by age. */
export interface AgeingBar {
  readonly severity: Severity
  /** One count for each of AGES: younger than so many days, the last one older than all. */
  readonly counts: readonly number[]
}

/** Ages in days at which bars of open findings end; a last bar has no end. */
export const AGES = [7, 30, 90, 180] as const

export function ageing(cycles: readonly Cycle[], { now }: Period): readonly AgeingBar[] {
  const open = cycles.filter(({ gone }) => gone === null)
  const bars = [...KNOWN_SEVERITIES.toReversed(), 'unknown' as const].map(severity => {
    const ages = open.flatMap(({ traits, start, first }) =>
      traits.severity === severity ? [(now - (start ?? first.at)) / 86_400] : []
    )
    const counts = [0, ...AGES].map((from, index) => {
      const to = AGES[index] ?? Infinity
      return ages.filter(age => age >= from && age < to).length
    })
    return { severity, counts }
  })
  return bars.filter(({ counts }) => counts.some(count => count > 0))
}
