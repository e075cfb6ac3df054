import { commentMarker } from '../../src/core/reports/markdown/comment.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { ACTIONS_APP, ACTIONS_BOT, comment } from '../fake-github/state.js'
import {
  afterPush,
  ago,
  approvalWorld,
  approve,
  BOB,
  CAROL,
  findingOf,
  inDays,
  MALLORY,
  merge,
  onSchedule,
  worldInProcess
} from './approval-world.js'
import { ALL, aWorld, BLOCKS, finding, pay, quickTime, runGate, sarif } from './fault-world.js'
import type { Step, StepResult } from './step.js'

/** A world before a run that something happens to, and how the run is started. */
export interface Scene {
  readonly fake: FakeGitHub
  start(more?: Partial<Step>): Promise<StepResult>
}

/** At one instant equal decisions have equal texts. */
const NOW = ago(0)
const EARLIER = ago(30)
const at = { createdAt: NOW }
const frozen = (more: Partial<Step> = {}): Partial<Step> => ({ ...more, env: { ...quickTime(NOW), ...more.env } })

/** Ids of the findings: the same in every world. */
const ids = new Map<string, Promise<string>>()
async function idOf(path: string): Promise<string> {
  if (!ids.has(path))
    ids.set(
      path,
      worldInProcess().then(world => world.scan([path]).then(findingOf))
    )
  return (await ids.get(path)) ?? ''
}

/** A pull request that blocks, with two batches of annotations. */
export async function pushed(): Promise<Scene> {
  const text = sarif(...Array.from({ length: 51 }, (_, line) => finding('error', line + 1)))
  const fake = await aWorld({}, ALL)
  return { fake, start: more => runGate(fake, text, frozen(more)) }
}

/** Commands that make a finding pass which needs two approvals, one that is none, and no answer yet. */
export async function commanded(): Promise<Scene> {
  const vital = await idOf('pay/b.ts')
  const world = await approvalWorld()
  world.store(['pay/b.ts'])
  world.write(MALLORY, '/gate approve it', at)
  for (const approver of [BOB, CAROL]) world.write(approver, approve(vital), at)
  return { fake: world.fake, start: more => world.answer('/gate', frozen(more)) }
}

/** The same by break-glass, which has to be reviewed after the fact. */
export async function brokenGlass(): Promise<Scene> {
  const id = await idOf('src/a.ts')
  const world = await approvalWorld()
  world.store()
  const sha = world.repository.pulls[0]?.headSha
  const body = `/gate break-glass ${id} sha=${sha} ticket=INC-7 reason="Payments are down and this is the fix"`
  for (const approver of [BOB, CAROL]) world.write(approver, body, at)
  return { fake: world.fake, start: more => world.answer('/gate', frozen(more)) }
}

/** The merge of a pull request with an approval: its record is offered. */
export async function merged(): Promise<Scene> {
  const id = await idOf('src/a.ts')
  const world = await approvalWorld()
  world.write(BOB, approve(id), { createdAt: EARLIER })
  merge(world)
  return { fake: world.fake, start: more => afterPush(world, ['src/a.ts'], frozen(more)) }
}

/** An exception that expires soon: its owner is reminded. */
export async function scheduled(): Promise<Scene> {
  const world = await approvalWorld()
  const exceptions = `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { tool: CodeQL, rule-id: js/x, path: src/a.ts }
    reason: The endpoint is disabled in production
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: ${inDays(-20)}
    expires: ${inDays(3)}
`
  return { fake: world.fake, start: more => onSchedule(world, exceptions, frozen(more)) }
}

/** Somebody has hidden the comment of the gate, and said something else in it. */
export async function hidden(): Promise<Scene> {
  const own = { user: ACTIONS_BOT, app: ACTIONS_APP, minimized: true }
  const fake = await aWorld({ comments: [comment(1, `${commentMarker('Policy gate')}\nAll fine`, own)] })
  return { fake, start: more => runGate(fake, BLOCKS, frozen(more)) }
}

/** What there is to see in the end; ids are as they come. */
export const shown = (fake: FakeGitHub) => {
  const { checks, comments, issues, labelEvents, reactions, runs, pulls, branches } = pay(fake)
  return {
    checks: checks.map(({ id, ...check }) => check),
    comments: comments.map(({ body, minimized, user }) => ({ body, minimized, user: user?.login })),
    issues: issues.map(({ title, body, state, labels }) => ({ title, body, state, labels })),
    labelled: labelEvents.map(({ event, label }) => [event, label]),
    reactions: reactions.map(({ comment, content }) => [comment, content]),
    runs: runs.map(({ id, attempt }) => [id, attempt]),
    pulls: pulls.map(({ title, body, headRef, state }) => ({ title, body, headRef, state })),
    branches: Object.keys(branches)
  }
}
