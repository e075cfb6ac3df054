import { enforcedVerdict, heldBack } from '../../decision/counts.js'
import type { Decision, Outcome, ScanTool } from '../../decision/decision.js'
import { nextStep } from '../../decision/next-step.js'
import { locationsOf } from '../../finding.js'
import { fingerprintIn } from '../../identity/fingerprint.js'
import { safeMessage } from '../ground/masks.js'

/**
 * The decision file (contract §6) piece by piece: canonical, with keys in a fixed order, two spaces of indent and a
 * closing line feed. In pieces, because a decision about a million findings is longer than a string may be.
 */
export function* decisionJsonChunks(decision: Decision): Generator<string> {
  const { outcomes, exceptions, notices, ...head } = decision
  const { block, warn, critical } = heldBack(outcomes)
  const rollout = { wouldBlock: block.length, wouldBlockCritical: critical, wouldWarn: warn.length }
  yield `{\n${membersOf({ ...headView(head), rollout })}`
  yield* listChunks('outcomes', outcomes, outcomeView)
  yield* listChunks('exceptions', exceptions, exceptionView)
  yield* listChunks('notices', notices, notice => notice)
  yield '\n}\n'
}

/** The decision file as one string: for small decisions and tests. */
export const decisionJson = (decision: Decision): string => [...decisionJsonChunks(decision)].join('')

type Head = Omit<Decision, 'outcomes' | 'exceptions' | 'notices'>

function headView({ schemaVersion, verdict, completeness, evaluatedAt, change, inputs, scans, counts }: Head) {
  const judged = scans.map(scan => ({ ...scan, tools: scan.tools.map(toolView) }))
  return { schemaVersion, verdict, completeness, evaluatedAt, change, inputs, scans: judged, counts }
}

const exceptionView = ({ id, status, source, finding, expires, problem }: Decision['exceptions'][number]) => ({
  id,
  status,
  source,
  finding,
  expires,
  problem
})

const toolView = ({ name, version, results }: ScanTool) => ({ name, version, results })

function membersOf(object: object): string {
  const text = JSON.stringify(object, null, 2)
  return text.slice('{\n'.length, -'\n}'.length)
}

function* listChunks<Item>(name: string, items: readonly Item[], view: (item: Item) => object): Generator<string> {
  yield `,\n  "${name}": [`
  let separator = '\n'
  for (const item of items) {
    yield `${separator}    ${JSON.stringify(view(item), null, 2).replaceAll('\n', '\n    ')}`
    separator = ',\n'
  }
  yield items.length === 0 ? ']' : '\n  ]'
}

/** One outcome in the shape of the contract: judgement outside, facts inside `finding`. */
export function outcomeView(outcome: Outcome) {
  const { verdict, reason, rules, sla, exception, refusedExceptions } = outcome
  return {
    finding: findingView(outcome),
    verdict,
    reason,
    would: enforcedVerdict(outcome),
    rules,
    sla,
    exception,
    refusedExceptions,
    next: nextStep(outcome)
  }
}

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
    helpUri: finding.helpUri,
    location: finding.location,
    locations: locationsOf(finding),
    claimedPlace: finding.claimedPlace,
    placeProblem: finding.placeProblem,
    asset: outcome.asset,
    tier: outcome.tier,
    exposure: outcome.exposure,
    owners: outcome.owners,
    state: outcome.state,
    stateReason: outcome.stateReason,
    inDiff: outcome.inDiff,
    identifiers: finding.identifiers,
    package: finding.package,
    ...(finding.packageReports === undefined ? {} : { packageReports: finding.packageReports }),
    malware: finding.malware,
    kev: outcome.kev,
    epss: outcome.epss,
    reachability: outcome.reachability,
    fixAvailable: finding.fixAvailable,
    firstDetected: outcome.firstDetected,
    suppression: finding.suppression,
    tags: finding.tags,
    alsoReportedBy: finding.alsoReportedBy ?? [],
    occurrences: finding.occurrences,
    sources: finding.sources
  }
}
