import { editionText } from '../core/ground/edition.js'
import { ConfigurationError, formatProblem } from '../core/ground/errors.js'
import { hintFor } from '../core/yaml/nearest.js'
import { EXIT } from '../gate/exit-codes.js'
import { EDITION } from '../gate/record/edition.js'
import { asksForHelp, parseArguments } from './arguments.js'
import type { CliCommand } from './command.js'
import { evaluateCommand } from './commands/evaluate.js'
import type { OtherCommand } from './other-commands.js'
import { printLine, type Terminal, tellLine } from './terminal.js'

/** The gate itself is there at once; of the others a program is read and compiled only for what it is asked. */
const loaded = (name: OtherCommand) => async () => (await import('./other-commands.js')).OTHER_COMMANDS[name]

/** The commands, in the order in which help names them. */
const COMMANDS: Readonly<Record<string, CommandRow>> = {
  evaluate: { summary: 'Decide pass, warn or block from SARIF and a policy', load: async () => evaluateCommand },
  explain: { summary: 'Say why a finding got its verdict, and what would pass', load: loaded('explain') },
  lint: { summary: 'Check policy, exceptions and their layers', load: loaded('lint') },
  test: { summary: 'Run unit tests of a policy', load: loaded('test') },
  simulate: { summary: 'Try a candidate policy on stored decisions or SARIF', load: loaded('simulate') },
  metrics: { summary: 'Compute KPIs over many decision files', load: loaded('metrics') },
  rows: { summary: 'Turn decision files into flat tables', load: loaded('rows') },
  verify: { summary: 'Evaluate a decision again, and say what differs', load: loaded('verify') },
  schema: { summary: 'Print the JSON Schema of a file format', load: loaded('schema') },
  convert: { summary: 'Make SARIF of the report of a scanner that writes none', load: loaded('convert') },
  doctor: { summary: 'Tell what would let a merge slip past the gate', load: loaded('doctor') },
  init: { summary: 'Write policy, workflows and CODEOWNERS entries that fit this repository', load: loaded('init') },
  feeds: { summary: 'Fetch KEV and EPSS, check them, and keep them with their dates', load: loaded('feeds') }
}

interface CommandRow {
  readonly summary: string
  load(): Promise<CliCommand>
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
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (entry === undefined) {
      const hint = hintFor(name, Object.keys(COMMANDS), 'Run with --help to see the commands')
      tellLine(terminal, `Unknown command ${name}. ${hint}`)
      return EXIT.configuration
    }
    const command = await entry.load()
    if (asksForHelp(rest, command.flags)) {
      await terminal.out(usage(name, entry.summary, command))
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

function usage(name: string, summary: string, { words, flags }: CliCommand): string {
  const rows = Object.entries(flags).map(([flag, { value, multiple, several, help }]) => {
    const left = `--${flag}${value ? ` ${value}` : ''}`
    return `  ${left.padEnd(34)} ${help}${several ? ' (several, repeatable)' : multiple ? ' (repeatable)' : ''}`
  })
  return `${summary}\n\nUsage: policy-gate ${name}${words ? ` ${words}` : ''} [flags]\n\n${rows.join('\n')}\n`
}
