import { executeSync } from 'graphql'
import { historyOf } from './history.js'
import { checkedQuery, graphqlSchema } from './published.kept.js'
import type { FakeResponse } from './route.js'
import type { FakeAccount, FakeComment, FakeState, FakeToken } from './state.js'

/** Answers GraphQL from the state; documents are checked against GitHub's own schema. */
export interface FakeGraphql {
  answer(state: FakeState, token: FakeToken, body: unknown): { response: FakeResponse; violations: readonly string[] }
}

export function fakeGraphql(): FakeGraphql {
  return {
    answer(state, token, body) {
      const { query, variables } = body as { query: string; variables?: Record<string, unknown> }
      const { document, problems } = checkedQuery(query)
      if (problems.length > 0)
        return { response: { status: 200, body: { errors: [{ message: 'bad' }] } }, violations: problems }
      const rootValue = resolvers(state, token)
      const result = executeSync({ schema: graphqlSchema(), document, rootValue, variableValues: variables ?? {} })
      const errors = result.errors?.map(error => ({
        message: error.message,
        type: String(error.originalError?.name ?? 'UNKNOWN'),
        path: [...(error.path ?? [])]
      }))
      const answer = JSON.parse(JSON.stringify({ data: result.data ?? null, ...(errors ? { errors } : {}) }))
      return { response: { status: 200, body: answer }, violations: [] }
    }
  }
}

function resolvers(state: FakeState, token: FakeToken) {
  const comments = () => state.repositories.flatMap(repository => repository.comments)
  const find = (id: string) => comments().find(comment => `IC_${comment.id}` === id)
  return {
    repository: (wanted: { owner: string; name: string }) => historyOf(state, wanted),
    viewer: { login: token.actor.login, databaseId: token.actor.id },
    nodes: ({ ids }: { ids: readonly string[] }) =>
      ids.map(id => {
        const comment = find(id)
        return comment === undefined
          ? typed('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
          : node(comment)
      }),
    unminimizeComment: ({ input }: { input: { subjectId: string } }) => {
      if (token.permissions.pull_requests !== 'write' && token.permissions.issues !== 'write') {
        return typed('FORBIDDEN', 'Resource not accessible by integration')
      }
      const comment = find(input.subjectId)
      if (comment === undefined) return typed('NOT_FOUND', 'Could not resolve to a node')
      comment.minimized = false
      return { unminimizedComment: node(comment) }
    }
  }
}

/** GraphQL shows a bot without the `[bot]` of its login. */
export const actor = (account: FakeAccount | null) =>
  account === null
    ? null
    : { __typename: account.type, login: account.login.replace(/\[bot\]$/, ''), databaseId: account.id }

const node = (comment: FakeComment) => ({
  __typename: 'IssueComment',
  id: `IC_${comment.id}`,
  author: actor(comment.user),
  editor: actor(comment.editor),
  lastEditedAt: comment.lastEditedAt,
  includesCreatedEdit: comment.includesCreatedEdit,
  isMinimized: comment.minimized
})

/** GitHub gives its errors a `type`. */
function typed(type: string, message: string): Error {
  const error = new Error(message)
  error.name = type
  return error
}
