import { neverOn } from './expression/condition.js'
import { templateOf } from './expression/template.js'
import { MERGE_EVENTS } from './gate-checks.js'
import type { Gate } from './workflows/gates.js'
import {
  advice,
  gap,
  type Job,
  type Step,
  type Weakness,
  type Workflow,
  type WorkflowText
} from './workflows/weakness.js'

/** What the gate is run from, on what machine, and what can change it there. */
export const surroundingWeaknesses = (gate: Gate): readonly Weakness[] => [
  ...gate.jobs.flatMap(supplyWeaknesses),
  ...runnerWeaknesses(gate.job),
  ...environmentWeaknesses(gate),
  ...gate.job.steps.flatMap(checkoutWeaknesses),
  ...permissionWeaknesses(gate.file, gate.job),
  ...(gate.file === gate.workflow ? [] : permissionWeaknesses(gate.workflow, gate.jobs[0] ?? gate.job))
]

function supplyWeaknesses(job: Job): readonly Weakness[] {
  return [job.calls, ...job.steps.map(({ uses }) => uses)].flatMap(uses => {
    if (uses === null || uses.value.startsWith('./') || isPinned(uses.value)) return []
    const message = `${uses.value} can be exchanged for other code at any time, which then runs with the gate's token`
    return [advice(uses.place, message, 'Pin it by the full commit sha')]
  })
}

const isPinned = (uses: string): boolean => /@(?:[0-9a-f]{40}|sha256:[0-9a-f]{64})$/i.test(uses.trim())

/** Labels of runners that GitHub makes anew for each job (docs.github.com, GitHub-hosted runners). */
const HOSTED = /^(?:ubuntu|windows|macos)-/i

function runnerWeaknesses({ runsOn, matrix }: Job): readonly Weakness[] {
  const own = runsOn.find(({ value }) => !HOSTED.test(value.trim()) && !isHostedMatrix(value, matrix))
  if (own === undefined) return []
  const message = `the gate runs on a runner that is not known as GitHub's (${own.value}): what a job has left there can change its answer`
  return [advice(own.place, message, 'Run it on a runner that is made anew for each job')]
}

function isHostedMatrix(label: string, matrix: Job['matrix']): boolean {
  const [expression] = templateOf(label).expressions
  if (expression?.kind !== 'access' || expression.path[0] !== 'matrix') return false
  const values = [...(matrix?.values ?? [])].find(([key]) => key.toLowerCase() === expression.path[1])?.[1] ?? []
  return values.length > 0 && values.every(value => HOSTED.test(value))
}

/** Variables by which other code is loaded into the gate's process, or into the shell that starts it. */
const LOADS_CODE = new Map([
  ['NODE_OPTIONS', /--(?:require|import|loader|experimental-loader)\b|(?:^|\s)-r\b|\$/],
  ['BASH_ENV', /./],
  ['ENV', /./],
  ['LD_PRELOAD', /./],
  ['NODE_PATH', /./],
  ['PATH', /./]
])

function environmentWeaknesses({ file, job, step }: Gate): readonly Weakness[] {
  return [file.env, job.env, step.env].flatMap(values =>
    [...values].flatMap(([name, text]) =>
      LOADS_CODE.get(name)?.test(text.value)
        ? [gap(text.place, `\`${name}\` loads other code into the gate`, 'Remove it from the job of the gate')]
        : []
    )
  )
}

/** The base in place of the change: what is scanned then is not what is merged. */
const OF_BASE =
  /github\.(?:base_ref|event\.pull_request\.base\.|event\.merge_group\.base_)|^(?:refs\/heads\/)?(?:main|master|develop|trunk)$/

function checkoutWeaknesses({ uses, inputs, condition }: Step): readonly Weakness[] {
  const ref = inputs.get('ref')
  if (uses === null || ref === undefined || !/^actions\/checkout@/i.test(uses.value)) return []
  if (inputs.has('path') || !OF_BASE.test(ref.value)) return []
  if (MERGE_EVENTS.every(event => neverOn(event, condition?.value ?? null))) return []
  const message =
    'the job of the gate checks out another commit than that of the change: what is scanned is not what is merged'
  return [gap(ref.place, message, 'Remove `ref`, or give that checkout a `path` of its own')]
}

/** A token that may write everything, beside the code of a change. */
export function permissionWeaknesses(file: Workflow, job: Job): readonly Weakness[] {
  const said = job.permissions ?? file.permissions
  if (said?.get('*') !== 'write-all') return []
  const place: WorkflowText['place'] = job.permissions === null ? file.permissionsPlace : job.place
  const message = `\`write-all\` lets whatever runs in the job \`${job.id}\` write everything, the gate's check too`
  return [gap(place, message, 'List the permissions that the job needs')]
}
