import { formatProblem } from '../../ground/errors.js'
import type { Notice } from '../../ground/notice.js'
import type { Policy } from '../policy.js'
import { exceptionWarnings } from './approvers.js'
import { idleWarnings } from './idle.js'
import { modeWarnings } from './modes.js'
import { placeWarnings } from './places.js'
import { ruleWarnings } from './rules.js'
import { timeWarnings } from './times.js'
import { valueWarnings } from './values.js'
import type { LintGround, LintWarning } from './warning.js'

const UNKNOWN: LintGround = { checkout: null, hasExceptions: null }

/** What is allowed but cannot work, or is probably not meant: for people, never for the verdict. In the order of the files. */
export function lintPolicy(policy: Policy, ground: LintGround = UNKNOWN): readonly LintWarning[] {
  const order = new Map((policy.texts ?? []).map(({ info }, index) => [info.name, index]))
  const at = ({ place }: LintWarning) => [
    order.get(place?.path ?? '') ?? order.size,
    place?.line ?? 0,
    place?.column ?? 0
  ]
  return [
    ...ruleWarnings(policy),
    ...modeWarnings(policy),
    ...valueWarnings(policy),
    ...timeWarnings(policy),
    ...placeWarnings(policy, ground),
    ...idleWarnings(policy),
    ...exceptionWarnings(policy, ground)
  ].sort((a, b) => {
    const [mine, theirs] = [at(a), at(b)]
    const index = mine.findIndex((value, each) => value !== theirs[each])
    return (mine[index] ?? 0) - (theirs[index] ?? 0)
  })
}

/** The warnings that bear on the run at hand, as notices. */
export const policyNotices = (policy: Policy, ground: LintGround): readonly Notice[] =>
  lintPolicy(policy, ground).flatMap(warning =>
    warning.concernsRun ? [{ level: 'warning', code: 'policy-doubtful', message: formatProblem(warning) }] : []
  )
