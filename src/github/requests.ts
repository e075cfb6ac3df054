import type { Conclusion } from '../core/change/occasion/happening.js'
import type { AnswerFor } from '../core/change/occasion/occasion.js'
import type { GitHubError } from './http/failure.js'
import type { RunStatus } from './vocabulary.js'

/** The text that the gate keeps up to date on a pull request or an issue. */
export interface StickyComment {
  readonly number: number
  /** Hidden text that tells our comment from others, e.g. `<!-- policy-gate -->`; part of the body. */
  readonly marker: string
  readonly body: string
  /** What becomes of a comment that is there; absent: the body takes its place. */
  readonly amend?: (current: string) => string
  /** False: an existing comment is updated, none is made. */
  readonly create: boolean
}

export interface StickyResult {
  readonly action: 'created' | 'updated' | 'unchanged' | 'absent'
  readonly url: string | null
}

/** Lines of the head, and what is offered to stand in their place, as a comment of a review. */
export interface ReviewSuggestion {
  /** Second line of the body: tells it from our others. */
  readonly mark: string
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  /** Begins with the marker of the set and the mark, each a line. */
  readonly body: string
}

/** All suggestions that there are to be of this gate on a pull request. */
export interface ReviewSuggestions {
  readonly number: number
  readonly headSha: string
  /** Hidden first line that tells our comments from others. */
  readonly marker: string
  readonly suggestions: readonly ReviewSuggestion[]
  /** Takes the place of one that no longer holds and has replies; others are deleted. */
  readonly withdrawn: string
}

export interface SuggestionsResult {
  /** How many stand there now. */
  readonly standing: number
  /** Places that GitHub does not take for lines of the change. */
  readonly refused: number
}

export interface CheckAnnotation {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  /** Only on annotations of one line. */
  readonly startColumn: number | null
  readonly endColumn: number | null
  readonly level: 'notice' | 'warning' | 'failure'
  readonly message: string
  readonly title: string | null
  readonly rawDetails: string | null
}

/**
 * Which gate has answered. A name and a commit do not tell two of them apart: steps of a job, legs of a matrix and
 * copied workflows have the same.
 */
export interface Signature {
  /** Digest of the path of the pull request's own workflow; null: not known. */
  readonly workflow: string | null
  /** The run that answered, and its attempt. */
  readonly run: number
  readonly attempt: number
  /** Digest of job, step and inputs; null: not known. */
  readonly seat: string | null
  /** Digest of the scans that were read; null: none were, or it is not known. */
  readonly scans: string | null
  /** True: two gates have answered here, and neither answer stands. */
  readonly isDisputed: boolean
}

/** Two gates of one name on one commit. */
export interface Dispute {
  /** Path of the other gate's workflow; null: not known. */
  readonly workflowPath: string | null
}

export interface CheckReport {
  readonly headSha: string
  /** Must differ from the name of every job: GitHub refuses to update a job's check. */
  readonly name: string
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  readonly summary: string
  readonly text: string | null
  readonly annotations: readonly CheckAnnotation[]
  /** Whose answer this is. */
  readonly answer: AnswerFor
  /** The run that a later command finds and starts again; null where there is none. */
  readonly runId: number | null
  /** The commit that was scanned, to be found by a later command; absent or null where it is not known. */
  readonly scannedSha?: string | null
  /** Absent or null: nothing is known of who answers. */
  readonly signature?: Signature | null
  /** Path of the workflow that `signature` names; null: not known. */
  readonly workflowPath?: string | null
  /** True: this run has answered there before, or what it says is no answer but a failure. */
  readonly again?: boolean
  /** Tells this job from those that are at work beside it, as legs of a matrix; absent or null: nothing does. */
  readonly ticket?: string | null
  /** True: it answers in the name of whoever did before. */
  readonly inName?: boolean
  /** What the check shows where another gate has answered in it; absent: that is not looked for. */
  readonly disputed?: (other: Dispute) => Pick<CheckReport, 'title' | 'summary' | 'text'>
  /** True: what only other runs read in the text has to be the same as well, before nothing is written. */
  readonly exact?: boolean
  /** Told what our check shows so far; true: it stays as it is. */
  readonly leaves?: (shown: OwnCheck) => boolean
  /** True: a check on the commit that answers somebody else stays as it is. */
  readonly yields?: boolean
}

/** A check run of the same name that is not ours: a job's, or one that another app or workflow made. */
export interface OtherCheck {
  readonly id: number
  readonly appId: number | null
  readonly app: string | null
  readonly isJob: boolean
  readonly status: RunStatus
  readonly conclusion: Conclusion | null
  readonly url: string | null
}

export interface CheckResult {
  readonly url: string | null
  readonly action: 'created' | 'updated' | 'unchanged'
  /** Whose answer the check shows now: this one, the one that was there, or none since another gate has answered too. */
  readonly stands: 'this' | 'former' | 'none'
  readonly annotationsPosted: number
  /** Why not all annotations were posted; the conclusion is set all the same. */
  readonly annotationsError: GitHubError | null
  readonly others: readonly OtherCheck[]
}

/** What our own check run on a commit says about where it came from. */
export interface OwnCheck {
  /** The run that it names as the pull request's own. */
  readonly runId: number | null
  readonly signature: Signature | null
  /** Null: it is not completed. */
  readonly conclusion: Conclusion | null
  /** The commit that it says was scanned; whoever may write checks may have written it. */
  readonly scannedSha: string | null
  /** The text that it shows. */
  readonly text: string | null
}

export interface RerunRequest {
  readonly headSha: string
  /** The run that made our check (`OwnCheck.runId`), if it is known. */
  readonly runId: number | null
  /** Path of the gate's workflow file, to recognise its run where `runId` does not. */
  readonly workflowPath: string | null
  /** What the run should conclude: one that does already is left alone. */
  readonly expected: 'success' | 'failure'
}

export interface RerunResult {
  /** `running`: it reads the new state itself, or must be started again later. `unknown`: no or several candidates. */
  readonly action: 'restarted' | 'agrees' | 'running' | 'unknown'
}

/** A file that should be in the repository, offered as a pull request. */
export interface Proposal {
  readonly branch: string
  readonly base: string
  readonly path: string
  readonly content: string
  readonly message: string
  readonly title: string
  readonly body: string
}

export interface ProposalResult {
  readonly action: 'created' | 'updated' | 'unchanged'
  readonly url: string
}

export interface TrackedIssue {
  /** Hidden text that tells our issue from others; part of the body. */
  readonly marker: string
  readonly title: string
  /** Null: there is nothing to say any more, an open issue of ours is closed. */
  readonly body: string | null
  readonly labels: readonly string[]
}

export interface IssueResult {
  readonly action: 'created' | 'updated' | 'unchanged' | 'closed' | 'absent'
}
