import { asObject, type JsonValue, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { attempt, isAmbiguous, isFailure } from '../http/failure.js'
import { isOwn, type TokenIdentity } from '../identity.js'
import { account, numberIn, requiredInteger, textIn } from '../record.js'
import type { ReviewSuggestion, ReviewSuggestions, SuggestionsResult } from '../requests.js'
import { writeBody } from './same-body.js'

const NEEDS = 'pull-requests: write'

/** A comment of a review, as GitHub lists it. */
interface ReviewComment {
  readonly id: number
  readonly body: string
  readonly path: string | null
  /** Null where the lines have changed since. */
  readonly endLine: number | null
  /** Null on a comment of one line. */
  readonly startLine: number | null
  readonly isOnHead: boolean
  readonly hasReplies: boolean
}

/**
 * Makes our suggestions on a pull request those that are wanted. Ours are known by marker and author together, as the
 * sticky comment is: anybody may paste the marker. What stands on its lines and says the same is left alone, so that a
 * second run writes nothing. A place cannot be edited: what has moved is made anew. What holds no longer goes first.
 */
export async function keepSuggestions(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  wanted: ReviewSuggestions
): Promise<SuggestionsResult> {
  const own = await findOwn(client, identify, wanted)
  const stands = new Map<ReviewSuggestion, ReviewComment>()
  for (const each of wanted.suggestions) {
    const there = own.find(comment => isMarked(comment, wanted, each) && isAt(comment, each))
    if (there !== undefined) stands.set(each, there)
  }
  const kept = new Set([...stands.values()].map(({ id }) => id))
  for (const comment of own) if (!kept.has(comment.id)) await withdraw(client, comment, wanted.withdrawn)
  let refused = 0
  for (const each of wanted.suggestions) {
    const there = stands.get(each)
    if (there === undefined) refused += (await post(client, identify, wanted, each)) ? 0 : 1
    else if (there.body !== each.body) await edit(client, there.id, each.body)
  }
  return { standing: wanted.suggestions.length - refused, refused }
}

const isMarked = ({ body }: ReviewComment, { marker }: ReviewSuggestions, { mark }: ReviewSuggestion): boolean =>
  body.startsWith(`${marker}\n${mark}\n`)

const isAt = (comment: ReviewComment, { path, startLine, endLine }: ReviewSuggestion): boolean =>
  comment.isOnHead &&
  comment.path === path &&
  comment.endLine === endLine &&
  (comment.startLine ?? comment.endLine) === startLine

async function findOwn(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  { number, marker }: ReviewSuggestions
): Promise<readonly ReviewComment[]> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/comments`}`
  const call = { what: `list the review comments of #${number}`, route, needs: 'pull-requests: read' }
  const listed = await client.pages(call)
  const answered = new Set(listed.map(value => numberIn(asObject(value), 'in_reply_to_id')))
  const marked = listed.filter(value => textIn(asObject(value), 'body')?.startsWith(`${marker}\n`))
  if (marked.length === 0) return []
  const identity = await identify()
  return marked
    .filter(value => isOwn(identity, account(member(asObject(value), 'user')), null))
    .map(value => toComment(value, answered))
    .toSorted((a, b) => a.id - b.id)
}

function toComment(value: JsonValue, answered: ReadonlySet<number | null>): ReviewComment {
  const comment = asObject(value)
  const id = requiredInteger(comment, 'id')
  return {
    id,
    body: textIn(comment, 'body') ?? '',
    path: textIn(comment, 'path'),
    endLine: numberIn(comment, 'line'),
    startLine: numberIn(comment, 'start_line'),
    isOnHead: textIn(comment, 'side') !== 'LEFT',
    hasReplies: answered.has(id)
  }
}

/** False where GitHub refuses the place. One that fails may have been made all the same: look before it is sent again. */
async function post(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  wanted: ReviewSuggestions,
  suggestion: ReviewSuggestion
): Promise<boolean> {
  const { number, headSha } = wanted
  const { path, startLine, endLine, body } = suggestion
  const range = startLine === endLine ? {} : { start_line: startLine, start_side: 'RIGHT' }
  const call = {
    what: `suggest a fix on #${number}`,
    route: `POST ${repositoryAddress(client.repository)}${address`/pulls/${number}/comments`}`,
    parameters: { body, commit_id: headSha, path, line: endLine, side: 'RIGHT', ...range },
    needs: NEEDS
  }
  const made = await attempt(client.json(call))
  if (made.ok) return true
  if (isFailure(made.error, 'invalid')) return false
  if (!isAmbiguous(made.error)) throw made.error
  await client.pause()
  const own = await findOwn(client, identify, wanted)
  if (own.some(comment => isMarked(comment, wanted, suggestion) && isAt(comment, suggestion))) return true
  const again = await attempt(client.json(call))
  if (!again.ok && !isFailure(again.error, 'invalid')) throw again.error
  return again.ok
}

/** What others have answered to stays, and says that it holds no longer. */
async function withdraw(client: Client, { id, body, hasReplies }: ReviewComment, withdrawn: string): Promise<void> {
  if (hasReplies) {
    if (body !== withdrawn) await edit(client, id, withdrawn)
    return
  }
  const route = `DELETE ${comment(client, id)}`
  const removed = await attempt(client.json({ what: 'delete a suggestion', route, needs: NEEDS }))
  if (removed.ok || isFailure(removed.error, 'not-found')) return
  if (!isAmbiguous(removed.error)) throw removed.error
}

const edit = (client: Client, id: number, body: string): Promise<void> =>
  writeBody(client, { what: 'update a suggestion', route: `PATCH ${comment(client, id)}`, needs: NEEDS }, body)

const comment = (client: Client, id: number): string =>
  `${repositoryAddress(client.repository)}${address`/pulls/comments/${id}`}`
