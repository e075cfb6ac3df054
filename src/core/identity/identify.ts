import type { Diff } from '../change/change.js'
import { fitted } from '../change/diff.js'
import { filesAskedFor } from '../change/locks/asked.js'
import { lockedBefore } from '../change/locks/before.js'
import { type Finding, locationsOf } from '../finding.js'
import { causeOf, isDoubtful, type Known } from './causes.js'
import { idOf, kindOf } from './fingerprint.js'
import type { IdentifiedFinding, Identity, IdentityContext, IdentityResult } from './identified.js'
import { baselineNotices, warningsOf } from './identity-notices.js'
import { baseFingerprint, giveFileFingerprints, giveLoneFingerprint } from './ids.js'
import type { Lines } from './match/content.js'
import type { Entry } from './match/entry.js'
import type { FileJob, LoneFinding, MatchInput } from './match/match-file.js'
import { claimsOf, isOutrunIn, loneFinding, matchFile } from './match/match-file.js'
import { goneBecause, NOTHING_RAN } from './ran.js'
import { inDiff, isFollowed, isProven, leadsThrough } from './reach.js'
import { withRulesOfNow } from './renamed-rules.js'
import { jobs } from './renames.js'
import { joinSeveral } from './several/join.js'
import type { MatchedPart } from './several/matched-part.js'
import { type Parts, partsOf } from './several/parts.js'
import { sinceReaches } from './since.js'
import { baselineFacts, type Cause, firstDetection, movedElsewhere } from './state.js'
import { keysOfOpen, suppressionGround } from './suppressed.js'

/** Everything that the files of one evaluation share. */
interface Identification extends MatchInput, Known {
  readonly head: Parts
  readonly base: Parts
  /** Lock file in which the base already had the dependency of a finding, or null. */
  readonly lockedBefore: (finding: Finding) => string | null
  /** Fingerprints of the baseline that no other finding may take. */
  readonly reserved: Set<string>
  readonly found: (IdentifiedFinding | undefined)[]
  /** Of findings that the baseline has, but not as often: what is new of them. */
  readonly surplus: IdentifiedFinding[]
  readonly fixed: IdentifiedFinding[]
  /** Places of findings of several, by their index among the parts. */
  readonly headParts: Map<number, MatchedPart>
  readonly baseParts: Map<number, Entry>
}

/**
 * Gives each finding its id, its state with the ground for it, and the date of its first detection. Pure: the same
 * findings and context give the same result, whatever their order.
 */
export function identify(findings: readonly Finding[], given: IdentityContext): IdentityResult {
  const context = withRulesOfNow(findings, withFittedLines(findings, given))
  const baseline = context.baseline ?? []
  const head = partsOf(findings)
  const base = partsOf(baseline)
  const claims = claimsOf(baseline)
  const facts = context.baseline === null ? null : baselineFacts(base.findings, context.ran?.base ?? NOTHING_RAN)
  const evaluation: Identification = {
    head,
    base,
    diff: context.diff,
    readSource: context.readSource,
    claims,
    mayBeOutrun: baseline.length > 0 && context.diff !== null && context.since === undefined,
    isOutrun: once(() => someOutrun(evaluation)),
    reserved: new Set(claims.keys()),
    context,
    facts,
    lockedBefore: context.diff === null ? () => null : lockedBefore(context.diff, context.readSource),
    found: new Array<IdentifiedFinding | undefined>(findings.length),
    surplus: [],
    fixed: [],
    headParts: new Map(),
    baseParts: new Map()
  }
  for (const job of jobs(head.findings, base.findings, context)) {
    const lone = loneFinding(job, evaluation)
    if (lone === null) identifyFile(job, evaluation)
    else identifyLone(lone, job, evaluation)
  }
  identifySeveral(evaluation)
  return {
    findings: [...evaluation.found.filter(finding => finding !== undefined), ...evaluation.surplus.sort(byId)],
    fixed: evaluation.fixed.sort(byId),
    notices: facts === null ? [] : baselineNotices(findings, { ...evaluation, base: baseline, facts }),
    warnings: facts === null || context.ran === undefined ? [] : warningsOf(context.ran)
  }
}

function someOutrun(evaluation: Identification): boolean {
  if (!evaluation.mayBeOutrun) return false
  const { head, base, context } = evaluation
  for (const job of jobs(head.findings, base.findings, context)) if (isOutrunIn(job, evaluation)) return true
  return false
}

/** The answer to a question that is dear to ask. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | null = null
  return () => {
    known ??= ask()
    return known
  }
}

function withFittedLines(findings: readonly Finding[], context: IdentityContext): IdentityContext {
  const { diff, readSource } = context
  if (diff === null) return context
  return { ...context, diff: fitted(diff, new Set(filesAskedFor(findings, diff.files)), readSource).diff }
}

const byId = (left: IdentifiedFinding, right: IdentifiedFinding): number =>
  left.identity.id < right.identity.id ? -1 : left.identity.id > right.identity.id ? 1 : 0

function identifyFile(job: FileJob, evaluation: Identification): void {
  const { head: given, base, apart, surplus, lines } = matchFile(job, evaluation)
  const head = surplus.length === 0 ? given : [...given, ...surplus]
  for (const entry of head) settleChange(entry, lines, evaluation)
  const before = [...base, ...apart]
  giveFileFingerprints(head, before, evaluation.reserved)
  if (job.path !== job.basePath) {
    for (const entry of before) if (entry.whole === null) evaluation.reserved.add(baseFingerprint(entry))
  }
  const open = head.some(({ finding }) => finding.suppression !== null) ? keysOfOpen(before) : NONE
  for (const entry of head) {
    const part = partOf(entry, open, job, evaluation)
    if (entry.whole !== null) evaluation.headParts.set(entry.index, part)
    else if (evaluation.found[entry.index] === undefined) evaluation.found[entry.index] = wholeOf(part, evaluation)
    else evaluation.surplus.push(wholeOf(part, evaluation))
  }
  for (const entry of before) {
    if (entry.whole !== null) evaluation.baseParts.set(entry.index, entry)
    else if (isGone(entry)) fix(entry.finding, [job.path], baseFingerprint(entry), evaluation)
  }
}

/** What the base has outrun may be at another line there, or mended: that the change mends it is not known. */
const isGone = ({ partner, isOutrun }: Entry): boolean => partner === null && !isOutrun

const NONE: ReadonlySet<string> = new Set()

/** The same for a finding that is alone in its file, as most of a hundred thousand are. */
function identifyLone({ entry, lines }: LoneFinding, job: FileJob, evaluation: Identification): void {
  settleChange(entry, lines, evaluation)
  giveLoneFingerprint(entry, evaluation.reserved)
  evaluation.found[entry.index] = wholeOf(partOf(entry, NONE, job, evaluation), evaluation)
}

/** Whether the finding is part of the change; a dependency is not where the base's lock file had it. */
function settleChange(entry: Entry, lines: Lines | null, { context, facts, lockedBefore }: Identification): void {
  entry.changed = inDiff(entry.finding, entry, context, lines)
  entry.isLineDoubtful = entry.changed !== false && isProven(entry.finding) && !isFollowed(entry.finding, context.diff)
  const isDoubtful = entry.kind === 'dependency' && entry.changed === true
  if (!isDoubtful && !movedElsewhere(entry, facts)) return
  entry.lockedBy = lockedBefore(entry.finding)
  if (entry.lockedBy !== null) entry.changed = leadsThrough(entry.finding, entry, context.diff)
}

function partOf(entry: Entry, open: ReadonlySet<string>, job: FileJob, evaluation: Identification): MatchedPart {
  const { diff } = evaluation.context
  return {
    entry,
    basePath: job.basePath,
    cause: causeOf(entry, job, evaluation),
    movedFrom: job.path === job.basePath ? renamedFrom(entry.finding, diff) : job.basePath,
    suppressionGround: suppressionGround(
      isDoubtful(entry, evaluation) ? { ...entry, partner: null } : entry,
      open,
      diff
    )
  }
}

function wholeOf({ entry, cause, movedFrom, suppressionGround }: MatchedPart, evaluation: Identification) {
  const { partner, fingerprint, changed } = entry
  const finding = shareOf(entry.finding, entry)
  return {
    finding,
    identity: {
      ...identityOf(fingerprint, cause, changed, firstDetection(finding, partner?.finding, evaluation.context.now)),
      ...(movedFrom === null ? {} : { movedFrom }),
      ...(suppressionGround === null ? {} : { suppressionGround })
    }
  }
}

/** The finding with as many of its results as are meant. */
function shareOf(finding: Finding, { occurrences, count }: Pick<Entry, 'occurrences' | 'count'>): Finding {
  if (occurrences === finding.occurrences) return finding
  const { instances: _, ...whole } = finding
  return { ...whole, occurrences, ...(count === occurrences ? {} : { instances: count }) }
}

const identityOf = (
  fingerprint: string,
  { state, reason }: Cause,
  inDiff: boolean | null,
  firstDetected: string | null
): Identity => ({ id: idOf(fingerprint), state, stateReason: reason, inDiff, firstDetected })

/** Findings of several places, when each of their files has been matched. */
function identifySeveral(evaluation: Identification): void {
  const isThere = (entry: Entry): boolean =>
    !entry.isOutrun && sinceReaches(entry.finding, entry, evaluation.context) === false
  const { head, base } = joinSeveral({ ...evaluation, isProven: isThere })
  for (const each of head) {
    const { finding, index } = each.several
    const first = firstDetection(finding, each.before, evaluation.context.now)
    const identity = identityOf(each.fingerprint, each.cause, each.changed, first)
    const whole = { finding: shareOf(finding, each), identity: { ...identity, ...each.ofPlaces } }
    if (evaluation.found[index] === undefined) evaluation.found[index] = whole
    else evaluation.surplus.push(whole)
  }
  const matched = new Set(head.map(({ same }) => same))
  for (const each of base) {
    const { finding } = each.several
    const paths = locationsOf(finding).map(({ path }) => path)
    if (each.isGone && !matched.has(each)) fix(finding, paths, baseFingerprint(each), evaluation)
  }
}

/** The path that the finding's file had before the change, where that is another one. */
function renamedFrom({ location }: Finding, diff: Diff | null): string | null {
  const file = location === null ? undefined : diff?.files.get(location.path)
  return file?.change === 'renamed' ? file.basePath : null
}

/** A finding of the baseline that nobody reports any more. */
function fix(
  finding: Finding,
  paths: readonly string[],
  fingerprint: string,
  { context, fixed }: Identification
): void {
  // What the base has changed since it was seen is not known to be mended by this change.
  if (context.diff !== null && sinceReaches(finding, { finding, kind: kindOf(finding) }, context) !== false) return
  const isDeleted = paths.every(path => context.diff?.files.get(path)?.change === 'deleted')
  const reason = isDeleted ? 'In the baseline; its file is deleted' : goneBecause(finding, context)
  fixed.push({ finding, identity: identityOf(fingerprint, { state: 'fixed', reason }, null, finding.firstDetected) })
}
