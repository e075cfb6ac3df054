import { DEFAULT_CHECK_NAME } from '../ground/check-name.js'
import type { Gate } from './gates.js'
import type { Step, Weakness, WorkflowText } from './weakness.js'

/** Events on which a gate answers in the check of a pull request or of its merge group by itself. */
const ANSWERING = ['pull_request', 'pull_request_target', 'merge_group'] as const

/**
 * Gates that cannot be told apart: two of one name, a matrix with one name for all of its legs, and two that cancel each
 * other. Each of two such fails, whatever they find, so that one that holds is not enough.
 */
export function namesakes(gates: readonly Gate[]): readonly Weakness[] {
  // The command line makes no check.
  const answering = gates.filter(
    ({ workflow, step }) => step.uses !== null && ANSWERING.some(event => workflow.events.has(event))
  )
  return [
    ...answering.flatMap((gate, at) => sameName(gate, answering.slice(0, at))),
    ...answering.flatMap(sameInAllLegs),
    ...answering.flatMap((gate, at) => sameGroup(gate, answering.slice(0, at)))
  ]
}

function sameName(gate: Gate, before: readonly Gate[]): readonly Weakness[] {
  const name = nameOf(gate.step)
  const other = before.find(each => nameOf(each.step) === name && shareEvent(gate, each))
  if (other === undefined) return []
  const message = `another gate of this name, "${name}", is in ${other.workflow.path}:${other.step.place.line}: the check of both fails, whatever they find`
  const place = gate.step.inputs.get('check-name')?.place ?? gate.step.place
  return [
    { weight: 'gap', place, message, hint: 'Give each gate a `check-name` of its own, and its commands the same' }
  ]
}

const nameOf = ({ inputs }: Step): string => inputs.get('check-name')?.value.trim() ?? DEFAULT_CHECK_NAME

const shareEvent = (one: Gate, other: Gate): boolean =>
  ANSWERING.some(event => one.workflow.events.has(event) && other.workflow.events.has(event))

function sameInAllLegs({ jobs, step }: Gate): readonly Weakness[] {
  const matrix = jobs.find(job => job.matrix !== null)?.matrix ?? null
  if (matrix === null || /\$\{\{/.test(nameOf(step))) return []
  const message = 'each leg of the matrix answers in the same check, and the check of several answers fails'
  const hint = 'Let the legs upload their SARIF and one job decide on all of it, or put the leg into `check-name`'
  return [{ weight: 'gap', place: matrix.place, message, hint }]
}

function sameGroup(gate: Gate, before: readonly Gate[]): readonly Weakness[] {
  const groups = groupsOf(gate)
  const other = before.find(
    each =>
      each.workflow !== gate.workflow &&
      shareEvent(gate, each) &&
      groupsOf(each).some(({ value }) => groups.some(group => group.value === value))
  )
  const [group] =
    other === undefined ? [] : groups.filter(({ value }) => groupsOf(other).some(each => each.value === value))
  if (group === undefined || other === undefined) return []
  const message = `the gate in ${other.workflow.path} has the same \`concurrency\` group: one takes the place of the other, which then never decides`
  return [{ weight: 'gap', place: group.place, message, hint: 'Begin the group with the name of the gate' }]
}

/** Groups of the workflow and of the jobs that lead to the gate; one that names the workflow is of that one alone. */
const groupsOf = ({ workflow, jobs }: Gate): readonly WorkflowText[] =>
  [workflow.concurrency, ...jobs.map(({ concurrency }) => concurrency)]
    .flatMap(group => group ?? [])
    .filter(({ value }) => !/github\.workflow\b/.test(value))
