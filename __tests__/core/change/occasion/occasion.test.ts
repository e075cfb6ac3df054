import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { EVENT_NAMES, type EventName, isPullRequestEvent } from '../../../../src/core/change/occasion/events.js'
import {
  asRulesAreAsked,
  asRulesSee,
  CONCLUSIONS,
  type Happening,
  isWhole,
  type SourceHappening
} from '../../../../src/core/change/occasion/happening.js'
import { awaitsMerge, judgedAs, namesRequest } from '../../../../src/core/change/occasion/judged-event.js'
import { AGAIN, answersInName, type JudgedOccasion, occasionOf } from '../../../../src/core/change/occasion/occasion.js'
import { EVENT_CASES, OCCASIONS } from '../../../action/event-cases.js'

const BOTH = [true, false] as const

function sourcesOf(event: EventName): readonly (SourceHappening | null)[] {
  if (event !== 'workflow_run') return [null]
  const ended = EVENT_NAMES.flatMap(each =>
    BOTH.flatMap(isAboutPull =>
      BOTH.flatMap(isOnDefault =>
        [...CONCLUSIONS, null].map(conclusion => ({ event: each, isAboutPull, isOnDefault, conclusion }))
      )
    )
  )
  return [null, ...ended]
}

/** Every event that can be told from another one. */
const HAPPENINGS: readonly Happening[] = EVENT_NAMES.flatMap(event =>
  sourcesOf(event).flatMap(source =>
    BOTH.flatMap(isPullEvent =>
      (['named', 'merged', 'untold'] as const).flatMap(pull =>
        BOTH.flatMap(isLabel =>
          (['command', 'other', 'none'] as const).flatMap(comment =>
            (['default-branch', 'branch', 'queue', 'tag', 'deleted'] as const).map(ref => ({
              ...{ event, source, isPullEvent, pull, isLabel, comment, ref }
            }))
          )
        )
      )
    )
  )
)

const SCHEDULED = HAPPENINGS.find(({ event }) => event === 'schedule') as Happening

const judged = [
  ...HAPPENINGS.flatMap(happening => {
    const occasion = occasionOf(happening)
    return occasion.kind === 'judged' ? [{ happening, occasion }] : []
  }),
  { happening: SCHEDULED, occasion: AGAIN }
]

/** What of occasions is the same for all about one subject, as texts. */
function shared(subject: JudgedOccasion['subject']): readonly string[] {
  const all = judged.filter(({ occasion }) => occasion.subject === subject)
  expect(all.length).toBeGreaterThan(0)
  return [
    ...new Set(
      all.map(({ occasion: { policyFrom, policyEvent, approvals, mark, yields } }) =>
        JSON.stringify({ policyFrom, policyEvent, approvals, answer: mark.answer, yields })
      )
    )
  ].sort()
}

describe('occasions about the same subject agree', () => {
  test.each([
    [
      'pull-request',
      { policyFrom: 'base', policyEvent: 'pull_request', approvals: true, answer: 'pull-request', yields: false }
    ],
    ['queue', { policyFrom: 'base', policyEvent: 'merge_group', approvals: true, answer: 'queue', yields: false }]
  ] as const)('a %s: on the policy, the event, approvals, and whose answer it is', (subject, agreed) => {
    expect(shared(subject)).toEqual([JSON.stringify(agreed)])
  })

  test('a branch: judged by its own policy, and never in the place of another answer', () => {
    const events = ['push', 'schedule', 'workflow_dispatch', 'workflow_run']
    const each = { policyFrom: 'checkout', approvals: false, answer: 'branch', yields: true }
    expect(shared('branch')).toEqual(
      events.map(policyEvent =>
        JSON.stringify({ policyFrom: each.policyFrom, policyEvent, approvals: false, answer: 'branch', yields: true })
      )
    )
  })
})

test('a check shows what is decided by the policy of the base, or about the default branch itself', () => {
  const shown = (happening: Happening): boolean =>
    happening.event === 'schedule' ||
    (happening.event === 'workflow_run' ? happening.source?.isOnDefault === true : happening.ref === 'default-branch')
  const wrong = judged.filter(
    ({ happening, occasion }) => occasion.hasCheck !== (occasion.policyFrom === 'base' || shown(happening))
  )
  expect(wrong).toEqual([])
})

/** As the cases have it that are written by hand. */
const isOfBranch = (event: EventName): boolean => EVENT_CASES[event].every(({ follows }) => !/ by base, /.test(follows))

describe('what waits for approval', () => {
  const brings = ({ event, isPullEvent, pull, source }: Happening): boolean =>
    source === null
      ? event === 'merge_group' ||
        (pull !== 'untold' && !isOfBranch(event)) ||
        (isPullEvent && !isOfBranch(event) && !['workflow_run', 'issue_comment'].includes(event))
      : event === 'workflow_run' && (source.isAboutPull || source.event === 'merge_group')

  test('is never taken for a branch, whose own policy would judge it', () => {
    const wrong = judged.filter(({ happening, occasion }) => brings(happening) && occasion.policyFrom !== 'base')
    expect(wrong).toEqual([])
  })

  test('shows the policy in the checkout as its proposal only where that is its own', () => {
    const wrong = judged.filter(({ occasion }) => occasion.proposal && occasion.runSha !== 'judged')
    expect(wrong).toEqual([])
  })

  test('is not decided on what a run has kept that did not come to its end', () => {
    const broken = judged.filter(
      ({ happening: { event, source } }) => event === 'workflow_run' && !isWhole(source?.conclusion ?? null)
    )
    expect(broken).toEqual([])
    expect(CONCLUSIONS.filter(isWhole)).toEqual(['success', 'neutral', 'failure'])
  })
})

test('an event that is not known is refused, unless it brings a pull request', () => {
  const kinds = new Map(
    HAPPENINGS.filter(({ event }) => event === 'other').map(happening => [happening.pull, occasionOf(happening).kind])
  )
  expect(Object.fromEntries(kinds)).toEqual({ named: 'judged', merged: 'nothing', untold: 'refused' })
})

describe('the table', () => {
  test('has a row for every event, and says each thing once', () => {
    expect(new Set(OCCASIONS.map(({ event }) => event))).toEqual(new Set(EVENT_NAMES))
    expect(new Set(OCCASIONS.map(({ event, when }) => `${event} ${when}`)).size).toBe(OCCASIONS.length)
  })

  test('has every occasion that there is', () => {
    const keyOf = (event: EventName, occasion: ReturnType<typeof occasionOf>): string =>
      occasion.kind === 'judged' ? JSON.stringify([event, occasion]) : `${event} ${occasion.kind}`
    const told = new Set(OCCASIONS.map(({ event, occasion }) => keyOf(event, occasion)))
    const untold = judged
      .map(({ happening, occasion }) => keyOf(happening.event, occasion))
      .filter(key => !told.has(key))
    expect([...new Set(untold)]).toEqual([])
  })

  test('is printed in the security model, a line for each row', () => {
    const [, printed = ''] =
      /<!-- occasions:start -->\n([\s\S]*)<!-- occasions:end -->/.exec(
        readFileSync('docs/security-model.md', 'utf8')
      ) ?? []
    expect(printed.trim().split('\n')).toHaveLength(OCCASIONS.length + 2)
  })
})

/** What follows from an occasion, in one line. */
function inShort(occasion: (typeof OCCASIONS)[number]['occasion']): string {
  if (occasion.kind !== 'judged') return occasion.kind
  const { subject, policyFrom, scans, sources, runSha, baseline, mark, afterwards } = occasion
  const flags = (['approvals', 'hasCheck', 'yields', 'proposal'] as const).filter(flag => occasion[flag])
  const rest = [baseline, `names ${mark.run}`, ...afterwards].join(', ')
  return `${subject} by ${policyFrom}, scans ${scans}, ${sources}, sha ${runSha}, ${rest}: ${flags.join(' ')}`
}

test.each(OCCASIONS.map(({ event, when, occasion }) => ({ event, when, occasion })))(
  '$event $when: what follows',
  ({ event, when, occasion }) => {
    const follows = EVENT_CASES[event].find(each => each.when === when)?.follows
    expect(inShort(occasion)).toBe(follows ?? AFTERWARDS)
  }
)

const AFTERWARDS =
  'pull-request by base, scans kept-alone, commit, sha elsewhere, base-branch, names named, rerun: approvals hasCheck'

test.each<[string, Partial<Happening>, Partial<ReturnType<typeof occasionOf>>]>([
  [
    'a pull request that is not told',
    { event: 'pull_request', isPullEvent: true, pull: 'untold' },
    { kind: 'refused', problem: 'The event does not say which pull request it is about' }
  ],
  [
    'an event that nobody knows',
    { event: 'other', isPullEvent: false, pull: 'untold' },
    { kind: 'refused', problem: 'The gate does not know what to judge on this event' }
  ],
  [
    'a run that is not told',
    { event: 'workflow_run', source: null },
    { kind: 'refused', problem: 'The event does not say which run has ended' }
  ],
  [
    'a run that has not ended',
    { event: 'workflow_run', source: { event: 'push', isAboutPull: false, isOnDefault: true, conclusion: null } },
    { kind: 'nothing', why: 'The run that this one follows has not ended: nothing to do' }
  ],
  [
    'a run that ran out of time',
    {
      event: 'workflow_run',
      source: { event: 'push', isAboutPull: false, isOnDefault: true, conclusion: 'timed_out' }
    },
    { kind: 'nothing', why: expect.stringContaining('(timed_out): what it has kept is not believed') as never }
  ]
])('%s says so', (_, change, expected) => {
  const plain = {
    isPullEvent: false,
    pull: 'named',
    isLabel: false,
    comment: 'none',
    ref: 'branch',
    source: null
  } as const
  expect(occasionOf({ event: 'other', ...plain, ...change })).toMatchObject(expected)
})

test('what rules see of events', () => {
  const pulls = EVENT_NAMES.filter(isPullRequestEvent)
  expect(pulls).toEqual(EVENT_NAMES.filter(name => name.startsWith('pull_request')))
  expect(
    [null, 'push', 'pull_request_target', 'pull_request_of_tomorrow', 'xpull_request'].map(asRulesAreAsked)
  ).toEqual([null, 'push', 'pull_request', 'pull_request', 'xpull_request'])
  expect(asRulesSee(['push'])).toEqual(['push'])
  expect(asRulesSee(['pull_request_review', 'push'])).toEqual(['pull_request_review', 'push', 'pull_request'])
  expect(asRulesSee(['pull_request', 'pull_request_target'])).toEqual(['pull_request', 'pull_request_target'])
  expect([...pulls, 'issue_comment' as const].map(judgedAs)).toEqual(
    [...pulls, 'issue_comment'].map(() => 'pull_request')
  )
  expect((['merge_group', 'push', 'schedule', 'workflow_dispatch', 'workflow_run'] as const).map(judgedAs)).toEqual([
    ...['merge_group', 'push', 'schedule', 'workflow_dispatch', 'workflow_run']
  ])
  expect(['pull_request', 'pull_request_x', 'pull_requests', 'push'].map(namesRequest)).toEqual([
    true,
    true,
    false,
    false
  ])
  expect(['pull_request', 'merge_group', 'push', null].map(awaitsMerge)).toEqual([true, true, false, false])
  expect(
    [{ scans: 'kept' }, { scans: 'kept-alone' }, { scans: 'kept-by-run' }, { scans: 'workspace' }].map(each =>
      answersInName(each as Parameters<typeof answersInName>[0])
    )
  ).toEqual([true, true, false, false])
})
