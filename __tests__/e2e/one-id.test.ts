import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkOut, git, MOVES, type Moved, movedBase, writeAll } from '../action/facts/moved-base.js'
import { branchEvent, issueCommentEvent, pullRequestEvent, workflowRunEvent } from '../fake-github/events.js'
import { commit, ORG_TOKEN, workflowRun } from '../fake-github/state.js'
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
beforeAll(() => {
  moved = movedBase(MOVES['got lines above'] ?? (files => files), {}, COMMON)
})
afterAll(() => moved.clean())

const factsOf = ({ decision }: StepResult) =>
  decision.outcomes
    .map(({ finding }: StepResult['decision']) => ({
      path: finding.location?.path ?? finding.placeProblem,
      id: finding.id,
      tier: finding.tier,
      state: finding.state
    }))
    .toSorted((a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1))

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
  const { repository } = world
  repository.runs.push(workflowRun(601, { headSha: head }))
  const kept = { name: 'policy-gate-sarif', runId: 601, headSha: head, repositoryId: 1000, expired: false }
  repository.artifacts.push({ id: 1, ...kept, zip: zip([{ name: 'out.sarif', content: sarif }]) })
  return { result, sarif }
}

const answerOf = (world: ApprovalWorld): Promise<StepResult> =>
  world.run({ event: issueCommentEvent('/gate'), workspace: {}, inputs: { sarif: 'results', 'org-token': ORG_TOKEN } })

describe.each(Object.entries(OWN))('own run with %s', (_, scene) => {
  test('the run that answers a comment says the same of each finding', async () => {
    const world = await worldInProcess(POLICY, moved.repository)
    const { result } = await own(world, scene)
    console.log(
      factsOf(result),
      result.decision.notices.map((n: any) => n.code)
    )
    expect(factsOf(await answerOf(world))).toEqual(factsOf(result))
  })
})
