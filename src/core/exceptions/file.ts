import type { ExceptionEntry, ExceptionsDocument } from '../../generated/exceptions.js'
import { EXCEPTIONS_SCHEMA } from '../../generated/schemas/exceptions.js'
import { exceptionsErrors } from '../../generated/validators/exceptions.js'
import { ConfigurationError, type Place, type Problem, wholeFile } from '../ground/errors.js'
import { isInstant, isoInstant, time, toInstant, withMilliseconds } from '../time/instant.js'
import { readDocument, type YamlFormat } from '../yaml/document.js'
import type { YamlNode } from '../yaml/node.js'
import { entryProblems, type KeyProblem } from './entry.js'
import type { ExceptionRecord } from './exception.js'
import { toMatch } from './match.js'
import { BREAK_GLASS_DURATION } from './terms.js'
import { cleanText, toLogin } from './wording.js'

/**
 * Reads an exceptions file (contract §5). Throws a ConfigurationError with every problem, each at its place and naming
 * its entry: a malformed entry never excepts anything, and never just disappears.
 */
export function parseExceptions(path: string, bytes: Uint8Array): readonly ExceptionRecord[] {
  const { document, root, problems } = readDocument(path, bytes, FORMAT)
  if (document === null) throw new ConfigurationError(problems.map(problem => withEntry(problem, root)))
  return document.exceptions.map((entry, index) => toRecord(entry, placeOf(root, index, null)))
}

/** Room for the 5,000 entries that the schema allows, at four hundred letters each in any script. */
export const MAX_EXCEPTIONS_BYTES = 8 * 1024 * 1024

const FORMAT: YamlFormat<ExceptionsDocument> = {
  maxBytes: MAX_EXCEPTIONS_BYTES,
  validate: exceptionsErrors,
  schema: EXCEPTIONS_SCHEMA,
  check: checkDocument,
  explainPattern
}

function checkDocument(document: Partial<ExceptionsDocument>, root: YamlNode): readonly Problem[] {
  const lines = new Map<string, number | null>()
  // Entries that do not fit the schema arrive as undefined.
  const entries: readonly (ExceptionEntry | undefined)[] = document.exceptions ?? []
  return entries.flatMap((entry, index) => {
    if (entry === undefined) return []
    const problems: KeyProblem[] = [...entryProblems(entry)]
    const first = lines.get(entry.id)
    if (first !== undefined) {
      problems.push({
        key: 'id',
        message: 'the id is used twice',
        hint: `Choose another; the first is at line ${first}`
      })
    } else lines.set(entry.id, placeOf(root, index, 'id').line)
    return problems.map(({ key, message, hint }) => ({ place: placeOf(root, index, key), message, hint }))
  })
}

function toRecord(entry: ExceptionEntry, place: Place): ExceptionRecord {
  return {
    id: entry.id,
    source: 'file',
    place,
    type: entry.type,
    match: required(toMatch(entry.match)),
    reason: cleanText(entry.reason),
    owner: required(toLogin(entry.owner)),
    approvedBy: entry['approved-by'].map(login => required(toLogin(login))),
    ...datesOf(entry),
    ticket: entry.ticket ?? null,
    controls: entry.controls?.map(cleanText) ?? []
  }
}

/**
 * When the exception holds. Break-glass ends 24 hours after its approval, also where a day is given as its end that
 * lasts longer; one that names a later day runs for too long, and does not hold.
 */
function datesOf(entry: ExceptionEntry): Pick<ExceptionRecord, 'approvedAt' | 'expires' | 'expiresText'> {
  const approvedAt = required(toInstant(entry['approved-at'], 'begins'))
  const written = { approvedAt, expires: required(toInstant(entry.expires, 'ends')), expiresText: entry.expires }
  if (entry.type !== 'break-glass' || isInstant(entry.expires)) return written
  const text = isoInstant(time(approvedAt) + BREAK_GLASS_DURATION)
  const isLastDay =
    required(toInstant(entry.expires, 'begins')) <= withMilliseconds(time(text)) && time(text) <= time(written.expires)
  return isLastDay ? { approvedAt, expires: required(toInstant(text, 'ends')), expiresText: text } : written
}

/** What the checks have established. Nothing else may stand in for it: a wrong value here would be a wrong pass. */
function required<T>(value: T | null): T {
  if (value === null) throw new TypeError('an exception passed its checks and cannot be read')
  return value
}

/** Place of a value of an entry, of its key path `match.path`, or of the entry itself. */
function placeOf(root: YamlNode | null, index: number, keyPath: string | null): Place {
  const list = root === null ? undefined : child(root, 'exceptions')
  let node = list?.kind === 'list' ? list.items[index] : undefined
  if (node === undefined) return root?.place ?? wholeFile('')
  for (const key of keyPath?.split('.') ?? []) node = child(node, key) ?? node
  return node.place
}

const child = (node: YamlNode, key: string): YamlNode | undefined =>
  node.kind === 'map' ? node.entries.find(entry => entry.key === key)?.value : undefined

/** The problem with the id of the entry it is in, as far as the entry has one. */
function withEntry(problem: Problem, root: YamlNode | null): Problem {
  const list = root === null ? undefined : child(root, 'exceptions')
  const { place } = problem
  if (list?.kind !== 'list' || place === null || place.line === null) return problem
  const index = list.items.findLastIndex(item => isBefore(item.place, place))
  const item = list.items[index]
  if (item === undefined || !isInside(list, place)) return problem
  const id = child(item, 'id')
  const name = id?.kind === 'scalar' && typeof id.value === 'string' ? cleanText(id.value).slice(0, 100) : `[${index}]`
  return { ...problem, message: `exception ${name}: ${withinEntry(problem.message, index, name)}` }
}

/** A message that has the place of the entry in the list, without it: the entry is named already. */
function withinEntry(message: string, index: number, name: string): string {
  const entry = `exceptions[${index}]`
  return message
    .replace(`\` of ${name}`, '`')
    .replace(`\`${entry}.`, '`')
    .replace(` in \`${entry}\``, '')
    .replace(`\`${entry}\``, 'the entry')
}

const isBefore = (a: Place, b: Place): boolean =>
  (a.line ?? 0) < (b.line ?? 0) || (a.line === b.line && (a.column ?? 0) <= (b.column ?? 0))

/** Entries may be followed by further top-level keys, which stand at the left edge. */
const isInside = (list: YamlNode, place: Place): boolean => place.column !== 1 || list.place.column === 1

/** What a text that does not fit its pattern means. */
function explainPattern(path: readonly string[], text: string): Pick<Problem, 'message' | 'hint'> | null {
  const key = path.findLast(part => !/^[0-9]+$/.test(part))
  switch (key) {
    case 'approved-at':
    case 'expires':
      return {
        message: `\`${key}\` is not a date`,
        hint: 'Write a day as YYYY-MM-DD, or an instant as YYYY-MM-DDTHH:MM:SSZ'
      }
    case 'owner':
    case 'approved-by':
      return { message: `\`${key}\` takes people, no teams and no apps`, hint: 'Write a GitHub login such as "@alice"' }
    case 'finding':
      return {
        message: /[*?]/.test(text) ? '`match.finding` takes no globs' : '`match.finding` is not the id of a finding',
        hint: 'Write F- and the 32 hex digits that the report shows for the finding'
      }
    case 'package':
      return { message: '`match.package` is not a package URL', hint: 'Write for example `package: "pkg:npm/lodash"`' }
    case 'id':
      return {
        message: '`id` is not a name',
        hint: 'Use letters, digits and ._/- only, beginning with a letter or digit, at most 100 characters'
      }
    default:
      return null
  }
}
