import { afterEach, expect } from '@jest/globals'
import { type FakeEvent, issueCommentEvent, pullRequestEvent, pushEvent } from '../fake-github/events.js'
import { commitAt } from '../fake-github/graph.js'
import { diffTrees } from '../fake-github/patches.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import {
  commit,
  type FakeArtifact,
  type FakeRepository,
  type FakeRun,
  fakeState,
  ORG_TOKEN,
  pull,
  repository,
  sha,
  workflowRun
} from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { runStep, type Step, type StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

type Files = Readonly<Record<string, string>>

const POLICY = `version: 1
rules: [{ id: new, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]
`
/** Twenty lines, of which the tenth is dangerous. */
export const OLD = Array.from({ length: 20 }, (_, index) =>
  index === 9 ? 'eval(input)' : `const v${index} = ${index}`
)
export const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
export const START = {
  '.github/policy-gate.yml': POLICY,
  'src/old.ts': text(OLD),
  'src/other.ts': text(OLD.toReversed())
}

/** SARIF of errors at `path:line`. */
export const sarifOf = (...places: readonly string[]): string => sarifBy('CodeQL', ...places)

export const sarifBy = (tool: string, ...places: readonly string[]): string => {
  const results = places.map(place => {
    const [path = '', line = '1'] = place.split(':')
    return aResult('js/x', path, Number(line), { level: 'error' })
  })
  return JSON.stringify(aLog(aSarifRun(tool, results, [{ id: 'js/x', properties: { tags: ['security'] } }])))
}

const running: FakeGitHub[] = []
afterEach(async () => {
  const violations = running.flatMap(fake => fake.violations)
  await Promise.all(running.splice(0).map(fake => fake.close()))
  expect(violations).toEqual([])
})

/** A repository whose quick start runs on main and on pull request 42. */
export interface BaselineWorld {
  readonly fake: FakeGitHub
  readonly repository: FakeRepository
  /** Main gets a commit; its id. */
  advance(name: string, files: Files): string
  /** The run of a commit of main: scans, decides, uploads what the quick start uploads. */
  mainRun(id: number, sarif: string, more?: MainRun): Promise<StepResult>
  /** The pull request gets this tree. */
  propose(name: string, files: Files): void
  /** Its own run on the trial merge with main. */
  pullRun(sarif: string, more?: Partial<Step>): Promise<StepResult>
  /** The run that a comment on the pull request starts. */
  answer(body: string, more?: Partial<Step>): Promise<StepResult>
}

export interface MainRun extends Partial<Step> {
  readonly commit?: string
  readonly run?: Partial<FakeRun>
  readonly artifact?: Partial<FakeArtifact> & Uploads
}

/** `more` is what the repository is besides, or instead of, these files. */
export async function baselineWorld(
  files: Files = START,
  each: Partial<Step> = {},
  more: Partial<FakeRepository> = {}
): Promise<BaselineWorld> {
  const base = commit('base', { files, parents: [] })
  const head = commit('head', { files, parents: [base.sha] })
  const fake = await startFakeGitHub(
    fakeState({ repositories: [repository({ commits: [base, head], pulls: [pull({ files: [] })], ...more })] })
  )
  running.push(fake)
  const own = fake.state.repositories[0] as FakeRepository
  const tip = () => own.branches.main as string
  const filesAt = (id: string) => commitAt(own, id)?.files as Files
  const step = (event: FakeEvent, id: number, tree: Files, sarif: string, more: Partial<Step>) =>
    runStep({
      ...each,
      fake,
      event,
      ...more,
      workspace: { ...tree, 'results/out.sarif': sarif, ...more.workspace },
      env: { GITHUB_RUN_ID: String(id), ...more.env },
      inputs: { sarif: 'results', 'org-token': ORG_TOKEN, ...more.inputs }
    })
  return {
    fake,
    repository: own,
    advance(name, tree) {
      own.commits.push(commit(name, { files: tree, parents: [tip()] }))
      own.branches.main = sha(name)
      const [open] = own.pulls
      if (open !== undefined) open.baseSha = sha(name)
      return sha(name)
    },
    async mainRun(id, sarif, { commit: at = tip(), run, artifact, ...more } = {}) {
      const before = own.commits.find(each => each.sha === at)?.parents?.[0] ?? '0'.repeat(40)
      const result = await step(more.event ?? pushEvent(before, at), id, filesAt(at), sarif, more)
      const conclusion = result.exitCode === 0 ? 'success' : 'failure'
      own.runs.push(workflowRun(id, { event: 'push', headBranch: 'main', headSha: at, conclusion, ...run }))
      own.artifacts.push(...keptBy(id, at, sarif, result, artifact))
      return result
    },
    propose(name, tree) {
      const [open] = own.pulls
      if (open === undefined) throw new Error('there is no pull request')
      const from = own.commits.find(each => each.sha === open.headSha)?.parents?.[0] ?? tip()
      own.commits.push(commit(name, { files: tree, parents: [from] }))
      Object.assign(open, { headSha: sha(name), commits: [sha(name)], files: diffTrees(filesAt(from), tree) })
      own.branches.feature = sha(name)
    },
    async pullRun(sarif, more = {}) {
      const { headSha = '', baseSha = '' } = own.pulls[0] ?? {}
      const event = more.event ?? pullRequestEvent('synchronize', { headSha, baseSha })
      // A run that is started again has the number that it had, and one attempt more.
      const attempts = own.runs.filter(run => run.id === PULL_RUN)
      const attempt = 1 + (attempts[0]?.attempt ?? 0)
      own.runs = own.runs.filter(run => run.id !== PULL_RUN)
      own.artifacts = own.artifacts.filter(({ runId }) => runId !== PULL_RUN)
      const run = workflowRun(PULL_RUN, { headSha, attempt })
      own.runs.push(run)
      const env = { GITHUB_RUN_ATTEMPT: String(attempt), ...more.env }
      const result = await step(event, PULL_RUN, filesAt(event.sha), sarif, { ...more, env })
      Object.assign(run, { status: 'completed', conclusion: result.exitCode === 0 ? 'success' : 'failure' })
      own.artifacts.push(...keptBy(PULL_RUN, headSha, sarif, result))
      return result
    },
    answer: (body, { inputs, ...more } = {}) =>
      runStep({
        ...each,
        fake,
        event: issueCommentEvent(body),
        workspace: {},
        ...more,
        env: { GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/commands.yml@refs/heads/main', ...more.env },
        inputs: { sarif: 'results', ...inputs }
      })
  }
}

/** Number of the pull request's run. */
const PULL_RUN = 900

/**
 * What the upload step of the quick start keeps: the scans, and the report directory. Of paths that share no folder but a
 * far one it keeps all below that. `uploads: 2` is how it was done before, an artifact for each.
 */
function keptBy(
  runId: number,
  headSha: string,
  sarif: string,
  { files }: StepResult,
  { uploads = 1, ...more }: Partial<FakeArtifact> & Uploads = {}
): readonly FakeArtifact[] {
  const reports = Object.entries(files).flatMap(([name, content]) =>
    name.startsWith(REPORTS) ? [{ name: `_temp/${name}`, content: Buffer.from(content, 'latin1') }] : []
  )
  const kept = { runId, headSha, repositoryId: 1000, expired: false }
  const scans = { name: 'out.sarif', content: sarif }
  const both = [{ ...scans, name: 'pay/pay/results/out.sarif' }, ...reports]
  const only = { id: 10_000 + runId, name: 'policy-gate-sarif', ...kept, zip: zip([scans]) }
  // Where the gate could not decide there is no report directory, and the other path is all that is kept.
  if (reports.length === 0) return [only]
  if (uploads === 1) return [{ ...only, zip: zip(both), ...more }]
  return [only, { id: 20_000 + runId, name: 'policy-gate-report', ...kept, zip: zip(reports), ...more }]
}

/** How many upload steps the workflow has. */
interface Uploads {
  readonly uploads?: 1 | 2
}

const REPORTS = 'policy-gate-report/'

/** State of each finding by its place, and the codes of the notices about the baseline. */
export const seen = ({ decision }: StepResult) => ({
  states: Object.fromEntries(
    decision.outcomes.map(({ finding }: StepResult['decision']) => [
      `${finding.location?.path}:${finding.location?.startLine}`,
      finding.state
    ])
  ),
  notices: decision.notices
    .filter(({ code }: { code: string }) => code.startsWith('baseline'))
    .map(({ code }: { code: string }) => code)
})
