import { afterEach, expect } from '@jest/globals'
import { branchEvent, issueCommentEvent, pullRequestEvent, pushEvent } from '../fake-github/events.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import {
  ACTIONS_APP,
  ACTIONS_BOT,
  comment,
  commit,
  type FakeAccount,
  type FakeComment,
  type FakeCommit,
  type FakeRepository,
  fakeState,
  ORG_TOKEN,
  pull,
  repository,
  sha,
  user,
  workflowRun
} from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import { runStep, type Step, type StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

export const ALICE = user(11, 'alice') // author of the pull request
export const BOB = user(12, 'sec-bob') // appsec
export const CAROL = user(13, 'sec-carol') // appsec
export const MALLORY = user(66, 'mallory') // may triage
export const EXCEPTIONS = '.github/policy-exceptions.yml'

/** Two files with one finding each: `src/a.ts` at tier 2, `pay/b.ts` at tier 0. */
export const POLICY = `version: 1
assets:
  - { name: pay, paths: ["pay/**"], tier: 0 }
  - { name: rest, paths: ["**"], tier: 2 }
rules: [{ id: no-errors, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]
exceptions:
  file: ${EXCEPTIONS}
  approvers: { teams: [acme/appsec] }
  quorum: { default: 1, tier-0: 2, break-glass: 2 }
  max-duration: { tier-0: { high: 14d }, tier-2: { high: 60d } }
  labels: { requested: "exception: requested", approved: "exception: approved" }
`

export const sarifOf = (...paths: readonly string[]): string =>
  JSON.stringify(
    aLog(
      aSarifRun(
        'CodeQL',
        paths.map(path => aResult('js/x', path, 1, { level: 'error' })),
        [{ id: 'js/x', properties: { tags: ['security'] } }]
      )
    )
  )

const MINUTE = 60_000
/** Of what is that many minutes ago nothing is to be of the day before, whose ends are other ones: the minutes shrink then. */
const OF_TODAY = 120

/** An instant that many minutes ago, as GitHub writes it. */
export function ago(minutes: number): string {
  const now = Date.now()
  const shortest = Math.min(MINUTE, (now % (24 * 60 * MINUTE)) / OF_TODAY)
  const back = minutes * (minutes <= OF_TODAY ? shortest : MINUTE)
  return new Date(now - back).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
/** A day that many days from now. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * MINUTE).toISOString().slice(0, 10)

const running: FakeGitHub[] = []
afterEach(async () => {
  const violations = running.flatMap(fake => fake.violations)
  await Promise.all(running.splice(0).map(fake => fake.close()))
  expect(violations).toEqual([])
})

const files = { 'src/a.ts': 'eval(input)\n', 'pay/b.ts': 'exec(input)\n', 'docs/c.md': 'text\n' }

/** A pull request with a finding, its stand-in, and what people and the runner do. */
export interface ApprovalWorld {
  readonly fake: FakeGitHub
  readonly repository: FakeRepository
  /** The pull request's own run: scans, keeps the SARIF, decides. */
  scan(paths?: readonly string[], more?: Partial<Step>): Promise<StepResult>
  /** What the own run keeps, without the run. */
  store(paths?: readonly string[]): void
  /** Somebody writes a comment; nothing runs yet. */
  write(author: FakeAccount | null, body: string, more?: Partial<FakeComment>): FakeComment
  /** The run that a comment starts. */
  answer(body?: string, more?: Partial<Step>): Promise<StepResult>
  push(name: string, changed: Readonly<Record<string, string>>, more?: Partial<FakeCommit>): string
  /** The base branch gets another policy, and the pull request is up to date with it. */
  rule(name: string, policy: string, minutesAgo: number): void
  label(name: string, actor: FakeAccount, minutesAgo?: number): void
  /** Any other run in this world. */
  run(step: Omit<Step, 'fake'>): Promise<StepResult>
  /** What was written to GitHub since the last call. */
  written(): readonly string[]
}

/** A world whose runs go through the bundle, or are as `each` says. */
export async function approvalWorld(
  policy = POLICY,
  overrides: Partial<FakeRepository> = {},
  each: Partial<Step> = {}
): Promise<ApprovalWorld> {
  const base = commit('base', { files: { '.github/policy-gate.yml': policy } })
  const head = commit('head', { files: { ...base.files, ...files } })
  const change = Object.keys(files).map(filename => ({
    filename,
    status: 'added' as const,
    patch: '@@ -0,0 +1 @@\n+x'
  }))
  const start = repository({ commits: [base, head], pulls: [pull({ files: change })], ...overrides })
  const teams = [{ organisation: 'acme', slug: 'appsec', members: { [BOB.login]: 'active', [CAROL.login]: 'active' } }]
  const fake = await startFakeGitHub(fakeState({ now: ago(0), repositories: [start], teams: teams as never }))
  running.push(fake)
  return actionsOf(fake, each)
}

/** A world whose runs are made in the process of the tests. */
export const worldInProcess = (policy?: string, overrides?: Partial<FakeRepository>): Promise<ApprovalWorld> =>
  approvalWorld(policy, overrides, { inProcess: true })

function actionsOf(fake: FakeGitHub, each: Partial<Step>): ApprovalWorld {
  const repo = fake.state.repositories[0] as FakeRepository
  const change = () => repo.pulls[0] as FakeRepository['pulls'][number]
  const headFiles = () => repo.commits.find(({ sha: id }) => id === change().headSha)?.files ?? {}
  let seen = 0
  let nextComment = 100
  let nextRun = 500
  const inputs = { sarif: 'results', 'org-token': ORG_TOKEN }
  const store = (paths: readonly string[] = ['src/a.ts']) => {
    nextRun += 1
    const { headSha } = change()
    const headRepositoryId = repo.pulls[0]?.headRepository?.id ?? repo.id
    repo.runs.push(workflowRun(nextRun, { headSha, headRepositoryId }))
    const kept = { name: 'policy-gate-sarif', runId: nextRun, headSha, repositoryId: 1000, expired: false }
    const packed = zip([{ name: 'out.sarif', content: sarifOf(...paths) }])
    repo.artifacts.push({ id: nextRun + 1000, ...kept, zip: packed })
  }
  const run = (step: Omit<Step, 'fake'>) => runStep({ ...each, ...step, fake })
  return {
    fake,
    repository: repo,
    run,
    store,
    scan: async (paths = ['src/a.ts'], more = {}) => {
      const sarif = sarifOf(...paths)
      const { headSha, baseSha } = change()
      store(paths)
      const workspace = { ...(headFiles() as Record<string, string>), 'results/out.sarif': sarif }
      const event = pullRequestEvent('synchronize', { headSha, baseSha })
      // The run that keeps the scans is the one that scans, whatever else a test says of the runner.
      const env = { GITHUB_RUN_ID: String(nextRun), ...more.env }
      return run({ event, workspace, ...more, env, inputs: { ...inputs, ...more.inputs } })
    },
    write: (author, body, more = {}) => {
      nextComment += 1
      const createdAt = more.createdAt ?? ago(30 - (nextComment - 100))
      const made = comment(nextComment, body, { user: author, createdAt, updatedAt: createdAt, ...more })
      repo.comments.push(made)
      return made
    },
    answer: async (body = '/gate', more = {}) =>
      run({ event: issueCommentEvent(body), workspace: {}, ...more, inputs: { ...inputs, ...more.inputs } }),
    push: (name, changed, more = {}) => {
      repo.commits.push(commit(name, { files: { ...headFiles(), ...changed }, ...more }))
      change().headSha = sha(name)
      change().commits.push(sha(name))
      return sha(name)
    },
    rule: (name, policy, minutesAgo) => {
      const before = repo.branches.main ?? ''
      const files = repo.commits.find(({ sha: id }) => id === before)?.files ?? {}
      repo.commits.push(commit(name, { files: { ...files, '.github/policy-gate.yml': policy } }))
      repo.branches.main = sha(name)
      repo.updates.push({ ref: 'main', before, after: sha(name), at: ago(minutesAgo) })
      change().baseSha = sha(name)
    },
    label: (name, actor, minutesAgo = 0) => {
      const issue = repo.issues.find(({ number }) => number === 42)
      if (issue) issue.labels.push(name)
      else repo.issues.push({ number: 42, title: '', body: null, state: 'open', user: ALICE, labels: [name] })
      repo.labelEvents.push({ issue: 42, event: 'labeled', label: name, actor, createdAt: ago(minutesAgo) })
    },
    written: () => {
      const fresh = fake.calls.slice(seen)
      seen = fake.calls.length
      return fresh
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
        .map(({ method, path }) => `${method} ${path.replace('/repos/acme/pay', '')}`)
    }
  }
}

/** An approval that is in order, but for what is changed. */
export const approve = (finding: string, more: Readonly<Record<string, string>> = {}): string => {
  const args = { sha: sha('head'), type: 'risk-accept', expires: inDays(7), owner: '@alice', ...more }
  const pairs = Object.entries(args).map(([key, value]) => `${key}=${value}`)
  return `/gate approve ${finding} ${pairs.join(' ')} reason="The endpoint is disabled in production"`
}

/** The id of the only finding of a decision. */
export const findingOf = ({ decision }: StepResult): string => decision.outcomes[0].finding.id

const CHECKS_TOKEN = 'ghs_checkschecksschecksschecksschecks0001'

/** Inputs with a token that writes checks only: writes are a second apart, and many reactions would take a minute. */
export function quietly({ fake: { state } }: ApprovalWorld): Partial<Step> {
  const permissions = {
    actions: 'read',
    checks: 'write',
    contents: 'read',
    issues: 'read',
    pull_requests: 'read'
  } as const
  state.tokens[CHECKS_TOKEN] = { permissions, actor: ACTIONS_BOT, app: ACTIONS_APP }
  return { inputs: { 'github-token': CHECKS_TOKEN } }
}

export const checkOf = ({ repository: { checks } }: ApprovalWorld, headSha = sha('head')) =>
  checks.find(check => check.headSha === headSha)

/** The comment that the gate keeps. */
export const sticky = ({ repository: { comments } }: ApprovalWorld): string =>
  comments.find(({ body }) => body?.startsWith('<!-- policy-gate'))?.body ?? ''

export const reactionsTo = ({ repository: { reactions } }: ApprovalWorld, id: number): readonly string[] =>
  reactions.filter(reaction => reaction.comment === id).map(({ content }) => content)

/** The pull request is merged: its head is on the default branch. */
export function merge(world: ApprovalWorld): void {
  const { pulls, branches, commits } = world.repository
  Object.assign(pulls[0] ?? {}, { state: 'closed', merged: true, closedAt: ago(5) })
  const head = commits.find(({ sha: id }) => id === sha('head'))
  commits.push(commit('merge', { files: head?.files ?? {} }))
  for (const pull of pulls) pull.commits.push(sha('merge'))
  branches.main = sha('merge')
}

export const afterPush = (
  world: ApprovalWorld,
  paths: readonly string[],
  more: Partial<Step> = {}
): Promise<StepResult> => {
  const after = world.repository.branches.main ?? ''
  return world.run({
    event: pushEvent(sha('base'), after),
    workspace: { 'results/out.sarif': sarifOf(...paths), '.github/policy-gate.yml': POLICY, ...files },
    inputs: { sarif: 'results', 'org-token': ORG_TOKEN },
    ...more
  })
}

export const onSchedule = (world: ApprovalWorld, exceptions: string, more: Partial<Step> = {}): Promise<StepResult> =>
  world.run({
    event: branchEvent('schedule'),
    workspace: {
      'results/out.sarif': sarifOf('src/a.ts'),
      '.github/policy-gate.yml': POLICY,
      [EXCEPTIONS]: exceptions,
      ...files
    },
    inputs: { sarif: 'results' },
    ...more
  })
