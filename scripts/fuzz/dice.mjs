// Numbers by chance that a seed decides (Lehmer's generator), so that what was found once is found again.

/** Draws of one seed: a number below `sides`, one of a list, and whether something that happens once in so many does. */
export function diceOf(seed) {
  let state = (seed % 2_147_483_646) + 1
  const below = sides => {
    state = (state * 48_271) % 2_147_483_647
    return state % Math.max(1, sides)
  }
  return { below, pick: list => list[below(list.length)], once: sides => below(sides) === 0 }
}
