import { identifierMisfit } from '../ground/advisory-ids.js'
import type { Problem } from '../ground/errors.js'
import { type Policy, TIERS } from '../policy/policy.js'
import type { ExceptionRecord } from './exception.js'
import { type Risk, termsProblems } from './terms.js'

/** Entries of an exceptions file that are well formed and can cover nothing; without a policy its bounds are not asked. */
export const exceptionFileWarnings = (
  records: readonly ExceptionRecord[],
  policy: Pick<Policy, 'exceptions'> | null
): readonly Problem[] =>
  records.flatMap(record => [
    ...idleMatch(record),
    ...ownApproval(record),
    ...(policy === null ? [] : [...idleTerms(record, policy), ...strangeApproval(record, policy)])
  ])

function idleMatch({ id, match, place }: ExceptionRecord): readonly Problem[] {
  const misfit = match.kind === 'advisory' ? identifierMisfit(match.identifier) : null
  if (match.kind !== 'advisory' || misfit === null) return []
  const message = `exception ${id}: \`match.identifier\` says \`${match.identifier}\`, which ${misfit.reason}`
  return [{ place, message, hint: misfit.hint }]
}

/** The risk with the easiest terms: those of what is more critical are never easier. */
const LEAST: Risk = { tier: Math.max(...TIERS) as Risk['tier'], severity: 'low', kev: false }

/** Terms that the policy allows for no finding that has a severity. */
const idleTerms = (record: ExceptionRecord, policy: Pick<Policy, 'exceptions'>): readonly Problem[] =>
  termsProblems(record, LEAST, policy.exceptions).map(({ sentence }) => ({
    place: record.place,
    message: `exception ${record.id} holds for no finding from low on: ${sentence}`,
    hint: 'Change the entry as the policy asks'
  }))

const sameName = (one: string, other: string): boolean =>
  one.replace(/^@/, '').toLowerCase() === other.replace(/^@/, '').toLowerCase()

/** In the file names are a statement: the review of the file has to bear it out. */
const REVIEW = 'Let somebody else approve, or see that the review of this file did'

function ownApproval({ id, owner, approvedBy, place }: ExceptionRecord): readonly Problem[] {
  const isOwn = approvedBy.length > 0 && approvedBy.every(name => sameName(name, owner))
  return isOwn ? [{ place, message: `exception ${id} is approved by its owner alone`, hint: REVIEW }] : []
}

/** Where the policy names its approvers one by one, an entry without any of them was approved by others. */
function strangeApproval(
  { id, approvedBy, place }: ExceptionRecord,
  { exceptions: { approvers } }: Pick<Policy, 'exceptions'>
): readonly Problem[] {
  const areNamed = approvers.users.length > 0 && approvers.teams.length === 0 && approvers.roles.length === 0
  if (!areNamed || approvedBy.some(name => approvers.users.some(user => sameName(user, name)))) return []
  return [{ place, message: `exception ${id} is approved by nobody of \`approvers.users\``, hint: REVIEW }]
}
