import { type Account, accountTypeOf } from '../../core/ground/account.js'
import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../core/ground/json.js'
import { query } from '../graphql.js'
import type { Client } from '../http/client.js'
import type { PullHistory } from '../objects.js'
import { inner, MissingMember, numberIn, requiredText, textIn } from '../record.js'

const ACTOR = '{ __typename login ... on User { databaseId } ... on Bot { databaseId } }'

const HISTORY = `query PullHistory($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      closedAt
      labels(first: 100) { nodes { id name } }
      timelineItems(first: 100, after: $after, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, COMMENT_DELETED_EVENT,
        REOPENED_EVENT, BASE_REF_CHANGED_EVENT, AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT]) {
        pageInfo { hasNextPage endCursor }
        nodes {
          __typename
          ... on LabeledEvent { id createdAt actor ${ACTOR} label { id name } }
          ... on UnlabeledEvent { id createdAt actor ${ACTOR} label { id name } }
          ... on CommentDeletedEvent { createdAt actor ${ACTOR} deletedCommentAuthor ${ACTOR} }
          ... on ReopenedEvent { createdAt }
          ... on BaseRefChangedEvent { createdAt }
          ... on AutomaticBaseChangeSucceededEvent { createdAt }
        }
      }
    }
  }
}`

/** What happened to a pull request that bears on approvals; REST does not tell whose comment was deleted, nor ids of labels. */
export async function pullHistory(client: Client, number: number): Promise<PullHistory> {
  const events: JsonObject[] = []
  let pull: JsonObject | null = null
  let after: string | null = null
  do {
    const variables: { readonly [name: string]: JsonValue } = { ...client.repository, number, after }
    const data = await query(client, `read the history of #${number}`, HISTORY, variables)
    pull = inner(inner(data, 'repository'), 'pullRequest')
    const items = inner(pull, 'timelineItems')
    if (items === null) throw new MissingMember('timelineItems')
    events.push(
      ...asArray(member(items, 'nodes'))
        .map(asObject)
        .filter(node => node !== null)
    )
    const page = inner(items, 'pageInfo')
    after = member(page, 'hasNextPage') === true ? requiredText(page, 'endCursor') : null
  } while (after !== null)
  const labels = asArray(member(inner(pull, 'labels'), 'nodes')).map(asObject)
  return {
    closedAt: textIn(pull, 'closedAt'),
    labels: labels.map(label => ({ id: requiredText(label, 'id'), name: requiredText(label, 'name') })),
    labelEvents: events.flatMap(toLabelEvent),
    deletedComments: events.filter(isOf('CommentDeletedEvent')).map(event => ({
      author: actorOf(event, 'deletedCommentAuthor'),
      actorId: actorOf(event, 'actor')?.id ?? null,
      at: requiredText(event, 'createdAt')
    })),
    resets: events.filter(isOf(...RESETS)).map(event => requiredText(event, 'createdAt'))
  }
}

const RESETS = ['ReopenedEvent', 'BaseRefChangedEvent', 'AutomaticBaseChangeSucceededEvent']

const isOf =
  (...types: readonly string[]) =>
  (event: JsonObject): boolean =>
    types.includes(textIn(event, '__typename') ?? '')

function toLabelEvent(event: JsonObject): PullHistory['labelEvents'] {
  const action = isOf('LabeledEvent')(event) ? 'labeled' : isOf('UnlabeledEvent')(event) ? 'unlabeled' : null
  if (action === null) return []
  const label = inner(event, 'label')
  const labelId = textIn(label, 'id')
  return [
    {
      nodeId: requiredText(event, 'id'),
      action,
      label: requiredText(label, 'name'),
      labelId,
      actor: actorOf(event, 'actor'),
      at: requiredText(event, 'createdAt')
    }
  ]
}

/** Null for accounts that are gone, and for those of which GraphQL tells no number. */
function actorOf(event: JsonObject, name: string): Account | null {
  const actor = inner(event, name)
  const id = numberIn(actor, 'databaseId')
  return id === null
    ? null
    : { id, login: requiredText(actor, 'login'), type: accountTypeOf(requiredText(actor, '__typename')) }
}
