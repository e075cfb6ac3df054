import { heldBack } from '../../decision/counts.js'
import type { Decision, Outcome, ScanOutcome } from '../../decision/decision.js'
import type { SourceText } from '../ground/excerpt.js'
import { breakGlassWords, rolloutWords } from '../ground/headline.js'
import { problemPlaces } from '../ground/problems.js'
import { commandSafe } from '../ground/visible-text.js'
import { count, feedWords, goneCounts, requestCommand, scanStep } from '../ground/wording.js'
import {
  decisive,
  type FindingStyle,
  findingBlocks,
  ruleNames,
  shortLines,
  shown,
  tag,
  VERDICT_STYLE
} from './finding-text.js'
import { type Paint, paintFor, type TerminalKind, wrapped } from './layout.js'

export interface TextOptions extends TerminalKind {
  /** How many findings are listed before the rest is only counted. */
  readonly limits: { readonly blockers: number; readonly warnings: number }
  /** Texts of the files as they were scanned; absent: what the scanners kept of them. */
  readonly source?: SourceText | undefined
}

/**
 * The view for a terminal: verdict first, then what blocks under the names of its files and what to do about it, then
 * warnings, evidence, exceptions, what can be asked for, counts, and the verdict again where the eye ends. Control and
 * bidirectional characters in scanner text are made visible.
 */
export function textReport(decision: Decision, options: TextOptions): string {
  const { limits, source } = options
  const style: FindingStyle = {
    ...options,
    width: options.width ?? null,
    paint: paintFor(options),
    source: source ?? null
  }
  const { paint } = style
  const blocks = [
    ...headline(decision, style),
    ...breakGlassLines(decision, style),
    ...scanLines(decision.scans, style),
    ...blockerLines(decision.outcomes, limits.blockers, style),
    ...warningLines(decision.outcomes, limits.warnings, style),
    ...heldBackLines(decision, limits.warnings, style),
    ...exceptionLines(decision, limits.warnings, style),
    ...requestLines(decision, limits.blockers, paint),
    ...noticeLines(decision, style),
    ...countLine(decision, style),
    '',
    ...headline(decision, style)
  ]
  // In a step of a workflow the runner reads along, and does not mind blanks before a command.
  return commandSafe(`${blocks.join('\n')}\n`)
}

function headline(decision: Decision, { paint, width }: FindingStyle): readonly string[] {
  const { verdict, completeness, counts, scans } = decision
  const word = verdict.toUpperCase()
  const scanTrouble = scans.filter(scan => scan.verdict === verdict && verdict !== 'pass').length
  const parts = [
    counts.block > 0 ? `${count(counts.block, 'finding')} to fix before merging` : null,
    counts.warn > 0 ? count(counts.warn, 'warning') : null,
    scanTrouble > 0 ? `${count(scanTrouble, 'scan')} not usable` : null
  ].filter(part => part !== null)
  // What was not scanned is not free of findings.
  const isIncomplete = completeness === 'incomplete'
  const nothing = isIncomplete ? 'nothing to fix in what was scanned, with' : 'nothing to fix among'
  const summary = parts.length > 0 ? parts.join(', ') : `${nothing} ${count(counts.total, 'finding')}`
  const rollout = rolloutWords(decision)
  const text = `${summary}${rollout === null ? '' : `; ${rollout}`}${isIncomplete ? ' (evidence incomplete)' : ''}`
  const [first = '', ...more] = wrapped(text, width, `${word}  `, '       ')
  return [`${paint('bold', paint(VERDICT_STYLE[verdict], word))}${first.slice(word.length)}`, ...more]
}

/** What passes without the usual approval, before anything else. */
function breakGlassLines(decision: Decision, { paint, width }: FindingStyle): readonly string[] {
  const told = breakGlassWords(decision)
  if (told === null) return []
  const lines = told.sentences.flatMap(sentence => wrapped(shown(sentence), width, '  ', '    '))
  return ['', paint('bold', paint('red', told.title)), ...lines]
}

/** Lines under a tag, or under nothing. */
function tagged(text: string, scan: ScanOutcome, { paint, width }: FindingStyle): readonly string[] {
  const [first = '', ...more] = wrapped(text, width, '        ', '        ')
  return [`  ${tag(scan.verdict, paint)} ${first.slice(8)}`, ...more]
}

function scanLines(scans: readonly ScanOutcome[], style: FindingStyle): readonly string[] {
  const troubled = scans.filter(scan => scan.state !== 'complete' && scan.state !== 'not-applicable')
  if (troubled.length === 0) return []
  return ['', style.paint('bold', 'Evidence'), ...troubled.flatMap(scan => tagged(scanWords(scan), scan, style))]
}

/** What is wrong with a scan, and what to do; the reason of an unreadable file begins with its name already. */
function scanWords(scan: ScanOutcome): string {
  const [id, reason, step] = [shown(scan.id), shown(scan.reason), scanStep(scan)]
  const why = reason.startsWith(`${id}: `) ? reason.slice(id.length + 2) : reason
  return `${id} is ${scan.state}: ${why}${step === null ? '' : `${/[.!?]$/.test(why) ? '' : '.'} ${step}`}`
}

function blockerLines(outcomes: readonly Outcome[], limit: number, style: FindingStyle): readonly string[] {
  const own = outcomes.filter(outcome => outcome.verdict === 'block')
  if (own.length === 0) return []
  const places = problemPlaces(own).length
  const told = places === own.length ? `${places}` : `${own.length} findings at ${count(places, 'place')}`
  const title = style.paint('bold', `Blocking (${told})`)
  return ['', title, ...findingBlocks(own.slice(0, limit), style), ...restLine(own.length - limit)]
}

function warningLines(outcomes: readonly Outcome[], limit: number, style: FindingStyle): readonly string[] {
  const own = outcomes.filter(outcome => outcome.verdict === 'warn')
  if (own.length === 0) return []
  const lines = own.slice(0, limit).flatMap(outcome => shortLines(outcome, decisive(outcome), style))
  return ['', style.paint('bold', `Warnings (${own.length})`), ...lines, ...restLine(own.length - limit)]
}

/** What a rollout still holds back: one line each, as it would come. */
function heldBackLines({ outcomes }: Decision, limit: number, style: FindingStyle): readonly string[] {
  const { block } = heldBack(outcomes)
  if (block.length === 0) return []
  const held = (outcome: Outcome) =>
    ruleNames(outcome.rules.filter(rule => rule.declared === 'block' && rule.belowCount !== true))
  const lines = block.slice(0, limit).flatMap(outcome => shortLines(outcome, held(outcome), style))
  const title = style.paint('bold', `Would block if enforced (${block.length})`)
  return ['', title, ...lines, ...restLine(block.length - limit)]
}

const restLine = (hidden: number): readonly string[] =>
  hidden > 0 ? [`  … and ${hidden} more; --format json lists them all`] : []

/** What may be asked for instead, once for all: the lines may be copied into one comment. */
function requestLines({ outcomes, change }: Decision, limit: number, paint: Paint): readonly string[] {
  const blocking = outcomes.filter(outcome => outcome.verdict === 'block')
  const asked = blocking.slice(0, limit).filter(outcome => requestCommand(outcome) !== null)
  if (asked.length === 0) return []
  // After a push or by schedule there is no pull request; where nobody told the event there may be one.
  if (change.event !== null && change.pullRequest === null)
    return ['', paint('bold', ASK_BY_ENTRY), ...asked.map(({ id }) => `  match: { finding: ${id} }`)]
  return ['', paint('bold', ASK), ...asked.map(outcome => `  ${requestCommand(outcome)}`), ELSEWHERE]
}

/** Elsewhere nobody reads comments. */
const ASK = 'To ask for an exception, comment on the pull request (GitHub only)'
const ASK_BY_ENTRY = 'To ask for an exception, merge an entry of the exceptions file'
const ELSEWHERE = 'Elsewhere merge an entry of the exceptions file: match: { finding: F-… }'

/** Those that need somebody first, then those that hold: who reads that it passes is told by whose leave. */
function exceptionLines({ exceptions }: Decision, limit: number, { paint, width }: FindingStyle): readonly string[] {
  if (exceptions.length === 0) return []
  const [holding, told] = [true, false].map(holds => exceptions.filter(({ status }) => (status === 'active') === holds))
  const lines = [...(told ?? []), ...(holding ?? []).slice(0, limit)].flatMap(exception =>
    wrapped(exceptionWords(exception), width, '  ', '    ')
  )
  return ['', paint('bold', 'Exceptions'), ...lines, ...restLine((holding ?? []).length - limit)]
}

function exceptionWords({ id, status, expires, problem, finding }: Decision['exceptions'][number]): string {
  // The sentence of one that is over says no more than the day.
  if (status === 'expired' && expires !== null)
    return `${shown(id)} expired ${shown(expires)}${finding === null ? '' : `, and no longer covers ${finding}`}`
  const until = expires === null ? '' : `, expires ${shown(expires)}`
  const whose = (status === 'active' || status === 'expiring') && finding !== null ? `, lets ${finding} pass` : ''
  return `${shown(id)} is ${status}${until}${whose}${problem === null ? '' : `: ${shown(problem)}`}`
}

function noticeLines({ notices }: Decision, { paint, width }: FindingStyle): readonly string[] {
  if (notices.length === 0) return []
  const lines = notices.flatMap(({ level, message }) => wrapped(shown(message), width, `${level}: `, '  '))
  return ['', ...lines.map(line => paint('dim', line))]
}

function countLine(decision: Decision, { paint, width }: FindingStyle): readonly string[] {
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
  const feeds = feedWords(decision)
  const text = `${count(counts.results, 'result')}: ${parts.join(', ')}${tools}${feeds === null ? '' : ` · ${feeds}`}`
  return ['', ...wrapped(text, width, '', '  ').map(line => paint('dim', line))]
}
