import { templateOf } from './expression/template.js'
import type { Gate, ReachedJob } from './workflows/gates.js'
import { checkNameOf, settingOf } from './workflows/settings.js'
import { advice, gap, type Job, type Step, type Weakness, type Workflow } from './workflows/weakness.js'

/** What becomes of the verdict: which check carries it. */
export function outcomeWeaknesses(gate: Gate): readonly Weakness[] {
  const found: Weakness[] = []
  const posts = postsCheck(gate)
  const failOn = settingOf(gate, 'fail-on')
  const never = failOn !== null && !['block', 'warn'].includes(failOn.value.trim())
  const lets = failOn?.value.includes('${{') === true ? 'may let' : 'lets'
  if (never && !posts) {
    const what = gate.script === null ? ', and without `checks: write` no other check tells it' : ''
    const message = `\`fail-on\` ${lets} the job pass whatever the verdict is${what}`
    const hint = `Remove \`fail-on\`${gate.script === null ? ', or give the job `checks: write` and require its check' : ''}`
    found.push(gap(failOn.place, message, hint))
  } else if (never) {
    const message = `\`fail-on\` ${lets} the job pass whatever the verdict is: only the check run tells it`
    found.push(advice(failOn.place, message, `Require the check "${checkNameOf(gate)}", not the job`))
  } else if (!posts && gate.script === null) {
    const message = 'the job may not write checks, so no check run is posted'
    found.push(advice(gate.step.place, message, `Require the job "${gate.job.name}", or give it \`checks: write\``))
  }
  return found
}

/** Whether the gate may post a check run of its own: else the job is what can be required. */
export const postsCheck = ({ script, jobs, workflow }: Gate): boolean =>
  script === null && mayWriteChecks(jobs, workflow.permissions)

/** The innermost job that says something decides; where nothing is said, the repository's setting does, which mostly reads only. */
function mayWriteChecks(jobs: readonly Job[], ofWorkflow: ReadonlyMap<string, string> | null): boolean {
  const said = jobs.findLast(job => job.permissions !== null)?.permissions ?? ofWorkflow
  return said?.get('checks') === 'write' || said?.get('*') === 'write-all'
}

/** The name that a ruleset can require: the check run's, else the job's with the jobs that call it. */
export const requiredName = (gate: Gate): string => (postsCheck(gate) ? checkNameOf(gate) : jobCheckName(gate))

/** The check run that GitHub makes of the gate's job, with the jobs that call it. */
export const jobCheckName = (gate: Gate): string => gate.jobs.map(({ name }) => name).join(' / ')

const isFixed = (name: string): boolean => !name.includes('${{')

/** Jobs and scripts whose check can be taken for the gate's. */
export function jobNameWeaknesses(
  gates: readonly Gate[],
  workflows: readonly Workflow[],
  reached: readonly ReachedJob[]
): readonly Weakness[] {
  return [...new Map(gates.map(gate => [requiredName(gate), gate])).entries()].flatMap(([name, gate]) => [
    ...workflows.flatMap(({ jobs }) => jobs).flatMap(job => sameJob(job, name, gate)),
    ...reached.flatMap(each =>
      each.jobs.length > 1 && each.jobs.map(job => job.name).join(' / ') === name ? sameName(each.job, name, gate) : []
    ),
    ...workflows.flatMap(file => file.jobs.flatMap(job => job.steps.flatMap(step => writersIn(step, job, file, name))))
  ])
}

/** Inputs by which actions name a check that they write. */
const NAMES_CHECK = /^(?:check[-_]?(?:run[-_]?)?name|check|context|status[-_]?(?:name|context)|name)$/
/** Actions whose `name` is that of something else. */
const NAMES_OTHERS = /^(?:actions\/(?:upload|download|cache|setup)|docker\/)/i

function writersIn(step: Step, job: Job, file: Workflow, name: string): readonly Weakness[] {
  const { run, uses, inputs } = step
  const variables = [step.env, job.env, file.env].flatMap(values => [...values.values()])
  const isNamed = (text: string): boolean =>
    text.includes(name) || (/\$/.test(text) && variables.some(({ value }) => value.trim() === name))
  const scripts = [run, inputs.get('script')].flatMap(text =>
    text != null && WRITES_CHECKS.test(text.value) && isNamed(text.value) ? [written('a script', text.place, name)] : []
  )
  // The gate names its own.
  const isOther = uses !== null && !NAMES_OTHERS.test(uses.value) && !inputs.has('sarif')
  const named = isOther
    ? [...inputs].find(([key, { value }]) => NAMES_CHECK.test(key) && value.trim() === name)?.[1]
    : undefined
  return named === undefined ? scripts : [...scripts, written('an action', named.place, name)]
}

const WRITES_CHECKS = /check-runs|checks\.(?:create|update)\b|\/statuses\/|createCommitStatus/

const written = (who: string, place: Weakness['place'], name: string): Weakness =>
  gap(place, `${who} writes a check, and names "${name}"`, 'Leave that name to the gate')

/** Names of a job's check runs: with a matrix one for each of its values. */
function sameJob(job: Job, name: string, gate: Gate): readonly Weakness[] {
  const names = namesOf(job)
  if (names?.includes(name)) return sameName(job, name, gate)
  if (names !== null || !couldBe(job.name, name)) return []
  const message = `the job \`${job.id}\` may be named "${name}", as the gate's check is: only the run knows`
  return [advice(job.place, message, 'Give the job a `name` that begins otherwise')]
}

function sameName(job: Job, name: string, gate: Gate): readonly Weakness[] {
  if (!postsCheck(gate) && gate.jobs.includes(job)) return []
  const what = postsCheck(gate)
    ? 'the job and the check run are both'
    : `the jobs \`${job.id}\` and \`${gate.job.id}\` are both`
  const message = `${what} named "${name}": a ruleset cannot tell which of them is required`
  return [gap(job.place, message, 'Give the job another `name`, or the gate another `check-name`')]
}

/** Null where only the run knows. */
function namesOf({ name, matrix }: Job): readonly string[] | null {
  if (isFixed(name)) return matrix === null ? [name.trim()] : []
  const { literals, expressions } = templateOf(name)
  let names: readonly string[] = [literals[0] ?? '']
  for (const [index, expression] of expressions.entries()) {
    if (expression?.kind === 'literal') names = names.map(each => `${each}${expression.value}${literals[index + 1]}`)
    else if (expression?.kind === 'access' && expression.path.length === 2 && expression.path[0] === 'matrix') {
      const values = [...(matrix?.values ?? [])].find(([key]) => key.toLowerCase() === expression.path[1])?.[1]
      if (values === undefined) return null
      names = names.flatMap(each => values.map(value => `${each}${value}${literals[index + 1]}`))
    } else return null
  }
  return names.map(each => each.trim())
}

/** Whether a name with expressions can become another. */
function couldBe(name: string, wanted: string): boolean {
  const { literals } = templateOf(name.trim())
  const pattern = literals.map(literal => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')
  return new RegExp(`^${pattern}$`).test(wanted)
}
