import { asArray, asObject, type JsonValue } from '../../core/ground/json.js'
import { pathAddress, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import { parseJson } from '../http/retry.js'
import type { BranchRecord, BranchUpdate } from '../objects.js'
import { inner, requiredText } from '../record.js'

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
  const repository = repositoryAddress(client.repository)
  const tip = await branchTip(client, branch)
  const updates: BranchUpdate[] = []
  let cursor: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await client.send({
      what: `list the updates of ${branch}`,
      route: `GET ${repository}/activity`,
      parameters: { ref: `refs/heads/${branch}`, per_page: 100, ...(cursor === null ? {} : { after: cursor }) },
      needs: NEEDS
    })
    updates.push(...asArray(parseJson(answer.body) as JsonValue).map(toUpdate))
    cursor = nextCursor(answer.headers.link)
    const last = updates.at(-1)
    if (cursor === null || (last !== undefined && Date.parse(last.at) < Date.parse(since))) break
  }
  return { tip, updates }
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
