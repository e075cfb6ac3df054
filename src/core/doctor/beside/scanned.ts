import { neverOn } from '../expression/condition.js'
import type { ShellCommand } from '../shell/commands.js'
import { type Gate, MERGE_EVENTS } from '../workflows/gates.js'
import { advice, gap, type Step, type Weakness } from '../workflows/weakness.js'
import { commandsOfStep } from './environment.js'
import { coveringPath, sarifPaths } from './inputs.js'

/** What of the gate's job makes that something else is scanned than what is merged. */
export const scannedWeaknesses = (gate: Gate): readonly Weakness[] => {
  const before = gate.job.steps.slice(0, Math.max(gate.job.steps.indexOf(gate.step), 0))
  return [
    ...gate.job.steps.flatMap(checkoutWeaknesses),
    ...beforeTheHead(gate),
    ...switched(before),
    ...before.flatMap(step => oldResults(step, gate))
  ]
}

/** The base in place of the change. */
const OF_BASE =
  /github\.(?:base_ref|event\.pull_request\.base\.|event\.merge_group\.base_|event\.repository\.default_branch)|GITHUB_BASE_REF|^(?:refs\/heads\/|origin\/)?(?:main|master|develop|trunk)$/

const isCheckout = ({ uses }: Step): boolean => uses !== null && /^actions\/checkout@/i.test(uses.value)

const OWN_REPOSITORY = /^\$\{\{\s*github\.(?:repository|event\.repository\.full_name)\s*\}\}$/

const OTHER_TREE =
  'the job of the gate checks out another commit than that of the change: what is scanned is not what is merged'

function checkoutWeaknesses(step: Step): readonly Weakness[] {
  const { inputs, condition } = step
  if (!isCheckout(step) || inputs.has('path')) return []
  if (MERGE_EVENTS.every(event => neverOn(event, condition?.value ?? null))) return []
  const ref = inputs.get('ref')
  const repository = inputs.get('repository')
  const sparse = inputs.get('sparse-checkout')
  const hint = 'Remove it, or give that checkout a `path` of its own'
  if (ref !== undefined && OF_BASE.test(ref.value)) return [gap(ref.place, OTHER_TREE, hint)]
  if (repository !== undefined && !OWN_REPOSITORY.test(repository.value.trim())) {
    const message =
      'the job of the gate checks out another repository in the place of its own: what is scanned is not what is merged'
    return [gap(repository.place, message, hint)]
  }
  if (sparse === undefined) return []
  const message = 'only a part of the tree is checked out: scanners see nothing of the rest, and nothing tells so'
  return [advice(sparse.place, message, 'Remove `sparse-checkout` from the job of the gate')]
}

/** On `pull_request_target` a checkout without `ref` is one of the base. */
function beforeTheHead({ workflow, jobs, job, step }: Gate): readonly Weakness[] {
  const event = 'pull_request_target'
  if (!workflow.events.has(event) || !MERGE_EVENTS.some(each => workflow.events.has(each))) return []
  const conditions = [...jobs.map(({ condition }) => condition), step.condition]
  if (conditions.some(condition => neverOn(event, condition?.value ?? null))) return []
  const checkout = job.steps.find(each => isCheckout(each) && !each.inputs.has('ref'))
  if (checkout === undefined) return []
  const message = `on \`${event}\` this checks out the base, and the gate answers for the pull request: what is scanned is not what is merged`
  return [gap(checkout.place, message, `Leave \`${event}\` to another workflow`)]
}

/** `git checkout main` and its like before the gate, unless a later one comes back. */
function switched(before: readonly Step[]): readonly Weakness[] {
  const moves = before.flatMap(step =>
    commandsOfStep(step).flatMap(command => (isMove(command) ? [{ step, command }] : []))
  )
  const last = moves.at(-1)
  if (last === undefined || !leadsToBase(last.command)) return []
  return [gap(last.step.run?.place ?? last.step.place, OTHER_TREE, 'Look at the base in a worktree of its own')]
}

const isMove = ({ words: [name, verb = '', ...rest] }: ShellCommand): boolean =>
  name === 'git' && ['checkout', 'switch', 'reset'].includes(verb) && !rest.includes('--')

const leadsToBase = ({ words }: ShellCommand): boolean => {
  const [, verb, ...rest] = words
  if (verb === 'reset' && !rest.includes('--hard')) return false
  const names = rest.filter(word => !word.startsWith('-') || word === '-')
  // Of two names the second is a file, which alone is taken from there.
  return names.length === 1 && OF_BASE.test(names[0] ?? '')
}

const CACHE = /^(?:actions\/cache(?:\/restore)?|buildjet\/cache|runs-on\/cache)@/i
const DOWNLOAD = /download-artifact@/i

/** Results that were not made by this run: an older scan stands for this change. */
function oldResults({ uses, inputs, run }: Step, gate: Gate): readonly Weakness[] {
  const paths = sarifPaths(gate)
  const told = (place: Weakness['place'], from: string): readonly Weakness[] => {
    const message = `what the gate reads as the scans of this change may come from ${from}`
    return [gap(place, message, 'Let this run make all that `sarif` names')]
  }
  const path = inputs.get('path')
  const covers = path?.value.split('\n').some(each => coveringPath(each, paths)) === true
  if (uses !== null && path !== undefined && covers && CACHE.test(uses.value)) return told(path.place, 'a cache')
  const isOther = inputs.has('run-id') || inputs.has('run_id') || inputs.has('workflow') || inputs.has('branch')
  if (uses !== null && path !== undefined && covers && isOther && DOWNLOAD.test(uses.value))
    return told(path.place, 'another run')
  const directory = /\bgh\s+run\s+download\b[^\n]*(?:-D|--dir)[ =]["']?([^\s"']+)/.exec(run?.value ?? '')?.[1]
  return run !== null && directory !== undefined && coveringPath(directory, paths) ? told(run.place, 'another run') : []
}
