import { type Problem, wholeFile } from '../ground/errors.js'
import type { Codeowners } from '../policy/codeowners.js'
import { branchWeaknesses, type RuleFile } from './branch-rules.js'
import { foreignCode, inputsOfAnyone } from './foreign-code.js'
import { isLeftOut, runWeaknesses } from './gate-checks.js'
import { namesakes } from './namesakes.js'
import { jobNameWeaknesses, outcomeWeaknesses, requiredName } from './outcome-checks.js'
import { ownerless } from './owners.js'
import { type PolicyAtHand, policyWeaknesses } from './policy-checks.js'
import { permissionWeaknesses, surroundingWeaknesses } from './surroundings.js'
import {
  callsElsewhere,
  type Gate,
  gatesIn,
  lookAlikes,
  MERGE_EVENTS,
  type MergeEvent,
  type Recognition,
  reachedJobs
} from './workflows/gates.js'
import { directoryOf, isUnknown, settingOf, settingWeaknesses } from './workflows/settings.js'
import { advice, gap, unjudged, WEIGHTS, type Weakness, type Workflow } from './workflows/weakness.js'

/** What a checkout holds that the gate's strength rests on. */
export interface Checkout {
  readonly workflows: readonly Workflow[]
  /** Why workflow files could not be read. */
  readonly unreadable: readonly Problem[]
  readonly recognition: Recognition
  /** Null where there is no file. */
  readonly codeowners: Codeowners | null
  /** The policies that gates read, by the name that they give: those of `policiesOf`. */
  readonly policies: ReadonlyMap<string, PolicyAtHand>
  /** The policy of gates that name none. */
  readonly policyPath: string
  /** Milliseconds since the epoch: a rollout may be over. */
  readonly now: number
  /** What GitHub says of the branch, where it was given. */
  readonly rules: readonly RuleFile[]
}

const WORKFLOWS = wholeFile('.github/workflows')

/** The policies that gates of a checkout read, by name; that of gates that name none is always among them. */
export function policiesOf({
  workflows,
  recognition,
  policyPath
}: Pick<Checkout, 'workflows' | 'recognition' | 'policyPath'>): readonly string[] {
  const judging = gatesIn(workflows, recognition).filter(isJudging)
  const named = judging.flatMap(gate => policyOf(gate, policyPath))
  return [...new Set(judging.length === 0 ? [policyPath] : named)]
}

const policyOf = (gate: Gate, policyPath: string): readonly string[] => {
  const text = settingOf(gate, 'policy')
  const directory = directoryOf(gate)
  if ((text !== null && isUnknown(text)) || (directory !== null && isUnknown(directory))) return []
  return [inDirectory(directory?.value ?? '', text?.value.trim() ?? policyPath)]
}

/** A command reads the policy from the directory that it runs in. */
const inDirectory = (directory: string, name: string): string => {
  const folder = directory.trim().replace(/^(?:\.\/)+|\/+$/g, '')
  return folder === '' || folder === '.' || name.startsWith('preset:') || name.startsWith('/')
    ? name
    : `${folder}/${name}`
}

/** Whether a gate's answer is that of a pull request or merge group: not after a push, on a schedule, or by hand. */
const isJudging = ({ workflow: { events } }: Gate): boolean =>
  [...events.keys()].some(
    event =>
      !/^(?:push|schedule|workflow_dispatch|repository_dispatch|release|workflow_call|create|deployment)$/.test(event)
  )

/** The workflow whose gate answers pull requests or merge groups; null where there is none. */
export function workflowOfGate(workflows: readonly Workflow[], recognition: Recognition): Workflow | null {
  const judging = gatesIn(workflows, recognition).filter(isJudging)
  const merging = judging.find(({ workflow }) => MERGE_EVENTS.some(event => workflow.events.has(event)))
  return (merging ?? judging[0])?.workflow ?? null
}

/** Everything that would let a merge slip past the gate, as far as files of a checkout tell; the heaviest first, by place. */
export function examine(checkout: Checkout): readonly Weakness[] {
  const { workflows, recognition, codeowners, policies, policyPath } = checkout
  const gates = gatesIn(workflows, recognition)
  const judging = gates.filter(isJudging)
  const reached = reachedJobs(workflows)
  const running = new Set(gates.map(({ workflow }) => workflow))
  const merging = judging.filter(({ workflow }) => MERGE_EVENTS.some(event => workflow.events.has(event)))
  const found = [
    ...checkout.unreadable.map(unreadable),
    ...MERGE_EVENTS.flatMap(event => eventWeaknesses(event, gates, checkout)),
    ...namesakes(gates),
    ...jobNameWeaknesses(merging, workflows, reached),
    ...judging.flatMap(settingWeaknesses),
    ...gates.flatMap(inputsOfAnyone),
    ...reached.flatMap(each => [...foreignCode(each, running.has(each.workflow)), ...permissionsOf(each)]),
    ...[...policies].flatMap(([name, read]) => policyWeaknesses(name, read, checkout.now)),
    ...ownerless({ gates: merging, recognition, codeowners, files: governingFiles(judging, policies, policyPath) }),
    ...(codeowners?.problems ?? []).map(misread),
    ...branchWeaknesses(checkout.rules, holdingGates(merging))
  ]
  return withoutRepeats(found).toSorted(byWeightAndPlace)
}

const unreadable = ({ place, message }: Problem): Weakness =>
  gap(place ?? WORKFLOWS, `the workflow cannot be read: ${message}`, 'Correct it: nobody can tell what it does')

/** Code of pull requests runs on these events, where `write-all` gives it everything. */
const permissionsOf = ({ workflow, file, job }: ReturnType<typeof reachedJobs>[number]): readonly Weakness[] =>
  [...workflow.events.keys()].some(event => /^(?:pull_request|workflow_run|issue)/.test(event))
    ? permissionWeaknesses(file, job)
    : []

/** One gate that holds is enough: of others it is only told that they do not, and which one to require. */
function eventWeaknesses(event: MergeEvent, gates: readonly Gate[], checkout: Checkout): readonly Weakness[] {
  const started = gates.filter(({ workflow }) => workflow.events.has(event))
  const [any] = started
  if (any === undefined && event === 'pull_request') return [noGate(checkout)]
  if (any === undefined)
    return gates.some(({ workflow }) => workflow.events.has('pull_request')) ? [noMergeGroup(gates)] : []
  const running = started.filter(gate => !isLeftOut(gate, event))
  const considered = running.length === 0 ? started : running
  const judged = considered.map(gate => ({ gate, weaknesses: weaknessesOf(gate, event) }))
  const sound = judged.filter(({ weaknesses }) => weaknesses.every(({ weight }) => weight === 'advice'))
  const [first] = sound
  const others = first === undefined ? [] : judged.filter(each => !sound.includes(each))
  return [
    ...(first === undefined ? judged : sound).flatMap(({ weaknesses }) => weaknesses),
    ...others.map(({ gate }) => doesNotHold(gate, first?.gate ?? gate))
  ]
}

const weaknessesOf = (gate: Gate, event: MergeEvent): readonly Weakness[] => [
  ...runWeaknesses(gate, event),
  ...outcomeWeaknesses(gate),
  ...surroundingWeaknesses(gate)
]

/** The gates that hold on pull requests: to require another is to require nothing. Where none does, that is told already. */
function holdingGates(gates: readonly Gate[]): readonly Gate[] {
  const holding = gates.filter(gate => weaknessesOf(gate, 'pull_request').every(({ weight }) => weight === 'advice'))
  return holding.length === 0 ? gates : holding
}

function doesNotHold({ step }: Gate, sound: Gate): Weakness {
  const message = `this gate alone would not hold; the one in ${sound.file.path}:${sound.step.place.line} does`
  return advice(step.place, message, `Require "${requiredName(sound)}"`)
}

function noGate({ workflows, recognition }: Checkout): Weakness {
  const [alike] = lookAlikes(workflows, recognition)
  if (alike !== undefined) {
    const message = `${alike.value} is not known as the gate, and no workflow runs the gate on \`pull_request\``
    return unjudged(alike.place, message, 'Name it with --action OWNER/REPO, where it is a copy of yours')
  }
  const [elsewhere] = callsElsewhere(workflows)
  if (elsewhere !== undefined) {
    const message = `no workflow of this checkout runs the gate on \`pull_request\`; ${elsewhere.value} is called, and is not read`
    return unjudged(elsewhere.place, message, 'Examine the repository that holds the called workflow')
  }
  const hint = 'Add the workflow of docs/github-setup.md, or name the Action with --action'
  return gap(WORKFLOWS, 'no workflow runs the gate on `pull_request`', hint)
}

const noMergeGroup = ([gate]: readonly Gate[]): Weakness =>
  advice(
    gate?.workflow.place ?? WORKFLOWS,
    'no workflow runs the gate on `merge_group`: a merge queue waits for the check in vain',
    'Add `merge_group:` under `on:` where branches have a merge queue'
  )

/** A line that is passed over leaves its files to the owners of a line before, or to nobody. */
const misread = ({ place, message, hint }: Problem): Weakness => advice(place ?? wholeFile('CODEOWNERS'), message, hint)

/** Policies and exceptions files of the checkout that count. */
function governingFiles(gates: readonly Gate[], policies: Checkout['policies'], policyPath: string): readonly string[] {
  const names = policies.size === 0 ? [policyPath] : [...policies.keys()]
  const ofPolicies = [...policies.values()].flatMap(({ policy }) => policy?.exceptions.file ?? [])
  const ofGates = gates.flatMap(gate => {
    const text = settingOf(gate, 'exceptions')
    return text === null || isUnknown(text) ? [] : [text.value.trim()]
  })
  return [...names.filter(name => !name.startsWith('preset:')), ...ofPolicies, ...ofGates]
}

const keyOf = ({ place, message }: Weakness): string => `${place.path}:${place.line}:${place.column}:${message}`

const withoutRepeats = (found: readonly Weakness[]): readonly Weakness[] => [
  ...new Map(found.map(weakness => [keyOf(weakness), weakness])).values()
]

function byWeightAndPlace(left: Weakness, right: Weakness): number {
  if (left.weight !== right.weight) return WEIGHTS.indexOf(left.weight) - WEIGHTS.indexOf(right.weight)
  if (left.place.path !== right.place.path) return left.place.path < right.place.path ? -1 : 1
  return (left.place.line ?? 0) - (right.place.line ?? 0) || (left.place.column ?? 0) - (right.place.column ?? 0)
}
