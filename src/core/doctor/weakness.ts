import type { Place } from '../ground/errors.js'

/** `gap`: a merge can slip past the gate. `advice`: it can, if something that no file of the checkout shows is so too. */
export type Weight = 'gap' | 'advice'

/** One thing that keeps the gate from holding, and what to do about it. */
export interface Weakness {
  readonly weight: Weight
  readonly place: Place
  readonly message: string
  readonly hint: string
}

/** A value of a workflow with its place. */
export interface WorkflowText {
  readonly value: string
  readonly place: Place
}

export interface Step {
  readonly place: Place
  readonly uses: WorkflowText | null
  readonly run: WorkflowText | null
  readonly condition: WorkflowText | null
  readonly continueOnError: WorkflowText | null
  readonly inputs: ReadonlyMap<string, WorkflowText>
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
  /** Its `concurrency` group. */
  readonly concurrency: WorkflowText | null
  /** Where its matrix stands; null: it has none. */
  readonly matrix: { readonly place: Place } | null
  /** A workflow that the job calls. */
  readonly calls: WorkflowText | null
  readonly steps: readonly Step[]
}

/** Filters of one event: the words of each list, with the list's place. */
export interface Trigger {
  readonly filters: ReadonlyMap<string, { readonly words: readonly string[]; readonly place: Place }>
}

export interface Workflow {
  readonly path: string
  readonly place: Place
  readonly events: ReadonlyMap<string, Trigger>
  readonly permissions: ReadonlyMap<string, string> | null
  readonly concurrency: WorkflowText | null
  readonly jobs: readonly Job[]
}
