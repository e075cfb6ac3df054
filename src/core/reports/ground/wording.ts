import type { ControlOutcome, Decision, Outcome, ScanOutcome } from '../../decision/decision.js'
import { PLACEHOLDERS } from '../../exceptions/commands/placeholders.js'
import type { ExceptionOutcome } from '../../exceptions/exception.js'
import type { Severity, State } from '../../finding.js'
import { isNotLookedFor } from '../../identity/ran.js'
import type { SlaStatus, Verdict } from '../../policy/policy.js'
import type { EvidenceState } from '../../sarif/input.js'
import { endOfDay } from '../../time/calendar.js'
import { DAY } from '../../time/duration.js'
import type { ViewContext } from './view-context.js'

/** `1 finding`, `2 findings`; the plural takes an s unless it is given. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'Informational',
  unknown: 'Severity unknown'
}

/** A state in a word or two, for rows. */
export const SHORT_STATES: Readonly<Record<State, string>> = {
  introduced: 'new',
  'newly-disclosed': 'newly disclosed',
  existing: 'old',
  fixed: 'fixed',
  unknown: 'maybe new'
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  introduced: 'introduced by this change',
  'newly-disclosed': 'newly disclosed',
  existing: 'was there before this change',
  fixed: 'fixed by this change',
  unknown: 'not known whether new, counted as new'
}

/** How the finding relates to the change, in a word or two. */
export const shortState = ({ state, stateReason }: Pick<Outcome, 'state' | 'stateReason'>): string =>
  isNotLookedFor(stateReason) ? 'not looked for' : SHORT_STATES[state]

const NOT_LOOKED_FOR_WORDS = 'was there before this change, not looked for now'

const SCAN_WORDS: Readonly<Record<EvidenceState, string>> = {
  complete: 'complete',
  'not-applicable': 'not applicable',
  degraded: 'degraded',
  stale: 'out of date',
  missing: 'missing',
  failed: 'failed',
  invalid: 'unreadable'
}
export const scanWord = (scan: ScanOutcome): string => SCAN_WORDS[scan.state]

const SCAN_VERDICTS: Readonly<Record<Verdict, string>> = { block: 'blocks', warn: 'warns', pass: 'passes' }

const SCAN_STEPS: Readonly<Record<EvidenceState, string | null>> = {
  complete: null,
  'not-applicable': null,
  degraded: 'Look at the errors that the scanner reports and run it again',
  stale: 'Run the scan again for this commit',
  missing: 'Run the scan before the gate and hand over its SARIF file',
  failed: 'Repair the scan and run it again',
  invalid: 'Look into the log of the scanner; the file must be SARIF 2.1.0'
}
const FEED_STEP = 'Hand over the current file of the feed, which `feeds` fetches'

/** What to do about evidence that is not there; null where nothing is to be done. A feed is no scan that could be run. */
export const scanStep = (scan: ScanOutcome): string | null =>
  SCAN_STEPS[scan.state] === null ? null : scan.id.startsWith('feed:') ? FEED_STEP : SCAN_STEPS[scan.state]

/** The judgement of one scan in a word. */
export const scanVerdict = (scan: ScanOutcome): string => SCAN_VERDICTS[scan.verdict]

const SLA_WORDS: Readonly<Record<SlaStatus, string>> = {
  within: 'to be fixed by',
  'due-soon': 'due soon, by',
  breached: 'overdue since'
}

/** Scans whose evidence is not whole. */
export const gaps = (decision: Decision): readonly ScanOutcome[] =>
  decision.scans.filter(scan => scan.state !== 'complete' && scan.state !== 'not-applicable')

/** Findings of the baseline that are gone: those that were looked for, and those that nothing looked for. */
export function goneCounts(decision: Decision): { readonly fixed: number; readonly unseen: number } {
  const gone = decision.outcomes.filter(outcome => outcome.state === 'fixed')
  const unseen = gone.filter(({ stateReason }) => isNotLookedFor(stateReason)).length
  return { fixed: gone.length - unseen, unseen }
}

/** The day of an instant, in UTC. */
export const day = (instant: string): string => instant.slice(0, 10)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `5 Dec`, with the year where it is another than now's; what is no date stays as it is written. */
export function shortDay(instant: string, now: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(instant) ?? []
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return instant
  return `${Number(date)} ${name}${now.startsWith(year) ? '' : ` ${year}`}`
}

/** Days until the end, whole ones; a date without a time means to its end (contract §4). Null for what is no date. */
export function daysLeft(expires: string, now: string): number | null {
  const end = endOfDay(expires) ?? Date.parse(expires)
  const left = (end - Date.parse(now)) / DAY
  return Number.isNaN(left) ? null : Math.floor(left)
}

/** `expires in 6 days (2026-11-30)`, `expired 3 days ago (2026-11-20)`. */
export function expiryWords(expires: string, now: string): string {
  const left = daysLeft(expires, now)
  if (left === null) return `expires ${expires}`
  if (left < 0) return `expired ${count(Math.max(1, -left - 1), 'day')} ago (${day(expires)})`
  return left === 0 ? `expires within a day (${day(expires)})` : `expires in ${count(left, 'day')} (${day(expires)})`
}

/** Exceptions that somebody has to do something about. */
export const needsAttention = (exception: ExceptionOutcome): boolean =>
  exception.status !== 'active' && exception.status !== 'unused'

/** How the finding relates to the change, in words. */
export const stateWords = ({ state, stateReason }: Outcome): string =>
  isNotLookedFor(stateReason) ? NOT_LOOKED_FOR_WORDS : STATE_WORDS[state]

const exploitedWords = ({ kevEntry }: Outcome): string => {
  const due = kevEntry?.dueDate == null ? [] : [`due ${kevEntry.dueDate} by CISA`]
  const more = [...(kevEntry?.ransomware === true ? ['used in ransomware campaigns'] : []), ...due]
  return `known to be exploited${more.length === 0 ? '' : ` (${more.join(', ')})`}`
}

/** The facts that decided, each in a few words: state, score, exploitation, overdue, exception. */
export function factWords(outcome: Outcome, now: string): readonly string[] {
  const { finding } = outcome
  return [
    stateWords(outcome),
    finding.score === null ? '' : `score ${finding.score}`,
    outcome.finding.malware ? 'malware' : '',
    outcome.kev === true ? exploitedWords(outcome) : '',
    outcome.epss === null ? '' : `EPSS ${Math.round(outcome.epss * 1000) / 10}%`,
    outcome.reachability === 'unknown' ? '' : `reachability: ${outcome.reachability}`,
    outcome.sla === null ? '' : `${SLA_WORDS[outcome.sla.status]} ${day(outcome.sla.due)}`,
    outcome.exception === null ? '' : `exception ${outcome.exception.id} ${expiryWords(outcome.exception.expires, now)}`
  ].filter(words => words !== '')
}

/** The command that asks for an exception; null where the decision does not offer one. */
export const requestCommand = (outcome: Outcome): string | null =>
  outcome.canBeExcepted && /^F-[0-9a-f]{32}$/.test(outcome.id)
    ? `/gate request ${outcome.id} reason="${PLACEHOLDERS.reason}"`
    : null

/**
 * How an exception is asked for, and the lines to copy: a comment, where the Action has posted the view and reads what is
 * commented; elsewhere, and after a push, nobody answers, and an entry of the exceptions file is the way.
 */
export function exceptionOffer(
  outcomes: readonly Outcome[],
  limit: number,
  { change }: Pick<Decision, 'change'>,
  { serverUrl }: Pick<ViewContext, 'serverUrl'>
): { readonly byComment: boolean; readonly lines: readonly string[] } {
  const byComment = serverUrl !== null && change.pullRequest !== null
  const lines = outcomes.flatMap(outcome => {
    const command = requestCommand(outcome)
    return command === null ? [] : [byComment ? command : `match: { finding: ${outcome.id} }`]
  })
  return { byComment, lines: lines.slice(0, limit) }
}

/** What is known of a control, and where nothing is, why. */
export const controlWord = ({ verdict, counts }: Pick<ControlOutcome, 'verdict' | 'counts'>): string => {
  if (verdict !== null) return verdict
  return counts.monitored > 0 ? 'not known: findings are only watched' : 'not known: evidence or an answer is missing'
}

const FEEDS = { kev: 'KEV', epss: 'EPSS' } as const

/**
 * Whether KEV and EPSS were asked, in words; null where no finding has a CVE and nobody gave or wanted a feed. Without a word
 * of the policy on a feed nobody has looked how old it is.
 */
export function feedWords(decision: Decision): string | null {
  const withCve = decision.outcomes.filter(({ finding }) => finding.identifiers.some(id => id.startsWith('CVE-')))
  const isGiven = (name: keyof typeof FEEDS): boolean => decision.inputs.some(({ kind }) => kind === name)
  const stateOf = (name: keyof typeof FEEDS): string => {
    const state = decision.scans.find(({ id }) => id === `feed:${name}`)?.state
    if (state === 'stale') return 'out of date'
    // A catalogue that lists nothing answers nothing; EPSS scores not every CVE.
    const isSilent = name === 'kev' && withCve.some(outcome => outcome.kev === null)
    if ((state !== undefined && state !== 'complete') || !isGiven(name) || isSilent) return 'not checked'
    return state === undefined ? 'checked, of unknown age' : 'checked'
  }
  const names = ['kev', 'epss'] as const
  const isAsked = names.some(name => isGiven(name) || decision.scans.some(({ id }) => id === `feed:${name}`))
  if (withCve.length === 0 && !isAsked) return null
  return names.map(name => `${FEEDS[name]} ${stateOf(name)}`).join(' · ')
}
