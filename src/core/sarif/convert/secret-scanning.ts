import { asInteger, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import type { ReadProblem, SarifConsumer } from '../input.js'
import { alertsOf, dismissal, invocationOf, uriOf } from './alerts.js'

const TOOL = 'GitHub secret scanning'

/** True for an array of alerts of secret scanning (https://docs.github.com/en/rest/secret-scanning/secret-scanning). */
export const isSecretScanning = (value: JsonValue): boolean =>
  textMember(asObject(alertsOf(value).alerts[0]), 'secret_type') !== null

const RESOLUTION = {
  reason: 'resolution',
  comment: 'resolution_comment',
  by: 'resolved_by',
  approver: 'closure_request_reviewer'
} as const

/** What makes a leaked secret worse: words for people, and tags. */
function circumstances(alert: JsonObject): readonly (readonly [tag: string, text: string])[] {
  const validity = textMember(alert, 'validity')
  const bypass = textMember(asObject(member(alert, 'push_protection_bypassed_by')), 'login')
  const bypassed = `push protection was bypassed${bypass === null ? '' : ` by @${bypass}`}`
  return [
    ...(validity === null
      ? []
      : [[`validity:${validity}`, VALIDITY[validity] ?? `its validity is ${validity}`] as const]),
    ...(member(alert, 'publicly_leaked') === true ? [['publicly-leaked', 'it is publicly leaked'] as const] : []),
    ...(member(alert, 'multi_repo') === true ? [['multi-repo', 'it is in several repositories'] as const] : []),
    ...(member(alert, 'push_protection_bypassed') === true ? [['push-protection-bypassed', bypassed] as const] : []),
    ...(member(alert, 'has_more_locations') === true ? [['more-locations', 'it is at more places'] as const] : [])
  ]
}

const VALIDITY: Readonly<Record<string, string>> = {
  active: 'it is active',
  inactive: 'it is inactive',
  unknown: 'nobody knows whether it is active'
}

/** A secret that works, or that everybody can read, is as bad as it gets. Nothing makes one less than a secret. */
const severityOf = (alert: JsonObject): string =>
  textMember(alert, 'validity') === 'active' || member(alert, 'publicly_leaked') === true ? 'critical' : 'high'

function placeOf(alert: JsonObject): JsonObject | null {
  const first = asObject(member(alert, 'first_location_detected'))
  const path = textMember(first, 'path')
  const secret = textMember(alert, 'secret')
  const snippet = secret === null ? {} : { snippet: { text: secret } }
  if (path === null) return null
  const number = (key: string): number | null => asInteger(member(first, key))
  const startLine = number('start_line')
  const endLine = number('end_line')
  const region = {
    ...(startLine === null || startLine < 1 ? {} : { startLine }),
    ...(endLine === null || endLine < 1 ? {} : { endLine }),
    ...snippet
  }
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }
}

/** That it was resolved is a claim; that it was revoked is refuted while GitHub finds it active. */
function suppressionsOf(alert: JsonObject): readonly JsonObject[] {
  if (textMember(alert, 'state') !== 'resolved') return []
  const isRefuted = textMember(alert, 'resolution') === 'revoked' && textMember(alert, 'validity') === 'active'
  const claim = dismissal(alert, RESOLUTION)
  return [isRefuted ? { ...claim, status: 'rejected' } : claim]
}

function resultOf(alert: JsonObject, type: string): JsonObject {
  const known = circumstances(alert)
  const name = textMember(alert, 'secret_type_display_name') ?? type
  const place = placeOf(alert)
  const number = asInteger(member(alert, 'number'))
  const commit = textMember(asObject(member(alert, 'first_location_detected')), 'commit_sha')
  const message = [`${name}${number === null ? '' : ` (alert ${number})`}`, ...known.map(([, text]) => text)].join(', ')
  return {
    ruleId: type,
    message: { text: message },
    locations: place === null ? [] : [place],
    suppressions: suppressionsOf(alert),
    provenance: { firstDetectionTimeUtc: textMember(alert, 'created_at') },
    // Two alerts are two secrets, though nothing else may tell them apart.
    ...(number === null ? {} : { fingerprints: { 'githubAlert/v1': `alert-${String(number).padStart(4, '0')}` } }),
    properties: {
      severity: severityOf(alert),
      tags: known.map(([tag]) => tag),
      ...(commit === null ? {} : { commitSha: commit })
    }
  }
}

/**
 * Feeds alerts of secret scanning to a consumer as one run: open ones are findings, resolved ones carry the resolution
 * as a suppression. The secret goes where the normaliser looks for secrets to hide. An element that is no alert is the problem.
 */
export function convertSecretScanning(value: JsonValue, consumer: SarifConsumer): ReadProblem | null {
  const { alerts, isOnePage } = alertsOf(value)
  let problem: ReadProblem | null = null
  for (const element of alerts) {
    const alert = asObject(element)
    const type = textMember(alert, 'secret_type')
    if (alert === null || type === null) {
      problem ??= { offset: null, message: 'An element of the array is no secret scanning alert with a type' }
    } else consumer.result(0, resultOf(alert, type))
  }
  consumer.run(0, { tool: { driver: { name: TOOL } }, invocations: [invocationOf(isOnePage)] }, 'array')
  consumer.log({ version: '2.1.0' })
  return problem
}
