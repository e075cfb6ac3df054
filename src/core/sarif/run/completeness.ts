import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import type { ResultsProperty, RunFacts } from '../input.js'
import { isBagUnreadable } from '../members.js'
import type { ToolProfile } from '../tools/profile.js'
import { areInvocationsUnreadable, type Invocation, invocationsOf, isNoList } from './invocations.js'

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
  'threadFlowLocations',
  'driver',
  'conversion',
  'externalizedProperties'
] as const

const isPresent = (object: JsonObject | null, key: string): boolean => {
  const value = member(object, key) ?? null
  return Array.isArray(value) ? value.length > 0 : value !== null
}

const worse = (one: RunState | null, other: RunState | null): RunState | null =>
  one === null || (one.state !== 'failed' && other?.state === 'failed') ? other : one

/** State by content that external property files hold, or null where none is missing; of several in a list the worst. */
export function externalState(externals: JsonValue | undefined): RunState | null {
  if (externals === undefined || externals === null) return null
  if (Array.isArray(externals)) return (externals as readonly JsonValue[]).map(externalState).reduce(worse, null)
  const object = asObject(externals)
  if (object === null) return degraded('What the run keeps in external property files cannot be read.')
  if (isPresent(object, 'results')) {
    return failed('Results are kept in external property files, which are not read.')
  }
  const missing = EXTERNAL_EVIDENCE.filter(key => isPresent(object, key))
  return missing.length === 0
    ? null
    : degraded(`Parts of the run (${missing.join(', ')}) are kept in external property files, which are not read.`)
}

/** Names that the reference to such files had before the standard was final. */
const EXTERNAL_NAMES = ['externalPropertyFileReferences', 'externalPropertyFiles', 'externalFiles'] as const

/** State by a declared failure, corrected by what is known of the tool; null where nothing failed. */
function declaredFailure(invocations: readonly Invocation[], { profile, tool }: RunEvidence): RunState | null {
  const failures = invocations.filter(invocation => invocation.success === false)
  if (failures.length === 0) return null
  const flag = profile.failureFlag
  const fatal = failures.some(
    ({ aborted, exitCode }) =>
      aborted || (flag?.fatalExit !== undefined && (Number(exitCode ?? 0) & flag.fatalExit) !== 0)
  )
  if (flag === undefined || fatal) return failed('The tool says that its execution was not successful.')
  const reason = `${tool} ${flag.meaning}; by the table of known tools this is ${flag.state === 'complete' ? 'no failure' : 'a partial result'}.`
  return { state: flag.state, reason }
}

/** A stop that the flag does not tell, or an exit code without the flag: tools end with 1 when they find something, or when they fail. */
function silentFailure(invocations: readonly Invocation[], count: number): RunState | null {
  for (const { success: flag, exitCode, aborted, isOpenEnded } of invocations) {
    if (aborted && flag !== false) return failed('The tool did not start, or was stopped before its end.')
    if (flag !== null) continue
    if (exitCode === 'unreadable')
      return degraded('The exit code of the tool cannot be read, and nothing else says how it ended.')
    if (isOpenEnded) return degraded('The run says when it began, and not that it ended.')
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

/** What of the tool is there and cannot be read; without it the file does not say what its results mean. */
function unreadableTool(run: JsonObject): string | null {
  const tool = member(run, 'tool')
  if (asObject(tool) === null) return 'tool'
  const driver = member(asObject(tool), 'driver')
  if (asObject(driver) === null) return 'tool.driver'
  const extensions = member(asObject(tool), 'extensions')
  if (isNoList(extensions)) return 'tool.extensions'
  return [driver, ...asArray(extensions)].every(isReadableComponent) ? null : 'the list of rules'
}

function isReadableComponent(component: JsonValue | undefined): boolean {
  const rules = member(asObject(component), 'rules')
  return asObject(component) !== null && !isNoList(rules) && asArray(rules).every(rule => asObject(rule) !== null)
}

/** State of the evidence that a run gives (SARIF 2.1.0 §3.14.23, §3.20.14, §3.20.21), and why. */
export function runState(run: JsonObject, evidence: RunEvidence): RunState {
  if (evidence.results !== 'array') return failed(WITHOUT_RESULTS[evidence.results])
  const external = EXTERNAL_NAMES.map(name => externalState(member(run, name))).reduce(worse, null)
  if (external?.state === 'failed') return external
  const invocations = invocationsOf(run)
  const declared = declaredFailure(invocations, evidence)
  if (declared?.state === 'failed') return declared
  if (evidence.fatalResult) {
    return failed(
      `${evidence.tool} calls itself successful, but a result says that the analysis broke off with a fatal error.`
    )
  }
  const silent = silentFailure(invocations, evidence.count)
  if (silent !== null) return silent
  if (areInvocationsUnreadable(run)) {
    return degraded('The invocations are not a list of such: what the tool says of its success cannot be read.')
  }
  if (isBagUnreadable(run)) return degraded('The properties of the run cannot be read.')
  const unreadable = unreadableTool(run)
  if (unreadable !== null) return degraded(`What the run says of its tool cannot be read (${unreadable}).`)
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
