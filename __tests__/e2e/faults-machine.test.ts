import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { TOKEN } from '../fake-github/state.js'
import {
  ALL,
  aWorld,
  BLOCKS,
  CLEAN,
  closeAfterEach,
  expectCleanEnd,
  finding,
  POLICY,
  pay,
  quickTime,
  runGate,
  sarif,
  writesOf
} from './fault-world.js'
import { aResult } from './workspace.js'

closeAfterEach()

describe('places that cannot be written (25)', () => {
  test.each<[string, Record<string, string | undefined>]>([
    ['are unset', { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined }],
    ['do not exist', { GITHUB_OUTPUT: '/does/not/exist', GITHUB_STEP_SUMMARY: '/does/not/exist' }],
    ['are on a disk that is full', { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' }]
  ])("the runner's files %s: the log tells the verdict, check and comment are there", async (_, env) => {
    const fake = await aWorld()
    const result = await runGate(fake, BLOCKS, { env })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toMatch(/^BLOCK {2}1 finding/m)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
    expect(pay(fake).comments).toHaveLength(1)
  })

  test('a run that cannot decide and has no summary ends with 2', async () => {
    const fake = await aWorld({}, POLICY.replace('verdict', 'verdit'))
    const result = await runGate(fake, CLEAN, { env: { GITHUB_STEP_SUMMARY: undefined } })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure', output: { title: 'Could not decide' } }])
  })

  test.each([
    ['that blocks', BLOCKS, 1],
    ['that passes', CLEAN, 0]
  ])('a report directory of no use, for a run %s: exit code and views are as with one', async (_, text, status) => {
    const fake = await aWorld()
    const result = await runGate(fake, text, { inputs: { 'output-dir': '/dev/null/reports' } })
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: status, outputs: { 'decision-file': '', 'report-dir': '' } })
    expect(result.log).toMatch(/report files are missing.*cannot be written/)
    expect(pay(fake).checks).toHaveLength(1)
  })

  test('a workspace that is read-only is only read', async () => {
    const fake = await aWorld()
    const prepare = (checkout: string) => chmodSync(checkout, 0o555)
    const result = await runGate(fake, BLOCKS, { prepare })
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  })
})

describe('SARIF that is not there or cannot be read (26)', () => {
  const outside = (checkout: string) => `${checkout}-outside.sarif`
  test.each<[string, (checkout: string, file: string) => void]>([
    ['0 bytes', (_, file) => writeFileSync(file, '')],
    ['a pipe', (_, file) => execFileSync('mkfifo', [file])],
    ['a link to nowhere', (_, file) => symlinkSync('nowhere', file)],
    ['a link to itself', (_, file) => symlinkSync('out.sarif', file)],
    ['half a file', (_, file) => writeFileSync(file, BLOCKS.slice(0, BLOCKS.length / 2))],
    ['no SARIF', (_, file) => writeFileSync(file, '[]')]
  ])('%s: incomplete, naming the file, and never 0 findings', async (_, make) => {
    const fake = await aWorld()
    const prepare = (checkout: string) => {
      rmSync(join(checkout, 'out.sarif'))
      make(checkout, join(checkout, 'out.sarif'))
    }
    const result = await runGate(fake, '', { prepare })
    expectCleanEnd(result)
    expect(result.outputs).toMatchObject({ verdict: 'block', completeness: 'incomplete' })
    expect(result.exitCode).toBe(1)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
    expect(result.summary).toMatch(/out\.sarif/)
  })

  test('a link that leads out of a directory of results is not followed', async () => {
    const fake = await aWorld()
    const prepare = (checkout: string) => {
      writeFileSync(outside(checkout), CLEAN)
      mkdirSync(join(checkout, 'results'))
      symlinkSync(outside(checkout), join(checkout, 'results/a.sarif'))
    }
    const result = await runGate(fake, '', { prepare, inputs: { sarif: 'results' } })
    expectCleanEnd(result)
    expect(result.exitCode).not.toBe(0)
  })

  test.each(['missing.sarif', 'results/*.sarif', 'empty'])('%s matches nothing: exit 2, naming it', async pattern => {
    const fake = await aWorld()
    const prepare = (checkout: string) => mkdirSync(join(checkout, 'empty'))
    const result = await runGate(fake, CLEAN, { prepare, inputs: { sarif: pattern } })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.log).toContain(pattern)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
  })

  test('one of three is bad: the others are evaluated and shown (27)', async () => {
    const fake = await aWorld()
    const workspace = {
      'a.sarif': BLOCKS,
      'b.sarif': '{"version": "2.1.0", "runs": [',
      'c.sarif': sarif(aResult('js/y', 'src/a.ts', 1, { level: 'warning' }))
    }
    const result = await runGate(fake, '', { workspace, inputs: { sarif: 'a.sarif\nb.sarif\nc.sarif' } })
    expectCleanEnd(result)
    expect(result.outputs).toMatchObject({ verdict: 'block', completeness: 'incomplete', blocking: '1', warnings: '1' })
    expect(result.summary).toMatch(/b\.sarif/)
  })
})

describe('size (30)', () => {
  test('25,000 results in a heap of 128 MB', async () => {
    const fake = await aWorld({}, ALL)
    const results = Array.from({ length: 25_000 }, (_, at) => finding('error', at + 1, `src/${at % 500}.ts`))
    const env = { NODE_OPTIONS: `${quickTime().NODE_OPTIONS} --max-old-space-size=128` }
    const result = await runGate(fake, sarif(...results), { env })
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', blocking: '25000' } })
    expect(result.decision.counts.results).toBe(25_000)
    expect(result.summary).not.toBeNull()
    expect(writesOf(fake).length).toBeLessThanOrEqual(80)
  })

  test('more results than the heap holds: the gate says so before Node gives up, and nothing stays begun', async () => {
    const fake = await aWorld({}, ALL)
    const results = Array.from({ length: 60_000 }, (_, at) => finding('note', at + 1, `src/${at % 500}.ts`))
    const env = { NODE_OPTIONS: `${quickTime().NODE_OPTIONS} --max-old-space-size=64` }
    const result = await runGate(fake, sarif(...results), { env })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.stdout).toContain('do not fit into the 64 MB of memory')
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure', output: { title: 'Could not decide' } }])
  })
})

test('the token is in nothing that is left, even where GitHub repeats it', async () => {
  const fake = await aWorld()
  const body = JSON.stringify({ message: `Bad token ${TOKEN}`, documentation_url: 'https://docs.github.com/rest' })
  fake.fault({ method: 'POST', path: /comments/, status: 422, body, times: Infinity })
  fake.fault({ path: /files/, status: 403, body, times: Infinity })
  const result = await runGate(fake, BLOCKS)
  expect(result.exitCode).toBe(1)
})
