import { asObject, type JsonObject, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { isAmbiguous } from '../http/failure.js'
import { isOwn, type TokenIdentity } from '../identity.js'
import { account, requiredInteger, textIn } from '../record.js'
import type { IssueResult, TrackedIssue } from '../requests.js'

const NEEDS = 'issues: write'

/** Keeps one open issue of ours up to date, or closes it; known like comments, by marker and author. */
export async function keepIssue(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  issue: TrackedIssue
): Promise<IssueResult> {
  const current = await findOwn(client, identify, issue)
  const { title, body } = issue
  if (current === null) {
    if (body === null) return { action: 'absent' }
    await create(client, identify, issue)
    return { action: 'created' }
  }
  if (body === null) {
    await patch(client, current, { state: 'closed' })
    return { action: 'closed' }
  }
  const same = textIn(current, 'title') === title && textIn(current, 'body') === body
  if (same) return { action: 'unchanged' }
  await patch(client, current, { title, body })
  return { action: 'updated' }
}

async function findOwn(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  { marker }: TrackedIssue
): Promise<JsonObject | null> {
  const route = `GET ${repositoryAddress(client.repository)}/issues`
  const call = { what: 'list the open issues', route, parameters: { state: 'open' }, needs: 'issues: read' }
  const open = (await client.pages(call)).map(asObject)
  const marked = open.filter(
    issue => textIn(issue, 'body')?.includes(marker) && !Object.hasOwn(issue ?? {}, 'pull_request')
  )
  if (marked.length === 0) return null
  const identity = await identify()
  const own = marked.filter(issue => isOwn(identity, account(member(issue, 'user')), null))
  return own.toSorted((a, b) => requiredInteger(a, 'number') - requiredInteger(b, 'number'))[0] ?? null
}

async function create(
  client: Client,
  identify: () => Promise<TokenIdentity>,
  issue: TrackedIssue
): Promise<JsonObject | null> {
  const { title, body, labels } = issue
  const route = `POST ${repositoryAddress(client.repository)}/issues`
  const call = { what: 'open an issue', route, parameters: { title, body, labels }, needs: NEEDS }
  try {
    return asObject(await client.json(call))
  } catch (error) {
    if (!isAmbiguous(error)) throw error
    await client.pause()
    return (await findOwn(client, identify, issue)) ?? asObject(await client.json(call))
  }
}

async function patch(client: Client, issue: JsonObject, parameters: JsonObject): Promise<JsonObject | null> {
  const route = `PATCH ${repositoryAddress(client.repository)}${address`/issues/${requiredInteger(issue, 'number')}`}`
  return asObject(await client.json({ what: 'update an issue', route, parameters, needs: NEEDS }))
}
