import { parseArgs } from 'node:util'
import { closest } from '../core/closest.js'
import { configurationError } from '../core/errors.js'

/** One flag of a command. `value` names what it takes; a flag without it is a switch. */
export interface Flag {
  readonly value?: string
  readonly multiple?: boolean
  readonly help: string
}

export type Flags = Readonly<Record<string, Flag>>

/** Parsed command line of one command: values of flags by name, and the words that are no flags. */
export interface ParsedArguments {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly switches: ReadonlySet<string>
  readonly words: readonly string[]
}

/** Parses strictly: a flag that does not exist, lacks its value or is given twice is a usage error (exit code 2). */
export function parseArguments(argv: readonly string[], flags: Flags): ParsedArguments {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, { type: flag.value ? ('string' as const) : ('boolean' as const), multiple: true }])
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true })
  const values = new Map<string, string[]>()
  const switches = new Set<string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined
    if (flag === undefined) throw unknownFlag(token.rawName, Object.keys(flags))
    if (flag.value === undefined) {
      if (token.value !== undefined) throw configurationError(`${token.rawName} takes no value`, `Write ${token.rawName} alone`)
      switches.add(token.name)
      continue
    }
    if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--'))) {
      throw configurationError(`${token.rawName} needs a value`, `Write ${token.rawName} ${flag.value}`)
    }
    const given = values.get(token.name) ?? []
    if (given.length > 0 && !flag.multiple) throw configurationError(`${token.rawName} is given twice`, 'Give it once')
    values.set(token.name, [...given, token.value])
  }
  return { values, switches, words }
}

function unknownFlag(rawName: string, names: readonly string[]): Error {
  const near = closest(rawName.replace(/^-+/, ''), names)
  const hint = near === null ? 'Run with --help to see the flags' : `Did you mean --${near}?`
  return configurationError(`Unknown flag ${rawName}`, hint)
}
