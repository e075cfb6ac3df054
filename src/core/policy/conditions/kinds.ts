import { type KnownSeverity, type Severity, severityRank } from '../../finding.js'
import { parsePackageUrl, RENAMED_TYPES, registryName } from '../../ground/package-url.js'
import { formatDuration, HOUR, parseDuration } from '../../time/duration.js'
import type { FlowValue } from '../effective-yaml.js'
import { type GlobKind, type GlobProblem, globProblems, type Matcher, matchAny } from '../globs.js'
import { asList } from '../one-or-many.js'

/** How conditions of one kind are written and compared. `V`: as the file has it, `W`: as the model has it, `F`: the fact. */
export interface Kind<V, W, F> {
  readonly read: (value: V) => W
  /** The value as `lint --effective` writes it. */
  readonly write: (wanted: W) => FlowValue
  /** What `*` means in its values; null where they are no globs. */
  readonly glob: GlobKind | null
  /** What is wrong with a value that fits the schema. */
  readonly problems: (value: V) => readonly GlobProblem[]
  /** What is asked for, in words. */
  readonly expected: (wanted: W) => string
  /** One value of the fact, in words. */
  readonly shown: (value: F) => string
  /** Whether a value says what the fact is: some facts are `unknown` by name, and can be asked for as such. */
  readonly isKnown: (value: F) => boolean
  /** Whether one value of the fact is what is asked for. */
  readonly meets: (wanted: W) => (value: F) => boolean
}

type OneOrMany<T> = T | readonly T[]

const NO_GLOBS = { glob: null, problems: () => [] } as const

const isAlwaysKnown = () => true
const isNotUnknown = (value: string | number) => value !== 'unknown'

/** How the values of a list are read, written and told. */
const LISTED = {
  read: <T>(value: OneOrMany<T>): readonly T[] => asList(value),
  write: <T>(wanted: T): T => wanted,
  expected: (wanted: readonly (string | number)[]) => wanted.join(', ')
} as const

/** One of the values, letter by letter. */
export const oneOf = <T extends string | number>(): Kind<OneOrMany<T>, readonly T[], T> => ({
  ...NO_GLOBS,
  ...LISTED,
  shown: String,
  isKnown: isNotUnknown,
  meets: wanted => value => wanted.includes(value)
})

/** One of the names; case does not matter. */
export const ONE_OF_NAMES: Kind<OneOrMany<string>, readonly string[], string> = {
  ...NO_GLOBS,
  ...LISTED,
  shown: String,
  isKnown: isAlwaysKnown,
  meets: wanted => {
    const upper = wanted.map(name => name.toUpperCase())
    return value => upper.includes(value.toUpperCase())
  }
}

/** It is so, or it is not. */
export const YES_OR_NO: Kind<boolean, boolean, boolean> = {
  ...NO_GLOBS,
  read: value => value,
  write: wanted => wanted,
  expected: String,
  shown: String,
  isKnown: isAlwaysKnown,
  meets: wanted => value => value === wanted
}

/** A number that is not below the bound. */
export const AT_LEAST: Kind<number, number, number> = {
  ...NO_GLOBS,
  read: value => value,
  write: wanted => wanted,
  expected: least => `at least ${least}`,
  shown: String,
  isKnown: isAlwaysKnown,
  meets: least => value => value >= least
}

/** A time in milliseconds that is not below the bound; told in whole hours. */
export const LASTS_AT_LEAST: Kind<string, number, number> = {
  ...NO_GLOBS,
  read: value => {
    const time = parseDuration(value)
    // The schema admits nothing else. A bound that is dropped would let `unless` excuse more.
    if (time === null) throw new TypeError(`not a duration: ${value.slice(0, 20)}`)
    return time
  },
  write: formatDuration,
  expected: least => `at least ${formatDuration(least)}`,
  shown: time => formatDuration(time - (time % HOUR)),
  isKnown: isAlwaysKnown,
  meets: least => value => value >= least
}

/** A severity that is not below the bound; one that is not known meets none. */
export const AT_LEAST_AS_SEVERE: Kind<KnownSeverity, KnownSeverity, Severity> = {
  ...NO_GLOBS,
  read: value => value,
  write: wanted => wanted,
  expected: least => `at least ${least}`,
  shown: String,
  isKnown: isNotUnknown,
  meets: least => value => value !== 'unknown' && severityRank(value) >= severityRank(least)
}

/**
 * Any of the patterns. `spellings`: the patterns that one stands for; `fits`: how a matcher is asked about a value,
 * where that is more than whether it matches.
 */
export const globs = (
  kind: GlobKind,
  spellings: (pattern: string) => readonly string[] = pattern => [pattern],
  fits: (matches: Matcher) => Matcher = matches => matches
): Kind<OneOrMany<string>, readonly string[], string> => ({
  ...LISTED,
  glob: kind,
  problems: value => globProblems(value, kind),
  shown: String,
  isKnown: isAlwaysKnown,
  meets: wanted => fits(matchAny(wanted.flatMap(spellings), kind))
})

/** A tool is meant by its name, or by the first words of it: `Semgrep` means `Semgrep OSS` too. */
export const TOOL_NAMES = globs('text', pattern => [pattern, `${pattern} *`])

/**
 * Package URLs are compared as a whole and without what follows the name: a pattern without version covers all. Names
 * are compared as their registry does, so that no other spelling of a package gets around a rule.
 */
export const PACKAGE_URLS = globs('text', spellingsOfPackage, matches => purl => {
  const parsed = parsePackageUrl(purl)
  if (parsed === null) return matches(readable(purl))
  const { base, version, text } = parsed
  const named = `pkg:${base}`
  const versioned = version === null ? named : `${named}@${version}`
  const rest = text.slice(text.search(/[?#]|$/))
  return [readable(text), versioned + readable(rest), versioned, named].some(matches)
})

/** Escapes as what they stand for, but for signs that would make a glob of them. */
const readable = (purl: string) =>
  purl.replaceAll(/%(?:2[0-9BDEF]|3[A-E]|40|5[BDF]|7E)/gi, sign => {
    const decoded = decodeURIComponent(sign)
    return decoded === '*' || decoded === ',' ? sign : decoded
  })

/** What a pattern stands for: its name as the registry has it; by the rules of every type where it leaves that open. */
function spellingsOfPackage(pattern: string): readonly string[] {
  const text = readable(pattern)
  const [, type = '', rest = ''] = /^pkg:\/*([^/]*)\/(.*)$/is.exec(text) ?? []
  const at = rest.lastIndexOf('@')
  const end = at > 0 && rest[at - 1] !== '/' ? at : rest.length
  const types = /[*?{]/.test(type) ? RENAMED_TYPES : [type.toLowerCase()]
  const spelt = types.map(each => `pkg:${type}/${registryName(each, rest.slice(0, end))}${rest.slice(end)}`)
  return rest === '' ? [text] : [...new Set([text, ...spelt])]
}
