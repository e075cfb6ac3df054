import type { ChildProcess } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundlesIn } from '../bundles.js'
import { giveAway, type Reachable } from '../fake-github/another-user.js'
import type { FakeEvent } from '../fake-github/events.js'
import { type RunnerResult, runAction } from '../fake-github/runner.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { TOKEN } from '../fake-github/state.js'

/** One step of a job that uses the Action. */
export interface Step {
  readonly fake: FakeGitHub
  readonly event: FakeEvent
  /** Without `github-token` the token of the stand-in is given, as action.yml's default would. */
  readonly inputs: Readonly<Record<string, string>>
  /** The checkout: files of GITHUB_WORKSPACE by path. */
  readonly workspace: Readonly<Record<string, string | Uint8Array>>
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What no text can say: links, pipes, permissions of the checkout. */
  readonly prepare?: (checkout: string) => void
  /** Undoes what of that would keep the checkout from being looked at and removed. */
  readonly restore?: (checkout: string) => void
  /** Starts it as a user who may not read everything, whose checkout it is. */
  readonly asNobody?: Reachable
  readonly started?: (step: ChildProcess) => void
  /**
   * Runs what `src` holds in the process of the tests instead of the bundle in one of its own, which takes ten times as
   * long. Waits cost no time and move a clock that stands still otherwise.
   */
  readonly inProcess?: boolean
}

/** What the step left behind. */
export interface StepResult extends Omit<RunnerResult, 'clean' | 'temp'> {
  /** Everything it printed, both streams. */
  readonly log: string
  /** `decision.json` of the report directory, parsed; null where there is none. */
  readonly decision: ReturnType<typeof JSON.parse> | null
  /** Text of the SARIF file that it wrote; null where there is none. */
  readonly sarif: string | null
  /** Files that it left in the runner's temp directory, by path below it; the runner's own are not among them. */
  readonly files: Readonly<Record<string, string>>
}

/** The defaults of action.yml that the runner fills in. */
const DEFAULTS = {
  policy: '.github/policy-gate.yml',
  baseline: 'auto',
  tier: '1',
  'github-token': TOKEN,
  'fail-on': 'block',
  'check-name': 'Policy gate',
  comment: 'on-findings',
  annotations: 'all'
}

/** Steps by the run that they are of, for each GitHub: what a run that is started again does once more. */
const steps = new WeakMap<FakeGitHub['state'], Map<number, Step>>()

function remember(step: Step): void {
  const run = Number(step.env?.GITHUB_RUN_ID ?? '')
  const known = steps.get(step.fake.state) ?? new Map<number, Step>()
  steps.set(step.fake.state, known)
  if (run > 0) known.set(run, step)
}

/**
 * What becomes of a run that was started again and waits: the same step with the payload, the commit, the files and the
 * inputs of then, as the next attempt (https://docs.github.com/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs).
 */
export async function replay(fake: FakeGitHub, id: number): Promise<StepResult> {
  const run = fake.state.repositories.flatMap(({ runs }) => runs).find(each => each.id === id)
  const step = steps.get(fake.state)?.get(id)
  if (run?.status !== 'queued' || step === undefined) throw new Error(`run ${id} was not started again`)
  Object.assign(run, { status: 'in_progress' })
  const result = await runStep({ ...step, fake, env: { ...step.env, GITHUB_RUN_ATTEMPT: String(run.attempt) } })
  Object.assign(run, { status: 'completed', conclusion: result.exitCode === 0 ? 'success' : 'failure' })
  return result
}

/** Runs the Action on files of a temporary checkout. No token may be in anything that it leaves behind. */
export async function runStep(step: Step): Promise<StepResult> {
  const { fake, event, inputs, workspace, env, prepare, restore, asNobody, started, inProcess = false } = step
  remember(step)
  const checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  for (const [name, content] of Object.entries(workspace)) {
    mkdirSync(dirname(join(checkout, name)), { recursive: true })
    writeFileSync(join(checkout, name), content)
  }
  if (asNobody) giveAway(checkout)
  prepare?.(checkout)
  const before = fake.calls.length
  const result = await runAction({
    entry: inProcess ? (await import('./in-process.js')).programOf(fake) : bundlesIn(asNobody).action,
    inputs: { ...DEFAULTS, ...inputs },
    event,
    github: fake,
    workspace: checkout,
    env: { GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/gate.yml@refs/heads/main', ...env },
    ...(asNobody === undefined ? {} : { node: asNobody.node, asNobody: true }),
    ...(started === undefined ? {} : { started })
  })
  restore?.(checkout)
  const decision = written(result.outputs['decision-file'])
  const sarif = written(result.outputs['sarif-file'])
  const files = filesBelow(result.temp)
  const { stdout, stderr, summary, outputs, exported, state } = result
  const sent = fake.calls.slice(before).map(({ path, query, body }) => [path, query, body])
  refuseTokens(fake, { sent, stdout, stderr, summary, outputs, exported, state, files, checkout: filesBelow(checkout) })
  await result.clean()
  rmSync(checkout, { recursive: true, force: true })
  const log = result.stdout + result.stderr
  return { ...result, log, decision: decision === null ? null : JSON.parse(decision), sarif, files }
}

/** Text of a file that an output names. */
const written = (file: string | undefined): string | null =>
  file !== undefined && file !== '' && existsSync(file) ? readFileSync(file, 'utf8') : null

/** Regular files below a directory; what the runner made itself is left out. */
function filesBelow(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const written = names.filter(name => name !== 'event.json' && !name.startsWith('_runner_file_commands'))
  const regular = written.filter(name => lstatSync(join(root, name)).isFile())
  return Object.fromEntries(regular.map(name => [name, readFileSync(join(root, name), 'latin1')]))
}

/** Throws where a token is in what the step printed or wrote, or in an address or a body that it sent. */
function refuseTokens(fake: FakeGitHub, left: Readonly<Record<string, unknown>>): void {
  for (const [place, content] of Object.entries(left)) {
    const text = JSON.stringify(content)
    if (Object.keys(fake.state.tokens).some(token => text.includes(token))) throw new Error(`a token is in: ${place}`)
  }
}
