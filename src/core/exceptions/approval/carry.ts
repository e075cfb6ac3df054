import type { ApprovalFacts, ApprovalFinding, FindingSnapshot } from './approval-facts.js'
import type { CommandEntry } from './comments.js'
import type { CommandReason } from './result.js'

/**
 * Whether an approval for a commit holds at the current head (contract §5, V9). It carries to a later head only while
 * everything that the approver judged is the same; at tier 0, with known exploitation and for break-glass never.
 */
export function commitProblem(
  { command: { sha, verb }, comment }: CommandEntry,
  finding: ApprovalFinding,
  facts: ApprovalFacts
): CommandReason | null {
  const { headSha, headShaAfterReading, baseSha } = facts.pullRequest
  if (headSha !== headShaAfterReading) {
    return { code: 'head-moved', sentence: 'the head of the pull request moved during this run' }
  }
  if (sha === headSha) return null
  if (sha === null || sha === baseSha) return { code: 'base-sha', sentence: 'the command names the base, not the head' }
  if (verb === 'break-glass' || finding.tier === 0 || finding.kev === true) {
    const why =
      verb === 'break-glass'
        ? 'break-glass'
        : finding.tier === 0
          ? 'at tier 0 an approval'
          : 'with known exploitation an approval'
    return {
      code: 'sha-mismatch',
      sentence: `${why} holds for the head that it names only, and the head is another now`
    }
  }
  return carryProblem(facts.snapshotAt(sha, finding, comment.createdAt), finding)
}

function carryProblem(then: FindingSnapshot | null, now: ApprovalFinding): CommandReason | null {
  if (then === null) {
    return { code: 'carry-unknown', sentence: 'whether the finding changed since the approved commit cannot be told' }
  }
  const changed = (code: CommandReason['code'], what: string): CommandReason => ({
    code,
    sentence: `${what} changed since the approved commit`
  })
  if (then.fingerprint !== now.fingerprint) return changed('carry-fingerprint', 'the finding')
  if (then.severity !== now.severity) return changed('carry-severity', 'the severity')
  if (then.kev !== now.kev) return changed('carry-kev', 'what is known of exploitation')
  if (then.tier !== now.tier) return changed('carry-tier', 'the tier')
  return hasSameContent(then, now) ? null : changed('carry-content', 'the file or the version of the package')
}

/** A package is its version, anything else its file. Where neither is known nothing is known to be the same. */
function hasSameContent(then: FindingSnapshot, now: FindingSnapshot): boolean {
  if (then.packageVersion !== null || now.packageVersion !== null) return then.packageVersion === now.packageVersion
  return then.blobSha !== null && then.blobSha === now.blobSha
}
