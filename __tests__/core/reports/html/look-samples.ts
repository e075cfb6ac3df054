import type { Decision, Outcome } from '../../../../src/core/decision/decision.js'
import { NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import type { ExceptionOutcome } from '../../../../src/core/exceptions/exception.js'
import type { Severity } from '../../../../src/core/finding.js'
import { PLAIN_CONTEXT, type ViewContext } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN } from '../sample-decisions.js'

/** The weaknesses of the made-up repository: rule, title, line of source, severity. */
const WEAKNESSES: readonly (readonly [string, string, string, Severity])[] = [
  [
    'js/sql-injection',
    'Database query built from user-controlled sources',
    "db.query('SELECT * FROM t WHERE id=' + id)",
    'critical'
  ],
  ['js/command-line-injection', 'Uncontrolled command line', "exec('tar czf ' + name)", 'critical'],
  [
    'js/path-injection',
    'Uncontrolled data used in path expression',
    'readFileSync(join(root, request.query.file))',
    'high'
  ],
  ['js/xss', 'Client-side cross-site scripting', 'element.innerHTML = decodeURIComponent(location.hash)', 'high'],
  ['js/code-injection', 'Code injection', 'eval(request.body.expression)', 'critical'],
  [
    'js/weak-cryptographic-algorithm',
    'Use of a broken or weak cryptographic algorithm',
    "createHash('md5').update(password)",
    'high'
  ],
  [
    'js/server-side-unvalidated-url-redirection',
    'Server-side URL redirect',
    'response.redirect(request.query.next)',
    'medium'
  ],
  ['js/request-forgery', 'Server-side request forgery', 'await fetch(request.query.target)', 'high'],
  ['js/regex-injection', 'Regular expression injection', 'new RegExp(request.query.pattern)', 'medium'],
  ['js/missing-rate-limiting', 'Missing rate limiting', "app.post('/login', login)", 'medium']
]
const FOLDERS = [
  'services/payments/src/database',
  'services/accounts/src/routes',
  'web/src/components',
  'libraries/shared/src',
  'tools/release'
]
const OWNERS = ['@acme/payments', '@acme/accounts', '@acme/web', '@acme/platform', '@acme/release']
const ASSETS = ['payments-api', 'accounts-api', 'web', null, 'release-tools']

const id = (number: number): string => `F-${(number + 1).toString(16).padStart(32, '0')}`

/** One of many findings: weaknesses, folders and files in turn. */
function many(number: number): Outcome {
  const [ruleId, title, snippet, severity] = WEAKNESSES[number % WEAKNESSES.length] ?? ['r', 't', 's', 'low']
  const place = Math.floor(number / 3) % FOLDERS.length
  const isBlock = severity !== 'medium'
  const verdict = isBlock ? 'block' : 'warn'
  const day = String(1 + (number % 28)).padStart(2, '0')
  return anOutcome(
    {
      id: id(number),
      verdict,
      tier: place < 2 ? 0 : 1,
      asset: ASSETS[place] ?? null,
      owners: [OWNERS[place] ?? '@acme/web'],
      rules: [{ id: isBlock ? 'introduced-high' : 'backlog', layer: 'preset:baseline', verdict, declared: verdict }],
      sla: { due: `2026-12-${day}T00:00:00Z`, status: number % 28 < 2 ? 'due-soon' : 'within' }
    },
    {
      ruleId,
      severity,
      ruleText: { title, advice: null },
      message: `${title}: this depends on a user-provided value.`,
      location: {
        path: `${FOLDERS[place]}/module-${number % 17}.ts`,
        startLine: 10 + number,
        startColumn: 3,
        endLine: 10 + number,
        endColumn: 12
      },
      identifiers: [],
      clues: { snippet, fingerprints: {}, symbol: null }
    }
  )
}

/** Many of a package each, so that nothing joins: the longest page for its findings. */
const apart = (number: number): Outcome => {
  const outcome = many(number)
  return { ...outcome, finding: { ...outcome.finding, ruleId: `rule-${number}` } }
}

const EXCEPTIONS: readonly ExceptionOutcome[] = [
  {
    id: 'EXC-2026-0042',
    status: 'active',
    source: 'file',
    finding: id(3),
    expires: '2027-01-31',
    problem: null,
    account: {
      type: 'mitigated',
      reason: 'The gateway strips markup before it reaches this page',
      owner: '@acme/web',
      approvers: [{ login: '@sec-bob', at: '2026-11-20T09:30:00Z', url: null }],
      ticket: 'SEC-12',
      controls: ['WAF rule 941'],
      quorum: { needed: 1, have: 1 }
    }
  },
  ...BLOCKED.exceptions
]

const range = (length: number): readonly number[] => Array.from({ length }, (_value, index) => index)
const change = { ...BLOCKED.change }
const of = (outcomes: readonly Outcome[]): Decision =>
  aDecision({ change, outcomes: [...outcomes].sort(worstFirst), exceptions: EXCEPTIONS })

const ORDER = ['critical', 'high', 'medium', 'low']
const worstFirst = (a: Outcome, b: Outcome): number =>
  a.verdict.localeCompare(b.verdict) ||
  a.tier - b.tier ||
  ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity)

const context: ViewContext = {
  ...PLAIN_CONTEXT,
  serverUrl: 'https://github.com',
  rules: [
    { id: 'introduced-high', layer: 'preset:baseline', description: 'No new high or critical findings in tier 0 and 1' }
  ]
}

/** What `npm run look` looks at, by the name of the picture. */
export const LOOKS: Readonly<Record<string, { readonly decision: Decision; readonly context: ViewContext }>> = {
  report: { decision: { ...of(range(24).map(many)), scans: aDecision({}).scans }, context },
  'report-200': { decision: of(range(200).map(many)), context },
  'report-200-apart': { decision: of(range(200).map(apart)), context },
  'report-break-glass': {
    decision: {
      ...of(range(3).map(many)),
      notices: [
        {
          level: 'error',
          code: 'break-glass',
          message: `${id(7)} passes by break-glass until 2026-12-02T09:30:00Z, by sec-bob, sec-carol, for INC-77: review it after the fact`
        }
      ]
    },
    context
  },
  'report-gap': { decision: BLOCKED, context },
  'report-blind': { decision: BLIND, context },
  'report-clean': { decision: { ...CLEAN, change: NO_CHANGE_KNOWN }, context }
}
