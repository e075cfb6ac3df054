import { readFile } from 'node:fs/promises'
import { configurationError } from '../core/ground/errors.js'
import { asArray, asObject, asString, type JsonObject, type JsonValue, member } from '../core/ground/json.js'
import { inner, numberIn, textIn, wordIn } from '../github/record.js'
import {
  CONCLUSIONS,
  type Conclusion,
  EVENT_ACTIONS,
  EVENT_NAMES,
  type EventAction,
  type EventName,
  wordOf
} from '../github/vocabulary.js'

/** The comment of an event: enough to tell whether it may be a command; commands are read again. */
export interface EventComment {
  readonly body: string
}

/** The run that ended before a `workflow_run` started. */
export interface SourceRun {
  readonly id: number
  readonly event: EventName | null
  /** True for every event of pull requests, those too that the gate does not know. */
  readonly isAboutPull: boolean
  readonly conclusion: Conclusion | null
  readonly headOwner: string | null
}

/** What the run is about. Null means that the event does not say. */
export interface ChangeContext {
  readonly event: EventName
  /** The event as GitHub names it: what the decision records. */
  readonly eventText: string
  readonly action: EventAction | null
  readonly repository: string
  readonly defaultBranch: string | null
  readonly baseSha: string | null
  readonly headSha: string | null
  /** Names of branches, without `refs/heads/`. */
  readonly baseRef: string | null
  readonly headRef: string | null
  readonly pullRequest: number | null
  /** The pull request that a merge group is named after; the group may hold others. */
  readonly queuedPullRequest: number | null
  /** True where the pull request is known to be closed. */
  readonly isClosed: boolean
  /** The trial merge of a pull request that the event itself does not name; else null. */
  readonly mergeSha: string | null
  /** Commits that a push brought, oldest first; GitHub names 2,048 at most. */
  readonly pushed: readonly string[]
  readonly comment: EventComment | null
  readonly sourceRun: SourceRun | null
}

/** Variables of the runner that say what the run is about. */
export interface EventEnvironment {
  readonly GITHUB_EVENT_NAME?: string | undefined
  readonly GITHUB_EVENT_PATH?: string | undefined
  readonly GITHUB_REPOSITORY?: string | undefined
  readonly GITHUB_SHA?: string | undefined
  readonly GITHUB_REF?: string | undefined
}

/** Reads the event that the runner describes. Errors: ConfigurationError where its file cannot be read. */
export async function loadEvent(environment: EventEnvironment): Promise<ChangeContext> {
  // Without it a pull request would be taken for a branch, and be judged by the policy that it brings.
  if (!environment.GITHUB_EVENT_NAME) {
    throw configurationError('The event of the run is not known', 'Run this as a step of a workflow')
  }
  const path = environment.GITHUB_EVENT_PATH
  if (path === undefined || path === '') return readEvent(environment, null)
  try {
    return readEvent(environment, JSON.parse(await readFile(path, 'utf8')) as JsonValue)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw configurationError(`The event of the run cannot be read: ${why}`, 'Run this as a step of a workflow')
  }
}

/** What an event is about, as far as its payload says. Pure; `resolveChange` asks GitHub for the rest. */
export function readEvent(environment: EventEnvironment, payload: JsonValue): ChangeContext {
  const root = asObject(payload)
  const common = commonOf(environment, root)
  switch (common.event) {
    case 'merge_group':
      return { ...common, ...mergeGroup(inner(root, 'merge_group')) }
    case 'push':
      return { ...common, ...push(root) }
    case 'issue_comment':
      return { ...common, ...issueComment(root) }
    case 'workflow_run':
      return { ...common, ...workflowRun(inner(root, 'workflow_run')) }
    default: {
      const pull = inner(root, 'pull_request')
      return pull === null ? { ...common, ...branch(environment) } : { ...common, ...pullRequest(pull) }
    }
  }
}

function commonOf(environment: EventEnvironment, root: JsonObject | null): ChangeContext {
  const repository = inner(root, 'repository')
  const eventText = environment.GITHUB_EVENT_NAME ?? ''
  return {
    event: wordOf(EVENT_NAMES, eventText),
    eventText,
    action: wordIn(root, 'action', EVENT_ACTIONS),
    repository: environment.GITHUB_REPOSITORY ?? textIn(repository, 'full_name') ?? '',
    defaultBranch: textIn(repository, 'default_branch'),
    baseSha: null,
    headSha: null,
    baseRef: null,
    headRef: null,
    pullRequest: null,
    queuedPullRequest: null,
    isClosed: false,
    mergeSha: null,
    pushed: [],
    comment: null,
    sourceRun: null
  }
}

/** The head of the pull request; `GITHUB_SHA` is a merge commit, whose checks nobody sees. */
function pullRequest(pull: JsonObject): Partial<ChangeContext> {
  const head = inner(pull, 'head')
  const base = inner(pull, 'base')
  return {
    pullRequest: numberIn(pull, 'number'),
    baseSha: commitId(member(base, 'sha')),
    headSha: commitId(member(head, 'sha')),
    baseRef: textIn(base, 'ref'),
    headRef: textIn(head, 'ref')
  }
}

function mergeGroup(group: JsonObject | null): Partial<ChangeContext> {
  const headRef = branchName(textIn(group, 'head_ref'))
  const queued = Number(/\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(headRef ?? '')?.[1] ?? 0)
  return {
    baseSha: commitId(member(group, 'base_sha')),
    headSha: commitId(member(group, 'head_sha')),
    baseRef: branchName(textIn(group, 'base_ref')),
    headRef,
    queuedPullRequest: queued === 0 ? null : queued
  }
}

/** The first push of a branch comes from no commit, its deletion leads to none. */
function push(root: JsonObject | null): Partial<ChangeContext> {
  const ref = branchName(textIn(root, 'ref'))
  return {
    baseSha: commitId(member(root, 'before')),
    headSha: commitId(member(root, 'after')),
    baseRef: ref,
    headRef: ref,
    pushed: asArray(member(root, 'commits')).flatMap(commit => commitId(member(asObject(commit), 'id')) ?? [])
  }
}

/** A comment on a pull request; one on an issue is about no change. The event does not say which head was meant. */
function issueComment(root: JsonObject | null): Partial<ChangeContext> {
  const issue = inner(root, 'issue')
  const comment = inner(root, 'comment')
  if (inner(issue, 'pull_request') === null || comment === null) return {}
  return { pullRequest: numberIn(issue, 'number'), comment: { body: textIn(comment, 'body') ?? '' } }
}

/** The list of pull requests is empty where the head is a fork's. */
function workflowRun(run: JsonObject | null): Partial<ChangeContext> {
  const id = numberIn(run, 'id')
  const headSha = commitId(member(run, 'head_sha'))
  const headRepository = inner(run, 'head_repository')
  const own = asArray(member(run, 'pull_requests'))
    .map(asObject)
    .filter(pull => textIn(inner(pull, 'head'), 'sha') === headSha)
  const pull = own.length === 1 ? (own[0] ?? null) : null
  return {
    pullRequest: numberIn(pull, 'number'),
    headSha,
    headRef: textIn(run, 'head_branch'),
    baseSha: commitId(member(inner(pull, 'base'), 'sha')),
    baseRef: textIn(inner(pull, 'base'), 'ref'),
    sourceRun:
      id === null
        ? null
        : {
            id,
            event: wordIn(run, 'event', EVENT_NAMES),
            isAboutPull: /^pull_request/.test(textIn(run, 'event') ?? ''),
            conclusion: wordIn(run, 'conclusion', CONCLUSIONS),
            headOwner: textIn(inner(headRepository, 'owner'), 'login')
          }
  }
}

/** `schedule`, `workflow_dispatch` and the like: the branch that they run on, compared with nothing. */
function branch({ GITHUB_SHA, GITHUB_REF }: EventEnvironment): Partial<ChangeContext> {
  const ref = branchName(GITHUB_REF ?? null)
  return { headSha: commitId(GITHUB_SHA), headRef: ref, baseRef: ref }
}

const branchName = (ref: string | null): string | null => ref?.replace(/^refs\/(heads|tags)\//, '') ?? null

/** A full commit id; git writes "none" as zeros. */
function commitId(value: JsonValue | undefined): string | null {
  const text = asString(value) ?? ''
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text) ? text : null
}
