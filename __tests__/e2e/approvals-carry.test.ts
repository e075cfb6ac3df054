import { beforeAll, describe, expect, test } from '@jest/globals'
import { commit, repository, sha } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  checkOf,
  findingOf,
  inDays,
  POLICY,
  sticky,
  worldInProcess
} from './approval-world.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const TIER_1 = POLICY.replace('paths: ["**"], tier: 2', 'paths: ["**"], tier: 1').replace(
  'max-duration: {',
  'max-duration: { tier-1: { high: 60d },'
)
const CRITICAL = `${POLICY}tools: { CodeQL: { rules: { js/x: { severity: critical } } } }\n`
const UNRELATED = POLICY.replace('rules: [', 'rules: [{ id: more, when: { category: [secret] }, verdict: block }, ')
/** Comments are written 30 minutes ago. */
const [BEFORE, AFTER] = [45, 15]

let finding = ''
beforeAll(async () => {
  finding = findingOf(await (await worldInProcess()).scan())
})

/** Approved at one head, and pushed elsewhere since: everything that was approved is the same. */
async function carried(policy?: string): Promise<ApprovalWorld> {
  const world = await worldInProcess(policy)
  world.write(BOB, approve(finding), { createdAt: ago(30) })
  world.push('docs', { 'docs/c.md': 'other text\n' })
  return world
}

const asked = ({ fake }: ApprovalWorld, address: RegExp): number =>
  fake.calls.filter(({ path, query }) => address.test(`${path}${query}`)).length

describe('an approval carries to a later head only while the policy asks for the same', () => {
  test.each<[string, string, (world: ApprovalWorld) => void]>([
    ['the tier was raised', 'carry-tier', world => world.rule('tier 1', TIER_1, AFTER)],
    ['the severity was raised', 'carry-severity', world => world.rule('critical', CRITICAL, AFTER)],
    [
      'the policy of then is no policy',
      'carry-unknown',
      world => {
        world.rule('broken', 'version: 1\nrules: nonsense\n', BEFORE)
        world.rule('mended', POLICY, AFTER)
      }
    ],
    [
      'the updates of the base branch cannot be read',
      'carry-unknown',
      world => world.fake.fault({ method: 'GET', path: /\/activity/, times: Number.POSITIVE_INFINITY, status: 404 })
    ]
  ])('%s after the approval: it does not', async (_, code, change) => {
    const world = await carried()
    change(world)
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(result.decision.exceptions).toMatchObject([{ status: 'invalid', finding }])
    expect(sticky(world)).toContain(`\`${code}\``)
    expect(checkOf(world, sha('docs'))).toMatchObject({ conclusion: 'failure' })
  })

  test.each<[string, (world: ApprovalWorld) => void]>([
    ['nothing of it has changed', () => undefined],
    ['an unrelated rule was added', world => world.rule('more', UNRELATED, AFTER)],
    ['the tier was raised before the approval', world => world.rule('tier 1', TIER_1, BEFORE)]
  ])('%s: it does', async (_, change) => {
    const world = await carried()
    change(world)
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
    expect(result.log).toContain(`carried from ${sha('head')}`)
    expect(asked(world, /\/activity\?.*heads%2Fmain/)).toBe(1)
  })

  test('the severity was raised in a layer that the policy extends: it does not', async () => {
    const layers = [
      commit('org', { files: { 'org.yml': POLICY } }),
      commit('org 2', { files: { 'org.yml': CRITICAL } })
    ]
    const extending = (name: string) => `version: 1\nextends: ["github:acme/policies/org.yml@${sha(name)}"]\n`
    const world = await carried(extending('org'))
    world.fake.state.repositories.push(repository({ id: 3000, name: 'policies', commits: layers, pulls: [] }))
    world.rule('org 2', extending('org 2'), AFTER)
    expect(await world.scan()).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(sticky(world)).toContain('`carry-severity`')
  })

  test('where nothing is to be carried, nothing more is asked', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding), { createdAt: ago(30) })
    expect(await world.scan()).toMatchObject({ exitCode: 0 })
    world.push('code', { 'src/a.ts': 'eval(input)\nmore()\n' })
    expect(await world.scan()).toMatchObject({ exitCode: 1 })
    expect(asked(world, /\/activity\?.*heads%2Fmain/)).toBe(0)
  })

  test('two approvals of one commit, with a stricter policy in between: each is held against its own', async () => {
    const world = await carried()
    world.rule('tier 1', TIER_1, AFTER)
    world.write(BOB, approve(finding, { expires: inDays(20) }), { createdAt: ago(5) })
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
    expect(result.decision.exceptions).toMatchObject([{ status: 'active', expires: inDays(20) }])
    expect(result.log).toContain('carry-tier')
  })
})

describe('a finding of several places', () => {
  const at = (uri: string) => ({ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } })
  const sarif = JSON.stringify(
    aLog(
      aSarifRun(
        'CodeQL',
        [aResult('js/x', 'src/a.ts', 1, { level: 'error', locations: [at('src/a.ts'), at('docs/c.md')] })],
        [{ id: 'js/x', properties: { tags: ['security'] } }]
      )
    )
  )
  const scanned = (world: ApprovalWorld) => {
    const { commits, pulls } = world.repository
    const files = commits.find(({ sha: id }) => id === pulls[0]?.headSha)?.files as Record<string, string>
    return world.scan(['src/a.ts'], { workspace: { ...files, 'results/out.sarif': sarif } })
  }

  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['each of its files is the same', { 'docs/d.md': 'more\n' }, true],
    ['the first of its files changed', { 'src/a.ts': 'eval(input)\nmore()\n' }, false],
    ['the last of its files changed', { 'docs/c.md': 'text\nmore\n' }, false]
  ])('%s: carried %s', async (_, changed, carries) => {
    const world = await worldInProcess()
    const id = findingOf(await scanned(world))
    world.write(BOB, approve(id), { createdAt: ago(30) })
    expect((await scanned(world)).outputs).toMatchObject({ verdict: 'pass', excepted: '1' })
    world.push('later', changed)
    expect((await scanned(world)).outputs).toMatchObject(
      carries ? { verdict: 'pass', excepted: '1' } : { verdict: 'block', excepted: '0' }
    )
  })
})
