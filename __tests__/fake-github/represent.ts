import { createHash } from 'node:crypto'
import { parentsOf, trialMergeId } from './graph.js'
import type { Json, JsonRecord, OpenApi } from './openapi.js'
import type { FakeRequest } from './route.js'
import type {
  FakeAccount,
  FakeArtifact,
  FakeCheck,
  FakeComment,
  FakeCommit,
  FakeIssue,
  FakePull,
  FakeRun
} from './state.js'

/** Everything that GitHub says about an account. */
export function accountJson(openapi: OpenApi, account: FakeAccount): JsonRecord {
  const { id, login, type } = account
  return {
    ...openapi.example('simple-user'),
    id,
    login,
    type,
    node_id: `U_${id}`,
    html_url: `https://github.com/${login}`
  }
}

export const nullableAccount = (openapi: OpenApi, account: FakeAccount | null): Json =>
  account === null ? null : accountJson(openapi, account)

export function appJson(openapi: OpenApi, app: { id: number; slug: string }): JsonRecord {
  return { ...openapi.example('integration'), id: app.id, slug: app.slug, name: app.slug }
}

export function commentJson({ openapi, url, repository }: FakeRequest, comment: FakeComment): JsonRecord {
  const base = `${url}/repos/${repository.owner}/${repository.name}`
  const { id, issue, body, createdAt, updatedAt } = comment
  return {
    id,
    node_id: `IC_${id}`,
    url: `${base}/issues/comments/${id}`,
    html_url: `https://github.com/${repository.owner}/${repository.name}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${base}/issues/${issue}`,
    ...(body === null ? {} : { body }),
    user: nullableAccount(openapi, comment.user),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: 'NONE',
    performed_via_github_app: comment.app === null ? null : appJson(openapi, comment.app),
    minimized: comment.minimized ? { reason: 'outdated' } : null
  }
}

/** A job's check lies below its run; GitHub overwrites the details address of those made with a workflow's token. */
export function checkJson({ openapi, url, repository }: FakeRequest, check: FakeCheck): JsonRecord {
  const base = `${url}/repos/${repository.owner}/${repository.name}`
  const web = `https://github.com/${repository.owner}/${repository.name}`
  const html = check.job ? `${web}/actions/runs/${check.id}/job/${check.id}` : `${web}/runs/${check.id}`
  return {
    ...openapi.example('check-run'),
    id: check.id,
    node_id: `CR_${check.id}`,
    head_sha: check.headSha,
    name: check.name,
    external_id: check.externalId,
    url: `${base}/check-runs/${check.id}`,
    html_url: html,
    details_url: html,
    status: check.status,
    conclusion: check.conclusion,
    completed_at: check.status === 'completed' ? '2026-11-23T12:00:00Z' : null,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: `${base}/check-runs/${check.id}/annotations`
    },
    app: appJson(openapi, check.app),
    pull_requests: []
  }
}

export function pullJson(request: FakeRequest, pull: FakePull, simple = false): JsonRecord {
  const { openapi, repository, url } = request
  const template = openapi.example('pull-request')
  const { head, base } = template as { head: JsonRecord; base: JsonRecord }
  const issue = repository.issues.find(({ number }) => number === pull.number)
  const repo = (id: number, owner: string, name: string): JsonRecord => ({
    ...(base.repo as JsonRecord),
    id,
    name,
    full_name: `${owner}/${name}`,
    fork: id !== repository.id
  })
  const { headRepository: fork } = pull
  const all = {
    ...template,
    number: pull.number,
    url: `${url}/repos/${repository.owner}/${repository.name}/pulls/${pull.number}`,
    html_url: `https://github.com/${repository.owner}/${repository.name}/pull/${pull.number}`,
    // GitHub's own example breaks GitHub's own description here.
    requested_teams: [],
    title: pull.title,
    body: pull.body,
    state: pull.state,
    draft: pull.draft,
    merged: pull.merged,
    merged_at: pull.merged ? (pull.closedAt ?? '2026-11-23T12:00:00Z') : null,
    user:
      pull.user === null
        ? accountJson(openapi, { id: 10137, login: 'ghost', type: 'User' })
        : accountJson(openapi, pull.user),
    labels: (issue?.labels ?? []).map(name => labelJson(request, name)),
    head: {
      ...head,
      sha: pull.headSha,
      ref: pull.headRef,
      repo: fork === null ? null : repo(fork.id, fork.owner, fork.name)
    },
    base: {
      ...base,
      sha: pull.baseSha,
      ref: pull.baseRef,
      repo: repo(repository.id, repository.owner, repository.name)
    },
    merge_commit_sha: trialMergeId(repository.branches[pull.baseRef] ?? pull.baseSha, pull.headSha),
    commits: pull.commits.length,
    changed_files: pull.files.length
  }
  if (!simple) return all
  const {
    commits: _c,
    changed_files: _f,
    additions: _a,
    deletions: _d,
    merged: _m,
    ...rest
  } = all as Record<string, Json>
  return rest
}

export function commitJson({ openapi, repository, url }: FakeRequest, commit: FakeCommit): JsonRecord {
  const template = openapi.example('commit')
  const person = (account: FakeAccount | null) => ({
    name: account?.login ?? 'somebody',
    email: commit.email,
    date: '2026-11-23T09:00:00Z'
  })
  return {
    ...template,
    // GitHub's own example breaks GitHub's own description here.
    files: [],
    sha: commit.sha,
    parents: parentsOf(repository, commit.sha).map(id => ({
      sha: id,
      url: `${url}/commits/${id}`,
      html_url: `${url}/commits/${id}`
    })),
    commit: {
      ...(template.commit as JsonRecord),
      message: commit.message,
      author: person(commit.author),
      committer: person(commit.committer)
    },
    author: nullableAccount(openapi, commit.author),
    committer: nullableAccount(openapi, commit.committer)
  }
}

export const labelJson = ({ openapi }: FakeRequest, name: string): JsonRecord => ({
  ...openapi.example('label'),
  name,
  default: false
})

export function issueJson(request: FakeRequest, issue: FakeIssue): JsonRecord {
  const { openapi, repository, url } = request
  const { pull_request: _pull, ...template } = openapi.example('issue')
  const isPull = repository.pulls.some(({ number }) => number === issue.number)
  const base = `${url}/repos/${repository.owner}/${repository.name}`
  return {
    ...template,
    number: issue.number,
    html_url: `https://github.com/${repository.owner}/${repository.name}/issues/${issue.number}`,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    user: nullableAccount(openapi, issue.user),
    labels: issue.labels.map(name => labelJson(request, name)),
    ...(isPull
      ? { pull_request: { url: `${base}/pulls/${issue.number}`, html_url: null, diff_url: null, patch_url: null } }
      : {})
  }
}

export function runJson({ openapi, repository }: FakeRequest, run: FakeRun): JsonRecord {
  const template = openapi.example('workflow-run')
  return {
    ...template,
    id: run.id,
    path: run.path,
    event: run.event,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    status: run.status,
    conclusion: run.conclusion,
    run_attempt: run.attempt,
    pull_requests: [],
    referenced_workflows: (run.called ?? []).map(path => ({ path, sha: '0'.repeat(40) })),
    html_url: `https://github.com/${repository.owner}/${repository.name}/actions/runs/${run.id}`,
    repository: { ...(template.repository as JsonRecord), id: repository.id },
    head_repository: { ...(template.head_repository as JsonRecord), id: run.headRepositoryId }
  }
}

export function artifactJson({ openapi, url, repository }: FakeRequest, artifact: FakeArtifact): JsonRecord {
  const base = `${url}/repos/${repository.owner}/${repository.name}/actions/artifacts/${artifact.id}`
  const run = repository.runs.find(({ id }) => id === artifact.runId)
  return {
    ...openapi.example('artifact'),
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.zip.byteLength,
    url: base,
    archive_download_url: `${base}/zip`,
    expired: artifact.expired,
    digest: `sha256:${createHash('sha256').update(artifact.zip).digest('hex')}`,
    workflow_run: {
      id: artifact.runId,
      repository_id: artifact.repositoryId,
      head_repository_id: run?.headRepositoryId ?? artifact.repositoryId,
      head_branch: run?.headBranch ?? 'feature',
      head_sha: artifact.headSha
    }
  }
}
