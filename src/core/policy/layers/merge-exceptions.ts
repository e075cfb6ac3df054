import type { ExceptionsEntry } from '../../../generated/policy.js'
import { KNOWN_SEVERITIES, type KnownSeverity } from '../../finding.js'
import { DAY, parseDuration } from '../../time/duration.js'
import { toApplying } from '../conditions/to-conditions.js'
import { durationTable } from '../durations.js'
import { asList } from '../one-or-many.js'
import { type ExceptionPolicy, isPreset, isPresetName, TIERS, type Tier } from '../policy.js'
import { boundOf, type DurationTable } from '../sla.js'
import type { Layer } from './parse.js'

const DEFAULT_NOTICE = 14 * DAY

type Origins = Map<string, string>
type Setting = readonly [layer: string, entry: ExceptionsEntry]

/**
 * How exceptions work over all layers. Bounds take the smaller, quorums the larger, requirements add up; who approves,
 * the file and the labels are those of the first layer that names them, be it for approvers that a preset only says who
 * may where nobody else does.
 */
export function mergeExceptions(layers: readonly Layer[], origins: Origins): ExceptionPolicy {
  const settings = layers.flatMap(({ info, document }): Setting[] =>
    document.exceptions === undefined ? [] : [[info.name, document.exceptions]]
  )
  const first = <T>(key: string, pick: (entry: ExceptionsEntry) => T | undefined): T | null => {
    for (const [layer, entry] of settings) {
      const value = pick(entry)
      if (value === undefined) continue
      origins.set(`exceptions.${key}`, layer)
      return value
    }
    return null
  }
  const approvers = approversOf(settings, origins)
  const allowsMalware = mayExceptMalware(layers)
  if (allowsMalware) first('malware', entry => entry.malware)
  return {
    file: first('file', entry => entry.file),
    approvers: { teams: approvers?.teams ?? [], users: approvers?.users ?? [], roles: approvers?.roles ?? [] },
    quorum: mergeQuorum(settings, origins),
    maxDuration: mergeMaxDuration(settings, origins),
    require: {
      ticket: requiredTiers('ticket', settings, origins),
      controls: requiredTiers('controls', settings, origins)
    },
    never: neverOf(settings, allowsMalware),
    allowsMalware,
    labels: {
      requested: first('labels.requested', entry => entry.labels?.requested),
      approved: first('labels.approved', entry => entry.labels?.approved)
    },
    requireLabel: first('require-label', entry => entry['require-label'] || undefined) ?? false,
    expiringNotice: mergeNotice(settings, origins)
  }
}

/** A preset cannot know the people: whom it names counts only where no other layer names any. */
function approversOf(settings: readonly Setting[], origins: Origins): ExceptionsEntry['approvers'] | null {
  const naming = settings.filter(([, { approvers }]) => approvers !== undefined)
  const [layer, entry] = naming.find(([name]) => !isPresetName(name)) ?? naming[0] ?? []
  if (layer !== undefined) origins.set('exceptions.approvers', layer)
  return entry?.approvers ?? null
}

const MALWARE = { malware: true } as const

/** Nobody may be asked to accept malware, unless the first layer that is no preset says so and no other objects. */
function mayExceptMalware(layers: readonly Layer[]): boolean {
  const first = layers.find(({ info }) => !isPreset(info))
  return (
    first?.document.exceptions?.malware === 'allow' &&
    layers.every(({ document }) => document.exceptions?.malware !== 'never')
  )
}

/** Of all layers, and malware where nobody has said otherwise. */
function neverOf(settings: readonly Setting[], allowsMalware: boolean): ExceptionPolicy['never'] {
  const stated = settings.flatMap(([layer, { never = [] }]) => never.map(when => ({ layer, when })))
  const isStated = stated.some(({ when }) => when.malware === true && Object.keys(when).length === 1)
  const all = allowsMalware || isStated ? stated : [...stated, { layer: 'default', when: MALWARE }]
  return all.map(({ layer, when }) => ({ layer, when: toApplying(when) }))
}

/** A layer asks for its `default` wherever it does not say more or less itself: no key of another layer undercuts it. */
function mergeQuorum(settings: readonly Setting[], origins: Origins): ReadonlyMap<string, number> {
  const keys = new Set(['default', ...settings.flatMap(([, { quorum = {} }]) => Object.keys(quorum))])
  const merged = new Map([...keys].map(key => [key, 1]))
  for (const [layer, { quorum }] of settings) {
    const asked: Readonly<Record<string, number | undefined>> = quorum ?? {}
    for (const [key, most] of merged) {
      const value = asked[key] ?? asked.default
      const origin = `exceptions.quorum.${key}`
      if (value === undefined || value < most || (origins.has(origin) && value === most)) continue
      merged.set(key, value)
      origins.set(origin, layer)
    }
  }
  return merged
}

function mergeMaxDuration(settings: readonly Setting[], origins: Origins): ExceptionPolicy['maxDuration'] {
  let kev: number | null = null
  const given = new Map<Tier, Map<KnownSeverity, number>>(TIERS.map(tier => [tier, new Map()]))
  for (const [layer, entry] of settings) {
    const durations = entry['max-duration']
    if (durations === undefined) continue
    for (const [tier, row] of durationTable(durations)) {
      for (const [severity, time] of row) {
        if (time >= (given.get(tier)?.get(severity) ?? Number.POSITIVE_INFINITY)) continue
        given.get(tier)?.set(severity, time)
        origins.set(`exceptions.max-duration.tier-${tier}.${severity}`, layer)
      }
    }
    const own = durations.kev === undefined ? null : parseDuration(durations.kev)
    if (own !== null && (kev === null || own < kev)) {
      kev = own
      origins.set('exceptions.max-duration.kev', layer)
    }
  }
  return { byTier: filled(given), kev }
}

/** Every cell that a time of a milder severity or a less critical tier bounds, so that a gap is never a loophole. */
function filled(table: DurationTable): DurationTable {
  return new Map(
    TIERS.map(tier => {
      const cells = KNOWN_SEVERITIES.flatMap(severity => {
        const bound = boundOf(table, tier, severity)
        return bound === null ? [] : [[severity, bound] as const]
      })
      return [tier, new Map(cells)]
    })
  )
}

function requiredTiers(field: 'ticket' | 'controls', settings: readonly Setting[], origins: Origins): readonly Tier[] {
  const required = new Set<Tier>()
  for (const [layer, entry] of settings) {
    for (const tier of asList(entry.require?.[field])) {
      if (required.has(tier)) continue
      required.add(tier)
      origins.set(`exceptions.require.${field}.${tier}`, layer)
    }
  }
  return [...required].sort()
}

function mergeNotice(settings: readonly Setting[], origins: Origins): number {
  let longest: number | null = null
  for (const [layer, entry] of settings) {
    const own = entry['expiring-notice']
    const time = own === undefined ? null : parseDuration(own)
    if (time === null || (longest !== null && time <= longest)) continue
    longest = time
    origins.set('exceptions.expiring-notice', layer)
  }
  return longest ?? DEFAULT_NOTICE
}
