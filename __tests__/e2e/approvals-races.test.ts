import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  MALLORY,
  reactionsTo,
  worldInProcess
} from './approval-world.js'
import type { StepResult } from './step.js'

let finding = ''
let vital = ''
beforeAll(async () => {
  finding = findingOf(await (await worldInProcess()).scan())
  vital = findingOf(await (await worldInProcess()).scan(['pay/b.ts']))
})

const AGAIN = 'the gate decides again'
const reject = (id: string): string => `/gate reject ${id} reason="Reachable from the login page"`
const now = () => ({ createdAt: ago(0) })

/** Something that happens just before a call is answered; the answer waits for it. */
const justBefore = (world: ApprovalWorld, method: string, path: RegExp, change: () => void | Promise<void>): void =>
  world.fake.fault({ method, path, change })

/** Where the check is completed: it was created, in progress, when the run began. */
const COMPLETES = ['PATCH', /\/check-runs\/\d+$/] as const

const stickies = ({ repository: { comments } }: ApprovalWorld): readonly string[] =>
  comments.flatMap(({ body }) => (body?.startsWith('<!-- policy-gate') ? [body] : []))

/** Everything that is left when all runs are over. */
const leftBehind = (world: ApprovalWorld) => ({
  conclusions: world.repository.checks.filter(({ status }) => status === 'completed').map(check => check.conclusion),
  stickies: stickies(world).length,
  labels: world.repository.issues.find(({ number }) => number === 42)?.labels ?? []
})

describe('A9 a run that is overtaken', () => {
  test('a rejection just before the check is completed: the pass does not stand', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    let rejection = { id: 0 }
    justBefore(world, ...COMPLETES, () => {
      rejection = world.write(CAROL, reject(finding), now())
    })
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(result.log).toContain(AGAIN)
    expect(leftBehind(world)).toEqual({ conclusions: ['failure'], stickies: 1, labels: [] })
    expect(result.summary).not.toMatch(/Passed/)
    expect(reactionsTo(world, rejection.id)).toEqual(['eyes', 'rocket'])
  })

  test('a rejection while the gate decides is seen before anything is shown', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    justBefore(world, 'GET', /teams\/appsec\/memberships/, () => void world.write(CAROL, reject(finding), now()))
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
    expect(
      world.fake.calls.filter(({ method, path }) => method === 'PATCH' && path.includes('check-runs'))
    ).toHaveLength(1)
    expect(JSON.stringify(world.fake.calls)).not.toContain('"conclusion":"success"')
  })

  test('a push while the gate decides: no approval counts for the head that it has left', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    justBefore(world, ...COMPLETES, () => void world.push('later', { 'src/a.ts': 'eval(input)\nsteal()\n' }))
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(result.summary).toContain('`head-moved`')
    expect(leftBehind(world)).toMatchObject({ conclusions: ['failure'] })
  })

  test('an approval is deleted meanwhile: the pass does not stand', async () => {
    const world = await worldInProcess()
    const approval = world.write(BOB, approve(finding))
    const { comments } = world.repository
    justBefore(world, ...COMPLETES, () => void comments.splice(comments.indexOf(approval), 1))
    expect(await world.scan()).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
    expect(leftBehind(world)).toMatchObject({ conclusions: ['failure'] })
  })

  test('whether it was overtaken cannot be read: the approvals are not known to hold', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    world.fake.fault({
      method: 'GET',
      path: /issues\/42\/comments/,
      after: 1,
      times: Number.POSITIVE_INFINITY,
      status: 404
    })
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    expect(JSON.stringify(world.fake.calls)).not.toContain('"conclusion":"success"')
  })

  // `startsWith` in a workflow does not mind case, and of the runs that wait in a group GitHub keeps the newest.
  test.each(['/GATE is loud', '/Gate'])(
    '%s in the place of a rejection that waited: the rejection counts',
    async body => {
      const world = await worldInProcess()
      world.write(BOB, approve(finding))
      expect(await world.scan()).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
      world.write(CAROL, reject(finding), now())
      world.write(MALLORY, body, now())
      expect(await world.answer(body)).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
      expect(leftBehind(world)).toMatchObject({ conclusions: ['failure'] })
    }
  )

  test('commands that never cease end in no verdict, and in no pass', async () => {
    const world = await worldInProcess()
    world.write(BOB, approve(finding))
    const path = /issues\/42\/comments/
    const noise = () => void world.write(MALLORY, `/gate request ${finding} reason="${world.fake.calls.length}"`, now())
    world.fake.fault({ method: 'GET', path, times: Number.POSITIVE_INFINITY, change: noise })
    const result = await world.scan()
    expect(result).toMatchObject({ exitCode: 2, outputs: {} })
    expect(result.summary).toContain('kept getting commands')
    expect(leftBehind(world)).toMatchObject({ conclusions: ['failure'] })
  })
})

/** What a command and its run leave, after the run before, or in the middle of it: while that completes the check. */
async function outcomeOf(
  order: 'apart' | 'begins meanwhile' | 'ends meanwhile',
  path: string,
  first: (world: ApprovalWorld) => void,
  second: (world: ApprovalWorld) => void
) {
  const world = await worldInProcess()
  first(world)
  const others: Promise<StepResult>[] = []
  const command = async () => {
    second(world)
    others.push(world.answer())
    if (order === 'ends meanwhile') await Promise.all(others)
  }
  if (order !== 'apart') justBefore(world, ...COMPLETES, command)
  const scanned = await world.scan([path])
  if (order === 'apart') await command()
  const results = [...(order === 'apart' ? [] : [scanned]), ...(await Promise.all(others))]
  const verdicts = results.map(({ exitCode, outputs }) => [exitCode, outputs.verdict, outputs.excepted])
  return { verdicts: [...new Set(verdicts.map(String))], title: checkOf(world)?.output.title, ...leftBehind(world) }
}

describe('A9 two runs at once leave what they leave one after the other', () => {
  test.each<[string, string, string, (world: ApprovalWorld) => void, (world: ApprovalWorld) => void]>([
    [
      'two approvals that are both needed',
      '0,pass,1',
      'pay/b.ts',
      world => void world.write(BOB, approve(vital)),
      world => void world.write(CAROL, approve(vital), now())
    ],
    [
      'a push, and a rejection',
      '1,block,0',
      'src/a.ts',
      world => void world.write(BOB, approve(finding)),
      world => void world.write(CAROL, reject(finding), now())
    ]
  ])('%s', async (_, verdict, path, first, second) => {
    const apart = await outcomeOf('apart', path, first, second)
    expect(apart).toMatchObject({ verdicts: [verdict], stickies: 1, conclusions: [expect.anything()] })
    expect(await outcomeOf('begins meanwhile', path, first, second)).toEqual(apart)
    expect(await outcomeOf('ends meanwhile', path, first, second)).toEqual(apart)
  })
})
