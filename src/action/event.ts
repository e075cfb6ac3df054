import { readFile } from 'node:fs/promises'
import { EVENT_NAMES, EVENTS, type EventKind, type EventName } from '../core/change/occasion/events.js'
import { CONCLUSIONS, type Happening } from '../core/change/occasion/happening.js'
import { type Occasion, occasionOf } from '../core/change/occasion/occasion.js'
import { isAddressed } from '../core/exceptions/commands/comment.js'
import { configurationError } from '../core/ground/errors.js'
import { asArray, asObject, asString, type JsonObject, type JsonValue, member } from '../core/ground/json.js'
import { inner, numberIn, textIn, wordIn } from '../github/record.js'
import { wordOf } from '../github/vocabulary.js'

/** The run that ended before a `workflow_run` started. */
export interface SourceRun {
  readonly id: number
  readonly headOwner: string | null
}

/** The commits, branches and numbers that a run is about. Null means that the event does not say. */
export interface ChangeContext {
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
  /** The trial merge of a pull request that the event itself does not name; else null. */
  readonly mergeSha: string | null
  /** Commits that a push brought, oldest first; GitHub names 2,048 at most. */
  readonly pushed: readonly string[]
  readonly sourceRun: SourceRun | null
}

/** An event, read: what it is to the gate, and what it is about. */
export interface ReadEvent {
  readonly occasion: Occasion
  readonly change: ChangeContext
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
export async function loadEvent(environment: EventEnvironment): Promise<ReadEvent> {
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
export function readEvent(environment: EventEnvironment, payload: JsonValue): ReadEvent {
  const root = asObject(payload)
  const event = wordOf(EVENT_NAMES, environment.GITHUB_EVENT_NAME ?? '')
  const about = { ...nothingIn(environment, root), ...CHANGE_IN[EVENTS[event]](root, environment) }
  return { occasion: occasionOf(happeningOf(event, environment, root, about)), change: about }
}

/** What happened, of all that the payload says. */
function happeningOf(
  event: EventName,
  { GITHUB_EVENT_NAME: name = '', GITHUB_REF }: EventEnvironment,
  root: JsonObject | null,
  { pullRequest }: ChangeContext
): Happening {
  const action = textIn(root, 'action')
  const run = inner(root, 'workflow_run')
  const source = sourceEventOf(run)
  const pull = inner(root, 'pull_request')
  const isMerged = member(pull, 'merged') === true || asString(member(pull, 'merged_at')) !== null
  return {
    event,
    isPullEvent: PULL_EVENT.test(name),
    pull: pullRequest === null ? 'untold' : isMerged ? 'merged' : 'named',
    isLabel: action === 'labeled' || action === 'unlabeled',
    comment: commentIn(root, action),
    ref: refIn(root, GITHUB_REF),
    source:
      numberIn(run, 'id') === null
        ? null
        : {
            event: wordOf(EVENT_NAMES, source),
            isAboutPull: PULL_EVENT.test(source) || asArray(member(run, 'pull_requests')).length > 0,
            isOnDefault: isDefaultBranch(textIn(run, 'head_branch'), root),
            conclusion: wordIn(run, 'conclusion', CONCLUSIONS)
          }
  }
}

const PULL_EVENT = /^pull_request/
const QUEUE_BRANCH = /^(?:refs\/heads\/)?gh-readonly-queue\//

/** The event of the run that ended. Whatever runs on the branch of a queue is about the group; a fork's may be called so. */
function sourceEventOf(run: JsonObject | null): string {
  const event = textIn(run, 'event') ?? ''
  return QUEUE_BRANCH.test(textIn(run, 'head_branch') ?? '') && !PULL_EVENT.test(event) ? 'merge_group' : event
}

/**
 * The `startsWith` and `contains` of the documented workflow do not mind case
 * (https://docs.github.com/actions/reference/workflows-and-actions/expressions#startswith), and take a line of prose for a
 * command. Whatever they let through may have taken the place of a command that waited in the concurrency group: its run
 * decides for both. Where a workflow lets other comments through, one that holds a command is told so.
 */
const LET_THROUGH = /^\/gate|\n\/gate /i

function commentIn(root: JsonObject | null, action: string | null): Happening['comment'] {
  const comment = inner(root, 'comment')
  if (comment === null) return 'none'
  const body = textIn(comment, 'body') ?? ''
  return action === 'created' && (LET_THROUGH.test(body) || isAddressed(body)) ? 'command' : 'other'
}

/** The ref of an event of branches, which the payload of some does not tell in full. */
function refIn(root: JsonObject | null, own: string | undefined): Happening['ref'] {
  const ref = own ?? textIn(root, 'ref') ?? ''
  if (member(root, 'deleted') === true || /^0+$/.test(textIn(root, 'after') ?? '')) return 'deleted'
  if (ref.startsWith('refs/tags/')) return 'tag'
  if (QUEUE_BRANCH.test(ref)) return 'queue'
  return isDefaultBranch(/^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null, root) ? 'default-branch' : 'branch'
}

const isDefaultBranch = (name: string | null, root: JsonObject | null): boolean =>
  name !== null && name === textIn(inner(root, 'repository'), 'default_branch')

function nothingIn(environment: EventEnvironment, root: JsonObject | null): ChangeContext {
  const repository = inner(root, 'repository')
  return {
    repository: environment.GITHUB_REPOSITORY ?? textIn(repository, 'full_name') ?? '',
    defaultBranch: textIn(repository, 'default_branch'),
    baseSha: null,
    headSha: null,
    baseRef: null,
    headRef: null,
    pullRequest: null,
    queuedPullRequest: null,
    mergeSha: null,
    pushed: [],
    sourceRun: null
  }
}

/** What of the payload says what the run is about, by the kind of event. */
const CHANGE_IN: Readonly<
  Record<EventKind, (root: JsonObject | null, environment: EventEnvironment) => Partial<ChangeContext>>
> = {
  request: root => pullRequest(inner(root, 'pull_request')),
  queue: root => mergeGroup(inner(root, 'merge_group')),
  push,
  schedule: (_, environment) => branch(environment),
  manual: (_, environment) => branch(environment),
  run: root => workflowRun(inner(root, 'workflow_run')),
  comment: issueComment
}

/** The head of the pull request; `GITHUB_SHA` is a merge commit, whose checks nobody sees. */
function pullRequest(pull: JsonObject | null): Partial<ChangeContext> {
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
  return {
    ...queueOf(branchName(textIn(group, 'head_ref'))),
    baseSha: commitId(member(group, 'base_sha')),
    headSha: commitId(member(group, 'head_sha')),
    baseRef: branchName(textIn(group, 'base_ref'))
  }
}

/** What the name of a merge group's branch tells. The commit in it is not the one that the group is based on. */
function queueOf(headRef: string | null): Partial<ChangeContext> {
  const [, baseRef = null, number = null] =
    /^gh-readonly-queue\/(.+)\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(headRef ?? '') ?? []
  return { headRef, baseRef, queuedPullRequest: number === null ? null : Number(number) || null }
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
  return { pullRequest: inner(issue, 'pull_request') === null ? null : numberIn(issue, 'number') }
}

/** The list of pull requests is empty where the head is a fork's. */
function workflowRun(run: JsonObject | null): Partial<ChangeContext> {
  const id = numberIn(run, 'id')
  const headSha = commitId(member(run, 'head_sha'))
  const headRef = textIn(run, 'head_branch')
  const owner = textIn(inner(inner(run, 'head_repository'), 'owner'), 'login')
  const sourceRun = id === null ? null : { id, headOwner: owner }
  if (sourceEventOf(run) === 'merge_group') return { ...queueOf(headRef), headSha, sourceRun }
  const own = asArray(member(run, 'pull_requests'))
    .map(asObject)
    .filter(pull => textIn(inner(pull, 'head'), 'sha') === headSha)
  const pull = own.length === 1 ? (own[0] ?? null) : null
  return {
    pullRequest: numberIn(pull, 'number'),
    headSha,
    headRef,
    baseSha: commitId(member(inner(pull, 'base'), 'sha')),
    baseRef: textIn(inner(pull, 'base'), 'ref'),
    sourceRun
  }
}

/** `schedule` and `workflow_dispatch`: the branch that they run on, compared with nothing. */
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
