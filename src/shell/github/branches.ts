import { asObject } from '../../core/json.js'
import { repositoryAddress } from './address.js'
import type { Client } from './client.js'
import { GitHubError } from './failure.js'
import { text } from './record.js'
import { parseJson } from './retry.js'

/** Pages of a hundred pushes each that are looked through; an approval is younger than so many. */
const MOST_PAGES = 20

/**
 * The commit that a branch was at, at an instant (ISO 8601), by the repository's log of pushes: its times are GitHub's,
 * while the dates of commits are whatever their authors wrote, and a branch that is merged brings old ones. Null: the
 * log does not reach back so far. https://docs.github.com/rest/repos/repos#list-repository-activities
 */
export async function branchAt(client: Client, branch: string, instant: string): Promise<string | null> {
  const what = `read the log of ${branch}`
  const route = `GET ${repositoryAddress(client.repository)}/activity`
  const ref = `refs/heads/${branch}`
  let found: string | null = null
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const parameters = { ref, per_page: 100, ...(cursor === null ? {} : { after: cursor }) }
    const { body, headers } = await client.send({ what, route, parameters, needs: 'contents: read' })
    const listed: unknown = parseJson(body)
    if (!Array.isArray(listed)) throw new GitHubError(`GitHub: cannot ${what}: no list`, { kind: 'invalid' }, null)
    for (const each of listed.map(asObject)) {
      if (Date.parse(text(each, 'timestamp')) <= Date.parse(instant)) return found ?? text(each, 'after')
      found = text(each, 'before')
    }
    cursor = nextCursor(headers.link)
    if (cursor === null) return null
  }
  return null
}

/** The cursor of the next page in a `Link` header. */
function nextCursor(link: string | undefined): string | null {
  const next = link === undefined ? null : /<([^>]+)>;\s*rel="next"/.exec(link)?.[1]
  return next === null || next === undefined ? null : new URL(next).searchParams.get('after')
}
