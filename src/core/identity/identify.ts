import type { Diff } from '../change/change.js'
import { countedAlike } from '../change/diff.js'
import { type Finding, locationsOf } from '../finding.js'
import { claimedFingerprint, idOf, placeOf } from './fingerprint.js'
import { goneBecause } from './gone.js'
import type { IdentifiedFinding, Identity, IdentityContext, IdentityResult } from './identified.js'
import { baselineNotices, warningsOf } from './identity-notices.js'
import { baseFingerprint, giveFileFingerprints } from './ids.js'
import type { Entry } from './match/entry.js'
import { NO_INDICES, type Places, placesOf } from './match/indices.js'
import { type FileJob, type MatchInput, matchFile } from './match/match-file.js'
import { type Parts, partsOf } from './parts.js'
import { NOTHING_RAN } from './ran.js'
import { renames } from './renames.js'
import { joinSeveral, type MatchedPart } from './several.js'
import { type BaselineFacts, baselineFacts, type Cause, causeByDiff, causeOfNew, inDiff } from './state.js'

/** Everything that the files of one evaluation share. */
interface Identification extends MatchInput {
  readonly head: Parts
  readonly base: Parts
  readonly context: IdentityContext
  readonly facts: BaselineFacts | null
  /** Fingerprints of the baseline that no other finding may take. */
  readonly reserved: Set<string>
  readonly found: (IdentifiedFinding | undefined)[]
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
  const context = withCountedLines(findings, given)
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
    reserved: new Set(claims.keys()),
    context,
    facts,
    found: new Array<IdentifiedFinding | undefined>(findings.length),
    fixed: [],
    headParts: new Map(),
    baseParts: new Map()
  }
  for (const job of jobs(head.findings, base.findings, context)) identifyFile(job, evaluation)
  identifySeveral(evaluation)
  return {
    findings: evaluation.found.filter(finding => finding !== undefined),
    fixed: evaluation.fixed.sort(byId),
    notices: facts === null ? [] : baselineNotices(findings, { ...evaluation, base: baseline, facts }),
    warnings: facts === null || context.ran === undefined ? [] : warningsOf(context.ran)
  }
}

/** Lines of the diff count only in files that git and scanners count alike; others are of no account here. */
function withCountedLines(findings: readonly Finding[], context: IdentityContext): IdentityContext {
  if (context.diff === null) return context
  const { files } = context.diff
  const paths = new Set<string>()
  for (const finding of findings) {
    for (const { path } of locationsOf(finding)) if (files.has(path)) paths.add(path)
    for (const { path } of finding.trail ?? []) if (files.has(path)) paths.add(path)
  }
  return { ...context, diff: countedAlike(context.diff, paths, context.readSource) }
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
  const { head, base, apart } = matchFile(job, evaluation)
  const { diff } = evaluation.context
  for (const entry of head) entry.changed = inDiff(entry.finding, entry, diff)
  const before = [...base, ...apart]
  giveFileFingerprints(head, before, evaluation.reserved)
  if (job.path !== job.basePath) {
    for (const entry of before) if (entry.whole === null) evaluation.reserved.add(baseFingerprint(entry))
  }
  for (const entry of head) {
    const cause = causeOf(entry, job, evaluation)
    if (entry.whole !== null) evaluation.headParts.set(entry.index, { entry, basePath: job.basePath, cause })
    else evaluation.found[entry.index] = identified(entry.finding, entry, cause, entry.partner?.finding, evaluation)
  }
  for (const entry of before) {
    if (entry.whole !== null) evaluation.baseParts.set(entry.index, entry)
    else if (entry.partner === null) fix(entry.finding, [job.path], baseFingerprint(entry), evaluation)
  }
}

/** Findings of several places, when each of their files has been matched. */
function identifySeveral(evaluation: Identification): void {
  const { head, base } = joinSeveral(evaluation)
  for (const each of head) {
    const { finding, index } = each.several
    const before = each.parts.flatMap(({ entry }) => entry.partner?.finding ?? [])
    const partner = each.same?.several.finding ?? earliest(before)
    const found = identified(finding, each, each.cause, partner, evaluation)
    const { changedPlaces } = each
    evaluation.found[index] =
      changedPlaces.length === 0 ? found : { ...found, identity: { ...found.identity, changedPlaces } }
  }
  const matched = new Set(head.map(({ same }) => same))
  for (const each of base) {
    const { finding } = each.several
    const paths = locationsOf(finding).map(({ path }) => path)
    if (each.isGone && !matched.has(each)) fix(finding, paths, baseFingerprint(each), evaluation)
  }
}

const earliest = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => instantOf(a) - instantOf(b))[0]

const instantOf = ({ firstDetected }: Finding): number => {
  const at = firstDetected === null ? Number.NaN : Date.parse(firstDetected)
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at
}

function identified(
  finding: Finding,
  { fingerprint, changed }: Pick<Entry, 'fingerprint' | 'changed'>,
  { state, reason }: Cause,
  partner: Finding | undefined,
  { context }: Identification
): IdentifiedFinding {
  const first = firstDetection(finding, partner, context.now)
  return { finding, identity: identity(fingerprint, state, reason, changed, first) }
}

function fix(
  finding: Finding,
  paths: readonly string[],
  fingerprint: string,
  { context, fixed }: Identification
): void {
  const isDeleted = paths.every(path => context.diff?.files.get(path)?.change === 'deleted')
  const reason = isDeleted ? 'In the baseline; its file is deleted' : goneBecause(finding, context)
  fixed.push({ finding, identity: identity(fingerprint, 'fixed', reason, null, finding.firstDetected) })
}

const identity = (
  fingerprint: string,
  state: Identity['state'],
  stateReason: string,
  part: boolean | null,
  firstDetected: string | null
): Identity => ({ id: idOf(fingerprint), state, stateReason, inDiff: part, firstDetected })

const MATCHES = {
  exact: 'In the baseline',
  place: 'In the baseline, on the same unchanged line',
  moved: 'In the baseline; the same text moved within its file',
  reformatted: 'In the baseline; the code is formatted anew',
  edited: 'In the baseline; the line was edited, and no other finding of the baseline is as near',
  alias: 'In the baseline, under another name of the advisory'
} as const

function causeOf(entry: Entry, job: FileJob, { context, facts }: Identification): Cause {
  if (facts === null) return causeByDiff(entry.finding, entry.kind, entry.changed, context.diff)
  if (entry.partner === null || entry.pass === null) return causeOfNew(entry, context.diff, facts)
  const reason = MATCHES[entry.pass]
  return {
    state: 'existing',
    reason: job.path === job.basePath ? reason : `${reason}; the file was renamed from ${job.basePath}`
  }
}

/** The earliest date that the finding or its partner in the baseline bears, and never one after now. */
function firstDetection(finding: Finding, partner: Finding | undefined, now: string): string | null {
  let first = now === '' ? null : now
  for (const date of [finding.firstDetected, partner?.firstDetected ?? null]) {
    if (date !== null && !Number.isNaN(Date.parse(date)) && (first === null || Date.parse(date) < Date.parse(first)))
      first = date
  }
  return first
}
