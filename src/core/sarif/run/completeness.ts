import { asArray, asNumber, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import type { ResultsProperty, RunFacts } from '../input.js'
import { asLevel } from '../result/level.js'
import { plainText } from '../result/message.js'
import { textMember } from '../rules.js'
import type { ToolProfile } from '../tools/profile.js'

/** Whether a run did its work, and the sentence that says why. */
export type RunState = Pick<RunFacts, 'state' | 'reason'>

/** What is known of a run besides its own members. */
export interface RunEvidence {
  readonly results: ResultsProperty
  readonly count: number
  /** Some result says that the analysis broke off. */
  readonly fatalResult: boolean
  readonly profile: ToolProfile
  readonly tool: string
}

const failed = (reason: string): RunState => ({ state: 'failed', reason })
const degraded = (reason: string): RunState => ({ state: 'degraded', reason })

const WITHOUT_RESULTS: Readonly<Record<Exclude<ResultsProperty, 'array'>, string>> = {
  // SARIF 2.1.0 §3.14.23: an empty array says "analysed, nothing found"; nothing else does.
  null: 'The results are null: the tool did not analyse anything.',
  absent: 'The run has no results property: the tool did not analyse anything.',
  malformed: 'The results are not an array and cannot be read.'
}

/** Content kept in other files, which are never fetched (threat S12). Explanations of rules are not evidence. */
const EXTERNAL_EVIDENCE = [
  'artifacts',
  'logicalLocations',
  'invocations',
  'extensions',
  'policies',
  'driver',
  'conversion'
] as const

const present = (object: JsonObject | null, key: string): boolean => {
  const value = member(object, key)
  return Array.isArray(value) ? value.length > 0 : asObject(value) !== null
}

/** State by content that external property files hold, or null where none is missing. */
export function externalState(externals: JsonObject | null): RunState | null {
  if (present(externals, 'results')) {
    return failed('Results are kept in external property files, which are not read.')
  }
  const missing = EXTERNAL_EVIDENCE.filter(key => present(externals, key))
  return missing.length === 0
    ? null
    : degraded(`Parts of the run (${missing.join(', ')}) are kept in external property files, which are not read.`)
}

/** `executionSuccessful` is required to be a boolean. Absent or null says nothing; what is no way to say true is no success. */
function success(invocation: JsonObject | null): boolean | null {
  const value = member(invocation, 'executionSuccessful') ?? null
  if (value === null) return null
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true')
}

/** A value where a list is wanted: what it says, perhaps of a failure, is not read. */
const isUnreadable = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && !Array.isArray(value)

const UNREADABLE: JsonObject = { level: 'error', message: { text: 'its notifications are not a list' } }

interface Invocation {
  readonly success: boolean | null
  readonly exitCode: number | null
  readonly aborted: boolean
  readonly errors: number
  readonly firstError: string | null
}

function read(value: JsonObject | null): Invocation {
  const lists = ['toolExecutionNotifications', 'toolConfigurationNotifications'].map(key => member(value, key))
  const errors = lists
    .flatMap(list => (isUnreadable(list) ? [UNREADABLE] : asArray(list).map(asObject)))
    .filter(notification => asLevel(textMember(notification, 'level')) === 'error')
  const first = errors[0] ?? null
  const message =
    textMember(asObject(member(first, 'message')), 'text') ?? textMember(asObject(member(first, 'descriptor')), 'id')
  return {
    success: success(value),
    exitCode: asNumber(member(value, 'exitCode')),
    aborted:
      textMember(value, 'processStartFailureMessage') !== null || asNumber(member(value, 'exitSignalNumber')) !== null,
    errors: errors.length,
    firstError: message === null ? null : plainText(message).replace(/\s+/g, ' ').slice(0, 120)
  }
}

/** State by a declared failure, corrected by what is known of the tool; null where nothing failed. */
function declaredFailure(invocations: readonly Invocation[], { profile, tool }: RunEvidence): RunState | null {
  const failures = invocations.filter(invocation => invocation.success === false)
  if (failures.length === 0) return null
  const flag = profile.failureFlag
  const fatal = failures.some(
    ({ aborted, exitCode }) => aborted || (flag?.fatalExit !== undefined && ((exitCode ?? 0) & flag.fatalExit) !== 0)
  )
  if (flag === undefined || fatal) return failed('The tool says that its execution was not successful.')
  const reason = `${tool} ${flag.meaning}; by the table of known tools this is ${flag.state === 'complete' ? 'no failure' : 'a partial result'}.`
  return { state: flag.state, reason }
}

/** An exit code without the flag that the standard requires: tools end with 1 when they find something, or when they fail. */
function silentFailure(invocations: readonly Invocation[], count: number): RunState | null {
  for (const { success: flag, exitCode, aborted } of invocations) {
    if (flag !== null) continue
    if (aborted) return failed('The tool was stopped before its end.')
    if (exitCode !== null && exitCode !== 0) {
      const reason = `The tool ended with exit code ${exitCode} and does not say whether it was successful.`
      return count > 0 ? degraded(reason) : failed(reason)
    }
  }
  return null
}

function notified(invocations: readonly Invocation[], prefix: string): RunState | null {
  const errors = invocations.reduce((sum, invocation) => sum + invocation.errors, 0)
  if (errors === 0) return null
  const first = invocations.find(invocation => invocation.firstError !== null)?.firstError ?? null
  const example = first === null ? '' : `, the first: ${first}`
  return degraded(`${prefix}The tool reports ${errors === 1 ? 'an error' : `${errors} errors`}${example}.`)
}

/** State of the evidence that a run gives (SARIF 2.1.0 §3.14.23, §3.20.14, §3.20.21), and why. */
export function runState(run: JsonObject, evidence: RunEvidence): RunState {
  if (evidence.results !== 'array') return failed(WITHOUT_RESULTS[evidence.results])
  const external = externalState(asObject(member(run, 'externalPropertyFileReferences')))
  if (external?.state === 'failed') return external
  const invocations = asArray(member(run, 'invocations')).map(value => read(asObject(value)))
  const declared = declaredFailure(invocations, evidence)
  if (declared?.state === 'failed') return declared
  if (evidence.fatalResult) {
    return failed(
      `${evidence.tool} calls itself successful, but a result says that the analysis broke off with a fatal error.`
    )
  }
  const silent = silentFailure(invocations, evidence.count)
  if (silent !== null) return silent
  if (isUnreadable(member(run, 'invocations'))) {
    return degraded('The invocations are not a list: what the tool says of its success cannot be read.')
  }
  const errors = notified(invocations, declared === null ? '' : `${declared.reason} `)
  return (
    errors ??
    external ??
    declared ?? {
      state: 'complete',
      reason: `The run has ${evidence.count === 1 ? 'one result' : `${evidence.count} results`} and reports no error.`
    }
  )
}
