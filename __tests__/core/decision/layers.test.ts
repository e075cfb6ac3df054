import { describe, expect, test } from '@jest/globals'
import type { ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import type { Finding } from '../../../src/core/finding.js'
import { load, shared } from '../policy/support.js'
import { anInput, decideOn, identified } from './evaluation.js'

const place = (path: string) => ({ path, startLine: 1, startColumn: null, endLine: 1, endColumn: null })
const PAY = place('services/pay/a.ts')

/** The verdict of a finding under the organisation's file alone, and under a repository's file below it. */
async function verdicts(
  org: string,
  own: string,
  finding: Partial<Finding> = {},
  exceptions = [] as ExceptionRecord[]
) {
  const known = identified({ severity: 'high', location: PAY, ...finding })
  const identity = { ...known, identity: { ...known.identity, firstDetected: '2026-11-21T00:00:00Z' } }
  const judge = async (text: string) => {
    const policy = await load(text, { 'org.yml': `version: 1\n${org}` })
    const granted = exceptions.map(record => ({
      ...record,
      match: { kind: 'finding' as const, finding: identity.identity.id }
    }))
    const [outcome] = decideOn(policy, [identity], { exceptions: granted, inputs: [anInput()] }).outcomes
    return outcome?.verdict
  }
  const head = `version: 1\nextends: ["${shared('org.yml')}"]\n`
  return { alone: await judge(head), below: await judge(`${head}${own}`) }
}

const EXCEPTION: ExceptionRecord = {
  id: 'EXC-1',
  source: 'file',
  place: null,
  type: 'risk-accept',
  match: { kind: 'finding', finding: 'F-0' },
  reason: 'the endpoint is disabled in production',
  owner: '@alice',
  approvedBy: ['@bob'],
  approvedAt: '2026-11-20T00:00:00Z',
  expires: '2026-11-24T00:00:00Z',
  expiresText: '2026-11-24',
  ticket: 'SEC-1',
  controls: []
}

const ODD: Partial<Finding> = { tool: 'Odd', category: 'other' }
const PCI = 'assets: [{ name: pci, paths: ["services/pay/**"], tier: 1, exposure: partner }]\n'
const mine = (rest: string) => `assets: [{ name: mine, paths: ["services/pay/**"], ${rest} }]\n`
const rule = (when: string, unless = '') =>
  `rules: [{ id: org, when: { ${when} }, ${unless === '' ? '' : `unless: { ${unless} }, `}verdict: block }]\n`

describe('a layer below cannot switch off what stands above it', () => {
  const faults: readonly (readonly [string, string, string, Partial<Finding>?])[] = [
    ['by renaming an asset', `${PCI}${rule('asset: [pci]')}`, mine('tier: 0')],
    ['by raising the tier that a rule names', `${PCI}${rule('tier: 1')}`, mine('tier: 0')],
    ['by another exposure', `${PCI}${rule('exposure: partner')}`, mine('tier: 0, exposure: none')],
    [
      'by the internet in place of a partner',
      `${PCI}${rule('exposure: partner')}`,
      mine('tier: 1, exposure: internet')
    ],
    [
      'by the name of an asset that is let off',
      `${PCI}${rule('min-severity: low', 'asset: lab')}`,
      'assets: [{ name: lab, paths: ["services/pay/**"], tier: 0 }]\n'
    ],
    [
      'by the name of an asset that is let off, where nothing above names the place',
      rule('min-severity: low', 'asset: lab'),
      'assets: [{ name: lab, paths: ["services/pay/**"], tier: 0 }]\n'
    ],
    [
      'by an exposure that is let off',
      `${PCI}${rule('min-severity: low', 'exposure: none')}`,
      mine('tier: 0, exposure: none')
    ],
    [
      'by an exposure that is let off, where nothing above names the place',
      rule('min-severity: low', 'exposure: none'),
      mine('tier: 0, exposure: none')
    ],
    ['by a tier that is let off', `${PCI}${rule('min-severity: low', 'tier: 0')}`, mine('tier: 0')],
    [
      'by a severity of its own',
      rule('severity: high'),
      'tools: { CodeQL: { rules: { js/sql-injection: { severity: critical } } } }\n',
      { ruleId: 'js/sql-injection' }
    ],
    [
      'by what an unknown severity counts as',
      rule('severity: high'),
      'unknown-severity: critical\n',
      { severity: 'unknown' }
    ],
    ['by a category of an unknown tool', rule('category: other'), 'tools: { Odd: { category: iac } }\n', ODD],
    [
      'by a time to fix of its own',
      `sla: { tier-1: { high: 30d } }\n${rule('sla: within')}`,
      'sla: { tier-1: { high: 1h } }\n'
    ],
    [
      'by a tier at which suppressions are honoured',
      `${PCI}suppressions: { tier-1: ignore }\n${rule('min-severity: low')}`,
      mine('tier: 0'),
      { suppression: { kind: 'external', justification: null } }
    ]
  ]
  test.each(faults)('%s', async (_, org, own, finding = {}) => {
    expect(await verdicts(org, own, finding)).toEqual({ alone: 'block', below: 'block' })
  })

  const never: readonly (readonly [string, string, string, Partial<Finding>?])[] = [
    ['by renaming an asset', `${PCI}`, mine('tier: 0'), {}],
    ['by a tool of another category', '', 'tools: { CodeQL: { category: iac } }\n', { category: 'secret' }]
  ]
  test.each(never)('nor what is never excepted: %s', async (_, org, own, finding = {}) => {
    const entry = finding.category === undefined ? 'asset: pci' : 'category: secret'
    const text = `${org}${rule('min-severity: low')}exceptions: { never: [{ ${entry} }] }\n`
    expect(await verdicts(text, own, finding, [EXCEPTION])).toEqual({ alone: 'block', below: 'block' })
  })

  test('what it says can still add: a rule matches what only the layer below places', async () => {
    const org = rule('tier: 0')
    expect(await verdicts(org, 'assets: [{ name: all, paths: ["**"], tier: 0 }]\n')).toEqual({
      alone: 'pass',
      below: 'block'
    })
  })

  test('the tier of what nothing above names is for the layer below to say', async () => {
    const org = `assets: [{ name: web, paths: ["web/**"], tier: 0 }]\n${rule('tier: [0, 1]')}`
    const own = 'assets: [{ name: rest, paths: ["**"], tier: 2 }]\n'
    expect(await verdicts(org, own)).toEqual({ alone: 'block', below: 'pass' })
    expect(await verdicts(org, own, { location: place('web/a.ts') })).toEqual({ alone: 'block', below: 'block' })
  })
})

describe('quorums', () => {
  const kinds: readonly (readonly [string, string, string, Readonly<Record<string, number>>])[] = [
    [
      'no key undercuts an inherited default',
      '{ default: 2 }',
      '{ tier-0: 1, kev: 1, break-glass: 1 }',
      { 'tier-0': 2, kev: 2, 'break-glass': 2, default: 2 }
    ],
    ['nor does a default', '{ default: 2 }', '{ default: 1 }', { default: 2 }],
    [
      'a default below counts for what a key above lets off',
      '{ default: 2, tier-2: 1 }',
      '{ default: 3 }',
      { default: 3, 'tier-2': 3 }
    ],
    [
      'a file may let a tier off its own default',
      '{ default: 2, tier-2: 1 }',
      '{ tier-0: 3 }',
      { default: 2, 'tier-0': 3, 'tier-2': 1 }
    ]
  ]
  test.each(kinds)('%s', async (_, org, own, expected) => {
    const file = (quorum: string) => `exceptions: { quorum: ${quorum} }\n`
    const policy = await load(`version: 1\nextends: ["${shared('org.yml')}"]\n${file(own)}`, {
      'org.yml': `version: 1\n${rule('kev: true')}${file(org)}`
    })
    expect(Object.fromEntries(policy.exceptions.quorum)).toEqual(expected)
  })
})

describe('required scans', () => {
  test('one for a tier applies to what a layer below calls more critical', async () => {
    const org = `${PCI}${rule('kev: true')}scans: [{ id: sast, category: sast, tiers: [1] }]\n`
    const policy = await load(`version: 1\nextends: ["${shared('org.yml')}"]\n${mine('tier: 0')}`, {
      'org.yml': `version: 1\n${org}`
    })
    const { scans } = decideOn(policy, [], { inputs: [], checkout: ['services/pay/a.ts'] })
    expect(scans).toMatchObject([{ id: 'sast', state: 'missing', verdict: 'block' }])
  })
})

describe('over a preset', () => {
  const own = (text: string) => load(`version: 1\nextends: [preset:strict]\n${text}`)

  test('a tool of another category stays what its file calls it, for the rules and `never` of the preset', async () => {
    const policy = await own('tools: { gitleaks: { category: iac } }\n')
    const secret = identified({ tool: 'gitleaks', category: 'secret', severity: 'low', location: PAY }, 'existing')
    const [outcome] = decideOn(policy, [secret]).outcomes
    expect(outcome).toMatchObject({ verdict: 'block', canBeExcepted: false, rules: [{ id: 'strict-secret' }] })
  })

  test('a tool that nobody knows can be said to write lint', async () => {
    const policy = await own('tools: { Odd: { category: quality } }\n')
    const [outcome] = decideOn(policy, [identified({ ...ODD, severity: 'high', location: PAY })]).outcomes
    expect(outcome).toMatchObject({ verdict: 'pass', reason: 'no-rule' })
  })

  test('the tiers of the repository count', async () => {
    const policy = await load(
      'version: 1\nextends: [preset:baseline]\nassets: [{ name: rest, paths: ["**"], tier: 2 }]\n'
    )
    const [outcome] = decideOn(policy, [identified({ severity: 'high', location: PAY })]).outcomes
    expect(outcome).toMatchObject({ verdict: 'warn', tier: 2, asset: 'rest' })
  })
})
