import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { checkOut, MOVES, type Moved, movedBase } from '../action/facts/moved-base.js'
import { EVALUATE, flip, RECORDED, WORLD } from '../cli/audit/audited-world.js'
import { pullRequestEvent, pushEvent } from '../fake-github/events.js'
import type { FakeGitHub } from '../fake-github/server.js'
import { sha } from '../fake-github/state.js'
import { approvalWorld, approve, BOB, findingOf, sarifOf } from './approval-world.js'
import { policyGate } from './command-line.js'
import { runStep, type StepResult } from './step.js'
import { withFiles } from './workspace.js'

const POLICY = `version: 1
rules: [{ id: new, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]
exceptions: { file: .github/policy-exceptions.yml, approvers: { teams: [acme/appsec] }, max-duration: { tier-1: { high: 60d } } }
`
const made: string[] = []
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

/** A directory of its own that the files of a step lie in, with the decision that the step left beside them. */
function kept(
  files: Readonly<Record<string, string>>,
  { files: left }: StepResult,
  tree: string | null = null
): string {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-audit-'))
  made.push(directory)
  if (tree !== null) cpSync(tree, directory, { recursive: true })
  const decision = left['policy-gate-report/decision.json'] ?? ''
  for (const [name, text] of Object.entries({ ...files, 'decision.json': decision })) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text, 'latin1')
  }
  return directory
}

/** A pull request of real commits, and the stand-in that knows them. */
async function withCommits(use: (moved: Moved, fake: FakeGitHub) => Promise<void>): Promise<void> {
  const common = { '.github/policy-gate.yml': POLICY }
  const moved = movedBase(MOVES['changed another file'] ?? (files => files), {}, common)
  try {
    const { fake } = await approvalWorld(POLICY, moved.repository)
    await use(moved, fake)
  } finally {
    moved.clean()
  }
}

test('one byte of anything that a decision rests on is told by the bundle', () =>
  withFiles(WORLD, directory => {
    const repository = join(directory, 'repo')
    expect(policyGate(EVALUATE, repository)).toMatchObject({ status: 0 })
    const verify = () => policyGate(['verify', '../decision.json'], repository)
    expect(verify()).toMatchObject({ status: 0, stdout: 'IDENTICAL  ../decision.json\n' })
    for (const [file, recorded] of RECORDED) {
      const whole = readFileSync(join(directory, file))
      flip(join(directory, file), 0.6)
      expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining(`changed: ${recorded}`) })
      writeFileSync(join(directory, file), whole)
    }
    flip(join(directory, 'decision.json'), 0.6)
    expect(verify().status).not.toBe(0)
  }))

describe('decisions of the Action', () => {
  test('of a push are identical in its clone, and tell of one byte', () =>
    withCommits(async (moved, fake) => {
      const tree = checkOut(moved, { tree: 'merge', files: true, clone: 'whole' })
      const files = {
        'out.sarif': sarifOf('src/a.ts'),
        'kev.json': JSON.stringify({ catalogVersion: '1', dateReleased: '2026-11-30T00:00:00Z', vulnerabilities: [] })
      }
      const run = await runStep({
        fake,
        event: pushEvent(moved.shas.base, moved.shas.merge),
        workspace: files,
        prepare: directory => cpSync(tree, directory, { recursive: true }),
        inputs: { sarif: 'out.sarif', kev: 'kev.json', baseline: 'none', 'fail-on': 'never' }
      })
      expect(run.decision.change).toMatchObject({ event: 'push', headSha: moved.shas.merge })
      const directory = kept(files, run, tree)
      const verify = () => policyGate(['verify', 'decision.json'], directory)
      expect(verify()).toMatchObject({ status: 0, stdout: 'IDENTICAL  decision.json\n' })
      for (const [name, recorded] of [
        ['out.sarif', 'sarif out.sarif'],
        ['kev.json', 'kev kev.json']
      ] as const) {
        const whole = readFileSync(join(directory, name))
        flip(join(directory, name), 0.5)
        expect(verify()).toMatchObject({ status: 1, stdout: expect.stringContaining(`changed: ${recorded}`) })
        writeFileSync(join(directory, name), whole)
      }
      flip(join(directory, 'decision.json'), 0.5)
      expect(verify().status).not.toBe(0)
    }))

  test('of a push are not called identical where only GitHub has the change, and say so', async () => {
    const { fake } = await approvalWorld(POLICY)
    const files = { 'out.sarif': sarifOf('src/a.ts'), '.github/policy-gate.yml': POLICY, 'src/a.ts': 'eval(input)\n' }
    const inputs = { sarif: 'out.sarif', baseline: 'none', 'fail-on': 'never' }
    const run = await runStep({ fake, event: pushEvent(sha('base'), sha('head')), workspace: files, inputs })
    expect(run.decision.outcomes[0].finding.state).toBe('introduced')
    const answer = policyGate(['verify', 'decision.json'], kept(files, run))
    expect(answer).toMatchObject({ status: 1, stdout: expect.stringContaining('the change: no diff file was given') })
  })

  test('of a pull request are identical in a clone that has its commits', () =>
    withCommits(async (moved, fake) => {
      const { head, base, merge } = moved.shas
      const tree = checkOut(moved, { tree: 'merge', files: true, clone: 'whole' })
      const files = { 'out.sarif': sarifOf('src/a.ts') }
      const run = await runStep({
        fake,
        event: { ...pullRequestEvent('synchronize', { headSha: head, baseSha: base }), sha: merge },
        workspace: files,
        prepare: directory => cpSync(tree, directory, { recursive: true }),
        inputs: { sarif: 'out.sarif', baseline: 'none', 'fail-on': 'never' }
      })
      const directory = kept(files, run, tree)
      expect(policyGate(['verify', 'decision.json'], directory)).toMatchObject({ status: 0 })
      flip(join(directory, 'out.sarif'), 0.5)
      expect(policyGate(['verify', 'decision.json'], directory)).toMatchObject({ status: 1 })
    }))

  test('that rest on comments are never called identical, and say so', async () => {
    const world = await approvalWorld(POLICY)
    const first = await world.scan(['src/a.ts'])
    world.write(BOB, approve(findingOf(first)))
    const run = await world.scan(['src/a.ts'])
    expect(run.decision.counts.excepted).toBe(1)
    const directory = kept({ 'out.sarif': sarifOf('src/a.ts') }, run)
    const answer = policyGate(['verify', 'decision.json'], directory)
    expect(answer).toMatchObject({ status: 1, stdout: expect.stringContaining('only GitHub has the comments') })
  })
})
