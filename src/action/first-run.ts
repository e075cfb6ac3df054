import type { JudgedOccasion } from '../core/change/occasion/occasion.js'
import { connectGitHub, DEFAULT_BUDGET } from '../github/connect.js'
import type { GitHub } from '../github/port.js'
import { logProblems } from './answer/log.js'
import { whyNoCheck } from './answer/no-check.js'
import type { ChangeContext } from './event.js'
import { gateCheckOf } from './facts/kept/stored-scans.js'
import type { Inputs } from './inputs.js'
import type { Run } from './run-context.js'
import type { Runner } from './runner.js'
import { recordIn } from './scan-record.js'

/** The run as its event has it: what fails from here on is told on its commit. */
export function firstRun(inputs: Inputs, occasion: JudgedOccasion, change: ChangeContext, runner: Runner): Run {
  const github = connect(inputs, change, runner)
  const workspace = runner.env.GITHUB_WORKSPACE ?? process.cwd()
  const named = { told: [], noCheck: false, gateCheck: null, gateRun: null, gateScan: null }
  return { inputs, occasion, change, github, workspace, runner, ...named }
}

/** The run with what is known of the check on its commit, before it is decided. */
export async function withChecks(run: Run): Promise<Run> {
  const none = await whyNoCheck(run)
  if (none !== null)
    logProblems(run.runner, [{ level: none.kind === 'unknown' ? 'warning' : 'info', message: none.message }])
  const check = await gateCheckOf(run.occasion, run.change, run.inputs.checkName, run.github)
  return { ...run, noCheck: none !== null, gateCheck: check, gateRun: check?.runId ?? null, gateScan: recordIn(check) }
}

/** Asks GitHub from now on, with the time that a run has for it; null where it has no token. */
export function connect(
  { githubToken, orgToken }: Inputs,
  { repository }: ChangeContext,
  { env, clock }: Runner
): GitHub | null {
  if (githubToken === null || repository === '') return null
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com'
  const graphqlUrl = env.GITHUB_GRAPHQL_URL ?? null
  return connectGitHub({ token: githubToken, orgToken, repository, apiUrl, graphqlUrl, budget: DEFAULT_BUDGET, clock })
}
