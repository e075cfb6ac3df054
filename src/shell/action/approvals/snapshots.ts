import { candidateOf, contextOf, type Evaluation, neverExcepted } from '../../../core/decision/decide.js'
import { assess } from '../../../core/decision/subject.js'
import type { ApprovalFacts, ApprovalFinding, FindingSnapshot } from '../../../core/exceptions/approval/facts.js'
import { parseCommand } from '../../../core/exceptions/command.js'
import { fingerprintIn } from '../../../core/identity/fingerprint.js'
import { attempt } from '../../github/failure.js'
import type { Comment } from '../../github/model.js'
import type { GitHub } from '../../github/port.js'

/** A finding that a command names, and the file that it is in. */
export interface NamedFinding {
  readonly finding: ApprovalFinding
  readonly path: string | null
}

/** Larger files are not compared: an approval for a finding in one does not carry. */
const MAX_BYTES = 8 * 1024 * 1024

/** The findings of the evaluation that commands name; two of one id are both told, for then neither can be approved. */
export function approvalFindings(evaluation: Evaluation, ids: ReadonlySet<string>): readonly NamedFinding[] {
  const named = evaluation.findings.filter(({ identity }) => ids.has(identity.id))
  if (named.length === 0) return []
  const context = contextOf(evaluation)
  const isNever = neverExcepted(context)
  return named.map(each => {
    const assessed = assess(each, context)
    const { finding, id, tier, effectiveSeverity, kev, never } = candidateOf(assessed, isNever(assessed), true)
    return {
      finding: {
        id,
        fingerprint: fingerprintIn(each.identity.id),
        severity: effectiveSeverity,
        kev,
        tier,
        never,
        blobSha: null,
        packageVersion: finding.package?.version ?? null
      },
      path: finding.placeProblem === null ? (finding.location?.path ?? null) : null
    }
  })
}

/**
 * Tells what findings were at the earlier commits that approvals name (contract §5, the carry rule). What can be established is the file:
 * where its content is the same at both commits, so is what a scanner finds in it, and by the policy and the feeds that
 * count now severity, exploitation and tier are the same as well. Nothing that the pull request's own runs stored is
 * believed, for its author can change them. Where the file differs, the version that a package had in it cannot be
 * told, and the approval does not carry.
 */
export async function readSnapshots(
  github: GitHub,
  comments: readonly Comment[],
  findings: readonly NamedFinding[],
  headSha: string
): Promise<Pick<ApprovalFacts, 'findings' | 'snapshotAt'>> {
  const blobs = new Map<string, Promise<string | null>>()
  const blobAt = (sha: string, path: string): Promise<string | null> => {
    const key = `${sha} ${path}`
    const asked = blobs.get(key) ?? readBlob(github, sha, path)
    blobs.set(key, asked)
    return asked
  }
  const snapshots = new Map<string, FindingSnapshot | null>()
  const current = new Map<string, string | null>()
  for (const { sha, id } of earlierApprovals(comments, headSha)) {
    const named = findings.find(({ finding }) => finding.id === id)
    if (named === undefined || named.path === null || neverCarries(named.finding)) continue
    const [then, now] = [await blobAt(sha, named.path), await blobAt(headSha, named.path)]
    current.set(id, now)
    snapshots.set(`${sha} ${id}`, snapshotOf(named.finding, then, now))
  }
  return {
    findings: findings.map(({ finding }) => ({ ...finding, blobSha: current.get(finding.id) ?? null })),
    snapshotAt: (sha, finding) => snapshots.get(`${sha} ${finding.id}`) ?? null
  }
}

const neverCarries = ({ tier, kev }: ApprovalFinding): boolean => tier === 0 || kev === true

/** With equal files the finding was what it is now; with others only that of a package may be the same, or not. */
function snapshotOf(finding: ApprovalFinding, then: string | null, now: string | null): FindingSnapshot | null {
  if (then === null || now === null) return null
  return then !== now && finding.packageVersion !== null ? null : { ...finding, blobSha: then }
}

function earlierApprovals(comments: readonly Comment[], headSha: string) {
  return comments.flatMap(({ body }) => {
    const parsed = parseCommand(body)
    if (parsed.kind !== 'command' || parsed.verb !== 'approve') return []
    return parsed.sha === null || parsed.sha === headSha ? [] : [{ sha: parsed.sha, id: parsed.finding }]
  })
}

async function readBlob(github: GitHub, sha: string, path: string): Promise<string | null> {
  const file = await attempt(github.fileAt({ path, ref: sha, maxBytes: MAX_BYTES }))
  return file.ok && file.value.kind === 'file' ? file.value.blobSha : null
}
