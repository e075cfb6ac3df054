import { Minimatch, type MinimatchOptions } from 'minimatch'
import { remembered } from '../ground/remembered.js'
import { asList } from './one-or-many.js'
import { matchesWildcards } from './wildcards.js'

/** `path`: `*` and `?` stop at `/`. `text`: they match any character, and case does not matter. */
export type GlobKind = 'path' | 'text'

/** Answers whether a text matches. */
export type Matcher = (text: string) => boolean

/** Limits of contract §4. They also bound the time of a match. */
const MAX_GLOB_LENGTH = 200
const MAX_WILDCARDS = 10
/** Braces multiply: `{a,b}{c,d}` is four patterns. */
const MAX_ALTERNATIVES = 64

/** What is wrong with a glob of a value, and what to do; `index` where the value is a list, else null. */
export interface GlobProblem {
  readonly index: number | null
  readonly message: string
  readonly hint: string
}

/** What is wrong with a glob or a list of them, in order. */
export function globProblems(value: string | readonly string[] | undefined, kind: GlobKind): readonly GlobProblem[] {
  const isList = Array.isArray(value)
  return asList(value).flatMap((glob, index) => {
    const problem = globProblem(glob, kind)
    return problem === null ? [] : [{ index: isList ? index : null, ...problem }]
  })
}

/** What is wrong with a glob, and what to do; null for a good one. */
export function globProblem(glob: string, kind: GlobKind): { message: string; hint: string } | null {
  const wrong = (message: string, hint: string) => ({ message: `the glob \`${glob.slice(0, 60)}\` ${message}`, hint })
  if (glob === '') return wrong('is empty', 'Write `**` for every path, or `*` for every text')
  if (glob.length > MAX_GLOB_LENGTH) return wrong(`is longer than ${MAX_GLOB_LENGTH} characters`, 'Shorten it')
  const wildcards = glob.match(/\*+|\?|\{/g)?.length ?? 0
  if (wildcards > MAX_WILDCARDS) {
    return wrong(`has ${wildcards} wildcards`, `Use at most ${MAX_WILDCARDS}; a group of braces counts as one`)
  }
  return (
    forbiddenSyntax(glob, kind, wrong) ??
    braceProblem(glob, wrong) ??
    (kind === 'path' ? pathProblem(glob, wrong) : null)
  )
}

type Wrong = (message: string, hint: string) => { message: string; hint: string }

function forbiddenSyntax(glob: string, kind: GlobKind, wrong: Wrong) {
  if (glob.startsWith('!')) return wrong('is negated', 'Name what it should match, or use `unless`')
  if (glob.includes('\\'))
    return wrong('has a backslash', 'Separate directories by `/`; a special character matches `?`')
  if (/[?*+@!]\(/.test(glob)) return wrong('is an extended glob', 'Write the alternatives as `{a,b}`')
  if (/[[\]]/.test(glob)) return wrong('has a character class', 'Write `?` for any one character, or `{a,b}`')
  if (/\p{Cc}/u.test(glob)) return wrong('has a control character', 'Remove it')
  if (/\*{3}/.test(glob)) return wrong('has three stars in a row', 'Write `*` or `**`')
  if (kind === 'path' && glob.split('/').some(segment => segment.includes('**') && segment !== '**')) {
    return wrong('has `**` beside other characters', 'Write `**` between slashes, as in `src/**/*.ts`')
  }
  return null
}

function braceProblem(glob: string, wrong: Wrong) {
  let alternatives = 1
  for (const { 0: group } of glob.matchAll(/\{[^{}]*\}/g)) {
    const count = group.split(',').length
    if (count === 1) return wrong('has braces around one alternative', 'Write `{a,b}`, or leave the braces out')
    alternatives *= count
  }
  const rest = glob.replace(/\{[^{}]*\}/g, '')
  if (/[{}]/.test(rest)) return wrong('has braces that do not pair, or one in another', 'Write `{a,b}`, one level deep')
  if (alternatives > MAX_ALTERNATIVES) {
    return wrong(`stands for ${alternatives} alternatives`, `Use at most ${MAX_ALTERNATIVES}, or several globs`)
  }
  return null
}

function pathProblem(glob: string, wrong: Wrong) {
  if (/^\//.test(glob))
    return wrong('begins with `/`', 'Paths begin at the root of the repository: leave the slash out')
  for (const alternative of expand(glob)) {
    if (alternative.endsWith('/'))
      return wrong('ends with `/`', `Write \`${glob.replace(/\/+$/, '')}/**\` for all below it`)
    const segments = alternative.split('/')
    if (segments.includes('')) return wrong('has an empty part', 'Write one `/` between directories')
    if (segments.includes('.') || segments.includes('..')) {
      return wrong('has a part `.` or `..`', 'Write the path from the root of the repository')
    }
  }
  return null
}

/** The alternatives that braces stand for, in order. */
function expand(glob: string): readonly string[] {
  const group = /\{([^{}]*)\}/.exec(glob)
  if (!group) return [glob]
  const head = glob.slice(0, group.index)
  const tails = expand(glob.slice(group.index + group[0].length))
  return (group[1] ?? '').split(',').flatMap(choice => tails.map(tail => head + choice + tail))
}

/** Nothing but `*`, `?` and `**`, on every system alike: braces are alternatives before, the rest is plain text. */
const PATH_OPTIONS = {
  dot: true,
  nobrace: true,
  nonegate: true,
  nocomment: true,
  noext: true,
  platform: 'linux'
} as const satisfies MinimatchOptions

/** One alternative of a glob of paths: what every path that it matches begins with, its last segment too, and the whole question. */
interface PathPattern {
  readonly prefix: string
  readonly name: string
  readonly whole: Minimatch
}

const literalStart = (pattern: string): string => pattern.slice(0, pattern.search(/[*?]|$/))

const pathPattern = (pattern: string): PathPattern => ({
  prefix: literalStart(pattern),
  name: literalStart(pattern.slice(pattern.lastIndexOf('/') + 1)),
  whole: new Minimatch(pattern.replaceAll(/[[\]\\]/g, '\\$&'), PATH_OPTIONS)
})

/**
 * The path that is asked about. All rules are asked about one before the next: it is looked at once. Slashes in a row are
 * one for a pattern, and one at the end is none: such a path has to be matched as a whole.
 */
const asked = { path: '', nameAt: 0, isOdd: false }

function mayMatch(path: string, { prefix, name }: PathPattern): boolean {
  if (asked.path !== path) {
    asked.path = path
    asked.nameAt = path.lastIndexOf('/') + 1
    asked.isOdd = path.endsWith('/') || path.includes('//')
  }
  return asked.isOdd || (path.startsWith(prefix) && path.startsWith(name, asked.nameAt))
}

/**
 * Compiles a glob that has no problem. Dot files match. Paths have no parts `.` and `..`: what a scanner names is
 * resolved before. Neither kind goes back further than to its last star, so no text hangs it.
 */
export function compileGlob(glob: string, kind: GlobKind): Matcher {
  if (kind === 'text') {
    const patterns = expand(glob.toLowerCase())
    return text => {
      const lower = text.toLowerCase()
      return patterns.some(pattern => matchesWildcards(pattern, lower))
    }
  }
  const patterns = expand(glob).map(pathPattern)
  return path => {
    for (const pattern of patterns) if (mayMatch(path, pattern) && pattern.whole.match(path)) return true
    return false
  }
}

/** The first segment that every path must have, where the glob names it; null where it may be any. */
export function firstSegment(glob: string): string | null {
  const [first = '', ...rest] = glob.split('/')
  return rest.length === 0 || /[*?{]/.test(first) ? null : first
}

/**
 * Compiles globs that have no problem: true where any matches. Of texts, which repeat, answers are remembered, as many
 * as fit into little memory; of paths the last one alone: there are as many as findings, times the conditions on them.
 */
export function matchAny(globs: readonly string[], kind: GlobKind): Matcher {
  const matchers = globs.map(glob => compileGlob(glob, kind))
  const matches: Matcher = text => matchers.some(matcher => matcher(text))
  return kind === 'text' ? remembered(matches, MOST_TEXTS) : rememberingLast(matches)
}

/** So many answers of a condition: a policy may have a thousand conditions, and what they keep together has to stay small. */
const MOST_TEXTS = 1024

function rememberingLast(answer: Matcher): Matcher {
  let before: string | null = null
  let last = false
  return text => {
    if (text !== before) {
      last = answer(text)
      before = text
    }
    return last
  }
}
