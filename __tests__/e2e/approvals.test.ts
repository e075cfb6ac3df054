import { describe, expect, test } from '@jest/globals'
import { pullRequestEvent } from '../fake-github/events.js'
import { READ_TOKEN, sha, workflowRun } from '../fake-github/state.js'
import {
  ago,
  approvalWorld,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  inDays,
  MALLORY,
  reactionsTo,
  sticky
} from './approval-world.js'

describe('a finding that blocks, from request to expiry', () => {
  test('request, approval, green check, and the same again writes nothing', async () => {
    const world = await approvalWorld()
    const blocked = await world.scan()
    expect(blocked).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    const finding = findingOf(blocked)

    const request = world.write(MALLORY, `/gate request ${finding} reason="The parser needs a release first"`)
    const requested = await world.answer(request.body ?? '')
    expect(requested.decision).toMatchObject({
      verdict: 'block',
      change: { event: 'pull_request', headSha: sha('head') },
      exceptions: [{ status: 'requested', finding, problem: '0 of 1 approvals' }]
    })
    expect(findingOf(requested)).toBe(finding)
    expect(world.repository.issues[0]?.labels).toEqual(['exception: requested'])

    const approval = world.write(BOB, approve(finding))
    const approved = await world.answer(approval.body ?? '')
    expect(approved).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
    expect(checkOf(world)).toMatchObject({ conclusion: 'success', headSha: sha('head') })
    expect(world.repository.checks).toHaveLength(1)
    expect(reactionsTo(world, approval.id)).toEqual(['eyes', 'rocket'])
    expect(world.repository.issues[0]?.labels).toEqual(['exception: approved'])
    expect(sticky(world)).toMatch(/Passed/)
    expect(approved.log).toMatch(/approve for F-[0-9a-f]{32} by sec-bob: counted, .*sha256 [0-9a-f]{64}/)
    // The pull request's own run had failed: it is started again, so that a required job turns too.
    expect(world.repository.runs).toMatchObject([{ status: 'queued', attempt: 2 }])

    for (const run of world.repository.runs) Object.assign(run, { status: 'completed', conclusion: 'success' })
    world.written()
    expect((await world.answer(approval.body ?? '')).exitCode).toBe(0)
    expect(world.written()).toEqual([])
  })

  test('a push that changes the code blocks again; one elsewhere does not', async () => {
    const world = await approvalWorld()
    const finding = findingOf(await world.scan())
    world.write(BOB, approve(finding))
    expect((await world.answer()).exitCode).toBe(0)

    const elsewhere = world.push('docs', { 'docs/c.md': 'other text\n' })
    const carried = await world.scan()
    expect(carried).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
    expect(carried.log).toContain(`carried from ${sha('head')}`)
    expect(checkOf(world, elsewhere)).toMatchObject({ conclusion: 'success' })

    world.push('code', { 'src/a.ts': 'eval(input)\nmore()\n' })
    const changed = await world.scan()
    expect(changed).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(sticky(world)).toMatch(/`carry-content`/)
    expect(changed.decision.exceptions).toMatchObject([{ status: 'invalid', finding }])
  })

  test('the day passes: it blocks again, and the comment says which exception expired when', async () => {
    const world = await approvalWorld()
    const finding = findingOf(await world.scan())
    const expires = inDays(-1)
    world.write(BOB, approve(finding, { expires }), { createdAt: ago(3 * 24 * 60), updatedAt: ago(3 * 24 * 60) })
    const expired = await world.answer()
    expect(expired).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(expired.decision.exceptions).toMatchObject([{ id: `PR-42-${finding}`, status: 'expired', expires }])
    expect(sticky(world)).toContain(`PR-42-${finding}`)
    expect(sticky(world)).toContain(expires)
  })

  test('two approvers at tier 0; a rejection by one of them stands', async () => {
    const world = await approvalWorld()
    const finding = findingOf(await world.scan(['pay/b.ts']))
    world.write(BOB, approve(finding))
    expect((await world.answer()).decision.exceptions).toMatchObject([{ problem: '1 of 2 approvals' }])
    world.write(CAROL, approve(finding))
    expect((await world.answer()).exitCode).toBe(0)
    world.write(CAROL, `/gate reject ${finding} reason="Reachable from the login page"`)
    const rejected = await world.answer()
    expect(rejected).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  })

  test('break-glass: two people, a banner in every view, and an issue to review it after the fact', async () => {
    const world = await approvalWorld()
    const finding = findingOf(await world.scan())
    const body = `/gate break-glass ${finding} sha=${sha('head')} ticket=INC-7 reason="Payments are down and this is the fix"`
    world.write(BOB, body)
    world.write(CAROL, body)
    const passed = await world.answer()
    expect(passed.exitCode).toBe(0)
    for (const view of [sticky(world), passed.summary ?? '', checkOf(world)?.output.summary ?? ''])
      expect(view).toMatch(/🚨 Break-glass: 1 finding passes unreviewed/)
    expect(passed.decision.notices).toContainEqual(expect.objectContaining({ level: 'error', code: 'break-glass' }))
    expect(world.repository.issues.map(({ title }) => title)).toContain('Review after break-glass: pull request #42')
    world.written()
    await world.answer()
    expect(world.written()).toEqual([])
  })
})

describe('what starts no evaluation', () => {
  test.each(['Please\n> /gate approve', 'You could say /gate approve F-1 here'])(
    'a comment that is no command costs no call: %s',
    async body => {
      const world = await approvalWorld()
      const result = await world.answer(body)
      expect(result).toMatchObject({ exitCode: 0, outputs: {}, summary: '' })
      expect(world.fake.calls).toEqual([])
    }
  )

  test('a run of the pull request that is still at work reads the comments itself', async () => {
    const world = await approvalWorld()
    await world.scan()
    world.repository.artifacts = []
    for (const made of [...world.repository.runs, ...world.repository.checks])
      Object.assign(made, { status: 'in_progress', conclusion: null })
    world.written()
    expect(await world.answer()).toMatchObject({ exitCode: 0, outputs: {} })
    expect(world.written()).toEqual([])
  })

  test.each([
    ['another workflow', { path: '.github/workflows/build.yml' }, 'issue_comment', 'success'],
    ['the one that the label has started', { path: '.github/workflows/commands.yml' }, 'unlabeled', 'failure']
  ] as const)('a run of %s is not waited for where there are no scans', async (_, other, occasion, conclusion) => {
    const world = await approvalWorld()
    world.write(BOB, approve(findingOf(await world.scan())))
    await world.answer()
    expect(checkOf(world)).toMatchObject({ conclusion: 'success' })
    world.repository.artifacts = []
    for (const run of world.repository.runs) Object.assign(run, { status: 'completed', conclusion: 'success' })
    world.repository.runs.push(workflowRun(900, { ...other, status: 'in_progress', conclusion: null }))
    const ofLabel = { event: pullRequestEvent('unlabeled', { labels: ['x'] }), env: { GITHUB_RUN_ID: '900' } }
    const result = await world.answer('/gate', occasion === 'unlabeled' ? ofLabel : {})
    expect(result).toMatchObject({ exitCode: 2 })
    expect(checkOf(world)).toMatchObject({ conclusion })
  })

  test('without stored SARIF nothing passes: exit 2, and what to do', async () => {
    const world = await approvalWorld()
    await world.scan()
    world.repository.artifacts = []
    const result = await world.answer()
    expect(result.exitCode).toBe(2)
    expect(result.summary).toMatch(/policy-gate-sarif/)
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  })
})

test('a pull request that changes the workflow that scans it does not call itself clean', async () => {
  const world = await approvalWorld()
  world.store([])
  world.repository.pulls[0]?.files.push({ filename: '.github/workflows/gate.yml', status: 'modified' })
  const result = await world.answer()
  expect(result).toMatchObject({ exitCode: 2, outputs: {} })
  expect(result.summary).toMatch(/changes the workflow that scans it/)
  expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
})

test('a label is checked again from the stored SARIF, without a scan', async () => {
  const world = await approvalWorld()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  const event = pullRequestEvent('labeled', { labels: ['x'] })
  const result = await world.answer('', { event })
  expect(result).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
  expect(checkOf(world)).toMatchObject({ conclusion: 'success' })
})

test('a token that may only read gives the same verdict and posts nothing', async () => {
  const world = await approvalWorld()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  world.written()
  const result = await world.answer('/gate', { inputs: { 'github-token': READ_TOKEN } })
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
  expect(world.repository.reactions).toEqual([])
  expect(world.repository.runs).toMatchObject([{ attempt: 1 }])
  expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
})
