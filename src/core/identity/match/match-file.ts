import type { Diff } from '../../change/change.js'
import { fileIn } from '../../change/diff.js'
import type { Finding } from '../../finding.js'
import { claimedFingerprint, fingerprintKey, fingerprintOf } from '../fingerprint.js'
import { deletedLines, type FileTexts, fileTexts, type Lines } from './content.js'
import { pairEdited } from './edited.js'
import { bestContent, compareEntries, type Entry, toEntry } from './entry.js'
import { elementAt, type Indices, mapIndices } from './indices.js'
import { pairAliases, pairReformatted, pairSamePlace } from './nearest.js'
import { outrun } from './outrun.js'
import { pairEqualContent } from './pairing.js'
import { pairRests } from './surplus.js'

/** The findings of one file on both sides of the change. */
export interface FileJob {
  /** Path at the head; at the base where the file is gone. */
  readonly path: string
  /** Path at the base. */
  readonly basePath: string
  readonly head: Indices
  readonly base: Indices
  /** Baseline findings of another file that had this path: they are not matched here, and their ids are not given again. */
  readonly apart: Indices
}

/** Findings of one side; of those that have several places each place is an element of its own. */
export interface MatchSide {
  readonly findings: readonly Finding[]
  readonly wholeOf: (index: number) => Finding | null
}

/** What matching needs of the whole evaluation. */
export interface MatchInput {
  readonly head: MatchSide
  readonly base: MatchSide
  readonly diff: Diff | null
  readonly readSource: (path: string) => string | null
  /** Index of the baseline finding that holds a fingerprint of our own. */
  readonly claims: ReadonlyMap<string, number>
  /** Whether the baseline may be of another commit than the one that the diff starts from. */
  readonly mayBeOutrun: boolean
}

export interface MatchedFile {
  readonly head: readonly Entry[]
  readonly base: readonly Entry[]
  readonly apart: readonly Entry[]
  /** What the head has more of than the baseline, or has a share in: further entries of findings that are in `head`. */
  readonly surplus: readonly Entry[]
  /** Text of the head's file; null where it cannot be read. */
  readonly lines: Lines | null
}

/** Our own fingerprints in the baseline. One that is there twice was not written by us: the second does not count. */
export function claimsOf(baseline: readonly Finding[]): ReadonlyMap<string, number> {
  const claims = new Map<string, number>()
  baseline.forEach((finding, index) => {
    const claimed = claimedFingerprint(finding)
    if (claimed !== null && !claims.has(claimed)) claims.set(claimed, index)
  })
  return claims
}

/**
 * Finds the head's findings of one file again in the baseline, one to one: equal content first, then the same
 * untouched line, then code formatted anew, then edited code. Both lists come back in an order of their own, which
 * does not depend on the order of the input.
 */
export function matchFile(job: FileJob, input: MatchInput): MatchedFile {
  const { head, base, texts } = sidesOf(job, input)
  const apart = mapIndices(job.apart, index => toBaseEntry(index, null, input)).sort(compareEntries)
  const matched = { head, base, apart, surplus: [], lines: texts.head }
  if (base.length === 0 || head.length === 0) return matched
  adoptContent(job, head, base)
  // A finding of one place is not taken for one place of another while there is one of its own kind.
  if (hasParts(base) && hasParts(head)) {
    for (const ofKind of [isWhole, isPart]) pairAll(base.filter(ofKind), head.filter(ofKind), texts)
  }
  pairAll(base, head, texts)
  const surplus = pairRests(base, head, (left, right) => pairAll(left, right, texts))
  return { ...matched, surplus }
}

interface Sides {
  readonly head: readonly Entry[]
  readonly base: readonly Entry[]
  readonly texts: FileTexts
}

/** Both sides in order; what the base has outrun at the lines that it has there. */
function sidesOf(job: FileJob, input: MatchInput): Sides {
  const texts = textsOf(job, input)
  const head = mapIndices(job.head, index =>
    toEntry(elementAt(input.head.findings, index), index, texts.head, null, input.head.wholeOf(index))
  ).sort(compareEntries)
  const base = mapIndices(job.base, index => toBaseEntry(index, texts.base, input)).sort(compareEntries)
  const lines = input.mayBeOutrun ? outrun(base, head, texts) : null
  if (lines === null) return { head, base, texts }
  return { head, base: base.map(entry => inBase(entry, lines, texts.base)).sort(compareEntries), texts }
}

/** Of a file that the base has outrun only a line counts at which the text is what the scanner saw. */
function inBase(entry: Entry, moved: ReadonlyMap<Entry, number>, lines: Lines | null): Entry {
  const { finding, index, claimed, whole, source } = entry
  const line = moved.get(entry)
  if (finding.location === null || line === undefined)
    return { ...entry, isOutrun: finding.clues.snippet === null || source === null }
  const down = (at: number | null): number | null => (at === null ? null : at + line - entry.line)
  const location = { ...finding.location, startLine: line, endLine: down(finding.location.endLine) }
  return { ...toEntry({ ...finding, location }, index, lines, claimed, whole), isOutrun: true }
}

/** Whether a file shows that the baseline is of another commit than the one that the diff starts from. */
export function isOutrunIn(job: FileJob, input: MatchInput): boolean {
  if (job.base.length === 0 || job.head.length === 0) return false
  return sidesOf(job, input).base.some(({ isOutrun }) => isOutrun)
}

/** A finding that is alone in its file, on both sides of the change: there is nothing to match it with. */
export interface LoneFinding {
  readonly entry: Entry
  readonly lines: Lines | null
}

/** The finding of a file that has one, and no other in the baseline; null for all other files, which have to be matched. */
export function loneFinding(job: FileJob, input: MatchInput): LoneFinding | null {
  if (job.head.length !== 1 || job.base.length > 0 || job.apart.length > 0) return null
  const index = job.head[0] ?? 0
  if (input.head.wholeOf(index) !== null) return null
  const { head } = textsOf(job, input)
  return { entry: toEntry(elementAt(input.head.findings, index), index, head, null, null), lines: head }
}

const isPart = ({ whole }: Entry): boolean => whole !== null
const isWhole = (entry: Entry): boolean => !isPart(entry)
const hasParts = (entries: readonly Entry[]): boolean => entries.some(isPart)

function pairAll(base: readonly Entry[], head: readonly Entry[], texts: FileTexts): void {
  pairEqualContent(base, head, texts)
  pairSamePlace(base, head, texts)
  pairReformatted(base, head, texts)
  pairEdited(base, head, texts)
  pairAliases(base, head)
}

function toBaseEntry(index: number, lines: Lines | null, input: MatchInput): Entry {
  const finding = elementAt(input.base.findings, index)
  const whole = input.base.wholeOf(index)
  const claimed = whole === null ? claimedFingerprint(finding) : null
  const isOwn = claimed !== null && input.claims.get(claimed) === index
  return toEntry(finding, index, lines, isOwn ? claimed : null, whole)
}

function textsOf(job: FileJob, { diff, readSource }: MatchInput): FileTexts {
  const texts = fileTexts(job.path, diff, readSource)
  const file = diff === null ? undefined : fileIn(diff, job.path)
  if (file === undefined || file.basePath === job.basePath) return texts
  // The diff has a deletion and an addition where we see a renaming: it holds the base's text, but no line numbers.
  const deleted = diff?.files.get(job.basePath)
  return { ...texts, edits: null, base: deleted?.change === 'deleted' ? deletedLines(deleted) : null }
}

/** So many numbers of equal findings are tried beyond those that the head has: some may have been fixed. */
const SPARE_ORDINALS = 64

/**
 * Gives baseline findings of our own output the content of the head's findings whose fingerprint they bear. The base's
 * text may be out of reach; the fingerprint says as much: same scope, same path, same content.
 */
function adoptContent(job: FileJob, head: readonly Entry[], base: readonly Entry[]): void {
  const owners = new Map<string, Entry>()
  for (const entry of base)
    if (entry.claimed !== null && (entry.source === null || entry.line === 0)) owners.set(entry.claimed, entry)
  if (owners.size === 0) return
  const counts = new Map<string, { entry: Entry; count: number }>()
  for (const entry of head) {
    const key = fingerprintKey(entry.scope, job.basePath, bestContent(entry))
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { entry, count: 1 })
    else known.count++
  }
  for (const [key, { entry, count }] of counts) {
    const last = count + Math.min(SPARE_ORDINALS, owners.size)
    for (let ordinal = 1; ordinal <= last; ordinal++) {
      const owner = owners.get(fingerprintOf(key, ordinal))
      if (owner !== undefined && owner.kind === entry.kind) adopt(owner, entry)
    }
  }
}

function adopt(owner: Entry, entry: Entry): void {
  // What could not be mapped to a file is told in words only in our output: the fingerprint knows it still.
  Object.assign(owner, { scope: entry.scope })
  if (entry.source !== null) Object.assign(owner, { source: entry.source })
  else {
    owner.snippet = entry.snippet
    owner.claims = entry.claims
    owner.message = entry.message
  }
}
