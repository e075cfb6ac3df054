import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../src/core/decision/decision.js'
import { BY_MESSAGE_ALONE } from '../../src/core/identity/state.js'
import { VERDICTS } from '../../src/core/policy/policy.js'
import { sarifChunks } from '../../src/core/reports/files/sarif.js'
import { evaluate } from '../../src/gate/gate.js'
import { localPorts } from '../../src/gate/local-ports.js'
import { replaceDiff } from '../core/identity/builders.js'
import { aLog, aSarifRun, type Files, withFiles } from '../e2e/workspace.js'
import { requestIn } from './request.js'

const POLICY = `version: 1
extends: [preset:baseline]
assets:
  - { name: vault, paths: ["vault/**"], tier: 0, exposure: internet }
  - { name: shop, paths: ["shop/**"], tier: 1 }
  - { name: rest, paths: ["**"], tier: 2 }
exceptions: { approvers: { users: [sec-bob] } }
`
const TREE = {
  'policy.yml': POLICY,
  'vault/keys.ts': 'const one = 1\nopen(key)\n',
  'shop/cart.ts': 'const two = 2\nopen(cart)\nadd(cart)\npay(cart)\n',
  'scripts/old.ts': 'const three = 3\nopen(old)\n',
  'shop/other.ts': 'const four = 4\n'
}
const IN_VAULT = replaceDiff('vault/keys.ts', 2, ['close(key)'], ['open(key)'])
const IN_SHOP = replaceDiff('shop/cart.ts', 2, ['close(cart)'], ['open(cart)'])
const ELSEWHERE = replaceDiff('shop/other.ts', 1, ['const four = 3'], ['const four = 4'])
const IN_SCRIPTS = replaceDiff('scripts/old.ts', 2, ['close(old)'], ['open(old)'])

const at = (uri: string, startLine = 2) => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } }
})
const VAULT = at('vault/keys.ts')
const SHOP = at('shop/cart.ts')
const OLD = at('scripts/old.ts')
const NAME = { logicalLocations: [{ fullyQualifiedName: 'keys.open' }] }

const scan = (locations: readonly object[], more: object = {}) =>
  aLog(aSarifRun('Semgrep OSS', [{ ruleId: 'open', level: 'error', message: { text: 'opened' }, locations, ...more }]))

interface Given {
  readonly diff?: string
  readonly baseline?: object
  readonly exceptions?: string
}

const decide = (log: object, { diff, baseline, exceptions }: Given, files: Files = {}): Promise<Decision> =>
  withFiles(
    {
      ...TREE,
      ...files,
      'scan.sarif': log,
      ...(diff === undefined ? {} : { 'change.diff': diff }),
      ...(baseline === undefined ? {} : { 'base.sarif': baseline }),
      ...(exceptions === undefined ? {} : { 'exceptions.yml': exceptions })
    },
    async directory => {
      const ports = localPorts({ cwd: directory, sourceRoot: null, layerSources: new Map() })
      const request = {
        ...requestIn(directory, ['scan.sarif']),
        diff: diff === undefined ? null : 'change.diff',
        baseline: baseline === undefined ? [] : ['base.sarif'],
        exceptions: exceptions === undefined ? null : 'exceptions.yml'
      }
      return (await evaluate(request, ports, () => undefined)).decision
    }
  )

const only = ({ outcomes }: Decision) => {
  const [outcome] = outcomes.filter(({ state }) => state !== 'fixed')
  if (outcome === undefined) throw new Error('the finding is there')
  const { verdict, state, tier, asset, finding } = outcome
  return { verdict, state, tier, asset, place: finding.location?.path ?? null }
}

describe('a place beside a harmless one', () => {
  test.each<[string, object[], string, object]>([
    ['in the change, behind', [OLD, VAULT], IN_VAULT, { verdict: 'block', tier: 0, place: 'vault/keys.ts' }],
    ['in the change, before', [VAULT, OLD], IN_VAULT, { verdict: 'block', tier: 0, place: 'vault/keys.ts' }],
    ['in the change, the third, and twice', [OLD, SHOP, VAULT, VAULT], IN_VAULT, { verdict: 'block', tier: 0 }],
    ['in the change, behind a name', [NAME, VAULT], IN_VAULT, { verdict: 'block', tier: 0 }],
    ['in the change, between names', [NAME, OLD, NAME, VAULT, NAME], IN_VAULT, { verdict: 'block', tier: 0 }],
    ['the harmless one is in the change', [OLD, VAULT], IN_SCRIPTS, { verdict: 'block', state: 'introduced', tier: 0 }],
    ['neither is in the change', [OLD, VAULT], IN_SHOP, { verdict: 'pass', state: 'existing', tier: 0 }],
    ['that cannot be mapped', [OLD, at('/out/x.ts')], IN_SHOP, { verdict: 'block', state: 'unknown', tier: 0 }]
  ])('%s', async (_, locations, diff, expected) => {
    expect(only(await decide(scan(locations), { diff }))).toMatchObject(expected)
  })

  test('since the baseline is new', async () => {
    const given = { diff: IN_VAULT, baseline: scan([OLD]) }
    expect(only(await decide(scan([OLD, VAULT]), given))).toMatchObject({ verdict: 'block', state: 'introduced' })
    expect(only(await decide(scan([VAULT, OLD]), given))).toMatchObject({ verdict: 'block', state: 'introduced' })
    const known = { diff: ELSEWHERE, baseline: scan([VAULT, OLD]) }
    expect(only(await decide(scan([OLD, VAULT]), known))).toMatchObject({ verdict: 'pass', state: 'existing' })
    expect(only(await decide(scan([OLD]), known))).toMatchObject({ verdict: 'pass', state: 'existing' })
  })

  test.each<[string, object[], boolean]>([
    ['one of two places', [OLD, VAULT], false],
    ['one of two places, swapped', [VAULT, OLD], false],
    ['the only place', [OLD], true],
    ['the place, and one that cannot be mapped', [OLD, at('/out/x.ts')], false]
  ])('an exception for %s', async (_, locations, excepted) => {
    const exceptions = `version: 1
exceptions:
  - id: EXC-2026-0001
    type: risk-accept
    match: { tool: Semgrep OSS, rule-id: open, path: scripts/old.ts }
    reason: The script is not deployed and goes away soon
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: 2026-11-01
    expires: 2026-11-30
`
    const diff = `${IN_SCRIPTS}${IN_VAULT}`
    const { outcomes, exceptions: told } = await decide(scan(locations), { diff, exceptions })
    expect(outcomes[0]?.reason === 'excepted').toBe(excepted)
    if (!excepted)
      expect(told[0]).toMatchObject({ status: 'unused', problem: expect.stringContaining('path does not fit') })
  })
})

describe('what leads to a finding', () => {
  const flow = (...steps: object[]) => ({
    codeFlows: [{ threadFlows: [{ locations: steps.map(location => ({ location })) }] }]
  })
  test.each<[string, object, string, string]>([
    ['a step of a flow', flow(OLD, SHOP), IN_SHOP, 'introduced'],
    ['a frame of a stack', { stacks: [{ frames: [{ location: SHOP }] }] }, IN_SHOP, 'introduced'],
    ['a related location', { relatedLocations: [SHOP] }, IN_SHOP, 'introduced'],
    ['a step next to the line that was replaced', flow(at('shop/cart.ts', 1)), IN_SHOP, 'introduced'],
    ['a step on another line', flow(at('shop/cart.ts', 4)), IN_SHOP, 'existing'],
    ['a step elsewhere', flow(SHOP), IN_VAULT, 'existing'],
    ['a step outside of the repository', flow(at('/usr/lib/libc.c')), IN_SHOP, 'existing'],
    ['a step outside with the name of a changed file', flow(at('/build/out/cart.ts')), IN_SHOP, 'unknown']
  ])('%s', async (_, more, diff, state) => {
    expect(only(await decide(scan([OLD], more), { diff })).state).toBe(state)
  })

  test('is no part of the id', async () => {
    const idOf = async (more: object, given: Given) => (await decide(scan([OLD], more), given)).outcomes[0]?.id
    const id = await idOf({}, {})
    expect(await idOf(flow(SHOP), { diff: IN_SHOP })).toBe(id)
  })
})

const locations = fc.constantFrom<object>(
  VAULT,
  SHOP,
  OLD,
  NAME,
  at('scripts/old.ts', 1),
  at('shop/cart.ts', 1),
  at('/out/x.ts'),
  at('gone.ts')
)
const diffs = fc.constantFrom(IN_VAULT, IN_SHOP, IN_SCRIPTS)

test('a further place never makes the verdict milder', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(VAULT, SHOP, OLD), { minLength: 1, maxLength: 2 }),
      locations,
      diffs,
      fc.option(fc.array(fc.constantFrom(VAULT, SHOP, OLD), { minLength: 1, maxLength: 2 }), { nil: undefined }),
      async (places, further, diff, before) => {
        const given = { diff, ...(before === undefined ? {} : { baseline: scan(before) }) }
        const [less, more] = [
          only(await decide(scan(places), given)),
          only(await decide(scan([...places, further]), given))
        ]
        expect(VERDICTS.indexOf(more.verdict)).toBeGreaterThanOrEqual(VERDICTS.indexOf(less.verdict))
        expect(more.tier).toBeLessThanOrEqual(less.tier)
      }
    ),
    { numRuns: 15 }
  )
})

test('the order of places never shows', async () => {
  const shuffled = fc
    .uniqueArray(locations, { minLength: 2, maxLength: 5 })
    .chain(some => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })))
  await fc.assert(
    fc.asyncProperty(shuffled, diffs, async ([some, other], diff) => {
      const [first, second] = [await decide(scan(some), { diff }), await decide(scan(other), { diff })]
      expect(second.outcomes).toEqual(first.outcomes)
    }),
    { numRuns: 15 }
  )
})

test('our own SARIF as the baseline makes nothing new of findings of several places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(locations, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(ELSEWHERE, undefined),
      fc.boolean(),
      async (results, diff, isSecret) => {
        const tool = isSecret ? 'gitleaks' : 'Semgrep OSS'
        const log = aLog(
          aSarifRun(
            tool,
            results.map((places, index) => ({
              ruleId: 'open',
              level: 'error',
              message: { text: `opened by key ${'abc'[index % 3]}0123456789abcdef${index}` },
              locations: places
            }))
          )
        )
        const first = await decide(log, diff === undefined ? {} : { diff })
        const baseline = JSON.parse([...sarifChunks(first)].join(''))
        const { outcomes } = await decide(log, diff === undefined ? { baseline } : { diff, baseline })
        // Of a place that is not mapped, a message alone tells nothing.
        const told = outcomes.filter(({ stateReason }) => stateReason !== BY_MESSAGE_ALONE.reason)
        expect(told.map(({ state }) => state)).toEqual(told.map(() => 'existing'))
        expect(outcomes.map(({ id }) => id).toSorted()).toEqual(first.outcomes.map(({ id }) => id).toSorted())
      }
    ),
    { numRuns: 25 }
  )
})
