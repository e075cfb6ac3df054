import { asObject, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { isOwn, type TokenIdentity } from '../identity.js'
import { REACTIONS, type Reaction } from '../objects.js'
import { account, requiredInteger, textIn } from '../record.js'

const NEEDS = 'pull-requests: write'

/** Gives a comment exactly these of our reactions; reactions of others, and other kinds, stay. */
export async function react(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  commentId: number,
  wanted: readonly Reaction[]
): Promise<'changed' | 'unchanged'> {
  const base = `${repositoryAddress(client.repository)}${address`/issues/comments/${commentId}/reactions`}`
  const own = await ownReactions(client, identify, base)
  const missing = wanted.filter(content => !own.some(reaction => reaction.content === content))
  const superfluous = own.filter(
    ({ content }) => REACTIONS.some(kind => kind === content) && !wanted.some(kind => kind === content)
  )
  const what = 'react to a comment'
  // GitHub answers 200 to a reaction that is there already, so that a POST may be repeated by the next run.
  for (const content of missing) {
    await client.json({ what, route: `POST ${base}`, parameters: { content }, needs: NEEDS })
  }
  for (const { id } of superfluous) {
    await client.json({ what: 'take a reaction back', route: `DELETE ${base}${address`/${id}`}`, needs: NEEDS })
  }
  return missing.length + superfluous.length > 0 ? 'changed' : 'unchanged'
}

async function ownReactions(client: Client, identify: () => Promise<TokenIdentity>, base: string) {
  const listed = await client.pages({ what: 'list the reactions to a comment', route: `GET ${base}` })
  if (listed.length === 0) return []
  const identity = await identify()
  return listed
    .map(asObject)
    .filter(reaction => isOwn(identity, account(member(reaction, 'user')), null))
    .map(reaction => ({ id: requiredInteger(reaction, 'id'), content: textIn(reaction, 'content') }))
}
