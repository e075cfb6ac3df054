import type { ExceptionsEntry, PolicyDocument } from '../../../generated/policy.js'
import { severityRank } from '../../finding.js'
import { formatDuration, parseDuration } from '../../time/duration.js'
import { durationTable } from '../durations.js'
import { FEED_NAMES, isPresetName, type LayerText, type Policy, TIERS, worst } from '../policy.js'
import { boundOf } from '../sla.js'
import { isBoundByItself } from './times.js'
import { type LintWarning, layerPlace, ownTexts } from './warning.js'

type Path = readonly (string | number)[]
/** A value of a layer that changes nothing: what holds instead, and by which rule of merging. */
type Report = (path: Path, written: string, holds: string, because: string) => void

/** Values that come to nothing because of the layers above, and a mode that people take for more than it is. */
export function idleWarnings(policy: Policy): readonly LintWarning[] {
  const { texts = [] } = policy
  return ownTexts(policy).flatMap(text => {
    const found: LintWarning[] = []
    const above = texts.slice(0, texts.indexOf(text))
    const report: Report = (path, written, holds, because) => {
      const message = `\`${path.join('.')}: ${written}\` has no effect: ${holds}, and ${because}`
      const place = layerPlace(policy, text.info.name, path)
      found.push({ place, message, hint: 'Remove it, or change it in the layer above', concernsRun: false })
    }
    if (above.length > 0) {
      settings(text.document, policy, text, report)
      times(text.document, policy, above, report)
      exceptions(text.document.exceptions ?? {}, policy, text, above, report)
    }
    return [...found, ...modeWarnings(policy, text)]
  })
}

const LARGER = 'the larger number counts'
const SHORTER = 'the shorter time counts'
const STRICTER = 'the stricter word counts'

/** Which layer gave the value that holds. */
const giver = ({ origins }: Policy, path: Path): string => origins.get(path.join('.')) ?? 'the default'

function settings(document: PolicyDocument, policy: Policy, { info }: LayerText, report: Report): void {
  const own = document['unknown-severity']
  if (own !== undefined && severityRank(own) < severityRank(policy.unknownSeverity)) {
    const holds = `${giver(policy, ['unknown-severity'])} says ${policy.unknownSeverity}`
    report(['unknown-severity'], own, holds, 'the more severe one counts')
  }
  if (document['empty-runs'] === 'clean' && policy.emptyRuns === 'invalid') {
    report(['empty-runs'], 'clean', `${giver(policy, ['empty-runs'])} says invalid`, STRICTER)
  }
  const { suppressions } = document
  for (const tier of TIERS) {
    const word = typeof suppressions === 'string' ? suppressions : suppressions?.[`tier-${tier}`]
    if (word !== 'honour' || policy.suppressions.get(tier) !== 'ignore') continue
    const path = typeof suppressions === 'string' ? ['suppressions'] : ['suppressions', `tier-${tier}`]
    report(path, word, `${giver(policy, ['suppressions', `tier-${tier}`])} says ignore`, STRICTER)
    if (typeof suppressions === 'string') break
  }
  feeds(document, policy, info.name, report)
}

function feeds(document: PolicyDocument, policy: Policy, layer: string, report: Report): void {
  for (const name of FEED_NAMES) {
    const merged = policy.feeds.get(name)
    const { 'max-age': age, 'if-missing': missing } = document.feeds?.[name] ?? {}
    const time = age === undefined ? null : parseDuration(age)
    if (age !== undefined && time !== null && merged?.maxAge != null && merged.maxAge < time) {
      const holds = `${giver(policy, ['feeds', name, 'max-age'])} says ${formatDuration(merged.maxAge)}`
      report(['feeds', name, 'max-age'], age, holds, SHORTER)
    }
    if (missing === undefined || merged === undefined || worst(missing, merged.ifMissing) === missing) continue
    const from = giver(policy, ['feeds', name, 'if-missing'])
    if (from !== layer) report(['feeds', name, 'if-missing'], missing, `${from} says ${merged.ifMissing}`, STRICTER)
  }
}

/** Times to fix that are longer than those of a layer above. */
function times({ sla }: PolicyDocument, policy: Policy, above: readonly LayerText[], report: Report): void {
  const tables = policy.sla.filter(({ layer }) => above.some(({ info }) => info.name === layer))
  const own = durationTable(sla ?? {})
  for (const [tier, row] of own) {
    for (const [severity, time] of row) {
      if (isBoundByItself(own, tier, severity, time)) continue
      const bounds = tables.map(({ layer, byTier }) => ({ layer, bound: boundOf(byTier, tier, severity) }))
      const shorter = bounds.find(({ bound }) => bound !== null && bound < time)
      if (shorter?.bound == null) continue
      const holds = `${shorter.layer} gives ${formatDuration(shorter.bound)}`
      report(['sla', `tier-${tier}`, severity], formatDuration(time), holds, SHORTER)
    }
  }
  const kev = sla?.kev === undefined ? null : parseDuration(sla.kev)
  const shorter = tables.find(table => kev !== null && table.kev !== null && table.kev < kev)
  if (kev === null || shorter?.kev == null) return
  report(['sla', 'kev'], formatDuration(kev), `${shorter.layer} gives ${formatDuration(shorter.kev)}`, SHORTER)
}

function exceptions(
  entry: ExceptionsEntry,
  policy: Policy,
  { info }: LayerText,
  above: readonly LayerText[],
  report: Report
): void {
  const { exceptions: merged } = policy
  for (const [key, count] of Object.entries(entry.quorum ?? {}) as readonly (readonly [string, number])[]) {
    const larger = above
      .map(({ info: { name }, document }) => ({ name, quorum: quorumOf(document.exceptions, key) }))
      .find(({ quorum }) => quorum > count)
    if (larger === undefined) continue
    report(['exceptions', 'quorum', key], String(count), `${larger.name} asks for ${larger.quorum}`, LARGER)
  }
  const durations = entry['max-duration'] ?? {}
  const own = durationTable(durations)
  for (const [tier, row] of own) {
    for (const [severity, time] of row) {
      if (isBoundByItself(own, tier, severity, time)) continue
      const bound = merged.maxDuration.byTier.get(tier)?.get(severity)
      if (bound === undefined || bound >= time) continue
      const path = ['exceptions', 'max-duration', `tier-${tier}`, severity]
      report(path, formatDuration(time), boundBy(policy, path, bound), SHORTER)
    }
  }
  const kev = durations.kev === undefined ? null : parseDuration(durations.kev)
  if (kev !== null && merged.maxDuration.kev !== null && merged.maxDuration.kev < kev) {
    const path = ['exceptions', 'max-duration', 'kev']
    report(path, formatDuration(kev), boundBy(policy, path, merged.maxDuration.kev), SHORTER)
  }
  firstWins(entry, policy, info.name, report)
}

const boundBy = (policy: Policy, path: Path, bound: number): string => {
  const from = policy.origins.get(path.join('.'))
  return from === undefined
    ? `a shorter cell bounds it to ${formatDuration(bound)}`
    : `${from} allows ${formatDuration(bound)}`
}

/** What a layer asks for under a key of `quorum`: what it says of all counts there, too. */
const quorumOf = (entry: ExceptionsEntry | undefined, key: string): number => {
  const numbers: Readonly<Record<string, number | undefined>> = { ...entry?.quorum }
  return Math.max(numbers[key] ?? 0, numbers.default ?? 0)
}

function firstWins(entry: ExceptionsEntry, policy: Policy, layer: string, report: Report): void {
  const values: readonly (readonly [Path, unknown])[] = [
    [['approvers'], entry.approvers],
    [['file'], entry.file],
    [['labels', 'requested'], entry.labels?.requested],
    [['labels', 'approved'], entry.labels?.approved]
  ]
  for (const [path, value] of values) {
    const from = giver(policy, ['exceptions', ...path])
    if (value === undefined || from === layer) continue
    const written = typeof value === 'string' ? value : '…'
    report(['exceptions', ...path], written, `${from} says who or what`, 'the first layer that does is final')
  }
  if (entry.malware !== 'allow' || policy.exceptions.allowsMalware) return
  report(
    ['exceptions', 'malware'],
    'allow',
    'only the first layer that is no preset may say so',
    'any other may forbid it'
  )
}

/** The mode of a file caps its own rules; whoever writes `monitor` over a preset most likely means all of them. */
function modeWarnings(policy: Policy, { info, document }: LayerText): readonly LintWarning[] {
  const { mode } = document
  if (mode === undefined || mode === 'enforce') return []
  const free = policy.rules.filter(
    rule => rule.layer !== info.name && rule.layerMode === 'enforce' && rule.verdict !== 'pass'
  )
  const layers = [...new Set(free.map(({ layer }) => layer))]
  if (free.length === 0) return []
  const rules = `${free.length} rule${free.length === 1 ? '' : 's'}`
  const message = `\`mode: ${mode}\` holds back the rules of this file only: ${rules} of ${layers.join(' and ')} still enforce`
  const hint = layers.every(isPresetName)
    ? 'Extend `preset:audit` instead, which holds all of them back'
    : 'Set the mode in that layer, or call the gate with `fail-on: never`'
  return [{ place: layerPlace(policy, info.name, ['mode']), message, hint, concernsRun: true }]
}
