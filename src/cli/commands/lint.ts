import { exceptionFileWarnings } from '../../core/exceptions/file-warnings.js'
import { ConfigurationError, formatProblem, type Problem } from '../../core/ground/errors.js'
import { effectivePolicyYaml } from '../../core/policy/effective.js'
import { lintPolicy as warningsOf } from '../../core/policy/lint/lint.js'
import type { Policy } from '../../core/policy/policy.js'
import { count } from '../../core/reports/ground/wording.js'
import { listCheckout } from '../../files/checkout.js'
import { EXIT } from '../../gate/exit-codes.js'
import { readCodeowners, readExceptions, requiredPolicy } from '../../gate/governing-files.js'
import { localPolicyPort } from '../../gate/local-ports.js'
import { type Flags, flagValue, refuseWords } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { tellLayers } from '../tell-layers.js'
import { printLine, type Terminal, tellLine } from '../terminal.js'
import { EVALUATION_FLAGS, layerSourcesOf } from './evaluate-flags.js'

const FLAGS = {
  policy: EVALUATION_FLAGS.policy,
  exceptions: EVALUATION_FLAGS.exceptions,
  'layer-source': EVALUATION_FLAGS['layer-source'],
  effective: { help: 'print the merged policy as YAML, each value with the layer that gave it' }
} as const satisfies Flags

/** `lint`: every problem of policy, layers and exceptions in one go; exit code 2 where there is any. */
export const lintCommand: CliCommand = {
  words: '',
  flags: FLAGS,
  async run(args, terminal) {
    refuseWords(args, 'Give files with --policy and --exceptions')
    const port = localPolicyPort({ cwd: terminal.cwd, sourceRoot: null, layerSources: layerSourcesOf(args) })
    const problems: Problem[] = []
    const policy = await collect(problems, () => requiredPolicy(flagValue(args, 'policy'), port))
    const named = flagValue(args, 'exceptions')
    const exceptions = await collect(problems, () => readExceptions(named, policy?.exceptions.file ?? null, port))
    if (problems.length > 0) throw new ConfigurationError(problems)
    if (policy !== null) {
      const checkout = await listCheckout(terminal.cwd, false)
      const hasExceptions = policy.exceptions.file === null || named !== null ? null : exceptions !== null
      tellLayers(port, terminal)
      for (const warning of warningsOf(policy, { checkout, hasExceptions }))
        tellLine(terminal, `${formatProblem(asWarning(warning))}`)
      if (args.switches.has('effective')) {
        await terminal.out(effectivePolicyYaml(policy))
        return EXIT.pass
      }
      await reportPolicy(policy, terminal)
    }
    const codeowners = (await readCodeowners(port))?.codeowners
    for (const warning of [
      ...exceptionFileWarnings(exceptions?.records ?? [], policy),
      ...(codeowners?.problems ?? [])
    ])
      tellLine(terminal, `${formatProblem(asWarning(warning))}`)
    if (exceptions !== null)
      await printLine(terminal, `${exceptions.file.name}: ${count(exceptions.records.length, 'exception')}`)
    return EXIT.pass
  }
}

/** What is allowed but probably not meant is said, and changes no exit code. */
const asWarning = (problem: Problem): Problem => ({ ...problem, message: `warning: ${problem.message}` })

/** Problems of one file do not keep the others from being checked. */
async function collect<T>(problems: Problem[], check: () => Promise<T>): Promise<T | null> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    problems.push(...error.problems)
    return null
  }
}

async function reportPolicy(policy: Policy, terminal: Terminal): Promise<void> {
  const own = policy.layers.at(-1)?.name ?? ''
  const inherited = policy.layers.slice(0, -1).map(layer => layer.name)
  const from = inherited.length === 0 ? '' : `, inherits ${inherited.join(', ')}`
  await printLine(
    terminal,
    `${own}: ${count(policy.rules.length, 'rule')}, ${count(policy.scans.length, 'required scan')}${from}`
  )
}
