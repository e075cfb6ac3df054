import type { DecisionDocument, Outcome as OutcomeDocument } from '../../generated/decision.js'
import { decisionErrors } from '../../generated/validators/decision.js'
import type { Decision, Outcome } from '../decision/decision.js'
import type { Undecided } from '../decision/undecided.js'
import type { ExceptionMatch, ExceptionOutcome } from '../exceptions/exception.js'
import type { Finding, Location } from '../finding.js'
import { asObject, type JsonValue, member } from '../ground/json.js'
import { isNoticeCode, type Notice } from '../ground/notice.js'
import { TIERS, type Tier } from '../policy/policy.js'
import { fromVersion1 } from './older.js'

/** What a parsed JSON value is, taken as a decision file: the decision, that there is none, or what is wrong with it. */
export type StoredDecision =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'undecided'; readonly undecided: Undecided }
  | { readonly kind: 'invalid'; readonly problem: string }

/** A decision file as it is, in the shape of its latest version: checked, and not yet turned into anything. */
export type StoredDocument =
  | { readonly kind: 'document'; readonly document: DecisionDocument; readonly version: 1 | 2 }
  | { readonly kind: 'invalid'; readonly problem: string }

/** Checks a decision file that was parsed as JSON against its schema; one of an earlier version is brought up to date. */
export function readDecisionDocument(given: unknown): StoredDocument {
  const stored = asObject(given as JsonValue)
  const isFirst = stored !== null && member(stored, 'schemaVersion') === 1
  const value = isFirst ? fromVersion1(stored) : given
  if (!decisionErrors(value)) {
    const [first] = decisionErrors.errors ?? []
    return {
      kind: 'invalid',
      problem: `${first?.instancePath || 'the file'} does not fit the schema (${first?.keyword})`
    }
  }
  const document = value as unknown as DecisionDocument
  if (lacksCounts(document)) return { kind: 'invalid', problem: 'it has a verdict, and no counts' }
  return { kind: 'document', document, version: isFirst ? 1 : 2 }
}

/** What the schema cannot say: who has a verdict has counted. */
export const lacksCounts = ({ verdict, counts }: Pick<DecisionDocument, 'verdict' | 'counts'>): boolean =>
  verdict !== null && counts === null

/** Reads a decision file that was parsed as JSON (contract §6), as the views render it. */
export function readDecision(given: unknown): StoredDecision {
  const stored = readDecisionDocument(given)
  return stored.kind === 'invalid' ? stored : decisionIn(stored.document)
}

/**
 * What a checked document says, as the views render it. Raw material of identity is not in the file: snippets and
 * fingerprints of producers are empty.
 */
export function decisionIn(document: DecisionDocument): Exclude<StoredDecision, { kind: 'invalid' }> {
  const { schemaVersion, gate, verdict, completeness, evaluatedAt, change, inputs, scans, counts } = document
  const options = toOptions(document)
  const { outcomes, notLookedFor = [], exceptions, controls, notices, problems } = document
  if (verdict === null || counts === null)
    return { kind: 'undecided', undecided: { schemaVersion, gate, evaluatedAt, change, options, problems } }
  const head = { schemaVersion, gate, verdict, completeness, evaluatedAt, change, options, inputs, scans, counts }
  return {
    kind: 'decision',
    decision: {
      ...head,
      outcomes: [...outcomes.map(toOutcome), ...notLookedFor.map(toUnseen)],
      exceptions: exceptions.map(toException),
      controls,
      notices: notices.flatMap(toNotice)
    }
  }
}

const toOptions = ({ options }: DecisionDocument): Decision['options'] =>
  options === null ? null : { ...options, tier: tierOf(options.tier) }

function toException(stored: DecisionDocument['exceptions'][number]): ExceptionOutcome {
  const { id, status, source, finding, expires, problem, quorum } = stored
  const match = storedMatch(stored.match)
  const outcome = { id, status, source, finding, expires, problem, ...(match === null ? {} : { match }) }
  if (quorum === null) return outcome
  const { type, reason, owner, ticket, controls } = stored
  const approvers = stored.approvers.map(({ login, at, url }) => ({ login, at, url }))
  return { ...outcome, account: { type, reason, owner, approvers, ticket, controls, quorum } }
}

/** Null where the file does not say it, or names nothing by which the gate could find it. */
export function storedMatch(stored: DecisionDocument['exceptions'][number]['match']): ExceptionMatch | null {
  if (stored === undefined) return null
  const { finding, identifier, package: named, path, tool, ruleId } = stored
  if (finding !== null) return { kind: 'finding', finding }
  if (identifier !== null) return { kind: 'advisory', identifier, package: named, path }
  return tool === null || ruleId === null || path === null ? null : { kind: 'rule', tool, ruleId, path }
}

/** What another edition of the gate had to say, this one cannot pass on. */
const toNotice = ({ level, code, message }: DecisionDocument['notices'][number]): readonly Notice[] =>
  isNoticeCode(code) ? [{ level, code, message }] : []

// Field by field: of thousands of files, spreading objects takes most of the time.
function toOutcome(stored: OutcomeDocument): Outcome {
  const { finding } = stored
  return {
    verdict: stored.verdict,
    reason: stored.reason,
    rules: stored.rules,
    sla: stored.sla,
    exception: stored.exception,
    refusedExceptions: stored.refusedExceptions,
    controls: stored.controls,
    canBeExcepted: stored.next?.includes(`/gate request ${finding.id}`) ?? false,
    finding: toFinding(finding),
    id: finding.id,
    asset: finding.asset,
    tier: tierOf(finding.tier),
    exposure: finding.exposure,
    owners: finding.owners,
    state: finding.state,
    stateReason: finding.stateReason,
    inDiff: finding.inDiff,
    kev: finding.kev,
    kevEntry: finding.kevEntry,
    epss: finding.epss,
    reachability: finding.reachability,
    firstDetected: finding.firstDetected
  }
}

/** What was not looked for is gone from the files: its ground tells views that nobody knows more. */
const toUnseen = (stored: OutcomeDocument): Outcome => ({ ...toOutcome(stored), state: 'fixed', reason: 'fixed' })

/** The schema admits nothing else; should it ever, the most critical tier is the safe reading. */
const tierOf = (value: number): Tier => TIERS.find(tier => tier === value) ?? TIERS[0]

const NO_CLUES: Finding['clues'] = { snippet: null, fingerprints: {}, symbol: null }

function toFinding(stored: OutcomeDocument['finding']): Finding {
  const { alsoReportedBy } = stored
  const finding: Finding = {
    tool: stored.tool,
    toolVersion: stored.toolVersion,
    ruleId: stored.ruleId,
    category: stored.category,
    severity: stored.severity,
    severitySource: stored.severitySource,
    score: stored.score,
    severityConflict: stored.severityConflict,
    message: stored.message,
    helpUri: stored.helpUri,
    location: stored.location,
    placeGround: 'unchecked',
    claimedPlace: stored.claimedPlace,
    placeProblem: stored.placeProblem,
    identifiers: stored.identifiers,
    package: stored.package,
    malware: stored.malware,
    reachability: stored.reachability,
    fixAvailable: stored.fixAvailable,
    tags: stored.tags,
    suppression: stored.suppression,
    firstDetected: stored.firstDetected,
    clues: NO_CLUES,
    occurrences: stored.occurrences,
    sources: stored.sources
  }
  const otherLocations = othersOf(stored)
  return {
    ...finding,
    ...(otherLocations.length === 0 ? {} : { otherLocations }),
    ...(alsoReportedBy.length === 0 ? {} : { alsoReportedBy }),
    ...(stored.packageReports === undefined ? {} : { packageReports: stored.packageReports }),
    ...(stored.namedBy === undefined ? {} : { namedBy: stored.namedBy })
  }
}

function othersOf({ location, locations }: OutcomeDocument['finding']): readonly Location[] {
  const decisive = location === null ? null : JSON.stringify(location)
  return locations.filter(place => JSON.stringify(place) !== decisive)
}
