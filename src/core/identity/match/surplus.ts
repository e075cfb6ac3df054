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
    for (const entry of uneven) splitPair(entry, more, less)
    pairAll([...base, ...less].filter(isOpen), [...head, ...more].filter(isOpen))
  }
  return more
}

const isUneven = ({ partner, count }: Entry): boolean => partner !== null && partner.count !== count

function splitPair(head: Entry, more: Entry[], less: Entry[]): void {
  const base = head.partner
  if (base === null) return
  if (head.count < base.count) less.push(splitOff(base, head.count))
  else if (head.occurrences > 1) more.push({ ...splitOff(head, base.count), beyond: base.count })
  else {
    // One result that says by itself of how many it tells: it cannot be told in part.
    head.partner = null
    head.pass = null
    head.beyond = base.count
    base.count = head.count
  }
}

/** Leaves `count` to the entry, and gives the rest of it. It has no key and no claim of its own, so that no id is given twice. */
function splitOff(entry: Entry, count: number): Entry {
  const rest = entry.count - count
  const share = Math.round((entry.occurrences * rest) / entry.count)
  const occurrences = Math.max(1, Math.min(share, entry.occurrences - 1))
  const split = { ...entry, count: rest, occurrences, partner: null, pass: null, doubt: null, claimed: null, key: '' }
  entry.count = count
  entry.occurrences -= occurrences
  return split
}
