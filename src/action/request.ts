import type { JudgedOccasion } from '../core/change/occasion/occasion.js'
import { configurationError } from '../core/ground/errors.js'
import { BOOTSTRAP_PRESET, type GateRequest, requestWith } from '../gate/request.js'
import type { ChangeContext } from './event.js'
import { checkoutOf, type Run } from './run-context.js'

/**
 * The commit whose policy counts; null where the run is about no change, and the branch's own files count. Errors:
 * ConfigurationError where a change waits for approval and its base is not known: it is never judged by what it brings.
 */
export function trustedCommit({ policyFrom }: JudgedOccasion, { baseSha }: ChangeContext): string | null {
  if (policyFrom === 'checkout') return null
  if (baseSha !== null) return baseSha
  throw configurationError(
    'The base commit of the change is not known',
    'Run the gate on pull_request or merge_group events'
  )
}

/** What only the runner knows. */
export interface RunnerFacts {
  readonly workspace: string
  /** GITHUB_SHA, where it is of the change: on a pull request the merge commit; scans of it are scans of this change. */
  readonly runSha: string | null
  /** Path of the workflow file. */
  readonly workflow: string | null
  /** Number of the run; null: the runner does not tell. */
  readonly runId: number | null
  /** The instant of the decision. */
  readonly now: string
}

/** The path in `owner/name/.github/workflows/gate.yml@refs/heads/main` (GITHUB_WORKFLOW_REF). */
export const workflowPath = (reference: string | undefined): string | null =>
  /^[^/]+\/[^/]+\/([^@]+)@/.exec(reference ?? '')?.[1] ?? null

/** What to evaluate, from the Action's inputs and its event. */
export function requestOfRun(
  { inputs, occasion, change, told }: Pick<Run, 'inputs' | 'occasion' | 'change' | 'told'>,
  runner: RunnerFacts
): GateRequest {
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
    event: occasion.policyEvent,
    branch: change.baseRef,
    repository: change.repository || null,
    headSha: change.headSha,
    baseSha: change.baseSha,
    mergeSha: change.mergeSha ?? runner.runSha,
    pullRequest: change.pullRequest,
    runId: runner.runId,
    policyFrom: occasion.policyFrom === 'checkout' ? 'checkout' : 'base',
    workflow: runner.workflow,
    expectsClone: true,
    bootstrap: BOOTSTRAP_PRESET,
    told
  }
  return requestWith(asked)
}
