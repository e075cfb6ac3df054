import {
  asArray,
  asInteger,
  asObject,
  indexMember,
  type JsonObject,
  type JsonValue,
  member,
  textMember
} from '../../ground/json.js'
import { asLevel } from '../gravity/level.js'
import { plainText } from '../result/message.js'

/** Lists of notifications (SARIF 2.1.0 §3.20.21, §3.20.22), also as the editions before it called them. */
const NOTIFICATIONS = [
  'toolExecutionNotifications',
  'toolConfigurationNotifications',
  'toolNotifications',
  'configurationNotifications'
] as const

/** What an invocation says of how it ended. */
export interface Invocation {
  readonly success: boolean | null
  /** Null where there is none; `unreadable` for what is no number. */
  readonly exitCode: number | 'unreadable' | null
  readonly aborted: boolean
  /** It says when it began, and neither that it ended nor how. */
  readonly isOpenEnded: boolean
  readonly errors: number
  readonly firstError: string | null
}

/** `executionSuccessful` is required to be a boolean. Absent or null says nothing; what is no way to say true is no success. */
function success(invocation: JsonObject | null): boolean | null {
  const value = member(invocation, 'executionSuccessful') ?? member(invocation, 'toolExecutionSuccessful') ?? null
  if (value === null) return null
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true')
}

/** A value where a list is wanted: what it says, perhaps of a failure, is not read. */
export const isNoList = (value: JsonValue | undefined): boolean =>
  value !== undefined && value !== null && !Array.isArray(value)

const UNREADABLE: JsonObject = { level: 'error', message: { text: 'its notifications cannot be read' } }

/** Names of signals as systems and shells write them; SpotBugs, for one, has other texts in their place. */
const SIGNAL =
  /^\s*(?:SIG[A-Z]{2,8}\d*|HUP|INT|QUIT|ILL|TRAP|ABRT|IOT|BUS|FPE|KILL|USR[12]|SEGV|PIPE|ALRM|TERM|XCPU|XFSZ|SYS|killed|terminated|aborted|hangup|interrupt(?:ed)?|segmentation fault|bus error|out of memory|illegal instruction|floating point exception)\b/i

/** How shells write an end by SIGABRT, SIGKILL, SIGSEGV and SIGTERM. */
const SIGNALLED_EXITS = new Set([134, 137, 139, 143])

/** The process did not start, or something ended it from outside. */
const wasStopped = (value: JsonObject | null): boolean =>
  textMember(value, 'processStartFailureMessage') !== null ||
  (asInteger(member(value, 'exitSignalNumber')) ?? 0) > 0 ||
  ['exitSignalName', 'exitCodeDescription'].some(key => SIGNAL.test(textMember(value, key) ?? '')) ||
  SIGNALLED_EXITS.has(asInteger(member(value, 'exitCode')) ?? 0)

/** Finds the level that a notification has if it states none itself (SARIF 2.1.0 §3.58.6). */
type DefaultLevel = (notification: JsonObject | null) => string | null

const same = (each: JsonObject | null, reference: JsonObject | null, key: string): boolean =>
  textMember(each, key) !== null && textMember(each, key) === textMember(reference, key)

/** By the id or guid of the notification's descriptor, in the component that it names or in any, and by what overrides it. */
function defaultLevels(run: JsonObject): DefaultLevel {
  const tool = asObject(member(run, 'tool'))
  const extensions = asArray(member(tool, 'extensions')).map(asObject)
  const components = [asObject(member(tool, 'driver')), ...extensions]
  const overrides = asArray(member(run, 'invocations')).flatMap(each =>
    asArray(member(asObject(each), 'notificationConfigurationOverrides')).map(asObject)
  )
  return notification => {
    const reference = asObject(member(notification, 'descriptor'))
    const position = indexMember(reference, 'index')
    const named = indexMember(asObject(member(reference, 'toolComponent')), 'index')
    const home = (named === null ? components[0] : extensions[named]) ?? null
    const indexed = position === null ? null : asObject(asArray(member(home, 'notifications'))[position])
    const listed = components.flatMap(each => asArray(member(each, 'notifications')).map(asObject))
    const meant = [indexed, ...listed.filter(each => same(each, reference, 'id') || same(each, reference, 'guid'))]
    const overriding = overrides.filter(each => {
      const target = asObject(member(each, 'descriptor'))
      const at = indexMember(target, 'index')
      return same(target, reference, 'id') || same(target, reference, 'guid') || (at !== null && at === position)
    })
    const levels = [
      ...meant.map(each => textMember(asObject(member(each, 'defaultConfiguration')), 'level')),
      ...overriding.map(each => textMember(asObject(member(each, 'configuration')), 'level'))
    ]
    return levels.find(level => asLevel(level) === 'error') ?? null
  }
}

/** An error by its level, by a level that nobody knows, or because it tells of an exception (§3.58.9), whatever its level. */
function isError(notification: JsonObject | null, defaultLevel: DefaultLevel): boolean {
  const level = textMember(notification, 'level') ?? defaultLevel(notification)
  return (
    (member(notification, 'exception') ?? null) !== null || (level !== null && (asLevel(level) ?? 'error') === 'error')
  )
}

function errorsIn(object: JsonObject | null, defaultLevel: DefaultLevel): readonly (JsonObject | null)[] {
  return NOTIFICATIONS.flatMap(key => {
    const list = member(object, key)
    return isNoList(list) ? [UNREADABLE] : asArray(list).map(each => asObject(each) ?? UNREADABLE)
  }).filter(each => isError(each, defaultLevel))
}

const messageIn = (error: JsonObject | null): string | null =>
  textMember(asObject(member(error, 'message')), 'text') ?? textMember(asObject(member(error, 'descriptor')), 'id')

function exitCodeOf(value: JsonObject | null): Invocation['exitCode'] {
  const written = member(value, 'exitCode') ?? null
  return written === null ? null : (asInteger(written) ?? 'unreadable')
}

function read(value: JsonObject | null, defaultLevel: DefaultLevel, ofRun: readonly (JsonObject | null)[]): Invocation {
  const errors = [...errorsIn(value, defaultLevel), ...ofRun]
  const message = messageIn(errors[0] ?? null)
  const flag = success(value)
  const isDated = textMember(value, 'startTimeUtc') !== null && textMember(value, 'endTimeUtc') === null
  return {
    success: flag,
    exitCode: exitCodeOf(value),
    aborted: wasStopped(value),
    isOpenEnded: isDated && flag === null && exitCodeOf(value) === null,
    errors: errors.length,
    firstError: message === null ? null : plainText(message).replace(/\s+/g, ' ').slice(0, 120)
  }
}

/** How the invocations of a run ended; where it has notifications of its own, as before 2.1.0, they are those of one more. */
export function invocationsOf(run: JsonObject): readonly Invocation[] {
  const defaultLevel = defaultLevels(run)
  const ofRun = errorsIn(run, defaultLevel)
  const written = member(run, 'invocations') ?? null
  // SARIF 1.0 had one, under this name.
  const single = asObject(member(run, 'invocation'))
  const all = [...asArray(written).map(asObject), ...(single === null ? [] : [single])]
  const invocations = all.map(each => read(each, defaultLevel, []))
  return ofRun.length === 0 ? invocations : [...invocations, read(null, defaultLevel, ofRun)]
}

/** True where what a run says of its invocations cannot be read. */
export const areInvocationsUnreadable = (run: JsonObject): boolean =>
  isNoList(member(run, 'invocations')) || asArray(member(run, 'invocations')).some(each => asObject(each) === null)
