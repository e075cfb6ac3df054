import { asInteger, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import type { ReadProblem, SarifConsumer } from '../input.js'
import { strings } from '../members.js'
import { alertsOf, dismissal, invocationOf, uriOf } from './alerts.js'

/** Name of a list that names no tool, as it is empty. */
const ANY_TOOL = 'GitHub code scanning'

/** True for an array of alerts of code scanning (https://docs.github.com/en/rest/code-scanning/code-scanning). */
export function isCodeScanning(value: JsonValue): boolean {
  const first = asObject(alertsOf(value).alerts[0])
  return ['rule', 'tool', 'most_recent_instance'].every(key => asObject(member(first, key)) !== null)
}

const DISMISSAL = {
  reason: 'dismissed_reason',
  comment: 'dismissed_comment',
  by: 'dismissed_by',
  approver: 'dismissal_approved_by'
} as const

function placeOf(instance: JsonObject | null): JsonObject | null {
  const location = asObject(member(instance, 'location'))
  const path = textMember(location, 'path')
  if (path === null) return null
  const number = (key: string): number | null => asInteger(member(location, key))
  const startLine = number('start_line')
  const startColumn = number('start_column')
  const endLine = number('end_line')
  const region = {
    ...(startLine === null || startLine < 1 ? {} : { startLine }),
    ...(startColumn === null || startColumn < 1 ? {} : { startColumn }),
    ...(endLine === null || endLine < 1 ? {} : { endLine })
  }
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }
}

function ruleOf(rule: JsonObject | null, id: string): JsonObject {
  const severity = textMember(rule, 'security_severity_level')
  return {
    id,
    name: textMember(rule, 'name') ?? id,
    shortDescription: { text: textMember(rule, 'description') ?? id },
    helpUri: textMember(rule, 'help_uri'),
    defaultConfiguration: { level: textMember(rule, 'severity') },
    properties: {
      tags: [...strings(member(rule, 'tags')), ...(severity === null ? [] : ['security'])],
      ...(severity === null ? {} : { severity })
    }
  }
}

function resultOf(alert: JsonObject, id: string): JsonObject {
  const rule = asObject(member(alert, 'rule'))
  const instance = asObject(member(alert, 'most_recent_instance'))
  const severity = textMember(rule, 'security_severity_level')
  const place = placeOf(instance)
  const message = asObject(member(instance, 'message'))
  return {
    ruleId: id,
    level: textMember(rule, 'severity'),
    ...(textMember(alert, 'state') === 'fixed' ? { baselineState: 'absent' } : {}),
    message: { text: textMember(message, 'text') ?? textMember(rule, 'description') ?? id },
    locations: place === null ? [] : [place],
    suppressions: textMember(alert, 'state') === 'dismissed' ? [dismissal(alert, DISMISSAL)] : [],
    provenance: { firstDetectionTimeUtc: textMember(alert, 'created_at') },
    properties: severity === null ? {} : { severity }
  }
}

/** The alerts of one tool, and the commits in which they were seen last. */
interface ToolAlerts {
  readonly version: string | null
  readonly rules: Map<string, JsonObject>
  readonly results: JsonObject[]
  readonly commits: Set<string>
}

/**
 * Feeds alerts of code scanning to a consumer, one run for each tool that found them: open ones are findings, dismissed
 * ones carry the dismissal as a suppression, fixed ones are no findings. An element that is no alert is the problem.
 */
export function convertCodeScanning(value: JsonValue, consumer: SarifConsumer): ReadProblem | null {
  const { alerts, isOnePage } = alertsOf(value)
  const tools = new Map<string, ToolAlerts>()
  let problem: ReadProblem | null = null
  for (const element of alerts) {
    const alert = asObject(element)
    const id = textMember(asObject(member(alert, 'rule')), 'id') ?? textMember(asObject(member(alert, 'rule')), 'name')
    const tool = asObject(member(alert, 'tool'))
    const name = textMember(tool, 'name')
    if (alert === null || id === null || name === null) {
      problem ??= { offset: null, message: 'An element of the array is no code scanning alert with a rule and a tool' }
      continue
    }
    const known = tools.get(name) ?? emptyTool(textMember(tool, 'version'))
    tools.set(name, known)
    if (!known.rules.has(id)) known.rules.set(id, ruleOf(asObject(member(alert, 'rule')), id))
    known.results.push(resultOf(alert, id))
    const commit = textMember(asObject(member(alert, 'most_recent_instance')), 'commit_sha')
    if (commit !== null && textMember(alert, 'state') !== 'fixed') known.commits.add(commit)
  }
  const runs = tools.size === 0 ? [[ANY_TOOL, emptyTool(null)] as const] : [...tools]
  for (const [index, [name, { version, rules, results, commits }]] of runs.entries()) {
    for (const result of results) consumer.result(index, result)
    const driver = { name, version, rules: [...rules.values()] }
    const versionControlProvenance = [...commits].map(revisionId => ({ revisionId }))
    consumer.run(index, { tool: { driver }, invocations: [invocationOf(isOnePage)], versionControlProvenance }, 'array')
  }
  consumer.log({ version: '2.1.0' })
  return problem
}

const emptyTool = (version: string | null): ToolAlerts => ({
  version,
  rules: new Map(),
  results: [],
  commits: new Set()
})
