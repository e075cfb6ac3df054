import { createHash } from 'node:crypto'

export interface FakeAccount {
  id: number
  login: string
  type: 'User' | 'Bot' | 'Organization'
}

export interface FakeToken {
  /** As `permissions:` of a workflow names them, with `_`; what is not named is none. */
  permissions: Record<string, 'read' | 'write'>
  actor: FakeAccount
  app: { id: number; slug: string } | null
}

export interface FakeCommit {
  sha: string
  message: string
  author: FakeAccount | null
  committer: FakeAccount | null
  email: string
  /** The whole tree: path to content; a `symlink:` content is a link. */
  files: Record<string, string | Uint8Array>
}

export interface FakeFile {
  filename: string
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  patch?: string
  previous_filename?: string
}

export interface FakePull {
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  merged: boolean
  draft: boolean
  user: FakeAccount | null
  headSha: string
  headRef: string
  /** Null: the fork is gone. */
  headRepository: { id: number; owner: string; name: string } | null
  baseSha: string
  baseRef: string
  commits: string[]
  files: FakeFile[]
}

export interface FakeIssue {
  number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  user: FakeAccount | null
  labels: string[]
}

export interface FakeComment {
  id: number
  issue: number
  user: FakeAccount | null
  app: { id: number; slug: string } | null
  body: string | null
  createdAt: string
  updatedAt: string
  lastEditedAt: string | null
  editor: FakeAccount | null
  includesCreatedEdit: boolean
  minimized: boolean
}

export interface FakeReaction {
  id: number
  comment: number
  user: FakeAccount
  content: string
}

export interface FakeLabelEvent {
  issue: number
  event: 'labeled' | 'unlabeled' | 'renamed'
  label: string
  actor: FakeAccount
  createdAt: string
}

export interface FakeCheck {
  id: number
  headSha: string
  name: string
  app: { id: number; slug: string }
  externalId: string
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  /** Made by Actions for a job: its conclusion cannot be changed through the API. */
  job: boolean
  output: { title: string | null; summary: string | null; text: string | null }
  annotations: Record<string, string | number>[]
}

export interface FakeRun {
  id: number
  path: string
  event: string
  headSha: string
  headBranch: string
  headRepositoryId: number
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  attempt: number
}

export interface FakeArtifact {
  id: number
  name: string
  runId: number
  headSha: string
  repositoryId: number
  expired: boolean
  zip: Uint8Array
}

export interface FakeRepository {
  id: number
  owner: string
  name: string
  defaultBranch: string
  branches: Record<string, string>
  commits: FakeCommit[]
  pulls: FakePull[]
  issues: FakeIssue[]
  comments: FakeComment[]
  reactions: FakeReaction[]
  labelEvents: FakeLabelEvent[]
  checks: FakeCheck[]
  roles: Record<string, { user: FakeAccount; role: string }>
  runs: FakeRun[]
  artifacts: FakeArtifact[]
  /** Set: requests to the old name answer 301 to this one. */
  movedFrom: string | null
}

export interface FakeState {
  /** What GitHub calls now. */
  now: string
  repositories: FakeRepository[]
  tokens: Record<string, FakeToken>
  teams: { organisation: string; slug: string; members: Record<string, 'active' | 'pending'> }[]
  nextId: number
}

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
    reactions: [],
    labelEvents: [],
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
    teams: [],
    nextId: 5000,
    ...overrides
  }
}
