import { type ExceptionPolicy, TIERS, type Tier } from '../../policy/policy.js'
import { dayOf } from '../../time/calendar.js'
import { DAY } from '../../time/duration.js'
import { time } from '../../time/instant.js'
import { maxDuration, type Risk } from '../terms.js'
import { cleanText, toLogin } from '../wording.js'
import { isQuestion, type Key, type Meaning, PREFIX, RULES, type Verb } from './command.js'
import { isPlaceholder, PLACEHOLDERS } from './placeholders.js'
import { BARE_VALUE, typeOf } from './values.js'

/** What a command about one finding would have to say now to count. */
export interface TermsNow {
  /** Head of the pull request; null: not known. */
  readonly sha: string | null
  /** The last day that the policy allows, `YYYY-MM-DD`; null without a bound. */
  readonly lastDay: string | null
  readonly needsTicket: boolean
  readonly needsControls: boolean
  /** Who answers for it where the command does not say, with the `@`; null: nobody is known. */
  readonly owner: string | null
}

/** Days that are offered where the policy sets no bound. */
const DAYS_WITHOUT_BOUND = 90

/** The terms of a finding of this risk. `login`: who is asked to answer for it. */
export function termsNow(
  risk: Risk,
  policy: ExceptionPolicy,
  about: { readonly now: string; readonly sha: string | null; readonly login: string | null }
): TermsNow {
  const isNeeded = (tiers: readonly Tier[]) =>
    TIERS.filter(tier => tier >= risk.tier).some(tier => tiers.includes(tier))
  return {
    sha: about.sha,
    lastDay: lastDay(about.now, maxDuration(risk, policy)),
    needsTicket: isNeeded(policy.require.ticket),
    needsControls: isNeeded(policy.require.controls),
    owner: about.login === null ? null : toLogin(about.login)
  }
}

/** The last day on which an exception that is approved now may end; null without a bound. Days count as people count them. */
export const lastDay = (now: string, longest: number | null): string | null =>
  longest === null ? null : dayOf(time(now) + Math.floor(longest / DAY) * DAY)

/**
 * The whole command that a draft was meant to be, with the terms of now; what only a person can know is left as a
 * placeholder, which is refused. Null where not even verb and finding can be told, or the verb approves and no commit is
 * known that it could name.
 */
export function offeredLine({ verb, finding, values }: Meaning, terms: TermsNow, now: string): string | null {
  if (isQuestion(verb)) return `${PREFIX} ${verb}`
  if (verb === null || finding === null) return null
  const { required, optional } = RULES[verb]
  const isNeeded = (key: Key) => required.includes(key) || isAskedFor(key, verb, values, terms)
  const given = ORDER.filter(key => isNeeded(key) || (optional.includes(key) && values.has(key)))
  const pairs: string[] = []
  for (const key of given) {
    const value = partOf(key, values, terms, now)
    if (value === null) return null
    pairs.push(`${key}=${written(value)}`)
  }
  return [PREFIX, verb, finding, ...pairs].join(' ')
}

/** The reason last: it is what has to be filled in. */
const ORDER: readonly Key[] = ['sha', 'type', 'expires', 'owner', 'ticket', 'controls', 'reason']

/** What the policy asks of an approval beyond the grammar. */
function isAskedFor(key: Key, verb: Verb, values: Meaning['values'], terms: TermsNow): boolean {
  if (verb !== 'approve') return false
  if (key === 'controls') return terms.needsControls || values.get('type') === 'mitigated'
  return key === 'ticket' && terms.needsTicket
}

function partOf(key: Key, values: Meaning['values'], terms: TermsNow, now: string): string | null {
  const given = values.get(key) ?? null
  switch (key) {
    case 'sha':
      return terms.sha
    case 'type':
      return typeOf(given) ?? 'risk-accept'
    case 'expires':
      return endOf(given, terms, now)
    case 'owner':
      return given ?? terms.owner ?? PLACEHOLDERS.owner
    default:
      return given === null || isPlaceholder(given) ? PLACEHOLDERS[key] : given
  }
}

/** What was asked for, where it is still to come and the policy allows it; else the longest. */
function endOf(given: string | null, { lastDay: last }: TermsNow, now: string): string {
  const longest = last ?? lastDay(now, DAYS_WITHOUT_BOUND * DAY) ?? ''
  const isAllowed = given !== null && given >= dayOf(time(now)) && (last === null || given <= last)
  return isAllowed ? given : longest
}

const written = (value: string): string => (BARE_VALUE.test(value) ? value : `"${cleanText(value)}"`)
