/** A share with what it is a share of; nothing is divided, so that no figure hides how small its ground is. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** Days, to a tenth: how many values there are, their mean, median and ninetieth percentile; null where there is none. */
export interface Spread {
  readonly count: number
  readonly mean: number | null
  readonly median: number | null
  readonly p90: number | null
}

const DAY_SECONDS = 86_400

/** How many of the items are so. */
export function ratioOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): Ratio {
  return { numerator: items.filter(holds).length, denominator: items.length }
}

/** Tenths of days are counted in whole numbers, half a tenth upwards, so that any engine comes to the same figure. */
const days = (seconds: number, of = 1): number =>
  Math.floor((20 * seconds + DAY_SECONDS * of) / (2 * DAY_SECONDS * of)) / 10

/** The spread of durations in seconds, by nearest rank. */
export function spreadOf(seconds: readonly number[]): Spread {
  const sorted = seconds.toSorted((a, b) => a - b)
  const count = sorted.length
  const ranked = (tenths: number) => {
    const value = sorted[Math.ceil((count * tenths) / 10) - 1]
    return value === undefined ? null : days(value)
  }
  const total = sorted.reduce((sum, value) => sum + value, 0)
  return { count, mean: count === 0 ? null : days(total, count), median: ranked(5), p90: ranked(9) }
}

/** Items by a key of theirs, in the order of the keys. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}
