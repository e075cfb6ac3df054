import type { Notice } from '../../ground/notice.js'
import type { PullRequestFacts } from './approval-facts.js'

/** GitHub lists so many commits of a pull request (https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request). */
const MOST_LISTED = 250
/** Addresses that a notice names. */
const MOST_NAMED = 5

/** What keeps approvals of whole tiers from counting, said once, with the way out. */
export function contributorNotices({ contributors, commitCount, pushers }: PullRequestFacts): readonly Notice[] {
  const level = 'warning'
  if (contributors === null) return [{ level, code: 'commits-unread', message: unread(commitCount) }]
  const unmapped = contributors.filter(({ userId }) => userId === null)
  const notices: Notice[] = []
  if (unmapped.length > 0) {
    const message =
      `${unmapped.length} names in commits belong to no account${named(unmapped.flatMap(({ address }) => address ?? []))}: ` +
      'at tier 0 no approval by comment counts. Whoever owns such an address adds it to their account on GitHub ' +
      '(Settings, Emails), or the author takes the name out of the commit (git rebase -i, reword) and pushes'
    notices.push({ level, code: 'commits-unmapped', message })
  }
  if (pushers === null || pushers.includes(null))
    notices.push({ level, code: 'pushers-unread', message: UNKNOWN_PUSHER })
  return notices
}

const UNKNOWN_PUSHER =
  'who pushed the commits could not be read from the activity of the head repository, so an approver may have pushed under ' +
  'the name of somebody else: at tier 0 no approval by comment counts. Give the job `contents: read`; for a private ' +
  'fork, give an org-token that may read it, or push the commits to a branch of this repository'

function unread(count: number | null): string {
  const what = 'the commits of the pull request could not all be read: no approval by comment counts'
  if (count === null || count <= MOST_LISTED) return what
  return `${what}. GitHub lists ${MOST_LISTED} commits of a pull request, and this one has ${count}: squash them, or split the pull request`
}

function named(addresses: readonly string[]): string {
  const each = [...new Set(addresses)].sort()
  if (each.length === 0) return ''
  const rest = each.length - MOST_NAMED
  return ` (${each.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`
}
