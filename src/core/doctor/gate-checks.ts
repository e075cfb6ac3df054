import { DEFAULT_CHECK_NAME } from '../ground/check-name.js'
import { effectOnPullRequest } from './condition.js'
import type { Gate } from './gates.js'
import type { Job, Step, Trigger, Weakness, WorkflowText } from './weakness.js'
import { placeOrElse } from './workflow.js'

/** Why this gate would not hold on a pull request. */
export function weaknessesOf(gate: Gate): readonly Weakness[] {
  const trigger = gate.workflow.events.get('pull_request')
  return [
    ...(trigger === undefined ? [] : triggerWeaknesses(trigger)),
    ...gate.jobs.flatMap(jobWeaknesses),
    ...stepWeaknesses(gate.step),
    ...outcomeWeaknesses(gate),
    ...supplyWeaknesses(gate)
  ]
}

const gap = (place: Weakness['place'], message: string, hint: string): Weakness => ({
  weight: 'gap',
  place,
  message,
  hint
})
const advice = (place: Weakness['place'], message: string, hint: string): Weakness => ({
  weight: 'advice',
  place,
  message,
  hint
})

/** Activity types without which a change can reach the head unseen. */
const NEEDED_TYPES = ['opened', 'synchronize', 'reopened'] as const

function triggerWeaknesses({ filters }: Trigger): readonly Weakness[] {
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
  const missing = NEEDED_TYPES.filter(type => types !== undefined && !types.words.includes(type))
  if (types !== undefined && missing.length > 0) {
    const message = `the gate does not run when a pull request is ${missing.map(type => `\`${type}\``).join(', ')}`
    found.push(gap(types.place, message, `Add ${missing.join(', ')} to \`types\``))
  }
  return found
}

function jobWeaknesses(job: Job): readonly Weakness[] {
  const { id, condition, needs, continueOnError, place } = job
  const found: Weakness[] = []
  const effect = effectOnPullRequest(condition?.value ?? null)
  if (condition !== null && effect === 'may-skip') {
    const message = `the job \`${id}\` may be skipped by its \`if\`, and GitHub counts a skipped job as passed`
    found.push(gap(condition.place, message, 'Remove the `if`, or let it name nothing but the event'))
  }
  const [first] = needs
  if (first !== undefined && effect === 'unless-failed') {
    const names = needs.map(({ value }) => `\`${value}\``).join(', ')
    const message = `the job \`${id}\` is skipped when ${names} fails or is skipped, and GitHub counts a skipped job as passed`
    found.push(gap(first.place, message, `Add \`if: \${{ !cancelled() }}\` to the job \`${id}\``))
  }
  if (mayBeTrue(continueOnError)) {
    const message = `the job \`${id}\` passes whatever the gate says, by \`continue-on-error\``
    found.push(
      gap(placeOrElse(continueOnError, place), message, 'Remove `continue-on-error`; to try a policy, use `mode`')
    )
  }
  return found
}

/** An expression can be anything. */
const mayBeTrue = (text: WorkflowText | null): boolean => text !== null && text.value.trim().toLowerCase() !== 'false'

/** After failures too, but not after a cancel. */
const AFTER_FAILURES = `\`if: \${{ !cancelled() }}\``

function stepWeaknesses({ condition, continueOnError, place }: Step): readonly Weakness[] {
  const found: Weakness[] = []
  const effect = effectOnPullRequest(condition?.value ?? null)
  if (effect === 'may-skip') {
    const message = 'the step of the gate may be skipped by its `if`, and the job passes without it'
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
    found.push(
      gap(placeOrElse(continueOnError, place), message, 'Remove it; to try a policy, use `mode` or `fail-on: never`')
    )
  }
  return found
}

/** What becomes of the verdict: which check carries it, and whether that one can be told from others. */
function outcomeWeaknesses({ workflow, jobs, step }: Gate): readonly Weakness[] {
  const found: Weakness[] = []
  const posts = mayWriteChecks(jobs, workflow.permissions)
  const failOn = step.inputs.get('fail-on') ?? null
  const never = failOn !== null && !['block', 'warn'].includes(failOn.value.trim())
  const job = jobs.at(-1)
  if (never && !posts) {
    const message =
      '`fail-on` lets the job pass whatever the verdict is, and without `checks: write` no other check tells it'
    found.push(gap(failOn.place, message, 'Remove `fail-on`, or give the job `checks: write` and require its check'))
  } else if (never) {
    const message = '`fail-on` lets the job pass whatever the verdict is: only the check run tells it'
    found.push(advice(failOn.place, message, `Require the check "${checkName(step)}", not the job`))
  } else if (!posts && step.uses !== null) {
    const message = 'the job may not write checks, so no check run is posted'
    found.push(advice(step.place, message, `Require the job "${job?.name ?? ''}", or give it \`checks: write\``))
  }
  if (posts && job !== undefined && job.name === checkName(step)) {
    const message = `the job and the check run are both named "${job.name}": a ruleset cannot tell which of them is required`
    found.push(gap(job.place, message, 'Give the job another `name`, or the gate another `check-name`'))
  }
  return found
}

const checkName = ({ inputs }: Step): string => inputs.get('check-name')?.value ?? DEFAULT_CHECK_NAME

/** The innermost job that says something decides; where nothing is said, the repository's setting does, which mostly reads only. */
function mayWriteChecks(jobs: readonly Job[], ofWorkflow: ReadonlyMap<string, string> | null): boolean {
  const said = jobs.findLast(job => job.permissions !== null)?.permissions ?? ofWorkflow
  return said?.get('checks') === 'write' || said?.get('*') === 'write-all'
}

/** What the gate is run from, and what runs beside it with the same token. */
function supplyWeaknesses({ jobs }: Gate): readonly Weakness[] {
  return jobs.flatMap(job =>
    [job.calls, ...job.steps.map(({ uses }) => uses)].flatMap(uses => {
      if (uses === null || uses.value.startsWith('./') || isPinned(uses.value)) return []
      const message = `${uses.value} can be exchanged for other code at any time, which then runs with the gate's token`
      return [advice(uses.place, message, 'Pin it by the full commit sha')]
    })
  )
}

const isPinned = (uses: string): boolean => /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/i.test(uses.trim())
