import type { Decision, Outcome } from '../../decision/decision.js'
import { toldStanding } from '../../decision/outcome.js'
import { type Finding, type Location, locationsOf } from '../../finding.js'
import { maskSecrets } from '../../ground/credentials.js'
import type { JsonObject } from '../../ground/json.js'
import { fingerprintIn } from '../../identity/fingerprint.js'
import { SARIF_TAGS } from '../ground/limits.js'
import { safeMessage, safeSnippet } from '../ground/masks.js'
import { pathToUri } from '../ground/place-links.js'
import { baselineStateOf, compact, guidOf, SARIF_LEVELS, securitySeverity } from './sarif-model.js'

/** Only complete regions are valid: an end without a start, or before it, is left out (§3.30). */
function region(place: Location, snippet: string | null): JsonObject | null {
  const { startLine, startColumn, endLine, endColumn } = place
  if (startLine === null || startLine < 1) return null
  const end = endLine !== null && endLine >= startLine ? endLine : null
  const column = (value: number | null): number | null => (value !== null && value >= 1 ? value : null)
  const start = column(startColumn)
  const last = column(endColumn)
  const ordered = last !== null && ((end ?? startLine) > startLine || last >= (start ?? 1))
  return compact({
    startLine,
    startColumn: start,
    endLine: end,
    endColumn: ordered ? last : null,
    snippet: snippet === null ? null : { text: snippet }
  })
}

/** All places, with what only the first of them is known by; read back, they are the same. */
function locations(finding: Finding): readonly JsonObject[] {
  const logicalLocations = finding.clues.symbol === null ? null : [{ fullyQualifiedName: finding.clues.symbol }]
  const files = locationsOf(finding).flatMap((place, index) => physicalLocation(place, index === 0 ? finding : null))
  // A place that could not be mapped is no address that other readers could use: it is told in words.
  const message = finding.placeProblem === null ? null : { text: maskSecrets(finding.placeProblem) }
  const [first, ...others] = files
  if (first === undefined)
    return logicalLocations === null && message === null ? [] : [compact({ logicalLocations, message })]
  return [
    compact({ physicalLocation: first, logicalLocations }),
    ...others.map(each => ({ physicalLocation: each })),
    ...(message === null ? [] : [{ message }])
  ]
}

function physicalLocation(place: Location, finding: Finding | null): readonly JsonObject[] {
  const uri = pathToUri(place.path)
  if (uri === null) return []
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  return [compact({ artifactLocation, region: region(place, finding === null ? null : safeSnippet(finding)) })]
}

/** Excepted findings carry the exception, suppressed ones what the scanner claimed (§3.35). */
function suppressions({ exception, reason, finding }: Outcome, accounts: Accounts): readonly JsonObject[] {
  if (exception !== null)
    return [{ kind: 'external', status: 'accepted', justification: justification(exception, accounts) }]
  if (reason !== 'suppressed' || finding.suppression === null) return []
  const { kind, justification: claimed } = finding.suppression
  const by = kind === 'in-source' ? 'inSource' : 'external'
  return [compact({ kind: by, status: 'accepted', justification: claimed === null ? null : maskSecrets(claimed) })]
}

/** What exceptions say for themselves, by their ids. */
export type Accounts = ReadonlyMap<string, NonNullable<Decision['exceptions'][number]['account']>>

/** Who accepts it, as what, for what reason and until when; of a secret that somebody gave as the reason nothing is left. */
function justification({ id, expires }: NonNullable<Outcome['exception']>, accounts: Accounts): string {
  const head = `Exception ${id}, expires ${expires}`
  const account = accounts.get(id)
  if (account === undefined) return head
  const { type, approvers, ticket, reason, controls } = account
  const told = [
    type,
    approvers.length === 0 ? null : `approved by ${approvers.map(({ login }) => login).join(', ')}`,
    ticket === null ? null : `ticket ${ticket}`,
    controls.length === 0 ? null : `controls: ${controls.join('; ')}`
  ].filter(part => part !== null)
  const terms = [head, ...told].join(', ')
  return maskSecrets(reason === null ? terms : `${terms}: ${reason}`)
}

/** What a reader of the gate's own SARIF needs to know of the judgement, and the facts that SARIF has no member for. */
function gateProperties(outcome: Outcome): JsonObject {
  const { finding } = outcome
  const { state, reason } = toldStanding(outcome)
  return {
    id: outcome.id,
    verdict: outcome.verdict,
    reason,
    rules: outcome.rules.map(({ id, layer, verdict }) => ({ id, layer, verdict })),
    ...(outcome.controls.length === 0 ? {} : { controls: outcome.controls }),
    state,
    tier: outcome.tier,
    asset: outcome.asset,
    owners: outcome.owners,
    category: finding.category,
    severity: finding.severity,
    score: finding.score,
    reachability: finding.reachability,
    toolVersion: finding.toolVersion,
    identifiers: finding.identifiers,
    path: finding.location?.path ?? null,
    ...(finding.claimedPlace === null ? {} : { claimedPlace: maskSecrets(finding.claimedPlace) }),
    ...(finding.clues.instance === undefined ? {} : { instance: finding.clues.instance }),
    kev: outcome.kev,
    ...(outcome.kevEntry === null ? {} : { kevEntry: { ...outcome.kevEntry } }),
    epss: outcome.epss,
    sla: outcome.sla,
    fixAvailable: finding.fixAvailable,
    sources: finding.sources
  }
}

/**
 * The names under which scanners write severity and package, so that any reader finds them, ours included: fed back
 * as a baseline the finding must be recognised.
 */
function properties(outcome: Outcome): JsonObject {
  const { finding } = outcome
  const tags = [...new Set([...finding.tags.map(maskSecrets), ...finding.identifiers])].slice(0, SARIF_TAGS)
  return compact({
    tags: tags.length === 0 ? null : tags,
    // What made it one (the name of its rule, a message) may not be in this output.
    category: finding.category === 'secret' ? 'secret' : null,
    'security-severity': securitySeverity(finding),
    severity: finding.severity === 'unknown' ? null : finding.severity,
    purl: finding.package?.purl ?? null,
    packageName: finding.package?.name ?? null,
    packageVersion: finding.package?.version ?? null,
    fixedVersion: finding.package?.fixedVersion ?? null,
    classification: finding.malware ? 'malware' : null,
    policyGate: gateProperties(outcome)
  })
}

/** Fingerprints of the producer, without those that hold a credential. */
const safeFingerprints = ({ clues }: Finding): JsonObject =>
  Object.fromEntries(Object.entries(clues.fingerprints).filter(([, value]) => maskSecrets(value) === value))

/** One finding as a SARIF result (§3.27). */
export function sarifResult(outcome: Outcome, ruleIndex: number, accounts: Accounts): JsonObject {
  const { finding } = outcome
  const fingerprint = fingerprintIn(outcome.id)
  const places = locations(finding)
  return compact({
    ruleId: finding.ruleId,
    ruleIndex,
    guid: guidOf(fingerprint),
    kind: 'fail',
    level: SARIF_LEVELS[finding.severity],
    message: { text: safeMessage(finding) || finding.ruleId || 'The scanner gave no message' },
    locations: places.length === 0 ? null : places,
    occurrenceCount: Math.max(1, finding.instances ?? finding.occurrences),
    partialFingerprints: { ...safeFingerprints(finding), 'policyGate/v1': fingerprint },
    baselineState: baselineStateOf(outcome),
    // On all results or on none (§3.27.23): an empty list says that the finding is not suppressed.
    suppressions: suppressions(outcome, accounts),
    provenance: outcome.firstDetected === null ? null : { firstDetectionTimeUtc: outcome.firstDetected },
    properties: properties(outcome)
  })
}
