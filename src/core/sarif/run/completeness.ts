import { asArray, asInteger, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import type { ResultsProperty, RunFacts } from '../input.js'
import { asLevel } from '../result/level.js'
import { plainText } from '../result/message.js'
import { indexMember, textMember } from '../rules.js'
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

/** Names of signals as systems and shells write them; SpotBugs, for one, has other texts in their place. */
const SIGNAL =
  /^\s*(?:SIG[A-Z]{2,8}\d*|HUP|INT|QUIT|ILL|TRAP|ABRT|IOT|BUS|FPE|KILL|USR[12]|SEGV|PIPE|ALRM|TERM|XCPU|XFSZ|SYS|killed|terminated|aborted|hangup|interrupt(?:ed)?|segmentation fault|bus error|out of memory|illegal instruction|floating point exception)\b/i

/** How shells write an end by SIGABRT, SIGKILL, SIGSEGV and SIGTERM. */
const SIGNALLED_EXITS = new Set([134, 137, 139, 143])

/** The process did not start, or something ended it from outside. */
const wasStopped = (value: JsonObject | null): boolean =>
  textMember(value, 'processStartFailureMessage') !== null ||
  (asInteger(member(value, 'exitSignalNumber')) ?? 0) > 0 ||
  SIGNAL.test(textMember(value, 'exitSignalName') ?? '') ||
  SIGNALLED_EXITS.has(asInteger(member(value, 'exitCode')) ?? 0)

/** Finds the level that a notification has if it states none itself (SARIF 2.1.0 §3.58.6). */
type DefaultLevel = (notification: JsonObject | null) => string | null

/** By the id or guid of the notification's descriptor, in the component that it names or in any. */
function defaultLevels(run: JsonObject): DefaultLevel {
  const tool = asObject(member(run, 'tool'))
  const extensions = asArray(member(tool, 'extensions')).map(asObject)
  const components = [asObject(member(tool, 'driver')), ...extensions]
  return notification => {
    const reference = asObject(member(notification, 'descriptor'))
    const position = indexMember(reference, 'index')
    const named = indexMember(asObject(member(reference, 'toolComponent')), 'index')
    const home = (named === null ? components[0] : extensions[named]) ?? null
    const indexed = position === null ? null : asObject(asArray(member(home, 'notifications'))[position])
    const listed = components.flatMap(each => asArray(member(each, 'notifications')).map(asObject))
    const same = (each: JsonObject | null, key: string) =>
      textMember(each, key) !== null && textMember(each, key) === textMember(reference, key)
    const meant = [indexed, ...listed.filter(each => same(each, 'id') || same(each, 'guid'))]
    const levels = meant.map(each => textMember(asObject(member(each, 'defaultConfiguration')), 'level'))
    return levels.find(level => asLevel(level) === 'error') ?? null
  }
}

function read(value: JsonObject | null, defaultLevel: DefaultLevel): Invocation {
  const lists = ['toolExecutionNotifications', 'toolConfigurationNotifications'].map(key => member(value, key))
  const errors = lists
    .flatMap(list => (isUnreadable(list) ? [UNREADABLE] : asArray(list).map(asObject)))
    .filter(each => asLevel(textMember(each, 'level') ?? defaultLevel(each)) === 'error')
  const first = errors[0] ?? null
  const message =
    textMember(asObject(member(first, 'message')), 'text') ?? textMember(asObject(member(first, 'descriptor')), 'id')
  return {
    success: success(value),
    exitCode: asInteger(member(value, 'exitCode')),
    aborted: wasStopped(value),
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

/** A stop that the flag does not tell, or an exit code without the flag: tools end with 1 when they find something, or when they fail. */
function silentFailure(invocations: readonly Invocation[], count: number): RunState | null {
  for (const { success: flag, exitCode, aborted } of invocations) {
    if (aborted && flag !== false) return failed('The tool did not start, or was stopped before its end.')
    if (flag !== null) continue
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
  if (isUnreadable(extensions)) return 'tool.extensions'
  return [driver, ...asArray(extensions)].every(isReadableComponent) ? null : 'the list of rules'
}

function isReadableComponent(component: JsonValue | undefined): boolean {
  const rules = member(asObject(component), 'rules')
  return asObject(component) !== null && !isUnreadable(rules) && asArray(rules).every(rule => asObject(rule) !== null)
}

/** State of the evidence that a run gives (SARIF 2.1.0 §3.14.23, §3.20.14, §3.20.21), and why. */
export function runState(run: JsonObject, evidence: RunEvidence): RunState {
  if (evidence.results !== 'array') return failed(WITHOUT_RESULTS[evidence.results])
  const external = externalState(asObject(member(run, 'externalPropertyFileReferences')))
  if (external?.state === 'failed') return external
  const defaultLevel = defaultLevels(run)
  const invocations = asArray(member(run, 'invocations')).map(value => read(asObject(value), defaultLevel))
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
