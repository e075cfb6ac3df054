import { parseArgs } from 'node:util'
import { configurationError } from '../core/ground/errors.js'
import { hintFor } from '../core/yaml/nearest.js'

/** One flag of a command. `value` names what it takes; a flag without it is a switch. */
export interface Flag {
  readonly value?: string
  readonly multiple?: boolean
  /** Words that follow it are values of it as well, as a shell writes a glob out. */
  readonly several?: boolean
  readonly help: string
}

export type Flags = Readonly<Record<string, Flag>>

/** Parsed command line of one command: values of flags by name, and the words that are no flags. */
export interface ParsedArguments {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly switches: ReadonlySet<string>
  readonly words: readonly string[]
}

/**
 * Parses strictly: a flag that does not exist, lacks its value or is given twice is a usage error (exit code 2). Where a
 * command `needsWord` and all words follow flags that take several, the last one is the command's.
 */
export function parseArguments(argv: readonly string[], flags: Flags, needsWord = false): ParsedArguments {
  const values = new Map<string, readonly string[]>()
  const switches = new Set<string>()
  const words: string[] = []
  const taken: string[] = []
  let open: string | null = null
  for (const token of tokensOf(argv, flags)) {
    if (token.kind === 'positional' && open !== null) {
      values.set(open, [...(values.get(open) ?? []), token.value])
      taken.push(open)
    } else if (token.kind === 'positional') words.push(token.value)
    else open = null
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined
    if (flag === undefined) throw unknownFlag(token.rawName, Object.keys(flags))
    if (flag.value === undefined) switches.add(switchOf(token))
    else values.set(token.name, [...priorValues(token, flag, values), textOf(token, flag)])
    if (flag.several) open = token.name
  }
  const last = taken.at(-1)
  if (!needsWord || words.length > 0 || last === undefined) return { values, switches, words }
  const given = values.get(last) ?? []
  return { values: values.set(last, given.slice(0, -1)), switches, words: given.slice(-1) }
}

/** The value of a flag that takes one; null where it is not given. */
export const flagValue = ({ values }: Pick<ParsedArguments, 'values'>, flag: string): string | null =>
  values.get(flag)?.[0] ?? null

/** Refuses words that belong to no flag, for commands that take none. */
export function refuseWords({ words }: ParsedArguments, hint: string): void {
  if (words.length > 0) throw configurationError(`Unexpected ${words.join(' ')}`, hint)
}

/** Whether help is asked for; a `-h` that is the value of a flag, or follows `--`, asks for nothing. */
export const asksForHelp = (argv: readonly string[], flags: Flags): boolean =>
  tokensOf(argv, flags).some(token => token.kind === 'option' && ['--help', '-h'].includes(token.rawName))

function tokensOf(argv: readonly string[], flags: Flags) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, { type: typeOf(flag), multiple: true }])
  )
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

const typeOf = (flag: Flag): 'string' | 'boolean' => (flag.value ? 'string' : 'boolean')

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function switchOf({ name, rawName, value }: OptionToken): string {
  if (value !== undefined) throw configurationError(`${rawName} takes no value`, `Write ${rawName} alone`)
  return name
}

function priorValues({ name, rawName }: OptionToken, flag: Flag, values: ParsedArguments['values']): readonly string[] {
  const given = values.get(name) ?? []
  if (given.length > 0 && !flag.multiple) throw configurationError(`${rawName} is given twice`, 'Give it once')
  return given
}

/** A flag that follows is not the value of the one before: `--policy --sarif x` forgot something. */
function textOf({ rawName, value, inlineValue }: OptionToken, flag: Flag): string {
  if (value === undefined || value.trim() === '' || (!inlineValue && value.startsWith('--'))) {
    throw configurationError(`${rawName} needs a value`, `Write ${rawName} ${flag.value}`)
  }
  return value
}

function unknownFlag(rawName: string, names: readonly string[]): Error {
  const word = rawName.replace(/^-+/, '')
  const hint = hintFor(word, names, 'Run with --help to see the flags', near => `--${near}`)
  return configurationError(`Unknown flag ${rawName}`, hint)
}
