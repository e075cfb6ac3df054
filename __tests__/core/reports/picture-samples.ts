import type { Decision, Outcome } from '../../../src/core/decision/decision.js'
import type { FindingApproval } from '../../../src/core/exceptions/approval/result.js'
import { offeredLine } from '../../../src/core/exceptions/commands/offer.js'
import type { ExceptionOutcome } from '../../../src/core/exceptions/exception.js'
import { PLAIN_CONTEXT, type ViewContext } from '../../../src/core/reports/ground/view-context.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'
import { BLOCKED } from './sample-decisions.js'

const id = (digit: number): string =>
  `F-${['4d2a9e0b71c85f36', 'b07c6e13f9d2584a', '82f5a1d90c3e7b64'][digit - 1]?.repeat(2) ?? ''}`
const SHA = BLOCKED.change.headSha ?? ''
const comment = (number: number): string => `https://github.com/acme/pay/pull/42#issuecomment-${number}`

const context: ViewContext = {
  ...PLAIN_CONTEXT,
  serverUrl: 'https://github.com',
  rules: [
    { id: 'known-exploited', layer: 'preset:baseline', description: 'Known exploited vulnerabilities never merge' },
    { id: 'introduced-high', layer: 'preset:baseline', description: 'No new high or critical findings in tier 0 and 1' }
  ]
}

const SQL = {
  ruleText: { title: 'Database query built from user-controlled sources', advice: 'Use a parameter of the query' },
  message: 'This query string depends on a user-provided value.'
}
const REDIRECT = {
  ruleId: 'js/server-side-unvalidated-url-redirection',
  severity: 'medium' as const,
  score: null,
  identifiers: ['CWE-601'],
  ruleText: { title: 'Server-side URL redirect', advice: null },
  message: 'Untrusted URL redirection depends on a user-provided value.',
  location: { path: 'web/src/login.ts', startLine: 88, startColumn: 3, endLine: 88, endColumn: 36 }
}

function accepted(
  digit: number,
  exception: string,
  expires: string,
  finding: Parameters<typeof anOutcome>[1]
): Outcome {
  return anOutcome(
    { id: id(digit), verdict: 'pass', reason: 'excepted', exception: { id: exception, expires }, canBeExcepted: false },
    finding
  )
}

function approved(exception: string, finding: string, expires: string, reason: string): ExceptionOutcome {
  return {
    id: exception,
    status: 'active',
    source: 'comment',
    finding,
    expires,
    problem: null,
    account: {
      type: 'mitigated',
      reason,
      owner: '@alice',
      approvers: [{ login: '@sec-bob', at: '2026-11-22T10:00:00Z', url: comment(7) }],
      ticket: 'SEC-12',
      controls: ['WAF rule 941'],
      quorum: { needed: 1, have: 1 }
    }
  }
}

const feed = (kind: 'kev' | 'epss') => ({ kind, name: `feeds/${kind}.json`, sha256: 'a'.repeat(64), bytes: 1_500_000 })
const FEEDS = ['kev', 'epss'] as const

/** What blocks, with the feeds that tell what is exploited: the policy asks for both, and both are of the day. */
const blocked: Decision = {
  ...BLOCKED,
  inputs: [...BLOCKED.inputs, ...FEEDS.map(feed)],
  scans: [
    ...BLOCKED.scans,
    ...FEEDS.map(kind =>
      aScan({ id: `feed:${kind}`, category: null, tools: [], reason: `The ${kind} file is of 2026-11-23` })
    )
  ]
}

/** A pass with two exceptions. */
const excepted: Decision = aDecision({
  change: BLOCKED.change,
  outcomes: [accepted(1, 'PR-42-1', '2026-12-05', SQL), accepted(2, 'PR-42-2', '2026-12-20', REDIRECT)],
  exceptions: [
    approved('PR-42-1', id(1), '2026-12-05', 'The endpoint is behind the gateway, which refuses quotes'),
    approved('PR-42-2', id(2), '2026-12-20', 'Only reachable by staff until the new login ships')
  ]
})

const offer = offeredLine(
  { verb: 'approve', finding: id(1), values: new Map() },
  { sha: SHA, lastDay: '2026-12-23', needsTicket: false, needsControls: false, owner: '@alice' },
  '2026-11-23T15:00:00Z'
)

const waiting: FindingApproval = {
  finding: id(1),
  status: 'requested',
  sentence: '1 approval is missing',
  requests: [{ login: 'alice', url: comment(3), reason: 'The endpoint is behind the gateway, which refuses quotes' }],
  approvals: [],
  needed: 1,
  offer,
  account: null
}

/** A request that waits: one blocks, and somebody asks for an exception. */
const requested: Decision = aDecision({
  change: BLOCKED.change,
  outcomes: [anOutcome({ id: id(1), sla: null }, SQL)],
  exceptions: [{ id: 'PR-42-1', status: 'requested', source: 'comment', finding: id(1), expires: null, problem: null }]
})

/** One weakness that two tools name, one of another file, and a warning. */
const onTerminal: Decision = aDecision({
  change: BLOCKED.change,
  outcomes: [
    anOutcome({ id: id(1) }, SQL),
    anOutcome({ id: id(2) }, { tool: 'Semgrep', toolVersion: '1.139.0', ruleId: 'express.sql-query-concat', ...SQL }),
    ...BLOCKED.outcomes.filter(({ finding }) => finding.category === 'secret'),
    anOutcome(
      {
        id: id(3),
        verdict: 'warn',
        state: 'existing',
        rules: [{ id: 'backlog', layer: 'preset:baseline', verdict: 'warn', declared: 'warn' }]
      },
      REDIRECT
    )
  ],
  scans: [
    aScan({
      tools: ['CodeQL', 'Semgrep'].map(name => ({ name, version: null, results: 2 }))
    }),
    aScan({ id: 'secrets', category: 'secret', tools: [{ name: 'gitleaks', version: '8.21.0', results: 1 }] })
  ]
})

/** What `scripts/pictures.mjs` takes pictures of, by the name of the picture. */
export const PICTURES = {
  comment: { decision: blocked, context },
  excepted: { decision: excepted, context },
  waiting: {
    decision: requested,
    context: { ...context, approvals: [waiting], approvers: ['@acme/security', '@sec-bob'] }
  },
  terminal: { decision: onTerminal, context }
} as const satisfies Readonly<Record<string, { readonly decision: Decision; readonly context: ViewContext }>>
