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
  readonly isMissing: (known: AnsweredFacts, policy: Pick<Policy, 'feeds'>) => boolean
  readonly message: string
}[] = [
  {
    conditions: ['kev'],
    // A feed that the policy asks for is evidence, and is told as such.
    isMissing: ({ feeds }, policy) => feeds.kev === null && !policy.feeds.has('kev'),
    message: 'No KEV file is given'
  },
  {
    conditions: ['min-epss'],
    isMissing: ({ feeds }, policy) => feeds.epss === null && !policy.feeds.has('epss'),
    message: 'No EPSS file is given'
  },
  {
    conditions: ['sla', 'min-age'],
    isMissing: ({ hasFirstDetected }) => hasFirstDetected === false,
    message: 'No finding says when it was first detected (a baseline that the gate wrote does)'
  }
]

const SHOWN = 5

interface Unanswered {
  readonly message: string
  readonly rules: readonly Rule[]
}

function unanswered(policy: Pick<Policy, 'rules' | 'feeds'>, known: AnsweredFacts): readonly Unanswered[] {
  return NEEDS.flatMap(({ conditions, isMissing, message }) => {
    if (!isMissing(known, policy)) return []
    const rules = policy.rules.filter(({ when }) =>
      conditions.some(name => when[name] !== null && when[name] !== false)
    )
    return rules.length === 0 ? [] : [{ message, rules }]
  })
}

/** Rules that match nothing, or not all that they might, because what they ask for is not known. */
export const unansweredRules = (policy: Pick<Policy, 'rules' | 'feeds'>, known: AnsweredFacts): ReadonlySet<Rule> =>
  new Set(unanswered(policy, known).flatMap(({ rules }) => rules))

/** Rules that can match nothing in this run, because what they ask for is not known. */
export const unansweredNotices = (policy: Policy, known: AnsweredFacts): readonly Notice[] =>
  unanswered(policy, known).map(({ message, rules }): Notice => {
    const shown = rules.slice(0, SHOWN).map(({ id }) => id)
    const more = rules.length > SHOWN ? ` and ${rules.length - SHOWN} more` : ''
    const which = `${rules.length === 1 ? 'this rule matches' : 'these rules match'} nothing: ${shown.join(', ')}${more}`
    return { level: 'info', code: 'rule-unanswered', message: `${message}, so ${which}` }
  })
