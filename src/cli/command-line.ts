import { editionText } from '../core/ground/edition.js'
import { ConfigurationError, formatProblem } from '../core/ground/errors.js'
import { hintFor } from '../core/yaml/nearest.js'
import { EXIT } from '../gate/exit-codes.js'
import { EDITION } from '../gate/record/edition.js'
import { asksForHelp, parseArguments } from './arguments.js'
import { verifyCommand } from './audit/verify.js'
import type { CliCommand } from './command.js'
import { convertCommand } from './commands/convert.js'
import { doctorCommand } from './commands/doctor.js'
import { evaluateCommand } from './commands/evaluate.js'
import { explainCommand } from './commands/explain.js'
import { lintCommand } from './commands/lint.js'
import { schemaCommand } from './commands/schema.js'
import { simulateCommand } from './commands/simulate.js'
import { testCommand } from './commands/test.js'
import { metricsCommand } from './fleet/metrics.js'
import { rowsCommand } from './fleet/rows.js'
import { feedsCommand } from './setup/feeds.js'
import { initCommand } from './setup/init.js'
import { printLine, type Terminal, tellLine } from './terminal.js'

const COMMANDS: Readonly<Record<string, CliCommand>> = {
  evaluate: evaluateCommand,
  explain: explainCommand,
  lint: lintCommand,
  test: testCommand,
  simulate: simulateCommand,
  metrics: metricsCommand,
  rows: rowsCommand,
  verify: verifyCommand,
  schema: schemaCommand,
  convert: convertCommand,
  doctor: doctorCommand,
  init: initCommand,
  feeds: feedsCommand
}

/** Runs one command and gives its exit code; every error ends here and none of them is a pass. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      await terminal.out(overview())
      return name === undefined ? EXIT.configuration : EXIT.pass
    }
    if (name === '--version' || name === '-V' || name === 'version') {
      await printLine(terminal, `policy-gate ${editionText(EDITION)}`)
      return EXIT.pass
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (command === undefined) {
      const hint = hintFor(name, Object.keys(COMMANDS), 'Run with --help to see the commands')
      tellLine(terminal, `Unknown command ${name}. ${hint}`)
      return EXIT.configuration
    }
    if (asksForHelp(rest, command.flags)) {
      await terminal.out(usage(name, command))
      return EXIT.pass
    }
    return await runCommand(command, rest, terminal)
  } catch (error) {
    return tellError(error, terminal)
  }
}

async function runCommand(command: CliCommand, argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await command.run(parseArguments(argv, command.flags, command.words !== ''), terminal)
  } catch (error) {
    await command.failed?.(argv, error, terminal)
    throw error
  }
}

/** Tells people what went wrong, and gives the exit code that says whose it is to fix. */
export function tellError(error: unknown, terminal: Terminal): number {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) tellLine(terminal, `${formatProblem(problem)}`)
    return EXIT.configuration
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  tellLine(terminal, `Internal error: the gate could not decide. Please report it with this text:\n${detail}`)
  return EXIT.internal
}

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  return `policy-gate: decides pass, warn or block from SARIF and a policy.

Usage: policy-gate <command> [flags]      policy-gate <command> --help      policy-gate --version

${rows.join('\n')}

Exit codes: 0 pass or warn, 1 block, 2 configuration or usage error, 3 internal error.
`
}

function usage(name: string, { summary, words, flags }: CliCommand): string {
  const rows = Object.entries(flags).map(([flag, { value, multiple, several, help }]) => {
    const left = `--${flag}${value ? ` ${value}` : ''}`
    return `  ${left.padEnd(34)} ${help}${several ? ' (several, repeatable)' : multiple ? ' (repeatable)' : ''}`
  })
  return `${summary}\n\nUsage: policy-gate ${name}${words ? ` ${words}` : ''} [flags]\n\n${rows.join('\n')}\n`
}
