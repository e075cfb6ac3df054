import type { ConditionName } from '../../../generated/condition-names.js'
import type { Notice } from '../../ground/notice.js'
import type { FeedName, Policy, Rule } from '../policy.js'

/** What of the world is known in a run. */
export interface AnsweredFacts {
  readonly feeds: { readonly [feed in Exclude<FeedName, 'vex'>]: unknown }
  /** Whether any finding says when it was first detected; null where there is no finding. */
  readonly hasFirstDetected: boolean | null
}

/** Conditions that nothing meets while a fact is missing, and what would bring it. */
const NEEDS: readonly {
  readonly conditions: readonly ConditionName[]
  readonly isMissing: (known: AnsweredFacts) => boolean
  /** The feed that would bring it: one that the policy asks for is evidence, and its absence is told as such. */
  readonly feed: keyof AnsweredFacts['feeds'] | null
  readonly message: string
}[] = [
  {
    conditions: ['kev'],
    isMissing: ({ feeds }) => feeds.kev === null,
    feed: 'kev',
    message: 'No KEV file is given'
  },
  {
    conditions: ['min-epss'],
    isMissing: ({ feeds }) => feeds.epss === null,
    feed: 'epss',
    message: 'No EPSS file is given'
  },
  {
    conditions: ['sla', 'min-age'],
    isMissing: ({ hasFirstDetected }) => hasFirstDetected === false,
    feed: null,
    message: 'No finding says when it was first detected (a baseline that the gate wrote does)'
  }
]

const SHOWN = 5

interface Unanswered {
  readonly feed: keyof AnsweredFacts['feeds'] | null
  readonly message: string
  readonly rules: readonly Rule[]
}

function unanswered(policy: Pick<Policy, 'rules'>, known: AnsweredFacts): readonly Unanswered[] {
  return NEEDS.flatMap(({ conditions, isMissing, feed, message }) => {
    if (!isMissing(known)) return []
    const rules = policy.rules.filter(({ when }) =>
      conditions.some(name => when[name] !== null && when[name] !== false)
    )
    return rules.length === 0 ? [] : [{ feed, message, rules }]
  })
}

/** Rules that match nothing, or not all that they might, because what they ask for is not known, however that is told. */
export const unansweredRules = (policy: Pick<Policy, 'rules'>, known: AnsweredFacts): ReadonlySet<Rule> =>
  new Set(unanswered(policy, known).flatMap(({ rules }) => rules))

/** Rules that can match nothing in this run, because what they ask for is not known and nothing else tells of that. */
export const unansweredNotices = (policy: Policy, known: AnsweredFacts): readonly Notice[] =>
  unanswered(policy, known).flatMap(({ feed, message, rules }): readonly Notice[] => {
    if (feed !== null && policy.feeds.has(feed)) return []
    const shown = rules.slice(0, SHOWN).map(({ id }) => id)
    const more = rules.length > SHOWN ? ` and ${rules.length - SHOWN} more` : ''
    const which = `${rules.length === 1 ? 'this rule matches' : 'these rules match'} nothing: ${shown.join(', ')}${more}`
    return [{ level: 'info', code: 'rule-unanswered', message: `${message}, so ${which}` }]
  })
