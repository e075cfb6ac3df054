import type { Job, Step, Workflow, WorkflowText } from './weakness.js'

/** One place where the gate runs, with the jobs that lead to it from another workflow of the checkout. */
export interface Gate {
  /** The workflow that the event starts. */
  readonly workflow: Workflow
  /** The calling jobs, outermost first, and the job that the gate runs in. */
  readonly jobs: readonly Job[]
  readonly step: Step
}

/** What tells the gate's step from others. */
export interface Recognition {
  /** Names of the Action (`OWNER/REPO`), lower case; null: any repository with policy-gate in its name. */
  readonly actions: readonly string[] | null
  /** Directories of actions in the checkout that are the gate. */
  readonly local: ReadonlySet<string>
}

/** Calls of workflows are followed so deep; GitHub allows ten. */
const MOST_CALLS = 10

const COMMAND_LINE = /(?:^|[\s/;&|])(?:policy-gate|policy-gate\/dist\/cli\.js|dist\/cli\.js)\s+evaluate\b/

function isGate({ uses, run }: Step, { actions, local }: Recognition): boolean {
  if (run !== null && COMMAND_LINE.test(run.value)) return true
  if (uses === null) return false
  const [path = ''] = uses.value.toLowerCase().split('@')
  if (path.startsWith('./')) return local.has(path.replace(/^\.\/|\/+$/g, ''))
  const [owner, repository = ''] = path.split('/')
  return actions === null ? repository.includes('policy-gate') : actions.includes(`${owner}/${repository}`)
}

/** Every gate that some workflow runs, through workflows of the checkout that it calls too. */
export function gatesIn(workflows: readonly Workflow[], recognition: Recognition): readonly Gate[] {
  const byPath = new Map(workflows.map(workflow => [workflow.path.toLowerCase(), workflow]))
  const within = (workflow: Workflow, callers: readonly Job[], root: Workflow): readonly Gate[] =>
    workflow.jobs.flatMap(job => {
      const jobs = [...callers, job]
      const called = job.calls === null ? undefined : byPath.get(localPath(job.calls).toLowerCase())
      if (called !== undefined && jobs.length <= MOST_CALLS) return within(called, jobs, root)
      return job.steps.filter(step => isGate(step, recognition)).map(step => ({ workflow: root, jobs, step }))
    })
  return workflows.flatMap(workflow => within(workflow, [], workflow))
}

const localPath = ({ value }: WorkflowText): string => (value.startsWith('./') ? value.slice('./'.length) : value)

/** Workflows of other repositories that are called on pull requests: the gate may run there, unseen. */
export const callsElsewhere = (workflows: readonly Workflow[]): readonly WorkflowText[] =>
  workflows
    .filter(({ events }) => events.has('pull_request'))
    .flatMap(({ jobs }) => jobs.flatMap(({ calls }) => (calls === null || calls.value.startsWith('./') ? [] : [calls])))
