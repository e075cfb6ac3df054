import type { Event } from '../../../generated/policy.js'
import { ADVISED, type BranchKind, EVENTS, type EventKind, isPullRequestEvent, JUDGED_EVENTS } from './events.js'
import { type Happening, isWhole } from './happening.js'

/** What is judged, which is also whose answer the check is. */
export type AnswerFor = 'pull-request' | 'queue' | 'branch'

/** The run that a check names, so that a later command starts it again. */
export type RunToStart =
  /** The run that makes the check. */
  | 'this'
  /** The one that the check names that is there. */
  | 'named'
  /** The same; where none is named, this one. */
  | 'named-or-this'
  /** The run whose end started this one. */
  | 'followed'
  | 'none'

/** What happens once the decision stands. */
export type Afterwards =
  /** The pull request's own run is started again where its job says something else. */
  | 'rerun'
  /** Exceptions of merged pull requests are offered for the exceptions file. */
  | 'after-merge'
  /** The issue of exceptions that expire soon is kept. */
  | 'reminders'
  /** Open pull requests whose answer may have ended are decided again, each on the occasion `AGAIN`. */
  | 'again'

/** An occasion to judge something: everything that depends on the event, for everything else to read. */
export interface JudgedOccasion {
  readonly kind: 'judged'
  readonly subject: AnswerFor
  /**
   * Where policy, exceptions and CODEOWNERS come from: the base commit, or the checkout, where the run is about no
   * change that waits for approval.
   */
  readonly policyFrom: 'base' | 'checkout'
  /** The event that rules are asked about, and that the decision records. */
  readonly policyEvent: Event
  /**
   * `workspace`: those that lie there. `kept`: those that a run of the pull request has kept, unless the workflow has
   * brought some. `kept-by-run`: the same, but of the run that ended alone. `kept-alone`: what lies in the workspace is
   * about something else.
   */
  readonly scans: 'workspace' | 'kept' | 'kept-by-run' | 'kept-alone'
  /** Where the files are read that scans of the workspace are about: the checkout may be another commit's. */
  readonly sources: 'checkout' | 'commit'
  /** Whether GITHUB_SHA is a commit of what is judged; else it is one of the default branch. */
  readonly runSha: 'judged' | 'elsewhere'
  /**
   * Whose report is the baseline, where none is given: that of the branch that the change goes to, that of the run
   * before on the same branch, or nobody's, because who is judged has written it.
   */
  readonly baseline: 'base-branch' | 'run-before' | 'none'
  /** Whether comments approve exceptions. */
  readonly approvals: boolean
  /** What the check says of itself. */
  readonly mark: { readonly answer: AnswerFor; readonly run: RunToStart }
  /**
   * Whether the answer is shown in a check. A green one on a branch, by the branch's own policy, would let a pull request
   * through as soon as one is opened, before its own run has begun.
   */
  readonly hasCheck: boolean
  /** Whether the answer of another subject on the same commit stays as it is. */
  readonly yields: boolean
  readonly afterwards: readonly Afterwards[]
  /** Whether the policy that lies in the checkout is the change's own proposal. */
  readonly proposal: boolean
}

/** What an event is to the gate. */
export type Occasion =
  | JudgedOccasion
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly hint: string }

type Shared = Omit<JudgedOccasion, 'scans' | 'sources' | 'runSha' | 'mark' | 'afterwards' | 'proposal'>

/** What all occasions about a pull request have in common: two runs about one agree on it. */
const OF_PULL = {
  kind: 'judged',
  subject: 'pull-request',
  policyFrom: 'base',
  policyEvent: JUDGED_EVENTS.request,
  baseline: 'base-branch',
  approvals: true,
  hasCheck: true,
  yields: false
} as const satisfies Shared

const OF_QUEUE = {
  kind: 'judged',
  subject: 'queue',
  policyFrom: 'base',
  policyEvent: JUDGED_EVENTS.queue,
  baseline: 'base-branch',
  approvals: true,
  hasCheck: true,
  yields: false
} as const satisfies Shared

/**
 * A branch is judged by its own policy and by what its last push brought. Its head may be a pull request's, the default
 * branch's too: the answer to that stays.
 */
const OF_BRANCH = {
  kind: 'judged',
  subject: 'branch',
  policyFrom: 'checkout',
  baseline: 'none',
  approvals: false,
  yields: true
} as const satisfies Omit<Shared, 'policyEvent' | 'hasCheck'>

const HERE = { scans: 'workspace', sources: 'checkout' } as const

/** What an event is about, and all that follows from it. The one place that knows what events mean. */
export const occasionOf = (happening: Happening): Occasion => OF_KIND[EVENTS[happening.event]](happening)

const OF_KIND: Readonly<Record<EventKind, (happening: Happening) => Occasion>> = {
  request: ofPull,
  queue: () => ({ ...OF_QUEUE, ...HERE, ...ownRun(OF_QUEUE.subject), afterwards: [] }),
  push: happening => ofBranch('push', happening),
  schedule: happening => ofBranch('schedule', happening),
  manual: happening => ofBranch('manual', happening),
  run: ofEndedRun,
  comment: ofComment
}

/** A run whose GITHUB_SHA is the change itself, or a trial merge of it. */
const ownRun = (answer: AnswerFor) =>
  ({ runSha: 'judged', mark: { answer, run: 'this' }, proposal: true }) as const satisfies Partial<JudgedOccasion>

/** Every event that brings a pull request, reviews and those that are not known among them. */
function ofPull({ event, isPullEvent, pull, isLabel }: Happening): Occasion {
  if (pull === 'merged') return { kind: 'nothing', why: 'The pull request is merged: nothing to do' }
  if (pull === 'untold') return isPullEvent ? UNTOLD_PULL : UNKNOWN_EVENT
  // The workflow and what it checks out are those of the default branch.
  const target = { runSha: 'elsewhere', proposal: false } as const
  const own = { ...OF_PULL, ...HERE, ...ownRun(OF_PULL.subject), afterwards: [] }
  const here = event === 'pull_request_target' ? { ...own, ...target } : own
  // Nobody else sets labels; what an event does not bring a scan for, a run of the pull request has kept.
  if (!isLabel || (event !== 'pull_request' && event !== 'pull_request_target')) return here
  return { ...here, scans: 'kept', mark: { answer: OF_PULL.subject, run: 'named-or-this' }, proposal: false }
}

const UNTOLD_PULL: Occasion = {
  kind: 'refused',
  problem: 'The event does not say which pull request it is about',
  hint: 'Run the gate on pull_request or merge_group events'
}

/** What is not known is no branch that anybody may judge by its own policy. */
const UNKNOWN_EVENT: Occasion = {
  kind: 'refused',
  problem: 'The gate does not know what to judge on this event',
  hint: `Run it on ${ADVISED.slice(0, -1).join(', ')} or ${ADVISED.at(-1)}`
}

function ofBranch(kind: BranchKind, { ref }: Happening): Occasion {
  if (ref === 'deleted') return { kind: 'nothing', why: 'The branch or tag is deleted: nothing to do' }
  // By the policy that the group brings it could be green before anybody has judged it by that of its base.
  if (ref === 'queue') return OF_QUEUE_ITSELF
  // Schedules run on the default branch alone, and do not name it.
  const isDefault = ref === 'default-branch' || kind === 'schedule'
  const baseline = isDefault ? 'run-before' : 'none'
  return {
    ...OF_BRANCH,
    ...HERE,
    policyEvent: JUDGED_EVENTS[kind],
    baseline,
    hasCheck: isDefault,
    runSha: 'judged',
    mark: BRANCH_MARK,
    afterwards: isDefault ? AFTER_BRANCH[kind] : [],
    proposal: false
  }
}

/** What follows on the default branch. */
const AFTER_BRANCH: Readonly<Record<BranchKind, readonly Afterwards[]>> = {
  push: ['after-merge'],
  schedule: ['reminders', 'again'],
  manual: []
}

const OF_QUEUE_ITSELF: Occasion = {
  kind: 'nothing',
  why: 'The branch of a merge queue is judged on `merge_group`, which the workflow has to run on: nothing to do'
}

const BRANCH_MARK = { answer: 'branch', run: 'none' } as const

/**
 * A comment is only the occasion: what is judged is the pull request, and by its rules. Most comments are no commands:
 * they cost no call.
 */
function ofComment({ pull, comment }: Happening): Occasion {
  if (pull === 'untold' || comment !== 'command')
    return { kind: 'nothing', why: 'There is no command in this comment: nothing to do' }
  return {
    ...OF_PULL,
    scans: 'kept',
    sources: 'commit',
    runSha: 'elsewhere',
    mark: { answer: OF_PULL.subject, run: 'named' },
    afterwards: ['rerun'],
    proposal: false
  }
}

/** A pull request that a scheduled run decides again, from what the pull request's own run has kept. */
export const AGAIN: JudgedOccasion = {
  ...OF_PULL,
  scans: 'kept-alone',
  sources: 'commit',
  runSha: 'elsewhere',
  mark: { answer: OF_PULL.subject, run: 'named' },
  afterwards: ['rerun'],
  proposal: false
}

/** Whether the answer is given in the check of the pull request's own run, whatever run gives it. */
export const answersInName = ({ scans }: Pick<JudgedOccasion, 'scans'>): boolean =>
  scans === 'kept' || scans === 'kept-alone'

/** The end of another run, whose files are on the default branch: the publisher for forks, whose token may only read. */
function ofEndedRun({ source }: Happening): Occasion {
  if (source === null) return UNTOLD_RUN
  const { event, isAboutPull, isOnDefault, conclusion } = source
  if (!isWhole(conclusion))
    return {
      kind: 'nothing',
      why:
        conclusion === null
          ? 'The run that this one follows has not ended: nothing to do'
          : `The run that this one follows has not come to its end (${conclusion}): what it has kept is not believed`
    }
  const elsewhere = { sources: 'commit', runSha: 'elsewhere', afterwards: [], proposal: false } as const
  if (event === 'merge_group')
    return { ...OF_QUEUE, ...elsewhere, scans: 'workspace', mark: { answer: 'queue', run: 'followed' } }
  const { subject: answer } = OF_PULL
  if (isAboutPull && isPullRequestEvent(event))
    return { ...OF_PULL, ...elsewhere, scans: 'kept-by-run', mark: { answer, run: 'followed' } }
  // A push is no run of the pull request: its scans have to be brought, and it says nothing when it is started again.
  if (isAboutPull) return { ...OF_PULL, ...elsewhere, scans: 'workspace', mark: { answer, run: 'none' } }
  const ofBranch = { ...OF_BRANCH, ...elsewhere, ...HERE, hasCheck: isOnDefault }
  return { ...ofBranch, policyEvent: JUDGED_EVENTS.run, mark: BRANCH_MARK }
}

const UNTOLD_RUN: Occasion = {
  kind: 'refused',
  problem: 'The event does not say which run has ended',
  hint: 'Run the gate on `workflow_run` of type `completed`'
}
