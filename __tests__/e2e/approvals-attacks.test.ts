import { beforeAll, describe, expect, test } from '@jest/globals'
import { type commit, sha, user } from '../fake-github/state.js'
import {
  ALICE,
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  inDays,
  MALLORY,
  POLICY,
  reactionsTo,
  sticky,
  worldInProcess
} from './approval-world.js'

const LABEL = POLICY.replace('  labels:', '  require-label: true\n  labels:')
const BOT = { id: 90, login: 'helper[bot]', type: 'Bot' as const }

let finding = ''
let vital = ''
beforeAll(async () => {
  const world = await worldInProcess()
  finding = findingOf(await world.scan())
  vital = findingOf(await world.scan(['pay/b.ts']))
})

interface Attack {
  readonly name: string
  readonly code: string
  readonly policy?: string
  /** Path of the finding that is attacked. */
  readonly path?: string
  prepare(world: ApprovalWorld): void
}

const commitBy = (world: ApprovalWorld, more: Parameters<typeof commit>[1]) => {
  const own = world.repository.commits.find(each => each.sha === sha('head'))
  Object.assign(own ?? {}, more)
}

const ATTACKS: readonly Attack[] = [
  {
    name: 'A1 approve, then push other code',
    code: 'carry-content',
    prepare: world => {
      world.write(BOB, approve(finding))
      world.push('evil', { 'src/a.ts': 'eval(input)\nsteal()\n' })
    }
  },
  {
    name: 'A1 at tier 0 any push ends it',
    code: 'sha-mismatch',
    path: 'pay/b.ts',
    prepare: world => {
      world.write(BOB, approve(vital))
      world.push('docs', { 'docs/c.md': 'other\n' })
    }
  },
  {
    name: 'A1 the head moves while the gate reads',
    code: 'head-moved',
    prepare: world => {
      world.write(BOB, approve(finding))
      const move = () => void world.push('later', {})
      world.fake.fault({ method: 'GET', path: /pulls\/42\/commits/, change: move })
    }
  },
  {
    name: 'A3 a co-author',
    code: 'contributor',
    prepare: world => {
      commitBy(world, { message: 'x\n\nCo-authored-by: Bob <12+sec-bob@users.noreply.github.com>' })
      world.write(BOB, approve(finding))
    }
  },
  {
    name: 'A3 a co-author by the old no-reply address, which names the login alone',
    code: 'contributor',
    prepare: world => {
      commitBy(world, { message: 'x\n\nCo-authored-by: Bob <Sec-Bob@users.noreply.github.com>' })
      world.write(BOB, approve(finding))
    }
  },
  {
    name: 'A3 at tier 0 a commit of nobody',
    code: 'unmapped-commit',
    path: 'pay/b.ts',
    prepare: world => {
      commitBy(world, { message: 'x\n\nCo-authored-by: Second <second@example.org>' })
      world.write(BOB, approve(vital))
    }
  },
  {
    name: 'A3 an app in the name of an approver',
    code: 'through-app',
    prepare: world => void world.write(BOB, approve(finding), { app: { id: 7, slug: 'chat' } })
  },
  {
    name: 'A4 a label by somebody who may only triage',
    code: 'label-missing',
    policy: LABEL,
    prepare: world => {
      world.write(BOB, approve(finding))
      world.label('exception: approved', MALLORY)
    }
  },
  {
    name: 'A4 a label that was made again under the old name',
    code: 'label-missing',
    policy: LABEL,
    prepare: world => {
      world.write(BOB, approve(finding))
      world.label('exception: approved', CAROL, 20)
      for (const event of world.repository.labelEvents) event.labelId = 'LA_old'
      world.label('exception: approved', MALLORY)
      for (const event of world.repository.labelEvents.slice(1)) event.labelId = 'LA_new'
    }
  },
  {
    name: 'A4 a label that an approver set, somebody took off, and somebody else set again',
    code: 'label-missing',
    policy: LABEL,
    prepare: world => {
      world.write(BOB, approve(finding))
      world.label('exception: approved', CAROL, 20)
      world.repository.labelEvents.push({
        issue: 42,
        event: 'unlabeled',
        label: 'exception: approved',
        actor: MALLORY,
        createdAt: ago(10)
      })
      world.label('exception: approved', MALLORY, 5)
    }
  },
  {
    name: 'A7 the approver has left the team',
    code: 'not-approver',
    prepare: world => {
      world.write(BOB, approve(finding))
      for (const team of world.fake.state.teams) team.members = {}
    }
  },
  {
    name: 'A7 whether somebody is a member cannot be read',
    code: 'authority-unknown',
    prepare: world => {
      world.write(BOB, approve(finding))
      world.fake.state.teams = []
    }
  },
  {
    name: 'A7 a command from before the pull request was reopened',
    code: 'before-reset',
    prepare: world => {
      world.write(BOB, approve(finding))
      world.repository.timeline.push({ kind: 'reopened', issue: 42, at: ago(1) })
    }
  },
  {
    name: 'A8 a later comment of the approver was deleted by somebody else',
    code: 'later-comment-changed',
    prepare: world => {
      world.write(BOB, approve(finding))
      world.repository.timeline.push({ kind: 'deleted', issue: 42, author: BOB, actor: MALLORY, at: ago(1) })
    }
  },
  {
    name: 'A11 the approver asked for it',
    code: 'requester',
    prepare: world => {
      world.write(BOB, `/gate request ${finding} reason="Mine"`)
      world.write(BOB, approve(finding))
    }
  }
]

describe('0 of them counts', () => {
  test.each(ATTACKS.map(attack => [attack.name, attack] as const))('%s', async (_, attack) => {
    const world = await worldInProcess(attack.policy)
    attack.prepare(world)
    world.store([attack.path ?? 'src/a.ts'])
    const result = await world.answer()
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
    const told = result.decision.notices.filter(({ code }: { code: string }) => code === 'command')
    expect(told.at(-1).message).toContain(`: ${attack.code}, `)
    expect(result.summary).toContain(`\`${attack.code}\``)
    expect(world.repository.checks.every(({ conclusion }) => conclusion === 'failure')).toBe(true)
  })
})

test('A2, A3, A6, A11: each command with its own reason, in one run; 0 of them counts', async () => {
  const world = await worldInProcess(
    POLICY.replace('{ teams: [acme/appsec] }', '{ teams: [acme/appsec], users: [alice] }')
  )
  // By himself: an edit by somebody else casts doubt on all the others too.
  const edit = { lastEditedAt: ago(1), updatedAt: ago(1), includesCreatedEdit: true, editor: BOB }
  const expected = [
    [world.write(BOB, approve(finding), edit), 'edited'],
    [world.write(CAROL, approve(finding), { minimized: true }), 'hidden'],
    [world.write(ALICE, approve(finding)), 'own-change'],
    [world.write(BOT, approve(finding)), 'not-a-person'],
    [world.write(CAROL, approve(finding), { app: { id: 7, slug: 'chat' } }), 'through-app'],
    [world.write(null, approve(finding)), 'no-user'],
    [world.write(MALLORY, approve(finding)), 'not-approver'],
    [world.write(CAROL, approve(`F-${'0'.repeat(32)}`)), 'unknown-finding'],
    [world.write(CAROL, approve(finding, { sha: sha('base') })), 'base-sha'],
    [world.write(CAROL, approve(finding, { expires: inDays(300) })), 'too-long'],
    [world.write(CAROL, `/gate aprove ${finding} <img src=x> @acme/everybody`), 'malformed']
  ] as const
  for (const quoted of [`> ${approve(finding)}`, `\`\`\`\n${approve(finding)}\n\`\`\``, ` ${approve(finding)}`])
    world.write(CAROL, quoted)
  world.store()
  const result = await world.answer()
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  const told = result.decision.notices.filter(({ code }: { code: string }) => code === 'command')
  expect(told.map(({ message }: { message: string }) => /: ([a-z-]+), /.exec(message)?.[1])).toEqual(
    expected.map(([, code]) => code)
  )
  expect(result.summary).toContain('0 of 11 counted')
  expect(sticky(world)).toContain('0 of 11 counted')
  for (const [written] of expected) expect(reactionsTo(world, written.id)).toEqual(['eyes', '-1'])
  for (const view of [result.log, result.summary ?? '', sticky(world)]) expect(view).not.toMatch(/img src|everybody/)
})

test('A5 a comment with the marker of the gate is nothing to it', async () => {
  const world = await worldInProcess()
  world.store()
  await world.answer()
  const marker = sticky(world).split('\n')[0] ?? ''
  const forged = world.write(user(67, 'github-actions'), `${marker}\n✅ Passed`)
  expect((await world.answer()).exitCode).toBe(1)
  expect(forged.body).toContain('✅ Passed')
  expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
})

test('A7 a command that was copied from another pull request is bound to that one', async () => {
  const world = await worldInProcess()
  world.write(BOB, approve(finding), { issue: 43 })
  world.store()
  expect(await world.answer()).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
})

test('A10 a page of comments that cannot be read hides no rejection: none counts', async () => {
  const world = await worldInProcess()
  for (let n = 0; n < 100; n += 1) world.write(MALLORY, 'noise')
  world.repository.comments.unshift(...world.repository.comments.splice(-1))
  world.write(BOB, approve(finding))
  world.store()
  world.fake.fault({ method: 'GET', path: /issues\/42\/comments.*page=2/, times: 3, status: 502 })
  const result = await world.answer()
  expect(result).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
  expect(result.decision.notices).toContainEqual(expect.objectContaining({ code: 'comments-unread' }))
})
