import { describe, expect, test } from '@jest/globals'
import { sightIndexOf, upperSights } from '../../../src/core/decision/sightings.js'
import type { Finding } from '../../../src/core/finding.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { load, shared } from '../policy/support.js'
import { anInput, decideOn, identified } from './evaluation.js'

const place = (path: string) => ({ path, startLine: 1, startColumn: null, endLine: 1, endColumn: null })

/** The decision about one finding under the organisation's file and a repository's file below it. */
async function decided(org: string, own: string, finding: Partial<Finding> = {}, ground?: 'baseline') {
  const head = `version: 1\nextends: ["${shared('org.yml')}"]\n`
  const policy = await load(`${head}${own}`, { 'org.yml': `version: 1\n${org}` })
  const known = identified({ severity: 'high', location: place('services/pay/a.ts'), ...finding })
  const identity = ground === undefined ? known.identity : { ...known.identity, suppressionGround: ground }
  return decideOn(policy, [{ ...known, identity }], { inputs: [anInput()] })
}

const BLOCK = 'rules: [{ id: org, when: { min-severity: low }, verdict: block }]\n'

describe('what a layer above sees in its own way counts', () => {
  test.each<[string, string, string, Partial<Finding>]>([
    [
      'the second asset of several places',
      'assets: [{ name: pci, paths: ["a/**"], tier: 0 }, { name: lab, paths: ["b/**"], tier: 1 }]\n' +
        'rules: [{ id: org, when: { asset: [lab] }, verdict: block }]\n',
      'assets: [{ name: mine, paths: ["b/**"], tier: 0 }]',
      { location: place('a/x.ts'), otherLocations: [place('b/x.ts')] }
    ]
  ])('%s', async (_, org, own, finding) => {
    expect((await decided(org, '', finding)).verdict).toBe('block')
    expect((await decided(org, own, finding)).verdict).toBe('block')
  })

  test('a suppression that it ignores is not honoured because another layer gives the place another tier', async () => {
    const org = `${BLOCK}suppressions: { tier-1: ignore }\nassets: [{ name: pci, paths: ["services/**"], tier: 1 }]\n`
    const own = 'suppressions: { tier-0: honour }\nassets: [{ name: mine, paths: ["services/**"], tier: 0 }]\n'
    const suppressed = { suppression: { kind: 'in-source', justification: 'nosemgrep' } } as const
    expect((await decided(org, '', suppressed, 'baseline')).verdict).toBe('block')
    expect((await decided(org, own, suppressed, 'baseline')).verdict).toBe('block')
    // The control: where no layer ignores it, it counts.
    expect((await decided(BLOCK, own, suppressed, 'baseline')).verdict).toBe('pass')
  })
})

test('a layer is asked from its own sight on, and what no layer says from the top', () => {
  const policy = {
    sights: [{ layers: ['preset:strict', 'org'] }, { layers: ['team'] }],
    layers: ['preset:strict', 'org', 'team', 'own'].map(name => ({ name }))
  } as unknown as Pick<Policy, 'sights' | 'layers'>
  expect(['preset:strict', 'org', 'team', 'own', 'built in'].map(layer => sightIndexOf(policy, layer))).toEqual([
    0, 0, 1, 2, 0
  ])
})

describe('severities', () => {
  const rule = (least: string) => `rules: [{ id: r, when: { min-severity: ${least} }, verdict: block }]\n`
  test.each<[string, Finding['severity'], string, string]>([
    ['critical is more than what unknown counts as', 'critical', rule('critical'), 'block'],
    ['low is less', 'low', rule('high'), 'pass'],
    ['unknown counts as high', 'unknown', rule('high'), 'block'],
    ['and no more', 'unknown', rule('critical'), 'pass']
  ])('%s', async (_, severity, policy, verdict) => {
    expect((await decided('', policy, { severity })).verdict).toBe(verdict)
  })

  const tools = (severity: string) => `tools: { Odd: { rules: { R: { severity: ${severity} } } } }\n${rule('low')}`
  test.each<[string, Finding['severity'], string, readonly [string, string]]>([
    ['raised', 'low', 'high', ['high', 'policy']],
    ['the same', 'high', 'high', ['high', 'level']],
    ['never lowered', 'high', 'low', ['high', 'level']],
    ['stated where it was unknown, though it counts for the same', 'unknown', 'high', ['high', 'policy']],
    ['stated where it was unknown, and less than that counts for', 'unknown', 'low', ['high', 'policy']]
  ])('by the policy: %s', async (_, severity, stated, expected) => {
    const finding = { tool: 'Odd', ruleId: 'R', severity, severitySource: 'level' } as const
    const [outcome] = (await decided('', tools(stated), finding)).outcomes
    expect([outcome?.finding.severity, outcome?.finding.severitySource]).toEqual(expected)
  })

  test('of another rule or tool says nothing', async () => {
    for (const finding of [
      { tool: 'Odd', ruleId: 'S' },
      { tool: 'Even', ruleId: 'R' }
    ]) {
      const [outcome] = (await decided('', tools('critical'), { ...finding, severity: 'unknown' })).outcomes
      expect(outcome?.finding.severity).toBe('unknown')
    }
  })
})

test.each([
  ['the file calls it a secret', 'secret', undefined, 'secret'],
  ['the policy calls the tool one', 'other', 'tools: { Odd: { category: secret } }\n', 'secret']
] as const)('the category that counts: %s', async (_, categoryOfFile, own, expected) => {
  const [outcome] = (await decided('', `${own ?? ''}${BLOCK}`, { tool: 'Odd', category: 'other', categoryOfFile }))
    .outcomes
  expect(outcome?.finding.category).toBe(expected)
})

test('a sight is asked for what the rules and `never` of its layer and those above name, and each rule for the category', async () => {
  const head = (path: string) => `version: 1\nextends: ["${shared(path)}"]\n`
  const policy = await load(
    `${head('team.yml')}assets: [{ name: a, paths: ["**"], tier: 0 }]\nrules: [{ id: own, when: { sla: breached }, verdict: warn }]\n`,
    {
      'team.yml': `${head('org.yml')}assets: [{ name: b, paths: ["**"], tier: 2 }]\nrules: [{ id: team, when: { rule-id: R }, unless: { in-diff: false }, verdict: warn }]\n`,
      'org.yml':
        'version: 1\nassets: [{ name: c, paths: ["**"], tier: 1 }]\nrules: [{ id: org, when: { rule-id: R }, verdict: block }]\nexceptions: { never: [{ tier: 0 }] }\n'
    }
  )
  const whole = { policy } as unknown as Parameters<typeof upperSights>[1]
  expect(upperSights(policy, whole, 1).map(({ asks }) => asks)).toEqual([
    ['tier', 'category'],
    ['tier', 'category', 'in-diff']
  ])
})

test('which tiers a scan is asked for is looked up as its own layer sees paths, and as those below do', async () => {
  const head = `version: 1\nextends: ["${shared('org.yml')}"]\n`
  const org = `${BLOCK}assets: [{ name: pci, paths: ["**"], tier: 1 }]\n`
  const own = 'assets: [{ name: mine, paths: ["**"], tier: 0 }]\n'
  const scan = (tier: number) => `scans: [{ id: s, category: sca, tiers: [${tier}] }]\n`
  const stateOf = async (above: string, below: string) => {
    const policy = await load(`${head}${own}${below}`, { 'org.yml': `version: 1\n${org}${above}` })
    return decideOn(policy, [], { checkout: ['a.ts'] }).scans.find(({ id }) => id === 's')?.state
  }
  expect(await stateOf(scan(1), '')).toBe('missing')
  expect(await stateOf(scan(0), '')).toBe('missing')
  expect(await stateOf(scan(2), '')).toBe('not-applicable')
  expect(await stateOf('', scan(1))).toBe('not-applicable')
  expect(await stateOf('', scan(0))).toBe('missing')
})
