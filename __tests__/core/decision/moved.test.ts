import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { finding, place, run, type Setting } from '../identity/builders.js'
import { decideOn, policyOf } from './evaluation.js'

const POLICY = `
assets:
  - { name: payments, paths: ["services/payments/**"], tier: 0 }
  - { name: search, paths: ["services/search/**"], tier: 1 }
  - { name: shop, paths: ["services/shop/**"], tier: 1 }
  - { name: all, paths: ["**"], tier: 2 }
rules:
  - { id: new, when: { state: [introduced], min-severity: high }, verdict: block }
  - { id: old, when: { min-severity: high }, verdict: warn }
`
const TEXT = 'import x\n\nresult = eval(text)\n'

const rename = (from: string, to: string): string =>
  `diff --git a/${from} b/${to}\nsimilarity index 100%\nrename from ${from}\nrename to ${to}\n`

const at = (path: string, more: Partial<Finding> = {}): Finding => finding({ location: place(path, 3), ...more })

async function decided(from: string, to: string, setting: Setting = {}, more: Partial<Finding> = {}) {
  const { findings, fixed } = run([at(to, more)], { diff: rename(from, to), files: { [to]: TEXT }, ...setting })
  return decideOn(await policyOf(POLICY), findings, { fixed, now: '2026-11-23T15:00:00Z' })
}

const PAYMENTS = 'services/payments/a.py'

describe.each<[string, (from: string, more?: Partial<Finding>) => Setting]>([
  ['without a baseline', () => ({})],
  ['with a baseline', (from, more) => ({ baseline: [at(from, more)] })],
  ['with a baseline that lacks it', () => ({ baseline: [at('other.py')] })]
])('a file that the change renames, %s', (name, setting) => {
  const missing = name.endsWith('lacks it')

  test.each([
    ['to a more critical tier', 'tests/a.py', PAYMENTS, 'all, tier 2', 'payments, tier 0'],
    [
      'to another asset of the same tier',
      'services/search/a.py',
      'services/shop/a.py',
      'search, tier 1',
      'shop, tier 1'
    ]
  ])('%s: introduced there', async (_, from, to, before, after) => {
    const decision = await decided(from, to, setting(from))
    const [outcome] = decision.outcomes
    expect(outcome).toMatchObject({ state: 'introduced', verdict: 'block', inDiff: true })
    if (!missing) expect(outcome?.stateReason).toContain(`Moved from ${from} (${before}) to ${after}; before: `)
    expect(decision.counts).toMatchObject({ block: 1, total: 1, fixed: missing ? 1 : 0 })
  })

  test.each<[string, Partial<Finding>]>([
    ['code', {}],
    ['a secret', { category: 'secret', clues: { snippet: 'AKIAX', fingerprints: {}, symbol: null } }],
    ['infrastructure code', { category: 'iac', clues: { snippet: null, fingerprints: {}, symbol: 'aws_s3.x' } }],
    ['a dependency', { category: 'sca', identifiers: ['CVE-2026-1'] }],
    ['lint', { category: 'quality' }]
  ])('%s', async (_, more) => {
    const decision = await decided('tests/a.py', PAYMENTS, setting('tests/a.py', more), more)
    expect(decision.outcomes[0]).toMatchObject({ state: 'introduced', tier: 0 })
  })

  test('a suppression that was honoured where it came from is not here', async () => {
    const more = { suppression: { kind: 'in-source', justification: null } } as const
    const decision = await decided('tests/a.py', PAYMENTS, setting('tests/a.py', more), more)
    expect(decision.outcomes[0]).toMatchObject({ reason: 'rule', verdict: 'block' })
  })
})

test.each([
  ['within its asset', 'services/payments/b.py', PAYMENTS, 0, 'existing'],
  ['to where a milder tier holds for all the rest', PAYMENTS, 'tests/a.py', 2, 'existing'],
  ['to another asset of a milder tier', PAYMENTS, 'services/search/a.py', 1, 'introduced']
])('a file that is renamed %s has the tier of its new place', async (_, from, to, tier, state) => {
  for (const setting of [{}, { baseline: [at(from)] }]) {
    const decision = await decided(from, to, setting)
    expect(decision.outcomes[0]).toMatchObject({ state, tier })
  }
})

test('where no asset is named, no move makes anything new', async () => {
  const { findings } = run([at('b.py')], { diff: rename('a.py', 'b.py'), files: { 'b.py': TEXT } })
  const decision = decideOn(
    await policyOf('rules: [{ id: r, when: { state: [introduced] }, verdict: block }]'),
    findings
  )
  expect(decision.outcomes[0]).toMatchObject({ state: 'existing', inDiff: false })
})

test('to what is most critical of all that no asset names it is introduced, for its tier alone', async () => {
  const policy = await policyOf(
    'assets: [{ name: tests, paths: ["tests/**"], tier: 2 }, { name: all, paths: ["**"], tier: 0 }]\n' +
      'rules: [{ id: new, when: { state: [introduced] }, verdict: block }]'
  )
  const verdictOf = (from: string, to: string) => {
    const { findings } = run([at(to)], { diff: rename(from, to), files: { [to]: TEXT }, baseline: [at(from)] })
    return decideOn(policy, findings).outcomes[0]?.state
  }
  expect([verdictOf('tests/a.py', 'lib/a.py'), verdictOf('lib/a.py', 'tests/a.py')]).toEqual([
    'introduced',
    'introduced'
  ])
})

test('what is new already says why it is', async () => {
  const { findings } = run([at(PAYMENTS)], {
    diff: rename('tests/a.py', PAYMENTS),
    files: { [PAYMENTS]: TEXT },
    baseline: []
  })
  const [outcome] = decideOn(await policyOf(POLICY), findings).outcomes
  expect(outcome?.stateReason).not.toContain('Moved from')
})

describe('a rule that passes over some paths', () => {
  const state = async (rule: string, from: string, to: string, setting: Setting = { baseline: [at(from)] }) => {
    const { findings } = run([at(to)], { diff: rename(from, to), files: { [to]: TEXT }, ...setting })
    return decideOn(await policyOf(`rules: [{ id: new, verdict: block, ${rule} }]`), findings).outcomes[0]
  }
  const UNLESS_TESTS = 'when: { state: [introduced] }, unless: { paths: ["tests/**"] }'
  const IN_SERVICES = 'when: { state: [introduced], paths: ["services/**"] }'

  test.each([
    ['out of what it excuses', UNLESS_TESTS, 'tests/a.py', 'src/a.py', 'introduced'],
    ['into what it names', IN_SERVICES, 'old/a.py', 'services/a.py', 'introduced'],
    ['within what it excuses', UNLESS_TESTS, 'tests/a.py', 'tests/b.py', 'existing'],
    ['into what it excuses', UNLESS_TESTS, 'src/a.py', 'tests/a.py', 'existing'],
    ['within what it asks', UNLESS_TESTS, 'src/a.py', 'src/b.py', 'existing'],
    ['out of what it names', IN_SERVICES, 'services/a.py', 'old/a.py', 'existing']
  ])('asks anew of a file that is moved %s', async (_, rule, from, to, expected) => {
    expect(await state(rule, from, to)).toMatchObject({
      state: expected,
      verdict: expected === 'introduced' ? 'block' : 'pass'
    })
  })

  test('asks anew without a baseline as well', async () =>
    expect(await state(UNLESS_TESTS, 'tests/a.py', 'src/a.py', {})).toMatchObject({ state: 'introduced' }))

  test('is named', async () =>
    expect((await state(UNLESS_TESTS, 'tests/a.py', 'src/a.py'))?.stateReason).toContain(
      'Moved from tests/a.py (tier 1) to tier 1, where the rule new asks; before: '
    ))
})

describe('a file that moves at its tier', () => {
  const assets = (names: string) => `assets: [${names}]
rules: [{ id: new, when: { state: [introduced] }, verdict: block }]
`
  const SHOP = '{ name: shop, paths: ["shop/**"], tier: 1 }'
  test.each<[string, string, string, string, string]>([
    ['out of an asset to where none is named', SHOP, 'shop/a.py', 'lib/a.py', 'existing'],
    [
      'to the asset of all the rest, which is as critical',
      `${SHOP}, { name: all, paths: ["**"], tier: 1 }`,
      'shop/a.py',
      'lib/a.py',
      'introduced'
    ],
    [
      'to the asset of all the rest, which is milder',
      `${SHOP}, { name: all, paths: ["**"], tier: 2 }`,
      'shop/a.py',
      'lib/a.py',
      'existing'
    ],
    [
      'to a milder asset of its own',
      `${SHOP}, { name: lab, paths: ["lab/**"], tier: 2 }`,
      'shop/a.py',
      'lab/a.py',
      'introduced'
    ],
    ['into an asset', SHOP, 'lib/a.py', 'shop/a.py', 'introduced']
  ])('%s: %s → %s', async (_, names, from, to, state) => {
    const setting = { diff: rename(from, to), files: { [to]: TEXT }, baseline: [at(from)] }
    const { findings, fixed } = run([at(to)], setting)
    expect(decideOn(await policyOf(assets(names)), findings, { fixed }).outcomes[0]?.state).toBe(state)
  })

  test.each<[string, string, string]>([
    ['an excuse that is no path asks nothing anew', 'unless: { category: quality }', 'existing'],
    ['a path of one folder excuses nothing below it', 'unless: { paths: ["lib/*"] }', 'existing'],
    ['a folder with all below it excuses', 'unless: { paths: ["lib/**"] }', 'introduced']
  ])('%s', async (_, unless, state) => {
    const [from, to] = ['lib/deep/a.py', 'src/a.py']
    const { findings, fixed } = run([at(to)], { diff: rename(from, to), files: { [to]: TEXT }, baseline: [at(from)] })
    const policy = await policyOf(`rules: [{ id: new, when: { state: [introduced] }, ${unless}, verdict: block }]`)
    expect(decideOn(policy, findings, { fixed }).outcomes[0]?.state).toBe(state)
  })

  test('a rule that asks of one folder alone passes over what lies below it', async () => {
    const ask = async (from: string) => {
      const to = 'src/a.py'
      const { findings } = run([at(to)], { diff: rename(from, to), files: { [to]: TEXT }, baseline: [at(from)] })
      const policy = await policyOf('rules: [{ id: new, when: { paths: ["src/*"] }, verdict: block }]')
      return decideOn(policy, findings).outcomes[0]?.state
    }
    expect(await ask('src/deep/a.py')).toBe('introduced')
    expect(await ask('src/b.py')).toBe('existing')
  })
})

test('what is gone has moved nowhere', async () => {
  const [gone] = run([at('other.py')], { baseline: [at(PAYMENTS)] }).fixed
  if (gone === undefined) throw new Error('the finding is gone')
  const fixed = [{ ...gone, identity: { ...gone.identity, movedFrom: 'tests/a.py' } }]
  expect(decideOn(await policyOf(POLICY), [], { fixed }).outcomes[0]).toMatchObject({
    state: 'fixed',
    stateReason: gone.identity.stateReason,
    inDiff: gone.identity.inDiff
  })
})
