import { formatProblem, type Problem, wholeFile } from '../ground/errors.js'
import type { Notice } from '../ground/notice.js'
import { remembered } from '../ground/remembered.js'
import { matchesWildcards } from './wildcards.js'

/** One line of a CODEOWNERS file. */
export interface OwnersRule {
  readonly pattern: string
  /** Empty: the line takes the owners away again. */
  readonly owners: readonly string[]
}

export interface Codeowners {
  readonly rules: readonly OwnersRule[]
  /** Lines that give nothing an owner, with why. */
  readonly problems: readonly Problem[]
}

/** Where GitHub looks for the file, in this order; the first one that exists is the one. */
export const CODEOWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const

/** Larger files GitHub does not load (https://docs.github.com/repositories, About code owners). */
export const CODEOWNERS_MAX_BYTES = 3 * 1024 * 1024

/** Reads the CODEOWNERS file at a path. Lines with patterns that it does not know are problems, and own nothing. */
export function parseCodeowners(path: string, bytes: Uint8Array): Codeowners {
  if (bytes.length > CODEOWNERS_MAX_BYTES) return { rules: [], problems: [tooLarge(path)] }
  const rules: OwnersRule[] = []
  const problems: Problem[] = []
  for (const [index, raw] of new TextDecoder('utf-8')
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [pattern, ...owners] = wordsOf(raw)
    if (pattern === undefined) continue
    const problem = patternProblem(pattern) ?? ownersProblem(owners)
    if (problem === null) rules.push({ pattern: pattern.text, owners: owners.map(({ text }) => text) })
    else {
      const { word, message, hint } = problem
      problems.push({ place: { path, line: index + 1, column: word.column }, message, hint: `${hint}: ${PASSED_OVER}` })
    }
  }
  return { rules, problems }
}

const PASSED_OVER = 'as it is, the line is passed over'

const tooLarge = (path: string): Problem => ({
  place: wholeFile(path),
  message: 'the file is larger than 3 MB, and gives nothing an owner',
  hint: 'Shorten it: GitHub does not load it either'
})

/** Problems that are told in full; the page of the file shows the others. */
const TOLD = 3

/** One notice about lines that give nothing an owner, where there are any. */
export function codeownersNotices(codeowners: Codeowners | null): readonly Notice[] {
  const problems = codeowners?.problems ?? []
  if (problems.length === 0) return []
  const told = problems.slice(0, TOLD).map(formatProblem)
  const rest = problems.length - told.length
  const message = rest === 0 ? told.join('; ') : `${told.join('; ')}; and so for ${rest} more of its lines`
  return [{ level: 'warning', code: 'codeowners-problem', message }]
}

/** Owners of a path of the repository: those of the last line that matches; empty where there are none. */
export function ownersOf({ rules }: Codeowners, path: string): readonly string[] {
  const segments = path.split('/')
  return rules.findLast(({ pattern }) => matches(pattern, segments))?.owners ?? []
}

/** A word of a line; columns count from 1. */
interface Word {
  readonly text: string
  readonly column: number
}

/** Words of a line up to a comment. A blank that belongs to a pattern is written `\ `; other blanks of Unicode part nothing. */
function wordsOf(line: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of line.matchAll(/(?:\\.|[^ \t\v\f\\]|\\$)+/g)) {
    if (text.startsWith('#')) break
    words.push({ text, column: index + 1 })
  }
  return words
}

interface WordProblem {
  readonly word: Word
  readonly message: string
  readonly hint: string
}

/**
 * What GitHub does not take in a pattern. A backslash makes the next sign one of the name, as in .gitignore: `\[` and `\]`
 * GitHub asks for; `\#` at the beginning is the one that it does not know.
 */
function patternProblem(word: Word): WordProblem | null {
  const of = (message: string, hint: string): WordProblem => ({ word, message, hint })
  const bare = word.text.replace(/\\./gs, '')
  if (word.text.startsWith('!')) return of('a pattern cannot be negated', 'Write a later line without owners instead')
  if (word.text.startsWith('\\#')) return of('a pattern cannot begin with `#`', 'Write `?` in its place')
  if (/[[\]]/.test(bare)) return of('a pattern has no character ranges', 'Write `\\[` and `\\]` for brackets of a name')
  if (bare.includes('\\')) return of('a pattern ends in a backslash', 'Remove it')
  return /[^\S ]|\p{Cc}|\p{Cf}/u.test(bare) ? of('a pattern holds a blank or sign that nobody sees', 'Remove it') : null
}

function ownersProblem(owners: readonly Word[]): WordProblem | null {
  const isOwner = (text: string) => /^@[A-Za-z0-9_-]+(?:\/[A-Za-z0-9._-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
  const word = owners.find(({ text }) => !isOwner(text))
  const message = 'an owner is @user, @organisation/team or an e-mail address'
  return word === undefined ? null : { word, message, hint: 'Correct it' }
}

/** Whether a pattern matches a path: as in .gitignore, but for `dir/*`, which does not reach into subdirectories. */
function matches(written: string, segments: readonly string[]): boolean {
  const pattern = written.replace(/\\(.)/gs, (escaped, sign) => (sign === '/' ? sign : escaped))
  const isDirectory = pattern.endsWith('/')
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '')
  if (bare === '') return false
  const parts = bare.split('/')
  // A slash at the beginning or in the middle ties a pattern to the root; otherwise it may begin at any depth.
  const isAnchored = pattern.startsWith('/') || parts.length > 1
  const wanted = isAnchored || parts[0] === '**' ? parts : ['**', ...parts]
  const isShallow = !isDirectory && isAnchored && parts.at(-1) === '*'
  return matchesSegments(wanted, segments, isDirectory ? 'below' : isShallow ? 'exact' : 'at-or-below')
}

/** A part of a pattern sign by sign, with the backslash before what it makes a sign of the name. */
const signsOf = remembered((part: string): readonly string[] => part.match(/\\?./gs) ?? [])

type Reach = 'exact' | 'at-or-below' | 'below'

/**
 * Matches segment by segment: `reachable[i]` tells whether the pattern so far can end before segment i. The work is
 * the product of the two lengths, whatever the pattern.
 */
function matchesSegments(pattern: readonly string[], segments: readonly string[], reach: Reach): boolean {
  let reachable: boolean[] = segments.map((_, index) => index === 0).concat(false)
  for (const [index, part] of pattern.entries()) {
    const next: boolean[] = new Array(segments.length + 1).fill(false)
    let isOpen = false
    for (let at = 0; at <= segments.length; at += 1) {
      if (part === '**') {
        isOpen ||= reachable[at] === true
        // At its end `/**` means everything inside, so at least one segment.
        next[at] = index === pattern.length - 1 && index > 0 ? isOpen && at > reachable.indexOf(true) : isOpen
      } else if (at > 0) {
        next[at] = reachable[at - 1] === true && matchesWildcards(signsOf(part), segments[at - 1] ?? '')
      }
    }
    reachable = next
  }
  const ends = reachable.flatMap((isEnd, at) => (isEnd && at > 0 ? [at] : []))
  switch (reach) {
    case 'exact':
      return ends.includes(segments.length)
    case 'at-or-below':
      return ends.length > 0
    case 'below':
      return ends.some(at => at < segments.length)
  }
}
