import type { ExceptionCandidate, ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import type { Finding, KnownSeverity } from '../../../src/core/finding.js'
import type { ExceptionPolicy, Tier } from '../../../src/core/policy/policy.js'
import { time } from '../../../src/core/time/instant.js'
import { aPlainFinding } from '../../builders.js'

const DAY = 86_400_000

export const NOW = '2026-11-23T15:00:00.000Z'

/** The instant some milliseconds after another. */
export const later = (instant: string, milliseconds: number): string =>
  new Date(time(instant) + milliseconds).toISOString()

/** The id of the finding with a number. */
export const findingId = (number: number): string => `F-${number.toString(16).padStart(32, '0')}`

export const finding = (change: Partial<Finding> = {}): Finding =>
  aPlainFinding({
    tool: 'Semgrep',
    ruleId: 'js.sql-injection',
    message: 'SQL injection',
    location: { path: 'src/db.ts', startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
    sources: ['semgrep.sarif'],
    ...change
  })

/** A finding of a vulnerable package. */
export const dependency = (
  purl: string,
  identifiers: readonly string[],
  path: string | null = 'package-lock.json'
): Finding =>
  finding({
    tool: 'Trivy',
    ruleId: identifiers[0] ?? 'none',
    category: 'sca',
    identifiers,
    location: path === null ? null : { path, startLine: 1, startColumn: null, endLine: null, endColumn: null },
    package: { purl, name: purl, version: null, fixedVersion: null }
  })

export function candidate(number: number, change: Partial<ExceptionCandidate> = {}): ExceptionCandidate {
  return {
    finding: finding(),
    id: findingId(number),
    tier: 1,
    effectiveSeverity: 'high',
    kev: false,
    never: false,
    matters: true,
    ...change
  }
}

export function record(id: string, change: Partial<ExceptionRecord> = {}): ExceptionRecord {
  const expiresText = change.expiresText ?? '2026-12-20'
  return {
    id,
    source: 'file',
    place: null,
    type: 'risk-accept',
    match: { kind: 'finding', finding: findingId(1) },
    reason: 'The endpoint is disabled in production',
    owner: '@alice',
    approvedBy: ['@sec-bob', '@sec-carol'],
    approvedAt: '2026-11-01T00:00:00.000Z',
    expires: `${expiresText}T23:59:59.999Z`,
    expiresText,
    ticket: 'SEC-12',
    controls: ['WAF rule 1234'],
    ...change
  }
}

const bounds = (critical: number, high: number, medium: number, low: number): ReadonlyMap<KnownSeverity, number> =>
  new Map([
    ['critical', critical * DAY],
    ['high', high * DAY],
    ['medium', medium * DAY],
    ['low', low * DAY]
  ])

export function exceptionPolicy(change: Partial<ExceptionPolicy> = {}): ExceptionPolicy {
  return {
    file: null,
    approvers: { teams: ['acme/appsec'], users: ['sec-alice'], roles: ['admin'] },
    quorum: new Map([
      ['default', 1],
      ['tier-0', 2],
      ['kev', 2],
      ['break-glass', 2]
    ]),
    maxDuration: {
      byTier: new Map<Tier, ReadonlyMap<KnownSeverity, number>>([
        [0, bounds(7, 14, 30, 90)],
        [2, bounds(30, 60, 90, 180)]
      ]),
      kev: 3 * DAY
    },
    require: { ticket: [], controls: [] },
    never: [],
    allowsMalware: false,
    labels: { requested: 'security-exception: requested', approved: 'security-exception: approved' },
    requireLabel: false,
    expiringNotice: 14 * DAY,
    ...change
  }
}
