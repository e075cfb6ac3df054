import type { Place, Problem } from '../ground/errors.js'
import { nodeAt, type YamlEntry, type YamlNode } from '../yaml/node.js'
import { parseYaml } from '../yaml/parse.js'
import type { Job, Step, Trigger, Workflow, WorkflowText } from './weakness.js'

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
    permissions: permissionsOf(nodeAt(root, ['permissions'])),
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
    concurrency: concurrencyOf(value),
    matrix: nodeAt(value, ['strategy', 'matrix']),
    calls: textOf(nodeAt(value, ['uses'])),
    steps: itemsOf(nodeAt(value, ['steps'])).map(stepOf)
  }
}

/** `concurrency: group`, or a mapping that names it. */
const concurrencyOf = (node: YamlNode): WorkflowText | null =>
  textOf(nodeAt(node, ['concurrency'])) ?? textOf(nodeAt(node, ['concurrency', 'group']))

function stepOf(node: YamlNode): Step {
  const inputs = entriesOf(nodeAt(node, ['with'])).flatMap(({ key, value }): [string, WorkflowText][] => {
    const text = textOf(value)
    return text === null ? [] : [[key.toLowerCase(), text]]
  })
  return {
    place: node.place,
    uses: textOf(nodeAt(node, ['uses'])),
    run: textOf(nodeAt(node, ['run'])),
    condition: conditionOf(node),
    continueOnError: textOf(nodeAt(node, ['continue-on-error'])),
    inputs: new Map(inputs)
  }
}

/** An `if` without a text is none. */
function conditionOf(node: YamlNode): WorkflowText | null {
  const text = textOf(nodeAt(node, ['if']))
  return text === null || text.value.trim() === '' ? null : text
}

/** Where a key of a workflow stands, else where its owner does. */
export const placeOrElse = (text: WorkflowText | null, other: Place): Place => text?.place ?? other
