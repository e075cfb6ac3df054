import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect } from '@jest/globals'
import { pullRequestEvent } from '../fake-github/events.js'
import { type FakeCall, type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import { commit, type FakeRepository, fakeState, repository } from '../fake-github/state.js'
import { runStep, type Step, type StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

/** Where the policy lies. */
export const POLICY_PATH = '.github/policy-gate.yml'
/** Errors that a change brings block, warnings warn. */
export const POLICY = `version: 1
rules:
  - { id: no-errors, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }
  - { id: few-warnings, when: { min-severity: medium, state: [introduced, unknown] }, verdict: warn }
`

/** Every error blocks, wherever it is. */
export const ALL = 'version: 1\nrules: [{ id: all, when: { min-severity: high }, verdict: block }]\n'

/** SARIF text of one run of CodeQL with these results. */
export const sarif = (...results: readonly object[]): string =>
  JSON.stringify(aLog(aSarifRun('CodeQL', results, [{ id: 'js/x', properties: { tags: ['security'] } }])))

/** A finding of that level on a line of a file; the default is the line that the pull request changes. */
export const finding = (level = 'error', line = 1, path = 'src/a.ts'): object => aResult('js/x', path, line, { level })

/** The finding that blocks. */
export const BLOCKS = sarif(finding())
export const CLEAN = sarif()

const running: FakeGitHub[] = []

/** Closes every stand-in after each test and demands that no request broke GitHub's description. */
export function closeAfterEach(): void {
  afterEach(async () => {
    const violations = running.flatMap(fake => fake.violations)
    await Promise.all(running.splice(0).map(fake => fake.close()))
    expect(violations).toEqual([])
  })
}

/** A stand-in with the pull request, and the policy at its base. */
export async function aWorld(overrides: Partial<FakeRepository> = {}, policy: string | null = POLICY) {
  const base = commit('base', { files: { 'src/a.ts': 'a\n', ...(policy === null ? {} : { [POLICY_PATH]: policy }) } })
  const head = commit('head', { files: { 'src/a.ts': 'b\n' } })
  const fake = await startFakeGitHub(fakeState({ repositories: [repository({ commits: [base, head], ...overrides })] }))
  running.push(fake)
  return fake
}

/** Variables that make a step's waits pass at once; with a moment, its clock stands there. */
export const quickTime = (startsAt?: string, directory = join(process.cwd(), '__tests__/e2e')) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(directory, 'quick-time.mjs')).href}`,
  ...(startsAt === undefined ? {} : { STEP_STARTS_AT: startsAt })
})

/** Runs the gate on the pull request with this SARIF; waits cost no time. */
export function runGate(fake: FakeGitHub, text: string, more: Partial<Step> = {}): Promise<StepResult> {
  let child: ChildProcess | null = null
  fake.onStall(() => child?.kill('SIGUSR2'))
  return runStep({
    fake,
    event: pullRequestEvent('opened'),
    ...more,
    workspace: { 'out.sarif': text, 'src/a.ts': 'b\n', ...more.workspace },
    inputs: { sarif: 'out.sarif', ...more.inputs },
    env: { ...quickTime(undefined, more.asNobody?.directory), ...more.env },
    started: step => {
      child = step
      more.started?.(step)
    }
  })
}

/** The same in the process of the tests. */
export const gateInProcess = (fake: FakeGitHub, text: string, more: Partial<Step> = {}): Promise<StepResult> =>
  runGate(fake, text, { ...more, inProcess: true })

/** The repository that everything is about. */
export const pay = (fake: FakeGitHub): FakeRepository => fake.state.repositories[0] as FakeRepository

/** Calls as `GET /repos/…`, without their query; GraphQL asks with POST. */
export const callsOf = (fake: FakeGitHub, pattern: RegExp): readonly string[] =>
  fake.calls.map(({ method, path }) => `${method} ${path}`).filter(call => pattern.test(call))

/** True for a call that changes something. */
export const isWrite = ({ method, path }: Pick<FakeCall, 'method' | 'path'>): boolean =>
  method !== 'GET' && !path.endsWith('/graphql')

/** Calls that change something, in order. */
export const writesOf = (fake: FakeGitHub): readonly string[] =>
  fake.calls.filter(isWrite).map(({ method, path }) => `${method} ${path}`)

/** Every way in which a step may end badly without saying why. */
export function expectCleanEnd(result: StepResult): void {
  expect([0, 1, 2]).toContain(result.exitCode)
  expect(result.log).not.toMatch(/unhandled|internal error|heap out of memory|\n {4}at /i)
}
