import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts } from '../../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals, peopleToAsk } from '../../../../src/core/exceptions/approval/approvals.js'
import {
  APPROVERS,
  AUTHOR,
  approve,
  BOB,
  BOT,
  CAROL,
  comment,
  edited,
  facts,
  MALLORY,
  reject,
  subject
} from '../approval-builders.js'
import { exceptionPolicy, NOW } from '../builders.js'

const policy = exceptionPolicy()
const good = comment(5, BOB, approve())
const gone = (author: typeof BOB | null, actorId: number | null, number: number) => ({
  author,
  actorId,
  at: comment(number, null, '').createdAt
})
const deleted = (...each: ReturnType<typeof gone>[]) => facts([good], { deletedComments: each })
const unasked = new Map([...APPROVERS].filter(([id]) => id !== CAROL.id))

/** A comment that somebody else has changed or deleted may have been a rejection; of whom, and when, decides. */
describe('what another approver wrote is not as it was written', () => {
  test.each<[string, ApprovalFacts, counts: boolean]>([
    ['deleted by the author of the change, after the approval', deleted(gone(CAROL, AUTHOR.id, 6)), false],
    ['deleted by nobody known', deleted(gone(CAROL, null, 6)), false],
    ['deleted at the same moment', deleted(gone(CAROL, AUTHOR.id, 5)), false],
    ['deleted by herself', deleted(gone(CAROL, CAROL.id, 6)), true],
    ['deleted before the approval', deleted(gone(CAROL, AUTHOR.id, 4)), true],
    ['of somebody without a right, deleted', deleted(gone(MALLORY, AUTHOR.id, 6)), true],
    ['of a bot, deleted', deleted(gone(BOT, AUTHOR.id, 6)), true],
    ['deleted, and nobody can tell what she may', { ...deleted(gone(CAROL, AUTHOR.id, 6)), approvers: unasked }, false],
    [
      'a rejection from before, edited into prose after the approval',
      facts([
        { ...edited(comment(2, CAROL, reject()), AUTHOR, 'thanks'), lastEditedAt: comment(6, null, '').createdAt },
        good
      ]),
      false
    ],
    [
      'edited into prose before the approval',
      facts([edited(comment(2, CAROL, reject()), AUTHOR, 'thanks'), good]),
      true
    ],
    [
      'edited by herself',
      facts([{ ...edited(comment(2, CAROL, 'no'), CAROL, 'thanks'), lastEditedAt: NOW }, good]),
      true
    ],
    [
      'edited, of another pull request',
      facts([good, edited(comment(6, CAROL, 'x', { pullRequest: 41 }), AUTHOR)]),
      true
    ]
  ])('%s: %j', (_, given, counts) => {
    const { records, commands } = deriveApprovals(given, policy, NOW)
    expect(records).toHaveLength(counts ? 1 : 0)
    expect(commands.filter(({ verb }) => verb === 'approve').map(({ code }) => code)).toEqual([
      counts ? 'counted' : 'later-comment-changed'
    ])
  })

  test('approved again since, it counts', () => {
    const again = facts([good, comment(7, BOB, approve())], { deletedComments: [gone(CAROL, AUTHOR.id, 6)] })
    expect(deriveApprovals(again, policy, NOW).records).toHaveLength(1)
  })

  test('at tier 0 both approvals are in doubt, whoever of the two was silenced', () => {
    const two = facts([good, comment(6, CAROL, approve())], {
      findings: [subject(1, { tier: 0 })],
      deletedComments: [gone(CAROL, AUTHOR.id, 7)]
    })
    expect(deriveApprovals(two, policy, NOW).commands.map(({ code }) => code)).toEqual([
      'later-comment-changed',
      'later-comment-changed'
    ])
  })
})

test('whose comment was changed or deleted by another is looked up, and nobody else for that', () => {
  const comments = [
    edited(comment(1, CAROL, 'prose'), AUTHOR, 'other prose'),
    edited(comment(2, MALLORY, 'prose'), MALLORY, 'other prose'),
    edited(comment(3, BOT, 'prose'), AUTHOR, 'other prose'),
    edited(comment(4, null, 'prose'), AUTHOR, 'other prose')
  ]
  const deletedComments = [gone(BOB, AUTHOR.id, 5), gone(AUTHOR, AUTHOR.id, 5), gone(null, null, 5)]
  expect(peopleToAsk({ comments, deletedComments, labels: null })).toEqual([BOB, CAROL])
})
