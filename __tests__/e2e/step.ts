import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FakeEvent } from '../fake-github/events.js'
import { type RunnerResult, runAction } from '../fake-github/runner.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { TOKEN } from '../fake-github/state.js'

/** One step of a job that uses the committed bundle. */
export interface Step {
  readonly fake: FakeGitHub
  readonly event: FakeEvent
  /** Without `github-token` the token of the stand-in is given, as action.yml's default would. */
  readonly inputs: Readonly<Record<string, string>>
  /** The checkout: files of GITHUB_WORKSPACE by path. */
  readonly workspace: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** What the step left behind. */
export interface StepResult extends Omit<RunnerResult, 'clean' | 'temp'> {
  /** Everything it printed, both streams. */
  readonly log: string
  /** `decision.json` of the report directory, parsed; null where there is none. */
  readonly decision: ReturnType<typeof JSON.parse> | null
  /** Text of the SARIF file that it wrote; null where there is none. */
  readonly sarif: string | null
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

/** A token reaches GitHub in a header and nothing else: no log, no file, no body of a request. */
function refuseLeaks({ fake, inputs }: Step, { stdout, stderr, temp }: RunnerResult, checkout: string): void {
  const tokens = [inputs['github-token'] ?? TOKEN, inputs['org-token'] ?? ''].filter(token => token !== '')
  const files = [temp, checkout].flatMap(directory =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
  )
  const places: readonly (readonly [string, string])[] = [
    ['the log', stdout + stderr],
    ...fake.calls.map(
      ({ method, path, query, body }) => [`${method} ${path}`, query + JSON.stringify(body ?? '')] as const
    ),
    ...files.map(file => [file, readFileSync(file, 'latin1')] as const)
  ]
  for (const [place, text] of places) {
    if (tokens.some(token => text.includes(token) || text.includes(token.slice(0, 16)))) {
      throw new Error(`A token stands in ${place}`)
    }
  }
}

/** Runs the committed bundle on files of a temporary checkout. */
export async function runStep({ fake, event, inputs, workspace, env }: Step): Promise<StepResult> {
  const checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  for (const [name, content] of Object.entries(workspace)) {
    mkdirSync(dirname(join(checkout, name)), { recursive: true })
    writeFileSync(join(checkout, name), content)
  }
  const result = await runAction({
    entry: join(process.cwd(), 'dist/index.js'),
    inputs: { ...DEFAULTS, ...inputs },
    event,
    github: fake,
    workspace: checkout,
    env: { GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/gate.yml@refs/heads/main', ...env }
  })
  const decision = written(result.outputs['decision-file'])
  const sarif = written(result.outputs['sarif-file'])
  refuseLeaks({ fake, event, inputs, workspace }, result, checkout)
  await result.clean()
  rmSync(checkout, { recursive: true, force: true })
  return {
    ...result,
    log: result.stdout + result.stderr,
    decision: decision === null ? null : JSON.parse(decision),
    sarif
  }
}

const written = (file: string | undefined): string | null =>
  file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : null
