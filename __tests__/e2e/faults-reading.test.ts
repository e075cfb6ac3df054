import { beforeAll, describe, expect, test } from '@jest/globals'
import { FORK, issueCommentEvent, pullRequestEvent } from '../fake-github/events.js'
import type { Fault } from '../fake-github/faults.js'
import { comment, READ_TOKEN } from '../fake-github/state.js'
import { approve, BOB, findingOf, worldInProcess } from './approval-world.js'
import { aWorld, BLOCKS, CLEAN, callsOf, closeAfterEach, expectCleanEnd, gateInProcess, pay } from './fault-world.js'

closeAfterEach()

const COMMENTS = /^GET .*\/issues\/42\/comments$/
/** The finding of the pull request: the same in every world. */
let finding: string
beforeAll(async () => {
  finding = findingOf(await (await worldInProcess()).scan())
})

/** A pull request with one finding, excepted by a comment of an approver. */
async function approvedWorld() {
  const world = await worldInProcess()
  world.write(BOB, approve(finding))
  return world
}

/** The same, run again with these faults; its waits cost no time. */
async function withFaults(...faults: readonly Fault[]) {
  const world = await approvedWorld()
  const before = callsOf(world.fake, COMMENTS).length
  for (const fault of faults) world.fake.fault(fault)
  const result = await world.scan(['src/a.ts'])
  expectCleanEnd(result)
  return { world, result, read: callsOf(world.fake, COMMENTS).length - before }
}

describe('reading the comments that approve', () => {
  const path = /issues\/42\/comments/
  const method = 'GET'
  const RATE = { 'x-ratelimit-remaining': '0' }
  test.each<[string, Fault, number]>([
    ['502 twice (1)', { method, path, status: 502, times: 2 }, 3],
    ['403 with retry-after: 7 (4)', { method, path, status: 403, headers: { 'retry-after': '7' } }, 2],
    ['a broken connection (13)', { method, path, reset: 'before' }, 2],
    ['a connection that breaks after the question (13)', { method, path, reset: 'after' }, 2],
    ['no byte (14)', { method, path, hang: true }, 2],
    ['one byte and no more (14)', { method, path, drip: true }, 2],
    ['HTML with 200 (15)', { method, path, html: true }, 2],
    ['half of the JSON (15)', { method, path, truncate: true }, 2]
  ])('%s is asked again: the approval counts as without it', async (_, fault, tries) => {
    const { result, read } = await withFaults(fault)
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
    // Once for the approvals, once for the gate's own comment, and once more before and after the verdict is shown.
    expect(read).toBe(tries + 3)
  })

  test.each<[string, Fault]>([
    ['502 for ever (2)', { method, path, status: 502, times: Infinity }],
    ['half of the JSON for ever (15)', { method, path, truncate: true, times: Infinity }],
    ['401 (7)', { method, path, status: 401 }],
    ['404 (8)', { method, path, status: 404 }],
    [
      'a limit that ends in 50 minutes (5)',
      {
        method,
        path,
        status: 403,
        headers: { ...RATE, 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000) }
      }
    ]
  ])('%s: no approval counts, and that is said', async (_, fault) => {
    const { result } = await withFaults(fault)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(result.decision.notices).toContainEqual(expect.objectContaining({ level: 'warning' }))
  })

  test('a page that fails fails the whole list (3)', async () => {
    const world = await approvedWorld()
    for (let id = 1000; id < 1400; id += 1) world.repository.comments.push(comment(id, 'Looks good'))
    world.fake.fault({ method, path: /issues\/42\/comments.*[?&]page=3/, status: 502, times: Infinity })
    const result = await world.scan(['src/a.ts'])
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  })

  test('GraphQL that answers 200 with errors and half of the data grants nothing (16)', async () => {
    const body = JSON.stringify({
      data: { nodes: [null] },
      errors: [{ message: 'Something went wrong', path: ['nodes'] }]
    })
    const { result } = await withFaults({ method: 'POST', path: /graphql$/, status: 200, body, times: Infinity })
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  })

  test('a team that cannot be asked denies its members (8)', async () => {
    const { result } = await withFaults({ path: /orgs\/acme\/teams/, status: 404, times: Infinity })
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  })

  test('accounts that are gone and comments without text approve nothing and break nothing (32)', async () => {
    const world = await worldInProcess()
    world.write(null, approve(finding))
    world.repository.comments.push(comment(950, null, { user: null }))
    const result = await world.scan()
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  })
})

describe('reading what the change touches', () => {
  test.each<[string, Fault]>([
    ['502 for ever (2)', { path: /compare\//, status: 502, times: Infinity }],
    ['a connection that breaks for ever (13)', { path: /compare\//, reset: 'before', times: Infinity }],
    ['no byte, for ever (14)', { path: /compare\//, hang: true, times: Infinity }],
    ['403 (6)', { path: /compare\//, status: 403 }]
  ])('%s: every finding counts as introduced, and that is said', async (_, fault) => {
    const fake = await aWorld()
    fake.fault(fault)
    const result = await gateInProcess(fake, BLOCKS.replaceAll('src/a.ts', 'src/old.ts'))
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(result.decision.notices).toContainEqual(expect.objectContaining({ code: 'diff-unavailable' }))
  })
})

describe('reading the policy at the base', () => {
  const policy = /contents\/\.github\/policy-gate\.yml/
  const tip = /git\/ref\/heads\/main/
  const noPolicy = /policy-gate\.yml.*contents: read/
  const noTip = /cannot read the branch main/
  test.each<[string, Fault, RegExp]>([
    ['502 for ever (29)', { path: policy, status: 502, times: Infinity }, noPolicy],
    ['502 for ever for the branch', { path: tip, status: 502, times: Infinity }, noTip],
    ['403 (6, 29)', { path: policy, status: 403 }, noPolicy],
    ['401 (7)', { path: /./, status: 401, times: Infinity }, noTip],
    ['a connection that breaks for ever (13)', { path: policy, reset: 'after', times: Infinity }, noPolicy]
  ])('%s: exit 2, and never a pass', async (_, fault, message) => {
    const fake = await aWorld()
    fake.fault(fault)
    const result = await gateInProcess(fake, CLEAN)
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.outputs.verdict).toBeUndefined()
    expect(result.summary).toMatch(/could not decide/i)
    expect(pay(fake).checks.filter(({ conclusion }) => conclusion !== 'failure')).toEqual([])
    expect(result.commands).toContainEqual(
      expect.objectContaining({ name: 'error', data: expect.stringMatching(message) })
    )
  })

  test('a base that is no commit any more is no repository without a policy (29)', async () => {
    const fake = await aWorld({ branches: {} })
    const event = pullRequestEvent('opened', { baseSha: '9'.repeat(40) })
    const result = await gateInProcess(fake, CLEAN, { event })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
  })

  test.each([
    ['that the change adds', { '.github/policy-gate.yml': 'version: 1\nrules: []\n' }],
    ['that nobody has', {}]
  ])('a policy %s: the bootstrap preset decides, and says so (28)', async (_, workspace) => {
    const fake = await aWorld({}, null)
    const result = await gateInProcess(fake, BLOCKS, { workspace })
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(result.decision.notices).toContainEqual(expect.objectContaining({ code: 'policy-bootstrap' }))
  })
})

describe('events and addresses', () => {
  test('a repository that has moved is followed once (17)', async () => {
    const fake = await aWorld({ name: 'payments', movedFrom: 'acme/pay' })
    const result = await gateInProcess(fake, BLOCKS)
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(pay(fake).checks).toMatchObject([{ conclusion: 'failure' }])
    expect(pay(fake).comments).toHaveLength(1)
  })

  test('a redirect to another host is not followed, and no token goes there (17)', async () => {
    const fake = await aWorld()
    const headers = { location: 'http://127.0.0.1:9/repos/acme/pay/issues/42/comments' }
    fake.fault({ path: /comments/, status: 301, headers, times: Infinity })
    const result = await gateInProcess(fake, BLOCKS)
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['is missing', { GITHUB_EVENT_PATH: '/does/not/exist.json' }],
    ['is no JSON', { GITHUB_EVENT_PATH: '/etc/hostname' }]
  ])('a payload that %s is exit 2 (32)', async (_, env) => {
    const fake = await aWorld()
    const result = await gateInProcess(fake, CLEAN, { env })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(2)
    expect(result.summary).toMatch(/event of the run cannot be read/)
  })

  test('a comment without text by nobody costs no call (32)', async () => {
    const fake = await aWorld()
    const event = issueCommentEvent(null)
    Object.assign(event.payload.comment as object, { user: null })
    Object.assign(event.payload, { sender: null })
    const result = await gateInProcess(fake, CLEAN, { event })
    expectCleanEnd(result)
    expect(result.exitCode).toBe(0)
    expect(fake.calls).toEqual([])
  })

  test('the pull request of an account and a fork that are gone is judged all the same (32)', async () => {
    const fake = await aWorld()
    const event = pullRequestEvent('opened', { ...FORK, headRepository: null, author: null })
    const result = await gateInProcess(fake, BLOCKS, { event, inputs: { 'github-token': READ_TOKEN } })
    expectCleanEnd(result)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', 'check-url': '' } })
  })
})
