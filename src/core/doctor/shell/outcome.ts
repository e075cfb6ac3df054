import type { ShellCommand } from './commands.js'

/** How a shell takes failures. */
export interface Shell {
  /** It ends at the first command that fails (`-e`). */
  readonly stops: boolean
  /** A pipe fails where one of its commands does (`pipefail`). */
  readonly pipefail: boolean
}

/** Why the answer of a command may get lost; `unjudged` where that cannot be followed. */
export interface Loss {
  readonly weight: 'gap' | 'unjudged'
  readonly why: string
}

const gap = (why: string): Loss => ({ weight: 'gap', why })
const unjudged = (why: string): Loss => ({ weight: 'unjudged', why })

/** The shell that `shell:` asks for (docs.github.com, Workflow syntax, `defaults.run.shell`); null: one that is not read here. */
export function shellOf(shell: string | null, windows: boolean): Shell | null {
  if (shell === null) return windows ? null : { stops: true, pipefail: false }
  const [name = '', ...flags] = shell.trim().split(/\s+/)
  if (!/^(?:\S*\/)?(?:bash|sh|dash|zsh)$/.test(name)) return null
  // A shell that is told more than how to take failures (`-c`, `{0} || true`) does something else with the script.
  if (
    flags.some(
      flag =>
        !/^(?:-(?!c)[a-bd-z]*|--(?:noprofile|norc|login|posix)|\{0\}|pipefail|errexit|nounset|xtrace|\+[a-z]+)$/.test(
          flag
        )
    )
  )
    return null
  if (flags.length === 0) return { stops: true, pipefail: /bash$/.test(name) }
  return { stops: flags.some(flag => /^-[a-z]*e/.test(flag)), pipefail: flags.includes('pipefail') }
}

/** Whether the answer of one command of a script becomes the answer of the script, as far as its text tells. */
export function lossOf(commands: readonly ShellCommand[], index: number, shell: Shell): Loss | null {
  const command = commands[index]
  if (command === undefined) return null
  const earlier = commands.slice(0, index)
  const later = commands.slice(index + 1)
  if (earlier.some(ends)) return gap('the script ends before it')
  if (commands.some(({ words }) => words[0] === 'trap' && /\bexit\b/.test(words[1] ?? ''))) {
    return unjudged('a `trap` may give another exit code')
  }
  const settings = earlier.reduce(settled, shell)
  const around = command.within.at(-1)
  if (around !== undefined) return enclosed(command, around, later)
  return (
    before(command, commands, index) ??
    after(command, later, settings) ??
    (later.some(({ words, within }) => within.length === 0 && words[0] === 'exit' && words[1] === '0')
      ? gap('the script ends with `exit 0`')
      : null)
  )
}

const ends = ({ words, within, before }: ShellCommand): boolean =>
  words[0] === 'exit' && within.length === 0 && before !== '&&' && before !== '||'

/** What `set` changes. */
function settled(shell: Shell, { words, within }: ShellCommand): Shell {
  if (words[0] !== 'set' || within.length > 0) return shell
  const flags = words.slice(1)
  const on = (letter: string, name: string, now: boolean): boolean => {
    if (
      flags.some(
        (flag, at) => new RegExp(`^-[a-z]*${letter}`).test(flag) || (/^-[a-z]*o$/.test(flag) && flags[at + 1] === name)
      )
    )
      return true
    return flags.some(
      (flag, at) => new RegExp(`^\\+[a-z]*${letter}`).test(flag) || (/^\+[a-z]*o$/.test(flag) && flags[at + 1] === name)
    )
      ? false
      : now
  }
  return { stops: on('e', 'errexit', shell.stops), pipefail: on('\\0', 'pipefail', shell.pipefail) }
}

/** A command in an `if`, a loop, a group. */
function enclosed(
  command: ShellCommand,
  around: ShellCommand['within'][number],
  later: readonly ShellCommand[]
): Loss | null {
  if (around.kind === 'condition') {
    const branch = command.negated ? 'then' : 'else'
    const inside = later.filter(({ within }) => within.at(-1)?.id === around.id && within.at(-1)?.kind === branch)
    const simple =
      command.within.length === 1 && !['&&', '||', '|', '&'].includes(command.after ?? '') && command.before === ';'
    if (simple && inside.some(fails)) return null
    return gap('its answer is only asked, by `if`, and ends nothing')
  }
  if (around.kind === 'then' || around.kind === 'else' || around.kind === 'case')
    return gap('it runs under a condition only')
  return unjudged(
    around.kind === 'function'
      ? 'it stands in a function'
      : around.kind === 'loop'
        ? 'it stands in a loop'
        : 'it stands in a group'
  )
}

const fails = ({ words }: ShellCommand): boolean =>
  words[0] === 'exit' && (words.length === 1 ? false : !/^0+$/.test(words[1] ?? ''))

/** Commands before `&&` that are hardly ever false. */
const PREPARES = /^(?:cd|pushd|mkdir|export|set|umask|source|\.)$/

function before(command: ShellCommand, commands: readonly ShellCommand[], index: number): Loss | null {
  if (command.negated) return gap('`!` turns its answer round')
  if (command.before === '||') return gap('it runs only where something before it fails')
  if (command.before !== '&&') return null
  const first = commands[index - 1]
  const last = commands.slice(index).every(({ before: operator }, at) => at === 0 || operator === '&&')
  return last || PREPARES.test(first?.words[0] ?? '')
    ? null
    : gap('it is left out where the command before `&&` fails, and the script goes on')
}

function after(command: ShellCommand, later: readonly ShellCommand[], shell: Shell): Loss | null {
  const rest = [...later]
  let operator = command.after
  while (operator === '|' || operator === '|&') {
    if (!shell.pipefail) return gap('the pipe behind it gives the answer of its last command (no `pipefail`)')
    operator = rest.shift()?.after ?? null
  }
  if (operator === '&') return gap('`&` does not wait for its answer')
  while (operator === '&&') operator = rest.shift()?.after ?? null
  const joined = rest.length < later.length && command.after === '&&'
  if (operator === '||') return alternative(rest)
  if (rest.length === 0) return null
  if (shell.stops && !joined) return null
  if (keepsStatus(rest)) return null
  return joined
    ? gap('`&&` behind it keeps the shell from ending there')
    : gap('the shell does not end where a command fails (`set +e`), and goes on')
}

function alternative(rest: readonly ShellCommand[]): Loss | null {
  const [first] = rest
  if (first === undefined) return unjudged('it cannot be told what `||` behind it does')
  const group = first.within.at(-1)
  const all = group?.kind === 'group' ? rest.filter(({ within }) => within.at(-1)?.id === group.id) : [first]
  if (
    all.some(
      command =>
        (fails(command) && command.before !== '&&' && command.before !== '||') || (command === first && fails(command))
    )
  )
    return null
  if (first.words[0] === 'false' && rest.length === 1) return null
  if (keepsStatus(rest)) return null
  return gap('`||` behind it takes the failure away')
}

/** `code=$?` at once, and `exit $code` at the end; or `exit $?`. */
function keepsStatus(rest: readonly ShellCommand[]): boolean {
  const [first, ...others] = rest
  const [word = '', code] = first?.words ?? []
  if (word === 'exit') return code === undefined || code === '$?'
  const name = /^(\w+)=\$\?$/.exec(word)?.[1]
  if (name === undefined || first?.words.length !== 1) return false
  const last = others.findLast(({ words, within }) => words[0] === 'exit' && within.length === 0)
  return last !== undefined && new RegExp(`^\\$\\{?${name}\\}?$`).test(last.words[1] ?? '')
}
