import { asArray, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import type { ReadProblem, SarifConsumer } from '../input.js'
import { at, strings } from '../members.js'
import { alertsOf, dismissal, invocationOf, uriOf } from './alerts.js'

/** True for an array of Dependabot alerts (https://docs.github.com/en/rest/dependabot/alerts). */
export function isDependabot(value: JsonValue): boolean {
  const first = asObject(alertsOf(value).alerts[0])
  return asObject(member(first, 'security_advisory')) !== null && asObject(member(first, 'dependency')) !== null
}

/** Dismissal is a claim like any suppression: the policy decides whether it counts. */
function suppressionsOf(alert: JsonObject): readonly JsonObject[] {
  const state = textMember(alert, 'state')
  if (state === 'auto_dismissed') {
    return [{ kind: 'external', justification: 'Dismissed automatically by a Dependabot rule' }]
  }
  if (state !== 'dismissed') return []
  return [dismissal(alert, DISMISSAL)]
}

const DISMISSAL = {
  reason: 'dismissed_reason',
  comment: 'dismissed_comment',
  by: 'dismissed_by',
  approver: null
} as const

function scoreOf(advisory: JsonObject | null): JsonValue {
  const scores = [
    at(advisory, ['cvss_severities', 'cvss_v4', 'score']),
    at(advisory, ['cvss_severities', 'cvss_v3', 'score']),
    at(advisory, ['cvss', 'score'])
  ]
  return scores.find(score => typeof score === 'number' && score > 0) ?? null
}

function ruleOf(alert: JsonObject, id: string): JsonObject {
  const advisory = asObject(member(alert, 'security_advisory'))
  const identifiers = asArray(member(advisory, 'identifiers')).flatMap(
    entry => textMember(asObject(entry), 'value') ?? []
  )
  const cwes = asArray(member(advisory, 'cwes')).flatMap(entry => textMember(asObject(entry), 'cwe_id') ?? [])
  return {
    id,
    shortDescription: { text: textMember(advisory, 'summary') ?? id },
    helpUri: `https://github.com/advisories/${id}`,
    properties: {
      aliases: [...identifiers, ...strings([textMember(advisory, 'cve_id')])],
      cwes,
      // `general` or `malware`.
      classification: textMember(advisory, 'classification'),
      'security-severity': scoreOf(advisory)
    }
  }
}

/** `= 1.2.3` names the one version that is there; ranges say nothing of it. */
const exactVersion = (range: string | null): string | null => /^= ?([^\s,<>=]+)$/.exec(range ?? '')?.[1] ?? null

function resultOf(alert: JsonObject, id: string): JsonObject {
  const advisory = asObject(member(alert, 'security_advisory'))
  const vulnerability = asObject(member(alert, 'security_vulnerability'))
  const dependency = asObject(member(alert, 'dependency'))
  const found = asObject(member(dependency, 'package')) ?? asObject(member(vulnerability, 'package'))
  const name = textMember(found, 'name') ?? 'unknown'
  const fixed = textMember(asObject(member(vulnerability, 'first_patched_version')), 'identifier')
  const version = exactVersion(textMember(vulnerability, 'vulnerable_version_range'))
  const manifest = textMember(dependency, 'manifest_path')
  const severity = textMember(vulnerability, 'severity') ?? textMember(advisory, 'severity')
  return {
    ruleId: id,
    ...(textMember(alert, 'state') === 'fixed' ? { baselineState: 'absent' } : {}),
    message: { text: `${textMember(advisory, 'summary') ?? id} (${name})` },
    ...(manifest === null
      ? {}
      : {
          locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(manifest) }, region: { startLine: 1 } } }]
        }),
    suppressions: suppressionsOf(alert),
    ...(textMember(alert, 'created_at') === null
      ? {}
      : { provenance: { firstDetectionTimeUtc: textMember(alert, 'created_at') } }),
    properties: {
      packageName: name,
      ...(version === null ? {} : { packageVersion: version }),
      ...(fixed === null ? { solutionAvailable: false } : { fixedVersion: fixed }),
      componentOrigin: textMember(found, 'ecosystem') ?? '',
      ...(severity === null ? {} : { severity }),
      tags: [textMember(dependency, 'scope'), textMember(dependency, 'relationship')].filter(tag => tag !== null)
    }
  }
}

/**
 * Feeds Dependabot alerts to a consumer as one run: open ones are findings, dismissed ones carry the dismissal as a
 * suppression, fixed ones are counted as results that are no findings. An element that is no alert is returned as the problem.
 */
export function convertDependabot(value: JsonValue, consumer: SarifConsumer): ReadProblem | null {
  let problem: ReadProblem | null = null
  const rules = new Map<string, JsonObject>()
  const { alerts, isOnePage } = alertsOf(value)
  for (const element of alerts) {
    const alert = asObject(element)
    const id = textMember(asObject(member(alert, 'security_advisory')), 'ghsa_id')
    if (alert === null || id === null) {
      problem ??= { offset: null, message: 'An element of the array is no Dependabot alert with an advisory' }
      continue
    }
    if (!rules.has(id)) rules.set(id, ruleOf(alert, id))
    consumer.result(0, resultOf(alert, id))
  }
  const driver = { name: 'Dependabot', rules: [...rules.values()] }
  consumer.run(0, { tool: { driver }, invocations: [invocationOf(isOnePage)] }, 'array')
  consumer.log({ version: '2.1.0' })
  return problem
}
