import { join } from 'node:path'
import * as core from '@actions/core'
import { ConfigurationError, formatProblem } from '../core/errors.js'
import { isoInstant } from '../core/instant.js'
import { type Annotation, logAnnotations, renderAnnotations } from '../core/reports/annotations.js'
import { renderSummary } from '../core/reports/summary.js'
import { textReport } from '../core/reports/text.js'
import type { ViewContext } from '../core/reports/view-context.js'
import { evaluate, type GateRequest, type GateResult } from '../gate.js'
import { EXIT, exitCodeOf } from './exit-codes.js'
import { type Inputs, inputNamesOf, readInputs } from './inputs.js'
import { commandSafe } from './log.js'
import { localPolicyPort } from './policy-files.js'
import { writeReportFiles } from './report-files.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Findings that the log lists; the job summary lists far more. */
const LOG_LIMITS = { blockers: 50, warnings: 12 } as const

/** The Action, from its inputs to its exit code. Nothing that goes wrong here is a pass. */
export async function runAction(env: Environment): Promise<number> {
  try {
    const inputs = readInputs(name => core.getInput(name), inputNamesOf(env))
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd()
    const request = requestOf(inputs, env, workspace)
    const result = await evaluate(request, localPolicyPort(workspace, new Map()), message => {
      if (message !== null) core.info(commandSafe(message))
    })
    await report(result, inputs, env)
    return exitCodeOf(result.decision, inputs.failOn)
  } catch (error) {
    return explain(error)
  }
}

function requestOf(inputs: Inputs, env: Environment, workspace: string): GateRequest {
  return {
    sarif: inputs.sarif,
    policy: inputs.policy,
    exceptions: inputs.exceptions,
    baseline: inputs.baseline,
    kev: inputs.kev,
    epss: inputs.epss,
    vex: inputs.vex,
    diff: null,
    cwd: workspace,
    sourceRoot: workspace,
    defaultTier: inputs.tier,
    layerSources: new Map(),
    now: isoInstant(Date.now()),
    event: env.GITHUB_EVENT_NAME ?? null,
    branch: env.GITHUB_BASE_REF || env.GITHUB_REF_NAME || null,
    repository: env.GITHUB_REPOSITORY ?? null,
    headSha: env.GITHUB_SHA ?? null,
    baseSha: null,
    mergeSha: null,
    pullRequest: null
  }
}

async function report({ decision, policy }: GateResult, inputs: Inputs, env: Environment): Promise<void> {
  const view = viewOf(inputs, env, policy.rules)
  const files = await writeReportFiles(
    decision,
    view,
    inputs.outputDir ?? join(env.RUNNER_TEMP ?? '.', 'policy-gate-report')
  )
  core.info(commandSafe(textReport(decision, { colour: false, limits: LOG_LIMITS })))
  logFindings(renderAnnotations(decision, inputs.annotations))
  await core.summary.addRaw(renderSummary(decision, view)).write()
  const { counts } = decision
  core.setOutput('verdict', decision.verdict)
  core.setOutput('completeness', decision.completeness)
  core.setOutput('blocking', counts.block)
  core.setOutput('warnings', counts.warn)
  core.setOutput('excepted', counts.excepted)
  core.setOutput('fixed', counts.fixed)
  core.setOutput('decision-file', files.decision)
  core.setOutput('sarif-file', files.sarif)
  core.setOutput('attestation-file', files.attestation)
  core.setOutput('report-dir', files.directory)
  core.setOutput('check-url', '')
}

function viewOf(inputs: Inputs, env: Environment, rules: ViewContext['rules']): ViewContext {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  const runUrl = server && repository && run ? `${server}/${repository}/actions/runs/${run}` : null
  return { checkName: inputs.checkName, serverUrl: server ?? null, rules, runUrl }
}

/** Annotations through the toolkit, which escapes what would end the command or start another. */
function logFindings(annotations: readonly Annotation[]): void {
  const { shown, rest } = logAnnotations(annotations)
  for (const { path, startLine, endLine, startColumn, endColumn, level, title, message } of shown) {
    const tell = level === 'failure' ? core.error : core.warning
    const place = { file: path, startLine, endLine, title }
    tell(message, startColumn === null || endColumn === null ? place : { ...place, startColumn, endColumn })
  }
  if (rest > 0) core.info(`${rest} more findings are in the job summary; the log shows the worst`)
}

function explain(error: unknown): number {
  if (error instanceof ConfigurationError) {
    for (const problem of error.problems) {
      const { place } = problem
      const at = place === null ? {} : { file: place.path, startLine: place.line ?? 1, startColumn: place.column ?? 1 }
      core.error(formatProblem(problem), { title: 'Policy Gate: could not decide', ...at })
    }
    return EXIT.configuration
  }
  core.error(error instanceof Error ? (error.stack ?? error.message) : String(error), {
    title: 'Policy Gate: internal error'
  })
  return EXIT.internal
}
