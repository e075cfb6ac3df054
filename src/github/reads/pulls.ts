import { fileStatusOf } from '../../core/change/diff.js'
import { asArray, asObject, type JsonValue, member } from '../../core/ground/json.js'
import { address, repositoryAddress } from '../http/address.js'
import type { Client } from '../http/client.js'
import type { ChangedFile, ChangedFiles, Commit, CommitObject, Commits, Comparison, PullRequest } from '../objects.js'
import { account, inner, numberIn, requiredInteger, requiredText, textIn } from '../record.js'

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MAX_FILES = 3000
/** https://docs.github.com/rest/commits/commits#compare-two-commits: only the first 300 files. */
const MAX_COMPARED_FILES = 300
const NEEDS = 'pull-requests: read'

/** Reads one pull request. */
export async function pullRequest(client: Client, number: number): Promise<PullRequest> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}`}`
  return toPullRequest(await client.json({ what: `read pull request #${number}`, route, needs: NEEDS }))
}

/**
 * Pull requests from a branch whose head is that commit. A run started by `workflow_run` names no pull request
 * where the head is a fork's, so it is found by its branch, and the commit tells whether it is still the one.
 */
export async function pullRequestsOfHead(
  client: Client,
  headOwner: string,
  headRef: string,
  headSha: string,
  state: 'open' | 'all'
): Promise<readonly PullRequest[]> {
  const found = await client.pages({
    what: `find the pull request of ${headRef}`,
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state, head: `${headOwner}:${headRef}` },
    needs: NEEDS
  })
  return found.map(toPullRequest).filter(pull => pull.headSha === headSha)
}

/** Every open pull request, oldest first. */
export async function openPullRequests(client: Client): Promise<readonly PullRequest[]> {
  const found = await client.pages({
    what: 'list the open pull requests',
    route: `GET ${repositoryAddress(client.repository)}/pulls`,
    parameters: { state: 'open', sort: 'created', direction: 'asc' },
    needs: NEEDS
  })
  return found.map(toPullRequest)
}

/** Numbers of the pull requests that a commit belongs to. */
export async function pullRequestsOfCommit(client: Client, sha: string): Promise<readonly number[]> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/commits/${sha}/pulls`}`
  const found = await client.pages({ what: `find the pull requests of ${sha}`, route, needs: NEEDS })
  return found.map(pull => requiredInteger(asObject(pull), 'number'))
}

/**
 * Files that a pull request changes at that head. GitHub lists those of the head of now, and knows no other list: where
 * the head has moved on, the commits themselves are compared. Else a push of something harmless would make an earlier
 * head look as if it had changed nothing, and that head can be brought back.
 */
export async function changedFiles(client: Client, number: number, headSha: string): Promise<ChangedFiles> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/files`}`
  const files = await client.pages({ what: `list the files of #${number}`, route, needs: NEEDS })
  const pull = await pullRequest(client, number)
  if (pull.headSha !== headSha) return changedFilesBetween(client, pull.baseSha, headSha)
  // A list that is shorter than the count would make findings in what it leaves out look as if they had been there.
  const complete = files.length < MAX_FILES && files.length >= (pull.changedFiles ?? 0)
  return { files: files.map(toChangedFile), complete }
}

/** Files that differ between the merge base of two commits and the second. */
export async function changedFilesBetween(client: Client, baseSha: string, headSha: string): Promise<Comparison> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/compare/${`${baseSha}...${headSha}`}`}`
  const what = `compare ${baseSha} with ${headSha}`
  const comparison = asObject(await client.json({ what, route, needs: 'contents: read' }))
  const files = asArray(member(comparison, 'files'))
  const mergeBase = requiredText(inner(comparison, 'merge_base_commit'), 'sha')
  return { files: files.map(toChangedFile), complete: files.length < MAX_COMPARED_FILES, mergeBase }
}

/** A commit of the repository or of one of its forks. */
export async function commitObject(client: Client, sha: string): Promise<CommitObject> {
  const route = `GET ${repositoryAddress(client.repository)}${address`/git/commits/${sha}`}`
  const commit = asObject(await client.json({ what: `read the commit ${sha}`, route, needs: 'contents: read' }))
  const parents = asArray(member(commit, 'parents')).map(parent => requiredText(asObject(parent), 'sha'))
  return { sha: requiredText(commit, 'sha'), tree: requiredText(inner(commit, 'tree'), 'sha'), parents }
}

/** Commits of a pull request; GitHub lists 250 of them at most. */
export async function commits(client: Client, number: number): Promise<Commits> {
  const total = (await pullRequest(client, number)).commits
  const route = `GET ${repositoryAddress(client.repository)}${address`/pulls/${number}/commits`}`
  const listed = await client.pages({ what: `list the commits of #${number}`, route, needs: NEEDS })
  return { commits: listed.map(toCommit), complete: total !== null && listed.length >= total }
}

function toPullRequest(value: JsonValue): PullRequest {
  const pull = asObject(value)
  const head = inner(pull, 'head')
  const base = inner(pull, 'base')
  const headRepositoryId = numberIn(inner(head, 'repo'), 'id')
  return {
    number: requiredInteger(pull, 'number'),
    state: requiredText(pull, 'state') === 'open' ? 'open' : 'closed',
    merged: typeof member(pull, 'merged_at') === 'string',
    mergedAt: textIn(pull, 'merged_at'),
    author: account(member(pull, 'user')),
    headSha: requiredText(head, 'sha'),
    headRef: requiredText(head, 'ref'),
    headRepository: textIn(inner(head, 'repo'), 'full_name'),
    headRepositoryId,
    baseSha: requiredText(base, 'sha'),
    baseRef: requiredText(base, 'ref'),
    repositoryId: requiredInteger(inner(base, 'repo'), 'id'),
    mergeSha: textIn(pull, 'merge_commit_sha'),
    commits: numberIn(pull, 'commits'),
    changedFiles: numberIn(pull, 'changed_files')
  }
}

function toChangedFile(value: JsonValue): ChangedFile {
  const file = asObject(value)
  const status = fileStatusOf(requiredText(file, 'status'))
  return {
    path: requiredText(file, 'filename'),
    previousPath: textIn(file, 'previous_filename'),
    status,
    patch: textIn(file, 'patch'),
    blobSha: status === 'removed' ? null : textIn(file, 'sha'),
    additions: numberIn(file, 'additions'),
    deletions: numberIn(file, 'deletions')
  }
}

function toCommit(value: JsonValue): Commit {
  const item = asObject(value)
  const commit = inner(item, 'commit')
  return {
    sha: requiredText(item, 'sha'),
    author: account(member(item, 'author')),
    committer: account(member(item, 'committer')),
    authorEmail: textIn(inner(commit, 'author'), 'email'),
    committerEmail: textIn(inner(commit, 'committer'), 'email'),
    message: textIn(commit, 'message') ?? ''
  }
}
