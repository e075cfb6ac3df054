import type { Trial } from './trial.js'

interface Sum {
  readonly old: number
  readonly blamed: number
  readonly fresh: number
}

const NOTHING: Sum = { old: 0, blamed: 0, fresh: 0 }

const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`)

/** For people: how many old findings were called new or unknown, where, and for which reasons. */
export function reportOf(trials: readonly Trial[]): string {
  const sums = new Map<string, Sum>()
  const reasons = new Map<string, number>()
  for (const { setting, old, blamed, fresh } of trials) {
    const { clone, asksGitHub, before } = setting
    const baseline = before === 'none' ? 'no baseline' : `baseline of the ${before}`
    for (const name of [baseline, `${baseline}, ${clone}, ${asksGitHub ? 'GitHub' : 'no token'}`]) {
      const sum = sums.get(name) ?? NOTHING
      sums.set(name, { old: sum.old + old, blamed: sum.blamed + blamed.length, fresh: sum.fresh + fresh })
    }
    for (const reason of blamed) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return [
    `${trials.length} evaluations; old findings that are called new or unknown:`,
    ...[...sums]
      .map(([name, sum]) => `${name}: ${share(sum.blamed, sum.old)} of ${sum.old}; ${sum.fresh} new ones`)
      .toSorted(),
    `${trials.reduce((sum, { alike }) => sum + alike, 0)} new ones that nothing tells from what the baseline has on their lines`,
    ...[...reasons].toSorted((left, right) => right[1] - left[1]).map(([reason, count]) => `${count} × ${reason}`)
  ].join('\n')
}
