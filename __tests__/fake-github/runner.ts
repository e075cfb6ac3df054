import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FakeEvent } from './events.js'
import type { FakeGitHub } from './server.js'
import { TOKEN } from './state.js'

/** One step of a job, as the runner starts it. */
export interface Step {
  readonly fake: FakeGitHub
  readonly event: FakeEvent
  /** Without `github-token` the token of the stand-in is given, as action.yml's default would. */
  readonly inputs: Readonly<Record<string, string>>
  /** The checkout: files of GITHUB_WORKSPACE by path. */
  readonly workspace: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly entry?: string
  readonly node?: string
}

/** What the step left behind. */
export interface StepResult {
  readonly status: number | null
  /** Everything it printed, both streams. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Workflow commands of the log, in their order. */
  readonly commands: readonly RunnerCommand[]
  /** `decision.json` of the report directory, parsed; null where there is none. */
  readonly decision: ReturnType<typeof JSON.parse> | null
}

export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** The defaults of action.yml that the runner fills in. */
const DEFAULTS = {
  policy: '.github/policy-gate.yml',
  tier: '1',
  'github-token': TOKEN,
  'fail-on': 'block',
  'check-name': 'Policy gate',
  comment: 'on-findings',
  annotations: 'all'
}

/** Runs the committed bundle in a process of its own, with the environment of a hosted runner. */
export async function runStep(step: Step): Promise<StepResult> {
  const directory = mkdtempSync(join(tmpdir(), 'runner-'))
  try {
    const paths = layOut(directory, step)
    const { status, log } = await start(step, environmentOf(step, paths), paths.workspace)
    const summary = readFileSync(paths.summary, 'utf8')
    const outputs = parseOutputs(readFileSync(paths.output, 'utf8'))
    return {
      status,
      log,
      outputs,
      summary,
      commands: parseCommands(log),
      decision: readDecision(outputs['decision-file'])
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

type Paths = Readonly<Record<'workspace' | 'temp' | 'event' | 'output' | 'summary', string>>

function layOut(directory: string, { event, workspace }: Step): Paths {
  const path = (name: string): string => join(directory, name)
  const paths = {
    workspace: path('pay'),
    temp: path('temp'),
    event: path('event.json'),
    output: path('output'),
    summary: path('summary')
  }
  for (const each of [paths.workspace, paths.temp]) mkdirSync(each)
  for (const [name, content] of Object.entries(workspace)) {
    mkdirSync(dirname(join(paths.workspace, name)), { recursive: true })
    writeFileSync(join(paths.workspace, name), content)
  }
  writeFileSync(paths.event, JSON.stringify(event.payload))
  for (const each of [paths.output, paths.summary]) writeFileSync(each, '')
  return paths
}

/** `INPUT_NAME`: upper case, and of the other characters only spaces are replaced (actions/runner, Handler.cs). */
function environmentOf({ fake, event, inputs, env }: Step, paths: Paths): Record<string, string> {
  const given = Object.entries({ ...DEFAULTS, ...inputs }).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value
  ])
  return {
    PATH: process.env.PATH ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: fake.url,
    GITHUB_GRAPHQL_URL: fake.graphqlUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/pay',
    GITHUB_REPOSITORY_ID: '1000',
    GITHUB_RUN_ID: '9001',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/gate.yml@refs/heads/main',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: paths.event,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_WORKSPACE: paths.workspace,
    GITHUB_OUTPUT: paths.output,
    GITHUB_STEP_SUMMARY: paths.summary,
    RUNNER_TEMP: paths.temp,
    ...Object.fromEntries(given),
    ...env
  }
}

function start(
  { entry, node }: Step,
  env: Record<string, string>,
  cwd: string
): Promise<Pick<StepResult, 'status' | 'log'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(node ?? process.execPath, [entry ?? join(process.cwd(), 'dist/index.js')], { cwd, env })
    let log = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (log += data.toString('utf8')))
    child.on('error', reject)
    child.on('close', status => resolve({ status, log }))
  })
}

/** `name<<DELIMITER`, lines, `DELIMITER` (actions/runner, FileCommandManager.cs). */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm))
    outputs[name] = value
  return outputs
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

/** What the runner would act on: `::name props::message` at the start of a line, `##[name]message` anywhere in one. */
function parseCommands(log: string): readonly RunnerCommand[] {
  return log.split(/\r?\n/).flatMap(line => {
    const match =
      /^\s*::([^:\s]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/.exec(line) ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line)
    if (match === null) return []
    const [, name = '', properties = '', message = ''] = match
    const entries = properties
      .split(',')
      .filter(Boolean)
      .map(each => each.split(/=(.*)/s, 2) as [string, string])
    return [{ name, properties: Object.fromEntries(entries), message: unescapeData(message) }]
  })
}

function readDecision(path: string | undefined): StepResult['decision'] {
  return path === undefined || path === '' ? null : JSON.parse(readFileSync(path, 'utf8'))
}
