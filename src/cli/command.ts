import type { Flags, ParsedArguments } from './arguments.js'
import type { Terminal } from './terminal.js'

/** One command of the command line. */
export interface CliCommand {
  /** What follows the command's name, besides flags. */
  readonly words: string
  readonly flags: Flags
  /** What is left behind where parsing or running it ended in an error. */
  failed?(argv: readonly string[], error: unknown, terminal: Terminal): Promise<void>
  run(args: ParsedArguments, terminal: Terminal): Promise<number>
}
