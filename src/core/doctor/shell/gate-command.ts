import type { ShellCommand } from './commands.js'

/** What one call of the gate's command line says. */
export interface GateCall {
  readonly command: ShellCommand
  /** The words behind `evaluate`. */
  readonly flags: readonly string[]
}

/** Commands that run the command behind them, with the flags of theirs that take a value. */
const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['command', []],
  ['exec', []],
  ['env', ['-u', '--unset', '-C', '--chdir']],
  ['time', []],
  ['nice', ['-n']],
  ['sudo', ['-u', '-g']],
  ['timeout', ['-k', '-s', '--signal', '--kill-after']],
  ['npx', ['-p', '--package', '-c']],
  ['bunx', []],
  ['pnpx', []],
  ['npm', ['-p', '--package']],
  ['pnpm', ['--package']],
  ['yarn', []],
  ['bun', []]
])
const VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['npm', ['exec', 'x']],
  ['pnpm', ['exec', 'dlx']],
  ['yarn', ['exec', 'dlx', 'run']],
  ['bun', ['x', 'run']]
])

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/
const NAME = /^(?:\S*\/)?policy-gate(?:@[\w.^~-]+)?$/
const SCRIPT = /^(?:\S*\/)?dist\/cli\.js$/

/** The call of the gate that a command is, or null. */
export function gateCallOf(command: ShellCommand): GateCall | null {
  const words = unwrapped(command.words)
  const [name = '', ...rest] = words
  if (name === 'node') {
    const script = rest.findIndex(word => !word.startsWith('-'))
    return SCRIPT.test(rest[script] ?? '') || NAME.test(rest[script] ?? '')
      ? called(command, rest.slice(script + 1))
      : null
  }
  return NAME.test(name) || SCRIPT.test(name) ? called(command, rest) : null
}

const called = (command: ShellCommand, [verb, ...flags]: readonly string[]): GateCall | null =>
  verb === 'evaluate' ? { command, flags } : null

function unwrapped(words: readonly string[]): readonly string[] {
  let rest = words
  for (;;) {
    while (ASSIGNMENT.test(rest[0] ?? '')) rest = rest.slice(1)
    const wrapper = rest[0] ?? ''
    const valued = WRAPPERS.get(wrapper)
    if (valued === undefined) return rest
    const verbs = VERBS.get(wrapper)
    let inner = withoutFlags(rest.slice(1), valued)
    if (verbs !== undefined) {
      if (verbs.includes(inner[0] ?? '')) inner = withoutFlags(inner.slice(1), valued)
      else if (wrapper === 'npm') return rest
    }
    rest = wrapper === 'timeout' ? inner.slice(1) : inner
  }
}

function withoutFlags(words: readonly string[], valued: readonly string[]): readonly string[] {
  const [first] = words
  if (first === undefined || !first.startsWith('-')) return words
  return withoutFlags(words.slice(valued.includes(first) ? 2 : 1), valued)
}

/** The value of a flag: null where it is not given. The last one counts. */
export function flagOf(flags: readonly string[], name: string): string | null {
  const index = flags.findLastIndex(word => word === `--${name}` || word.startsWith(`--${name}=`))
  const word = flags[index]
  if (word === undefined) return null
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : (flags[index + 1] ?? '')
}
