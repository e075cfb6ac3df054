import { KNOWN_SEVERITIES, type KnownSeverity, severityRank } from '../../finding.js'
import { formatDuration, parseDuration } from '../../time/duration.js'
import { type DurationsByTier, durationTable } from '../durations.js'
import { type Policy, TIERS, type Tier } from '../policy.js'
import { boundOf, type DurationTable } from '../sla.js'
import { type LintWarning, layerPlace, ownTexts } from './warning.js'

/** Both tables of times bound what is worse by what is less bad, so that a gap in them is no loophole. */
const TABLES = [['sla'], ['exceptions', 'max-duration']] as const

type Times = DurationsByTier & { readonly kev?: string }

/** Times that another one of the same table takes the meaning from: whoever wrote them believes in more than there is. */
export function timeWarnings(policy: Policy): readonly LintWarning[] {
  return ownTexts(policy).flatMap(({ info: { name: layer }, document }) =>
    TABLES.flatMap(table => {
      const times: Times | undefined = table[0] === 'sla' ? document.sla : document.exceptions?.['max-duration']
      return times === undefined
        ? []
        : idleTimes(times).map(({ path, written, because }): LintWarning => {
            const whole = [...table, ...path]
            const message = `\`${whole.join('.')}: ${written}\` has no effect: ${because}, and the shorter time counts`
            const hint = 'Remove it, or make the other one longer'
            return { place: layerPlace(policy, layer, whole), message, hint, concernsRun: false }
          })
    })
  )
}

/** A time of a table, and what of the table bounds it further. */
interface IdleTime {
  readonly path: readonly string[]
  readonly written: string
  readonly because: string
}

function idleTimes(times: Times): readonly IdleTime[] {
  const table = durationTable(times)
  const cells = [...table].flatMap(([tier, row]) => [...row].map(([severity, time]) => ({ tier, severity, time })))
  const idle = cells.flatMap(({ tier, severity, time }): readonly IdleTime[] => {
    const shorter = cells.find(
      other => other.time < time && other.tier >= tier && severityRank(other.severity) <= severityRank(severity)
    )
    if (shorter === undefined) return []
    const because = `\`tier-${shorter.tier}.${shorter.severity}\` says ${formatDuration(shorter.time)}`
    return [{ path: [`tier-${tier}`, severity], written: formatDuration(time), because }]
  })
  const kev = times.kev === undefined ? null : parseDuration(times.kev)
  const longest = kev === null ? null : longestOf(table)
  if (kev === null || longest === null || longest > kev) return idle
  const because = `no finding has more than ${formatDuration(longest)} without it`
  return [...idle, { path: ['kev'], written: formatDuration(kev), because }]
}

/** The longest time that the table gives to any rated finding; null where it leaves one without any. */
function longestOf(table: DurationTable): number | null {
  const rated = KNOWN_SEVERITIES.filter(severity => severity !== 'none')
  const bounds = TIERS.flatMap((tier: Tier) => rated.map((severity: KnownSeverity) => boundOf(table, tier, severity)))
  return bounds.includes(null) ? null : Math.max(...bounds.map(bound => bound ?? 0))
}

/** Whether a table of its own bounds the cell further than it says. */
export const isBoundByItself = (table: DurationTable, tier: Tier, severity: KnownSeverity, time: number): boolean =>
  (boundOf(table, tier, severity) ?? time) < time
