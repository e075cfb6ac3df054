import type { DiffFile } from './change.js'
import { fileName, type Names, unquote } from './file-names.js'

/** What the headers of one file's section say; see https://git-scm.com/docs/diff-format. */
export interface Section extends Names {
  readonly change: DiffFile['change']
  readonly binary: boolean
  /** Ids of the two texts, in full or their first digits; null where the header does not tell them. */
  readonly ids: readonly [string, string] | null
  /** Old and new mode, as far as they were told apart from a change of the content. */
  readonly modes: number
  /** How much of a renamed or copied file stayed, in per cent; null where it is not told. */
  readonly similarity: number | null
  /** The line `diff --git`, which ends with the name of the head. */
  readonly first: string
}

/** A section of which nothing is read yet. */
export const NEW_SECTION: Section = {
  names: null,
  old: null,
  new: null,
  from: null,
  to: null,
  change: 'modified',
  binary: false,
  git: false,
  ids: null,
  modes: 0,
  similarity: null,
  first: ''
}

/** A header: how it begins, what it may say, and what that adds. Null: the value cannot be what git writes. */
type Header = readonly [start: string, read: (value: string, section: Section) => Partial<Section> | null]

const MODE = /^[0-7]{6}$/
const IDS = /^([0-9a-f]+)(?:,[0-9a-f]+)*\.\.([0-9a-f]+)(?: [0-7]{6})?$/
const PER_CENT = /^(\d{1,3})%$/

const HEADERS: readonly Header[] = [
  ['--- ', (value, { old }) => ({ old: old ?? fileName(value) })],
  ['+++ ', (value, section) => ({ new: section.new ?? fileName(value) })],
  ['index ', indexLine],
  ['old mode ', (value, { modes }) => (MODE.test(value) ? { modes: modes + 1 } : null)],
  ['new mode ', (value, { modes }) => (MODE.test(value) ? { modes: modes + 1 } : null)],
  ['new file mode ', value => (MODE.test(value) ? { change: 'added' } : null)],
  ['deleted file mode ', value => (MODE.test(value) ? { change: 'deleted' } : null)],
  ['similarity index ', perCent],
  ['rename from ', value => ({ from: unquote(value) })],
  ['rename to ', (value, section) => target('renamed', value, section)],
  ['copy from ', value => ({ from: unquote(value) })],
  ['copy to ', (value, section) => target('copied', value, section)],
  ['Binary files ', () => ({ binary: true })],
  ['GIT binary patch', () => ({ binary: true })]
]

function indexLine(value: string): Partial<Section> | null {
  const [, old, added] = IDS.exec(value) ?? []
  return old === undefined || added === undefined ? null : { ids: [old, added] }
}

function perCent(value: string): Partial<Section> | null {
  const [, share] = PER_CENT.exec(value) ?? []
  return share === undefined ? null : { similarity: Number(share) }
}

/** The name of the head stands at the end of the first line as well: one that was cut does not. */
function target(change: DiffFile['change'], value: string, { first, git }: Section): Partial<Section> | null {
  return value === '' || (git && !first.endsWith(value.replace(/^"/, ''))) ? null : { change, to: unquote(value) }
}

/** What may begin a line of a section; a line that is the beginning of one of these was cut off. */
const STARTS = [...HEADERS.map(([start]) => start), 'dissimilarity index ', '@@ ', 'diff --git ']

/**
 * Adds what a line of the header says; `kept` where it says nothing. Null where it is cut off: `isLast` tells that
 * nothing comes after it.
 */
export function readHeader(line: string, section: Section, isLast: boolean): Section | 'kept' | null {
  const header = HEADERS.find(([start]) => line.startsWith(start))
  if (header === undefined) {
    const isCut = isLast && line !== '' && section.git && STARTS.some(start => start.startsWith(line))
    return isCut ? null : 'kept'
  }
  const [start, read] = header
  const said = read(line.slice(start.length), section)
  return said === null ? null : { ...section, ...said }
}
