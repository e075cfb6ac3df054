import { commandsOf, type ShellCommand } from '../shell/commands.js'
import { gateCallOf } from '../shell/gate-command.js'
import type { Job, Step, Workflow, WorkflowText } from './weakness.js'

/** Events that a merge waits for: what a gate misses on one of them is merged unseen. */
export const MERGE_EVENTS = ['pull_request', 'merge_group'] as const
export type MergeEvent = (typeof MERGE_EVENTS)[number]

/** A job with the calls that lead to it from the workflow that an event starts. */
export interface ReachedJob {
  readonly workflow: Workflow
  /** The file that the job stands in. */
  readonly file: Workflow
  /** The calling jobs, outermost first, and the job itself. */
  readonly jobs: readonly Job[]
  readonly job: Job
  /** The job that calls the file, in whose words its inputs are; null where the event starts it. */
  readonly caller: ReachedJob | null
}

/** One place where the gate runs. */
export interface Gate extends ReachedJob {
  readonly step: Step
  /** Where the gate is a command of a script: all commands, and which one it is. Null: the Action. */
  readonly script: {
    readonly commands: readonly ShellCommand[]
    readonly index: number
    readonly flags: readonly string[]
  } | null
}

/** What tells the gate's step from others. */
export interface Recognition {
  /** Names of the Action (`OWNER/REPO`), lower case; null: the gate's own repository. */
  readonly actions: readonly string[] | null
  /** Directories of actions in the checkout that are the gate. */
  readonly local: ReadonlySet<string>
}

/** The repository that the Action is published from. */
export const OWN_ACTION = 'policy-gate/policy-gate'

/** Calls of workflows are followed so deep; GitHub allows ten. */
const MOST_CALLS = 10

/** Every job that an event can start, through workflows of the checkout that are called too. */
export function reachedJobs(workflows: readonly Workflow[]): readonly ReachedJob[] {
  const byPath = new Map(workflows.map(workflow => [workflow.path.toLowerCase(), workflow]))
  const within = (file: Workflow, caller: ReachedJob | null, workflow: Workflow): readonly ReachedJob[] =>
    file.jobs.flatMap(job => {
      const jobs = [...(caller?.jobs ?? []), job]
      const reached = { workflow, file, jobs, job, caller }
      const called = job.calls === null ? undefined : byPath.get(localPath(job.calls).toLowerCase())
      if (called !== undefined && jobs.length <= MOST_CALLS) return within(called, reached, workflow)
      return [reached]
    })
  return workflows.flatMap(workflow => within(workflow, null, workflow))
}

/** Every gate that some workflow runs. */
export const gatesIn = (workflows: readonly Workflow[], recognition: Recognition): readonly Gate[] =>
  reachedJobs(workflows).flatMap(reached =>
    reached.job.steps.flatMap(step => [
      ...(isGateAction(step, recognition) ? [{ ...reached, step, script: null }] : []),
      ...callsIn(step).map(script => ({ ...reached, step, script }))
    ])
  )

function isGateAction({ uses }: Step, { actions, local }: Recognition): boolean {
  if (uses === null) return false
  const [path = ''] = uses.value.trim().toLowerCase().split('@')
  if (path.startsWith('./')) return local.has(path.replace(/^\.\/|\/+$/g, ''))
  return actions === null ? path === OWN_ACTION : actions.includes(path)
}

function callsIn({ run }: Step): readonly NonNullable<Gate['script']>[] {
  if (run === null) return []
  const commands = commandsOf(run.value)
  return commands.flatMap((command, index) => {
    const call = gateCallOf(command)
    return call === null ? [] : [{ commands, index, flags: call.flags }]
  })
}

const localPath = ({ value }: WorkflowText): string => (value.startsWith('./') ? value.slice('./'.length) : value)

/** Workflows of other repositories that are called on pull requests: the gate may run there, unseen. */
export const callsElsewhere = (workflows: readonly Workflow[]): readonly WorkflowText[] =>
  workflows
    .filter(({ events }) => events.has('pull_request'))
    .flatMap(({ jobs }) => jobs.flatMap(({ calls }) => (calls === null || calls.value.startsWith('./') ? [] : [calls])))

/** Actions that have the gate's name and are not known as it. */
export const lookAlikes = (workflows: readonly Workflow[], recognition: Recognition): readonly WorkflowText[] =>
  workflows
    .filter(({ events }) => events.has('pull_request'))
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps))
    .flatMap(step =>
      step.uses !== null && /policy-?gate/i.test(step.uses.value) && !isGateAction(step, recognition) ? [step.uses] : []
    )
