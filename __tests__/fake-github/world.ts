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
  /** Absent: they follow from the pull requests and the updates of branches. */
  parents?: readonly string[]
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
  /** When it was closed or merged; absent: at the stand-in's first noon. */
  closedAt?: string
  draft: boolean
  user: FakeAccount | null
  headSha: string
  headRef: string
  /** Null: the fork is gone. */
  headRepository: { id: number; owner: string; name: string; isPrivate?: boolean } | null
  baseSha: string
  baseRef: string
  /** Where its branch was begun; absent: at `baseSha`. */
  forkSha?: string
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

/** A comment of a review, on lines of the head. */
export interface FakeReviewComment {
  id: number
  pull: number
  user: FakeAccount | null
  body: string
  path: string
  /** The head that it was made for. */
  commit: string
  line: number
  startLine: number | null
  /** The comment that it answers. */
  replyTo: number | null
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
  /** Absent: the one label of that name. */
  labelId?: string
  /** Acted through an app, in the name of the actor. */
  app?: { id: number; slug: string }
}

/** What only the timeline tells: a deleted comment, a reopened pull request, another base. */
export type FakeTimelineEvent = { issue: number; at: string } & (
  | { kind: 'deleted'; author: FakeAccount | null; actor: FakeAccount | null }
  | { kind: 'reopened' | 'base-changed' }
)

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
  /** Workflows that it calls, as `owner/name/path@ref`. */
  called?: readonly string[]
  /** Conclusions of the attempts before, oldest first. */
  earlier?: readonly (string | null)[]
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

/** An update of a branch, as the activity of a repository lists it. */
export interface FakeUpdate {
  ref: string
  before: string
  after: string
  at: string
  /** Who pushed; absent: nobody whom a test asks about. Null: the account is gone. */
  actor?: FakeAccount | null
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
  reviewComments: FakeReviewComment[]
  reactions: FakeReaction[]
  labelEvents: FakeLabelEvent[]
  timeline: FakeTimelineEvent[]
  /** Oldest first, without the one that made each branch. */
  updates: FakeUpdate[]
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
  /** Accounts by the addresses that they have confirmed, in lower case. */
  addresses: Record<string, FakeAccount>
  teams: { organisation: string; slug: string; members: Record<string, 'active' | 'pending'> }[]
  nextId: number
}
