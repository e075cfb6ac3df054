import { decoded, isAbsolute, unfit, unified, withoutFileScheme } from './spelling.js'

/** One way to read what a scanner wrote as the place: a path, and what else the text says. */
export interface PathReading {
  /** With `/`, relative or absolute. */
  readonly path: string
  /** The line that the text names behind the path; null where it names none. */
  readonly line: number | null
  /** The member, where the path is that of an archive; null where it is not. */
  readonly member: string | null
}

/** `a.ts#L1-L4` and `a.ts?ref=main`. */
const FRAGMENT = /^([^#]+)#(?:L(\d{1,9}))?[^/]*$/
const QUERY = /^([^?]+)\?/
/** `a.ts:12`, `a.ts:12:3`, `a.ts:12-15`. */
const COLON = /^(.*?[^:/]):(\d{1,9})(?:[:,-]\d{1,9}){0,3}$/
/** `a.cs(1)`, `a.cs(1,5)`, `a.cs(1,5,1,9)`. */
const BRACKETS = /^(.*[^/(]) ?\((\d{1,9})(?:[,;:-] ?\d{1,9}){0,3}\)$/
/** `a.jar!/x`, `a.jar!x`, `a.jar:x`. */
const ARCHIVE =
  /^(.*?\.(?:jar|war|ear|aar|jmod|zip|whl|egg|nupkg|vsix|apk|aab|ipa|gem|crate|tgz|txz|tar(?:\.[a-z0-9]{2,4})?|deb|rpm|7z))(?:!\/?|:)(.+)$/is
/** `jar:file:/x/a.jar!/y`: the scheme of what is in an archive. */
const NESTED = /^(?:jar|zip|war|nested|wsjar):(?=.*!)/i

const LINES = [COLON, BRACKETS] as const

/** What is behind the name, taken off it; each reading at most once. */
function* withoutSuffixes(path: string): Generator<PathReading> {
  const nested = path.replace(NESTED, '')
  const archive = ARCHIVE.exec(nested)
  if (archive !== null) {
    const [, outer = '', inner = ''] = archive
    yield { path: unified(withoutFileScheme(outer)), line: null, member: inner }
  }
  const fragment = FRAGMENT.exec(path)
  if (fragment !== null) yield* named(fragment)
  const query = QUERY.exec(fragment?.[1] ?? path)
  if (query !== null) yield { path: query[1] ?? '', line: numberIn(fragment), member: null }
  for (const pattern of LINES) {
    const match = pattern.exec(path)
    if (match !== null) yield* named(match)
  }
}

const numberIn = (match: RegExpExecArray | null): number | null => Number(match?.[2] ?? 0) || null

function* named(match: RegExpExecArray): Generator<PathReading> {
  const [, path = ''] = match
  if (path !== '') yield { path, line: numberIn(match), member: null }
}

/** Nothing in such a text can be read in two ways. */
const PLAIN = /^[\w./@+~=,$-]+$/

/**
 * The ways to read a text: decoded, as it stands (a tool that does not encode writes `%20` for a name that has it), and
 * each without what may stand behind a name. Which one is meant only a tree can tell. Readings that no view could show
 * are left out, so there may be none.
 */
export function readingsOf(raw: string): readonly PathReading[] {
  const text = raw.trim()
  if (PLAIN.test(text) && text === raw) return unfit(text) === null ? [whole(unified(text))] : []
  const spellings = new Set<string>()
  for (const each of [decoded(text), text, raw]) {
    const path = withoutFileScheme(each)
    spellings.add(unified(path))
    // A backslash may be a letter of the name.
    if (path.includes('\\') && !isAbsolute(unified(path))) spellings.add(path)
  }
  const readings = [...spellings].map(whole)
  for (const path of spellings) readings.push(...withoutSuffixes(path))
  return readings.filter(({ path }) => path !== '' && unfit(path) === null)
}

const whole = (path: string): PathReading => ({ path, line: null, member: null })

/** A text that is no address: the path as the file system has it. */
export const literalReading = (text: string): readonly PathReading[] => (unfit(text) === null ? [whole(text)] : [])
