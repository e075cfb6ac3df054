import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakeCall } from '../fake-github/server.js'
import { ACTIONS_APP, type FakeAccount, type FakeComment, sha, user } from '../fake-github/state.js'
import { type ApprovalWorld, ago, approve, BOB, CAROL, inDays, MALLORY, worldInProcess } from './approval-world.js'
import { isWrite, quickTime } from './fault-world.js'
import type { StepResult } from './step.js'

/** When the storm begins. */
const START = ago(0)
/** Something that people do on the pull request, and the event that GitHub makes of it. */
export interface Happening {
  /** Seconds after the start. */
  readonly at: number
  readonly action: 'created' | 'edited' | 'deleted'
  readonly body: string | null
  readonly author: FakeAccount | null
  /** The happening whose comment is edited or deleted. */
  readonly of: number | null
}

/** Ids of the findings in `src/a.ts`, `pay/b.ts` and `docs/c.md`: the second needs two approvals. */
export type Findings = readonly [string, string, string]

export const PATHS = ['src/a.ts', 'pay/b.ts', 'docs/c.md'] as const

/** The instant that many seconds after the start, as GitHub writes it. */
export const instant = (seconds: number): string =>
  new Date(Date.parse(START) + Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z')

const PASSERS_BY = [user(71, 'passer-by'), user(72, 'onlooker'), MALLORY, BOB, CAROL, null]
const CHATTER = [
  'Have you seen this?',
  null,
  'Please look at it\n> /gate approve',
  ' /gate approve it',
  'I would use `/gate approve` here',
  '<!-- policy-gate -->'
]

/** What is said by number; all else is chatter. In the end the first is rejected, the second passes, the third is not approved. */
function saidOf([first, second, third]: Findings): ReadonlyMap<number, Partial<Happening>> {
  const by = (author: FakeAccount, body: string) => ({ author, body })
  const revised = (action: 'edited' | 'deleted', of: number, author: FakeAccount) => ({
    action,
    of,
    author,
    body: '/gate'
  })
  const reject = (id: string) => `/gate reject ${id} reason="Reachable from the login page"`
  const later = (id: string, day: number) => approve(id, { expires: inDays(day) })
  return new Map<number, Partial<Happening>>([
    [6, by(MALLORY, `/gate request ${first} reason="The parser needs a release first"`)],
    [20, by(BOB, approve(first))],
    [30, by(BOB, approve(second))],
    [38, by(MALLORY, approve(third))],
    [50, by(BOB, later(second, 6))],
    [51, by(BOB, later(second, 5))],
    [60, by(CAROL, approve(third))],
    [70, revised('edited', 60, CAROL)],
    [82, by(CAROL, reject(first))],
    [90, by(CAROL, approve(first))],
    [100, by(BOB, approve(third))],
    [111, revised('deleted', 100, BOB)],
    [120, by(CAROL, approve(second))],
    [130, by(MALLORY, '/gateway is down')],
    [139, by(MALLORY, '/gate approve it')],
    [150, by(CAROL, approve(third, { sha: sha('another') }))],
    [160, revised('deleted', 7, PASSERS_BY[1] as FakeAccount)],
    [171, by(MALLORY, reject(second))],
    [180, by(BOB, `/gate request ${third} reason="It is only a document"`)],
    [196, by(CAROL, reject(first))],
    // A workflow takes these two for commands, and the last for the one that its group keeps.
    [198, by(MALLORY, '/GATE is loud')],
    [199, by(MALLORY, '/Gate me')]
  ])
}

/** 200 happenings in a minute. */
export function stormOf(findings: Findings): readonly Happening[] {
  const said = saidOf(findings)
  return Array.from({ length: 200 }, (_, number) => ({
    at: number * 0.3,
    action: 'created',
    body: CHATTER[number % CHATTER.length] ?? null,
    author: PASSERS_BY[number % PASSERS_BY.length] ?? null,
    of: null,
    ...said.get(number)
  }))
}

/** Lets happenings happen in a world, in their order. */
export function happens(world: ApprovalWorld): (happening: Happening, number: number) => void {
  const written = new Map<number, FakeComment>()
  return ({ at, action, body, author, of }, number) => {
    const [now, comment] = [instant(at), written.get(of ?? -1)]
    if (action === 'created') written.set(number, world.write(author, body as string, { createdAt: now }))
    if (comment === undefined) return
    const { comments, timeline } = world.repository
    if (action === 'edited') Object.assign(comment, { updatedAt: now, lastEditedAt: now, editor: author })
    if (action === 'deleted') {
      comments.splice(comments.indexOf(comment), 1)
      timeline.push({ kind: 'deleted', issue: 42, author: comment.user, actor: author, at: now })
    }
  }
}

/** The job's `if` in docs/github-setup.md; `startsWith` does not mind case. */
export const startsJob = ({ action, body }: Happening): boolean => action === 'created' && /^\/gate/i.test(body ?? '')

/** A world whose pull request has been scanned, and blocks. */
export async function scanned(start: () => Promise<ApprovalWorld> = worldInProcess): Promise<ApprovalWorld> {
  const world = await start()
  await world.scan(PATHS, { env: quickTime(START) })
  settle(world)
  return world
}

/** Runs that were started again have ended as the check says. */
export function settle({ repository: { runs, checks } }: ApprovalWorld): void {
  for (const run of runs) Object.assign(run, { status: 'completed', conclusion: checks[0]?.conclusion })
}

/** Seconds that a call takes, and a job before its step: quick, so that much happens in a minute. */
const CALL = 0.1
const JOB = 5

/**
 * The runs that a concurrency group without cancel-in-progress lets start, on the clock of the stand-in: one at a time,
 * and of those that wait the newest. While one runs, time goes on by its calls and its waits, and more happens.
 */
export async function inGroup(
  world: ApprovalWorld,
  storm: readonly Happening[]
): Promise<readonly (StepResult & { readonly ended: number })[]> {
  const directory = mkdtempSync(join(tmpdir(), 'storm-'))
  const waits = join(directory, 'waits')
  const { fake } = world
  const left = storm.map((happening, number) => [happening, number] as const)
  const happen = happens(world)
  let waiting: Happening | null = null
  let [now, began, before] = [0, 0, 0]
  const advance = (to: number) => {
    now = to
    fake.state.now = instant(now)
    for (let next = left[0]; next !== undefined && next[0].at <= now; next = left[0]) {
      left.shift()
      happen(...next)
      if (startsJob(next[0])) waiting = next[0]
    }
  }
  const waited = () =>
    readFileSync(waits, 'utf8')
      .split('\n')
      .map(Number)
      .reduce((a, b) => a + b, 0) / 1000
  const change = () => advance(began + waited() + (fake.calls.length - before) * CALL)
  fake.fault({ path: /./, times: Infinity, change })
  const results: (StepResult & { readonly ended: number })[] = []
  while (left.length > 0 || waiting !== null) {
    if (waiting === null) advance(Math.max(now, left[0]?.[0].at ?? now))
    const chosen = waiting as Happening | null
    if (chosen === null) continue
    waiting = null
    began = now + JOB
    before = fake.calls.length
    writeFileSync(waits, '')
    advance(began)
    const result = await world.answer(chosen.body ?? '', { env: { ...quickTime(instant(began)), STEP_WAITS: waits } })
    results.push({ ...result, ended: now })
    settle(world)
    advance(now)
  }
  rmSync(directory, { recursive: true })
  return results
}

/** The runs of a workflow without a group: so many at once, each begins as soon as its comment is there. */
export async function atOnce(
  world: ApprovalWorld,
  storm: readonly Happening[],
  many: number
): Promise<readonly StepResult[]> {
  const left = storm.map((happening, number) => [happening, number] as const)
  const happen = happens(world)
  const results: StepResult[] = []
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      happen(...next)
      const [{ at, body }] = next
      if (startsJob(next[0])) results.push(await world.answer(body ?? '', { env: quickTime(instant(at)) }))
    }
  }
  await Promise.all(Array.from({ length: many }, worker))
  return results
}

/** The most of a sum of calls within any minute of the stand-in's clock. */
export function mostInAMinute(calls: readonly FakeCall[], weight: (call: FakeCall) => number): number {
  const timed = calls.map(call => [Date.parse(call.at), weight(call)] as const)
  const from = (start: number) => timed.filter(([at]) => at >= start && at < start + 60_000)
  return Math.max(...timed.map(([at]) => from(at).reduce((sum, [, points]) => sum + points, 0)))
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit */
export const pointsOf = (call: FakeCall): number => (isWrite(call) ? 5 : 1)

/** What there is to see in the end, whenever it was decided. */
export function seen({ repository }: ApprovalWorld) {
  const text = (shown: unknown) => JSON.stringify(shown).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
  const own = repository.comments.filter(({ app, body }) => app?.id === ACTIONS_APP.id && body?.includes('policy-gate'))
  return {
    checks: repository.checks.map(({ name, status, conclusion, output }) => text({ name, status, conclusion, output })),
    stickies: own.map(({ body }) => text(body)),
    labels: repository.issues.find(({ number }) => number === 42)?.labels.toSorted()
  }
}
