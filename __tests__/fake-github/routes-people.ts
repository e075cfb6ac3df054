import type { JsonRecord } from './openapi.js'
import { accountJson, appJson } from './represent.js'
import { type FakeRequest, notFound, type Route } from './route.js'

const R = '/repos/{owner}/{repo}'
/** `permission` knows four values only and folds the others into them. */
const FOLDED: Readonly<Record<string, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none'
}

function roleOf({ openapi, repository, parameters }: FakeRequest) {
  const found = repository.roles[parameters.username ?? '']
  if (found === undefined) throw notFound()
  const user = { ...accountJson(openapi, found.user), role_name: found.role }
  return { status: 200, body: { permission: FOLDED[found.role] ?? 'read', role_name: found.role, user } }
}

function repositoryJson({ openapi, repository }: FakeRequest) {
  const { source: _source, parent: _parent, ...template } = openapi.example('full-repository-default-response')
  const { id, name, owner, defaultBranch } = repository
  // GitHub's own example lacks the language, in the repositories inside it too.
  const body = { ...template, language: null, id, name, full_name: `${owner}/${name}`, default_branch: defaultBranch }
  return { status: 200, body }
}

function teamOf({ state, parameters }: FakeRequest) {
  const found = state.teams.find(team => team.organisation === parameters.org && team.slug === parameters.team_slug)
  if (found === undefined) throw notFound()
  return found
}

function teamJson(request: FakeRequest) {
  const template: JsonRecord = request.openapi.example('team-full')
  // GitHub's own example lacks two members that GitHub's own description wants.
  const organization = { ...(template.organization as JsonRecord), archived_at: null }
  return { status: 200, body: { ...template, type: 'organization', organization, slug: teamOf(request).slug } }
}

function membership(request: FakeRequest) {
  const state = teamOf(request).members[request.parameters.username ?? '']
  if (state === undefined) throw notFound()
  return { status: 200, body: { url: `${request.url}/membership`, role: 'member', state } }
}

function app(request: FakeRequest) {
  const { state, openapi, parameters } = request
  const token = Object.values(state.tokens).find(({ app: known }) => known?.slug === parameters.app_slug)
  if (token?.app === undefined || token.app === null) throw notFound()
  return { status: 200, body: appJson(openapi, token.app) }
}

/** A token without `members` sees no team: GitHub answers as if there were none. */
export const PEOPLE_ROUTES: readonly Route[] = [
  { route: `GET ${R}`, needs: ['metadata:read'], handle: repositoryJson },
  { route: `GET ${R}/collaborators/{username}/permission`, needs: ['metadata:read'], handle: roleOf },
  { route: 'GET /orgs/{org}/teams/{team_slug}', needs: ['members:read'], handle: teamJson },
  { route: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}', needs: ['members:read'], handle: membership },
  { route: 'GET /apps/{app_slug}', needs: [], handle: app }
]
