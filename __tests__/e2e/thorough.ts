/** Set by the project's own verification: everything is tried, which takes minutes. */
const IS_THOROUGH = Number(process.env.POLICY_GATE_SEEDS ?? '0') >= 1000

/** Cases that differ little: all of them, or every so many where the tests are to be quick. */
export const sampleOf = <T>(cases: readonly T[], every: number): readonly T[] =>
  IS_THOROUGH ? cases : cases.filter((_, index) => index % every === 0)
