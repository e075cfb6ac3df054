import type { FileStatus } from '../core/change/diff.js'
import type { BranchEvent, EventName } from '../core/change/occasion/events.js'
import type { Conclusion } from '../core/change/occasion/happening.js'
import type { Account } from '../core/ground/account.js'
import type { RepositoryName } from './http/address.js'
import type { RunStatus } from './vocabulary.js'

export interface PullRequest {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly merged: boolean
  readonly mergedAt: string | null
  /** Null for a deleted account. */
  readonly author: Account | null
  readonly headSha: string
  readonly headRef: string
  /** Null where the fork has been deleted. */
  readonly headRepository: string | null
  readonly headRepositoryId: number | null
  readonly baseSha: string
  readonly baseRef: string
  /** Of the base, where the pull request itself lies. */
  readonly repositoryId: number
  /** The trial merge with the base, which workflows of the pull request check out; null where there is a conflict. */
  readonly mergeSha: string | null
  /** How many commits it has; the list of commits ends at 250. Null, as the next, in lists of pull requests. */
  readonly commits: number | null
  /** How many files it changes; the list of files ends at 3,000. */
  readonly changedFiles: number | null
}

export interface ChangedFile {
  readonly path: string
  readonly previousPath: string | null
  readonly status: FileStatus
  /** Hunks of a unified diff; null where GitHub gives none (binary or large): any line may have changed. */
  readonly patch: string | null
  /** Blob of the file at the head, null where it was removed. */
  readonly blobSha: string | null
  /** Lines that the file's whole diff adds and removes, whatever of it the patch shows; null where GitHub does not count. */
  readonly additions: number | null
  readonly deletions: number | null
}

/** `complete` is false where GitHub cuts the list (3,000 files of a pull request, 300 of a comparison, 250 commits). */
export interface ChangedFiles {
  readonly files: readonly ChangedFile[]
  readonly complete: boolean
}

export interface Commit {
  readonly sha: string
  /** Null where the e-mail address belongs to no account. */
  readonly author: Account | null
  readonly committer: Account | null
  readonly authorEmail: string | null
  readonly committerEmail: string | null
  readonly message: string
}

/** A commit as git keeps it. */
export interface CommitObject {
  readonly sha: string
  /** Id of its tree: two commits with the same one hold the same files. */
  readonly tree: string
  readonly parents: readonly string[]
}

/** Two commits side by side: what the second has that the first has not. */
export interface Comparison extends ChangedFiles {
  /** The newest commit that both histories hold. */
  readonly mergeBase: string
}

export interface Commits {
  readonly commits: readonly Commit[]
  readonly complete: boolean
}

export interface Comment {
  readonly id: number
  readonly nodeId: string
  /** Null or an account that no longer exists: nobody's word. */
  readonly author: Account | null
  /** The app that wrote in the author's name, if any. */
  readonly appId: number | null
  /** As GitHub stores it; empty where GitHub sends none. */
  readonly body: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly url: string
  /** Address of the issue or pull request that it belongs to. */
  readonly issueUrl: string
}

/** What only GraphQL tells about a comment. */
export interface CommentDetails {
  readonly nodeId: string
  /** Null: never edited. */
  readonly lastEditedAt: string | null
  /** Null where nobody edited it, or GitHub does not tell the number. */
  readonly editorId: number | null
  readonly includesCreatedEdit: boolean
  readonly minimized: boolean
}

export type FileAtCommit =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly blobSha: string }
  | { readonly kind: 'absent' }
  /** A directory, a symbolic link or a submodule. */
  | { readonly kind: 'not-a-file' }

export interface FileRequest {
  /** Default: the repository of the run. */
  readonly repository?: RepositoryName
  readonly path: string
  readonly ref: string
  readonly maxBytes: number
}

/** `role` is `none`, `read`, `triage`, `write`, `maintain`, `admin` or the name of a custom role. */
export interface RepositoryRole {
  readonly role: string
  /** The account that GitHub means by the login; compare it with the one that acted. Null where there is none. */
  readonly userId: number | null
}

export type TeamMembership = 'active' | 'pending' | 'none'

export interface ListedLabelEvent {
  readonly label: string
  /** True where an app acted in the name of its user. */
  readonly viaApp: boolean
  readonly nodeId: string
}

/** What happened to a pull request, oldest first, as far as approvals depend on it. */
export interface PullHistory {
  readonly closedAt: string | null
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  readonly labelEvents: readonly {
    readonly nodeId: string
    readonly action: 'labeled' | 'unlabeled'
    /** The name that the label has now. */
    readonly label: string
    readonly labelId: string | null
    readonly actor: Account | null
    readonly at: string
  }[]
  /** Null where GitHub does not tell who. */
  readonly deletedComments: readonly {
    readonly author: Account | null
    readonly actorId: number | null
    readonly at: string
  }[]
  /** When it was reopened or got another base. */
  readonly resets: readonly string[]
}

/** One move of a branch. */
export interface BranchUpdate {
  /** Zeros where the branch was made. */
  readonly before: string
  readonly after: string
  /** By GitHub's clock. */
  readonly at: string
}

/** An update of a branch, and who made it. */
export interface Push {
  readonly after: string
  /** Null where the account is gone. */
  readonly actorId: number | null
}

/** `complete` is false where the record goes further back than is read. */
export interface Pushes {
  readonly pushes: readonly Push[]
  readonly complete: boolean
}

/** Where a branch points to, and its updates, newest first, as far back as was asked for or is known. */
export interface BranchRecord {
  readonly tip: string
  readonly updates: readonly BranchUpdate[]
}

export const REACTIONS = ['+1', '-1', 'eyes', 'rocket'] as const
export type Reaction = (typeof REACTIONS)[number]

export interface WorkflowRun {
  readonly id: number
  readonly path: string
  /** Paths of the workflows of the same repository that it calls. */
  readonly called: readonly string[]
  readonly event: EventName
  readonly headSha: string
  readonly headBranch: string | null
  readonly headRepositoryId: number | null
  /** Of the repository that it ran in. */
  readonly repositoryId: number | null
  readonly status: RunStatus
  readonly conclusion: Conclusion | null
  readonly attempt: number
  readonly url: string
}

/** Runs of one workflow on one branch, by what started them. */
export interface BranchRuns {
  /** Path of the workflow file. */
  readonly workflow: string
  readonly branch: string
  readonly event: BranchEvent
}

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly bytes: number
  readonly expired: boolean
  readonly headSha: string | null
  readonly repositoryId: number | null
}

/** A file of an artifact: data that anybody may have made. The name is a safe relative path. */
export interface ArtifactFile {
  readonly name: string
  readonly bytes: Uint8Array
}
