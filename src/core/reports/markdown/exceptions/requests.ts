import type { Decision, Outcome } from '../../../decision/decision.js'
import type { CommandResult, FindingApproval, Said } from '../../../exceptions/approval/result.js'
import { PREFIX, QUESTIONS, type Question, RULES, VERBS } from '../../../exceptions/commands/command.js'
import { PLACEHOLDERS } from '../../../exceptions/commands/placeholders.js'
import { TEXT_POINTS } from '../../ground/limits.js'
import type { ViewContext } from '../../ground/view-context.js'
import { count, SEVERITY_WORDS } from '../../ground/wording.js'
import { bullets, code, details, fence, join, link, type Markdown, md, NOTHING, prose } from '../markdown.js'

/** The findings that `requestPart` tells of. */
export const waitingFindings = ({ approvals = [] }: ViewContext): readonly string[] =>
  approvals.filter(({ status }) => status === 'requested').map(({ finding }) => finding)

/** Requests that wait: who asked and why, who can approve, how many are missing, and all that an approver has to copy. */
export function requestPart(
  decision: Decision,
  { approvals = [], approvers = [] }: ViewContext,
  limit: number
): Markdown {
  const open = approvals.filter(({ status }) => status === 'requested')
  if (open.length === 0 || limit === 0) return NOTHING
  const shown = open.slice(0, limit)
  const rest = open.length - shown.length
  const lines = shown.flatMap(({ offer }) => offer ?? [])
  return join([
    bullets([
      ...shown.map(approval => requestLine(approval, decision)),
      ...(rest > 0 ? [md`and ${prose(count(rest, 'more request'))}`] : [])
    ]),
    whoApproves(approvers),
    lines.length === 0
      ? NOTHING
      : md`To approve, copy ${lines.length === 1 ? md`this line` : md`these lines, or some of them,`} into a comment of its own and fill in why:`,
    lines.length === 0 ? NOTHING : fence(lines.join('\n'))
  ])
}

function whoApproves(approvers: readonly string[]): Markdown {
  if (approvers.length === 0)
    return md`Nobody can approve: the policy names no approvers (${code('exceptions.approvers')}).`
  const names = join(
    approvers.map(name => code(name)),
    ', '
  )
  return md`Can approve: ${names}; not who made the change, and not who asked.`
}

function requestLine(approval: FindingApproval, decision: Decision): Markdown {
  const { finding, requests, approvals, needed, sentence, status } = approval
  const missing = needed - approvals.length
  return join(
    [
      aboutFinding(finding, decision),
      ...requests.slice(-1).map(request => md`asked for by ${said(request)}`),
      ...approvals.map(voice => md`approved by ${said(voice)}`),
      status === 'requested' && missing > 0
        ? md`${missing} of ${prose(count(needed, 'approval'))} missing`
        : prose(sentence)
    ],
    ' · '
  )
}

const said = ({ login, url, reason }: Said): Markdown =>
  md`${link(code(login), url)}: ${prose(reason, TEXT_POINTS.row)}`

/** What an exception is about, as people know it: rule, place and severity; its id where the evaluation has no such finding. */
export function aboutFinding(id: string, { outcomes }: Pick<Decision, 'outcomes'>): Markdown {
  const outcome = outcomes.find(each => each.id === id)
  if (outcome === undefined) return code(id, 80)
  return join(
    [prose(SEVERITY_WORDS[outcome.finding.severity]), md`${code(outcome.finding.ruleId, 80)}${placeOf(outcome)}`],
    ' '
  )
}

function placeOf({ finding: { location, package: component } }: Outcome): Markdown {
  const place =
    location === null
      ? (component?.name ?? null)
      : `${location.path}${location.startLine === null ? '' : `:${location.startLine}`}`
  return place === null ? NOTHING : md` in ${code(place, TEXT_POINTS.path)}`
}

/** The answer to a question, while nothing has been said after it; where the exceptions stand, and how commands are written. */
export function answerToQuestion(decision: Decision, context: ViewContext): Markdown {
  const asked = lastQuestions(context.commands ?? [])
  return join([asked.has('status') ? statusPart(decision, context) : NOTHING, asked.has('help') ? helpPart() : NOTHING])
}

/** The questions of the newest comment. */
function lastQuestions(commands: readonly CommandResult[]): ReadonlySet<Question> {
  const newest = commands.at(-1)?.commentId
  const asked = commands.filter(({ commentId, code: reason }) => commentId === newest && reason === 'answered')
  return new Set(QUESTIONS.filter(question => asked.some(({ verb }) => verb === question)))
}

/** Everything that was said about exceptions here; what waits is told above. */
function statusPart(decision: Decision, { approvals = [], approvers = [] }: ViewContext): Markdown {
  const blocking = count(decision.counts.block, 'finding blocks', 'findings block')
  const told = approvals.map(({ finding, status, sentence }) =>
    join([aboutFinding(finding, decision), prose(status), prose(sentence)], ' · ')
  )
  return join([
    md`${prose(`${blocking}; ${count(decision.counts.excepted, 'finding is', 'findings are')} excepted.`)} ${told.length === 0 ? md`Nobody has asked for an exception here.` : NOTHING}`,
    told.length === 0 ? whoApproves(approvers) : bullets(told)
  ])
}

const SAMPLE = {
  sha: '<full head sha>',
  type: 'risk-accept|false-positive|mitigated|vendor-dependency',
  expires: 'YYYY-MM-DD',
  owner: '@login',
  ticket: 'SEC-12',
  controls: `"${PLACEHOLDERS.controls}"`,
  reason: `"${PLACEHOLDERS.reason}"`
} as const

function helpPart(): Markdown {
  const lines = VERBS.map(verb => {
    const { required, optional } = RULES[verb]
    const pairs = [...required.map(key => `${key}=${SAMPLE[key]}`), ...optional.map(key => `[${key}=${SAMPLE[key]}]`)]
    return [PREFIX, verb, 'F-<32 hex digits>', ...pairs].join(' ')
  })
  return details(
    'How commands are written',
    join([
      md`A comment holds nothing but commands, one a line. The id of a finding stands beside it. Anybody may ask; an approver approves, rejects or revokes.`,
      fence([...lines, ...QUESTIONS.map(question => `${PREFIX} ${question}`)].join('\n'))
    ])
  )
}
