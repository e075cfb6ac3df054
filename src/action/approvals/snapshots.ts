import { assessmentContextOf, candidateOf, type Evaluation } from '../../core/decision/decide.js'
import { neverExcepted } from '../../core/decision/sightings.js'
import { assess } from '../../core/decision/subject.js'
import type { ApprovalFacts, ApprovalFinding, FindingSnapshot } from '../../core/exceptions/approval/approval-facts.js'
import { commandsIn } from '../../core/exceptions/commands/comment.js'
import { type Finding, pathsOf } from '../../core/finding.js'
import { fingerprintIn } from '../../core/identity/fingerprint.js'
import type { IdentifiedFinding } from '../../core/identity/identified.js'
import type { Policy } from '../../core/policy/policy.js'
import { attempt } from '../../github/http/failure.js'
import type { Comment } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'
import { commitAt } from '../../github/reads/branches.js'
import type { PolicyAt } from '../facts/policy-at.js'

/** A finding that a command names, and the files that it is in. */
export interface NamedFinding {
  readonly identified: IdentifiedFinding
  readonly finding: ApprovalFinding
  /** Null where one of its places is in no known file. */
  readonly paths: readonly string[] | null
}

/** Larger files are not compared: an approval for a finding in one does not carry. */
const MAX_BYTES = 8 * 1024 * 1024

/** The findings of the evaluation that commands name; two of one id are both told, for then neither can be approved. */
export function approvalFindings(evaluation: Evaluation, ids: ReadonlySet<string>): readonly NamedFinding[] {
  const named = evaluation.findings.filter(({ identity }) => ids.has(identity.id))
  if (named.length === 0) return []
  const context = assessmentContextOf(evaluation)
  const isNever = neverExcepted(context)
  return named.map(each => {
    const assessed = assess(each, context)
    const { finding, id, tier, effectiveSeverity, kev, never } = candidateOf(assessed, isNever(assessed), true)
    return {
      identified: each,
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
      paths: knownPaths(finding)
    }
  })
}

function knownPaths(finding: Finding): readonly string[] | null {
  const paths = pathsOf(finding).filter(path => path !== null)
  return paths.length === pathsOf(finding).length ? paths : null
}

/** What the snapshots of one pull request are made from. */
export interface SnapshotContext {
  readonly github: GitHub
  readonly evaluation: Evaluation
  readonly headSha: string
  readonly baseRef: string
  readonly policyAt: PolicyAt
}

/**
 * Tells what findings were at the earlier commits that approvals name (contract §5, the carry rule). Of the finding the
 * file can be established: where its content is the same at both commits, so is what a scanner finds in it. Severity and
 * tier are what the policy made of that when the approval was given, so a policy that has become stricter since ends it;
 * what is known of exploitation is what the feeds of this run say. Nothing that the pull request's own runs stored is
 * believed, for its author can change them. Where the file differs, the version that a package had in it cannot be
 * told, and the approval does not carry.
 */
export async function readSnapshots(
  comments: readonly Comment[],
  findings: readonly NamedFinding[],
  context: SnapshotContext
): Promise<Pick<ApprovalFacts, 'findings' | 'snapshotAt'>> {
  const { github, headSha } = context
  const blobs = new Map<string, Promise<string | null>>()
  const blobAt = (sha: string, path: string): Promise<string | null> => {
    const key = `${sha} ${path}`
    const asked = blobs.get(key) ?? readBlob(github, sha, path)
    blobs.set(key, asked)
    return asked
  }
  // Of several files each must be the same, and so must the list of all.
  const blobsAt = async (sha: string, paths: readonly string[]): Promise<string | null> => {
    const found: string[] = []
    for (const path of [...paths].sort()) {
      const blob = await blobAt(sha, path)
      if (blob === null) return null
      found.push(blob)
    }
    return found.join(' ')
  }
  const carrying: Carrying[] = []
  const current = new Map<string, string | null>()
  for (const { sha, id, at } of earlierApprovals(comments, headSha)) {
    const named = findings.find(({ finding }) => finding.id === id)
    if (named === undefined || named.paths === null || neverCarries(named.finding)) continue
    const [then, now] = [await blobsAt(sha, named.paths), await blobsAt(headSha, named.paths)]
    current.set(id, now)
    if (then !== null && now !== null) carrying.push({ sha, at, named, then, isSame: then === now })
  }
  const snapshots = await snapshotsOf(carrying, context)
  return {
    findings: findings.map(({ finding }) => ({ ...finding, blobSha: current.get(finding.id) ?? null })),
    snapshotAt: (sha, finding, at) => snapshots.get(keyOf(sha, finding.id, at)) ?? null
  }
}

/** An approval of an earlier commit, where the file of its finding could be read at both. */
interface Carrying {
  readonly sha: string
  readonly at: string
  readonly named: NamedFinding
  readonly then: string
  readonly isSame: boolean
}

const keyOf = (sha: string, id: string, at: string): string => `${sha} ${id} ${at}`

/** With equal files the finding was what it is now; with others only that of a package may be the same, or not. */
async function snapshotsOf(
  carrying: readonly Carrying[],
  context: SnapshotContext
): Promise<ReadonlyMap<string, FindingSnapshot>> {
  const snapshots = new Map<string, FindingSnapshot>()
  const same = carrying.filter(({ isSame }) => isSame)
  const judge =
    same.length === 0
      ? null
      : await earlierPolicies(
          same.map(({ at }) => at),
          context
        )
  for (const { sha, at, named, then, isSame } of carrying) {
    const { finding, identified } = named
    const key = keyOf(sha, finding.id, at)
    if (!isSame) {
      if (finding.packageVersion === null) snapshots.set(key, { ...finding, blobSha: then })
      continue
    }
    const policy = judge?.get(at) ?? null
    if (policy === null) continue
    const { effectiveSeverity, placement, facts } = assess(
      identified,
      assessmentContextOf({ ...context.evaluation, policy })
    )
    const judged = { severity: effectiveSeverity, tier: placement.tier, kev: facts.kev }
    snapshots.set(key, { ...finding, ...judged, blobSha: then })
  }
  return snapshots
}

/** The policies that stood on the base branch at these instants; null where that cannot be told. */
async function earlierPolicies(
  instants: readonly string[],
  { github, baseRef, policyAt }: SnapshotContext
): Promise<ReadonlyMap<string, Policy | null>> {
  const policies = new Map<string, Policy | null>()
  const [earliest = ''] = [...instants].sort((a, b) => Date.parse(a) - Date.parse(b))
  const record = await attempt(github.branchRecord(baseRef, earliest))
  const loaded = new Map<string, Promise<Policy | null>>()
  for (const at of new Set(instants)) {
    const commit = record.ok ? commitAt(record.value, at) : null
    const policy = commit === null ? null : (loaded.get(commit) ?? policyAt(commit))
    if (commit !== null && policy !== null) loaded.set(commit, policy)
    policies.set(at, await policy)
  }
  return policies
}

const neverCarries = ({ tier, kev }: ApprovalFinding): boolean => tier === 0 || kev === true

function earlierApprovals(comments: readonly Comment[], headSha: string) {
  return comments.flatMap(({ body, createdAt: at }) =>
    commandsIn(body).flatMap(({ verb, sha, finding: id }) =>
      verb !== 'approve' || sha === null || sha === headSha ? [] : [{ sha, id, at }]
    )
  )
}

async function readBlob(github: GitHub, sha: string, path: string): Promise<string | null> {
  const file = await attempt(github.fileAt({ path, ref: sha, maxBytes: MAX_BYTES }))
  return file.ok && file.value.kind === 'file' ? file.value.blobSha : null
}
