import { configurationError } from '../../core/ground/errors.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { flagValue, type ParsedArguments } from '../arguments.js'

/** A format, and where it goes: null is standard output. */
export interface Output<Format extends string> {
  readonly format: Format
  readonly file: string | null
}

/** `--format` of a command that writes one format to standard output; the first one is the default. */
export function oneFormat<Format extends string>(
  args: ParsedArguments,
  formats: readonly [Format, ...Format[]]
): Format {
  const text = flagValue(args, 'format')
  return text === null ? formats[0] : formatNamed(text, formats)
}

/** One `--format FORMAT[=FILE]`. */
export function outputOf<Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const [name = '', file = null] = text.split(/=(.*)/s, 2)
  const format = formatNamed(name, formats)
  if (file === '') throw configurationError(`--format ${text} names no file`, `Write --format ${format}=FILE`)
  return { format, file }
}

function formatNamed<Format extends string>(name: string, formats: readonly Format[]): Format {
  const format = formats.find(each => each === name)
  if (format !== undefined) return format
  throw configurationError(`There is no format ${name}`, oneOfHint(name, formats))
}
