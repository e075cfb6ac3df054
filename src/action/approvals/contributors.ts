import type { Contributor } from '../../core/exceptions/approval/approval-facts.js'
import type { Account } from '../../core/ground/account.js'
import { attempt } from '../../github/http/failure.js'
import type { Commit, Commits, PullRequest } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'

/** `Co-authored-by: Name <address>`, as GitHub reads it, at any line of the message. */
const TRAILER = /^[ \t]*co-authored-by:(.*)$/gim
/** https://docs.github.com/account-and-profile/reference/email-addresses-reference */
const NO_REPLY = /^(?:(\d{1,12})\+)?([a-z0-9][a-z0-9-]*(?:\[bot\])?)@users\.noreply\.[a-z0-9.-]+$/i
/** The committer of what is merged or edited on GitHub's pages: GitHub itself, and nobody of the change. */
const WEB_FLOW = 'noreply@github.com'

/**
 * Everybody whom the commits name: authors, committers, co-authors. `people` are the accounts that give commands: an
 * address may name one of them by login alone, as those of accounts from before 2017 do. An address that belongs to no
 * known account has no user id, which at tier 0 keeps approvals from counting. Null where not all commits could be read.
 */
export function contributorsOf(
  { commits, complete }: Commits,
  pull: Pick<PullRequest, 'author'>,
  people: readonly Account[],
  told: ReadonlyMap<string, number> = new Map()
): readonly Contributor[] | null {
  if (!complete) return null
  const known = new Map([...told, ...accountsByAddress(commits, [pull.author, ...people])])
  return commits.flatMap(commit => [
    contributor(commit.author, commit.authorEmail ?? '', known),
    ...(commit.committerEmail?.toLowerCase() === WEB_FLOW
      ? []
      : [contributor(commit.committer, commit.committerEmail ?? '', known)]),
    ...[...commit.message.matchAll(TRAILER)].map(([, text = '']) =>
      contributor(null, /<([^<>]*)>\s*$/.exec(text)?.[1] ?? '', known)
    )
  ])
}

/** Of an address that is none, or has letters that deceive, nothing is shown. */
const SHOWABLE = /^[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/i

function contributor(account: Account | null, address: string, known: ReadonlyMap<string, number>): Contributor {
  const userId = account?.id ?? idOf(address, known)
  const shown = address.trim()
  return userId === null && SHOWABLE.test(shown) ? { userId, address: shown } : { userId }
}

/**
 * The same, and whose addresses are not known GitHub is asked: it knows the addresses of its accounts, those of tools
 * that sign as co-authors too. What it cannot tell stays nobody's.
 */
export async function readContributors(
  github: Pick<GitHub, 'commitAuthors'>,
  commits: Commits,
  pull: Pick<PullRequest, 'author' | 'number'>,
  people: readonly Account[]
): Promise<readonly Contributor[] | null> {
  const known = contributorsOf(commits, pull, people)
  if (known === null || known.every(({ userId }) => userId !== null)) return known
  const told = await attempt(github.commitAuthors(pull.number))
  return told.ok ? contributorsOf(commits, pull, people, told.value) : known
}

/** Accounts by what the commits themselves tell: the address of each mapped author, and the login of each account. */
function accountsByAddress(
  commits: readonly Commit[],
  people: readonly (Account | null)[]
): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  const learn = (account: Account | null, address: string | null) => {
    if (account === null) return
    known.set(account.login.toLowerCase(), account.id)
    if (address !== null) known.set(address.toLowerCase(), account.id)
  }
  for (const person of people) learn(person, null)
  for (const { author, committer, authorEmail, committerEmail } of commits) {
    learn(author, authorEmail)
    learn(committer, committerEmail)
  }
  return known
}

function idOf(address: string, known: ReadonlyMap<string, number>): number | null {
  const [, id, login = ''] = NO_REPLY.exec(address.trim()) ?? []
  if (id !== undefined) return Number(id)
  return known.get(address.trim().toLowerCase()) ?? known.get(login.toLowerCase()) ?? null
}
