import { resolve } from 'node:path'
import type { RuleFile } from '../../core/doctor/branch-rules.js'
import { examine, policiesOf } from '../../core/doctor/examine.js'
import type { PolicyAtHand } from '../../core/doctor/policy-checks.js'
import type { Weakness, Weight } from '../../core/doctor/workflows/weakness.js'
import { configurationError, formatProblem, wholeFile } from '../../core/ground/errors.js'
import type { JsonValue } from '../../core/ground/json.js'
import { checkoutRoot } from '../../files/checkout.js'
import { DEFAULT_POLICY, readOrNull } from '../../files/policy-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import { noPolicy, readCodeowners } from '../../gate/governing-files.js'
import { localPolicyPort } from '../../gate/local-ports.js'
import { type Flags, flagValue, refuseWords } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { tellLayers } from '../tell-layers.js'
import { printLine, type Terminal } from '../terminal.js'
import { namedPolicyAtHand, policyAtHand, readWorkflows, recognitionOf } from './doctor-files.js'
import { EVALUATION_FLAGS, layerSourcesOf } from './evaluate-flags.js'

const FLAGS = {
  policy: EVALUATION_FLAGS.policy,
  'source-root': EVALUATION_FLAGS['source-root'],
  'layer-source': EVALUATION_FLAGS['layer-source'],
  rules: {
    value: 'FILE',
    multiple: true,
    help: 'what GitHub says of the branch, by `gh api repos/OWNER/REPO/rules/branches/main`; a ruleset or the classic protection too'
  },
  action: {
    value: 'OWNER/REPO',
    multiple: true,
    help: 'the Action, where it is not policy-gate/policy-gate: a copy of yours'
  }
} as const satisfies Flags

/** `doctor`: what would let a merge slip past the gate. Exit code 1 where something would, 2 where the policy is wrong. */
export const doctorCommand: CliCommand = {
  words: '',
  flags: FLAGS,
  async run(args, terminal) {
    refuseWords(args, 'Give the checkout with --source-root')
    const root = checkoutRoot(terminal.cwd, flagValue(args, 'source-root'))
    const { workflows, unreadable } = readWorkflows(root)
    const policyText = flagValue(args, 'policy')
    const policyPath = policyText ?? DEFAULT_POLICY
    const layerSources = layerSourcesOf(args)
    const port = localPolicyPort({ cwd: root, sourceRoot: null, layerSources })
    const recognition = recognitionOf(args, root, workflows)
    const names = policiesOf({ workflows, recognition, policyPath })
    const policies = new Map<string, PolicyAtHand>()
    for (const name of names) {
      const read = name === policyPath ? policyAtHand : namedPolicyAtHand
      policies.set(name, await read(name, port, layerSources))
    }
    tellLayers(port, terminal)
    // A file that was named must exist, the default one may be absent.
    if (policyText !== null && policies.get(policyText)?.policy === null) throw noPolicy(policyText)
    const found = examine({
      workflows,
      unreadable,
      recognition,
      codeowners: (await readCodeowners(port))?.codeowners ?? null,
      policies,
      policyPath,
      now: Date.parse(terminal.now()),
      rules: (args.values.get('rules') ?? []).map(path => ruleFile(terminal.cwd, path))
    })
    return tell(found, workflows.length, terminal)
  }
}

function ruleFile(cwd: string, path: string): RuleFile {
  const bytes = readOrNull(resolve(cwd, path))
  if (bytes === null)
    throw configurationError('there is no such file', 'Name the file that `gh api` wrote', wholeFile(path))
  try {
    return { path, value: JSON.parse(new TextDecoder().decode(bytes)) as JsonValue }
  } catch {
    throw configurationError('this is not JSON', 'Name the file that `gh api` wrote', wholeFile(path))
  }
}

const LABELS: Readonly<Record<Weight, string>> = { gap: 'gap', unjudged: 'not judged', advice: 'advice' }

async function tell(found: readonly Weakness[], workflows: number, terminal: Terminal): Promise<number> {
  for (const { weight, place, message, hint } of found)
    await printLine(terminal, formatProblem({ place, message: `${LABELS[weight]}: ${message}`, hint }))
  const count = (weight: Weight): number => found.filter(each => each.weight === weight).length
  const [gaps, open, looks] = [count('gap'), count('unjudged'), count('advice')]
  const rest = looks === 0 ? '' : `; ${counted(looks, 'thing')} to look at`
  const unknown = `${counted(open, 'thing')} that could not be judged`
  if (gaps > 0) {
    const also = open === 0 ? '' : `; ${unknown}`
    await printLine(
      terminal,
      `${counted(gaps, 'gap')} ${gaps === 1 ? 'lets' : 'let'} a merge slip past the gate${also}${rest}`
    )
  } else if (open > 0) await printLine(terminal, `Not judged to the end: ${unknown}${rest}`)
  else await printLine(terminal, `No gap found in ${counted(workflows, 'workflow')} and the policy${rest}`)
  return gaps + open === 0 ? EXIT.pass : EXIT.block
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
