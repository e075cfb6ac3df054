import { describe, expect, test } from '@jest/globals'
import { commentMarker } from '../../src/core/reports/markdown/comment.js'
import { FORK, pullRequestEvent } from '../fake-github/events.js'
import type { Fault } from '../fake-github/faults.js'
import type { FakeGitHub } from '../fake-github/server.js'
import {
  ACTIONS_APP,
  ACTIONS_BOT,
  comment,
  commit,
  type FakeComment,
  pull,
  READ_TOKEN,
  sha,
  user
} from '../fake-github/state.js'
import {
  ALL,
  aWorld,
  BLOCKS,
  CLEAN,
  callsOf,
  closeAfterEach,
  expectCleanEnd,
  finding,
  gateInProcess,
  pay,
  sarif,
  writesOf
} from './fault-world.js'

closeAfterEach()

const CHECKS = /check-runs/
const COMMENTS = /issues\/42\/comments/
const warned = ({ commands }: { readonly commands: readonly { readonly name: string; readonly data: string }[] }) =>
  commands.filter(({ name }) => name === 'warning').map(({ data }) => data)

/** Runs the gate on the finding that blocks; the exit code and the outputs hold whatever becomes of the posting. */
async function blocked(...faults: readonly Fault[]) {
  const fake = await aWorld()
  for (const fault of faults) fake.fault(fault)
  const result = await gateInProcess(fake, BLOCKS)
  expectCleanEnd(result)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', blocking: '1', completeness: 'complete' } })
  expect(result.summary).toMatch(/Blocked/)
  return { fake, result }
}

describe('a write of which nobody knows whether it took effect', () => {
  test.each<[string, Fault]>([
    ['500, but it did (12)', { method: 'POST', path: COMMENTS, status: 500, effect: true }],
    ['500, and it did not (12)', { method: 'POST', path: COMMENTS, status: 500 }],
    ['the connection broke before (13)', { method: 'POST', path: COMMENTS, reset: 'before' }],
    ['the connection broke after (13)', { method: 'POST', path: COMMENTS, reset: 'after' }],
    ['no answer, but it did (14)', { method: 'POST', path: COMMENTS, hang: true, effect: true }],
    ['HTML with 200 (15)', { method: 'POST', path: COMMENTS, html: true }],
    ['half of the JSON (15)', { method: 'POST', path: COMMENTS, truncate: true }]
  ])('%s: there is one comment', async (_, fault) => {
    const { fake } = await blocked(fault)
    expect(pay(fake).comments).toHaveLength(1)
  })

  test.each<[string, Fault]>([
    ['500, but it did (12)', { method: 'POST', path: CHECKS, status: 500, effect: true }],
    ['the connection broke after (13)', { method: 'POST', path: CHECKS, reset: 'after' }],
    ['the update answers 502, but it did (12)', { method: 'PATCH', path: CHECKS, status: 502, effect: true }],
    ['the update breaks before (13)', { method: 'PATCH', path: CHECKS, reset: 'before' }]
  ])('%s: there is one check run, completed, with one annotation', async (_, fault) => {
    const { fake } = await blocked(fault)
    expect(pay(fake).checks).toMatchObject([{ status: 'completed', conclusion: 'failure', annotations: [{}] }])
  })
})

describe('a channel that fails leaves the others', () => {
  test.each<[string, Fault]>([
    ['403 (6, 19)', { method: 'POST', path: CHECKS, status: 403, times: Infinity }],
    ['500 for ever (19)', { method: 'POST', path: CHECKS, status: 500, times: Infinity }],
    ['422 (9)', { method: 'POST', path: CHECKS, status: 422, times: Infinity }]
  ])('no check run, %s: the comment and the log carry the verdict', async (_, fault) => {
    const { fake, result } = await blocked(fault)
    expect(pay(fake).checks).toEqual([])
    expect(pay(fake).comments).toMatchObject([{ body: expect.stringMatching(/Blocked/) }])
    expect(result.outputs['check-url']).toBe('')
    expect(result.commands).toContainEqual(
      expect.objectContaining({ name: 'error', properties: expect.objectContaining({ file: 'src/a.ts' }) })
    )
    expect(result.log).toMatch(/The check run could not be posted/)
  })

  test.each<[string, number]>([
    ['locked: 403', 403],
    ['410 (17)', 410],
    ['423 (17)', 423],
    ['422 (9)', 422],
    ['500 for ever (19)', 500]
  ])('no comment, %s: the check run carries the verdict', async (_, status) => {
    const { fake, result } = await blocked({ method: 'POST', path: COMMENTS, status, times: Infinity })
    expect(pay(fake).comments).toEqual([])
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure', annotations: [{ path: 'src/a.ts' }] }])
    expect(result.log).toMatch(/The comment could not be posted/)
    // Refused once is refused; only what may have happened is looked for and sent again.
    expect(callsOf(fake, /^POST .*comments$/)).toHaveLength(status === 500 ? 2 : 1)
  })

  test('a limit on writes that ends in time is waited for (4)', async () => {
    const headers = { 'retry-after': '7' }
    const { fake } = await blocked({ method: 'POST', path: COMMENTS, status: 403, headers })
    expect(pay(fake).comments).toHaveLength(1)
  })

  test('a limit that ends in 50 minutes is not waited for, and is told with its end (5)', async () => {
    const reset = Math.ceil(Date.now() / 1000) + 3000
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
    const { fake, result } = await blocked({ path: COMMENTS, status: 429, headers, times: Infinity })
    expect(pay(fake).comments).toEqual([])
    expect(warned(result)).toContainEqual(expect.stringContaining(new Date(reset * 1000).toISOString()))
  })

  test('everything fails: summary, log and exit code remain (6)', async () => {
    const { fake, result } = await blocked({
      method: 'POST',
      path: /check-runs|comments|graphql/,
      status: 403,
      times: Infinity
    })
    expect(writesOf(fake).filter(call => call.startsWith('PATCH'))).toEqual([])
    expect(result.log).not.toMatch(/pull_request_target/)
    expect(Object.keys(result.files)).toContain('policy-gate-report/decision.json')
  })

  test('a fork is tried once and told quietly (6)', async () => {
    const fake = await aWorld()
    const event = pullRequestEvent('opened', FORK)
    const result = await gateInProcess(fake, BLOCKS, { event, inputs: { 'github-token': READ_TOKEN } })
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(warned(result)).toEqual([])
    expect(writesOf(fake).length).toBeLessThanOrEqual(3)
    expect(result.log).not.toMatch(/pull_request_target/)
  })

  test('no token at all: the same verdict, and no call (6)', async () => {
    const fake = await aWorld()
    const event = pullRequestEvent('opened')
    const inputs = { 'github-token': '', policy: 'preset:baseline' }
    const result = await gateInProcess(fake, BLOCKS, { event, inputs })
    expect(result.exitCode).toBeGreaterThan(0)
    expect(fake.calls).toEqual([])
  })
})

describe('annotations', () => {
  /** That many findings, each on a line of its own. */
  const many = (count: number) => sarif(...Array.from({ length: count }, (_, line) => finding('error', line + 1)))

  test.each([51, 100])('%i come in batches of 50 (18)', async count => {
    const fake = await aWorld({}, ALL)
    const result = await gateInProcess(fake, many(count))
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    const [check] = pay(fake).checks
    expect(check).toMatchObject({ status: 'completed', conclusion: 'failure' })
    expect(new Set(check?.annotations.map(annotation => annotation.start_line)).size).toBe(count)
  })

  test('of 120 the second batch is refused: the check is completed and says so; the next run adds what lacks (18)', async () => {
    const fake = await aWorld({}, ALL)
    fake.fault({ method: 'PATCH', path: CHECKS, after: 1, status: 422 })
    const result = await gateInProcess(fake, many(120))
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(pay(fake).checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
    expect(pay(fake).checks[0]?.annotations).toHaveLength(50)
    expect(warned(result)).toContainEqual(expect.stringMatching(/All but 50 annotations could not be posted/))
    await gateInProcess(fake, many(120))
    const lines = pay(fake).checks.flatMap(({ annotations }) => annotations.map(annotation => annotation.start_line))
    expect(lines).toHaveLength(120)
    expect(new Set(lines).size).toBe(120)
  })

  test('outside the hunks, in binary files and in no file at all they reach the check run or the summary (9-11)', async () => {
    const files = [
      { filename: 'src/a.ts', status: 'modified' as const, patch: '@@ -1 +1 @@\n-a\n+b' },
      { filename: 'logo.png', status: 'added' as const }
    ]
    const fake = await aWorld({ pulls: [pull({ files })] }, ALL)
    const nowhere = { ruleId: 'js/nowhere', level: 'error', message: { text: 'no place' } }
    const result = await gateInProcess(fake, sarif(finding('error', 900), finding('error', 1, 'logo.png'), nowhere))
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '3' } })
    const [check] = pay(fake).checks
    expect(check?.annotations.map(({ path, start_line: line }) => `${path}:${line}`).sort()).toEqual([
      'logo.png:1',
      'src/a.ts:900'
    ])
    expect(result.summary).toMatch(/js\/nowhere/)
    expect(callsOf(fake, /reviews|pulls\/42\/comments/)).toEqual([])
  })
})

describe('a pull request that changes while it is judged', () => {
  const when = (change: Extract<Fault, { change: unknown }>['change']): Fault => ({
    method: 'GET',
    path: /compare\//,
    change
  })
  test.each<[string, Fault]>([
    ['is closed (21)', when(({ repositories: [own] }) => Object.assign(own?.pulls[0] ?? {}, { state: 'closed' }))],
    [
      'is merged (21)',
      when(({ repositories: [own] }) => Object.assign(own?.pulls[0] ?? {}, { state: 'closed', merged: true }))
    ],
    [
      'gets a newer head (20)',
      when(({ repositories: [own] }) => {
        own?.commits.push(commit('newer'))
        Object.assign(own?.pulls[0] ?? {}, { headSha: sha('newer') })
      })
    ]
  ])('%s: its head has a check, and nobody is written to', async (_, fault) => {
    const { fake } = await blocked(fault)
    expect(pay(fake).comments).toEqual([])
    expect(pay(fake).checks).toMatchObject([{ headSha: sha('head'), conclusion: 'failure' }])
  })

  test('becomes a draft: it is judged all the same (21)', async () => {
    const { fake } = await blocked(
      when(({ repositories: [own] }) => Object.assign(own?.pulls[0] ?? {}, { draft: true }))
    )
    expect(pay(fake).comments).toHaveLength(1)
  })
})

describe('quiet', () => {
  test('the same again writes nothing, nor does the same after an outage (35)', async () => {
    const { fake } = await blocked({ method: 'POST', path: COMMENTS, status: 502, effect: true })
    const before = writesOf(fake).length
    await gateInProcess(fake, BLOCKS)
    expect(writesOf(fake).slice(before)).toEqual([])
  })

  test('the policy that cannot be read is told on the head, and a later pass replaces it (29)', async () => {
    const fake = await aWorld()
    fake.fault({ path: /contents\/\.github\/policy-gate/, status: 403 })
    expect((await gateInProcess(fake, CLEAN)).exitCode).toBe(2)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
    expect((await gateInProcess(fake, CLEAN, { env: { GITHUB_RUN_ATTEMPT: '2' } })).exitCode).toBe(0)
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'success' }])
  })

  test('a conversation of 200 comments within a minute costs two pages and no write more (40)', async () => {
    const fake = await aWorld()
    for (let id = 1; id <= 200; id += 1) pay(fake).comments.push(comment(id, 'Have you seen this?'))
    const result = await gateInProcess(fake, BLOCKS)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(writesOf(fake).map(call => call.replace(/\/\d+$/, ''))).toEqual([
      'POST /repos/acme/pay/check-runs',
      'PATCH /repos/acme/pay/check-runs',
      'POST /repos/acme/pay/issues/42/comments'
    ])
    // Some thirty without a conversation, the second look at the check among them.
    expect(fake.calls.length).toBeLessThan(38)
  })
})

describe('the comment that stands already (22)', () => {
  const OWN = { user: ACTIONS_BOT, app: ACTIONS_APP }
  const marker = commentMarker('Policy gate')
  const bodies = (fake: FakeGitHub) => pay(fake).comments.map(({ id, body }) => [id, /Blocked/.test(body ?? '')])

  test.each<[string, readonly FakeComment[], readonly (readonly [number, boolean])[]]>([
    ['was edited by somebody', [comment(1, `${marker}\nAll fine`, { ...OWN, editor: user(12, 'bob') })], [[1, true]]],
    ['was hidden', [comment(1, `${marker}\nAll fine`, { ...OWN, minimized: true })], [[1, true]]],
    ['is there twice', [comment(1, marker, OWN), comment(2, marker, OWN)], [[1, true]]],
    [
      'is a forgery of another bot and of a person',
      [comment(1, marker, { user: user(13, 'github-actions') }), comment(2, marker, { app: null, user: user(9, 'b') })],
      [
        [1, false],
        [2, false],
        [5002, true]
      ]
    ]
  ])('%s', async (_, comments, expected) => {
    const fake = await aWorld({ comments: [...comments] })
    expect(await gateInProcess(fake, BLOCKS)).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(bodies(fake)).toEqual(expected)
    expect(pay(fake).comments.filter(({ minimized }) => minimized)).toEqual([])
  })

  test('was deleted by somebody: it is made again', async () => {
    const fake = await aWorld()
    await gateInProcess(fake, BLOCKS)
    pay(fake).comments = []
    expect((await gateInProcess(fake, BLOCKS)).exitCode).toBe(1)
    expect(bodies(fake)).toEqual([[expect.any(Number), true]])
  })
})
