import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyAtHand } from '../../core/doctor/policy-checks.js'
import type { Recognition } from '../../core/doctor/workflows/gates.js'
import type { Step, Workflow } from '../../core/doctor/workflows/weakness.js'
import {
  type CompositeAction,
  localDirectory,
  readComposite,
  readWorkflow,
  withActions
} from '../../core/doctor/workflows/workflow.js'
import { ConfigurationError, formatProblem, type Problem } from '../../core/ground/errors.js'
import { type PolicyPort, readOrNull } from '../../files/policy-files.js'
import { policyOf } from '../../gate/governing-files.js'
import type { ParsedArguments } from '../arguments.js'

const DIRECTORY = '.github/workflows'

/** The workflows of a checkout, and why some cannot be read. */
export function readWorkflows(root: string): { workflows: readonly Workflow[]; unreadable: readonly Problem[] } {
  const workflows: Workflow[] = []
  const unreadable: Problem[] = []
  for (const name of namesIn(join(root, DIRECTORY))) {
    const path = `${DIRECTORY}/${name}`
    const bytes = readOrNull(join(root, path))
    if (bytes === null) continue
    const { workflow, problems } = readWorkflow(path, bytes)
    unreadable.push(...problems)
    if (workflow !== null) workflows.push(workflow)
  }
  const actions = compositesOf(root, workflows)
  return { workflows: workflows.map(workflow => withActions(workflow, actions)), unreadable }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter(entry => entry.isFile() && /\.ya?ml$/i.test(entry.name))
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') return []
    throw error
  }
}

/** The composite actions of the checkout that workflows use, and that those use, by directory in lower case. */
function compositesOf(root: string, workflows: readonly Workflow[]): ReadonlyMap<string, CompositeAction> {
  const found = new Map<string, CompositeAction>()
  const seen = new Set<string>()
  let open = workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => localActions(steps)))
  while (open.length > 0) {
    const directories = [...new Set(open)].filter(directory => !seen.has(directory))
    open = directories.flatMap(directory => {
      seen.add(directory)
      const file = actionFile(root, directory)
      const action = file === null ? null : readComposite(file.path, file.bytes)
      if (action !== null) found.set(directory.toLowerCase(), action)
      return action === null ? [] : localActions(action.steps)
    })
  }
  return found
}

const localActions = (steps: readonly Step[]): readonly string[] =>
  steps
    .flatMap(({ uses }) => localDirectory(uses?.value ?? '') ?? [])
    .filter(directory => !directory.split('/').includes('..'))

function actionFile(root: string, directory: string): { readonly path: string; readonly bytes: Uint8Array } | null {
  for (const name of ['action.yml', 'action.yaml']) {
    const path = directory === '' ? name : `${directory}/${name}`
    const bytes = readOrNull(join(root, path))
    if (bytes !== null) return { path, bytes }
  }
  return null
}

/** Actions of the checkout itself are the gate by their name: that is how the gate's own repository uses it. */
export function recognitionOf({ values }: ParsedArguments, root: string, workflows: readonly Workflow[]): Recognition {
  const local = workflows
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => localActions(steps)))
    .filter(directory => isGateAction(actionFile(root, directory)))
  const actions = values.get('action')?.map(name => name.toLowerCase()) ?? null
  return { actions, local: new Set(local.map(directory => directory.toLowerCase())) }
}

/** One that runs steps of its own is judged by them. */
function isGateAction(file: ReturnType<typeof actionFile>): boolean {
  if (file === null || readComposite(file.path, file.bytes) !== null) return false
  return /^name:[ \t]*['"]?policy[ -]gate\b/im.test(Buffer.from(file.bytes).toString('utf8'))
}

/**
 * A layer that says nothing. Its rule lets pass what passes anyway: a policy that only builds on layers that are not at
 * hand would be refused as one without rules.
 */
const absentLayer = (number: number): Buffer =>
  Buffer.from(`version: 1\nrules: [{ id: absent-layer-${number}, when: { malware: true }, verdict: pass }]\n`)

/** The policy of this name, with what there is of its layers: those of other repositories are often not at hand. */
export async function policyAtHand(
  name: string,
  port: PolicyPort,
  layerSources: ReadonlyMap<string, string>
): Promise<PolicyAtHand> {
  const absent: string[] = []
  const layer: PolicyPort['layer'] = async reference => {
    if (layerSources.has(`${reference.owner}/${reference.repository}`)) return port.layer(reference)
    absent.push(`github:${reference.owner}/${reference.repository}/${reference.path}`)
    return absentLayer(absent.length)
  }
  return { policy: await policyOf(name, { ...port, layer }), absent, problem: null }
}

/** The same where the policy is one that a workflow names: what is wrong with it is a gap of that workflow's gate. */
export async function namedPolicyAtHand(...reading: Parameters<typeof policyAtHand>): Promise<PolicyAtHand> {
  try {
    const read = await policyAtHand(...reading)
    return read.policy === null ? { ...read, problem: 'there is no such file' } : read
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { policy: null, absent: [], problem: error.problems.map(formatProblem).join('; ') }
  }
}
