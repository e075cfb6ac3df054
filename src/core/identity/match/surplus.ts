import type { Entry } from './entry.js'

/** Pairs the given entries of the two sides. */
type PairAll = (base: readonly Entry[], head: readonly Entry[]) => void

const isOpen = ({ partner }: Entry): boolean => partner === null

/**
 * Compares numbers where a finding stands for several that differ in nothing: what one side has more of is looked for
 * among what is left of the other. What the head then has more of comes back as entries of their own: they are new.
 */
export function pairRests(base: readonly Entry[], head: readonly Entry[], pairAll: PairAll): readonly Entry[] {
  const more: Entry[] = []
  const less: Entry[] = []
  for (let uneven = head.filter(isUneven); uneven.length > 0; uneven = [...head, ...more].filter(isUneven)) {
    const open = scopesOf(base.filter(isOpen))
    for (const entry of uneven) splitPair(entry, more, less, open.get(entry.scope) ?? 0)
    pairAll([...base, ...less].filter(isOpen), [...head, ...more].filter(isOpen))
  }
  return [...more.filter(entry => !isOpen(entry)), ...rejoined(more.filter(isOpen), [...head, ...more])]
}

function scopesOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { scope } of entries) counts.set(scope, (counts.get(scope) ?? 0) + 1)
  return counts
}

const isUneven = ({ partner, count }: Entry): boolean => partner !== null && partner.count !== count

/** Splits the larger side. Of the head so many pieces come off as may find something in the baseline. */
function splitPair(head: Entry, more: Entry[], less: Entry[], open: number): void {
  const base = head.partner
  if (base === null) return
  if (head.count < base.count) less.push(splitOff(base, base.count - head.count))
  else if (head.occurrences > 1) {
    for (let left = open; left > 0 && head.count > base.count + 1 && head.occurrences > 2; left--) {
      more.push(splitOff(head, 1))
    }
    more.push(splitOff(head, head.count - base.count))
  } else {
    // One result that says by itself of how many it tells: it cannot be told in part.
    head.partner = null
    head.pass = null
    head.beyond = base.count
    base.count = head.count
  }
}

/** Takes so many off the entry, as an entry that has no key and no claim of its own, so that no id is given twice. */
function splitOff(entry: Entry, count: number): Entry {
  const share = Math.round((entry.occurrences * count) / entry.count)
  const occurrences = Math.max(1, Math.min(share, entry.occurrences - 1))
  entry.count -= count
  entry.occurrences -= occurrences
  return { ...entry, count, occurrences, partner: null, pass: null, doubt: null, claimed: null, key: '' }
}

/** What the baseline has nothing for is one again, for each finding; it knows how many the baseline has of it. */
function rejoined(pieces: readonly Entry[], all: readonly Entry[]): readonly Entry[] {
  const byIndex = new Map<number, Entry>()
  for (const piece of pieces) {
    const known = byIndex.get(piece.index)
    if (known === undefined) byIndex.set(piece.index, { ...piece, beyond: 0 })
    else {
      known.count += piece.count
      known.occurrences += piece.occurrences
    }
  }
  for (const { index, partner, count } of all) {
    const rest = partner === null ? undefined : byIndex.get(index)
    if (rest !== undefined) rest.beyond = (rest.beyond ?? 0) + count
  }
  return [...byIndex.values()]
}
