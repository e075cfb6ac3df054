import { asArray, asObject, type JsonValue, member } from '../../core/ground/json.js'
import { query } from '../graphql.js'
import type { Client } from '../http/client.js'
import { inner, MissingMember, numberIn, requiredText, textIn } from '../record.js'

const AUTHORS = `query CommitAuthors($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { commit { authors(first: 100) { nodes { email user { databaseId } } } } }
      }
    }
  }
}`

/**
 * Accounts of everybody whom the commits of a pull request name as author or co-author, by address: REST maps authors and
 * committers only. Addresses that belong to nobody have no entry; of more than 100 names of one commit the rest have none.
 */
export async function commitAuthors(client: Client, number: number): Promise<ReadonlyMap<string, number>> {
  const accounts = new Map<string, number>()
  let after: string | null = null
  do {
    const variables: { readonly [name: string]: JsonValue } = { ...client.repository, number, after }
    const data = await query(client, `read the authors of #${number}`, AUTHORS, variables)
    const commits = inner(inner(inner(data, 'repository'), 'pullRequest'), 'commits')
    if (commits === null) throw new MissingMember('commits')
    for (const node of asArray(member(commits, 'nodes'))) {
      for (const author of asArray(member(inner(inner(asObject(node), 'commit'), 'authors'), 'nodes'))) {
        const address = textIn(asObject(author), 'email')
        const id = numberIn(inner(asObject(author), 'user'), 'databaseId')
        if (address !== null && id !== null) accounts.set(address.toLowerCase(), id)
      }
    }
    const page = inner(commits, 'pageInfo')
    after = member(page, 'hasNextPage') === true ? requiredText(page, 'endCursor') : null
  } while (after !== null)
  return accounts
}
