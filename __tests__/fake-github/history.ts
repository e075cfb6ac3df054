import { actor } from './graphql.js'
import type { FakeAccount, FakePull, FakeRepository, FakeState } from './state.js'

/** Pages of a timeline, small enough that tests reach a second one. */
const PAGE = 5

/** A repository as GraphQL shows it, as far as the history of its pull requests. */
export function historyOf(state: FakeState, { owner, name }: { readonly owner: string; readonly name: string }) {
  const repository = state.repositories.find(each => each.owner === owner && each.name === name)
  if (repository === undefined) return null
  return { pullRequest: ({ number }: { number: number }) => pullOf(state, repository, number) }
}

function pullOf(state: FakeState, repository: FakeRepository, number: number) {
  const pull = repository.pulls.find(each => each.number === number)
  if (pull === undefined) return null
  const issue = repository.issues.find(each => each.number === number)
  const events = [...labelEvents(repository, number), ...otherEvents(repository, number)]
  return {
    closedAt: pull.state === 'closed' ? (pull.closedAt ?? '2026-11-23T12:00:00Z') : null,
    labels: { nodes: (issue?.labels ?? []).map(label => ({ id: labelIdOf(repository, label), name: label })) },
    commits: ({ after }: { after?: string | null }) => commitsOf(state, repository, pull, Number(after ?? 0)),
    timelineItems: ({ after }: { after?: string | null }) => {
      const start = Number(after ?? 0)
      const end = start + PAGE
      return {
        pageInfo: { hasNextPage: end < events.length, endCursor: String(end) },
        nodes: events.slice(start, end)
      }
    }
  }
}

/** GitHub lists no more of them, here as in REST. */
const MOST_COMMITS = 250

function commitsOf(state: FakeState, { commits }: FakeRepository, pull: FakePull, start: number) {
  const listed = pull.commits.slice(0, MOST_COMMITS)
  const end = start + PAGE
  const authorsOf = (sha: string) => {
    const commit = commits.find(each => each.sha === sha)
    const trailers = [...(commit?.message ?? '').matchAll(/^co-authored-by:.*<([^<>]*)>\s*$/gim)]
    const own = { email: commit?.email ?? '', user: commit?.author?.type === 'User' ? actor(commit.author) : null }
    return [own, ...trailers.map(([, email = '']) => ({ email, user: actor(accountOf(state, email)) }))]
  }
  return {
    pageInfo: { hasNextPage: end < listed.length, endCursor: String(end) },
    nodes: listed.slice(start, end).map(sha => ({ commit: { authors: { nodes: authorsOf(sha) } } }))
  }
}

const accountOf = ({ addresses }: FakeState, email: string): FakeAccount | null =>
  addresses[email.toLowerCase()] ?? null

/** The label that there is now is the one that was set last. */
function labelIdOf({ labelEvents: events }: FakeRepository, name: string): string {
  return events.findLast(({ label }) => label === name)?.labelId ?? `LA_${name}`
}

/** The same node ids as in REST, where renamings are counted too. */
const labelEvents = ({ labelEvents: events }: FakeRepository, number: number) =>
  events
    .filter(({ issue }) => issue === number)
    .map((event, index) => ({
      __typename: event.event === 'labeled' ? 'LabeledEvent' : 'UnlabeledEvent',
      isRename: event.event === 'renamed',
      id: `E_${index + 1}`,
      createdAt: event.createdAt,
      actor: actor(event.actor),
      label: { id: event.labelId ?? `LA_${event.label}`, name: event.label }
    }))
    .filter(({ isRename }) => !isRename)

const otherEvents = ({ timeline }: FakeRepository, number: number) =>
  timeline
    .filter(({ issue }) => issue === number)
    .map(event =>
      event.kind === 'deleted'
        ? {
            __typename: 'CommentDeletedEvent',
            createdAt: event.at,
            actor: actor(event.actor),
            deletedCommentAuthor: actor(event.author)
          }
        : { __typename: event.kind === 'reopened' ? 'ReopenedEvent' : 'BaseRefChangedEvent', createdAt: event.at }
    )
