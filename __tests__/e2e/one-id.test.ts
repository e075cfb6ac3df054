import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkOut, git, MOVES, type Moved, movedBase, writeAll } from '../action/facts/moved-base.js'
import { branchEvent, issueCommentEvent, pullRequestEvent, workflowRunEvent } from '../fake-github/events.js'
import { ORG_TOKEN, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { type ApprovalWorld, worldInProcess } from './approval-world.js'
import { runStep, type StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const POLICY = `version: 1
assets:
  - { name: pay, paths: ["pay/**"], tier: 0 }
  - { name: rest, paths: ["**"], tier: 2 }
rules: [{ id: new, when: { min-severity: high }, verdict: block }]
`
const COMMON = {
  '.github/policy-gate.yml': POLICY,
  '.gitignore': 'gen/\n',
  Dockerfile: 'FROM scratch\nUSER application\n',
  'pay/b.ts': 'const question = input()\nexecute(question)\n',
  'docs/c.md': 'text\n'
}
/** What lies in the workspace and is none of the repository's: ignored, and not even that. */
const MADE = { 'gen/x.ts': 'const generated = input()\n', 'made/y.ts': 'const unheard = input()\n' }
const PLACES = [
  ['src/a.ts', 23],
  ['pay/b.ts', 2],
  ['Dockerfile', 2],
  ['gen/x.ts', 1],
  ['made/y.ts', 1]
] as const

const sarifOf = (uriOf: (path: string) => string): string =>
  JSON.stringify(
    aLog(
      aSarifRun(
        'CodeQL',
        PLACES.map(([path, line]) =>
          aResult('js/x', uriOf(path), line, { level: 'error', message: { text: 'Unsafe' } })
        ),
        [{ id: 'js/x', properties: { tags: ['security'] } }]
      )
    )
  )

/** How the files came onto the runner that decides, and how the scanner writes them. */
interface Own {
  readonly files: (moved: Moved, workspace: string) => void
  readonly uri: (path: string, workspace: string) => string
  readonly sourceRoot?: string
}

const clone = (moved: Moved, workspace: string, more: (root: string) => void = () => {}): void => {
  const root = checkOut(moved, { tree: 'merge', clone: 'depth 1', files: true })
  more(root)
  cpSync(root, workspace, { recursive: true })
  rmSync(root, { recursive: true })
}
const relative = (path: string): string => path

const OWN: Readonly<Record<string, Own>> = {
  'a clone': {
    files: (moved, workspace) => {
      clone(moved, workspace)
      writeAll(workspace, MADE)
    },
    uri: relative
  },
  'a sparse clone': {
    files: (moved, workspace) => {
      clone(moved, workspace, root => git(root, 'sparse-checkout', 'set', 'docs'))
      writeAll(workspace, MADE)
      expect(existsSync(join(workspace, 'pay'))).toBe(false)
    },
    uri: relative
  },
  'absolute places of a machine of its own': {
    files: (moved, workspace) => {
      clone(moved, workspace)
      writeAll(workspace, MADE)
    },
    uri: (path, workspace) => `file://${workspace}/${path}`
  },
  'a folder of the workspace': {
    files: (moved, workspace) => {
      clone(moved, join(workspace, 'repo'))
      writeAll(join(workspace, 'repo'), MADE)
      writeAll(workspace, { 'tools/pay/b.ts': 'x\n' })
    },
    uri: path => `repo/${path}`,
    sourceRoot: 'repo'
  },
  'absolute places in a folder of the workspace': {
    files: (moved, workspace) => {
      clone(moved, join(workspace, 'repo'))
      writeAll(join(workspace, 'repo'), MADE)
    },
    uri: (path, workspace) => `file://${workspace}/repo/${path}`,
    sourceRoot: 'repo'
  },
  'files without a clone': {
    files: (moved, workspace) => writeAll(workspace, { ...moved.trees.merge, ...MADE }),
    uri: relative
  },
  'no checkout': { files: () => {}, uri: relative },
  'some files only': {
    files: (_, workspace) => writeAll(workspace, { 'docs/c.md': 'text\n', ...MADE, Dockerfile: COMMON.Dockerfile }),
    uri: relative
  }
}

let moved: Moved
let inClone: Promise<readonly unknown[]>
beforeAll(() => {
  moved = movedBase(MOVES['got lines above'] ?? (files => files), {}, COMMON)
  inClone = worldInProcess(POLICY, moved.repository)
    .then(world => own(world, OWN['a clone'] as Own))
    .then(({ result }) => factsOf(result))
    .then(facts => facts.flatMap(({ path, id, tier }) => (outOfTree(path) ? [] : [[path, id, tier]])))
})
afterAll(() => moved.clean())

/** What must not depend on who looks. */
interface Facts {
  readonly path: string
  readonly id: string
  readonly tier: number
  readonly state: string
}

const factsOf = ({ decision }: StepResult): readonly Facts[] =>
  decision.outcomes
    .map(({ finding }: StepResult['decision']) => ({
      path: finding.location?.path ?? finding.placeProblem,
      id: finding.id,
      tier: finding.tier,
      state: finding.state
    }))
    .toSorted((a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1))

/** The files that the own run keeps for later ones. */
function keep({ repository }: ApprovalWorld, sarif: string, runId = 601): void {
  const { head: headSha } = moved.shas
  if (repository.runs.every(({ id }) => id !== runId)) repository.runs.push(workflowRun(runId, { headSha }))
  const kept = { name: 'policy-gate-sarif', runId, headSha, repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 1, ...kept, zip: zip([{ name: 'out.sarif', content: sarif }]) })
}

async function own(
  world: ApprovalWorld,
  { files, uri, sourceRoot }: Own
): Promise<{ result: StepResult; sarif: string }> {
  let sarif = ''
  const { head, base, merge } = moved.shas
  const result = await runStep({
    fake: world.fake,
    inProcess: true,
    event: { ...pullRequestEvent('synchronize', { headSha: head, baseSha: base }), sha: merge },
    workspace: {},
    prepare: workspace => {
      files(moved, workspace)
      sarif = sarifOf(path => uri(path, workspace))
      mkdirSync(join(workspace, 'results'), { recursive: true })
      writeFileSync(join(workspace, 'results/out.sarif'), sarif)
    },
    env: { GITHUB_RUN_ID: '601' },
    inputs: {
      sarif: 'results',
      'org-token': ORG_TOKEN,
      ...(sourceRoot === undefined ? {} : { 'source-root': sourceRoot })
    }
  })
  keep(world, sarif)
  return { result, sarif }
}

const INPUTS = { sarif: 'results', 'org-token': ORG_TOKEN }
const answerOf = (world: ApprovalWorld): Promise<StepResult> =>
  world.run({ event: issueCommentEvent('/gate hello'), workspace: {}, inputs: INPUTS })

const outOfTree = (path: string): boolean => path.startsWith('gen/') || path.startsWith('made/')

describe.each(Object.entries(OWN))('own run with %s', (name, scene) => {
  test('the run that answers a comment says the same of each finding, now and after a failure', async () => {
    const world = await worldInProcess(POLICY, moved.repository)
    const { result, sarif } = await own(world, scene)
    const facts = factsOf(result)
    expect(facts).toHaveLength(PLACES.length)
    expect(factsOf(await answerOf(world))).toEqual(facts)

    world.repository.artifacts.splice(0)
    expect((await answerOf(world)).decision.verdict).toBeNull()
    keep(world, sarif)
    expect(factsOf(await answerOf(world))).toEqual(facts)
  })

  test('files of the tree have the ids and tiers that they have in a clone', async () => {
    const found = factsOf((await own(await worldInProcess(POLICY, moved.repository), scene)).result)
    const inTree = found.filter(({ path }) => !outOfTree(path))
    expect(inTree.map(({ id, path, tier }) => [path, id, tier])).toEqual(await inClone)
    const isHere = !['no checkout'].includes(name)
    const others = found.filter(({ path }) => outOfTree(path))
    // Who sees neither file nor .gitignore cannot know that they are made.
    expect(others.map(({ tier, state }) => [tier, state])).toEqual(Array(2).fill([isHere ? 2 : 0, 'unknown']))
  })
})

const publish = (world: ApprovalWorld): Promise<StepResult> => {
  const { head: headSha, base: baseSha } = moved.shas
  return world.run({ event: workflowRunEvent({ headSha, baseSha }), workspace: {}, inputs: INPUTS })
}

test('what the publisher of a scan says, the run that answers a comment says as well', async () => {
  const world = await worldInProcess(POLICY, moved.repository)
  keep(world, sarifOf(relative), 77)
  const facts = factsOf(await publish(world))
  expect(facts.filter(({ path }) => !outOfTree(path)).map(({ id, path, tier }) => [path, id, tier])).toEqual(
    await inClone
  )
  expect(factsOf(await answerOf(world))).toEqual(facts)
})

test('a run on a schedule without a checkout says the ids of that commit', async () => {
  const world = await worldInProcess(POLICY, moved.repository)
  const { merge } = moved.shas
  const event = { ...branchEvent('schedule'), sha: merge }
  const workspace = { 'results/out.sarif': sarifOf(relative), '.github/policy-gate.yml': POLICY }
  const found = factsOf(await world.run({ event, workspace, inputs: INPUTS }))
  expect(found.filter(({ path }) => !outOfTree(path)).map(({ id, path, tier }) => [path, id, tier])).toEqual(
    await inClone
  )
})
