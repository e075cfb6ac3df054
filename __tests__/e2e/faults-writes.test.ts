import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FaultKind } from '../fake-github/faults.js'
import type { FakeCall } from '../fake-github/server.js'
import { sampleOf } from '../thorough.js'
import { brokenGlass, commanded, hidden, merged, pushed, type Scene, scheduled, shown } from './fault-scenes.js'
import { closeAfterEach, expectCleanEnd } from './fault-world.js'

closeAfterEach()

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'waits-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

type Pick = (call: FakeCall) => boolean
const by =
  (pattern: RegExp): Pick =>
  ({ method, path }) =>
    pattern.test(`${method} ${path}`)
const isMutation: Pick = ({ path, body }) => path === '/graphql' && JSON.stringify(body).includes('mutation')

/**
 * Everything that the Action makes by a request which would make it twice if it were sent twice; what it reads before it
 * sends one again; null where it does not send it again, and leaves it to the next run.
 */
const WRITES: readonly (readonly [string, Prepare, Pick, RegExp | null])[] = [
  ['the check run', pushed, by(/^POST .*\/check-runs$/), /^GET .*\/commits\/\w+\/check-runs$/],
  ['the comment', pushed, by(/^POST .*\/issues\/42\/comments$/), /^GET .*\/issues\/42\/comments$/],
  ['a reaction', commanded, by(/^POST .*\/reactions$/), null],
  ['a label', commanded, by(/^POST .*\/labels$/), null],
  ['the run that is started again', commanded, by(/^POST .*\/rerun$/), null],
  ['the issue after break-glass', brokenGlass, by(/^POST .*\/issues$/), /^GET .*\/issues$/],
  ['the reminder', scheduled, by(/^POST .*\/issues$/), /^GET .*\/issues$/],
  ['the branch of the records', merged, by(/^POST .*\/git\/refs$/), null],
  ['the file of the records', merged, by(/^PUT .*\/contents\//), null],
  ['the pull request of the records', merged, by(/^POST .*\/pulls$/), /^GET .*\/pulls$/],
  ['the comment that was hidden', hidden, isMutation, null]
]

type Prepare = () => Promise<Scene>

/** What a scene comes to without a fault. */
interface Undisturbed {
  readonly calls: readonly FakeCall[]
  readonly exitCode: number | null
  readonly verdict: string | undefined
  readonly shown: ReturnType<typeof shown>
}

const known = new Map<Prepare, Promise<Undisturbed>>()
async function undisturbed(prepare: Prepare): Promise<Undisturbed> {
  const run = async () => {
    const { fake, start } = await prepare()
    const { exitCode, outputs } = await start({ inProcess: true })
    return { calls: [...fake.calls], exitCode, verdict: outputs.verdict, shown: shown(fake) }
  }
  const ran = known.get(prepare) ?? run()
  known.set(prepare, ran)
  return ran
}

/** Runs a scene with a fault at the first such write; how often that was sent, and what was waited for. */
async function withFault(prepare: Prepare, pick: Pick, fault: FaultKind & { readonly times?: number }) {
  const { calls, exitCode, verdict } = await undisturbed(prepare)
  const at = calls.findIndex(pick)
  const first = calls[at] as FakeCall
  const { fake, start } = await prepare()
  const after = calls.slice(0, at).filter(isLike(first)).length
  fake.fault({ method: first.method, path: new RegExp(`${first.path}($|\\?)`), after, ...fault })
  const waits = join(directory, `${known.size}-${fake.url.slice(-5)}`)
  const result = await start({ env: { STEP_WAITS: waits }, inProcess: true })
  expectCleanEnd(result)
  // Posting never changes the verdict.
  expect(result).toMatchObject({ exitCode, outputs: verdict === undefined ? {} : { verdict } })
  return {
    fake,
    again: () => start({ inProcess: true }),
    sent: fake.calls.filter(call => [isLike(first), pick, sameBody(first)].every(is => is(call))),
    waits: existsSync(waits) ? readFileSync(waits, 'utf8').trim().split('\n').map(Number) : []
  }
}

const isLike =
  ({ method, path }: FakeCall): Pick =>
  other =>
    other.method === method && other.path === path

const sameBody =
  ({ body }: FakeCall): Pick =>
  other =>
    JSON.stringify(other.body) === JSON.stringify(body)

/** Every request between two that are the same. */
function between(calls: readonly FakeCall[], [first, second]: readonly FakeCall[]): readonly string[] {
  const [start, end] = [first, second].map(call => calls.indexOf(call as FakeCall))
  return calls.slice((start ?? 0) + 1, end).map(({ method, path }) => `${method} ${path}`)
}

describe('a write that fails with 500 is never sent again unlooked (39)', () => {
  const failures: readonly (readonly [string, FaultKind])[] = [
    ['and did not take effect', { status: 500 }],
    ['but took effect', { status: 500, effect: true }]
  ]
  const cases = WRITES.flatMap(([name, ...write]) =>
    failures.map(([how, fault]) => [`${name}, ${how}`, ...write, fault] as const)
  )
  // An odd number, so that both failures are tried, each of them with other writes.
  test.each(sampleOf(cases, 3))('%s', async (_, prepare, pick, reread, fault) => {
    const { fake, again, sent } = await withFault(prepare, pick, fault)
    expect(sent[0]?.status).toBe(500)
    expect(sent.length).toBeLessThanOrEqual(reread === null ? 1 : 2)
    if (sent.length > 1) expect(between(fake.calls, sent)).toContainEqual(expect.stringMatching(reread as RegExp))
    await again()
    expect(shown(fake)).toEqual((await undisturbed(prepare)).shown)
  })
})

describe('a call that meets a limit is sent again by one alone (39)', () => {
  const LIMIT = { status: 429, headers: { 'retry-after': '7' } }
  const READ = by(/^GET .*\/issues\/42\/comments$/)

  test.each(sampleOf([...WRITES, ['the comments that are read', pushed, READ, null] as const], 2))(
    '%s: its end is waited for once, and nothing else is',
    async (_, prepare, pick) => {
      const { fake, sent, waits } = await withFault(prepare, pick, LIMIT)
      const { calls, shown: expected } = await undisturbed(prepare)
      expect(sent[0]?.status).toBe(429)
      expect(sent[1]?.status).toBeLessThan(300)
      expect(fake.calls).toHaveLength(calls.length + 1)
      expect(waits).toEqual([7000])
      expect(shown(fake)).toEqual(expected)
    }
  )

  test('for ever: three tries and two waits, not three tries of each', async () => {
    const { fake, waits } = await withFault(pushed, by(/^POST .*comments$/), { ...LIMIT, times: Infinity })
    expect(fake.calls.filter(by(/^POST .*comments$/)).map(({ status }) => status)).toEqual([429, 429, 429])
    expect(waits).toEqual([7000, 7000])
  })

  test('an outage for ever: three tries of a read, and their pauses', async () => {
    const path = /^GET .*\/compare\//
    const { fake, waits } = await withFault(pushed, by(path), { status: 502, times: Infinity })
    const [first, ...others] = fake.calls.filter(by(path))
    const again = others.filter(call => call.path === first?.path)
    // What is compared otherwise afterwards is another question.
    expect([first, ...again].map(call => call?.status)).toEqual([502, 502, 502])
    expect(waits).toEqual([1000, 4000])
  })
})
