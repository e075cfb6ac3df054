import { asArray, asObject, type JsonObject, type JsonValue, member } from '../core/ground/json.js'
import type { Client } from './http/client.js'
import { GitHubError, type GitHubFailure } from './http/failure.js'
import { unreadable } from './http/retry.js'
import type { Call } from './http/transport.js'
import type { CommentDetails } from './objects.js'
import { inner, numberIn, requiredText, textIn } from './record.js'

/** Nodes of one query; GitHub allows 100. */
const BATCH = 100

const COMMENT_FACTS = `query CommentFacts($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { id lastEditedAt includesCreatedEdit isMinimized editor { login ... on User { databaseId } ... on Bot { databaseId } } }
  }
}`

const RESTORE = `mutation Restore($id: ID!) {
  unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } }
}`

/** Asks GraphQL. An answer with errors is a failure even where it holds data: half a list is no list. */
export function query(
  client: Client,
  what: string,
  document: string,
  variables: { readonly [name: string]: JsonValue }
): Promise<JsonObject> {
  return ask(client, {
    what,
    route: `POST ${client.graphqlUrl}`,
    parameters: { query: document, variables },
    reads: true
  })
}

/** Edits and visibility of comments. Nodes that are gone, or are no comments, have no entry. */
export async function commentFacts(client: Client, nodeIds: readonly string[]): Promise<readonly CommentDetails[]> {
  const facts: CommentDetails[] = []
  for (let start = 0; start < nodeIds.length; start += BATCH) {
    const ids = nodeIds.slice(start, start + BATCH)
    const data = await query(client, 'read the edits of comments', COMMENT_FACTS, { ids })
    const nodes = asArray(member(data, 'nodes')).map(asObject)
    facts.push(...nodes.filter(node => textIn(node, 'id') !== null).map(toFacts))
  }
  return facts
}

/** Shows a hidden comment again. */
export async function restoreComment(client: Client, nodeId: string): Promise<void> {
  const parameters = { query: RESTORE, variables: { id: nodeId } }
  const needs = 'pull-requests: write'
  await ask(client, { what: 'show a hidden comment again', route: `POST ${client.graphqlUrl}`, parameters, needs })
}

async function ask(client: Client, call: Call): Promise<JsonObject> {
  const answer = asObject(await client.json(call))
  const data = inner(answer, 'data')
  const types = asArray(member(answer, 'errors')).map(error => textIn(asObject(error), 'type') ?? 'UNKNOWN')
  // A node that is gone is null among the data, with an error of this type: an answer, not a failure.
  if (data !== null && types.every(type => type === 'NOT_FOUND')) return data
  const failure = failureOf(types)
  throw failure === null
    ? unreadable(call, `GraphQL answered with errors ${types.join(' ')}`.trim(), 200)
    : new GitHubError(`GitHub: cannot ${call.what}: GraphQL answered ${types.join(' ')}`, failure, 200)
}

/** GraphQL answers 200 whatever happens; its `type` says what a status would. Null: nothing that we know. */
function failureOf(types: readonly string[]): GitHubFailure | null {
  if (types.includes('RATE_LIMITED')) return { kind: 'rate-limited', until: null }
  if (types.includes('FORBIDDEN')) return { kind: 'forbidden', permission: null }
  return null
}

/** Facts that decide over an approval must be there; a missing one is never taken for "not edited". */
function toFacts(node: JsonObject | null): CommentDetails {
  return {
    nodeId: requiredText(node, 'id'),
    lastEditedAt: member(node, 'lastEditedAt') === null ? null : requiredText(node, 'lastEditedAt'),
    editorId: numberIn(inner(node, 'editor'), 'databaseId'),
    includesCreatedEdit: member(node, 'includesCreatedEdit') !== false,
    minimized: member(node, 'isMinimized') !== false
  }
}
