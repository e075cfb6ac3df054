import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asNobody, giveAway } from './another-user.js'
import type { FakeEvent } from './events.js'
import { parseFileCommands, type RunnerLog, readLog } from './runner-output.js'

/** An action in this process: prints, and gives its exit code. */
export type Program = (environment: Readonly<Record<string, string>>, print: (text: string) => void) => Promise<number>

/** One step that uses an action. */
export interface RunnerStep {
  /** Built entry of the action, e.g. `dist/index.js`, or what takes its place. */
  readonly entry: string | Program
  /** As `with:` gives them, by their name in action.yml; an input without value here is not set. */
  readonly inputs: Readonly<Record<string, string>>
  readonly event: FakeEvent
  /** The stand-in's `url` and `graphqlUrl`. */
  readonly github: { readonly url: string; readonly graphqlUrl: string }
  /** The checked-out repository: the step's working directory. Default: an empty one. */
  readonly workspace?: string
  /** Another Node than the one that runs the tests. */
  readonly node?: string
  /** Runs as a user who may not read everything, and whose the runner's files are. */
  readonly asNobody?: boolean
  /** Further variables; undefined removes one that the runner would set. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Called with the process of the step as soon as it runs. */
  readonly started?: (step: ChildProcess) => void
}

export interface RunnerResult extends RunnerLog {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly exported: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** Null where it exceeds 1 MiB and the runner refuses it. */
  readonly summary: string | null
  /** `RUNNER_TEMP`, kept until `clean` is called. */
  readonly temp: string
  clean(): Promise<void>
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
const MAX_SUMMARY = 1024 * 1024
const FILES = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'STATE', 'PATH'] as const

/** Runs a built action as the runner does: variables, files, commands, limits, exit code. */
export async function runAction(step: RunnerStep): Promise<RunnerResult> {
  const root = await mkdtemp(join(tmpdir(), 'runner-'))
  const temp = join(root, '_temp')
  const workspace = step.workspace ?? join(root, 'workspace')
  await mkdir(join(temp, '_runner_file_commands'), { recursive: true })
  await mkdir(workspace, { recursive: true })
  const files = Object.fromEntries(FILES.map(name => [name, join(temp, '_runner_file_commands', name.toLowerCase())]))
  for (const file of Object.values(files)) await writeFile(file, '')
  const eventPath = join(temp, 'event.json')
  await writeFile(eventPath, JSON.stringify(step.event.payload))

  const environment = definedOnly({
    PATH: process.env.PATH,
    HOME: root,
    CI: 'true',
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`GITHUB_${name}`, file])),
    ...contextOf(step, workspace, eventPath),
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    // The runner replaces spaces only, so that hyphens stay: INPUT_GITHUB-TOKEN.
    ...Object.fromEntries(
      Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])
    ),
    ...step.env
  })
  if (step.asNobody) giveAway(root)
  const ended = await execute(step, workspace, environment)
  const read = async (name: (typeof FILES)[number]) => readFile(files[name] ?? '', 'utf8').catch(() => '')
  const summary = await read('STEP_SUMMARY')
  return {
    ...ended,
    ...readLog([...ended.stdout.split('\n'), ...ended.stderr.split('\n')]),
    outputs: parseFileCommands(await read('OUTPUT')),
    exported: parseFileCommands(await read('ENV')),
    state: parseFileCommands(await read('STATE')),
    summary: Buffer.byteLength(summary) > MAX_SUMMARY ? null : summary,
    temp,
    clean: () => rm(root, { recursive: true, force: true })
  }
}

function contextOf({ event, github }: RunnerStep, workspace: string, eventPath: string) {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_REPOSITORY: 'acme/pay',
    GITHUB_REPOSITORY_ID: '1000',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_ACTOR: 'alice',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_WORKFLOW: 'Gate',
    GITHUB_WORKFLOW_REF: `acme/pay/.github/workflows/gate.yml@${event.ref}`,
    GITHUB_JOB: 'gate',
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: 'https://github.com'
  }
}

const definedOnly = (variables: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** How a step ended, and what it printed. */
type Ended = Pick<RunnerResult, 'exitCode' | 'stdout' | 'stderr'>

async function execute(step: RunnerStep, cwd: string, env: Record<string, string>): Promise<Ended> {
  const { entry } = step
  if (typeof entry === 'string') return spawned(entry, step, cwd, env)
  const printed: string[] = []
  const exitCode = await entry(env, text => printed.push(text))
  return { exitCode, stdout: printed.join(''), stderr: '' }
}

function spawned(
  entry: string,
  { node = process.execPath, started, asNobody: isNobody }: RunnerStep,
  cwd: string,
  env: Record<string, string>
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const user = isNobody ? asNobody : {}
    const child = spawn(node, [entry], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...user })
    started?.(child)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', exitCode =>
      resolve({ exitCode, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    )
  })
}
