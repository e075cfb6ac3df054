import { isLeftOut } from './gate-checks.js'
import type { Gate } from './workflows/gates.js'
import { checkNameOf, settingOf } from './workflows/settings.js'
import { advice, gap, type Weakness, type WorkflowText } from './workflows/weakness.js'

/** Events on which a gate answers in the check of a pull request or of its merge group by itself. */
const ANSWERING = ['pull_request', 'pull_request_target', 'merge_group'] as const

/**
 * Gates that cannot be told apart: two of one name, a matrix with one name for all of its legs, and two that cancel each
 * other. Each of two such fails, whatever they find, so that one that holds is not enough.
 */
export function namesakes(gates: readonly Gate[]): readonly Weakness[] {
  // The command line makes no check.
  const answering = gates.filter(
    ({ workflow, script }) => script === null && ANSWERING.some(event => workflow.events.has(event))
  )
  return [
    ...answering.flatMap((gate, at) => sameName(gate, answering.slice(0, at))),
    ...answering.flatMap(sameInAllLegs),
    ...answering.flatMap((gate, at) => sameGroup(gate, answering.slice(0, at))),
    ...answering.flatMap(groupOfAll),
    ...gates.flatMap(gate => answersOtherwise(gate, answering))
  ]
}

/** One group for all pull requests: a run of one takes the place of another's. */
function groupOfAll(gate: Gate): readonly Weakness[] {
  const own = /\.number\b|\bhead|_ref\b|\.ref\b|\.sha\b|\brun_id\b|merge_group/
  const group = [gate.workflow.concurrency, ...gate.jobs.map(({ concurrency }) => concurrency)].find(
    text => text != null && !own.test(text.value) && !/\binputs\.|\bmatrix\.|\benv\./.test(text.value)
  )
  if (group == null) return []
  const message = 'all pull requests share this `concurrency` group: of those that wait only the newest is ever decided'
  return [advice(group.place, message, `End the group with \`\${{ github.event.pull_request.number || github.ref }}\``)]
}

/** Events on which a gate answers for a pull request that another run has judged. */
const FOR_ANOTHER_RUN = [
  'issue_comment',
  'workflow_run',
  'schedule',
  'pull_request_review',
  'workflow_dispatch'
] as const

/** The answer to a comment, or on a schedule, stands in the check of the pull request's own run: it has to rest on the same. */
function answersOtherwise(gate: Gate, answering: readonly Gate[]): readonly Weakness[] {
  if (gate.script !== null || !FOR_ANOTHER_RUN.some(event => gate.workflow.events.has(event))) return []
  const own = answering.find(each => each.workflow !== gate.workflow && checkNameOf(each) === checkNameOf(gate))
  if (own === undefined) return []
  return (['policy', 'exceptions', 'tier'] as const).flatMap(name => {
    const [here, there] = [settingOf(gate, name), settingOf(own, name)]
    if (here?.value.trim() === there?.value.trim()) return []
    const message = `the gate of this name in ${own.workflow.path}:${own.step.place.line} has another \`${name}\`, and this one answers in its check`
    return [gap(here?.place ?? gate.step.place, message, 'Give both the same inputs')]
  })
}

function sameName(gate: Gate, before: readonly Gate[]): readonly Weakness[] {
  const name = checkNameOf(gate)
  const other = before.find(each => checkNameOf(each) === name && shareEvent(gate, each))
  if (other === undefined) return []
  const message = `another gate of this name, "${name}", is in ${other.workflow.path}:${other.step.place.line}: the check of both fails, whatever they find`
  const place = gate.step.inputs.get('check-name')?.place ?? gate.step.place
  return [gap(place, message, 'Give each gate a `check-name` of its own, and its commands the same')]
}

const shareEvent = (one: Gate, other: Gate): boolean =>
  ANSWERING.some(event => [one, other].every(gate => gate.workflow.events.has(event) && !isLeftOut(gate, event)))

function sameInAllLegs(gate: Gate): readonly Weakness[] {
  const matrix = gate.jobs.find(job => job.matrix !== null)?.matrix ?? null
  if (matrix === null || /\$\{\{/.test(checkNameOf(gate))) return []
  const message = 'each leg of the matrix answers in the same check, and the check of several answers fails'
  const hint = 'Let the legs upload their SARIF and one job decide on all of it, or put the leg into `check-name`'
  return [gap(matrix.place, message, hint)]
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
  return [gap(group.place, message, 'Begin the group with the name of the gate')]
}

/** Groups of the workflow and of the jobs that lead to the gate; one that names the workflow is of that one alone. */
const groupsOf = ({ workflow, jobs }: Gate): readonly WorkflowText[] =>
  [workflow.concurrency, ...jobs.map(({ concurrency }) => concurrency)]
    .flatMap(group => group ?? [])
    .filter(({ value }) => !/github\.workflow\b/.test(value))
