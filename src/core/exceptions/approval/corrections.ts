import { toInstant } from '../../time/instant.js'
import type { Meaning } from '../commands/command.js'
import { meaningOf, readLine } from '../commands/line.js'
import { offeredLine, type TermsNow, termsNow } from '../commands/offer.js'
import { termsProblems } from '../terms.js'
import type { ApprovalFinding } from './approval-facts.js'
import type { ReadLine } from './comments.js'
import { type PollContext, personProblems } from './poll.js'
import type { CommandCode, CommandReason } from './result.js'

/** What an approval of a finding has to say now. The author of the change answers for it, or else who asked. */
export function termsFor(
  finding: ApprovalFinding,
  requester: string | null,
  { facts, policy, now }: PollContext
): TermsNow {
  const { author, headSha } = facts.pullRequest
  const login = author?.type === 'User' ? author.login : requester
  return termsNow(finding, policy, { now, sha: headSha === '' ? null : headSha, login })
}

/** The draft of a line, whatever it is. */
const meantBy = ({ parsed }: ReadLine): Meaning | null =>
  parsed.kind === 'malformed' ? parsed.draft : parsed.kind === 'command' ? meaningOf(parsed) : null

/** What a new comment of the same text would mend. */
const ANEW: ReadonlySet<CommandCode> = new Set(['edited', 'hidden', 'before-reset', 'later-comment-changed'])
/** What no text would mend: whose comment it is, and where it stands. */
const HOPELESS: ReadonlySet<CommandCode> = new Set([
  'wrong-repository',
  'wrong-pull-request',
  'not-open',
  'no-user',
  'not-a-person',
  'through-app',
  'never',
  'unknown-finding',
  'ambiguous-finding'
])

/**
 * The line that would be in order in place of a refused one. `finding`: the one that it is about, null where the
 * evaluation has none of that id. Null where another text would not help.
 */
export function correctedLine(
  line: ReadLine,
  reason: CommandReason,
  finding: ApprovalFinding | null,
  context: PollContext
): string | null {
  const draft = meantBy(line)
  if (draft === null || HOPELESS.has(reason.code)) return null
  const isAbout = finding !== null && !finding.never
  if (!isAbout) return draft.finding === null ? offeredLine({ ...draft, finding: null }, NO_TERMS, context.now) : null
  const offered = offeredLine(draft, termsFor(finding, null, context), context.now)
  if (offered === null || ANEW.has(reason.code) || line.parsed.kind !== 'command') return offered
  return isSame(offered, line.parsed) ? null : offered
}

/** For what is about no finding. */
const NO_TERMS: TermsNow = { sha: null, lastDay: null, needsTicket: false, needsControls: false, owner: null }

const isSame = (offered: string, given: object): boolean => JSON.stringify(readLine(offered)) === JSON.stringify(given)

/**
 * What else is wrong with a malformed approval, so that who mends it does not meet that next: who wrote it, and what the
 * policy asks for.
 */
export function furtherFaults(
  { comment: { user, createdAt }, parsed }: ReadLine,
  finding: ApprovalFinding | null,
  context: PollContext
): readonly CommandReason[] {
  if (parsed.kind !== 'malformed' || finding === null || user === null) return []
  const { draft, faults } = parsed
  if (draft.verb !== 'approve' && draft.verb !== 'break-glass') return []
  const expires = draft.values.get('expires') ?? null
  const terms = {
    type: draft.verb === 'break-glass' ? ('break-glass' as const) : ('risk-accept' as const),
    approvedAt: createdAt,
    expires: toInstant(expires ?? createdAt, 'ends') ?? createdAt,
    expiresText: expires ?? createdAt,
    ticket: draft.values.get('ticket') ?? null,
    controls: draft.values.has('controls') ? [''] : []
  }
  const isTold = (code: string) =>
    faults.some(fault => `${fault.code}-required` === code || fault.code === 'placeholder')
  const problems = termsProblems(terms, finding, context.policy).filter(({ code }) => !isTold(code))
  return [...personProblems(user, finding, context), ...problems]
}
