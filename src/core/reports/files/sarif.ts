import type { Decision, Outcome } from '../../decision/decision.js'
import { type Category, type Finding, severityRank } from '../../finding.js'
import { maskSecrets } from '../../ground/credentials.js'
import { editionText } from '../../ground/edition.js'
import type { JsonObject } from '../../ground/json.js'
import { originProperties } from '../../sarif/report-origin.js'
import { OWN_NAME } from '../../sarif/run/context.js'
import { repositoryUrl } from '../ground/place-links.js'
import { PLAIN_CONTEXT, type ViewContext } from '../ground/view-context.js'
import { jsonText } from '../ground/visible-text.js'
import { compact, SARIF_LEVELS, securitySeverity } from './sarif-model.js'
import { sarifResult } from './sarif-result.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Findings and scans of one original tool: one run of the report. */
interface ToolRun {
  readonly tool: string
  readonly outcomes: Outcome[]
  readonly versions: Set<string>
  /** Ids of the rules that ran, from each of its scans; null in one that does not tell. */
  readonly ran: (readonly string[] | null)[]
  failed: boolean
  /** What its scans say of work that was not done in full: in that they are no whole evidence. */
  readonly shortcomings: Set<string>
}

const newRun = (tool: string): ToolRun => ({
  tool,
  outcomes: [],
  versions: new Set(),
  ran: [],
  failed: false,
  shortcomings: new Set()
})

/** By tool, those with findings in the order of their worst; a tool that found nothing has a run too, since it ran. */
function runsOf(decision: Decision): readonly ToolRun[] {
  const runs = new Map<string, ToolRun>()
  const runOf = (tool: string, version: string | null): ToolRun => {
    const run = runs.get(tool) ?? newRun(tool)
    if (version !== null) run.versions.add(version)
    runs.set(tool, run)
    return run
  }
  for (const outcome of decision.outcomes)
    runOf(outcome.finding.tool, outcome.finding.toolVersion).outcomes.push(outcome)
  for (const scan of decision.scans)
    for (const { name, version, rules } of scan.tools) {
      const run = runOf(name, version)
      run.ran.push(rules ?? null)
      run.failed ||= scan.state === 'failed' || scan.state === 'invalid'
      if (scan.state === 'degraded') run.shortcomings.add(maskSecrets(scan.reason))
    }
  return [...runs.values()]
}

const isSecurity = (category: Category): boolean => category !== 'quality' && category !== 'other'

const rank = ({ severity }: Finding): number => (severity === 'unknown' ? -1 : severityRank(severity))

/** Metadata of a scanner's rule (§3.49), from its findings: the worst severity, since one rule has only one. */
function ruleOf(id: string, outcomes: readonly Outcome[]): JsonObject {
  const worst = outcomes.reduce<Finding | undefined>(
    (held, { finding }) => (held === undefined || rank(finding) > rank(held) ? finding : held),
    undefined
  )
  const helpUri = outcomes.find(({ finding }) => isAddress(finding.helpUri))?.finding.helpUri ?? null
  const security = outcomes.some(({ finding }) => isSecurity(finding.category)) ? 'security' : null
  return compact({
    id,
    helpUri,
    defaultConfiguration: { level: worst === undefined ? 'warning' : SARIF_LEVELS[worst.severity] },
    properties: compact({
      tags: security === null ? null : [security],
      'security-severity': security === null || worst === undefined ? null : securitySeverity(worst)
    })
  })
}

/** `helpUri` must be an absolute URI (§3.49.12); scanners write all sorts, also with a token in the query. */
const isAddress = (uri: string | null): boolean =>
  uri !== null && maskSecrets(uri) === uri && /^https?:\/\/[^\s"<>\\^`{|}\p{Cc}]+$/u.test(uri) && URL.canParse(uri)

function rulesOf(run: ToolRun): readonly (readonly [string, readonly Outcome[]])[] {
  const byId = new Map<string, Outcome[]>()
  for (const outcome of run.outcomes) {
    const same = byId.get(outcome.finding.ruleId)
    if (same === undefined) byId.set(outcome.finding.ruleId, [outcome])
    else same.push(outcome)
  }
  return [...byId]
}

/** Ids of all rules that ran, where every scan of the tool tells: as a baseline the run then shows which rules are new. */
function everyRule({ ran }: ToolRun): ReadonlySet<string> | null {
  const lists = ran.filter(list => list !== null)
  return lists.length === 0 || lists.length < ran.length ? null : new Set(lists.flat())
}

/** A run that failed says so, and one that did not do all of its work (§3.20.21): read again, it is no whole evidence either. */
function invocationOf({ failed, shortcomings }: ToolRun): JsonObject {
  const notifications = [...shortcomings].map((text): JsonObject => ({ level: 'error', message: { text } }))
  return compact({
    executionSuccessful: !failed,
    toolExecutionNotifications: notifications.length === 0 ? null : notifications
  })
}

function runHead(run: ToolRun, rules: readonly JsonObject[], decision: Decision, serverUrl: string | null): JsonObject {
  const every = everyRule(run)
  const known = new Set(rules.map(({ id }) => id))
  const silent = [...(every ?? [])].filter(id => !known.has(id)).map((id): JsonObject => ({ id }))
  const [version] = run.versions.size === 1 ? run.versions : []
  const { scannedSha, headSha } = decision.change
  const revisionId = scannedSha ?? headSha
  const address = repositoryUrl(decision.change, serverUrl)
  return compact({
    tool: { driver: compact({ name: run.tool, version: version ?? null, rules: [...rules, ...silent] }) },
    invocations: [invocationOf(run)],
    // The tool that made this file out of the scanner's (§3.22).
    conversion: { tool: { driver: { name: OWN_NAME, version: editionText(decision.gate) } } },
    versionControlProvenance:
      address === null || revisionId === null
        ? null
        : [{ repositoryUri: address, revisionId, mappedTo: { uriBaseId: '%SRCROOT%' } }],
    columnKind: 'utf16CodeUnits',
    properties: every === null ? null : { policyGate: { listsEveryRule: true } }
  })
}

function* runChunks(run: ToolRun, decision: Decision, serverUrl: string | null): Generator<string> {
  const rules = rulesOf(run)
  const indexes = new Map(rules.map(([id], index) => [id, index]))
  const head = jsonText(
    runHead(
      run,
      rules.map(([id, outcomes]) => ruleOf(id, outcomes)),
      decision,
      serverUrl
    )
  )
  yield `${head.slice(0, -1)},"results":[`
  const accounts = new Map(
    decision.exceptions.flatMap(({ id, account }) => (account === undefined ? [] : [[id, account]]))
  )
  let separator = '\n'
  for (const outcome of run.outcomes) {
    yield separator + jsonText(sarifResult(outcome, indexes.get(outcome.finding.ruleId) ?? -1, accounts))
    separator = ',\n'
  }
  yield '\n]}'
}

/**
 * The decision as SARIF 2.1.0, piece by piece: every finding once, one run for each original tool under that tool's
 * name, so that code scanning and the gate's own reader see the scanner and not the gate. Fed back as a baseline it
 * stands for the scanners' own files.
 */
export function* sarifChunks(
  decision: Decision,
  { serverUrl, origin }: ViewContext = PLAIN_CONTEXT
): Generator<string> {
  const properties = origin === undefined ? '' : `"properties":${jsonText(originProperties(origin))},`
  yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0",${properties}"runs":[\n`
  let separator = ''
  for (const run of runsOf(decision)) {
    yield separator
    yield* runChunks(run, decision, serverUrl)
    separator = ',\n'
  }
  yield '\n]}\n'
}
