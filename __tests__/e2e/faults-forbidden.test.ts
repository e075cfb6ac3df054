import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { allow, forbid, giveAway, makeReachable, type Reachable } from '../fake-github/another-user.js'
import { branchEvent } from '../fake-github/events.js'
import { policyGate } from './command-line.js'
import {
  aWorld,
  BLOCKS,
  CLEAN,
  closeAfterEach,
  expectCleanEnd,
  POLICY,
  POLICY_PATH,
  pay,
  runGate
} from './fault-world.js'
import type { Step } from './step.js'
import { withFiles } from './workspace.js'

closeAfterEach()

let reachable: Reachable
beforeAll(() => {
  reachable = makeReachable()
})
afterAll(() => reachable.remove())

/** Names in a directory may be listed, and lead nowhere. */
const NO_SEARCH = 4
/** A step of a user whom a path of the checkout is forbidden. */
const without = (path: string, mode = 0): Partial<Step> => ({
  asNobody: reachable,
  prepare: checkout => forbid(join(checkout, path), mode),
  restore: checkout => allow(join(checkout, path))
})

/** What of the checkout is forbidden, the input that names it, and the name under which it is told. */
const FORBIDDEN: readonly (readonly [string, { path: string; mode?: number; input: string; named: string }])[] = [
  ['a file', { path: 'results/out.sarif', input: 'results/out.sarif', named: 'results/out.sarif' }],
  ['a file of a directory', { path: 'results/out.sarif', input: 'results', named: 'results/out.sarif' }],
  ['a file of a glob', { path: 'results/out.sarif', input: 'results/*.sarif', named: 'results/out.sarif' }],
  ['a directory', { path: 'results', input: 'results', named: 'results' }],
  ['a directory below', { path: 'results/deep', input: 'results/**/*.sarif', named: 'results/deep' }],
  ['a file in such a directory', { path: 'results', input: 'results/out.sarif', named: 'results/out.sarif' }],
  ['a glob in such a directory', { path: 'results', input: 'results/deep/*.sarif', named: 'results/deep/*.sarif' }],
  ['a directory that can be listed only', { path: 'results', mode: NO_SEARCH, input: 'results', named: 'results' }],
  [
    'a glob of such a directory',
    { path: 'results', mode: NO_SEARCH, input: 'results/deep/*.sarif', named: 'results/deep/*.sarif' }
  ]
]
const workspace = { 'results/out.sarif': CLEAN, 'results/deep/more.sarif': CLEAN }

describe('SARIF that may not be read (26)', () => {
  test.each(FORBIDDEN)('%s: invalid, naming it, and never 0 findings', async (_, { path, mode, input, named }) => {
    const fake = await aWorld()
    const result = await runGate(fake, CLEAN, { ...without(path, mode), workspace, inputs: { sarif: input } })
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', completeness: 'incomplete' } })
    expect(result.decision.scans).toContainEqual(
      expect.objectContaining({ state: 'invalid', reason: expect.stringContaining('permission denied') })
    )
    for (const view of [result.log, result.summary, pay(fake).checks[0]?.output.summary, pay(fake).comments[0]?.body])
      expect(view?.replaceAll('`', '')).toContain(`${named} cannot be read: permission denied`)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
  })

  test.each(['block', 'warn', 'pass'])(
    'a scan that may be missing (%s) is no scan that may not be read',
    async verdict => {
      const scans = `scans: [{ id: sast, category: sast, if-missing: ${verdict} }]`
      const fake = await aWorld({}, `${POLICY}${scans}\n`)
      const inputs = { sarif: 'results/out.sarif' }
      const result = await runGate(fake, CLEAN, { ...without('results'), workspace, inputs })
      expectCleanEnd(result)
      expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', completeness: 'incomplete' } })
      expect(result.decision.scans).toMatchObject([
        { id: 'sast', state: 'missing', verdict, reason: expect.stringContaining('unreadable: results/out.sarif') },
        { id: 'results/out.sarif', state: 'invalid', verdict: 'block' }
      ])
    }
  )

  test('one of two: the other is evaluated and shown (27)', async () => {
    const fake = await aWorld()
    const inputs = { sarif: 'out.sarif\nresults/out.sarif' }
    const result = await runGate(fake, BLOCKS, { ...without('results/out.sarif'), workspace, inputs })
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '1', completeness: 'incomplete' } })
  })
})

describe('what else may not be read is exit 2, naming it', () => {
  test.each([
    ['the policy', POLICY_PATH, {}],
    ['the exceptions', 'exceptions.yml', { exceptions: 'exceptions.yml' }],
    ['the baseline', 'base.sarif', { baseline: 'base.sarif' }],
    ['the directory of the baseline', 'base', { baseline: 'base/out.sarif' }],
    ['a feed', 'kev.json', { kev: 'kev.json' }]
  ])('%s', async (_, path, inputs) => {
    const fake = await aWorld()
    const files = {
      [POLICY_PATH]: POLICY,
      'exceptions.yml': 'version: 1\nexceptions: []\n',
      'base.sarif': CLEAN,
      'base/out.sarif': CLEAN,
      'kev.json': '{"vulnerabilities":[{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10"}]}'
    }
    // On a branch the files of the checkout count.
    const event = branchEvent('workflow_dispatch')
    const result = await runGate(fake, CLEAN, { ...without(path), event, workspace: files, inputs })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.outputs.verdict).toBeUndefined()
    expect(result.summary).toMatch(/could not decide/i)
    expect(result.log).toMatch(new RegExp(`${path}.*(EACCES|permission denied)`))
  })
})

describe('the command line', () => {
  const EVALUATE = ['evaluate', '--policy', 'p.yml', '--sarif']
  const run = (args: readonly string[], path: string, mode = 0) =>
    withFiles({ ...workspace, 'p.yml': POLICY, 'out.sarif': CLEAN, 'base.sarif': CLEAN }, directory => {
      giveAway(directory)
      forbid(join(directory, path), mode)
      const ended = policyGate(args, directory, {}, reachable)
      allow(join(directory, path))
      return ended
    })

  test.each(FORBIDDEN)('%s: invalid, naming it', async (_, { path, mode, input, named }) => {
    const { status, stdout } = await run([...EVALUATE, input], path, mode)
    expect(status).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${named} cannot be read: permission denied`)
  })

  test.each([
    ['the policy', 'p.yml', []],
    ['the baseline', 'base.sarif', ['--baseline', 'base.sarif']]
  ])('%s: exit 2', async (_, path, more) => {
    const { status, stderr } = await run([...EVALUATE, 'out.sarif', ...more], path)
    expect(status).toBe(2)
    expect(stderr).toMatch(new RegExp(`${path}.*(EACCES|permission denied)`))
  })

  test('the user may read everything else', async () => {
    expect(await run([...EVALUATE, 'out.sarif'], 'base.sarif')).toMatchObject({ status: 0, stderr: '' })
  })
})
