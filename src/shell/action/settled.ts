import { createHash } from 'node:crypto'
import * as core from '@actions/core'
import type { Approvals } from '../../core/exceptions/approval/result.js'
import type { GateResult } from '../../gate.js'
import { attempt } from '../github/failure.js'
import type { GitHub } from '../github/port.js'
import { isCommand } from './approvals/collect.js'
import type { Run } from './run-context.js'

/** Evaluations of one run. Whoever goes on writing commands starts runs of their own, which read the last of them. */
const MOST_EVALUATIONS = 3

/**
 * Evaluates until the commands that were judged are those that stand in the pull request just before anything is
 * written: another run may have judged a newer one in the meantime, and a rejection must not be overwritten by what was
 * true before it (governance A9).
 */
export async function settled(evaluate: () => Promise<GateResult>, { github, change }: Run): Promise<GateResult> {
  let result = await evaluate()
  for (let count = 1; count < MOST_EVALUATIONS; count++) {
    const { approvals } = result
    if (github === null || change.pullRequest === null || approvals === null) return result
    if (await isCurrent(approvals, change.pullRequest, github)) return result
    core.info('The commands in the pull request changed meanwhile: deciding again')
    result = await evaluate()
  }
  return result
}

/** Commands that cannot be read again may have changed. */
async function isCurrent({ commands }: Approvals, number: number, github: GitHub): Promise<boolean> {
  const comments = await attempt(github.comments(number))
  if (!comments.ok) return commands.length === 0
  const now = comments.value.filter(isCommand).map(({ id, body }) => keyOf(id, sha256Of(body)))
  const then = new Set(commands.map(({ commentId, bodySha256 }) => keyOf(commentId, bodySha256)))
  return now.length === then.size && now.every(key => then.has(key))
}

const keyOf = (id: number, digest: string): string => `${id} ${digest}`

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
