import { createHash } from 'node:crypto'
import type {
  FakeAccount,
  FakeCheck,
  FakeComment,
  FakeCommit,
  FakePull,
  FakeRepository,
  FakeRun,
  FakeState
} from './world.js'

export type * from './world.js'

export const user = (id: number, login: string): FakeAccount => ({ id, login, type: 'User' })
export const ACTIONS_APP = { id: 15368, slug: 'github-actions' }
export const ACTIONS_BOT: FakeAccount = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' }
export const TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'
export const READ_TOKEN = 'ghs_readonlyreadonlyreadonlyreadonly0001'
export const ORG_TOKEN = 'ghp_orgorgorgorgorgorgorgorgorgorgorg001'

/** A commit id that is the same in every run. */
export const sha = (text: string): string => createHash('sha1').update(text).digest('hex')

export function commit(name: string, overrides: Partial<FakeCommit> = {}): FakeCommit {
  const author = user(11, 'alice')
  return {
    sha: sha(name),
    message: name,
    author,
    committer: author,
    email: 'alice@example.com',
    files: {},
    ...overrides
  }
}

export function pull(overrides: Partial<FakePull> = {}): FakePull {
  return {
    number: 42,
    title: 'Add a feature',
    body: null,
    state: 'open',
    merged: false,
    draft: false,
    user: user(11, 'alice'),
    headSha: sha('head'),
    headRef: 'feature',
    headRepository: { id: 1000, owner: 'acme', name: 'pay' },
    baseSha: sha('base'),
    baseRef: 'main',
    commits: [sha('head')],
    files: [{ filename: 'src/a.ts', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }],
    ...overrides
  }
}

export function comment(id: number, body: string | null, overrides: Partial<FakeComment> = {}): FakeComment {
  return {
    id,
    issue: 42,
    user: user(12, 'bob'),
    app: null,
    body,
    createdAt: '2026-11-23T10:00:00Z',
    updatedAt: '2026-11-23T10:00:00Z',
    lastEditedAt: null,
    editor: null,
    includesCreatedEdit: false,
    minimized: false,
    ...overrides
  }
}

export function check(id: number, overrides: Partial<FakeCheck> = {}): FakeCheck {
  return {
    id,
    headSha: sha('head'),
    name: 'Policy gate',
    app: ACTIONS_APP,
    externalId: '',
    status: 'completed',
    conclusion: 'success',
    job: false,
    output: { title: 'Old', summary: 'Old', text: null },
    annotations: [],
    ...overrides
  }
}

export function workflowRun(id: number, overrides: Partial<FakeRun> = {}): FakeRun {
  return {
    id,
    path: '.github/workflows/gate.yml',
    event: 'pull_request',
    headSha: sha('head'),
    headBranch: 'feature',
    headRepositoryId: 1000,
    status: 'completed',
    conclusion: 'failure',
    attempt: 1,
    ...overrides
  }
}

export function repository(overrides: Partial<FakeRepository> = {}): FakeRepository {
  return {
    id: 1000,
    owner: 'acme',
    name: 'pay',
    defaultBranch: 'main',
    branches: { main: sha('base'), feature: sha('head') },
    commits: [commit('base'), commit('head')],
    pulls: [pull()],
    issues: [],
    comments: [],
    reviewComments: [],
    reactions: [],
    labelEvents: [],
    timeline: [],
    updates: [],
    checks: [],
    roles: {},
    runs: [],
    artifacts: [],
    movedFrom: null,
    ...overrides
  }
}

/** A world with one repository, a token that may write, one that may read, and one of the organisation. */
export function fakeState(overrides: Partial<FakeState> = {}): FakeState {
  const names = ['actions', 'checks', 'contents', 'issues', 'metadata', 'pull_requests']
  const all = (level: 'read' | 'write') => Object.fromEntries(names.map(name => [name, level]))
  const workflow = { actor: ACTIONS_BOT, app: ACTIONS_APP }
  return {
    now: '2026-11-23T12:00:00Z',
    repositories: [repository()],
    tokens: {
      [TOKEN]: { permissions: all('write'), ...workflow },
      [READ_TOKEN]: { permissions: all('read'), ...workflow },
      [ORG_TOKEN]: { permissions: { ...all('read'), members: 'read' }, actor: user(99, 'org-admin'), app: null }
    },
    addresses: {},
    teams: [],
    nextId: 5000,
    ...overrides
  }
}
