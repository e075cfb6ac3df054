import { usesStoredScans } from '../facts/stored-scans.js'
import type { Run } from '../run-context.js'

/** The run of the pull request's own workflow, so that a later command finds it. */
export function ownRunId({ change, runner, gateRun }: Run): number | null {
  if (usesStoredScans(change) && gateRun !== null) return gateRun
  const own = change.event === 'pull_request' || change.event === 'merge_group'
  return own ? Number(runner.env.GITHUB_RUN_ID ?? '') || null : null
}
