import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  CONCLUSIONS,
  EVENT_NAMES,
  type EventName,
  type Happening,
  isWhole,
  type SourceHappening
} from '../../../../src/core/change/occasion/happening.js'
import { AGAIN, type JudgedOccasion, occasionOf } from '../../../../src/core/change/occasion/occasion.js'
import { OCCASIONS } from './rows.js'

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

describe('what waits for approval', () => {
  const brings = ({ event, isPullEvent, pull, source }: Happening): boolean =>
    source === null
      ? event === 'merge_group' ||
        (pull !== 'untold' && !['push', 'schedule', 'workflow_dispatch'].includes(event)) ||
        (isPullEvent && !['push', 'schedule', 'workflow_dispatch', 'workflow_run', 'issue_comment'].includes(event))
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
