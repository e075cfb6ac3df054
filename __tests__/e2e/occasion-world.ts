import { type FakeEvent, pullRequestEvent, workflowRunEvent } from '../fake-github/events.js'
import { sha, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { type ApprovalWorld, POLICY, sarifOf, worldInProcess } from './approval-world.js'
import type { Step, StepResult } from './step.js'

export const LOOSE = 'version: 1\nrules: [{ id: anything-goes, when: { min-severity: high }, verdict: pass }]\n'
export const FILES = { 'src/a.ts': 'eval(input)\n' }
export const BAD = { ...FILES, 'results/out.sarif': sarifOf('src/a.ts'), '.github/policy-gate.yml': LOOSE }
export const CLEAN = { ...BAD, 'results/out.sarif': sarifOf() }

export const gate = (
  world: ApprovalWorld,
  event: FakeEvent,
  workspace: Step['workspace'] = BAD,
  more: Partial<Step> = {}
): Promise<StepResult> => world.run({ event, workspace, inputs: { sarif: 'results' }, ...more })

/** What a run of the pull request has kept. */
export function keep(
  { repository }: ApprovalWorld,
  run: number,
  sarif: string,
  more: Parameters<typeof workflowRun>[1] = {}
) {
  repository.runs.push(workflowRun(run, more))
  const kept = { name: 'policy-gate-sarif', runId: run, headSha: sha('head'), repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 10_000 + run, ...kept, zip: zip([{ name: 'out.sarif', content: sarif }]) })
}

export const named = (name: string): FakeEvent => ({ ...pullRequestEvent('opened'), name })
export const atHead = (event: FakeEvent): FakeEvent => ({ ...event, sha: sha('head') })
/** The end of a run, with what is changed of it. */
export function ended(change: Readonly<Record<string, unknown>>): FakeEvent {
  const event = workflowRunEvent()
  const { payload } = event
  const run = payload.workflow_run as Record<string, unknown>
  return { ...event, payload: { ...payload, workflow_run: { ...run, ...change } } as FakeEvent['payload'] }
}

/** A world whose pull request has a run that kept the finding. */
export async function world(policy = POLICY): Promise<ApprovalWorld> {
  const made = await worldInProcess(policy)
  keep(made, 77, sarifOf('src/a.ts'), { path: '.github/workflows/scan.yml' })
  return made
}
