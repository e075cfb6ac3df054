import { expect, test } from '@jest/globals'
import { contributorsOf, readContributors } from '../../../src/action/approvals/contributors.js'
import { GitHubError } from '../../../src/github/http/failure.js'
import type { Commit } from '../../../src/github/objects.js'

const ALICE = { id: 11, login: 'alice', type: 'User' } as const
const CAROL = { id: 13, login: 'Carol', type: 'User' } as const
const PULL = { author: ALICE }
const commit = (more: Partial<Commit>): Commit => ({
  sha: 'a'.repeat(40),
  author: ALICE,
  committer: ALICE,
  authorEmail: 'alice@example.com',
  committerEmail: 'alice@example.com',
  message: 'x',
  ...more
})
/** Author, committer, co-authors, in this order. */
const ids = (more: Partial<Commit>) =>
  contributorsOf({ commits: [commit(more)], complete: true }, PULL, [CAROL])?.map(({ userId }) => userId)

test.each([
  ['a no-reply address names its account', '12+bob@users.noreply.github.com', [12]],
  ['the old one names a login, which is known or not', 'alice@users.noreply.github.com', [11]],
  ['the login of somebody who gives commands', 'carol@users.noreply.github.com', [13]],
  ['a login of nobody whom the change knows', 'bob@users.noreply.github.com', [null]],
  ['the address of an author of the change', 'Alice@Example.com', [11]],
  ['any other address', 'bob@example.com', [null]],
  ['no address', 'nobody', [null]]
])('a co-author by trailer: %s', (_, address, expected) => {
  expect(ids({ message: `x\n\nCo-Authored-By: Somebody <${address}>` })).toEqual([11, 11, ...expected])
})

test('every trailer counts, wherever it stands', () => {
  const message =
    'co-authored-by: A <1+a@users.noreply.github.com>\n\ntext\r\nCo-authored-by: B <2+b@users.noreply.github.com>\r\n'
  expect(ids({ message })).toEqual([11, 11, 1, 2])
})

test('who merges on the pages of GitHub is no contributor for that', () => {
  expect(ids({ committer: null, committerEmail: 'noreply@github.com' })).toEqual([11])
})

test('an author without account is nobody known', () => {
  expect(ids({ author: null, authorEmail: 'x@example.com' })).toEqual([null, 11])
})

test('a list of commits that was cut tells nothing', () => {
  expect(contributorsOf({ commits: [commit({})], complete: false }, PULL, [])).toBeNull()
})

test.each<[string, () => Promise<ReadonlyMap<string, number>>, number | null]>([
  ['knows', async () => new Map([['dave@corp.example', 31]]), 31],
  ['does not', async () => new Map(), null],
  ['fails', () => Promise.reject(new GitHubError('x', { kind: 'unavailable', mayHaveHappened: false }, 502)), null]
])('an address that is open is asked of GitHub, which %s', async (_, commitAuthors, userId) => {
  const commits = { commits: [commit({ message: 'x\n\nCo-authored-by: D <Dave@corp.example>' })], complete: true }
  const read = await readContributors({ commitAuthors }, commits, { ...PULL, number: 1 }, [])
  expect(read?.at(-1)).toEqual(userId === null ? { userId, address: 'Dave@corp.example' } : { userId })
})
