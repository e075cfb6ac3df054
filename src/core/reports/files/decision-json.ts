import { createHash } from 'node:crypto'
import type { DecisionDocument } from '../../../generated/decision.js'
import { enforcedVerdict, heldBack } from '../../decision/counts.js'
import type { Decision, Outcome, ScanTool } from '../../decision/decision.js'
import { nextStep } from '../../decision/next-step.js'
import { isUnseen, toldStanding } from '../../decision/outcome.js'
import type { Undecided } from '../../decision/undecided.js'
import type { ExceptionMatch } from '../../exceptions/exception.js'
import { locationsOf } from '../../finding.js'
import { maskSecrets } from '../../ground/credentials.js'
import { fingerprintIn } from '../../identity/fingerprint.js'
import { safeMessage } from '../ground/masks.js'
import { jsonText } from '../ground/visible-text.js'

/**
 * The decision file (contract §6) piece by piece: canonical, with keys in a fixed order, two spaces of indent and a
 * closing line feed. In pieces, because a decision about a million findings is longer than a string may be.
 */
export const decisionJsonChunks = (decision: Decision): Generator<string> => sealed(documentChunks(decision))

function* documentChunks(decision: Decision): Generator<string> {
  const { exceptions, controls, notices } = decision
  const { outcomes, notLookedFor } = apart(decision)
  yield `{\n${membersOf(headOf(decision))}`
  yield* listChunks('outcomes', outcomes, outcomeView)
  yield* listChunks('notLookedFor', notLookedFor, outcomeView)
  yield* listChunks('exceptions', exceptions, exceptionView)
  yield* listChunks('controls', controls, control => control)
  yield* listChunks('notices', notices, notice => notice)
  yield* listChunks('problems', [], problem => problem)
}

/** What this run saw, and what it knows only from the baseline: of that nobody can say that it is fixed. */
function apart({ outcomes }: Decision): { outcomes: readonly Outcome[]; notLookedFor: readonly Outcome[] } {
  const notLookedFor = outcomes.filter(isUnseen)
  return { outcomes: notLookedFor.length === 0 ? outcomes : outcomes.filter(each => !isUnseen(each)), notLookedFor }
}

function headOf({ outcomes, exceptions: _, controls: __, notices: ___, ...head }: Decision) {
  const { block, warn, critical } = heldBack(outcomes)
  const rollout = { wouldBlock: block.length, wouldBlockCritical: critical, wouldWarn: warn.length }
  return { ...headView(head), rollout }
}

/** What the decision file says, as reading it gives it back, without its digest. */
export function decisionDocument(decision: Decision): DecisionDocument {
  const { exceptions, controls, notices } = decision
  const { outcomes, notLookedFor } = apart(decision)
  const back = <Part>(part: object): Part => JSON.parse(JSON.stringify(part))
  return {
    ...back<DecisionDocument>(headOf(decision)),
    outcomes: outcomes.map(outcome => back(outcomeView(outcome))),
    notLookedFor: notLookedFor.map(outcome => back(outcomeView(outcome))),
    exceptions: exceptions.map(exception => back(exceptionView(exception))),
    controls: back(controls),
    notices: back(notices),
    problems: []
  }
}

/** The decision file of a run that could not decide: the same members, with null where nothing is known. */
export function undecidedJson({ schemaVersion, gate, evaluatedAt, change, options, problems }: Undecided): string {
  const head = { schemaVersion, gate, verdict: null, completeness: 'incomplete', evaluatedAt, change, options }
  const nothing = { inputs: [], scans: [], counts: null, rollout: null }
  const lists = { outcomes: [], notLookedFor: [], exceptions: [], controls: [], notices: [], problems }
  return [...sealed([`{\n${membersOf({ ...head, ...nothing, ...lists })}`])].join('')
}

/** Characters that are digested and passed on at once. */
const BATCH = 1 << 16

/** Ends the document with the digest of all that is before it. */
function* sealed(chunks: Iterable<string>): Generator<string> {
  const hash = createHash('sha256')
  // A call for each finding costs more than its digest.
  let waiting = ''
  for (const chunk of chunks) {
    waiting += chunk
    if (waiting.length >= BATCH) {
      hash.update(waiting)
      yield waiting
      waiting = ''
    }
  }
  hash.update(waiting)
  yield waiting
  yield `,\n  "digest": "${hash.digest('hex')}"\n}\n`
}

const BEFORE_DIGEST = ',\n  "digest": "'

/** Whether a decision file bears the digest of what it holds; null: it bears none. */
export function isIntact(text: string): boolean | null {
  const end = text.lastIndexOf(BEFORE_DIGEST)
  if (end < 0) return text.includes('"digest"') ? false : null
  const [, digest] = /^([0-9a-f]{64})"\n\}\n$/.exec(text.slice(end + BEFORE_DIGEST.length)) ?? []
  return digest === sha256Of([text.slice(0, end)])
}

/** SHA-256 of the decision file, in hex, without keeping the file. */
export const decisionSha256 = (decision: Decision): string => sha256Of(decisionJsonChunks(decision))

function sha256Of(chunks: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

/** Line, from 1, on which a file first differs from the decision file that is written of a decision. */
export function firstUnlikeLine(text: string, decision: Decision): number {
  let start = 0
  let line = 1
  for (const chunk of decisionJsonChunks(decision)) {
    if (!text.startsWith(chunk, start)) {
      const found = text.slice(start, start + chunk.length).split('\n')
      return line + chunk.split('\n').findIndex((each, index) => each !== found[index])
    }
    start += chunk.length
    line += chunk.split('\n').length - 1
  }
  return line
}

/** The decision file as one string: for small decisions and tests. */
export const decisionJson = (decision: Decision): string => [...decisionJsonChunks(decision)].join('')

type Head = Omit<Decision, 'outcomes' | 'exceptions' | 'controls' | 'notices'>

function headView(head: Head) {
  const { schemaVersion, gate, verdict, completeness, evaluatedAt, change, options, inputs, scans, counts } = head
  const judged = scans.map(scan => ({ ...scan, tools: scan.tools.map(toolView) }))
  return { schemaVersion, gate, verdict, completeness, evaluatedAt, change, options, inputs, scans: judged, counts }
}

/** What is not known of an exception is null. */
function exceptionView(exception: Decision['exceptions'][number]) {
  const { id, status, source, finding, expires, problem, match, account } = exception
  const approvers = (account?.approvers ?? []).map(({ login, at, url }) => ({
    login,
    at: shortInstant(at),
    source,
    url
  }))
  return {
    id,
    status,
    source,
    finding,
    expires,
    problem,
    type: account?.type ?? null,
    reason: account?.reason ?? null,
    owner: account?.owner ?? null,
    approvers,
    ticket: account?.ticket ?? null,
    controls: account?.controls ?? [],
    quorum: account?.quorum ?? null,
    ...(match === undefined ? {} : { match: matchView(match) })
  }
}

const NO_MATCH = { finding: null, identifier: null, package: null, path: null, tool: null, ruleId: null }

/** All members, in one order, whichever way the exception was written. */
const matchView = ({ kind: _, ...named }: ExceptionMatch) => ({ ...NO_MATCH, ...named })

/** As instants stand in the decision: without milliseconds that are zero. */
const shortInstant = (instant: string): string => instant.replace(/\.000Z$/, 'Z')

const toolView = ({ name, version, results }: ScanTool) => ({ name, version, results })

function membersOf(object: object): string {
  const text = jsonText(object, 2)
  return text.slice('{\n'.length, -'\n}'.length)
}

function* listChunks<Item>(name: string, items: readonly Item[], view: (item: Item) => object): Generator<string> {
  yield `,\n  "${name}": [`
  let separator = '\n'
  for (const item of items) {
    // Written where it will stand, so that it has its indent.
    yield separator + jsonText([[view(item)]], 2).slice('[\n  [\n'.length, -'\n  ]\n]'.length)
    separator = ',\n'
  }
  yield items.length === 0 ? ']' : '\n  ]'
}

/** One outcome in the shape of the contract: judgement outside, facts inside `finding`. */
export function outcomeView(outcome: Outcome) {
  const { verdict, rules, controls, sla, exception, refusedExceptions } = outcome
  return {
    finding: findingView(outcome),
    verdict,
    reason: toldStanding(outcome).reason,
    would: enforcedVerdict(outcome),
    rules,
    controls,
    sla,
    exception,
    refusedExceptions,
    next: safe(nextStep(outcome))
  }
}

const safe = (text: string | null): string | null => (text === null ? null : maskSecrets(text))

function findingView(outcome: Outcome) {
  const { finding } = outcome
  return {
    id: outcome.id,
    fingerprint: fingerprintIn(outcome.id),
    tool: finding.tool,
    toolVersion: finding.toolVersion,
    ruleId: finding.ruleId,
    category: finding.category,
    severity: finding.severity,
    severitySource: finding.severitySource,
    severityConflict: finding.severityConflict,
    score: finding.score,
    message: safeMessage(finding),
    helpUri: safe(finding.helpUri),
    location: finding.location,
    locations: locationsOf(finding),
    claimedPlace: safe(finding.claimedPlace),
    placeProblem: safe(finding.placeProblem),
    asset: outcome.asset,
    tier: outcome.tier,
    exposure: outcome.exposure,
    owners: outcome.owners,
    state: toldStanding(outcome).state,
    stateReason: outcome.stateReason,
    inDiff: outcome.inDiff,
    identifiers: finding.identifiers,
    package: finding.package,
    ...(finding.packageReports === undefined ? {} : { packageReports: finding.packageReports }),
    malware: finding.malware,
    kev: outcome.kev,
    kevEntry: outcome.kevEntry,
    epss: outcome.epss,
    reachability: outcome.reachability,
    fixAvailable: finding.fixAvailable,
    firstDetected: outcome.firstDetected,
    suppression:
      finding.suppression === null
        ? null
        : { ...finding.suppression, justification: safe(finding.suppression.justification) },
    tags: finding.tags.map(maskSecrets),
    ...(finding.namedBy === undefined ? {} : { namedBy: finding.namedBy }),
    alsoReportedBy: finding.alsoReportedBy ?? [],
    occurrences: finding.occurrences,
    sources: finding.sources
  }
}
