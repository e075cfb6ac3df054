import { type GateRequest, requestWith } from '../gate/request.js'
import type { ChangeContext } from './event.js'
import type { Inputs } from './inputs.js'
import { checkoutOf } from './run-context.js'

/** Events that are always about a change, even where their payload does not say which. */
const CHANGE_EVENT = /^(?:pull_request|merge_group)/

/**
 * True for a run whose base commit must be known: its change waits for approval, so policy and exceptions are read at
 * its base, never at its head. Whatever the event: reviews and others carry a pull request too.
 */
export const needsBase = ({ eventText, pullRequest }: ChangeContext): boolean =>
  pullRequest !== null || CHANGE_EVENT.test(eventText)

/** Counts until a repository has a policy. */
export const BOOTSTRAP_PRESET = 'baseline'

/** The commit whose policy counts; null where the run is about no change, and the branch's own files count. */
export const trustedCommit = (change: ChangeContext): string | null => (needsBase(change) ? change.baseSha : null)

/** What only the runner knows. */
export interface RunnerFacts {
  readonly workspace: string
  /** GITHUB_SHA: on a pull request the merge commit that was checked out; scans of it are scans of this change. */
  readonly mergeSha: string | null
  /** Path of the workflow file. */
  readonly workflow: string | null
  /** The instant of the decision. */
  readonly now: string
}

/** The path in `owner/name/.github/workflows/gate.yml@refs/heads/main` (GITHUB_WORKFLOW_REF). */
export const workflowPath = (reference: string | undefined): string | null =>
  /^[^/]+\/[^/]+\/([^@]+)@/.exec(reference ?? '')?.[1] ?? null

/** A comment, or the end of another run, is only the occasion: what is judged is the pull request, and by its rules. */
const eventOf = ({ event, eventText, pullRequest }: ChangeContext): string | null =>
  pullRequest !== null && (event === 'issue_comment' || event === 'workflow_run') ? 'pull_request' : eventText || null

/** What to evaluate, from the Action's inputs and its event. */
export function requestOfRun(inputs: Inputs, change: ChangeContext, runner: RunnerFacts): GateRequest {
  const { workspace } = runner
  const { sarif, policy, exceptions, baseline, kev, epss, vex } = inputs
  // All but what only the command line has: nothing that the Action knows is left to a default.
  const asked: Omit<GateRequest, 'diff' | 'layerSources'> = {
    sarif,
    policy,
    exceptions,
    baseline: baseline === 'auto' ? [] : baseline,
    kev,
    epss,
    vex,
    cwd: workspace,
    workspace,
    sourceRoot: checkoutOf({ workspace, inputs }),
    defaultTier: inputs.tier,
    now: runner.now,
    event: eventOf(change),
    branch: change.baseRef,
    repository: change.repository || null,
    headSha: change.headSha,
    baseSha: change.baseSha,
    mergeSha: change.mergeSha ?? runner.mergeSha,
    pullRequest: change.pullRequest,
    workflow: runner.workflow,
    expectsClone: true,
    bootstrap: BOOTSTRAP_PRESET
  }
  return requestWith(asked)
}
