import { heldBack } from '../../decision/counts.js'
import type { Decision, MatchedRule, Outcome, ScanOutcome } from '../../decision/decision.js'
import { nextStep } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import type { Verdict } from '../../policy/policy.js'
import { rolloutWords } from '../ground/headline.js'
import { maskSecrets, safeMessageLine } from '../ground/masks.js'
import { elsewhereText, listedPlaces, morePlaces } from '../ground/place-links.js'
import { clip, visibleLine } from '../ground/visible-text.js'
import { goneCounts } from '../ground/wording.js'

/** What the terminal can do; the caller knows. */
export interface TextOptions {
  readonly colour: boolean
  /** How many findings are listed before the rest is only counted. */
  readonly limits: { readonly blockers: number; readonly warnings: number }
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const
type Paint = (style: keyof typeof CODES, text: string) => string

const VERDICT_STYLE = { pass: 'green', warn: 'yellow', block: 'red' } as const

/**
 * The view for a terminal: verdict first, then what blocks and what to do about it, then warnings, evidence,
 * exceptions and counts. Control and bidirectional characters in scanner text are made visible.
 */
export function textReport(decision: Decision, { colour, limits }: TextOptions): string {
  const paint: Paint = (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
  const blocks = [
    headline(decision, paint),
    ...scanLines(decision.scans, paint),
    ...blockerLines(decision.outcomes, limits.blockers, paint),
    ...warningLines(decision.outcomes, limits.warnings, paint),
    ...heldBackLines(decision, limits.warnings, paint),
    ...exceptionLines(decision),
    ...noticeLines(decision, paint),
    countLine(decision, paint)
  ]
  return `${blocks.join('\n')}\n`
}

function headline(decision: Decision, paint: Paint): string {
  const { verdict, completeness, counts, scans } = decision
  const word = paint('bold', paint(VERDICT_STYLE[verdict], verdict.toUpperCase()))
  const scanTrouble = scans.filter(scan => scan.verdict === verdict && verdict !== 'pass').length
  const parts = [
    counts.block > 0 ? `${plural(counts.block, 'finding')} to fix before merging` : null,
    counts.warn > 0 ? plural(counts.warn, 'warning') : null,
    scanTrouble > 0 ? `${plural(scanTrouble, 'scan')} not usable` : null
  ].filter(part => part !== null)
  // What was not scanned is not free of findings.
  const isIncomplete = completeness === 'incomplete'
  const nothing = isIncomplete ? 'nothing to fix in what was scanned, with' : 'nothing to fix among'
  const summary = parts.length > 0 ? parts.join(', ') : `${nothing} ${plural(counts.total, 'finding')}`
  const rollout = rolloutWords(decision)
  return `${word}  ${summary}${rollout === null ? '' : `; ${rollout}`}${isIncomplete ? ' (evidence incomplete)' : ''}`
}

function scanLines(scans: readonly ScanOutcome[], paint: Paint): readonly string[] {
  const troubled = scans.filter(scan => scan.state !== 'complete' && scan.state !== 'not-applicable')
  if (troubled.length === 0) return []
  return [
    '',
    paint('bold', 'Evidence'),
    ...troubled.map(scan => `  ${tag(scan.verdict, paint)} ${shown(scan.id)} is ${scan.state}: ${shown(scan.reason)}`)
  ]
}

function blockerLines(outcomes: readonly Outcome[], limit: number, paint: Paint): readonly string[] {
  const own = outcomes.filter(outcome => outcome.verdict === 'block')
  if (own.length === 0) return []
  const lines = own.slice(0, limit).flatMap(outcome => ['', ...findingBlock(outcome, paint)])
  return ['', paint('bold', `Blocking (${own.length})`), ...lines.slice(1), ...restLine(own.length - limit)]
}

/** Warnings take one line each: they are there to be seen, not to stand in the way of what blocks. */
function warningLines(outcomes: readonly Outcome[], limit: number, paint: Paint): readonly string[] {
  const own = outcomes.filter(outcome => outcome.verdict === 'warn')
  if (own.length === 0) return []
  const lines = own.slice(0, limit).map(outcome => shortLine(outcome, decisive(outcome), paint))
  return ['', paint('bold', `Warnings (${own.length})`), ...lines, ...restLine(own.length - limit)]
}

/** What a rollout still holds back: one line each, as it would come. */
function heldBackLines({ outcomes }: Decision, limit: number, paint: Paint): readonly string[] {
  const { block } = heldBack(outcomes)
  if (block.length === 0) return []
  const held = (outcome: Outcome) =>
    ruleNames(outcome.rules.filter(rule => rule.declared === 'block' && rule.belowCount !== true))
  const lines = block.slice(0, limit).map(outcome => shortLine(outcome, held(outcome), paint))
  return ['', paint('bold', `Would block if enforced (${block.length})`), ...lines, ...restLine(block.length - limit)]
}

function shortLine(outcome: Outcome, rules: string, paint: Paint): string {
  const facts = factsOf(outcome).slice(0, 2).join(', ')
  const what = `${shown(outcome.finding.ruleId)} (${shown(outcome.finding.tool)})`
  return `  ${tag(outcome.verdict, paint)} ${paint('cyan', placeOf(outcome))}  ${what}  ${paint('dim', `${facts}; ${rules}`)}`
}

const restLine = (hidden: number): readonly string[] =>
  hidden > 0 ? [`  … and ${hidden} more; --format json lists them all`] : []

/** The rules that gave the verdict; milder ones that matched too are in the decision. */
const decisive = ({ rules, verdict }: Outcome): string => ruleNames(rules.filter(rule => rule.verdict === verdict))

const ruleNames = (rules: readonly MatchedRule[]): string => `rule ${rules.map(rule => shown(rule.id)).join(', ')}`

function factsOf(outcome: Outcome): readonly string[] {
  const { severity, score } = outcome.finding
  const asset = outcome.asset === null ? '' : `${shown(outcome.asset)}, `
  return [
    `${severity}${score === null ? '' : ` ${score}`}`,
    outcome.state,
    `${asset}tier ${outcome.tier}`,
    outcome.kev === true ? 'known exploited' : null,
    slaText(outcome)
  ].filter(fact => fact !== null)
}

function findingBlock(outcome: Outcome, paint: Paint): readonly string[] {
  const { finding } = outcome
  const next = nextStep(outcome)
  const others = listedPlaces(finding)
  const remark = placeRemark(finding)
  const owners = outcome.owners.length > 0 ? `; owner ${outcome.owners.map(shown).join(', ')}` : ''
  return [
    `  ${tag(outcome.verdict, paint)} ${paint('cyan', placeOf(outcome))}${morePlaces(finding)}  ${shown(finding.ruleId)} (${shown(finding.tool)})`,
    `        ${clip(visibleLine(safeMessageLine(finding)), 200)}`,
    ...(others === null ? [] : [`        also: ${shown(others)}`]),
    ...(remark === null ? [] : [`        place: ${shown(remark)}`]),
    `        why:  ${factsOf(outcome).join(', ')}; ${decisive(outcome)}${owners}`,
    ...outcome.refusedExceptions.map(sentence => `        note: ${shown(sentence)}`),
    ...(next === null ? [] : [`        next: ${shown(next)}`])
  ]
}

function slaText({ sla }: Outcome): string | null {
  if (sla === null || sla.status === 'within') return null
  return sla.status === 'breached' ? `overdue since ${sla.due.slice(0, 10)}` : `due ${sla.due.slice(0, 10)}`
}

function placeOf({ finding }: Outcome): string {
  const { location } = finding
  if (location !== null)
    return [shown(location.path), location.startLine, location.startColumn].filter(part => part !== null).join(':')
  return shown(elsewhereText(finding))
}

function exceptionLines({ exceptions }: Decision): readonly string[] {
  const told = exceptions.filter(exception => exception.status !== 'active')
  if (told.length === 0) return []
  return [
    '',
    'Exceptions',
    ...told.map(({ id, status, expires, problem }) => {
      const until = expires === null ? '' : `, ${status === 'expired' ? 'expired' : 'expires'} ${shown(expires)}`
      return `  ${shown(id)} is ${status}${until}${problem === null ? '' : `: ${shown(problem)}`}`
    })
  ]
}

function noticeLines({ notices }: Decision, paint: Paint): readonly string[] {
  if (notices.length === 0) return []
  return ['', ...notices.map(({ level, message }) => paint('dim', `${level}: ${shown(message)}`))]
}

function countLine(decision: Decision, paint: Paint): string {
  const { scans } = decision
  const { fixed, unseen } = goneCounts(decision)
  const counts = { ...decision.counts, fixed, 'not looked for': unseen }
  const parts = [
    `${counts.block} block`,
    `${counts.warn} warn`,
    `${counts.pass} pass`,
    ...(['excepted', 'suppressed', 'monitored', 'fixed', 'not looked for'] as const).flatMap(key =>
      counts[key] > 0 ? [`${counts[key]} ${key}`] : []
    )
  ]
  const scanned = scans.flatMap(scan => scan.tools.map(tool => shown(tool.name)))
  const tools = scanned.length > 0 ? `; scanned by ${[...new Set(scanned)].join(', ')}` : ''
  return `\n${paint('dim', `${plural(counts.results, 'result')}: ${parts.join(', ')}${tools}`)}`
}

const tag = (verdict: Verdict, paint: Paint): string => paint(VERDICT_STYLE[verdict], verdict.padEnd(5))

/** Names and places can hold a credential as well as messages can. */
const shown = (text: string): string => visibleLine(maskSecrets(text))

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
