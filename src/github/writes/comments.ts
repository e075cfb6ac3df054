import { asObject, type JsonValue, member } from '../../core/ground/json.js'
import { restoreComment } from '../graphql.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isAmbiguous, isFailure } from '../http/failure.js'
import { isOwn, type TokenIdentity } from '../identity.js'
import type { Comment } from '../objects.js'
import { account, inner, numberIn, requiredInteger, requiredText, textIn } from '../record.js'
import type { StickyComment, StickyResult } from '../requests.js'
import { writeBody } from './same-body.js'

const NEEDS = 'pull-requests: write'

interface OwnComment extends Comment {
  readonly hidden: boolean
}

/** Every comment of an issue or pull request, oldest first; a page that fails fails the whole. */
export async function comments(client: Client, number: number): Promise<readonly Comment[]> {
  return (await list(client, number)).map(({ hidden, ...comment }) => comment)
}

/**
 * Keeps one comment of ours up to date. It is known by its marker and by the number of its author together: anybody
 * may paste the marker. Of several the oldest stays. An equal body is not sent again.
 */
export async function keepComment(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  sticky: StickyComment
): Promise<StickyResult> {
  const own = await findOwn(client, identify, sticky)
  const [kept, ...duplicates] = own
  if (kept === undefined) {
    if (!sticky.create) return { action: 'absent', url: null }
    const url = await create(client, identify, sticky)
    return settle(client, await findOwn(client, identify, sticky), sticky, { action: 'created', url })
  }
  const body = sticky.amend?.(kept.body) ?? sticky.body
  const changes = kept.body !== body
  if (changes) await update(client, kept.id, body)
  if (kept.hidden) await attempt(restoreComment(client, kept.nodeId))
  for (const duplicate of duplicates) await remove(client, duplicate.id)
  return { action: changes ? 'updated' : 'unchanged', url: kept.url }
}

/** Another run may have made its comment at the same moment: the oldest stays, and shows what was decided last. */
async function settle(
  client: Client,
  [kept, ...duplicates]: readonly OwnComment[],
  { body }: StickyComment,
  made: StickyResult
): Promise<StickyResult> {
  if (kept !== undefined && kept.body !== body) await update(client, kept.id, body)
  for (const duplicate of duplicates) await remove(client, duplicate.id)
  return { ...made, url: kept?.url ?? made.url }
}

async function findOwn(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  sticky: StickyComment
): Promise<readonly OwnComment[]> {
  const marked = (await list(client, sticky.number)).filter(comment => comment.body.includes(sticky.marker))
  if (marked.length === 0) return []
  const identity = await identify()
  return marked.filter(comment => isOwn(identity, comment.author, comment.appId)).toSorted((a, b) => a.id - b.id)
}

/** A POST that fails may have made the comment all the same: look before it is sent again. */
async function create(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  sticky: StickyComment
): Promise<string | null> {
  const post = async () =>
    textIn(
      asObject(
        await client.json({
          what: `comment on #${sticky.number}`,
          route: `POST ${issue(client, sticky.number)}/comments`,
          parameters: { body: sticky.body },
          needs: NEEDS
        })
      ),
      'html_url'
    )
  try {
    return await post()
  } catch (error) {
    if (!isAmbiguous(error)) throw error
    await client.pause()
    const made = (await findOwn(client, identify, sticky))[0]
    return made === undefined ? await post() : made.url
  }
}

const update = (client: Client, id: number, body: string): Promise<void> =>
  writeBody(client, { what: 'update the comment', route: `PATCH ${commentAddress(client, id)}`, needs: NEEDS }, body)

async function remove(client: Client, id: number): Promise<void> {
  const route = `DELETE ${commentAddress(client, id)}`
  const removed = await attempt(client.json({ what: 'delete a duplicate comment', route, needs: NEEDS }))
  if (!removed.ok && !isFailure(removed.error, 'not-found')) throw removed.error
}

async function list(client: Client, number: number): Promise<readonly OwnComment[]> {
  const route = `GET ${issue(client, number)}/comments`
  const listed = await client.pages({ what: `list the comments of #${number}`, route, needs: 'pull-requests: read' })
  return listed.map(toComment)
}

const issue = (client: Client, number: number): string =>
  `${repositoryAddress(client.repository)}${address`/issues/${number}`}`

const commentAddress = (client: Client, id: number): string =>
  `${repositoryAddress(client.repository)}${address`/issues/comments/${id}`}`

function toComment(value: JsonValue): OwnComment {
  const comment = asObject(value)
  return {
    id: requiredInteger(comment, 'id'),
    nodeId: textIn(comment, 'node_id') ?? '',
    author: account(member(comment, 'user')),
    appId: numberIn(inner(comment, 'performed_via_github_app'), 'id'),
    body: textIn(comment, 'body') ?? '',
    createdAt: requiredText(comment, 'created_at'),
    updatedAt: requiredText(comment, 'updated_at'),
    url: textIn(comment, 'html_url') ?? '',
    issueUrl: textIn(comment, 'issue_url') ?? '',
    hidden: inner(comment, 'minimized') !== null
  }
}
