import { executed } from './artifacts.js'
import { neverOn } from './expression/condition.js'
import { holds, leadsToCode, OF_PULL_REQUEST, WRITTEN_BY_ANYONE } from './untrusted.js'
import type { Gate, ReachedJob } from './workflows/gates.js'
import { advice, gap, type Step, unjudged, type Weakness } from './workflows/weakness.js'

/** Events whose runs have the repository's token and secrets although others than its writers can start them. */
const PRIVILEGED = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch'
] as const

/**
 * Where a job hands the repository's token to code or text of a pull request: with it, a green check of any name can be
 * written, and the gate says nothing any more.
 */
export function foreignCode(reached: ReachedJob, runsGate: boolean): readonly Weakness[] {
  const { workflow, jobs, job } = reached
  const event = PRIVILEGED.find(
    each => workflow.events.has(each) && jobs.every(({ condition }) => !neverOn(each, condition?.value ?? null))
  )
  if (event === undefined) return runsGate ? job.steps.flatMap(step => injections(step, reached)) : []
  return [
    ...calledElsewhere(reached, event),
    ...job.steps
      .filter(({ condition }) => !neverOn(event, condition?.value ?? null))
      .flatMap(step => [
        ...checkouts(step, reached, event),
        ...injections(step, reached),
        ...executed(step, reached, event)
      ])
  ]
}

const HINT = 'Scan on `pull_request`, and hand results over as an artifact'

const taken = (place: Weakness['place'], event: string): Weakness => {
  const message = `the code of a pull request is checked out on \`${event}\`, where it can use the repository's token: to write a green check, for one`
  return gap(place, message, HINT)
}

/** What another step found out is not known here; by such a name it may well be the head of a pull request. */
const FOUND_BY_A_STEP = /(?:steps|needs)\.[\w-]+\.outputs\.[\w-]*(?:head|sha|ref|branch)/i

/** Commands that fetch code, and those that put fetched text into the files. */
const FETCHES =
  /\bgit\b[^\n;|&]*\s(?:clone|fetch|pull|checkout|switch|reset|merge|worktree|cherry-pick|apply|am|submodule)\b|\bgh\s+(?:pr\s+checkout|repo\s+clone)\b|\bpatch\s+-p|\b(?:tarball|zipball|codeload|raw\.githubusercontent)\b|\/archive\/|\bsvn\s+(?:co|checkout|export)\b/
/** Tools that take what they run from an address. */
const INSTALLS = /\b(?:npm|npx|pnpm|yarn|pip3?|docker|go|cargo|gem)\b[^\n]*(?:github:|git\+|https?:|\.git\b)/
/** Of a change that is downloaded as text, only its use matters. */
const APPLIES = /\bgh\s+pr\s+diff\b[\s\S]*\b(?:git\b[^\n;|&]*\s(?:apply|am)|patch)\b/

/** Inputs of other actions than actions/checkout that say what to fetch. */
const SAYS_WHAT =
  /^(?:ref|refs|repo|repository|branch|checkout.*|git[-_]?(?:ref|url|sha)|head[-_]?(?:ref|sha)?|commit(?:ish)?)$/

/** By its number an action that checks out finds the head. */
const NUMBER = /github\.event\.(?:(?:pull_request|issue)\.)?number/i

function checkouts(step: Step, reached: ReachedJob, event: string): readonly Weakness[] {
  const { uses, run, inputs } = step
  if (run !== null) {
    const fetches =
      ((FETCHES.test(run.value) || INSTALLS.test(run.value)) && leadsToCode(step, reached)) || APPLIES.test(run.value)
    return fetches ? [taken(run.place, event)] : []
  }
  if (uses === null) return []
  const isCheckout = /^actions\/checkout@/i.test(uses.value)
  const named = /checkout|clone|git-fetch/i.test(uses.value)
  const says = [...inputs].filter(([key]) =>
    isCheckout ? key === 'ref' || key === 'repository' : named || SAYS_WHAT.test(key)
  )
  const text = says.find(
    ([, { value }]) =>
      (named && NUMBER.test(value)) ||
      OF_PULL_REQUEST.words?.test(value) ||
      holds(value, OF_PULL_REQUEST, reached, step)
  )?.[1]
  if (text !== undefined) return [taken(text.place, event)]
  const guessed = isCheckout ? says.find(([, { value }]) => FOUND_BY_A_STEP.test(value))?.[1] : undefined
  return guessed === undefined
    ? []
    : [advice(guessed.place, taken(guessed.place, event).message.replace(' is ', ' may be '), HINT)]
}

/** A called workflow of another repository is not read: what it is handed tells. */
function calledElsewhere(reached: ReachedJob, event: string): readonly Weakness[] {
  const { calls, inputs } = reached.job
  if (calls === null) return []
  const text = [...inputs.values()].find(
    ({ value }) => OF_PULL_REQUEST.words?.test(value) || holds(value, OF_PULL_REQUEST, reached, null)
  )
  if (text === undefined) {
    const message = `${calls.value} is called on \`${event}\`, with the repository's token, and is not read`
    return [unjudged(calls.place, message, 'Examine the repository that holds it')]
  }
  const message = `${calls.value} is handed the head of a pull request on \`${event}\`, where its code can use the repository's token`
  return [gap(text.place, message, HINT)]
}

/** Inputs of actions that are run as a script. */
const SCRIPT_INPUTS = /^(?:script|run|command|cmd|inline-?script|shell-?script|code)$/

function injections(step: Step, reached: ReachedJob): readonly Weakness[] {
  const texts = [step.run, ...[...step.inputs].flatMap(([key, text]) => (SCRIPT_INPUTS.test(key) ? [text] : []))]
  return texts.flatMap(text => {
    if (text == null || !holds(text.value, WRITTEN_BY_ANYONE, reached, step)) return []
    const message =
      'a script is put together with text that anyone may write, and runs what it says with the token of the job'
    return [gap(text.place, message, 'Hand the text over in `env:`, and quote the variable')]
  })
}

/** Inputs of the gate that whoever opens a pull request writes: the name of its check, the files that it reads. */
export function inputsOfAnyone(gate: Gate): readonly Weakness[] {
  if (gate.script !== null) return []
  return [...gate.step.inputs].flatMap(([key, text]) => {
    if (!holds(text.value, WRITTEN_BY_ANYONE, gate, gate.step)) return []
    const message = `\`${key}\` of the gate holds text that whoever opens the pull request writes`
    return [gap(text.place, message, 'Write it as it is')]
  })
}
