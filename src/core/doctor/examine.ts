import { type Problem, wholeFile } from '../ground/errors.js'
import { type Codeowners, ownersOf } from '../policy/codeowners.js'
import type { Policy } from '../policy/policy.js'
import { foreignCode } from './foreign-code.js'
import { weaknessesOf } from './gate-checks.js'
import { callsElsewhere, type Gate, gatesIn, type Recognition } from './gates.js'
import { namesakes } from './namesakes.js'
import { policyWeaknesses } from './policy-checks.js'
import type { Weakness, Workflow } from './weakness.js'

/** What a checkout holds that the gate's strength rests on. */
export interface Checkout {
  readonly workflows: readonly Workflow[]
  /** Why workflow files could not be read. */
  readonly unreadable: readonly Problem[]
  readonly recognition: Recognition
  /** Null where there is no file. */
  readonly codeowners: Codeowners | null
  /** Null where the repository has none: then the bootstrap preset counts. */
  readonly policy: Policy | null
  readonly policyPath: string
}

const WORKFLOWS = wholeFile('.github/workflows')

/** Everything that would let a merge slip past the gate, as far as files of a checkout tell; gaps first, by place. */
export function examine(checkout: Checkout): readonly Weakness[] {
  const gates = gatesIn(checkout.workflows, checkout.recognition)
  const running = new Set(gates.map(({ workflow }) => workflow))
  const found = [
    ...checkout.unreadable.map(unreadable),
    ...gateWeaknesses(gates, checkout.workflows),
    ...namesakes(gates),
    ...checkout.workflows.flatMap(workflow => foreignCode(workflow, running.has(workflow))),
    ...(checkout.policy === null ? [noPolicy(checkout.policyPath)] : policyWeaknesses(checkout.policy)),
    ...ownerless(gates, checkout),
    ...(checkout.codeowners?.problems ?? []).map(misread)
  ]
  return withoutRepeats(found).toSorted(byWeightAndPlace)
}

const unreadable = ({ place, message }: Problem): Weakness => ({
  weight: 'gap',
  place: place ?? WORKFLOWS,
  message: `the workflow cannot be read: ${message}`,
  hint: 'Correct it: nobody can tell what it does'
})

/** One gate that holds is enough: what is wrong with others is then of no account. */
function gateWeaknesses(gates: readonly Gate[], workflows: readonly Workflow[]): readonly Weakness[] {
  const onPullRequests = gates.filter(({ workflow }) => workflow.events.has('pull_request'))
  if (onPullRequests.length === 0) return [noGate(workflows)]
  const judged = onPullRequests.map(gate => ({ gate, weaknesses: weaknessesOf(gate) }))
  const sound = judged.filter(({ weaknesses }) => weaknesses.every(({ weight }) => weight === 'advice'))
  const shown = sound.length > 0 ? sound : judged
  const queues = gates.some(({ workflow }) => workflow.events.has('merge_group'))
  return [...shown.flatMap(({ weaknesses }) => weaknesses), ...(queues ? [] : [noMergeGroup(shown[0]?.gate)])]
}

function noGate(workflows: readonly Workflow[]): Weakness {
  const [elsewhere] = callsElsewhere(workflows)
  if (elsewhere === undefined) {
    const message = 'no workflow runs the gate on `pull_request`'
    return {
      weight: 'gap',
      place: WORKFLOWS,
      message,
      hint: 'Add the workflow of docs/github-setup.md, or name the Action with --action'
    }
  }
  const message = `no workflow of this checkout runs the gate on \`pull_request\`; ${elsewhere.value} is called, and is not read`
  return {
    weight: 'gap',
    place: elsewhere.place,
    message,
    hint: 'Examine the repository that holds the called workflow'
  }
}

const noMergeGroup = (gate: Gate | undefined): Weakness => ({
  weight: 'advice',
  place: gate?.workflow.place ?? WORKFLOWS,
  message: 'no workflow runs the gate on `merge_group`: a merge queue waits for the check in vain',
  hint: 'Add `merge_group:` under `on:` where branches have a merge queue'
})

const noPolicy = (path: string): Weakness => ({
  weight: 'gap',
  place: wholeFile(path),
  message: 'there is no policy: preset:baseline counts, which requires no scan',
  hint: 'Merge a policy that lists the scans under `scans`'
})

/** A line that is passed over leaves its files to the owners of a line before, or to nobody. */
const misread = ({ place, message, hint }: Problem): Weakness => ({
  weight: 'advice',
  place: place ?? wholeFile('CODEOWNERS'),
  message,
  hint
})

/** A pull request's own workflow file counts in its run; policy and exceptions count once they are merged. */
function ownerless(gates: readonly Gate[], { codeowners, policy, policyPath }: Checkout): readonly Weakness[] {
  const workflows = gates.map(({ workflow }) => workflow.path)
  const paths = [...workflows, policyPath, ...(policy?.exceptions.file ? [policy.exceptions.file] : [])]
  return [...new Set(paths)].flatMap(path => {
    if (codeowners !== null && ownersOf(codeowners, path).length > 0) return []
    const place = wholeFile(path)
    const message = 'nobody owns this file by CODEOWNERS, so a change of it needs no particular review'
    const hint = workflows.includes(path)
      ? 'Give it owners whose review a ruleset requires, or require the workflow by a ruleset of the organisation'
      : 'Give it owners whose review a ruleset requires'
    return [{ weight: 'advice' as const, place, message, hint }]
  })
}

const keyOf = ({ place, message }: Weakness): string => `${place.path}:${place.line}:${place.column}:${message}`

const withoutRepeats = (found: readonly Weakness[]): readonly Weakness[] => [
  ...new Map(found.map(weakness => [keyOf(weakness), weakness])).values()
]

function byWeightAndPlace(left: Weakness, right: Weakness): number {
  if (left.weight !== right.weight) return left.weight === 'gap' ? -1 : 1
  if (left.place.path !== right.place.path) return left.place.path < right.place.path ? -1 : 1
  return (left.place.line ?? 0) - (right.place.line ?? 0) || (left.place.column ?? 0) - (right.place.column ?? 0)
}
