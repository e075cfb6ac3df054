import { asArray, asObject, type JsonValue } from '../../core/ground/json.js'
import { parseRepository, pathAddress, type RepositoryName, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { parseJson } from '../http/retry.js'
import type { BranchRecord, BranchUpdate, Pushes } from '../objects.js'
import { inner, MissingMember, numberIn, requiredText } from '../record.js'

/** Updates of a branch that are read: a thousand. */
const MAX_PAGES = 10
const NEEDS = 'contents: read'

/** The commit that a branch points to. */
export async function branchTip(client: Client, branch: string): Promise<string> {
  const route = `GET ${repositoryAddress(client.repository)}/git/ref/heads/${pathAddress(branch)}`
  const ref = asObject(await client.json({ what: `read the branch ${branch}`, route, needs: NEEDS }))
  return requiredText(inner(ref, 'object'), 'sha')
}

/**
 * Where a branch pointed to, by GitHub's own record of its updates and GitHub's clock, back to an instant. Dates of
 * commits tell nothing of it: whoever makes a commit chooses them. The tip is read first, so that the record is the newer
 * of the two. https://docs.github.com/rest/repos/repos#list-repository-activities
 */
export async function branchRecord(client: Client, branch: string, since: string): Promise<BranchRecord> {
  const tip = await branchTip(client, branch)
  const isOlder = (last: JsonValue) => Date.parse(toUpdate(last).at) < Date.parse(since)
  const { items } = await activity(client, client.repository, branch, isOlder)
  return { tip, updates: items.map(toUpdate) }
}

/** Who made the updates of a branch, newest first, by the same record; of a fork where one is named. */
export async function pushesTo(client: Client, branch: string, fork: string | null): Promise<Pushes> {
  const repository = fork === null ? client.repository : parseRepository(fork)
  if (repository === null) throw new MissingMember('head.repo.full_name')
  const { items, complete } = await activity(client, repository, branch, () => false)
  const pushes = items.map(item => ({
    after: requiredText(asObject(item), 'after'),
    actorId: numberIn(inner(asObject(item), 'actor'), 'id')
  }))
  return { pushes, complete }
}

/** Updates of a branch, newest first, until one is old enough. */
async function activity(
  client: Client,
  repository: RepositoryName,
  branch: string,
  isEnough: (last: JsonValue) => boolean
): Promise<{ readonly items: readonly JsonValue[]; readonly complete: boolean }> {
  const items: JsonValue[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await client.send({
      what: `list the updates of ${branch}`,
      route: `GET ${repositoryAddress(repository)}/activity`,
      parameters: { ref: `refs/heads/${branch}`, per_page: 100, ...(cursor === null ? {} : { after: cursor }) },
      needs: NEEDS
    })
    items.push(...asArray(parseJson(answer.body) as JsonValue))
    cursor = nextCursor(answer.headers.link)
    const last = items.at(-1)
    if (cursor === null || (last !== undefined && isEnough(last))) return { items, complete: cursor === null }
  }
  return { items, complete: false }
}

/** This list is paged by a cursor, which only the Link header tells. */
const nextCursor = (link: string | undefined): string | null => {
  const [, address] = /<([^<>]*)>; *rel="next"/.exec(link ?? '') ?? []
  return address === undefined ? null : new URL(address).searchParams.get('after')
}

function toUpdate(value: JsonValue): BranchUpdate {
  const update = asObject(value)
  return {
    before: requiredText(update, 'before'),
    after: requiredText(update, 'after'),
    at: requiredText(update, 'timestamp')
  }
}

/**
 * The commit that a branch pointed to at an instant; null where the record does not tell: it does not reach back, has a
 * gap, or does not end at the tip. An update in the very second counts as a later one.
 */
export function commitAt({ tip, updates }: BranchRecord, at: string): string | null {
  let commit: string | null = tip
  for (const { before, after, at: updated } of updates) {
    if (commit !== after) return null
    if (Date.parse(updated) < Date.parse(at)) return commit
    commit = /^0+$/.test(before) ? null : before
  }
  return null
}
