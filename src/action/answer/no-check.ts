import { attempt } from '../../github/http/failure.js'
import type { Run } from '../run-context.js'

/** Why a run shows its answer in no check. */
export interface NoCheck {
  /** `unknown`: it may be so. */
  readonly kind: 'other-branch' | 'pull-request' | 'unknown'
  readonly message: string
}

/**
 * Why a run about a branch makes no check; null where it makes one. A check is found by its commit alone: a green one by
 * the branch's own policy would stand for a pull request that has this head, until its own run begins.
 */
export async function whyNoCheck({ occasion, change, github }: Run): Promise<NoCheck | null> {
  const { headSha, headRef, repository } = change
  if (github === null || headSha === null || !occasion.yields) return null
  if (!occasion.hasCheck) return { kind: 'other-branch', message: OTHER_BRANCH }
  if (headRef === null) return null
  const [owner = ''] = repository.split('/')
  const open = await attempt(github.pullRequestsOfHead(owner, headRef, headSha, 'open'))
  if (!open.ok) return { kind: 'unknown', message: `${UNKNOWN}: ${open.error.message}` }
  const [pull] = open.value
  return pull === undefined ? null : { kind: 'pull-request', message: `#${pull.number} has this head: ${ITS_OWN}` }
}

const ITS_OWN = 'its own run makes the check run, and this one makes none. The verdict is in the job summary'
const OTHER_BRANCH =
  'There is no check run on other branches than the default one: it would answer a pull request before its own run does. The verdict is in the job summary'
const UNKNOWN =
  'No check run is made, for a pull request may have this head, and its own run is the one that answers it. The verdict is in the job summary'
