import type { ChildProcess } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import type { FaultKind } from '../fake-github/faults.js'
import type { FakeCall, FakeGitHub } from '../fake-github/server.js'
import { sampleOf } from '../thorough.js'
import { commanded, pushed, type Scene, shown } from './fault-scenes.js'
import { closeAfterEach, isWrite, pay } from './fault-world.js'
import type { StepResult } from './step.js'

closeAfterEach()

/** How far a call has got when the run ends. */
const STAGES: Readonly<Record<string, (end: () => void) => FaultKind>> = {
  arrived: () => ({ hang: true }),
  'carried out': () => ({ hang: true, effect: true }),
  answered: answered => ({ answered })
}

/** A moment at which a run ends. */
interface Moment {
  readonly stage: string
  readonly call: FakeCall
  /** Calls alike that come before it; by its number alone it would not be known, since some are made at once. */
  readonly before: number
}

/** Every call when it has arrived; one that writes also when it has been carried out, and when it has been answered. */
function momentsOf(calls: readonly FakeCall[]): readonly Moment[] {
  return calls.flatMap((call, at) => {
    const before = calls.slice(0, at).filter(isLike(call)).length
    const stages = isWrite(call) ? Object.keys(STAGES) : ['arrived']
    return stages.map(stage => ({ stage, call, before }))
  })
}

const isLike =
  ({ method, path }: FakeCall) =>
  (other: FakeCall): boolean =>
    other.method === method && other.path === path

/** Ends a run at a moment and makes another; what was wrong with the first, and what the second leaves. */
async function endAt({ stage, call, before }: Moment, signal: NodeJS.Signals, prepare: () => Promise<Scene>) {
  const { fake, start } = await prepare()
  let child: ChildProcess | null = null
  const end = () => void child?.kill(signal)
  const path = new RegExp(`${call.path}($|\\?)`)
  fake.fault({ method: call.method, path, after: before, ...(STAGES[stage]?.(end) as FaultKind) })
  fake.onStall(end)
  const started = (step: ChildProcess) => {
    child = step
  }
  const killed = await start({ started })
  // The last answer may be followed by the end that the run would have had.
  const survived = killed.exitCode !== null && stage !== 'answered'
  const halves = Object.entries(killed.files).filter(([name, content]) => !isWhole(name, content))
  const concluded = conclusionsOf(fake)
  const again = await start({ inProcess: true })
  return {
    ...left(again, fake),
    wrong: [
      ...halves.map(([name]) => `half a file: ${name}`),
      ...(survived ? ['it was not ended'] : []),
      ...concluded.filter(conclusion => conclusion !== null && !conclusionsOf(fake).includes(conclusion))
    ],
    exitCodes: [killed.exitCode ?? again.exitCode, again.exitCode]
  }
}

const conclusionsOf = (fake: FakeGitHub) => pay(fake).checks.map(({ conclusion }) => conclusion)

/** Which build made it, and the digest that hangs on it, are left out: the killed runs are of the bundle, others of `src/`. */
const left = (result: StepResult, fake: FakeGitHub) => ({
  decision: result.files['policy-gate-report/decision.json']?.replace(
    /"(commit|digest)": (?:null|"[0-9a-f]+")/g,
    '"$1": …'
  ),
  shown: shown(fake)
})

function isWhole(name: string, content: string): boolean {
  if (!/\.(json|sarif)$/.test(name)) return !name.endsWith('.tmp')
  try {
    return JSON.parse(content) !== null
  } catch {
    return false
  }
}

/** Two at a time: each is a process of its own. */
async function inPairs<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>
): Promise<readonly (readonly [T, R])[]> {
  const waiting = [...items]
  const done: (readonly [T, R])[] = []
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) done.push([item, await work(item)])
  }
  await Promise.all([worker(), worker()])
  return done
}

/** Ends a run at each of the moments: whatever is left of it, the next leaves what one undisturbed run leaves. */
async function expectConvergence(
  signal: NodeJS.Signals,
  prepare: () => Promise<Scene>,
  choose: (moments: readonly Moment[]) => readonly Moment[],
  undisturbed: object
): Promise<void> {
  const { fake, start } = await prepare()
  const whole = await start({})
  expect({ exitCode: whole.exitCode, outputs: whole.outputs, ...shown(fake) }).toMatchObject(undisturbed)
  const moments = choose(momentsOf(fake.calls))
  expect(moments.length).toBeGreaterThan(5)
  const expected = { ...left(whole, fake), wrong: [], exitCodes: [whole.exitCode, whole.exitCode] }
  for (const [{ stage, call }, ended] of await inPairs(moments, moment => endAt(moment, signal, prepare))) {
    const name = `${call.method} ${call.path}, ${stage}`
    expect({ name, ...ended }).toEqual({ name, ...expected })
  }
}

describe('a run that ends at any of its calls: no half file, no other verdict, and the next run converges (24)', () => {
  // Of what a signal does at one moment after the other, some tell; an end without any warning is tried at each.
  test.each<[NodeJS.Signals, number]>([
    ['SIGTERM', 3],
    ['SIGKILL', 1]
  ])('a push, by %s', (signal, every) =>
    expectConvergence(signal, pushed, moments => sampleOf(moments, every), {
      exitCode: 1,
      outputs: { verdict: 'block', blocking: '51' },
      checks: [{ name: 'Policy gate', status: 'completed', conclusion: 'failure' }],
      comments: [{ body: expect.stringContaining('Blocked') }]
    })
  )

  test('a command, by SIGKILL when a write has been carried out', async () => {
    const choose = (moments: readonly Moment[]) =>
      sampleOf(
        moments.filter(({ stage }) => stage === 'carried out'),
        2
      )
    await expectConvergence('SIGKILL', commanded, choose, {
      exitCode: 0,
      outputs: { verdict: 'pass', excepted: '1' },
      checks: [{ status: 'completed', conclusion: 'success' }],
      issues: [{ labels: ['exception: approved'] }],
      labelled: [['labeled', 'exception: approved']],
      runs: [[501, 2]]
    })
  })
})
