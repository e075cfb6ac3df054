import type { Diff } from '../change/change.js'
import { fitted } from '../change/diff.js'
import { filesAskedFor } from '../change/locks/asked.js'
import { lockedBefore } from '../change/locks/before.js'
import type { Finding } from '../finding.js'
import { claimedFingerprint, idOf, placeOf } from './fingerprint.js'
import { goneBecause } from './gone.js'
import type { IdentifiedFinding, Identity, IdentityContext, IdentityResult } from './identified.js'
import { baselineNotices, warningsOf } from './identity-notices.js'
import { baseFingerprint, giveFingerprints } from './ids.js'
import type { Lines } from './match/content.js'
import type { Entry } from './match/entry.js'
import { NO_INDICES, type Places, placesOf } from './match/indices.js'
import { type FileJob, type MatchInput, matchFile } from './match/match-file.js'
import { NOTHING_RAN } from './ran.js'
import { renames } from './renames.js'
import {
  type BaselineFacts,
  baselineFacts,
  type Cause,
  causeByDiff,
  causeOfNew,
  inDiff,
  movedElsewhere
} from './state.js'
import { keysOfOpen, suppressionGround } from './suppressed.js'

/** Everything that the files of one evaluation share. */
interface Identification extends MatchInput {
  readonly context: IdentityContext
  readonly facts: BaselineFacts | null
  /** Lock file in which the base already had the dependency of a finding, or null. */
  readonly lockedBefore: (finding: Finding) => string | null
  /** Fingerprints of the baseline that no other finding may take. */
  readonly reserved: Set<string>
  readonly found: (IdentifiedFinding | undefined)[]
  readonly fixed: IdentifiedFinding[]
}

/**
 * Gives each finding its id, its state with the ground for it, and the date of its first detection. Pure: the same
 * findings and context give the same result, whatever their order.
 */
export function identify(findings: readonly Finding[], given: IdentityContext): IdentityResult {
  const context = withFittedLines(findings, given)
  const baseline = context.baseline ?? []
  const claims = claimsOf(baseline)
  const facts = context.baseline === null ? null : baselineFacts(baseline, context.ran?.base ?? NOTHING_RAN)
  const evaluation: Identification = {
    head: findings,
    base: baseline,
    diff: context.diff,
    readSource: context.readSource,
    claims,
    reserved: new Set(claims.keys()),
    context,
    facts,
    lockedBefore: context.diff === null ? () => null : lockedBefore(context.diff, context.readSource),
    found: new Array<IdentifiedFinding | undefined>(findings.length),
    fixed: []
  }
  for (const job of jobs(findings, baseline, context)) identifyFile(job, evaluation)
  return {
    findings: evaluation.found.filter(finding => finding !== undefined),
    fixed: evaluation.fixed.sort(byId),
    notices: facts === null ? [] : baselineNotices(findings, { ...evaluation, facts }),
    warnings: facts === null || context.ran === undefined ? [] : warningsOf(context.ran)
  }
}

function withFittedLines(findings: readonly Finding[], context: IdentityContext): IdentityContext {
  if (context.diff === null) return context
  return { ...context, diff: fitted(context.diff, new Set(filesAskedFor(findings)), context.readSource).diff }
}

const byId = (left: IdentifiedFinding, right: IdentifiedFinding): number =>
  left.identity.id < right.identity.id ? -1 : left.identity.id > right.identity.id ? 1 : 0

/** Our own fingerprints in the baseline. One that is there twice was not written by us: the second does not count. */
function claimsOf(baseline: readonly Finding[]): ReadonlyMap<string, number> {
  const claims = new Map<string, number>()
  baseline.forEach((finding, index) => {
    const claimed = claimedFingerprint(finding)
    if (claimed !== null && !claims.has(claimed)) claims.set(claimed, index)
  })
  return claims
}

/**
 * The findings by file, those of renamed files under the new name. Renamed files come first, so that the fingerprints
 * that they had at their old paths are not given again; the order of the others is of no account.
 */
function* jobs(
  findings: readonly Finding[],
  baseline: readonly Finding[],
  context: IdentityContext
): Generator<FileJob> {
  const head = byPlace(findings)
  const base = byPlace(baseline)
  const renamed = renames(findings, baseline, head, base, context)
  const moved = [...renamed].filter(([path]) => head.has(path)).sort(([left], [right]) => (left < right ? -1 : 1))
  const gone = new Set(moved.map(([, basePath]) => basePath))
  for (const [path, basePath] of moved) {
    const apart = gone.has(path) ? NO_INDICES : base.at(path)
    yield { path, basePath, head: head.at(path), base: base.at(basePath), apart }
  }
  for (const [path, indices] of head.entries()) {
    if (renamed.has(path)) continue
    const before = gone.has(path) ? NO_INDICES : base.at(path)
    // A file that took over a path is another file than the one that had it before.
    const [own, apart] = isAddition(path, context.diff) ? [NO_INDICES, before] : [before, NO_INDICES]
    yield { path, basePath: path, head: indices, base: own, apart }
  }
  for (const [path, indices] of base.entries()) {
    if (head.has(path) || gone.has(path)) continue
    yield { path, basePath: path, head: NO_INDICES, base: indices, apart: NO_INDICES }
  }
}

function isAddition(path: string, diff: Diff | null): boolean {
  const file = diff?.files.get(path)
  return file !== undefined && (file.change === 'added' || file.change === 'copied' || file.change === 'renamed')
}

const byPlace = (findings: readonly Finding[]): Places => placesOf(findings, placeOf)

function identifyFile(job: FileJob, evaluation: Identification): void {
  const { head, base, apart, lines } = matchFile(job, evaluation)
  for (const entry of head) settleChange(entry, lines, evaluation)
  const before = [...base, ...apart]
  giveFingerprints(head, before, evaluation.reserved, entry => entry.changed === true)
  if (job.path !== job.basePath) for (const entry of before) evaluation.reserved.add(baseFingerprint(entry))
  const open = head.some(({ finding }) => finding.suppression !== null) ? keysOfOpen(before) : NONE
  for (const entry of head) {
    evaluation.found[entry.index] = { finding: entry.finding, identity: identityOf(entry, open, job, evaluation) }
  }
  for (const entry of before) {
    if (entry.partner === null) evaluation.fixed.push(goneOf(entry, job, evaluation))
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Whether the finding is part of the change; a dependency is not where the base's lock file had it. */
function settleChange(entry: Entry, lines: Lines | null, { context, facts, lockedBefore }: Identification): void {
  entry.changed = inDiff(entry.finding, entry, context, lines)
  const isDoubtful = entry.kind === 'dependency' && entry.changed === true
  if (!isDoubtful && !movedElsewhere(entry, facts)) return
  entry.lockedBy = lockedBefore(entry.finding)
  if (entry.lockedBy !== null) entry.changed = false
}

function identityOf(entry: Entry, open: ReadonlySet<string>, job: FileJob, evaluation: Identification): Identity {
  const { finding, partner, changed } = entry
  const { diff, now } = evaluation.context
  const { state, reason } = causeOf(entry, job, evaluation)
  const movedFrom = job.path === job.basePath ? renamedFrom(finding, diff) : job.basePath
  const ground = suppressionGround(entry, open, diff)
  return {
    id: idOf(entry.fingerprint),
    state,
    stateReason: reason,
    inDiff: changed,
    firstDetected: firstDetection(finding, partner, now),
    ...(movedFrom === null ? {} : { movedFrom }),
    ...(ground === null ? {} : { suppressionGround: ground })
  }
}

/** The path that the finding's file had before the change, where that is another one. */
function renamedFrom({ location }: Finding, diff: Diff | null): string | null {
  const file = location === null ? undefined : diff?.files.get(location.path)
  return file?.change === 'renamed' ? file.basePath : null
}

/** A finding of the baseline that nobody reports any more. */
function goneOf(entry: Entry, job: FileJob, { context }: Identification): IdentifiedFinding {
  const { finding } = entry
  const isDeleted = context.diff?.files.get(job.path)?.change === 'deleted'
  const stateReason = isDeleted ? 'In the baseline; its file is deleted' : goneBecause(finding, context)
  const id = idOf(baseFingerprint(entry))
  return {
    finding,
    identity: { id, state: 'fixed', stateReason, inDiff: null, firstDetected: finding.firstDetected }
  }
}

const MATCHES = {
  exact: 'In the baseline',
  place: 'In the baseline, on the same unchanged line',
  moved: 'In the baseline; the same text moved within its file',
  reformatted: 'In the baseline; the code is formatted anew',
  edited: 'In the baseline; the line was edited, and no other finding of the baseline is as near',
  alias: 'In the baseline, under another name of the advisory'
} as const

function causeOf(entry: Entry, job: FileJob, { context, facts }: Identification): Cause {
  if (facts === null) return causeByDiff(entry, context)
  if (entry.partner === null || entry.pass === null) return causeOfNew(entry, context.diff, facts)
  const reason = MATCHES[entry.pass]
  return {
    state: 'existing',
    reason: job.path === job.basePath ? reason : `${reason}; the file was renamed from ${job.basePath}`
  }
}

/** The earliest date that the finding or its partner in the baseline bears, and never one after now. */
function firstDetection(finding: Finding, partner: Entry | null, now: string): string | null {
  let first = now === '' ? null : now
  for (const date of [finding.firstDetected, partner?.finding.firstDetected ?? null]) {
    if (date !== null && !Number.isNaN(Date.parse(date)) && (first === null || Date.parse(date) < Date.parse(first)))
      first = date
  }
  return first
}
