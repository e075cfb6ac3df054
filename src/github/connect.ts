import { commentFacts } from './graphql.js'
import { parseRepository, type RepositoryName } from './http/address.js'
import { type Client, createClient } from './http/client.js'
import { type Clock, systemClock } from './http/clock.js'
import { identifyToken, type TokenIdentity } from './identity.js'
import type { GitHub } from './port.js'
import { artifactFiles, artifactsOfRun } from './reads/artifacts.js'
import { commitAuthors } from './reads/authors.js'
import { branchRecord, branchTip, pushesTo } from './reads/branches.js'
import { fileReader } from './reads/contents.js'
import { pullHistory } from './reads/history.js'
import { roleOf, teamMembership } from './reads/permissions.js'
import {
  changedFiles,
  changedFilesBetween,
  commitObject,
  commits,
  openPullRequests,
  pullRequest,
  pullRequestsOfCommit,
  pullRequestsOfHead
} from './reads/pulls.js'
import { blobsAt, filesAt } from './reads/trees.js'
import { gatesOf, keepCheck, ownCheck, startCheck } from './writes/checks.js'
import { comments, keepComment } from './writes/comments.js'
import { keepIssue } from './writes/issues.js'
import { keepLabels, labelEvents } from './writes/labels.js'
import { proposeFile } from './writes/proposals.js'
import { react } from './writes/reactions.js'
import { attemptOfRun, rerunGate, runsOfBranch, runsOfHead } from './writes/reruns.js'
import { keepSuggestions } from './writes/suggestions.js'

export interface ConnectOptions {
  readonly token: string
  /** Reads teams and other repositories; null: the token does. */
  readonly orgToken: string | null
  /** `owner/name` of the run, as `GITHUB_REPOSITORY` gives it. */
  readonly repository: RepositoryName | string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** `GITHUB_GRAPHQL_URL`; null: derived from the API's. */
  readonly graphqlUrl: string | null
  /** Milliseconds that all calls together may take, waits included. */
  readonly budget: number
  readonly clock?: Clock
}

/** Five minutes for everything that is asked of GitHub. */
export const DEFAULT_BUDGET = 300_000

/** The port on GitHub itself. Nothing is loaded or sent before the first call. */
export function connectGitHub(options: ConnectOptions): GitHub {
  const { token, orgToken, apiUrl, clock = systemClock } = options
  const repository = typeof options.repository === 'string' ? parseRepository(options.repository) : options.repository
  if (repository === null) throw new TypeError('The repository must be given as owner/name')
  const common = {
    repository,
    apiUrl,
    graphqlUrl: options.graphqlUrl ?? graphqlUrlOf(apiUrl),
    clock,
    deadline: clock.now() + options.budget
  }
  const client = createClient({ ...common, token, secrets: orgToken === null ? [] : [orgToken] })
  const organisation = orgToken === null ? client : createClient({ ...common, token: orgToken, secrets: [token] })
  return bind(client, organisation)
}

/** GitHub Enterprise Server has REST below /api/v3 and GraphQL at /api/graphql. */
export const graphqlUrlOf = (apiUrl: string): string => `${apiUrl.replace(/\/$/, '').replace(/\/v3$/, '')}/graphql`

function bind(client: Client, organisation: Client): GitHub {
  let known: Promise<TokenIdentity> | null = null
  const who = (): Promise<TokenIdentity> => {
    known ??= identifyToken(client)
    return known
  }
  const readOwn = fileReader(client)
  const readForeign = fileReader(organisation)
  return {
    pullRequest: number => pullRequest(client, number),
    pullRequestsOfHead: (owner, ref, sha, state) => pullRequestsOfHead(client, owner, ref, sha, state),
    openPullRequests: () => openPullRequests(client),
    pullRequestsOfCommit: sha => pullRequestsOfCommit(client, sha),
    changedFiles: (number, headSha) => changedFiles(client, number, headSha),
    changedFilesBetween: (baseSha, headSha) => changedFilesBetween(client, baseSha, headSha),
    commitObject: sha => commitObject(client, sha),
    commits: number => commits(client, number),
    commitAuthors: number => commitAuthors(client, number),
    pullHistory: number => pullHistory(client, number),
    comments: number => comments(client, number),
    commentFacts: nodeIds => commentFacts(client, nodeIds),
    keepComment: comment => keepComment(client, who, comment),
    keepSuggestions: wanted => keepSuggestions(client, who, wanted),
    react: (commentId, reactions) => react(client, who, commentId, reactions),
    labelEvents: number => labelEvents(client, number),
    keepLabels: (number, managed, wanted) => keepLabels(client, number, managed, wanted),
    startCheck: report => startCheck(client, who, report),
    keepCheck: report => keepCheck(client, who, report),
    gatesOf: headSha => gatesOf(client, who, headSha),
    ownCheck: (headSha, name) => ownCheck(client, who, headSha, name),
    fileAt: request => (request.repository === undefined ? readOwn(request) : readForeign(request)),
    blobsAt: commit => blobsAt(client, commit),
    filesAt: commit => filesAt(client, commit),
    branchTip: branch => branchTip(client, branch),
    branchRecord: (branch, since) => branchRecord(client, branch, since),
    pushesTo: (branch, fork) => pushesTo(fork === null ? client : organisation, branch, fork),
    roleOf: login => roleOf(client, login),
    teamMembership: (org, team, login) => teamMembership(organisation, org, team, login),
    runsOfHead: headSha => runsOfHead(client, headSha),
    runsOfBranch: asked => runsOfBranch(client, asked),
    attemptOfRun: (runId, count) => attemptOfRun(client, runId, count),
    rerunGate: request => rerunGate(client, request),
    artifactsOfRun: runId => artifactsOfRun(client, runId),
    artifactFiles: (artifactId, headSha, isWanted) => artifactFiles(client, artifactId, headSha, isWanted),
    proposeFile: proposal => proposeFile(client, readOwn, proposal),
    keepIssue: issue => keepIssue(client, who, issue)
  }
}
