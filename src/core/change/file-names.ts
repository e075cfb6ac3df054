/** The names that a section's headers give, as written, without quotes. */
export interface Names {
  /** Both names of `diff --git`, where they can be told apart. */
  readonly names: readonly [string, string] | null
  readonly old: string | null
  readonly new: string | null
  readonly from: string | null
  readonly to: string | null
  readonly git: boolean
}

/** What stands for the file on the side where there is none. */
export const NO_FILE = '/dev/null'

/** Base and head path of a section, with the prefixes that git puts before them taken off. */
export function pathsOfSection(section: Names): readonly [string, string] | null {
  const { names, old, new: added, from, to } = section
  const found = from !== null && to !== null ? ([from, to] as const) : (names ?? textNames(section))
  return found !== null && isNamed(old, found[0]) && isNamed(added, found[1]) ? found : null
}

/** The names of a section that only `---` and `+++` name, as diff writes it. Of a new file alone, no prefix can be told. */
function textNames({ old, new: added, git }: Names): readonly [string, string] | null {
  if (git || old === null || added === null) return null
  if (old !== NO_FILE && added !== NO_FILE) return same(withoutPrefixes(old, added))
  const path = old === NO_FILE ? added.replace(/^b\//, '') : old.replace(/^a\//, '')
  return [path, path]
}

/** Whether a `---` or `+++` line, if there is one, names the path: nothing, or one prefix, stands before it. */
const isNamed = (written: string | null, path: string): boolean =>
  written === null || written === NO_FILE || written === path || /^[^/]*\/(.*)$/s.exec(written)?.[1] === path

/** Takes off `a/` and `b/` (or git's mnemonic `i/ w/ c/ o/`, or `1/ 2/` of --no-index) where both names have them. */
function withoutPrefixes(old: string, added: string): readonly [string, string] {
  const prefixed = /^[aciow1]\//.test(old) && /^[bciow2]\//.test(added) && old.charAt(0) !== added.charAt(0)
  return prefixed ? [old.slice(2), added.slice(2)] : [old, added]
}

/**
 * The names of a `diff --git` line. Unquoted names may hold blanks: they can be told apart only where both are the
 * same, which holds for all sections but renames and copies, and those name their paths in headers of their own.
 */
export function gitNames(text: string): readonly [string, string] | null {
  if (text.includes('"')) {
    const names = /^("(?:[^"\\]|\\.)*"|\S.*?) ("(?:[^"\\]|\\.)*"|\S.*)$/.exec(text)
    return names === null ? null : same(withoutPrefixes(unquote(names[1] ?? ''), unquote(names[2] ?? '')))
  }
  const middle = (text.length - 1) / 2
  if (text.charAt(middle) !== ' ') return null
  return same(withoutPrefixes(text.slice(0, middle), text.slice(middle + 1)))
}

const same = (names: readonly [string, string]): readonly [string, string] | null =>
  names[0] === names[1] ? names : null

/** The name in a `---` or `+++` line: diff puts a tab and a time after it, git a tab where the name holds blanks. */
export function fileName(value: string): string {
  if (value.startsWith('"')) return unquote(value)
  const tab = value.indexOf('\t')
  return tab < 0 ? value : value.slice(0, tab)
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 }

/** Undoes git's quoting (`core.quotePath`): C escapes, and octal for each byte of UTF-8. */
export function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value)
  if (quoted === null) return value
  const bytes: number[] = []
  for (const [part, octal, letter] of (quoted[1] ?? '').matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]+/gsu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else if (letter !== undefined) bytes.push(ESCAPES[letter] ?? letter.charCodeAt(0))
    else for (const byte of Buffer.from(part, 'utf8')) bytes.push(byte)
  }
  return Buffer.from(bytes).toString('utf8')
}
