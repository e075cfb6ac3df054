import { type Matcher, matchAny } from '../../policy/globs.js'
import type { Policy } from '../../policy/policy.js'

/** Ids of the rules that a path is passed over by. */
export type PassedOver = (path: string) => ReadonlySet<string>

/**
 * A rule passes over what its `paths` in `when` do not name, and what its `paths` in `unless` do: whether other conditions
 * of the same `unless` hold is not asked, so that it is rather too many than too few. Compiled when a move is first asked about.
 */
export function passedOverBy({ rules }: Pick<Policy, 'rules'>): PassedOver {
  let filters: readonly { readonly id: string; readonly passes: Matcher }[] | null = null
  return path => {
    filters ??= rules.flatMap(({ id, when, unless }) => {
      const named = when.paths === null ? null : matchAny(when.paths, 'path')
      const excused = unless === null || unless.paths === null ? null : matchAny(unless.paths, 'path')
      if (named === null && excused === null) return []
      return [{ id, passes: (text: string) => named?.(text) === false || excused?.(text) === true }]
    })
    return new Set(filters.filter(({ passes }) => passes(path)).map(({ id }) => id))
  }
}
