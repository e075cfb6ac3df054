import { heldBack } from '../../decision/counts.js'
import type { Decision } from '../../decision/decision.js'
import { BREAK_GLASS } from '../../exceptions/approval/approval-notices.js'
import type { ExceptionOutcome } from '../../exceptions/exception.js'
import type { State } from '../../finding.js'
import { isNotLookedFor } from '../../identity/ran.js'
import type { Verdict } from '../../policy/policy.js'
import { problemsOf } from './problems.js'
import { count, gaps, goneCounts, shortDay } from './wording.js'

/** The verdict in a word or three. */
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  block: 'Blocked',
  warn: 'Passed with warnings',
  pass: 'Passed'
}

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(', ')

/** Names that a headline holds. */
const MOST_NAMES = 2

/** Findings that pass by an exception, with who approved and until when: `2 exceptions (@sec-bob, until 5 Dec)`. */
function exceptionWords({ outcomes, exceptions, evaluatedAt }: Decision): string {
  const excepted = outcomes.flatMap(({ reason, exception }) => (reason === 'excepted' && exception ? [exception] : []))
  if (excepted.length === 0) return ''
  const ids = new Set(excepted.map(({ id }) => id))
  const names = new Set(
    exceptions.flatMap(({ id, account }) => (ids.has(id) ? (account?.approvers ?? []).map(({ login }) => login) : []))
  )
  const [end] = excepted.map(({ expires }) => expires).sort()
  const who =
    [...names].slice(0, MOST_NAMES).join(', ') + (names.size > MOST_NAMES ? ` and ${names.size - MOST_NAMES} more` : '')
  const details = joined([who, end === undefined ? '' : `until ${shortDay(end, evaluatedAt)}`])
  return `${count(excepted.length, 'exception')}${details === '' ? '' : ` (${details})`}`
}

/** What must be done about findings: excepted only where that can be asked for. */
function blockWords({ counts, outcomes }: Decision): string {
  if (counts.block === 0) return ''
  const canBeExcepted = outcomes.some(outcome => outcome.verdict === 'block' && outcome.canBeExcepted)
  return `${count(counts.block, 'finding')} must be fixed${canBeExcepted ? ' or excepted' : ''}`
}

function demands(decision: Decision): string {
  const { verdict, counts } = decision
  const scans = decision.scans.filter(scan => scan.verdict === verdict).length
  if (verdict === 'block')
    return joined([blockWords(decision), scans > 0 ? `${count(scans, 'scan')} must be repaired` : ''])
  if (verdict === 'warn')
    return joined([
      counts.warn > 0 ? `${count(counts.warn, 'finding')} to look at` : '',
      scans > 0 ? `${count(scans, 'scan')} to look at` : '',
      exceptionWords(decision)
    ])
  if (counts.total === 0) return 'no findings'
  return counts.total === 1
    ? 'the finding does not stand in the way'
    : `none of ${counts.total} findings stands in the way`
}

/** What enforcing every rule would do, in a few words; null where no mode holds anything back. */
export function rolloutWords({ outcomes }: Pick<Decision, 'outcomes'>): string | null {
  const { block, warn, critical } = heldBack(outcomes)
  const words = [
    block.length > 0 ? `would block: ${block.length}${critical > 0 ? `, ${critical} of them critical` : ''}` : '',
    warn.length > 0 ? `would warn: ${warn.length}` : ''
  ].filter(part => part !== '')
  return words.length === 0 ? null : words.join('; ')
}

/** Of a pass what lets it pass, where that is no clean sheet: rules that are only watched, or exceptions. */
function passWords(decision: Decision): string {
  const { block, critical } = heldBack(decision.outcomes)
  const exceptions = exceptionWords(decision)
  if (block.length > 0)
    return joined([
      `Would block ${block.length} (audit)`,
      critical > 0 ? `${critical} of them critical` : '',
      exceptions === '' ? 'passes today' : `passes today with ${exceptions}`
    ])
  if (exceptions !== '') return `${VERDICT_WORDS.pass} with ${exceptions}`
  return `${VERDICT_WORDS.pass}: ${demands(decision)}`
}

/** Verdict, what it asks for or lets pass, and what evidence is missing: the first line of every view. */
export function headline(decision: Decision): string {
  const { verdict, completeness, scans } = decision
  const missing = gaps(decision).length
  const asked = demands(decision)
  const parts = [
    verdict === 'pass' ? passWords(decision) : `${VERDICT_WORDS[verdict]}${asked === '' ? '' : `: ${asked}`}`,
    verdict === 'pass' ? '' : (rolloutWords(decision) ?? ''),
    completeness === 'complete'
      ? ''
      : `evidence incomplete${missing > 0 ? ` (${missing} of ${count(scans.length, 'scan')})` : ''}`
  ]
  return parts.filter(part => part !== '').join('; ')
}

/** Compared with the base, in one sentence; null where nothing was compared: no finding is known to be new, old or gone. */
export function changeSentence(decision: Decision): string | null {
  const among = (state: State): number => decision.outcomes.filter(outcome => outcome.state === state).length
  const { fixed, unseen } = goneCounts(decision)
  const parts = [
    [among('introduced'), 'new'],
    [among('newly-disclosed'), 'newly disclosed'],
    [fixed, 'fixed'],
    [unseen, 'not looked for'],
    [among('existing'), 'there before']
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  if (told.length === 0) return null
  const unknown = among('unknown')
  return `Compared with the base: ${[...told, ...(unknown > 0 ? [`${unknown} of unknown age`] : [])].join(', ')}.`
}

/** Titles that the sentence of what was fixed holds. */
const MOST_FIXED = 3

/** What the change fixed, by name. */
export interface FixedWords {
  /** Titles as of `problemsOf`: masked, not escaped. */
  readonly words: string
  /** False where more was fixed than the words name. */
  readonly isWhole: boolean
}

/** What the change fixed in a sentence; null where it fixed nothing. */
export function fixedWords({ outcomes }: Pick<Decision, 'outcomes'>): FixedWords | null {
  const fixed = outcomes.filter(({ state, stateReason }) => state === 'fixed' && !isNotLookedFor(stateReason))
  if (fixed.length === 0) return null
  const titles = problemsOf(fixed).map(({ title, outcomes: all }) =>
    all.length > 1 ? `${title} (${all.length})` : title
  )
  const rest = titles.length - MOST_FIXED
  const words = `You fixed ${fixed.length}: ${titles.slice(0, MOST_FIXED).join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return { words, isWhole: rest <= 0 }
}

/** Sentences of which a view shows no more. */
const MOST_SENTENCES = 10

/** What stands under the verdict of every view while findings pass without the usual approval; null: none does. */
export function breakGlassWords(
  decision: Decision
): { readonly title: string; readonly sentences: readonly string[] } | null {
  const commands = decision.notices.filter(notice => notice.code === BREAK_GLASS)
  const entries = breakGlassEntries(decision)
  const findings = commands.length + entries.reduce((sum, { ids }) => sum + ids.length, 0)
  if (findings === 0) return null
  return {
    title: `Break-glass: ${count(findings, 'finding passes', 'findings pass')} unreviewed`,
    sentences: [...commands.map(({ message }) => message), ...entries.map(entrySentence)].slice(0, MOST_SENTENCES)
  }
}

/** An entry of type break-glass in the exceptions file, and the findings that pass by it. */
interface BreakGlassEntry {
  readonly exception: ExceptionOutcome
  readonly ids: readonly string[]
}

/** Of the file alone: what commands let pass stands in notices. Entries that no finding passes by are left out. */
function breakGlassEntries({ exceptions, outcomes }: Decision): readonly BreakGlassEntry[] {
  return exceptions.flatMap(exception => {
    if (exception.source !== 'file' || exception.account?.type !== 'break-glass') return []
    const own = outcomes.filter(outcome => outcome.reason === 'excepted' && outcome.exception?.id === exception.id)
    return own.length === 0 ? [] : [{ exception, ids: own.map(({ id }) => id) }]
  })
}

function entrySentence({ exception: { id, expires, account }, ids }: BreakGlassEntry): string {
  const [only] = ids
  const passes = ids.length === 1 ? `${only} passes` : `${ids.length} findings pass`
  const by = (account?.approvers ?? []).map(({ login }) => login.replace(/^@/, '')).join(', ')
  const details = [
    expires === null ? '' : ` until ${expires}`,
    by === '' ? '' : `, by ${by}`,
    account?.ticket ? `, for ${account.ticket}` : ''
  ]
  return `${passes} by break-glass${details.join('')}, entry ${id} of the exceptions file: review it after the fact`
}
