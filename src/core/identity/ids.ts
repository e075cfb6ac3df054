import { fingerprintKey, fingerprintOf, placeOf } from './fingerprint.js'
import { bestContent, type Entry, type Pass } from './match/entry.js'

/** What is numbered among those of the same key: a finding of one place, or one of several. */
export interface Numbered {
  key: string
  ordinal: number
  fingerprint: string
  /** Fingerprint that an earlier evaluation of ours gave, for baselines. */
  readonly claimed: string | null
  /** What it was found again as, and how. */
  readonly partner: Numbered | null
  readonly pass: Pass | null
}

/** Sets the keys of the findings of one file, and numbers those that have one place. */
export function giveFileFingerprints(
  head: readonly Entry[],
  base: readonly Entry[],
  reserved: ReadonlySet<string>
): void {
  for (const entry of base) entry.key = keyOf(entry)
  for (const entry of head) entry.key = keyOf(entry)
  giveFingerprints(singles(head), singles(base), reserved, entry => entry.changed === true)
}

const singles = (entries: readonly Entry[]): readonly Entry[] =>
  entries.some(({ whole }) => whole !== null) ? entries.filter(({ whole }) => whole === null) : entries

/**
 * Numbers the findings that have equal keys, and gives all their fingerprints. A finding that was found
 * again with the same content keeps the fingerprint that it had; new ones never take one of the baseline (nor of
 * `reserved`), so that an exception for the old one does not pass to them. `last` puts the findings that are part of
 * the change behind the others.
 */
export function giveFingerprints<T extends Numbered>(
  head: readonly T[],
  base: readonly Numbered[],
  reserved: ReadonlySet<string>,
  last: (entry: T) => boolean
): void {
  const used = new Map<string, number>()
  for (const entry of base) {
    if (entry.claimed === null) entry.ordinal = count(entry.key, used)
  }
  const changed: T[] = []
  for (const entry of head) {
    if (keepFingerprint(entry)) continue
    if (last(entry)) changed.push(entry)
    else number(entry, used, reserved)
  }
  for (const entry of changed) number(entry, used, reserved)
}

/** The fingerprint of a baseline finding, which is only asked of some. */
export const baseFingerprint = (entry: Pick<Numbered, 'claimed' | 'key' | 'ordinal'>): string =>
  entry.claimed ?? fingerprintOf(entry.key, entry.ordinal)

const keyOf = (entry: Entry): string => fingerprintKey(entry.scope, placeOf(entry.finding), bestContent(entry))

function count(key: string, used: Map<string, number>): number {
  const ordinal = (used.get(key) ?? 0) + 1
  used.set(key, ordinal)
  return ordinal
}

/** The partner's fingerprint, where it stands for the same content: what was edited is a new text to judge. */
function keepFingerprint(entry: Numbered): boolean {
  const { partner, pass } = entry
  if (partner === null || pass === 'edited') return false
  if (partner.claimed === null && partner.key !== entry.key) return false
  entry.fingerprint = baseFingerprint(partner)
  return true
}

function number(entry: Numbered, used: Map<string, number>, reserved: ReadonlySet<string>): void {
  do {
    entry.fingerprint = fingerprintOf(entry.key, count(entry.key, used))
  } while (reserved.has(entry.fingerprint))
}

/** Gives key and fingerprint to a finding that is alone in its file: there is none of its key to be told apart from. */
export function giveLoneFingerprint(entry: Entry, reserved: ReadonlySet<string>): void {
  entry.key = keyOf(entry)
  for (let ordinal = 1; ; ordinal++) {
    entry.fingerprint = fingerprintOf(entry.key, ordinal)
    if (!reserved.has(entry.fingerprint)) return
  }
}
