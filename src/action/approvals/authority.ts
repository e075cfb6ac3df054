import type { ApproverFacts } from '../../core/exceptions/approval/approval-facts.js'
import type { Account } from '../../core/ground/account.js'
import type { ExceptionPolicy } from '../../core/policy/policy.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'

/** People who are asked about at a time. */
const AT_ONCE = 8

/**
 * What GitHub says about the authority of exactly these people, by their number. What could not be read is kept as an
 * error: it is neither a yes nor a no.
 */
export async function askAuthority(
  github: GitHub,
  people: readonly Account[],
  approvers: ExceptionPolicy['approvers']
): Promise<ReadonlyMap<number, ApproverFacts>> {
  const answers = new Map<number, ApproverFacts>()
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE)
    const facts = await Promise.all(some.map(person => authorityOf(github, person, approvers)))
    for (const [index, person] of some.entries()) {
      const answer = facts[index]
      if (answer !== undefined) answers.set(person.id, answer)
    }
  }
  return answers
}

async function authorityOf(
  github: GitHub,
  { id, login }: Account,
  { roles, teams }: ExceptionPolicy['approvers']
): Promise<ApproverFacts> {
  const errors: string[] = []
  const role = roles.length === 0 ? null : await attempt(github.roleOf(login))
  if (role !== null && !role.ok) errors.push(role.error.message)
  // GitHub is asked by login, which may have passed to somebody else since.
  if (role?.ok && role.value.userId !== null && role.value.userId !== id) errors.push('the login is of another account')
  const memberships = new Map<string, 'active' | 'pending' | 'none'>()
  for (const team of teams) {
    const [, organisation = '', slug = ''] = /^@?([^/]+)\/([^/]+)$/.exec(team) ?? []
    const answer = await attempt(github.teamMembership(organisation, slug, login))
    if (answer.ok) memberships.set(`${organisation}/${slug}`, answer.value)
    else errors.push(answer.error.message)
  }
  const roleName = role?.ok && role.value.userId === id ? role.value.role : null
  return { roleName, teams: memberships, error: errors.length === 0 ? null : errors.join('; ') }
}
