import { bestContent, type Entry } from './entry.js'
import { fingerprintKey, fingerprintOf, placeOf } from './fingerprint.js'

/** Fingerprints of the findings of one file, by entry. */
export type Fingerprints = ReadonlyMap<Entry, string>

/**
 * Numbers findings with equal keys and hashes them. A finding that was found again with the same content keeps the
 * fingerprint that it had; new ones never take a fingerprint of the baseline, so that an exception for the old one
 * does not pass to them. `last` puts the findings that are part of the change behind the others.
 */
export function fingerprintsOf(
  head: readonly Entry[],
  base: readonly Entry[],
  reserved: ReadonlySet<string>,
  last: (entry: Entry) => boolean
): { readonly head: Fingerprints; readonly base: Fingerprints } {
  const ofBase = numberBase(base)
  const taken = new Set(ofBase.values())
  const ofHead = new Map<Entry, string>()
  const next = new Map<string, number>()
  const fresh: Entry[] = []
  const changed: Entry[] = []
  for (const entry of head) {
    const kept = keptFingerprint(entry, ofBase)
    if (kept !== null) ofHead.set(entry, kept)
    else if (last(entry)) changed.push(entry)
    else fresh.push(entry)
  }
  for (const list of [fresh, changed]) {
    for (const entry of list) {
      const key = keyOf(entry)
      let ordinal = next.get(key) ?? 1
      let fingerprint = fingerprintOf(key, ordinal)
      while (taken.has(fingerprint) || reserved.has(fingerprint)) fingerprint = fingerprintOf(key, ++ordinal)
      next.set(key, ordinal + 1)
      ofHead.set(entry, fingerprint)
    }
  }
  return { head: ofHead, base: ofBase }
}

const keyOf = (entry: Entry): string => fingerprintKey(entry.scope, placeOf(entry.finding), bestContent(entry))

function numberBase(base: readonly Entry[]): Map<Entry, string> {
  const fingerprints = new Map<Entry, string>()
  const taken = new Set<string>()
  for (const entry of base) {
    if (entry.claimed === null) continue
    fingerprints.set(entry, entry.claimed)
    taken.add(entry.claimed)
  }
  const next = new Map<string, number>()
  for (const entry of base) {
    if (entry.claimed !== null) continue
    const key = keyOf(entry)
    let ordinal = next.get(key) ?? 1
    let fingerprint = fingerprintOf(key, ordinal)
    while (taken.has(fingerprint)) fingerprint = fingerprintOf(key, ++ordinal)
    next.set(key, ordinal + 1)
    fingerprints.set(entry, fingerprint)
  }
  return fingerprints
}

/** The partner's fingerprint, where it stands for the same content: what was edited is a new text to judge. */
function keptFingerprint(entry: Entry, ofBase: Fingerprints): string | null {
  const { partner, pass } = entry
  if (partner === null || pass === 'edited') return null
  if (partner.claimed !== null) return partner.claimed
  return keyOf(partner) === keyOf(entry) ? (ofBase.get(partner) ?? null) : null
}
