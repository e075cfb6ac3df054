import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '../../core/doctor/examine.js'
import type { Recognition } from '../../core/doctor/gates.js'
import type { Weakness, Workflow } from '../../core/doctor/weakness.js'
import { readWorkflow } from '../../core/doctor/workflow.js'
import { formatProblem, type Problem } from '../../core/ground/errors.js'
import { checkoutRoot } from '../../files/checkout.js'
import { DEFAULT_POLICY, readOrNull } from '../../files/policy-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import { policyOf, readCodeowners, requiredPolicy } from '../../gate/governing-files.js'
import { localPolicyPort } from '../../gate/local-ports.js'
import { type Flags, flagValue, type ParsedArguments, refuseWords } from '../arguments.js'
import type { CliCommand } from '../command.js'
import type { Terminal } from '../terminal.js'
import { EVALUATION_FLAGS, layerSourcesOf } from './evaluate-flags.js'

const FLAGS = {
  policy: EVALUATION_FLAGS.policy,
  'source-root': EVALUATION_FLAGS['source-root'],
  'layer-source': EVALUATION_FLAGS['layer-source'],
  action: {
    value: 'OWNER/REPO',
    multiple: true,
    help: 'the Action, where its repository has no policy-gate in its name'
  }
} as const satisfies Flags

/** `doctor`: what would let a merge slip past the gate. Exit code 1 where something would, 2 where the policy is wrong. */
export const doctorCommand: CliCommand = {
  summary: 'Tell what would let a merge slip past the gate',
  words: '',
  flags: FLAGS,
  async run(args, terminal) {
    refuseWords(args, 'Give the checkout with --source-root')
    const root = checkoutRoot(terminal.cwd, flagValue(args, 'source-root'))
    const { workflows, unreadable } = readWorkflows(root)
    const policyText = flagValue(args, 'policy')
    const port = localPolicyPort({ cwd: root, sourceRoot: null, layerSources: layerSourcesOf(args) })
    const found = examine({
      workflows,
      unreadable,
      recognition: recognitionOf(args, root, workflows),
      codeowners: await readCodeowners(port),
      // A file that was named must exist, the default one may be absent.
      policy: await (policyText === null ? policyOf(null, port) : requiredPolicy(policyText, port)),
      policyPath: policyText ?? DEFAULT_POLICY
    })
    return tell(found, workflows.length, terminal)
  }
}

const DIRECTORY = '.github/workflows'

function readWorkflows(root: string): { workflows: readonly Workflow[]; unreadable: readonly Problem[] } {
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
  return { workflows, unreadable }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter(entry => entry.isFile() && /\.ya?ml$/i.test(entry.name))
      .map(({ name }) => name)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Actions of the checkout itself are the gate by their name: that is how the gate's own repository uses it. */
function recognitionOf({ values }: ParsedArguments, root: string, workflows: readonly Workflow[]): Recognition {
  const local = workflows
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses?.value ?? [])))
    .filter(uses => uses.startsWith('./'))
    .map(uses => uses.replace(/^\.\/|\/+$/g, ''))
    .filter(directory => !directory.split('/').includes('..') && isGateAction(join(root, directory)))
  const actions = values.get('action')?.map(name => name.toLowerCase()) ?? null
  return { actions, local: new Set(local.map(directory => directory.toLowerCase())) }
}

function isGateAction(directory: string): boolean {
  const bytes = readOrNull(join(directory, 'action.yml')) ?? readOrNull(join(directory, 'action.yaml'))
  return bytes !== null && /^name:[ \t]*['"]?policy[ -]gate\b/im.test(Buffer.from(bytes).toString('utf8'))
}

async function tell(found: readonly Weakness[], workflows: number, terminal: Terminal): Promise<number> {
  const gaps = found.filter(({ weight }) => weight === 'gap').length
  for (const { weight, place, message, hint } of found)
    await terminal.out(`${formatProblem({ place, message: `${weight}: ${message}`, hint })}\n`)
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
  const advice = found.length - gaps
  const rest = advice === 0 ? '' : `; ${counted(advice, 'thing')} to look at`
  await terminal.out(
    gaps === 0
      ? `No gap found in ${counted(workflows, 'workflow')} and the policy${rest}\n`
      : `${counted(gaps, 'gap')} ${gaps === 1 ? 'lets' : 'let'} a merge slip past the gate${rest}\n`
  )
  return gaps === 0 ? EXIT.pass : EXIT.block
}
