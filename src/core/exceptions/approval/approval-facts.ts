import type { KnownSeverity } from '../../finding.js'
import type { Account } from '../../ground/account.js'
import type { Tier } from '../../policy/policy.js'

/** One comment of the pull request's conversation, read afresh in this run. */
export interface CommentFacts {
  readonly id: number
  readonly nodeId: string
  /** Null where the account is gone. */
  readonly user: Account | null
  /** Written by an app on behalf of its user. */
  readonly viaApp: boolean
  readonly createdAt: string
  readonly updatedAt: string
  readonly lastEditedAt: string | null
  readonly includesCreatedEdit: boolean
  /** Who edited it last; null where nobody did, or it is not known. */
  readonly editorId: number | null
  /** Hidden on the page. */
  readonly minimized: boolean
  readonly body: string
  readonly url: string
  /** Number of the pull request that the comment's `issue_url` names. */
  readonly pullRequest: number
  readonly repositoryId: number
}

/** A comment that is gone, as the timeline tells it: who wrote it, who deleted it; null where not known. */
export interface DeletedComment {
  readonly author: Account | null
  readonly actorId: number | null
  readonly at: string
}

/** Somebody whom a commit of the pull request names. `userId` is null where the e-mail belongs to no account. */
export interface Contributor {
  readonly userId: number | null
  /** The address that GitHub maps to nobody, where it is one; to be shown. */
  readonly address?: string
}

export interface PullRequestFacts {
  readonly number: number
  readonly repositoryId: number
  readonly author: Account | null
  /** The head that this evaluation is about. */
  readonly headSha: string
  /** The head as it was after everything else had been read. */
  readonly headShaAfterReading: string
  readonly baseSha: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly closedAt: string | null
  /** When it was last reopened or given another base: what was said before was about something else. Null: never. */
  readonly resetAt: string | null
  /** Null where the commits could not be read to the last. */
  readonly contributors: readonly Contributor[] | null
  /** How many commits it has; null where that is not known. */
  readonly commitCount: number | null
  /** Who pushed the commits: user ids, null for an account that is gone. Null where that could not be read to the end. */
  readonly pushers: readonly (number | null)[] | null
}

/** What the platform says about a person's authority in the base repository and its organisation. */
export interface ApproverFacts {
  /** `role_name`, which tells maintain and custom roles apart; null where there is none or it is not known. */
  readonly roleName: string | null
  /** By team, as `organisation/slug`: only `active` counts. */
  readonly teams: ReadonlyMap<string, 'active' | 'pending' | 'none'>
  /** What could not be read; null where everything could. */
  readonly error: string | null
}

/** A `labeled` or `unlabeled` event of the timeline. */
export interface LabelEvent {
  readonly action: 'labeled' | 'unlabeled'
  readonly label: string
  /** Node id of the label: a label of the same name made later has another. */
  readonly labelId: string | null
  readonly actor: Account | null
  readonly viaApp: boolean
  readonly at: string
}

export interface LabelFacts {
  readonly current: readonly { readonly name: string; readonly id: string | null }[]
  readonly events: readonly LabelEvent[]
}

/** What of a finding an approval is about. */
export interface FindingSnapshot {
  readonly fingerprint: string
  /** Severity as it counts, `unknown` replaced as the policy says. */
  readonly severity: KnownSeverity
  readonly kev: boolean | null
  readonly tier: Tier
  /** Git blob of the finding's file, or of each of its files; null where there is none or one is not known. */
  readonly blobSha: string | null
  /** Version of the finding's package; null where there is none or it is not known. */
  readonly packageVersion: string | null
}

/** A finding of this evaluation. */
export interface ApprovalFinding extends FindingSnapshot {
  readonly id: string
  /** True where a `never` condition of the policy holds. */
  readonly never: boolean
}

/** Everything that approvals are derived from. Nothing that the gate itself wrote is among it. */
export interface ApprovalFacts {
  /** Null where a page of them could not be read: then nothing can be approved. */
  readonly comments: readonly CommentFacts[] | null
  readonly deletedComments: readonly DeletedComment[]
  readonly pullRequest: PullRequestFacts
  /** By user id. Who is not in it could not be asked about. */
  readonly approvers: ReadonlyMap<number, ApproverFacts>
  /** Null where they could not be read. */
  readonly labels: LabelFacts | null
  readonly findings: readonly ApprovalFinding[]
  /** Whether another gate answers on this pull request too: what this one does not know may be that one's. */
  readonly otherGates: boolean
  /**
   * The finding as it was at another commit of the pull request, judged by the policy that stood on the base branch at
   * that instant; null where that cannot be told.
   */
  readonly snapshotAt: (sha: string, finding: ApprovalFinding, at: string) => FindingSnapshot | null
}
