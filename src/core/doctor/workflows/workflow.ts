import type { Place, Problem } from '../../ground/errors.js'
import { nodeAt, type YamlEntry, type YamlNode } from '../../yaml/node.js'
import { parseYaml } from '../../yaml/parse.js'
import type { Job, Matrix, Step, Trigger, Values, Workflow, WorkflowText } from './weakness.js'

/** A workflow file as it was read; `problems` are why GitHub would not take it, or nobody could judge it. */
export interface WorkflowFile {
  readonly workflow: Workflow | null
  readonly problems: readonly Problem[]
}

const entriesOf = (node: YamlNode | null | undefined): readonly YamlEntry[] =>
  node?.kind === 'map' ? node.entries : []

const itemsOf = (node: YamlNode | null | undefined): readonly YamlNode[] => (node?.kind === 'list' ? node.items : [])

const textOf = (node: YamlNode | null): WorkflowText | null =>
  node?.kind === 'scalar' && node.source !== '' ? { value: node.source, place: node.place } : null

/** A word, or each word of a list: GitHub takes both in most places. */
const words = (node: YamlNode | null): readonly WorkflowText[] =>
  (node?.kind === 'list' ? node.items : [node]).flatMap(item => textOf(item) ?? [])

/** Reads a workflow of GitHub as far as the gate's safety rests on it (docs.github.com, Workflow syntax). */
export function readWorkflow(path: string, bytes: Uint8Array): WorkflowFile {
  const { root, problems } = parseYaml(path, bytes, { aliases: 'resolved' })
  if (root === null || problems.length > 0) return { workflow: null, problems }
  const workflow: Workflow = {
    path,
    place: root.place,
    events: eventsOf(nodeAt(root, ['on'])),
    defaults: defaultsOf(nodeAt(root, ['on', 'workflow_call', 'inputs'])),
    permissions: permissionsOf(nodeAt(root, ['permissions'])),
    permissionsPlace: nodeAt(root, ['permissions'])?.place ?? root.place,
    env: valuesOf(nodeAt(root, ['env'])),
    shell: textOf(nodeAt(root, ['defaults', 'run', 'shell'])),
    workingDirectory: textOf(nodeAt(root, ['defaults', 'run', 'working-directory'])),
    concurrency: concurrencyOf(root),
    jobs: entriesOf(nodeAt(root, ['jobs'])).map(jobOf)
  }
  return { workflow, problems: [] }
}

/** `on: push`, `on: [push, pull_request]`, or a mapping with filters. */
function eventsOf(node: YamlNode | null): ReadonlyMap<string, Trigger> {
  const named = words(node).map(({ value }): [string, Trigger] => [value, { filters: new Map() }])
  const filtered = entriesOf(node).map(({ key, value }): [string, Trigger] => [key, { filters: filtersOf(value) }])
  return new Map([...named, ...filtered])
}

const filtersOf = (node: YamlNode): Trigger['filters'] =>
  new Map(
    entriesOf(node).map(({ key, keyPlace, value }) => [
      key,
      { words: words(value).map(word => word.value), place: keyPlace }
    ])
  )

function permissionsOf(node: YamlNode | null): ReadonlyMap<string, string> | null {
  if (node === null) return null
  const word = textOf(node)
  if (word !== null) return new Map([['*', word.value]])
  return new Map(entriesOf(node).flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key, value.source]] : [])))
}

function jobOf({ key, keyPlace, value }: YamlEntry): Job {
  return {
    id: key,
    place: keyPlace,
    name: textOf(nodeAt(value, ['name']))?.value ?? key,
    condition: conditionOf(value),
    needs: words(nodeAt(value, ['needs'])),
    continueOnError: textOf(nodeAt(value, ['continue-on-error'])),
    permissions: permissionsOf(nodeAt(value, ['permissions'])),
    calls: textOf(nodeAt(value, ['uses'])),
    inputs: lowerCase(valuesOf(nodeAt(value, ['with']))),
    env: new Map([...valuesOf(nodeAt(value, ['container', 'env'])), ...valuesOf(nodeAt(value, ['env']))]),
    container: textOf(nodeAt(value, ['container'])) ?? textOf(nodeAt(value, ['container', 'image'])),
    outputs: lowerCase(valuesOf(nodeAt(value, ['outputs']))),
    shell: textOf(nodeAt(value, ['defaults', 'run', 'shell'])),
    workingDirectory: textOf(nodeAt(value, ['defaults', 'run', 'working-directory'])),
    runsOn: runnerOf(nodeAt(value, ['runs-on'])),
    matrix: matrixOf(nodeAt(value, ['strategy', 'matrix'])),
    concurrency: concurrencyOf(value),
    steps: itemsOf(nodeAt(value, ['steps'])).map(stepOf)
  }
}

function stepOf(node: YamlNode): Step {
  return {
    place: node.place,
    id: textOf(nodeAt(node, ['id']))?.value ?? null,
    uses: textOf(nodeAt(node, ['uses'])),
    run: textOf(nodeAt(node, ['run'])),
    shell: textOf(nodeAt(node, ['shell'])),
    workingDirectory: textOf(nodeAt(node, ['working-directory'])),
    condition: conditionOf(node),
    continueOnError: textOf(nodeAt(node, ['continue-on-error'])),
    inputs: lowerCase(valuesOf(nodeAt(node, ['with']))),
    env: valuesOf(nodeAt(node, ['env']))
  }
}

const valuesOf = (node: YamlNode | null): Values =>
  new Map(
    entriesOf(node).flatMap(({ key, value }): [string, WorkflowText][] => {
      const text = textOf(value)
      return text === null ? [] : [[key, text]]
    })
  )

const lowerCase = (values: Values): Values => new Map([...values].map(([key, text]) => [key.toLowerCase(), text]))

const defaultsOf = (node: YamlNode | null): Values =>
  new Map(
    entriesOf(node).flatMap(({ key, value }): [string, WorkflowText][] => {
      const text = textOf(nodeAt(value, ['default']))
      return text === null ? [] : [[key.toLowerCase(), text]]
    })
  )

/** `runs-on: x`, `[x, y]`, or `{ group, labels }`. */
const runnerOf = (node: YamlNode | null): readonly WorkflowText[] =>
  node?.kind === 'map' ? [...words(nodeAt(node, ['group'])), ...words(nodeAt(node, ['labels']))] : words(node)

function matrixOf(node: YamlNode | null): Matrix | null {
  if (node === null) return null
  if (node.kind !== 'map') return { place: node.place, values: null, mayBeEmpty: true }
  const values = new Map<string, readonly string[]>()
  const add = (key: string, texts: readonly WorkflowText[]): void => {
    values.set(key, [...(values.get(key) ?? []), ...texts.map(({ value }) => value)])
  }
  for (const { key, value } of node.entries) {
    if (value.kind !== 'list') return { place: node.place, values: null, mayBeEmpty: true }
    if (key === 'exclude') continue
    if (key !== 'include') add(key, words(value))
    else for (const item of value.items) for (const entry of entriesOf(item)) add(entry.key, words(entry.value))
  }
  return { place: node.place, values, mayBeEmpty: leavesNothing(node, values) }
}

/**
 * Whether one key's values are all excluded, each by an entry that names nothing else: what more entries leave out together
 * is not counted. What `include` adds is there all the same.
 */
function leavesNothing(node: YamlNode, values: ReadonlyMap<string, readonly string[]>): boolean {
  const single = itemsOf(nodeAt(node, ['exclude'])).map(entriesOf)
  const out = single.flatMap(entries => (entries.length === 1 ? entries : []))
  const isOut = (key: string, value: string): boolean =>
    out.some(entry => entry.key === key && words(entry.value).some(word => word.value === value))
  const added = itemsOf(nodeAt(node, ['include'])).length > 0
  return !added && [...values].some(([key, all]) => all.length > 0 && all.every(value => isOut(key, value)))
}

/** `concurrency: group`, or a mapping that names it. */
const concurrencyOf = (node: YamlNode): WorkflowText | null =>
  textOf(nodeAt(node, ['concurrency'])) ?? textOf(nodeAt(node, ['concurrency', 'group']))

/** The steps of a composite action, with what its inputs are where nobody gives them; null: another kind of action. */
export interface CompositeAction {
  readonly steps: readonly Step[]
  readonly defaults: Values
}

/** Reads `action.yml` (docs.github.com, Metadata syntax). Null for one that has no steps, or that cannot be read. */
export function readComposite(path: string, bytes: Uint8Array): CompositeAction | null {
  const { root, problems } = parseYaml(path, bytes, { aliases: 'resolved' })
  const steps = root === null || problems.length > 0 ? null : nodeAt(root, ['runs', 'steps'])
  if (root === null || steps === null) return null
  return { steps: itemsOf(steps).map(stepOf), defaults: defaultsOf(nodeAt(root, ['inputs'])) }
}

/** Actions may use one another; GitHub allows ten levels. */
const MOST_ACTIONS = 10

/** The workflow with the steps of its local composite actions in their places. `actions` are by directory, lower case. */
export function withActions(workflow: Workflow, actions: ReadonlyMap<string, CompositeAction>): Workflow {
  const steps = (step: Step, level: number): readonly Step[] => {
    const action = actions.get(localDirectory(step.uses?.value ?? '')?.toLowerCase() ?? '')
    if (action === undefined || step.uses === null || level > MOST_ACTIONS) return [step]
    return [step, ...action.steps.flatMap(inner => steps(insideOf(step, inner, action), level + 1))]
  }
  return {
    ...workflow,
    jobs: workflow.jobs.map(job => ({ ...job, steps: job.steps.flatMap(step => steps(step, 1)) }))
  }
}

/** The directory of the checkout that a step takes an action from; null for one from elsewhere. */
export const localDirectory = (uses: string): string | null =>
  uses.startsWith('./') ? uses.replace(/^\.\/|\/+$/g, '') : null

/** A step of an action as it runs in the workflow: with the action's inputs, and under the conditions of both. */
function insideOf(outer: Step, inner: Step, { defaults }: CompositeAction): Step {
  const filled = (text: WorkflowText): WorkflowText => ({
    ...text,
    value: text.value.replace(
      /\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g,
      (whole, key: string) => (outer.inputs.get(key.toLowerCase()) ?? defaults.get(key.toLowerCase()))?.value ?? whole
    )
  })
  const all = (values: Values): Values => new Map([...values].map(([key, text]) => [key, filled(text)]))
  const bare = ({ value }: WorkflowText): string => value.trim().replace(/^\$\{\{([\s\S]*)\}\}$/, '$1')
  const condition =
    inner.condition !== null && outer.condition !== null
      ? { ...inner.condition, value: `(${bare(outer.condition)}) && (${bare(inner.condition)})` }
      : (inner.condition ?? outer.condition)
  return {
    ...inner,
    run: inner.run === null ? null : filled(inner.run),
    condition,
    continueOnError: outer.continueOnError ?? inner.continueOnError,
    inputs: all(inner.inputs),
    env: new Map([...outer.env, ...all(inner.env)])
  }
}

/** An `if` without a text is none. */
function conditionOf(node: YamlNode): WorkflowText | null {
  const text = textOf(nodeAt(node, ['if']))
  return text === null || text.value.trim() === '' ? null : text
}

/** Where a key of a workflow stands, else where its owner does. */
export const placeOrElse = (text: WorkflowText | null, other: Place): Place => text?.place ?? other
