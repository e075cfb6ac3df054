import type { Notice } from '../ground/notice.js'
import type { Policy } from '../policy/policy.js'
import type { SarifInput } from '../sarif/input.js'
import type { Outcome } from './decision.js'
import { placeNotices } from './places/place-notices.js'

/** What people should know beside the outcomes: oddities of inputs, unknown ages, places that could not be mapped. */
export function collectNotices(
  policy: Policy,
  inputs: readonly SarifInput[],
  outcomes: readonly Outcome[],
  feeds: readonly Notice[]
): readonly Notice[] {
  return [
    ...inputs.flatMap(inputNotices),
    ...ageNotices(policy, inputs),
    ...stateNotices(outcomes),
    ...placeNotices(outcomes),
    ...feeds
  ]
}

const inputNotices = (input: SarifInput): readonly Notice[] =>
  input.warnings.map(warning => ({ level: 'warning', code: 'sarif-oddity', message: `${input.name}: ${warning}` }))

function ageNotices(policy: Policy, inputs: readonly SarifInput[]): readonly Notice[] {
  if (!policy.scans.some(scan => scan.maxAge !== null)) return []
  const silent = [
    ...new Set(inputs.flatMap(input => input.runs.filter(run => run.endTime === null).map(run => run.tool)))
  ]
  if (silent.length === 0) return []
  const message = `max-age could not be checked for ${silent.sort().join(', ')}: the files state no endTimeUtc`
  return [{ level: 'info', code: 'scan-age-unknown', message }]
}

function stateNotices(outcomes: readonly Outcome[]): readonly Notice[] {
  const unknown = outcomes.filter(outcome => outcome.state === 'unknown').length
  if (unknown === 0) return []
  const message = `${unknown} findings have the state unknown: neither a baseline nor a diff tells whether the change introduced them`
  return [{ level: 'info', code: 'state-unknown', message }]
}
