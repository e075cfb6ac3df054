import type { Account } from '../core/ground/account.js'
import { asObject } from '../core/ground/json.js'
import { query } from './graphql.js'
import { address } from './http/address.js'
import type { Client } from './http/client.js'
import { attempt, type GitHubError } from './http/failure.js'
import { inner, numberIn, textIn } from './record.js'

/** Who the token speaks as. */
export interface TokenIdentity {
  readonly userId: number
  /** Null for a person's token, which belongs to no app, and where it cannot be asked. */
  readonly appId: number | null
}

const VIEWER = '{ viewer { login databaseId } }'

/** The token of a workflow on github.com: user `github-actions[bot]` of the app `github-actions`. */
const GITHUB_ACTIONS: TokenIdentity = { userId: 41898282, appId: 15368 }

/**
 * Finds out who the token speaks as. Names are not compared, since GraphQL shows a bot without `[bot]` and anybody may
 * have the app's name. Where GitHub does not say, the token is taken for a workflow's.
 */
export async function identifyToken(client: Client): Promise<TokenIdentity> {
  const asked = await attempt(query(client, 'ask who the token belongs to', VIEWER, {}))
  if (!asked.ok) {
    if (saysNothing(asked.error)) return GITHUB_ACTIONS
    throw asked.error
  }
  const viewer = inner(asked.value, 'viewer')
  const userId = numberIn(viewer, 'databaseId')
  if (userId === null || userId === GITHUB_ACTIONS.userId) return GITHUB_ACTIONS
  const slug = /^([a-z0-9-]+)\[bot\]$/i.exec(textIn(viewer, 'login') ?? '')?.[1]
  return { userId, appId: slug === undefined ? null : await appId(client, slug) }
}

async function appId(client: Client, slug: string): Promise<number | null> {
  const app = await attempt(client.json({ what: `look up the app ${slug}`, route: `GET ${address`/apps/${slug}`}` }))
  if (app.ok) return numberIn(asObject(app.value), 'id')
  if (saysNothing(app.error)) return null
  throw app.error
}

/** A limit or an outage would make later calls fail as well; any other refusal only says that it cannot be asked. */
const saysNothing = ({ failure, status }: GitHubError): boolean =>
  failure.kind === 'unavailable' ? status === 200 : !['rate-limited', 'unauthorised'].includes(failure.kind)

/** True where that account and app are who the token speaks as. */
export const isOwn = (identity: TokenIdentity, author: Account | null, appId: number | null): boolean =>
  author !== null &&
  author.id === identity.userId &&
  (identity.appId === null || appId === null || appId === identity.appId)
