import type { Account } from '../../ground/account.js'
import type { ExceptionPolicy } from '../../policy/policy.js'
import type { ApprovalFacts, ApprovalFinding } from './approval-facts.js'
import type { CommandEntry } from './comments.js'
import type { CommandReason } from './result.js'

/** What a person may do: approve, or not, or nobody can tell. */
export type Authority = 'approver' | 'none' | 'unknown'

/**
 * The authority of a person now (V5 to V7): named by the policy, an active member of one of its teams, or holding one
 * of its roles in the repository. What cannot be read gives none.
 */
export function authorityOf(
  account: Pick<Account, 'id' | 'login'>,
  facts: Pick<ApprovalFacts, 'approvers'>,
  policy: ExceptionPolicy
): Authority {
  const { users, teams, roles } = policy.approvers
  const isNamed = users.some(user => user.replace(/^@/, '').toLowerCase() === account.login.toLowerCase())
  if (isNamed) return 'approver'
  const known = facts.approvers.get(account.id)
  if (known === undefined) return 'unknown'
  const memberships = new Map([...known.teams].map(([team, state]) => [team.toLowerCase(), state]))
  const isMember = teams.some(team => memberships.get(team.replace(/^@/, '').toLowerCase()) === 'active')
  const hasRole = known.roleName !== null && roles.includes(known.roleName)
  if (isMember || hasRole) return 'approver'
  return known.error === null ? 'none' : 'unknown'
}

/** Why this person cannot approve anything by this policy, or null. */
export function authorityProblem(
  account: Pick<Account, 'id' | 'login'>,
  facts: ApprovalFacts,
  policy: ExceptionPolicy
): CommandReason | null {
  switch (authorityOf(account, facts, policy)) {
    case 'approver':
      return null
    case 'none':
      return { code: 'not-approver', sentence: 'the policy does not name this person as an approver' }
    case 'unknown':
      return { code: 'authority-unknown', sentence: 'whether this person is an approver could not be read' }
  }
}

/** Who is alone in a repository has another way: what is merged on the base branch has been approved there. */
const OWN_CHANGE =
  'nobody approves for their own pull request; ask another approver, or have the exception merged into the exceptions file of the base branch by a pull request of its own'

/** Why this person is too close to the change to approve for this finding (V4), or null. */
export function independenceProblem(
  { id }: Pick<Account, 'id'>,
  finding: ApprovalFinding,
  requesters: ReadonlySet<number>,
  { pullRequest: { author, contributors, pushers } }: ApprovalFacts
): CommandReason | null {
  if (author?.id === id) return { code: 'own-change', sentence: OWN_CHANGE }
  if (contributors === null) {
    return { code: 'contributors-unknown', sentence: 'the commits of the pull request could not all be read' }
  }
  if (contributors.some(({ userId }) => userId === id)) {
    return { code: 'contributor', sentence: 'nobody approves for a change with commits of their own' }
  }
  if (pushers?.includes(id) === true) {
    return { code: 'pusher', sentence: 'nobody approves for a change that they pushed themselves' }
  }
  if (finding.tier === 0 && (author === null || contributors.some(({ userId }) => userId === null))) {
    const sentence = 'at tier 0 every commit must belong to a known account, and one does not'
    return { code: 'unmapped-commit', sentence }
  }
  if (finding.tier === 0 && (pushers === null || pushers.includes(null))) {
    const sentence = 'at tier 0 it must be known who pushed the commits, and it is not'
    return { code: 'pusher-unknown', sentence }
  }
  return requesters.has(id) ? { code: 'requester', sentence: 'nobody approves what they requested themselves' } : null
}

/**
 * Who asked for an exception, by finding: also in comments that do not count, so that no edit makes an approver out of
 * a requester.
 */
export function requestersOf(
  entries: readonly Pick<CommandEntry, 'userId' | 'command'>[]
): ReadonlyMap<string, ReadonlySet<number>> {
  const requesters = new Map<string, Set<number>>()
  for (const { userId, command } of entries) {
    if (command.verb !== 'request') continue
    requesters.set(command.finding, (requesters.get(command.finding) ?? new Set()).add(userId))
  }
  return requesters
}
