import { formatProblem, type Problem, wholeFile } from '../ground/errors.js'
import type { Notice } from '../ground/notice.js'
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
    const line = index + 1
    const words = wordsOf(raw)
    const [pattern, ...owners] = words
    if (pattern === undefined) continue
    const message = patternProblem(pattern) ?? ownersProblem(owners)
    if (message === null) rules.push({ pattern, owners })
    else problems.push({ place: { path, line, column: null }, message, hint: 'Correct the line: it is passed over' })
  }
  return { rules, problems }
}

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

/** Words of a line up to a comment. A space that belongs to a pattern is written `\ `. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:\\[\s\S]|[^\s\\]|\\$)+/g)) {
    if (word.startsWith('#')) break
    words.push(words.length === 0 ? word.replace(/\\ /g, ' ') : word)
  }
  return words
}

function patternProblem(pattern: string): string | null {
  if (pattern.startsWith('!')) return 'a pattern cannot be negated'
  if (/[[\]]/.test(pattern)) return 'a pattern has no character ranges'
  return pattern.includes('\\') ? 'a pattern has no escapes' : null
}

function ownersProblem(owners: readonly string[]): string | null {
  const isOwner = (word: string) => /^@[A-Za-z0-9_-]+(?:\/[A-Za-z0-9._-]+)?$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word)
  return owners.every(isOwner) ? null : 'an owner is @user, @organisation/team or an e-mail address'
}

/** Whether a pattern matches a path: as in .gitignore, but for `dir/*`, which does not reach into subdirectories. */
function matches(pattern: string, segments: readonly string[]): boolean {
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
        next[at] = reachable[at - 1] === true && matchesWildcards(part, segments[at - 1] ?? '')
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
