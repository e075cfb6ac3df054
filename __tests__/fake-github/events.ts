import type { JsonObject, JsonValue } from '../../src/core/ground/json.js'
import { type Payload as Mutable, webhookExample } from './examples.kept.js'
import { trialMergeId } from './graph.js'
import { sha, user } from './state.js'

/** The name of an event and its payload, as the runner hands them over. */
export interface FakeEvent {
  readonly name: string
  readonly payload: JsonObject
  /** What the runner says in `GITHUB_SHA` and `GITHUB_REF`. */
  readonly sha: string
  readonly ref: string
}

/** What a pull request's events are about; the default is one from a branch of the repository itself. */
export interface PullEvent {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly headRef: string
  readonly headRepository: { readonly id: number; readonly fullName: string } | null
  readonly author: { readonly id: number; readonly login: string; readonly type: string } | null
  readonly labels: readonly string[]
}

const REPOSITORY = { id: 1000, fullName: 'acme/pay' }
const DEFAULT_PULL: PullEvent = {
  number: 42,
  headSha: sha('head'),
  baseSha: sha('base'),
  headRef: 'feature',
  headRepository: REPOSITORY,
  author: user(11, 'alice'),
  labels: []
}
export const FORK: Partial<PullEvent> = { headRepository: { id: 2000, fullName: 'eve/pay' }, author: user(21, 'eve') }
export const DEPENDABOT: Partial<PullEvent> = {
  headRef: 'dependabot/npm_and_yarn/lodash-4.17.21',
  author: { id: 49699333, login: 'dependabot[bot]', type: 'Bot' }
}
export const ZEROS = '0'.repeat(40)

/** A payload that GitHub once sent. */
const example = webhookExample

const record = (value: JsonValue | undefined): Mutable => value as Mutable

/** Members that GitHub has added since the examples were recorded. */
const REPOSITORY_NOW = {
  has_discussions: false,
  has_pull_requests: true,
  is_template: false,
  disabled: false,
  allow_forking: true,
  web_commit_signoff_required: false,
  topics: [],
  visibility: 'private'
}

function repositoryNow(old: Mutable, { id, fullName } = REPOSITORY): Mutable {
  const [owner = '', name = ''] = fullName.split('/')
  return {
    ...old,
    ...REPOSITORY_NOW,
    id,
    name,
    full_name: fullName,
    default_branch: 'main',
    owner: { ...record(old.owner), login: owner }
  }
}

/** `pull_request` with any action; a labelled one carries the first label. `GITHUB_SHA` is a merge commit. */
export function pullRequestEvent(
  action: 'opened' | 'synchronize' | 'labeled' | 'unlabeled',
  overrides: Partial<PullEvent> = {},
  name = 'pull_request'
): FakeEvent {
  const about = { ...DEFAULT_PULL, ...overrides }
  const payload = example('pull_request', action)
  const pull = record(payload.pull_request)
  const [head, base] = [record(pull.head), record(pull.base)]
  const labels = about.labels.map((label, index) => ({ ...LABEL, id: index + 1, name: label }))
  const repository = repositoryNow(record(payload.repository))
  const pulled = {
    ...pull,
    number: about.number,
    user: about.author === null ? null : { ...record(pull.user), ...about.author },
    auto_merge: null,
    active_lock_reason: null,
    labels,
    head: {
      ...head,
      sha: about.headSha,
      ref: about.headRef,
      repo: about.headRepository === null ? null : repositoryNow(record(payload.repository), about.headRepository)
    },
    base: { ...base, sha: about.baseSha, ref: 'main', repo: repository }
  }
  const label = labels[0] === undefined ? {} : { label: labels[0] }
  return {
    name,
    payload: { ...payload, ...label, number: about.number, pull_request: pulled, repository, sender: senderOf(about) },
    sha: trialMergeId(about.baseSha, about.headSha),
    ref: `refs/pull/${about.number}/merge`
  }
}

const NO_REACTIONS = {
  url: 'https://api.github.com/repos/acme/pay/issues/comments/900/reactions',
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0
}

const LABEL = {
  id: 1,
  node_id: 'LA_1',
  url: 'https://api.github.com/repos/acme/pay/labels/x',
  name: 'x',
  color: 'ededed',
  default: false,
  description: null
}

function senderOf({ author }: PullEvent): Mutable {
  const sender = record(example('pull_request', 'opened').sender)
  return { ...sender, ...(author ?? user(12, 'bob')) }
}

/** `merge_group`: of one pull request by its name, though it may hold several. */
export function mergeGroupEvent(number = 42): FakeEvent {
  const payload = example('merge_group', 'checks_requested')
  const group = record(payload.merge_group)
  const headRef = `refs/heads/gh-readonly-queue/main/pr-${number}-${sha('base')}`
  const about = { head_sha: sha('group'), head_ref: headRef, base_sha: sha('base'), base_ref: 'refs/heads/main' }
  return {
    name: 'merge_group',
    payload: { ...payload, merge_group: { ...group, ...about }, repository: repositoryNow(record(payload.repository)) },
    sha: sha('group'),
    ref: headRef
  }
}

/** `push` to main; `before` of zeros is the first push of a branch. */
export function pushEvent(before = sha('base'), after = sha('head'), ref = 'refs/heads/main'): FakeEvent {
  const payload = example('push', null)
  const repository = repositoryNow(record(payload.repository))
  return { name: 'push', payload: { ...payload, before, after, ref, repository }, sha: after, ref }
}

/** `issue_comment` created, on a pull request or on an issue; it runs on the default branch. */
export function issueCommentEvent(body: string | null, options: { readonly onIssue?: boolean } = {}): FakeEvent {
  const payload = example('issue_comment', 'created')
  const { pull_request: _pull, ...issue } = record(payload.issue)
  const web = 'https://github.com/acme/pay/pull/42'
  const api = 'https://api.github.com/repos/acme/pay/pulls/42'
  const pulled = { pull_request: { url: api, html_url: web, diff_url: `${web}.diff`, patch_url: `${web}.patch` } }
  const author = { ...record(record(payload.comment).user), ...user(12, 'bob') }
  return {
    name: 'issue_comment',
    payload: {
      ...payload,
      issue: {
        ...issue,
        number: 42,
        draft: false,
        active_lock_reason: null,
        labels: [],
        reactions: NO_REACTIONS,
        ...(options.onIssue ? {} : pulled)
      },
      comment: {
        ...record(payload.comment),
        id: 900,
        node_id: 'IC_900',
        body,
        user: author,
        performed_via_github_app: null,
        reactions: NO_REACTIONS
      },
      repository: repositoryNow(record(payload.repository)),
      sender: author
    },
    sha: sha('base'),
    ref: 'refs/heads/main'
  }
}

/** `workflow_run` completed, after a run of the pull request; that of a fork names no pull request. */
export function workflowRunEvent(overrides: Partial<PullEvent> = {}): FakeEvent {
  const about = { ...DEFAULT_PULL, ...overrides }
  const payload = example('workflow_run', 'completed')
  const run = record(payload.workflow_run)
  const fork = about.headRepository !== null && about.headRepository.id !== REPOSITORY.id
  const pull = {
    id: 1,
    number: about.number,
    url: 'https://api.github.com/repos/acme/pay/pulls/42',
    head: { ref: about.headRef, sha: about.headSha, repo: { id: REPOSITORY.id, name: 'pay', url: '' } },
    base: { ref: 'main', sha: about.baseSha, repo: { id: REPOSITORY.id, name: 'pay', url: '' } }
  }
  const head = repositoryNow(record(run.head_repository), about.headRepository ?? REPOSITORY)
  const repository = repositoryNow(record(payload.repository))
  return {
    name: 'workflow_run',
    payload: {
      ...payload,
      workflow_run: {
        ...run,
        actor: record(payload.sender),
        triggering_actor: record(payload.sender),
        display_title: 'Add a feature',
        id: 77,
        event: 'pull_request',
        head_sha: about.headSha,
        head_branch: about.headRef,
        conclusion: 'success',
        path: '.github/workflows/scan.yml',
        pull_requests: fork ? [] : [pull],
        head_repository: head,
        repository: { ...record(run.repository), id: REPOSITORY.id }
      },
      repository
    },
    sha: sha('base'),
    ref: 'refs/heads/main'
  }
}

/** `schedule` carries little; so does `workflow_dispatch`. Both run on a branch. */
export function branchEvent(name: 'schedule' | 'workflow_dispatch' | 'release'): FakeEvent {
  const dispatched = example('workflow_dispatch', null)
  const repository = repositoryNow(record(dispatched.repository))
  const payload: JsonObject =
    name === 'schedule'
      ? { schedule: '0 3 * * *', workflow: '.github/workflows/gate.yml' }
      : { ...dispatched, repository }
  return { name, payload, sha: sha('base'), ref: 'refs/heads/main' }
}

/** Any event, as GitHub once sent it; it runs on the default branch. */
export function sentEvent(name: string, action: string | null): FakeEvent {
  const payload = example(name, action)
  const repository = repositoryNow(record(payload.repository))
  return { name, payload: { ...payload, repository }, sha: sha('base'), ref: 'refs/heads/main' }
}
