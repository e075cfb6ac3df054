/** Chance that is the same for the same seed, everywhere. */
export interface Dice {
  /** A whole number from 0 on and below `count`. */
  below(count: number): number
  /** True so many times in a hundred. */
  chance(percent: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b9)
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count
  }
  return {
    below,
    chance: percent => below(100) < percent,
    pick: list => {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    }
  }
}
