import type { Json, JsonRecord } from './openapi.js'
import { accountJson, appJson, commentJson, issueJson, labelJson } from './represent.js'
import { type FakeRequest, invalid, nextId, notFound, paged, type Route, string } from './route.js'
import type { FakeComment, FakeIssue, FakeReaction } from './state.js'

const R = '/repos/{owner}/{repo}'
const READ = ['issues:read', 'pull_requests:read']
const WRITE = ['issues:write', 'pull_requests:write']
/** Characters; in no description. */
const MAX_BODY = 65_536

/** A pull request is an issue too. */
export function issueOf({ repository, parameters }: FakeRequest): FakeIssue {
  const number = Number(parameters.issue_number)
  const there = repository.issues.find(issue => issue.number === number)
  if (there !== undefined) return there
  const pull = repository.pulls.find(candidate => candidate.number === number)
  if (pull === undefined) throw notFound()
  const issue = { number, title: pull.title, body: pull.body, state: pull.state, user: pull.user, labels: [] }
  repository.issues.push(issue)
  return issue
}

function commentOf({ repository, parameters }: FakeRequest): FakeComment {
  const found = repository.comments.find(({ id }) => id === Number(parameters.comment_id))
  if (found === undefined) throw notFound()
  return found
}

function checkBody(body: JsonRecord): string {
  const text = string(body.body)
  if (text.length > MAX_BODY) throw invalid('Body is too long (maximum is 65536 characters)')
  if (text.trim() === '') throw invalid('Body cannot be blank')
  return text
}

function listComments(request: FakeRequest) {
  const { number } = issueOf(request)
  const own = request.repository.comments.filter(({ issue }) => issue === number).toSorted((a, b) => a.id - b.id)
  return paged(request, own, page => page.map(comment => commentJson(request, comment)))
}

function createComment(request: FakeRequest) {
  const { state, repository, token } = request
  const body = checkBody(request.body)
  const made: FakeComment = {
    id: nextId(state),
    issue: issueOf(request).number,
    user: token.actor,
    app: token.app,
    body,
    createdAt: state.now,
    updatedAt: state.now,
    lastEditedAt: null,
    editor: null,
    includesCreatedEdit: false,
    minimized: false
  }
  repository.comments.push(made)
  return { status: 201, body: commentJson(request, made) }
}

function updateComment(request: FakeRequest) {
  const comment = commentOf(request)
  comment.body = checkBody(request.body)
  comment.updatedAt = request.state.now
  comment.lastEditedAt = request.state.now
  comment.editor = request.token.actor
  return { status: 200, body: commentJson(request, comment) }
}

function deleteComment(request: FakeRequest) {
  const { id, issue, user } = commentOf(request)
  const { token, state, repository } = request
  repository.timeline.push({ kind: 'deleted', issue, author: user, actor: token.actor, at: state.now })
  request.repository.comments = request.repository.comments.filter(comment => comment.id !== id)
  return { status: 204 }
}

function reactionJson({ openapi }: FakeRequest, { id, user, content }: FakeReaction): Json {
  return { id, node_id: `R_${id}`, user: accountJson(openapi, user), content, created_at: '2026-11-23T12:00:00Z' }
}

function listReactions(request: FakeRequest) {
  const { id } = commentOf(request)
  const own = request.repository.reactions.filter(({ comment }) => comment === id)
  return paged(
    request,
    own.map(reaction => reactionJson(request, reaction))
  )
}

function createReaction(request: FakeRequest) {
  const { state, repository, token } = request
  const comment = commentOf(request).id
  const content = string(request.body.content)
  const there = repository.reactions.find(
    other => other.comment === comment && other.user.id === token.actor.id && other.content === content
  )
  if (there !== undefined) return { status: 200, body: reactionJson(request, there) }
  const made = { id: nextId(state), comment, user: token.actor, content }
  repository.reactions.push(made)
  return { status: 201, body: reactionJson(request, made) }
}

function deleteReaction({ repository, parameters }: FakeRequest) {
  const id = Number(parameters.reaction_id)
  if (!repository.reactions.some(reaction => reaction.id === id)) throw notFound()
  repository.reactions = repository.reactions.filter(reaction => reaction.id !== id)
  return { status: 204 }
}

function listLabels(request: FakeRequest) {
  return paged(
    request,
    issueOf(request).labels.map(name => labelJson(request, name))
  )
}

function addLabels(request: FakeRequest) {
  const { state, repository, token, body } = request
  const issue = issueOf(request)
  for (const label of (body.labels ?? []) as readonly string[]) {
    if (label.trim() === '' || label.length > 50) throw invalid('name is too long (maximum is 50 characters)')
    if (issue.labels.some(other => other.toLowerCase() === label.toLowerCase())) continue
    issue.labels.push(label)
    const event = { issue: issue.number, event: 'labeled', label, actor: token.actor, createdAt: state.now } as const
    repository.labelEvents.push(event)
  }
  return { status: 200, body: issue.labels.map(name => labelJson(request, name)) }
}

function removeLabel(request: FakeRequest) {
  const { state, repository, token, parameters } = request
  const issue = issueOf(request)
  const label = issue.labels.find(name => name.toLowerCase() === parameters.name?.toLowerCase())
  if (label === undefined) throw notFound()
  issue.labels = issue.labels.filter(name => name !== label)
  const event = { issue: issue.number, event: 'unlabeled', label, actor: token.actor, createdAt: state.now } as const
  repository.labelEvents.push(event)
  return { status: 200, body: issue.labels.map(name => labelJson(request, name)) }
}

function timeline(request: FakeRequest) {
  const { openapi, repository, url } = request
  const { number } = issueOf(request)
  const events = repository.labelEvents.filter(({ issue }) => issue === number)
  return paged(
    request,
    events.map(({ event, label, actor, createdAt, app }, index) => ({
      id: index + 1,
      node_id: `E_${index + 1}`,
      url: `${url}/events/${index + 1}`,
      actor: accountJson(openapi, actor),
      event,
      commit_id: null,
      commit_url: null,
      created_at: createdAt,
      performed_via_github_app: app === undefined ? null : appJson(openapi, app),
      ...(event === 'renamed' ? { rename: { from: 'a', to: label } } : { label: { name: label, color: 'ededed' } })
    }))
  )
}

function listIssues(request: FakeRequest) {
  const wanted = request.query.get('state') ?? 'open'
  const shown = request.repository.issues.filter(({ state }) => wanted === 'all' || state === wanted)
  return paged(
    request,
    shown.map(issue => issueJson(request, issue))
  )
}

function createIssue(request: FakeRequest) {
  const { state, repository, token, body } = request
  const issue: FakeIssue = {
    number: nextId(state),
    title: string(body.title),
    body: checkBody(body),
    state: 'open',
    user: token.actor,
    labels: [...((body.labels ?? []) as readonly string[])]
  }
  repository.issues.push(issue)
  return { status: 201, body: issueJson(request, issue) }
}

function updateIssue(request: FakeRequest) {
  const issue = issueOf(request)
  const { title, body, state } = request.body
  if (typeof title === 'string') issue.title = title
  if (typeof body === 'string') issue.body = checkBody(request.body)
  if (state === 'open' || state === 'closed') issue.state = state
  return { status: 200, body: issueJson(request, issue) }
}

export const CONVERSATION_ROUTES: readonly Route[] = [
  { route: `GET ${R}/issues/{issue_number}/comments`, needs: READ, handle: listComments },
  { route: `POST ${R}/issues/{issue_number}/comments`, needs: WRITE, handle: createComment },
  { route: `PATCH ${R}/issues/comments/{comment_id}`, needs: WRITE, handle: updateComment },
  { route: `DELETE ${R}/issues/comments/{comment_id}`, needs: WRITE, handle: deleteComment },
  { route: `GET ${R}/issues/comments/{comment_id}/reactions`, needs: READ, handle: listReactions },
  { route: `POST ${R}/issues/comments/{comment_id}/reactions`, needs: WRITE, handle: createReaction },
  { route: `DELETE ${R}/issues/comments/{comment_id}/reactions/{reaction_id}`, needs: WRITE, handle: deleteReaction },
  { route: `GET ${R}/issues/{issue_number}/labels`, needs: READ, handle: listLabels },
  { route: `POST ${R}/issues/{issue_number}/labels`, needs: WRITE, handle: addLabels },
  { route: `DELETE ${R}/issues/{issue_number}/labels/{name}`, needs: WRITE, handle: removeLabel },
  { route: `GET ${R}/issues/{issue_number}/timeline`, needs: READ, handle: timeline },
  { route: `GET ${R}/issues`, needs: ['issues:read'], handle: listIssues },
  { route: `POST ${R}/issues`, needs: ['issues:write'], handle: createIssue },
  { route: `PATCH ${R}/issues/{issue_number}`, needs: WRITE, handle: updateIssue }
]
