import { cpSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import { checkOut, MOVES, type Moved, movedBase } from '../action/facts/moved-base.js'
import { pullRequestEvent } from '../fake-github/events.js'
import { commit, ORG_TOKEN, sha, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { type ApprovalWorld, approvalWorld, approve, BOB, EXCEPTIONS, findingOf, sarifOf } from './approval-world.js'
import { runStep, type Step, type StepResult } from './step.js'

const POLICY = `version: 1
rules: [{ id: new, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]
exceptions:
  file: ${EXCEPTIONS}
  approvers: { teams: [acme/appsec] }
  max-duration: { tier-1: { high: 60d } }
`
const cleanups: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

interface Scene {
  readonly moved: Moved
  readonly world: ApprovalWorld
  readonly runs: (
    path: string,
    line: number,
    checkout: Parameters<typeof checkOut>[1],
    run?: number
  ) => Promise<StepResult>
}

async function scene(move: string): Promise<Scene> {
  const moved = movedBase(MOVES[move] ?? (files => files), {}, { '.github/policy-gate.yml': POLICY })
  cleanups.push(moved.clean)
  const world = await approvalWorld(POLICY, moved.repository)
  const { head, base, merge } = moved.shas
  const runs: Scene['runs'] = async (path, line, checkout, run = 601) => {
    const root = checkOut(moved, checkout)
    const event = { ...pullRequestEvent('synchronize', { headSha: head, baseSha: base }), sha: merge }
    const step: Step = {
      fake: world.fake,
      event,
      workspace: { 'results/out.sarif': at(path, line) },
      prepare: directory => cpSync(root, directory, { recursive: true }),
      env: { GITHUB_RUN_ID: String(run) },
      inputs: { sarif: 'results', 'org-token': ORG_TOKEN }
    }
    return runStep(step)
  }
  return { moved, world, runs }
}

/** SARIF of one error at that line. */
function at(path: string, line: number): string {
  const log = JSON.parse(sarifOf(path))
  log.runs[0].results[0].locations[0].physicalLocation.region.startLine = line
  return JSON.stringify(log)
}

const MERGE = { tree: 'merge', files: true } as const
const stateOf = ({ decision }: StepResult) =>
  decision.outcomes.map(({ finding }: StepResult['decision']) => finding.state)
const annotated = ({ repository }: ApprovalWorld) =>
  repository.checks.at(-1)?.annotations.map(({ path, start_line: line }) => `${path}:${line}`)

test.each([
  ['got lines above', 'src/a.ts', 23, 8],
  ['lost lines above', 'src/a.ts', 17, 2],
  ['renamed the file', 'lib/a.ts', 20, 5]
])('the base %s: what is new blocks, what is old passes, notes stand on the head', async (move, path, added, old) => {
  const { moved, runs, world } = await scene(move)
  for (const id of [601, 602, 603, 604]) world.repository.runs.push(workflowRun(id, { headSha: moved.shas.head }))
  for (const [first, clone] of [
    [601, 'depth 1'],
    [603, null]
  ] as const) {
    const blocked = await runs(path, added, { ...MERGE, clone }, first)
    expect([blocked.outputs.verdict, ...stateOf(blocked)]).toEqual(['block', 'introduced'])
    expect(annotated(world)).toEqual(['src/a.ts:20'])
    const passed = await runs(path, old, { ...MERGE, clone }, first + 1)
    expect([passed.outputs.verdict, ...stateOf(passed)]).toEqual(['pass', 'existing'])
  }
})

test('a command is answered on the text that was scanned, though there is another trial merge by now', async () => {
  const { moved, runs, world } = await scene('got lines above')
  const { repository } = world
  const { head, base, merge } = moved.shas
  repository.runs.push(workflowRun(601, { headSha: head }))
  const kept = { name: 'policy-gate-sarif', runId: 601, headSha: head, repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 1, ...kept, zip: zip([{ name: 'out.sarif', content: at('src/a.ts', 23) }]) })
  const own = await runs('src/a.ts', 23, { ...MERGE, clone: 'depth 1' })
  expect(repository.checks.at(-1)?.externalId.endsWith(`:${merge}`)).toBe(true)
  const newest = commit('newest', {
    files: { ...moved.trees.base, 'src/a.ts': `// 0\n${moved.trees.base['src/a.ts']}` },
    parents: [base]
  })
  repository.commits.push(newest)
  repository.branches.main = newest.sha
  Object.assign(repository.pulls[0] ?? {}, { baseSha: newest.sha, forkSha: moved.shas.fork })
  world.write(BOB, approve(findingOf(own), { sha: head }))
  const answer = await world.answer()
  expect(answer.decision.outcomes.map(({ finding }: StepResult['decision']) => finding.id)).toEqual([findingOf(own)])
  expect(answer.outputs).toMatchObject({ verdict: 'pass', excepted: '1' })
  expect(answer.decision.notices).toContainEqual(
    expect.objectContaining({ code: 'base-moved', message: expect.stringMatching(/src\/a\.ts.*update the branch/) })
  )
})

test.each([
  ['got lines above', 'src/a.ts', true],
  ['changed another file', 'src/a.ts', false],
  ['got lines above', 'src/tail.ts', false],
  ['has not moved', 'src/a.ts', false]
])('the base %s since the head that was scanned has left: told of %s: %s', async (move, path, isTold) => {
  const { runs } = await scene(move)
  const { decision } = await runs(path, 2, { tree: 'head', files: true, clone: 'depth 1' })
  const told = decision.notices.filter(({ code }: StepResult['decision']) => code === 'base-moved')
  expect(told).toHaveLength(isTold ? 1 : 0)
  if (isTold) expect(told[0].message).toMatch(/main has changed src\/a\.ts .*update the branch/)
})

test('what a check says was scanned is not believed where the commit does not bear it out', async () => {
  const { moved, runs, world } = await scene('got lines above')
  const { repository } = world
  const { head } = moved.shas
  repository.runs.push(workflowRun(601, { headSha: head }))
  const kept = { name: 'policy-gate-sarif', runId: 601, headSha: head, repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 1, ...kept, zip: zip([{ name: 'out.sarif', content: at('src/a.ts', 23) }]) })
  await runs('src/a.ts', 23, { ...MERGE, clone: 'depth 1' })
  // A tree in which the dangerous line is somewhere else, and whose commit is none of the base branch's merges.
  const text = moved.trees.merge['src/a.ts']?.replace('danger()', 'harmless()') ?? ''
  repository.commits.push(
    commit('forged', { files: { ...moved.trees.merge, 'src/a.ts': text }, parents: [sha('nowhere'), head] })
  )
  const check = repository.checks.at(-1)
  if (check !== undefined) check.externalId = check.externalId.replace(/[0-9a-f]{40}$/, sha('forged'))
  const answer = await world.answer('/gate hello')
  expect(answer.outputs.verdict).toBe('block')
})
