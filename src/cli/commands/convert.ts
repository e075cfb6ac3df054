import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { configurationError, wholeFile } from '../../core/ground/errors.js'
import { jsonText } from '../../core/reports/ground/visible-text.js'
import type { ExitCode } from '../../core/sarif/convert/ending.js'
import { packageLock } from '../../core/sarif/convert/lock-lines.js'
import type { Conversion } from '../../core/sarif/convert/made-log.js'
import { convertNpmAudit } from '../../core/sarif/convert/npm-audit.js'
import { convertPipAudit } from '../../core/sarif/convert/pip-audit.js'
import { convertShellcheck } from '../../core/sarif/convert/shellcheck.js'
import { oneOfHint } from '../../core/yaml/nearest.js'
import { documentKind, type JsonDocuments, readHead, readJsonDocuments } from '../../files/sniff.js'
import { EXIT } from '../../gate/exit-codes.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'

const FLAGS = {
  lock: { value: 'FILE', help: 'package-lock.json that npm audit looked at: versions and lines are taken from it' },
  path: {
    value: 'PATH',
    help: 'path in the repository of the lock file, or of the requirements; default --lock, package-lock.json, requirements.txt'
  },
  'exit-code': { value: 'N', help: 'exit code that the scanner ended with; what a report of a failed run cannot say' }
} as const satisfies Flags

/** One format: which flags it takes, how to get it, and what makes SARIF of it. */
interface SourceFormat {
  readonly flags: readonly string[]
  readonly madeBy: string
  readonly convert: (read: ReadReport) => Conversion
}

interface ReadReport extends Pick<JsonDocuments, 'documents'> {
  readonly isList: boolean
  readonly args: ParsedArguments
  readonly cwd: string
  readonly exitCode: ExitCode
}

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  'npm-audit': {
    flags: ['lock', 'path', 'exit-code'],
    madeBy: 'npm audit --json',
    convert: ({ documents, args, cwd, exitCode }) => convertNpmAudit(documents[0], lockOf(args, cwd), exitCode)
  },
  'pip-audit': {
    flags: ['path', 'exit-code'],
    madeBy: 'pip-audit --format json',
    convert: ({ documents, args, exitCode }) =>
      convertPipAudit(documents[0], flagValue(args, 'path') ?? 'requirements.txt', exitCode)
  },
  shellcheck: {
    flags: ['exit-code'],
    madeBy: 'shellcheck --format json1',
    convert: ({ documents, isList, exitCode }) => convertShellcheck(documents, isList, exitCode)
  }
}

/** Formats that `convert` knows. */
export const CONVERTED_FORMATS = Object.keys(FORMATS)

/** `convert FORMAT FILE`: SARIF of what a scanner without SARIF has written. */
export const convertCommand: CliCommand = {
  words: `${CONVERTED_FORMATS.join('|')} FILE`,
  flags: FLAGS,
  async run(args, terminal) {
    const [name, file, ...more] = args.words
    const format = name !== undefined && Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
    if (format === undefined)
      throw configurationError(
        name === undefined ? 'convert needs a format and a file' : `convert knows no format ${name}`,
        oneOfHint(name ?? '', CONVERTED_FORMATS)
      )
    if (file === undefined || more.length > 0)
      throw configurationError(`convert ${name} takes one file`, `Give what \`${format.madeBy}\` wrote`)
    const odd = [...args.values.keys()].find(flag => !format.flags.includes(flag))
    if (odd !== undefined) throw configurationError(`--${odd} says nothing of ${name}`, 'Leave it out')
    const exitCode = exitCodeOf(args)
    const path = resolve(terminal.cwd, file)
    const { documents, problem } = await readJsonDocuments(path, file)
    const isList = documentKind(readHead(path) ?? { text: '' }) === 'array'
    const { log, problem: unfit } =
      problem === null
        ? format.convert({ documents, isList, args, cwd: terminal.cwd, exitCode })
        : { log: null, problem: problem.message }
    if (log === null) throw unfitFile(file, unfit, format)
    await terminal.out(jsonText(log, 2).concat('\n'))
    return EXIT.pass
  }
}

/** A report that cannot be read is no clean scan: nothing is written, and whoever redirects it has an empty, invalid file. */
const unfitFile = (path: string, problem: string, { madeBy }: SourceFormat): Error =>
  configurationError(`Not converted: ${problem}`, `Give what \`${madeBy}\` wrote`, wholeFile(path))

function exitCodeOf(args: ParsedArguments): ExitCode {
  const text = flagValue(args, 'exit-code')
  if (text === null) return null
  // Windows has codes beyond 255.
  if (!/^\d{1,10}$/.test(text))
    throw configurationError(`--exit-code is a number, not ${text}`, 'Give what `$?` was right behind the scanner')
  return Number(text)
}

function lockOf(args: ParsedArguments, cwd: string) {
  const file = flagValue(args, 'lock')
  const path = flagValue(args, 'path') ?? file ?? 'package-lock.json'
  if (file === null) return { path, lock: null }
  const lock = packageLock(textOf(file, cwd))
  if (lock === null)
    throw configurationError(`${file} is no lock file of npm 7 or later`, 'Give the package-lock.json that was audited')
  return { path, lock }
}

function textOf(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code
    if (typeof code !== 'string') throw error
    throw configurationError(`${file} cannot be read (${code})`, 'Give the package-lock.json that was audited')
  }
}
