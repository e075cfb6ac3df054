import { environmentWeaknesses } from './beside/environment.js'
import { inputWeaknesses } from './beside/inputs.js'
import { scannedWeaknesses } from './beside/scanned.js'
import { templateOf } from './expression/template.js'
import type { Gate } from './workflows/gates.js'
import { advice, gap, type Job, type Weakness, type Workflow, type WorkflowText } from './workflows/weakness.js'

/** What the gate is run from, on what machine, and what can change it there. */
export const surroundingWeaknesses = (gate: Gate): readonly Weakness[] => [
  ...gate.jobs.flatMap(supplyWeaknesses),
  ...runnerWeaknesses(gate.job),
  ...environmentWeaknesses(gate),
  ...scannedWeaknesses(gate),
  ...inputWeaknesses(gate),
  ...gate.jobs.flatMap(containerWeaknesses),
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

/** The image of a job is what its scripts, and the git of the gate, are taken from. */
function containerWeaknesses({ container }: Job): readonly Weakness[] {
  if (container === null || isPinned(container.value)) return []
  const message = `the image ${container.value} can be exchanged at any time: what it holds runs around the gate`
  return [advice(container.place, message, 'Pin it by its digest (`@sha256:…`)')]
}

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

/** A token that may write everything, beside the code of a change. */
export function permissionWeaknesses(file: Workflow, job: Job): readonly Weakness[] {
  const said = job.permissions ?? file.permissions
  if (said?.get('*') !== 'write-all') return []
  const place: WorkflowText['place'] = job.permissions === null ? file.permissionsPlace : job.place
  const message = `\`write-all\` lets whatever runs in the job \`${job.id}\` write everything, the gate's check too`
  return [gap(place, message, 'List the permissions that the job needs')]
}
