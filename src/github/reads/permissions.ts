import { asObject } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isFailure } from '../http/failure.js'
import type { RepositoryRole, TeamMembership } from '../objects.js'
import { inner, numberIn, requiredText, textIn } from '../record.js'

/** Logins as GitHub makes them, with the underscore of managed users and the suffix of bots. */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/
const NOBODY: RepositoryRole = { role: 'none', userId: null }

/**
 * The effective role of a user, teams and organisation included. `role_name` is read, not `permission`, which folds
 * `maintain` into `write` and `triage` into `read`.
 */
export async function roleOf(client: Client, login: string): Promise<RepositoryRole> {
  if (!LOGIN.test(login)) return NOBODY
  const route = `GET ${repositoryAddress(client.repository)}${address`/collaborators/${login}/permission`}`
  const answer = await attempt(client.json({ what: `read the role of ${login}`, route, needs: 'metadata: read' }))
  if (!answer.ok) {
    // GitHub answers 404 for logins that nobody has.
    if (isFailure(answer.error, 'not-found')) return NOBODY
    throw answer.error
  }
  const permission = asObject(answer.value)
  const role = textIn(permission, 'role_name') ?? requiredText(permission, 'permission')
  return { role: role === '' ? 'none' : role, userId: numberIn(inner(permission, 'user'), 'id') }
}

/**
 * Whether a user belongs to a team. GitHub answers 404 both to "not a member" and to "you cannot see this team", so
 * the team itself is asked for: one that cannot be seen is an error, never a no.
 */
export async function teamMembership(
  client: Client,
  organisation: string,
  team: string,
  login: string
): Promise<TeamMembership> {
  if (!LOGIN.test(login)) return 'none'
  const base = address`/orgs/${organisation}/teams/${team}`
  const needs = 'members: read (of the organisation)'
  const what = `read the members of the team ${organisation}/${team}`
  const answer = await attempt(client.json({ what, route: `GET ${base}${address`/memberships/${login}`}`, needs }))
  if (answer.ok) return requiredText(asObject(answer.value), 'state') === 'active' ? 'active' : 'pending'
  if (!isFailure(answer.error, 'not-found')) throw answer.error
  await client.json({ what, route: `GET ${base}`, needs })
  return 'none'
}
