import type { FeedEntry, PolicyDocument, ScanEntry } from '../../../generated/policy.js'
import { type KnownSeverity, severityRank } from '../../finding.js'
import { ConfigurationError, type Problem, wholeFile } from '../../ground/errors.js'
import { parseDuration } from '../../time/duration.js'
import { durationTable } from '../durations.js'
import { asList } from '../one-or-many.js'
import {
  type Asset,
  type FeedName,
  type GovernedGlob,
  isPreset,
  type Policy,
  type ScanRequirement,
  type Sight,
  type SlaTable,
  TIERS,
  type Tier,
  type Verdict,
  worst
} from '../policy.js'
import { mergeExceptions } from './merge-exceptions.js'
import { mergeRules } from './merge-rules.js'
import { mergeTools } from './merge-tools.js'
import type { Layer } from './parse.js'
import { sightsOf } from './sights.js'

/** How a finding without severity counts where a layer does not say. */
const DEFAULT_UNKNOWN_SEVERITY: KnownSeverity = 'high'
const DEFAULT_FEED_VERDICT: Verdict = 'warn'

/** What evidence costs where a scan does not say, and for inputs that no scan of the policy covers. */
const DEFAULT_EVIDENCE_VERDICTS = {
  ifMissing: 'block',
  ifInvalid: 'block',
  ifFailed: 'block',
  ifDegraded: 'warn',
  ifStale: 'warn'
} as const satisfies Partial<Record<keyof ScanRequirement, Verdict>>

/**
 * The effective policy of layers in their order: each layer can tighten what comes before it, and none can weaken it.
 * Throws a ConfigurationError where layers contradict each other.
 */
export function mergeLayers(layers: readonly Layer[]): Policy {
  const problems: Problem[] = []
  const origins = new Map<string, string>()
  const policy: Policy = {
    name: layers.at(-1)?.document.name ?? null,
    layers: layers.map(({ info }) => info),
    ...mergeSight(layers, problems, origins),
    sights: sightsOf(layers, upper => mergeSight(upper, [], new Map())),
    governed: mergeGoverned(layers),
    suggestions: mergeSuggestions(layers, origins),
    scans: mergeScans(layers),
    feeds: mergeFeeds(layers, origins),
    rules: mergeRules(layers, problems),
    exceptions: mergeExceptions(layers, origins),
    emptyRuns: mergeEmptyRuns(layers, origins),
    texts: layers,
    origins
  }
  const root = layers.at(-1)
  if (root && policy.rules.length === 0 && problems.length === 0) {
    const place = wholeFile(root.info.name)
    const message = 'the policy has no rules, so every finding would pass'
    problems.push({ place, message, hint: 'Add `rules:`, or `extends: [preset:baseline]`' })
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return policy
}

const mergeSight = (layers: readonly Layer[], problems: Problem[], origins: Map<string, string>): Sight => ({
  assets: layers.map(assetsOf).filter(assets => assets.length > 0),
  unknownSeverity: mergeUnknownSeverity(layers, origins),
  tools: mergeTools(layers, problems, origins),
  sla: layers.flatMap(slaOf),
  suppressions: mergeSuppressions(layers, origins)
})

function assetsOf({ info, document }: Layer): readonly Asset[] {
  return (document.assets ?? []).map(({ name, paths, tier, exposure, owners }) => ({
    name,
    layer: info.name,
    paths: asList(paths),
    tier,
    exposure: exposure ?? null,
    owners: asList(owners)
  }))
}

/** The most severe of all layers; one that does not say relies on the default, which the others cannot undercut. */
function mergeUnknownSeverity(layers: readonly Layer[], origins: Map<string, string>): KnownSeverity {
  let merged: KnownSeverity | null = null
  for (const { info, document } of layers) {
    const own = document['unknown-severity']
    const value = own ?? DEFAULT_UNKNOWN_SEVERITY
    if (merged !== null && severityRank(value) <= severityRank(merged)) continue
    merged = value
    if (own === undefined) origins.delete('unknown-severity')
    else origins.set('unknown-severity', info.name)
  }
  return merged ?? DEFAULT_UNKNOWN_SEVERITY
}

/** Every layer's files count: more of them only ever make less believed. */
function mergeGoverned(layers: readonly Layer[]): readonly GovernedGlob[] {
  const all = layers.flatMap(({ info, document }) =>
    (document.governed ?? []).map(glob => ({ layer: info.name, glob }))
  )
  return all.filter(({ glob }, at) => all.findIndex(other => other.glob === glob) === at)
}

/** No verdict hangs on it: the last layer that says has the word, so a repository can have them, or be rid of them. */
function mergeSuggestions(layers: readonly Layer[], origins: Map<string, string>): boolean {
  const last = layers.findLast(({ document }) => document.suggestions !== undefined)
  if (last !== undefined) origins.set('suggestions', last.info.name)
  return last?.document.suggestions ?? false
}

/** Every layer's scans count. The same id in two layers stays two requirements, unless they ask for the same. */
function mergeScans(layers: readonly Layer[]): readonly ScanRequirement[] {
  const merged: ScanRequirement[] = []
  const first = layers.findIndex(({ info }) => !isPreset(info))
  for (const [index, { info, document }] of layers.entries()) {
    for (const entry of document.scans ?? []) {
      const own = toScan(entry, info.name)
      const scan = index > first ? noMilder(own) : own
      const same = merged.findIndex(other => other.id === scan.id && subject(other) === subject(scan))
      const earlier = merged[same]
      if (earlier) merged[same] = stricterScan(earlier, scan)
      else merged.push(scan)
    }
  }
  return merged
}

const subject = ({ category, tools, tiers, appliesTo }: ScanRequirement) =>
  JSON.stringify([category, tools, tiers, appliesTo])

function toScan(entry: ScanEntry, layer: string): ScanRequirement {
  const maxAge = entry['max-age']
  return {
    id: entry.id,
    layer,
    category: entry.category ?? null,
    tools: entry.tools === undefined ? null : asList(entry.tools),
    tiers: entry.tiers === undefined ? null : asList(entry.tiers),
    appliesTo: entry['applies-to'] === undefined ? null : asList(entry['applies-to']),
    maxAge: maxAge === undefined ? null : parseDuration(maxAge),
    ifMissing: entry['if-missing'] ?? DEFAULT_EVIDENCE_VERDICTS.ifMissing,
    ifInvalid: entry['if-invalid'] ?? DEFAULT_EVIDENCE_VERDICTS.ifInvalid,
    ifFailed: entry['if-failed'] ?? DEFAULT_EVIDENCE_VERDICTS.ifFailed,
    ifDegraded: entry['if-degraded'] ?? DEFAULT_EVIDENCE_VERDICTS.ifDegraded,
    ifStale: entry['if-stale'] ?? DEFAULT_EVIDENCE_VERDICTS.ifStale
  }
}

/**
 * Under a policy file that asks for no such scan, what is delivered is judged by the defaults: one below that covers it
 * cannot let it off. That it asks for the scan at all is its own word, and so is what a missing one costs.
 */
const noMilder = (scan: ScanRequirement): ScanRequirement =>
  stricterScan(scan, { ...scan, ...DEFAULT_EVIDENCE_VERDICTS, ifMissing: scan.ifMissing })

function stricterScan(a: ScanRequirement, b: ScanRequirement): ScanRequirement {
  return {
    ...a,
    maxAge: smaller(a.maxAge, b.maxAge),
    ifMissing: worst(a.ifMissing, b.ifMissing),
    ifInvalid: worst(a.ifInvalid, b.ifInvalid),
    ifFailed: worst(a.ifFailed, b.ifFailed),
    ifDegraded: worst(a.ifDegraded, b.ifDegraded),
    ifStale: worst(a.ifStale, b.ifStale)
  }
}

/** The smaller of two bounds, of which null is none. */
const smaller = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))

function mergeFeeds(layers: readonly Layer[], origins: Map<string, string>): Policy['feeds'] {
  const merged = new Map<FeedName, { maxAge: number | null; ifMissing: Verdict }>()
  for (const { info, document } of layers) {
    for (const [name, entry] of Object.entries(document.feeds ?? {}) as readonly [FeedName, FeedEntry | undefined][]) {
      const age = entry?.['max-age']
      const earlier = merged.get(name)
      const maxAge = smaller(earlier?.maxAge ?? null, age === undefined ? null : parseDuration(age))
      const ifMissing = worst(earlier?.ifMissing ?? 'pass', entry?.['if-missing'] ?? DEFAULT_FEED_VERDICT)
      if (maxAge !== (earlier?.maxAge ?? null)) origins.set(`feeds.${name}.max-age`, info.name)
      if (ifMissing !== earlier?.ifMissing) origins.set(`feeds.${name}.if-missing`, info.name)
      merged.set(name, { maxAge, ifMissing })
    }
  }
  return merged
}

function slaOf({ info, document }: Layer): readonly SlaTable[] {
  const { sla } = document
  if (sla === undefined) return []
  return [{ layer: info.name, byTier: durationTable(sla), kev: sla.kev === undefined ? null : parseDuration(sla.kev) }]
}

/** `invalid` of any layer wins. A layer that does not say leaves it open: what it asks for, it asks for by `scans`. */
function mergeEmptyRuns(layers: readonly Layer[], origins: Map<string, string>): Policy['emptyRuns'] {
  const said = layers.filter(({ document }) => document['empty-runs'] !== undefined)
  const decisive = said.find(({ document }) => document['empty-runs'] === 'invalid') ?? said[0]
  if (decisive !== undefined) origins.set('empty-runs', decisive.info.name)
  return decisive?.document['empty-runs'] ?? 'invalid'
}

/** `ignore` of any layer wins. */
function mergeSuppressions(layers: readonly Layer[], origins: Map<string, string>): Policy['suppressions'] {
  const merged = new Map<Tier, 'honour' | 'ignore'>(TIERS.map(tier => [tier, 'honour']))
  for (const { info, document } of layers) {
    for (const tier of TIERS) {
      const value = suppressionAt(document, tier)
      const key = `suppressions.tier-${tier}`
      if (value === undefined || (origins.has(key) && (value === 'honour' || merged.get(tier) === 'ignore'))) continue
      merged.set(tier, value)
      origins.set(key, info.name)
    }
  }
  return merged
}

function suppressionAt({ suppressions }: PolicyDocument, tier: Tier): 'honour' | 'ignore' | undefined {
  return typeof suppressions === 'string' ? suppressions : suppressions?.[`tier-${tier}`]
}
