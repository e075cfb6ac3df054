import { beforeAll, describe, expect, test } from '@jest/globals'
import { sha } from '../fake-github/state.js'
import {
  ALICE,
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  MALLORY,
  POLICY,
  worldInProcess
} from './approval-world.js'

let finding = ''
let vital = ''
beforeAll(async () => {
  const world = await worldInProcess()
  finding = findingOf(await world.scan())
  vital = findingOf(await world.scan(['pay/b.ts']))
})

const deletedBy = (world: ApprovalWorld, author: typeof BOB, actor: typeof BOB) =>
  void world.repository.timeline.push({ kind: 'deleted', issue: 42, author, actor, at: ago(1) })
const editedBy = (editor: typeof BOB | null) => ({
  lastEditedAt: ago(1),
  updatedAt: ago(1),
  includesCreatedEdit: true,
  editor
})

const codesOf = ({ decision }: Awaited<ReturnType<ApprovalWorld['answer']>>): readonly (string | undefined)[] =>
  decision.notices
    .filter(({ code }: { code: string }) => code === 'command')
    .map(({ message }: { message: string }) => /: ([a-z-]+), /.exec(message)?.[1])

describe('an approval that something stands against, by what GitHub tells', () => {
  test.each<[string, string, (world: ApprovalWorld) => void]>([
    [
      'the author of the change deletes what an approver wrote',
      'later-comment-changed',
      world => deletedBy(world, CAROL, ALICE)
    ],
    [
      'the author of the change edits what an approver wrote into prose',
      'later-comment-changed',
      world => void world.write(CAROL, 'thanks', editedBy(ALICE))
    ],
    [
      'an account that is gone has edited what an approver wrote',
      'later-comment-changed',
      world => void world.write(CAROL, 'thanks', editedBy(null))
    ],
    [
      'the pull request got another base',
      'before-reset',
      world => void world.repository.timeline.push({ kind: 'base-changed', issue: 42, at: ago(1) })
    ],
    [
      'the membership is pending',
      'not-approver',
      world => {
        for (const team of world.fake.state.teams) Object.assign(team.members, { [BOB.login]: 'pending' })
      }
    ],
    [
      'GitHub does not answer whether he is a member',
      'authority-unknown',
      world => void world.fake.fault({ method: 'GET', path: /memberships\/sec-bob/, times: 9, status: 500 })
    ],
    [
      'he is a co-author by a line that ends as on Windows',
      'contributor',
      world => {
        const head = world.repository.commits.find(each => each.sha === sha('head'))
        Object.assign(head ?? {}, { message: 'x\r\n\r\nCo-authored-by: B <12+sec-bob@users.noreply.github.com>\r\n' })
      }
    ]
  ])('%s', async (_, code, prepare) => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    prepare(world)
    world.store()
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(codesOf(result)).toEqual([code])
    expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  })

  test('an account that is no person, by the name of an approver', async () => {
    const world = await worldInProcess()
    world.write({ ...BOB, type: 'Organization' }, approve(finding))
    world.store()
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
    expect(codesOf(result)).toEqual(['not-a-person'])
  })

  test('one person under two spellings of the name is one of two', async () => {
    const world = await worldInProcess(POLICY.replace('{ teams: [acme/appsec] }', '{ users: [sec-bob] }'))
    world.write(BOB, approve(vital))
    world.write({ ...BOB, login: 'SEC-BOB' }, approve(vital))
    world.store(['pay/b.ts'])
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
    expect(codesOf(result)).toEqual(['superseded', 'counted'])
  })
})

test('what somebody without a right wrote may be deleted, and an approver may delete their own', async () => {
  const world = await worldInProcess()
  world.write(BOB, approve(finding))
  deletedBy(world, MALLORY, ALICE)
  deletedBy(world, CAROL, CAROL)
  world.store()
  expect(await world.answer()).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
})
