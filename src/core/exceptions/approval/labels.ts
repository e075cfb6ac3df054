import type { ExceptionPolicy } from '../../policy/policy.js'
import { time } from '../../time/instant.js'
import type { ApprovalFacts, ApprovalFinding } from './approval-facts.js'
import type { CommandEntry } from './comments.js'
import { authorityProblem, independenceProblem } from './people.js'
import type { FindingApproval } from './result.js'

/**
 * Whether the label that the policy asks for confirms these approvals (V11): set by somebody who could have approved,
 * after the last of them, and not taken off since. A label never stands for an approval.
 */
export function isConfirmedByLabel(
  voices: readonly CommandEntry[],
  finding: ApprovalFinding,
  requesters: ReadonlySet<number>,
  facts: ApprovalFacts,
  policy: ExceptionPolicy
): boolean {
  if (!policy.requireLabel) return true
  const name = policy.labels.approved
  if (name === null || facts.labels === null) return false
  const label = facts.labels.current.find(current => isSame(current.name, name))
  if (label === undefined || label.id === null) return false
  const [last] = facts.labels.events
    .filter(({ labelId }) => labelId === label.id)
    // Of two events at one time the removal counts.
    .sort((a, b) => time(b.at) - time(a.at) || Number(a.action === 'labeled') - Number(b.action === 'labeled'))
  // A label that had another name when it was set said something else.
  if (last === undefined || last.action !== 'labeled' || !isSame(last.label, name)) return false
  if (last.actor?.type !== 'User' || last.viaApp) return false
  const isLater = voices.every(({ comment }) => time(comment.createdAt) <= time(last.at))
  const problem =
    authorityProblem(last.actor, facts, policy) ?? independenceProblem(last.actor, finding, requesters, facts)
  return isLater && problem === null
}

/**
 * Everything that says whether the label confirms approvals, but for who may: of two runs that find the same, the one that
 * cannot ask about people is told what the other has found. Null: the policy asks for no label, or nobody knows of any.
 */
export function labelTrail({ labels }: ApprovalFacts, policy: ExceptionPolicy): string | null {
  const name = policy.labels.approved
  if (!policy.requireLabel || name === null || labels === null) return null
  const current = labels.current.find(each => isSame(each.name, name))
  if (current === undefined || current.id === null) return null
  const events = labels.events
    .filter(({ labelId }) => labelId === current.id)
    .map(({ action, label, actor, viaApp, at }) => [at, action, label, actor?.id ?? null, viaApp].join(' '))
  return [current.id, ...events].join('\n')
}

/** GitHub keeps one label per name, whatever its case. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/**
 * The labels that say what was verified. Where commands are left to another gate, or nobody can tell who may give them,
 * what they have brought about is another run's: then labels are set here, and none is taken off.
 */
export function wantedLabels(
  findings: readonly FindingApproval[],
  { labels: { requested, approved } }: ExceptionPolicy,
  isPartly = false
): readonly { readonly name: string; readonly wanted: boolean }[] {
  const has = (status: FindingApproval['status']) => findings.some(finding => finding.status === status)
  const wanted = [
    { name: requested, wanted: has('requested') },
    { name: approved, wanted: has('active') }
  ]
  return wanted.flatMap(({ name, wanted }) => (name === null || (isPartly && !wanted) ? [] : [{ name, wanted }]))
}
