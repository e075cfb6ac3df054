/** Set to 1,000 by the project's own verification: everything is tried, which takes minutes. */
const SEEDS = Number(process.env.POLICY_GATE_SEEDS || '0')
const IS_THOROUGH = SEEDS >= 1000

/** Seeds of a test that makes its own chance: few where the tests are to be quick, and never more than `most`. */
export const seedsOf = (few: number, most = Number.POSITIVE_INFINITY): readonly number[] =>
  Array.from({ length: Math.min(most, SEEDS || few) }, (_, seed) => seed)

/** The same with all `most` of them where everything is tried. */
export const seedsUpTo = (few: number, most: number): readonly number[] =>
  Array.from({ length: IS_THOROUGH ? most : SEEDS || few }, (_, seed) => seed)

/** How often a property is tried with random values: so often, or a tenth of it where the tests are to be quick. */
export const triesOf = (all: number): number => (IS_THOROUGH ? all : Math.ceil(all / 10))

/** Cases that differ little: all of them, or every so many where the tests are to be quick. */
export const sampleOf = <T>(cases: readonly T[], every: number): readonly T[] =>
  IS_THOROUGH ? cases : cases.filter((_, index) => index % every === 0)
