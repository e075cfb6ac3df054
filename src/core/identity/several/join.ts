import type { Diff } from '../../change/change.js'
import type { Finding } from '../../finding.js'
import { claimedFingerprint, fingerprintKey, fingerprintOf } from '../fingerprint.js'
import { giveFingerprints } from '../ids.js'
import { fileTexts, followLine } from '../match/content.js'
import { bestContent, CONTENT_ORIGINS, compareEntries, contentOf, type Entry, instancesOf } from '../match/entry.js'
import { type Claimed, type Joined, type JoinedBase, shares, type UnjoinedHead } from './joined.js'
import type { MatchedPart } from './matched-part.js'
import type { Parts, Several } from './parts.js'

/** What is known of both sides when all files have been matched. */
export interface SeveralInput {
  readonly head: Parts
  readonly base: Parts
  readonly headParts: ReadonlyMap<number, MatchedPart>
  readonly baseParts: ReadonlyMap<number, Entry>
  /** Index of the baseline finding that holds a fingerprint of our own. */
  readonly claims: ReadonlyMap<string, number>
  readonly reserved: ReadonlySet<string>
  readonly diff: Diff | null
  /** Whether a place of a finding of the baseline is proven to be in the tree that the change starts from. */
  readonly isProven: (entry: Entry) => boolean
}

/** Separates the keys of the places. No part of a key is empty where another one may begin. */
const BETWEEN = '\0\0'

/** One key for all places, whatever their order. */
const keyOfAll = (keys: readonly string[]): string => [...keys].sort().join(BETWEEN)

/**
 * Puts the parts of findings of several places together: what is true of any place is true of the finding, and it was
 * there before only if each of its places was.
 */
export function joinSeveral(input: SeveralInput): {
  readonly head: readonly Joined[]
  readonly base: readonly JoinedBase[]
} {
  if (input.head.several.length + input.base.several.length === 0) return { head: [], base: [] }
  const base = input.base.several.map(several => joinBase(several, input)).sort(byKey)
  const owners = ownersOf(base)
  const taken: Taken = new Map()
  const drafts = input.head.several.map(several => draftOf(several, input)).sort(byKey)
  const byParts = drafts.map(draft => claim(partnersOwner(draft, owners.byPart), draft.count, taken))
  const find = (draft: UnjoinedHead, count: number) => bySameKey({ ...draft, count }, owners, taken, input)
  const same = drafts.map((draft, at) => byParts[at] ?? find(draft, draft.count))
  const head = drafts.flatMap((draft, at) => shares(draft, same[at] ?? null, find))
  giveFingerprints(head, base, input.reserved, each => each.changed === true)
  return { head, base }
}

const byKey = <T extends { readonly key: string; readonly lead: Entry }>(a: T, b: T): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : compareEntries(a.lead, b.lead)

function draftOf(several: Several, { headParts }: SeveralInput): UnjoinedHead {
  const parts = several.parts.map(index => partAt(headParts, index))
  const [first] = parts
  if (first === undefined) throw new RangeError('a finding of several places has a first place')
  const key = keyOfAll(parts.map(({ entry }) => entry.key))
  const isRenamed = parts.some(({ entry, basePath }) => basePath !== pathOf(entry.finding))
  const baseKeys = () => parts.map(({ entry, basePath }) => fingerprintKey(entry.scope, basePath, bestContent(entry)))
  const count = instancesOf(several.finding, first.entry.kind)
  return { several, lead: first.entry, parts, key, baseKey: isRenamed ? keyOfAll(baseKeys()) : key, count }
}

const pathOf = ({ location }: Finding): string => location?.path ?? ''

function partAt<T>(parts: ReadonlyMap<number, T>, index: number): T {
  const part = parts.get(index)
  if (part === undefined) throw new RangeError(`no part ${index} was matched`)
  return part
}

function joinBase(several: Several, { baseParts, claims }: SeveralInput): JoinedBase & { readonly lead: Entry } {
  const entries = several.parts.map(index => partAt(baseParts, index))
  const [lead] = entries
  if (lead === undefined) throw new RangeError('a finding of several places has a first place')
  const own = claimedFingerprint(several.finding)
  const claimed = own !== null && claims.get(own) === several.index ? own : null
  const isGone = entries.every(({ partner }) => partner === null)
  const key = keyOfAll(entries.map(entry => entry.key))
  const count = instancesOf(several.finding, lead.kind)
  return { several, entries, lead, isGone, count, key, claimed, ordinal: 0, fingerprint: '', partner: null, pass: null }
}

interface Owners {
  readonly byPart: ReadonlyMap<Entry, JoinedBase>
  readonly byKey: ReadonlyMap<string, readonly JoinedBase[]>
  readonly byFingerprint: ReadonlyMap<string, JoinedBase>
}

function ownersOf(base: readonly JoinedBase[]): Owners {
  const byFingerprint = base.flatMap(each => (each.claimed === null ? [] : [[each.claimed, each] as const]))
  const byKey = new Map<string, JoinedBase[]>()
  for (const each of base) byKey.set(each.key, [...(byKey.get(each.key) ?? []), each])
  return {
    byKey,
    byPart: new Map(base.flatMap(each => each.entries.map(entry => [entry, each] as const))),
    byFingerprint: new Map(byFingerprint)
  }
}

/** The baseline's finding in which all parts were found again, if it has no other places. */
function partnersOwner({ parts }: UnjoinedHead, byPart: Owners['byPart']): JoinedBase | null {
  const owners = new Set(
    parts.map(({ entry: { partner } }) => (partner === null ? null : (byPart.get(partner) ?? null)))
  )
  const [owner = null] = owners
  return owners.size === 1 && owner?.entries.length === parts.length ? owner : null
}

/** So many equal findings of the baseline are tried. */
const MOST_EQUAL = 64

/**
 * The baseline's finding that has the same text at the same places, though some of its places were taken for those of
 * others; or, of our own earlier output, the one that bears the fingerprint of these places: its texts may be out of
 * reach, and the fingerprint says as much. A place that the change moved elsewhere is another one.
 */
function bySameKey(
  draft: UnjoinedHead,
  owners: Owners,
  taken: Taken,
  { diff, isProven }: Pick<SeveralInput, 'diff' | 'isProven'>
): Claimed | null {
  const isFound = draft.parts.every(({ entry }) => entry.partner !== null)
  for (const owner of equalTo(draft, owners)) {
    const claimed =
      isFound || (owner.entries.every(isProven) && staysAt(owner, draft, diff))
        ? claim(owner, draft.count, taken)
        : null
    if (claimed !== null) return claimed
  }
  return null
}

function* equalTo({ baseKey }: UnjoinedHead, { byKey, byFingerprint }: Owners): Generator<JoinedBase> {
  yield* (byKey.get(baseKey) ?? []).slice(0, MOST_EQUAL)
  for (let ordinal = 1; byFingerprint.size > 0 && ordinal <= MOST_EQUAL; ordinal++) {
    const owner = byFingerprint.get(fingerprintOf(baseKey, ordinal))
    if (owner !== undefined) yield owner
  }
}

/**
 * Whether the places are where the diff leads those of the baseline to. Where there is a diff that does not tell, a
 * place must say more than its message.
 */
function staysAt({ entries }: JoinedBase, { parts }: UnjoinedHead, diff: Diff | null): boolean {
  return parts.every(({ entry, basePath }) => {
    // Of several that could be it, none is told from the others.
    if (entry.partner === null && entry.doubt !== null) return false
    if (entry.finding.location === null || entry.line === 0) return true
    const texts = fileTexts(entry.finding.location.path, diff, () => null)
    return entries.some(({ line, finding }) => {
      if (pathOf(finding) !== basePath) return false
      const now = followLine(texts, line)
      if (now !== undefined) return now === entry.line
      return diff === null || saysMore(entry)
    })
  })
}

/** Whether what the keys of its finding have in common rests on more than rule and message at this place. */
const saysMore = (entry: Entry): boolean =>
  CONTENT_ORIGINS.some(level => level !== 'message' && contentOf(entry, level) !== null)

/** How many of the things that findings of the baseline stand for were found again. */
type Taken = Map<JoinedBase, number>

function claim(owner: JoinedBase | null, count: number, taken: Taken): Claimed | null {
  if (owner === null) return null
  const before = taken.get(owner) ?? 0
  const free = owner.count - before
  if (free <= 0) return null
  taken.set(owner, before + Math.min(free, count))
  return { owner, count: Math.min(free, count), isFirst: before === 0 }
}
