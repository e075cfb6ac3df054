import { asArray, asInteger, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import type { ReadProblem, SarifConsumer } from '../input.js'

/** What the reports are called by whom: Kyverno, Gatekeeper's and others' exporters write them (wgpolicyk8s.io). */
const GROUP = /^(?:wgpolicyk8s|openreports)\.io\/v/
const KIND = /^(?:Cluster)?(?:Policy)?Report$/
const GROUP_IN_TEXT = /"apiVersion"\s*:\s*"(?:wgpolicyk8s|openreports)\.io\/v/

/** True for a beginning of a file that names the group of policy reports. */
export const mayBePolicyReports = (head: string): boolean => GROUP_IN_TEXT.test(head)

/** The reports among documents, lists (`kubectl get … -o json`) unfolded; other documents are null. */
const reportsIn = (document: JsonValue): readonly (JsonObject | null)[] => {
  const object = asObject(document)
  const items = member(object, 'items')
  if (Array.isArray(items)) return (items as readonly JsonValue[]).flatMap(reportsIn)
  const isReport = GROUP.test(textMember(object, 'apiVersion') ?? '') && KIND.test(textMember(object, 'kind') ?? '')
  return [isReport ? object : null]
}

/** Engines by the names that they give themselves as a source; others are named as what they write. */
const ENGINES: Readonly<Record<string, string>> = {
  kyverno: 'Kyverno',
  gatekeeper: 'Gatekeeper',
  'opa gatekeeper': 'Gatekeeper',
  kubewarden: 'Kubewarden',
  validatingadmissionpolicy: 'ValidatingAdmissionPolicy'
}
const toolOf = (source: string | null): string =>
  source === null ? 'Policy report' : (ENGINES[source.toLowerCase()] ?? `Policy report of ${source}`)

/** What a check came to, as SARIF says it; an error is no answer, and told as such. */
const KINDS: Readonly<Record<string, string>> = {
  pass: 'pass',
  skip: 'notApplicable',
  error: 'review',
  fail: 'fail',
  warn: 'fail'
}

const nameOf = (resource: JsonObject | null): string =>
  ['namespace', 'kind', 'name'].flatMap(key => textMember(resource, key) ?? []).join('/')

/** The resources of a result: its own, else that of the report. */
function resourcesOf(result: JsonObject, report: JsonObject): readonly string[] {
  const own = ['resources', 'subjects'].flatMap(key => asArray(member(result, key)))
  const names = (own.length > 0 ? own : [member(report, 'scope') ?? null]).map(each => nameOf(asObject(each)))
  return [...new Set(names)]
}

/** What the check came to; earlier versions of the format call it `status`. Where it does not say, it failed. */
const outcomeOf = (result: JsonObject): string => textMember(result, 'result') ?? textMember(result, 'status') ?? 'fail'

/** A result for each resource. What states no severity has none: it counts as the policy says. */
function resultsOf(result: JsonObject, report: JsonObject): readonly JsonObject[] {
  const policy = textMember(result, 'policy') ?? 'policy'
  const rule = textMember(result, 'rule')
  const outcome = outcomeOf(result)
  const severity = textMember(result, 'severity')
  const id = rule === null || rule === policy ? policy : `${policy}/${rule}`
  const text = textMember(result, 'message') ?? textMember(result, 'description') ?? id
  return resourcesOf(result, report).map(name => ({
    ruleId: id,
    kind: KINDS[outcome] ?? 'fail',
    ...((KINDS[outcome] ?? 'fail') === 'fail'
      ? { level: severity ?? (outcome === 'warn' ? 'warning' : 'unknown') }
      : {}),
    message: { text },
    locations: name === '' ? [] : [{ logicalLocations: [{ fullyQualifiedName: name }] }],
    properties: severity === null ? {} : { severity }
  }))
}

/** Runs by tool, while they are collected. */
interface Runs {
  readonly byTool: Map<string, { readonly index: number; readonly notifications: JsonObject[] }>
  readonly consumer: SarifConsumer
}

function runOf(runs: Runs, tool: string) {
  const run = runs.byTool.get(tool) ?? { index: runs.byTool.size, notifications: [] as JsonObject[] }
  runs.byTool.set(tool, run)
  return run
}

const errorOf = (text: string): JsonObject => ({ level: 'error', message: { text } })

function addReport(report: JsonObject, runs: Runs): void {
  const results = asArray(member(report, 'results')).map(asObject)
  const source = textMember(report, 'source')
  let failures = 0
  for (const result of results) {
    if (result === null) continue
    const run = runOf(runs, toolOf(textMember(result, 'source') ?? source))
    for (const each of resultsOf(result, report)) runs.consumer.result(run.index, each)
    const outcome = outcomeOf(result)
    if (outcome === 'fail') failures += 1
    if (outcome === 'error') run.notifications.push(errorOf(`${textMember(result, 'policy')} could not be evaluated`))
  }
  const counted = asInteger(member(asObject(member(report, 'summary')), 'fail')) ?? 0
  const missing = results.includes(null) || counted > failures
  const first = results.find(result => result !== null) ?? null
  const home = runOf(runs, toolOf(textMember(first, 'source') ?? source))
  if (missing) home.notifications.push(errorOf(`a report counts ${counted} failures and lists ${failures}`))
}

/**
 * Feeds policy reports of Kubernetes to a consumer, one run for each engine: `fail` and `warn` are findings, a check
 * that could not be evaluated makes the run a partial result. A document that is no report is the problem.
 */
export function convertPolicyReports(documents: readonly JsonValue[], consumer: SarifConsumer): ReadProblem | null {
  const runs: Runs = { byTool: new Map(), consumer }
  let problem: ReadProblem | null = null
  for (const report of documents.flatMap(reportsIn)) {
    if (report === null) problem ??= { offset: null, message: 'A document or item of a list is no policy report' }
    else addReport(report, runs)
  }
  for (const [name, { index, notifications }] of runs.byTool) {
    const invocation = { executionSuccessful: true, toolExecutionNotifications: notifications }
    consumer.run(index, { tool: { driver: { name } }, invocations: [invocation] }, 'array')
  }
  consumer.log({ version: '2.1.0' })
  return problem
}
