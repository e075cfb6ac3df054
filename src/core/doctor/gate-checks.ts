import { effectOn } from './expression/condition.js'
import { lossOf, shellOf } from './shell/outcome.js'
import { type Gate, MERGE_EVENTS, type MergeEvent } from './workflows/gates.js'
import {
  advice,
  gap,
  type Job,
  type Matrix,
  type Step,
  type Trigger,
  unjudged,
  type Weakness,
  type WorkflowText
} from './workflows/weakness.js'
import { placeOrElse } from './workflows/workflow.js'

/** Why this gate would not run, or not be heard, on an event. */
export function runWeaknesses(gate: Gate, event: MergeEvent): readonly Weakness[] {
  const trigger = gate.workflow.events.get(event)
  return [
    ...(trigger === undefined ? [] : triggerWeaknesses(trigger, event)),
    ...gate.jobs.flatMap(job => jobWeaknesses(job, event)),
    ...stepWeaknesses(gate.step, event),
    ...commandWeaknesses(gate)
  ]
}

/** Whether a gate surely does not run on an event, by the conditions of its jobs or its step. */
export const isLeftOut = ({ jobs, step }: Gate, event: string): boolean =>
  jobs.some(job => effectOn(event, job.condition?.value ?? null, 'job') === 'never') ||
  effectOn(event, step.condition?.value ?? null, 'step') === 'never'

/** Activity types without which a change can come unseen. */
const NEEDED_TYPES = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  merge_group: ['checks_requested']
} as const satisfies Record<MergeEvent, readonly string[]>

const CHANGE = { pull_request: 'a pull request', merge_group: 'a merge group' } as const

function triggerWeaknesses({ filters }: Trigger, event: MergeEvent): readonly Weakness[] {
  const found: Weakness[] = []
  for (const name of ['paths', 'paths-ignore'] as const) {
    const filter = filters.get(name)
    if (filter === undefined) continue
    const message = `\`${name}\` keeps the gate from running on some changes, and what does not run does not object`
    found.push(gap(filter.place, message, `Remove \`${name}\`; a policy can ask for scans by \`applies-to\``))
  }
  for (const name of ['branches', 'branches-ignore'] as const) {
    const filter = filters.get(name)
    if (filter === undefined) continue
    const message = `\`${name}\` keeps the gate from pull requests to other branches`
    found.push(advice(filter.place, message, 'Remove it, unless nothing is released from those branches'))
  }
  const types = filters.get('types')
  const missing = NEEDED_TYPES[event].filter(type => types !== undefined && !types.words.includes(type))
  if (types !== undefined && missing.length > 0) {
    const message = `the gate does not run when ${CHANGE[event]} is ${missing.map(type => `\`${type}\``).join(', ')}`
    found.push(gap(types.place, message, `Add ${missing.join(', ')} to \`types\``))
  }
  return found
}

function jobWeaknesses(job: Job, event: MergeEvent): readonly Weakness[] {
  const { id, condition, needs, continueOnError, matrix, place } = job
  const found: Weakness[] = []
  const effect = effectOn(event, condition?.value ?? null, 'job')
  if (condition !== null && (effect === 'may-skip' || effect === 'never')) {
    const message = `the job \`${id}\` ${effect === 'never' ? 'is' : 'may be'} skipped${when(event, condition, 'job')} by its \`if\`, and GitHub counts a skipped job as passed`
    found.push(gap(condition.place, message, 'Remove the `if`, or let it name nothing but the event'))
  }
  const [first] = needs
  if (first !== undefined && effect === 'unless-failed') {
    const names = needs.map(({ value }) => `\`${value}\``).join(', ')
    const message = `the job \`${id}\` is skipped when ${names} fails or is skipped, and GitHub counts a skipped job as passed`
    found.push(gap(condition?.place ?? first.place, message, `Write \`if: \${{ !cancelled() }}\` at the job \`${id}\``))
  }
  if (matrix !== null && isPerhapsEmpty(matrix)) {
    const message = `the matrix of the job \`${id}\` may be empty: the job is then skipped, and GitHub counts it as passed`
    found.push(gap(matrix.place, message, 'Run the gate in a job without a matrix, behind the scans'))
  }
  if (mayBeTrue(continueOnError)) {
    const message = `the job \`${id}\` passes whatever the gate says, by \`continue-on-error\``
    const hint = 'Remove `continue-on-error`; to try a policy, use `mode`'
    found.push(gap(placeOrElse(continueOnError, place), message, hint))
  }
  return found
}

const isPerhapsEmpty = ({ values, mayBeEmpty }: Matrix): boolean =>
  mayBeEmpty || values === null || [...values.values()].some(each => each.length === 0)

/** On which event, where it is not so on the other as well. */
const when = (event: MergeEvent, condition: WorkflowText | null, of: 'job' | 'step'): string =>
  new Set(MERGE_EVENTS.map(each => effectOn(each, condition?.value ?? null, of))).size === 1 ? '' : ` on \`${event}\``

/** An expression can be anything. */
const mayBeTrue = (text: WorkflowText | null): boolean => text !== null && text.value.trim().toLowerCase() !== 'false'

/** After failures too, but not after a cancel. */
const AFTER_FAILURES = `\`if: \${{ !cancelled() }}\``

function stepWeaknesses({ condition, continueOnError, place }: Step, event: MergeEvent): readonly Weakness[] {
  const found: Weakness[] = []
  const effect = effectOn(event, condition?.value ?? null, 'step')
  if (effect === 'may-skip' || effect === 'never') {
    const message = `the step of the gate ${effect === 'never' ? 'is' : 'may be'} skipped${when(event, condition, 'step')} by its \`if\`, and the job passes without it`
    found.push(gap(placeOrElse(condition, place), message, `Write ${AFTER_FAILURES}`))
  } else if (effect === 'unless-failed') {
    const message = 'the gate does not run when a step before it fails: the job fails, and nothing says why'
    found.push(advice(place, message, `Write ${AFTER_FAILURES}, and let the policy say what a failed scan costs`))
  } else if (condition !== null && /\balways\(\)/i.test(condition.value)) {
    const message = 'the gate also runs after the job is cancelled, and decides on the scans that there were until then'
    found.push(advice(condition.place, message, `Write ${AFTER_FAILURES}`))
  }
  if (mayBeTrue(continueOnError)) {
    const message = 'the job passes whatever the gate says, by `continue-on-error`'
    const hint = 'Remove it; to try a policy, use `mode` or `fail-on: never`'
    found.push(gap(placeOrElse(continueOnError, place), message, hint))
  }
  return found
}

/** What the script around the gate's command makes of its exit code. */
function commandWeaknesses({ file, job, step, script }: Gate): readonly Weakness[] {
  if (script === null || step.run === null) return []
  const place = step.run.place
  const given = step.shell ?? job.shell ?? file.shell
  const windows = job.runsOn.some(({ value }) => /windows/i.test(value))
  const shell = shellOf(given?.value ?? null, windows)
  const hint = 'Give the gate a step of its own with nothing behind its command'
  if (shell === null) {
    const name = given?.value ?? 'PowerShell'
    return [
      unjudged(place, `what ${name} makes of the gate's exit code cannot be followed`, 'Run it with `shell: bash`')
    ]
  }
  if (script.flags.some(flag => flag === '--help' || flag === '-h')) {
    return [gap(place, 'the command prints its help and decides nothing', 'Remove `--help`')]
  }
  const loss = lossOf(script.commands, script.index, shell)
  if (loss === null) return []
  if (loss.weight === 'gap') return [gap(place, `the gate's answer is lost: ${loss.why}`, hint)]
  return [unjudged(place, `whether the gate's answer ends the step cannot be followed: ${loss.why}`, hint)]
}
