import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Notice } from '../../core/ground/notice.js'
import { NOTHING_SINCE } from '../../core/identity/since.js'
import { baselineBehind } from '../../gate/gather-baseline.js'
import type { FoundBaseline, SettledChange } from '../../gate/request.js'
import type { Run } from '../run-context.js'
import { type BaselineAnswer, findBaseline } from './find.js'
import { startOf } from './follow.js'

/** Of which run, besides what a run knows of itself. */
export interface BaselinePlace {
  /** Root of the checkout; null where there is none of the change. */
  readonly root: string | null
  /** Path of the workflow that scanned. */
  readonly workflow: string | null
}

/** The baseline of a run: what the gate itself left on the base branch, or the reason why there is none. */
export async function baselineOf(run: Run, place: BaselinePlace, settled: SettledChange): Promise<FoundBaseline> {
  const { change, runner, workspace } = run
  const answer = await askFor(run, place, settled)
  if (answer.kind === 'none') return { report: null, since: NOTHING_SINCE, diff: null, notices: [missing(answer.why)] }
  const { bytes, commit, since } = answer
  const directory = mkdtempSync(join(runner.env.RUNNER_TEMP ?? workspace, 'policy-gate-baseline-'))
  const name = `baseline-${commit}.sarif`
  writeFileSync(join(directory, name), bytes, { flag: 'wx' })
  const report = { directory, name }
  // Nothing is under review: what came since the baseline is all that can be new.
  if (change.baseSha === null) return { report, since: NOTHING_SINCE, diff: since, notices: [] }
  return { report, since, diff: null, notices: baselineBehind(commit, since) }
}

async function askFor(run: Run, { root, workflow }: BaselinePlace, settled: SettledChange): Promise<BaselineAnswer> {
  const { occasion, change, github, inputs, runner } = run
  const { baseRef: branch } = change
  const none = (why: string): BaselineAnswer => ({ kind: 'none', why })
  if (github === null) return none('there is no token to look for one with')
  if (workflow === null || branch === null) return none('the workflow or the branch of this run is not known')
  if (occasion.baseline === 'none') return none(`${branch} is not the default branch, and no change is reviewed`)
  const start = await startOf(change, settled, { root, github })
  if (start === null) return none('the commit that the change starts from is not known')
  const thisRun = Number(runner.env.GITHUB_RUN_ID ?? '') || null
  return findBaseline({ gate: inputs.checkName, workflow, branch, start, thisRun }, { root, github })
}

const missing = (why: string): Notice => ({
  level: 'info',
  code: 'baseline-none',
  message: `There is no baseline, so the diff decides: ${why}`
})
