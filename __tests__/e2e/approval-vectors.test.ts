import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parseCommand } from '../../src/core/exceptions/command.js'
import { approvalOf, refusedBodies, silentBodies } from '../core/exceptions/command-vectors.js'
import { sha } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  ago,
  approvalWorld,
  approve,
  BOB,
  CAROL,
  findingOf,
  inDays,
  reactionsTo,
  sticky
} from './approval-world.js'

let finding = ''
beforeAll(async () => {
  finding = findingOf(await (await approvalWorld()).scan())
})

const named = () => ({ id: finding, sha: sha('head'), day: inDays(7) })
const digest = (body: string): string => createHash('sha256').update(body).digest('hex')

interface CommandNotice {
  readonly code: string
  readonly message: string
}

/** The notices of commands by the hash of the comment's text. */
const toldOf = (notices: readonly CommandNotice[]): ReadonlyMap<string, string> =>
  new Map(
    notices
      .filter(({ code }) => code === 'command')
      .map(({ message }) => [/sha256 ([0-9a-f]{64})/.exec(message)?.[1] ?? '', message])
  )

async function answered(world: ApprovalWorld) {
  world.store()
  const result = await world.answer()
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  expect(world.repository.checks.every(({ conclusion }) => conclusion === 'failure')).toBe(true)
  return toldOf(result.decision.notices)
}

describe('what must be rejected, from an approver, through the whole action: 0 of them counts', () => {
  test('bodies that begin like a command and are none, each with its reason', async () => {
    const world = await approvalWorld()
    const vectors = refusedBodies(named())
    const written = vectors.map(([, body], index) => world.write(CAROL, body, { createdAt: ago(60 - index / 10) }))
    const told = await answered(world)
    expect(told.size).toBe(new Set(vectors.map(([, body]) => body)).size)
    for (const [name, body, code] of vectors) {
      const parsed = parseCommand(body)
      expect([name, parsed]).toEqual([name, expect.objectContaining({ kind: 'malformed', code })])
      const problem = parsed.kind === 'malformed' ? parsed.problem : ''
      expect([name, told.get(digest(body))]).toEqual([name, expect.stringContaining(`: malformed, ${problem}`)])
    }
    const reactions = written.map(({ id }) => reactionsTo(world, id))
    // A flood of commands must not become a flood of writes: the newest are answered there, all of them in the summary.
    expect(reactions.slice(0, -5).flat()).toEqual([])
    expect(reactions.slice(-5)).toEqual(Array.from({ length: 5 }, () => ['eyes', '-1']))
    expect(sticky(world)).not.toMatch(/thanks|\u202E|\u200B/)
  })

  test('bodies that are not addressed to the gate: not even an answer', async () => {
    const world = await approvalWorld()
    const written = silentBodies(named()).map(([, body]) => world.write(CAROL, body))
    expect((await answered(world)).size).toBe(0)
    for (const { id } of written) expect(reactionsTo(world, id)).toEqual([])
  })

  test('commands in order that ask for what may not be', async () => {
    const world = await approvalWorld()
    const expected = [
      [approve(finding, { expires: inDays(-2) }), 'expires-past'],
      [approve(finding, { expires: '9999-12-31' }), 'too-long'],
      [approve(finding, { sha: sha('base') }), 'base-sha'],
      [approve(finding, { sha: 'c'.repeat(40) }), 'carry-unknown'],
      [approve(`F-${'0'.repeat(32)}`), 'unknown-finding']
    ] as const
    for (const [body] of expected) world.write(BOB, body)
    const told = await answered(world)
    for (const [body, code] of expected)
      expect([body, told.get(digest(body))]).toEqual([body, expect.stringContaining(`: ${code}, `)])
  })

  test('the same text as title, body or commit message of the pull request is nothing', async () => {
    const text = approvalOf(named())
    const world = await approvalWorld()
    const [change] = world.repository.pulls
    Object.assign(change ?? {}, { title: text, body: text })
    const head = world.repository.commits.find(each => each.sha === sha('head'))
    Object.assign(head ?? {}, { message: text })
    expect((await answered(world)).size).toBe(0)
  })
})
