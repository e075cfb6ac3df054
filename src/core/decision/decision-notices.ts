import type { Notice } from '../ground/notice.js'
import type { SarifInput } from '../sarif/input.js'
import type { Outcome } from './decision.js'
import { placeNotices } from './places/place-notices.js'

/** What people should know beside the outcomes: oddities of inputs, unknown ages, places that could not be mapped. */
export function collectNotices(
  inputs: readonly SarifInput[],
  outcomes: readonly Outcome[],
  feeds: readonly Notice[]
): readonly Notice[] {
  return [...inputs.flatMap(inputNotices), ...stateNotices(outcomes), ...placeNotices(outcomes), ...feeds]
}

const inputNotices = (input: SarifInput): readonly Notice[] =>
  input.warnings.map(warning => ({ level: 'warning', code: 'sarif-oddity', message: `${input.name}: ${warning}` }))

function stateNotices(outcomes: readonly Outcome[]): readonly Notice[] {
  const unknown = outcomes.filter(outcome => outcome.state === 'unknown').length
  if (unknown === 0) return []
  const message = `${unknown} findings have the state unknown: neither a baseline nor a diff tells whether the change introduced them`
  return [{ level: 'info', code: 'state-unknown', message }]
}
