import { nativeFormat } from '../core/sarif/convert/native.js'
import type { SarifInput } from '../core/sarif/input.js'
import type { ListedFile } from './patterns.js'
import { readHead } from './sniff.js'

/** So many files are looked into, and so many are named. */
const LOOKED_INTO = 100
const NAMED = 10
/** A directory with more files of other kinds is none that scanners write to. */
const MOST_OTHERS = 50

/** What a scanner's own format is and what to do instead, by the beginning of the file; null where it is none that is known. */
export function lookOf({ path }: ListedFile): string | null {
  const head = readHead(path)
  return head === null ? null : nativeFormat(head.text)
}

/** What people put beside files, and no scanner writes. */
const NO_SCAN = /(?:^|\/)(?:\.[^/]*|(?:readme|licen[cs]e)(?:\.(?:md|txt))?)$/i

/** What is to be said of files that lie beside the SARIF files and are not read: first those of scanners, then the others. */
export function unreadFiles(listed: readonly ListedFile[]): readonly string[] {
  const passedOver = listed.filter(({ name }) => !NO_SCAN.test(name))
  const looked = passedOver.slice(0, LOOKED_INTO).map(file => ({ name: file.name, format: lookOf(file) }))
  const known = looked.filter(({ format }) => format !== null)
  const others = passedOver.length - known.length
  const names = looked.flatMap(({ name, format }) => (format === null ? [name] : []))
  return [
    ...known.slice(0, NAMED).map(({ name, format }) => `${name} is not read: ${format}`),
    ...(known.length > NAMED ? [`${known.length - NAMED} more files of scanners are not read`] : []),
    ...(others === 0 || others > MOST_OTHERS
      ? []
      : [`Not read, as their names are none of SARIF: ${named(names, others)}`])
  ]
}

function named(names: readonly string[], count: number): string {
  const shown = names.slice(0, NAMED)
  const more = count - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}

/** The input that a link out of the directory makes: what it leads to may be a scan, and nobody has read it. */
export const unfollowed = ({ name }: ListedFile): SarifInput => ({
  name,
  sha256: '',
  bytes: 0,
  runs: [],
  findings: [],
  results: 0,
  notFindings: 0,
  problem: {
    offset: null,
    message:
      'it is a link that leads out of the directory, and is not followed. Name it in `sarif`, or put the file itself there'
  },
  warnings: []
})
