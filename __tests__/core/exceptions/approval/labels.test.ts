import { expect, test } from '@jest/globals'
import type { LabelFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals } from '../../../../src/core/exceptions/approval/approvals.js'
import { labelTrail } from '../../../../src/core/exceptions/approval/labels.js'
import {
  ADMIN,
  APPROVED_LABEL,
  approve,
  BOB,
  CAROL,
  comment,
  facts,
  labelEvent,
  subject
} from '../approval-builders.js'
import { exceptionPolicy, NOW } from '../builders.js'

const policy = exceptionPolicy({ requireLabel: true })
const current: LabelFacts['current'] = [{ name: APPROVED_LABEL, id: 'LA_1' }]
/** Two approvals, of which tier 0 needs both: of the minutes 1 and 3. */
const both = [
  comment(1, BOB, approve({ expires: '2026-11-24' })),
  comment(3, CAROL, approve({ expires: '2026-11-24' }))
]
const withLabels = (labels: LabelFacts) => facts(both, { labels, findings: [subject(1, { tier: 0 })] })
const removed = { action: 'unlabeled' } as const

test.each<[string, LabelFacts['events'], boolean]>([
  ['after both', [labelEvent(4, ADMIN)], true],
  ['at the instant of the last', [labelEvent(3, ADMIN)], true],
  ['between the two', [labelEvent(2, ADMIN)], false],
  ['before the two', [labelEvent(0, ADMIN)], false],
  [
    'between the two, and taken off and set after them',
    [labelEvent(2, ADMIN), labelEvent(4, ADMIN, removed), labelEvent(5, ADMIN)],
    true
  ],
  ['the events in another order', [labelEvent(5, ADMIN), labelEvent(2, ADMIN), labelEvent(4, ADMIN, removed)], true],
  ['taken off last, the events in another order', [labelEvent(5, ADMIN, removed), labelEvent(4, ADMIN)], false],
  ['taken off at the same instant, told first', [labelEvent(4, ADMIN, removed), labelEvent(4, ADMIN)], false],
  ['taken off at the same instant, told last', [labelEvent(4, ADMIN), labelEvent(4, ADMIN, removed)], false],
  ['another label taken off last', [labelEvent(4, ADMIN), labelEvent(5, ADMIN, { ...removed, labelId: 'LA_2' })], true]
])('a label set %s', (_, events, isConfirmed) => {
  expect(deriveApprovals(withLabels({ current, events }), policy, NOW).records).toHaveLength(isConfirmed ? 1 : 0)
})

test('without a name for the label nothing is confirmed', () => {
  const nameless = { ...policy, labels: { requested: null, approved: null } }
  expect(deriveApprovals(withLabels({ current, events: [labelEvent(4, ADMIN)] }), nameless, NOW).records).toEqual([])
})

test('what the label has been through names its events, and nothing where none is asked for or known', () => {
  const events = [labelEvent(4, ADMIN), labelEvent(5, null, { labelId: 'LA_2' })]
  const [own] = events
  const trail = (labels: LabelFacts | null, using = policy) => labelTrail({ ...facts([]), labels }, using)
  expect(trail({ current, events })).toBe(`LA_1\n${own?.at} labeled ${APPROVED_LABEL} ${ADMIN.id} false`)
  expect(trail({ current: [{ name: APPROVED_LABEL.toUpperCase(), id: 'LA_1' }], events: [] })).toBe('LA_1')
  expect(trail({ current, events }, exceptionPolicy())).toBeNull()
  expect(trail({ current, events }, { ...policy, labels: { requested: null, approved: null } })).toBeNull()
  expect(trail(null)).toBeNull()
  expect(trail({ current: [], events })).toBeNull()
  expect(trail({ current: [{ name: APPROVED_LABEL, id: null }], events })).toBeNull()
})
