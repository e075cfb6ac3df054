import type {
  Artifact,
  ArtifactFile,
  BranchRecord,
  BranchRuns,
  ChangedFiles,
  Comment,
  CommentDetails,
  CommitObject,
  Commits,
  Comparison,
  FileAtCommit,
  FileRequest,
  ListedLabelEvent,
  PullHistory,
  PullRequest,
  Pushes,
  Reaction,
  RepositoryRole,
  TeamMembership,
  WorkflowRun
} from './objects.js'
import type {
  CheckReport,
  CheckResult,
  IssueResult,
  OwnCheck,
  Proposal,
  ProposalResult,
  RerunRequest,
  RerunResult,
  ReviewSuggestions,
  StickyComment,
  StickyResult,
  SuggestionsResult,
  TrackedIssue
} from './requests.js'

/**
 * Everything that the program asks of GitHub, for the repository of the run. Each method rejects with a GitHubError
 * and nothing else; lists are whole or fail; writes say what they changed, and change nothing the second time.
 */
export interface GitHub {
  pullRequest(number: number): Promise<PullRequest>
  /** Pull requests from that branch whose head is that commit; finds those of forks too. */
  pullRequestsOfHead(
    headOwner: string,
    headRef: string,
    headSha: string,
    state: 'open' | 'all'
  ): Promise<readonly PullRequest[]>
  /** All that are open, oldest first. */
  openPullRequests(): Promise<readonly PullRequest[]>
  /** Numbers of the pull requests that hold a commit, e.g. those of a merge group. */
  pullRequestsOfCommit(sha: string): Promise<readonly number[]>
  /** Of that head, whatever head the pull request has by now. */
  changedFiles(number: number, headSha: string): Promise<ChangedFiles>
  /** From the merge base of the two to the second. */
  changedFilesBetween(baseSha: string, headSha: string): Promise<Comparison>
  commitObject(sha: string): Promise<CommitObject>
  commits(number: number): Promise<Commits>
  /** Account ids of the authors and co-authors of its commits, by their addresses in lower case, where GitHub knows them. */
  commitAuthors(number: number): Promise<ReadonlyMap<string, number>>
  /** Labels set and taken, comments deleted, and when it was reopened or got another base. */
  pullHistory(number: number): Promise<PullHistory>

  comments(number: number): Promise<readonly Comment[]>
  /** One entry for each node that still is a comment, in the order asked for. */
  commentFacts(nodeIds: readonly string[]): Promise<readonly CommentDetails[]>
  keepComment(comment: StickyComment): Promise<StickyResult>
  /** Of our suggestions exactly these stand there afterwards, but for those that GitHub refuses. */
  keepSuggestions(wanted: ReviewSuggestions): Promise<SuggestionsResult>
  /** Gives a comment exactly these of our reactions; those of others stay. */
  react(commentId: number, reactions: readonly Reaction[]): Promise<'changed' | 'unchanged'>

  /** Label events of an issue or pull request, oldest first. */
  labelEvents(number: number): Promise<readonly ListedLabelEvent[]>
  /** Of the `managed` labels exactly the `wanted` ones are set; others stay. */
  keepLabels(number: number, managed: readonly string[], wanted: readonly string[]): Promise<'changed' | 'unchanged'>

  /** Shows the check run as in progress, where the commit has none of ours yet that a pull request's run made. */
  startCheck(report: CheckReport): Promise<'created' | 'updated' | 'unchanged'>
  keepCheck(report: CheckReport): Promise<CheckResult>
  ownCheck(headSha: string, name: string): Promise<OwnCheck | null>
  /** Names of the check runs on the commit that gates have made, whichever. */
  gatesOf(headSha: string): Promise<readonly string[]>

  fileAt(request: FileRequest): Promise<FileAtCommit>
  /** Paths of all files of a commit; null where the list is cut. */
  filesAt(commit: string): Promise<readonly string[] | null>
  /** The same with git's id of each file. */
  blobsAt(commit: string): Promise<ReadonlyMap<string, string> | null>
  /** The commit that a branch points to now. */
  branchTip(branch: string): Promise<string>
  /** Updates of a branch back to an instant; see `commitAt`. */
  branchRecord(branch: string, since: string): Promise<BranchRecord>
  /** Updates of a branch and who made them, newest first; of a fork where one is named (`owner/name`). */
  pushesTo(branch: string, fork: string | null): Promise<Pushes>
  roleOf(login: string): Promise<RepositoryRole>
  /** An error is not a no: a team that the token cannot see rejects with `not-found`. */
  teamMembership(organisation: string, team: string, login: string): Promise<TeamMembership>

  runsOfHead(headSha: string): Promise<readonly WorkflowRun[]>
  /** The newest of them, a hundred at most, newest first. */
  runsOfBranch(asked: BranchRuns): Promise<readonly WorkflowRun[]>
  /** A run as it was at one of its attempts, counted from 1. */
  attemptOfRun(runId: number, count: number): Promise<WorkflowRun>
  rerunGate(request: RerunRequest): Promise<RerunResult>
  artifactsOfRun(runId: number): Promise<readonly Artifact[]>
  /** Files of an artifact, all or those wanted, refused unless it was made by a run of this repository for that head. */
  artifactFiles(
    artifactId: number,
    headSha: string,
    isWanted?: (name: string) => boolean
  ): Promise<readonly ArtifactFile[]>

  proposeFile(proposal: Proposal): Promise<ProposalResult>
  keepIssue(issue: TrackedIssue): Promise<IssueResult>
}
