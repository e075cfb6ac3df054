import { conditionOf } from './template.js'
import { asksStatus, type ContextValue, FILLED, type KnownContexts, truthOf, UNKNOWN, valueIn } from './truth.js'

/**
 * What an `if` lets happen on an event: `runs` always, `unless-failed` only after success, `may-skip` at times, `never`.
 */
export type IfEffect = 'runs' | 'unless-failed' | 'may-skip' | 'never'

/** What ran before: all well, something failed, or something that is needed was skipped. */
const BEFORE = {
  succeeded: { always: true, success: true, failure: false, cancelled: false },
  failed: { always: true, success: false, failure: true, cancelled: false },
  skipped: { always: true, success: false, failure: false, cancelled: false }
} as const satisfies Record<string, KnownContexts['status']>

/** Judges an `if` on an event; what cannot be read, or rests on what only the run knows, may be false. */
export function effectOn(event: string, text: string | null, of: 'job' | 'step'): IfEffect {
  if (text === null) return 'unless-failed'
  const expression = conditionOf(text)
  if (expression === null) return 'may-skip'
  const asks = asksStatus(expression)
  const holds = (status: KnownContexts['status']): boolean | null =>
    !asks && !status.success ? false : truthOf(valueIn(expression, { lookUp: knownOn(event), status }))
  const [succeeded, failed] = [holds(BEFORE.succeeded), holds(BEFORE.failed)]
  // A step that was skipped is no failure to those behind it; a job that is needed and was skipped takes others along.
  const skipped = of === 'job' ? holds(BEFORE.skipped) : failed
  if (succeeded === true) return failed === true && skipped === true ? 'runs' : 'unless-failed'
  return [succeeded, failed, skipped].every(truth => truth === false) ? 'never' : 'may-skip'
}

/** Whether an `if` surely keeps something from running on an event. */
export const neverOn = (event: string, text: string | null): boolean => effectOn(event, text, 'job') === 'never'

/** Events whose payload holds a pull request. */
const WITH_PULL_REQUEST = /^pull_request/

/** Contexts of a run as far as the event tells them (docs.github.com, Contexts, and Events that trigger workflows). */
const knownOn =
  (event: string) =>
  (path: readonly (string | null)[]): ContextValue => {
    const [context, key, ...rest] = path
    if (context !== 'github' || path.includes(null)) return UNKNOWN
    if (key === 'event_name') return event
    if (key === 'base_ref' || key === 'head_ref') return WITH_PULL_REQUEST.test(event) ? UNKNOWN : ''
    if (key === 'ref') return { prefix: REFS.get(event) ?? null }
    return key === 'event' ? payloadOf(event, rest) : UNKNOWN
  }

/** What is known of a payload: which of its objects are there. */
function payloadOf(event: string, path: readonly (string | null)[]): ContextValue {
  const [object] = path
  if (event === 'workflow_run' && path.join('.') === 'workflow_run.event') return 'pull_request'
  const own = WITH_PULL_REQUEST.test(event) ? 'pull_request' : event
  if (object === own) return path.length === 1 ? FILLED : UNKNOWN
  return object === 'pull_request' || object === 'merge_group' || object === 'workflow_run' ? null : UNKNOWN
}

const REFS = new Map([
  ['pull_request', 'refs/pull/'],
  ['merge_group', 'refs/heads/gh-readonly-queue/']
])
