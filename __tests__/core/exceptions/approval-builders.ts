import type {
  ApprovalFacts,
  ApprovalFinding,
  ApproverFacts,
  CommentFacts,
  LabelEvent,
  PullRequestFacts
} from '../../../src/core/exceptions/approval/approval-facts.js'
import type { Account } from '../../../src/core/ground/account.js'
import { findingId, later, NOW } from './builders.js'

export const HEAD = 'a'.repeat(40)
export const EARLIER = 'b'.repeat(40)
export const BASE = 'c'.repeat(40)

const account = (id: number, login: string, type: Account['type'] = 'User'): Account => ({ id, login, type })

export const AUTHOR = account(1, 'dev-dave')
export const ALICE = account(10, 'sec-alice') // named by the policy
export const BOB = account(11, 'sec-bob') // member of acme/appsec
export const CAROL = account(12, 'sec-carol') // member of acme/appsec
export const ADMIN = account(13, 'root-rita') // role admin
export const MALLORY = account(66, 'mallory') // triage only
export const BOT = account(90, 'policy-gate[bot]', 'Bot')

const authority = (roleName: string, team: 'active' | 'pending' | 'none' = 'none'): ApproverFacts => ({
  roleName,
  teams: new Map([['acme/appsec', team]]),
  error: null
})

/** What the platform says of each person; Alice needs no look-up. */
export const APPROVERS: ReadonlyMap<number, ApproverFacts> = new Map([
  [AUTHOR.id, authority('write')],
  [BOB.id, authority('read', 'active')],
  [CAROL.id, authority('read', 'active')],
  [ADMIN.id, authority('admin')],
  [MALLORY.id, authority('triage')]
])

/** A comment; its number orders it in time, a minute each. */
export function comment(
  number: number,
  user: Account | null,
  body: string,
  change: Partial<CommentFacts> = {}
): CommentFacts {
  const createdAt = later(NOW, (number - 1000) * 60_000)
  return {
    id: number,
    nodeId: `IC_${number}`,
    user,
    viaApp: false,
    createdAt,
    updatedAt: createdAt,
    lastEditedAt: null,
    includesCreatedEdit: false,
    editorId: null,
    minimized: false,
    body,
    url: `https://github.com/acme/pay/pull/42#issuecomment-${number}`,
    pullRequest: 42,
    repositoryId: 7,
    ...change
  }
}

/** A comment that somebody edited after it was written. */
export const edited = (original: CommentFacts, editor: Account, body = original.body): CommentFacts => {
  const at = later(original.createdAt, 30_000)
  return { ...original, body, updatedAt: at, lastEditedAt: at, includesCreatedEdit: true, editorId: editor.id }
}

interface ApproveArguments {
  readonly finding?: number
  readonly sha?: string
  readonly type?: string
  readonly expires?: string
  readonly more?: string
}

export const approve = ({
  finding = 1,
  sha = HEAD,
  type = 'risk-accept',
  expires = '2026-12-04',
  more = ''
}: ApproveArguments = {}) =>
  `/gate approve ${findingId(finding)} sha=${sha} type=${type} expires=${expires} owner=@dev-dave ` +
  `reason="The endpoint is disabled in production"${more}`
export const breakGlass = (sha = HEAD, finding = 1) =>
  `/gate break-glass ${findingId(finding)} sha=${sha} ticket=INC-7 reason="Production is down and this is the fix"`
export const request = (finding = 1) => `/gate request ${findingId(finding)} reason="we need this for the release"`
export const reject = (finding = 1) => `/gate reject ${findingId(finding)} reason="exploitable as it stands"`
export const revoke = (finding = 1) => `/gate revoke ${findingId(finding)} reason="a fix is available"`

export function subject(number = 1, change: Partial<ApprovalFinding> = {}): ApprovalFinding {
  return {
    id: findingId(number),
    fingerprint: `fp-${number}`,
    severity: 'high',
    kev: false,
    tier: 1,
    blobSha: 'blob-1',
    packageVersion: null,
    never: false,
    ...change
  }
}

export function pullRequest(change: Partial<PullRequestFacts> = {}): PullRequestFacts {
  return {
    number: 42,
    repositoryId: 7,
    author: AUTHOR,
    headSha: HEAD,
    headShaAfterReading: HEAD,
    baseSha: BASE,
    state: 'open',
    closedAt: null,
    resetAt: null,
    contributors: [{ userId: AUTHOR.id }, { userId: AUTHOR.id }],
    commitCount: 1,
    pushers: [AUTHOR.id],
    ...change
  }
}

export function facts(comments: readonly CommentFacts[] | null, change: Partial<ApprovalFacts> = {}): ApprovalFacts {
  return {
    comments,
    deletedComments: [],
    pullRequest: pullRequest(),
    approvers: APPROVERS,
    labels: { current: [], events: [] },
    findings: [subject()],
    otherGates: false,
    snapshotAt: (_sha, finding) => finding,
    ...change
  }
}

export const APPROVED_LABEL = 'security-exception: approved'

/** An event of the approved label; its number orders it among the comments. */
export function labelEvent(number: number, actor: Account | null, change: Partial<LabelEvent> = {}): LabelEvent {
  const at = later(NOW, (number - 1000) * 60_000)
  return { action: 'labeled', label: APPROVED_LABEL, labelId: 'LA_1', actor, viaApp: false, at, ...change }
}
