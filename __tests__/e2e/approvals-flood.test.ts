import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from '@jest/globals'
import { readComment } from '../../src/core/exceptions/commands/comment.js'
import { refusedBodies } from '../core/exceptions/command-vectors.js'
import { sha } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  ago,
  CAROL,
  findingOf,
  inDays,
  reactionsTo,
  sticky,
  worldInProcess
} from './approval-world.js'

let finding = ''
beforeAll(async () => {
  finding = findingOf(await (await worldInProcess()).scan())
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

test('a flood of bodies that begin like a command and are none: each with its reason, and few writes', async () => {
  const world = await worldInProcess()
  const vectors = refusedBodies(named())
  const written = vectors.map(([, body], index) => world.write(CAROL, body, { createdAt: ago(60 - index / 10) }))
  const told = await answered(world)
  expect(told.size).toBe(new Set(vectors.map(([, body]) => body)).size)
  for (const [name, body, code] of vectors) {
    const [parsed] = readComment(body)
    expect([name, parsed]).toEqual([name, expect.objectContaining({ kind: 'malformed', code })])
    const problem = parsed?.kind === 'malformed' ? parsed.problem : ''
    expect([name, told.get(digest(body))]).toEqual([name, expect.stringContaining(`: malformed, ${problem}`)])
  }
  const reactions = written.map(({ id }) => reactionsTo(world, id))
  // A flood of commands must not become a flood of writes: the newest are answered there, all of them in the summary.
  expect(reactions.slice(0, -5).flat()).toEqual([])
  expect(reactions.slice(-5)).toEqual(Array.from({ length: 5 }, () => ['eyes', '-1']))
  expect(sticky(world)).not.toMatch(/thanks|\u202E|\u200B/)
})
