import { describe, expect, test } from '@jest/globals'
import type { CommentFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import {
  entriesOf,
  inOrder,
  isBuried,
  readComments,
  type Tombstone
} from '../../../../src/core/exceptions/approval/comments.js'
import { ALICE, approve, BOB, comment, facts, pullRequest } from '../approval-builders.js'
import { later, NOW } from '../builders.js'

const fresh = comment(5, BOB, approve())
const of = (change: Partial<CommentFacts>): CommentFacts => ({ ...fresh, ...change })
const after = later(fresh.createdAt, 1000)

describe('of two readings of one comment', () => {
  test.each<[string, CommentFacts, CommentFacts]>([
    ['the later one holds', of({ updatedAt: after, body: 'x' }), fresh],
    ['the hidden one holds', of({ minimized: true }), fresh],
    ['the edited one holds', of({ lastEditedAt: after }), fresh],
    ['the later one holds, though the other is hidden', of({ updatedAt: after }), of({ minimized: true })]
  ])('%s, in either order', (_, holds, other) => {
    expect(inOrder([holds, other])).toEqual([holds])
    expect(inOrder([other, holds])).toEqual([holds])
  })

  test('comments of one instant are in the order of their numbers', () => {
    const first = comment(4, BOB, approve(), { createdAt: fresh.createdAt })
    expect(inOrder([fresh, first]).map(({ id }) => id)).toEqual([4, 5])
    expect(inOrder([comment(7, BOB, ''), fresh]).map(({ id }) => id)).toEqual([5, 7])
  })
})

describe('an approval is doubted', () => {
  const [entry] = entriesOf(readComments([fresh], facts([fresh]), NOW))
  test.each<[string, Partial<Tombstone>, boolean]>([
    ['by what came later', { at: after }, true],
    ['by what came later, of nobody known', { at: after, userId: null }, true],
    ['not by what came before', { at: later(fresh.createdAt, -1), commentId: 9 }, false],
    ['not by what is of somebody else', { at: after, userId: ALICE.id }, false],
    ['at the same instant by a later comment', { commentId: 6 }, true],
    ['at the same instant by an unknown one', { commentId: null }, true],
    ['not at the same instant by an earlier one', { commentId: 4 }, false],
    ['not by itself', { commentId: 5 }, false]
  ])('%s', (_, change, expected) => {
    const tombstone = { userId: BOB.id, commentId: 9, at: fresh.createdAt, ...change }
    expect(entry && isBuried(entry, [tombstone])).toBe(expected)
  })
})

test.each<[string, Partial<CommentFacts>, Parameters<typeof pullRequest>[0], string | null]>([
  ['in order', {}, {}, null],
  ['at the instant of the merge', {}, { state: 'merged', closedAt: fresh.createdAt }, null],
  ['after the merge', {}, { state: 'merged', closedAt: later(fresh.createdAt, -1) }, 'not-open'],
  ['of a merge at an unknown time', {}, { state: 'merged', closedAt: null }, 'not-open'],
  ['before it was closed', {}, { state: 'closed', closedAt: after }, 'not-open'],
  ['before another base', {}, { resetAt: after }, 'before-reset'],
  ['at the instant of another base', {}, { resetAt: fresh.createdAt }, null],
  ['five minutes ahead', { createdAt: later(NOW, 300_000), updatedAt: later(NOW, 300_000) }, {}, null],
  ['more than that', { createdAt: later(NOW, 300_001), updatedAt: later(NOW, 300_001) }, {}, 'from-future'],
  ['of an account that is gone', { user: null }, {}, 'no-user'],
  ['edited', { lastEditedAt: after }, {}, 'edited'],
  ['edited at its own instant', { includesCreatedEdit: true }, {}, 'edited'],
  ['touched', { updatedAt: after }, {}, 'edited'],
  ['hidden', { minimized: true }, {}, 'hidden']
])('a command %s', (_, change, pull, code) => {
  const lines = readComments([of(change)], facts([], { pullRequest: pullRequest(pull) }), NOW)
  expect(lines.map(({ problem }) => problem?.code ?? null)).toEqual([code])
})
