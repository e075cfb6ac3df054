import { authorityOf } from '../../core/exceptions/approval/people.js'
import type { Verb } from '../../core/exceptions/commands/command.js'
import { commandsIn } from '../../core/exceptions/commands/comment.js'
import type { Account } from '../../core/ground/account.js'
import { attempt } from '../../github/http/failure.js'
import type { Comment } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import { askAuthority } from '../approvals/authority.js'
import { policyOfRun } from '../facts/policy-at.js'
import type { Run } from '../run-context.js'

/** A command that could change an answer, if its author may give it. */
interface Say {
  readonly verb: Verb
  readonly author: Account
}

/**
 * Whether the answer to a comment is none: it could not be decided, and nothing that was said can have made the check
 * that is there any stricter. Then it stays, or anybody could turn it red. What cannot be told is no such thing.
 */
export async function isPowerless(run: Run): Promise<boolean> {
  const { occasion, change, github, gateCheck } = run
  // Only a comment answers in nothing but a check that is there.
  if (occasion.mark.run !== 'named' || github === null || change.pullRequest === null) return false
  // Where there is none that could stay, nothing has passed.
  if (gateCheck === null) return false
  const comments = await attempt(github.comments(change.pullRequest))
  if (!comments.ok) return false
  const said = comments.value.flatMap(sayOf)
  if (said.length === 0) return true
  const heard = await withRight(said, run, github)
  if (heard === null) return false
  const isGreen = gateCheck.conclusion === 'success' || gateCheck.conclusion === 'neutral'
  return heard.length === 0 || (isGreen && !heard.some(({ verb }) => verb === 'reject' || verb === 'revoke'))
}

function sayOf({ body, author }: Comment): readonly Say[] {
  if (author === null) return []
  return commandsIn(body).flatMap(({ verb }) => (verb === 'request' ? [] : [{ verb, author }]))
}

/** What people said who have a right to it, or may have; null where nobody can tell. */
async function withRight(said: readonly Say[], run: Run, github: GitHub): Promise<readonly Say[] | null> {
  const policy = await policyOrNull(run)
  if (policy === null) return null
  const people = new Map(said.map(({ author }) => [author.id, author]))
  const approvers = await askAuthority(github, [...people.values()], policy.exceptions.approvers)
  return said.filter(({ author }) => authorityOf(author, { approvers }, policy.exceptions) !== 'none')
}

async function policyOrNull(run: Run) {
  try {
    return await policyOfRun(run)
  } catch {
    // It is told by whoever needs it to decide.
    return null
  }
}
