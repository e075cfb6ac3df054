import { describe, expect, test } from '@jest/globals'
import { type FakeAccount, sha, user } from '../fake-github/state.js'
import {
  ALICE,
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  CAROL,
  findingOf,
  POLICY,
  quietly,
  worldInProcess
} from './approval-world.js'
import type { StepResult } from './step.js'

const DAVE = user(31, 'dave')
const CLAUDE = user(81847, 'claude')
const ZEROS = '0'.repeat(40)

const reword = ({ repository }: ApprovalWorld, message: string): void => {
  Object.assign(repository.commits.find(({ sha: id }) => id === sha('head')) ?? {}, { message })
}

/** Two approvals of the finding at tier 0, and what they come to. */
async function approvedTwice(world: ApprovalWorld, path = 'pay/b.ts'): Promise<StepResult> {
  const id = findingOf(await world.scan([path], quietly(world)))
  for (const person of [BOB, CAROL]) world.write(person, approve(id))
  return world.answer('/gate', quietly(world))
}

const codesOf = ({ decision }: StepResult): readonly string[] =>
  decision.notices
    .filter(({ code }: { code: string }) => code === 'command')
    .map(({ message }: { message: string }) => /: ([a-z-]+), /.exec(message)?.[1])

const said = ({ decision }: StepResult, wanted: string): string =>
  decision.notices
    .filter(({ code }: { code: string }) => code === wanted)
    .map(({ message }: { message: string }) => message)
    .join('\n')

describe('co-authors by address, at tier 0', () => {
  test.each<[string, string, Readonly<Record<string, FakeAccount>>]>([
    ['a colleague', 'Co-authored-by: Dave <dave@corp.example>', { 'dave@corp.example': DAVE }],
    ['in other letters', 'CO-AUTHORED-BY: Dave <Dave@Corp.Example>', { 'dave@corp.example': DAVE }],
    ['an AI tool', 'Co-Authored-By: Claude <noreply@anthropic.com>', { 'noreply@anthropic.com': CLAUDE }],
    [
      'several of them',
      'Co-authored-by: A <a@x.example>\nCo-authored-by: B <b@x.example>',
      { 'a@x.example': DAVE, 'b@x.example': CLAUDE }
    ]
  ])('whose account GitHub knows: %s', async (_, trailer, addresses) => {
    const world = await worldInProcess()
    world.fake.state.addresses = { ...addresses }
    reword(world, `feat\n\n${trailer}`)
    const result = await approvedTwice(world)
    expect(result.outputs.verdict).toBe('pass')
    expect(said(result, 'commits-unmapped')).toBe('')
  })

  test('an approver who is a co-author by an address of theirs is a contributor', async () => {
    const world = await worldInProcess()
    world.fake.state.addresses = { 'bob@corp.example': BOB }
    reword(world, 'feat\n\nCo-authored-by: Bob <bob@corp.example>')
    const result = await approvedTwice(world)
    expect(result.outputs.verdict).toBe('block')
    expect(codesOf(result)).toEqual(['contributor', 'counted'])
  })

  test('an address that belongs to nobody is named, with the way out; one that deceives is not shown', async () => {
    const world = await worldInProcess()
    reword(world, 'feat\n\nCo-authored-by: D <dave@corp.example>\nCo-authored-by: X <@acme/all [x](y)>')
    const result = await approvedTwice(world)
    expect(result.outputs.verdict).toBe('block')
    expect(said(result, 'commits-unmapped')).toMatch(
      /^2 names in commits belong to no account \(dave@corp\.example\): .*Settings, Emails/
    )
    expect(said(result, 'commits-unmapped')).not.toMatch(/acme\/all/)
  })

  test('GitHub is not asked where no address is open', async () => {
    const world = await worldInProcess()
    await approvedTwice(world)
    expect(world.fake.calls.filter(({ body }) => JSON.stringify(body ?? '').includes('CommitAuthors'))).toEqual([])
  })
})

/** What GitHub's record tells of the branch of the pull request. */
const pushedBy = ({ repository }: ApprovalWorld, ...actors: readonly (FakeAccount | null)[]): void => {
  let before = ZEROS
  for (const [index, actor] of actors.entries()) {
    const after = repository.pulls[0]?.commits[index] ?? sha('head')
    repository.updates.push({ ref: 'feature', before, after, at: ago(60 - index), actor })
    before = after
  }
}

describe('who pushed', () => {
  test.each<[string, 'pay/b.ts' | 'src/a.ts']>([
    ['at tier 0', 'pay/b.ts'],
    ['at any other tier', 'src/a.ts']
  ])('an approver who pushes under the name of the author approves nothing, %s', async (_, path) => {
    const world = await worldInProcess(POLICY.replace('default: 1', 'default: 2'))
    pushedBy(world, BOB)
    const result = await approvedTwice(world, path)
    expect(result.outputs.verdict).toBe('block')
    expect(codesOf(result)).toEqual(['pusher', 'counted'])
  })

  test('each push of a commit counts, not only the last', async () => {
    const world = await worldInProcess()
    world.push('more', { 'docs/c.md': 'other\n' })
    pushedBy(world, CAROL, ALICE)
    const id = findingOf(await world.scan(['pay/b.ts'], quietly(world)))
    for (const person of [BOB, CAROL]) world.write(person, approve(id, { sha: sha('more') }))
    expect(codesOf(await world.answer('/gate', quietly(world)))).toEqual(['counted', 'pusher'])
  })

  test('what was pushed and is no part of the pull request any more counts for nothing', async () => {
    const world = await worldInProcess()
    const { updates } = world.repository
    updates.push({ ref: 'feature', before: ZEROS, after: sha('gone'), at: ago(90), actor: BOB })
    updates.push({ ref: 'feature', before: sha('gone'), after: sha('head'), at: ago(60), actor: ALICE })
    expect((await approvedTwice(world)).outputs.verdict).toBe('pass')
  })

  test.each<[string, (world: ApprovalWorld) => void]>([
    ['an account that is gone', world => pushedBy(world, null)],
    [
      'a record that does not lead to the head',
      world =>
        world.repository.updates.push({ ref: 'feature', before: ZEROS, after: sha('x'), at: ago(9), actor: ALICE })
    ],
    [
      'a record that may not be read',
      world => world.fake.fault({ path: /\/activity/, status: 404, times: Number.POSITIVE_INFINITY })
    ],
    [
      'a record that is longer than is read',
      world => {
        pushedBy(world, ALICE)
        for (let at = 0; at < 1001; at += 1)
          world.repository.updates.unshift({
            ref: 'feature',
            before: sha('b'),
            after: sha('b'),
            at: ago(99),
            actor: ALICE
          })
      }
    ],
    [
      'a private fork',
      world =>
        Object.assign(world.repository.pulls[0] ?? {}, {
          headRepository: { id: 2000, owner: 'eve', name: 'pay', isPrivate: true }
        })
    ]
  ])('not known at tier 0, by %s: nothing counts, and the way out is named', async (_, set) => {
    const world = await worldInProcess()
    set(world)
    const result = await approvedTwice(world)
    expect(result.outputs.verdict).toBe('block')
    expect(codesOf(result)).toEqual(['pusher-unknown', 'pusher-unknown'])
    expect(said(result, 'pushers-unread')).toMatch(/contents: read.*org-token/)
  })

  test('not known elsewhere: it counts, and is told', async () => {
    const world = await worldInProcess()
    world.fake.fault({ path: /\/activity/, status: 404, times: Number.POSITIVE_INFINITY })
    const result = await approvedTwice(world, 'src/a.ts')
    expect(result.outputs.verdict).toBe('pass')
    expect(said(result, 'pushers-unread')).not.toBe('')
  })

  test('of a public fork its own record is read', async () => {
    const world = await worldInProcess()
    Object.assign(world.repository.pulls[0] ?? {}, { headRepository: { id: 2000, owner: 'eve', name: 'pay' } })
    expect((await approvedTwice(world)).outputs.verdict).toBe('pass')
    expect(world.fake.calls.some(({ path }) => path.endsWith('/repos/eve/pay/activity'))).toBe(true)
  })
})

test('more than 250 commits: the number and the way out are named', async () => {
  const world = await worldInProcess()
  const [change] = world.repository.pulls
  change?.commits.unshift(...Array.from({ length: 250 }, () => sha('base')))
  const result = await approvedTwice(world)
  expect(codesOf(result)).toEqual(['contributors-unknown', 'contributors-unknown'])
  expect(said(result, 'commits-unread')).toMatch(/GitHub lists 250 commits.* 251: squash/)
})

test('who is alone in a repository is told the other way', async () => {
  const world = await worldInProcess(POLICY.replace('{ teams: [acme/appsec] }', '{ users: [alice] }'))
  const id = findingOf(await world.scan(['src/a.ts'], quietly(world)))
  world.write(ALICE, approve(id))
  const result = await world.answer('/gate', quietly(world))
  expect(codesOf(result)).toEqual(['own-change'])
  expect(said(result, 'command')).toMatch(/exceptions file of the base branch/)
})
