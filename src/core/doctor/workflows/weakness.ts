import type { Place } from '../../ground/errors.js'

/**
 * `gap`: a merge can slip past the gate. `unjudged`: nobody can tell from the files whether it can, which is not that it
 * cannot. `advice`: it can, if something that no file of the checkout shows is so too. Heaviest first.
 */
export const WEIGHTS = ['gap', 'unjudged', 'advice'] as const
export type Weight = (typeof WEIGHTS)[number]

/** One thing that keeps the gate from holding, and what to do about it. */
export interface Weakness {
  readonly weight: Weight
  readonly place: Place
  readonly message: string
  readonly hint: string
}

const weighing =
  (weight: Weight) =>
  (place: Place, message: string, hint: string): Weakness => ({ weight, place, message, hint })

export const gap = weighing('gap')
export const unjudged = weighing('unjudged')
export const advice = weighing('advice')

/** A value of a workflow with its place. */
export interface WorkflowText {
  readonly value: string
  readonly place: Place
}

/** Values by key, as `env:` and `with:` hold them. Keys of `with` are lower case. */
export type Values = ReadonlyMap<string, WorkflowText>

export interface Step {
  readonly place: Place
  readonly id: string | null
  readonly uses: WorkflowText | null
  readonly run: WorkflowText | null
  readonly shell: WorkflowText | null
  /** Where a script runs; null: nothing is said. */
  readonly workingDirectory: WorkflowText | null
  readonly condition: WorkflowText | null
  readonly continueOnError: WorkflowText | null
  readonly inputs: Values
  readonly env: Values
}

export interface Job {
  readonly id: string
  readonly place: Place
  readonly name: string
  readonly condition: WorkflowText | null
  readonly needs: readonly WorkflowText[]
  readonly continueOnError: WorkflowText | null
  /** Scope by name (`checks: write`), or one word under the name `*`; null where the job says nothing. */
  readonly permissions: ReadonlyMap<string, string> | null
  /** A workflow that the job calls, and what it hands over. */
  readonly calls: WorkflowText | null
  readonly inputs: Values
  /** With the variables of its container. */
  readonly env: Values
  /** The image that it runs in; null: the runner itself. */
  readonly container: WorkflowText | null
  /** What it hands on to jobs that need it, by name in lower case. */
  readonly outputs: Values
  readonly shell: WorkflowText | null
  readonly workingDirectory: WorkflowText | null
  /** Labels of the runner, or the one expression that gives them. */
  readonly runsOn: readonly WorkflowText[]
  readonly matrix: Matrix | null
  /** Its `concurrency` group. */
  readonly concurrency: WorkflowText | null
  readonly steps: readonly Step[]
}

/** What a job is multiplied by: the values of each key; null where only the run knows them. */
export interface Matrix {
  readonly place: Place
  readonly values: ReadonlyMap<string, readonly string[]> | null
  /** Whether `exclude` may leave nothing of it. */
  readonly mayBeEmpty: boolean
}

/** Filters of one event: the words of each list, with the list's place. */
export interface Trigger {
  readonly filters: ReadonlyMap<string, { readonly words: readonly string[]; readonly place: Place }>
}

export interface Workflow {
  readonly path: string
  readonly place: Place
  readonly events: ReadonlyMap<string, Trigger>
  /** What inputs of a called workflow are where the caller gives none. */
  readonly defaults: Values
  readonly permissions: ReadonlyMap<string, string> | null
  readonly permissionsPlace: Place
  readonly env: Values
  readonly shell: WorkflowText | null
  readonly workingDirectory: WorkflowText | null
  /** Its `concurrency` group. */
  readonly concurrency: WorkflowText | null
  readonly jobs: readonly Job[]
}
