import { describe, expect, test } from '@jest/globals'
import { pullRequestEvent } from '../fake-github/events.js'
import { sha } from '../fake-github/state.js'
import { BOB, checkOf, MALLORY, POLICY, sarifOf, worldInProcess } from './approval-world.js'
import { CLEAN, ended, gate, keep, world } from './occasion-world.js'

describe('runs that did not come to their end', () => {
  const half = (conclusion: string) => ({ conclusion, path: '.github/workflows/gate.yml' })
  test.each(['cancelled', 'timed_out', 'skipped', 'action_required', 'startup_failure', 'stale'])(
    '%s: what such a run has kept answers no command; the one before it does',
    async conclusion => {
      const own = await world()
      keep(own, 602, sarifOf(), half(conclusion))
      own.write(MALLORY, '/gate help')
      await own.answer('/gate help')
      expect(checkOf(own)).toMatchObject({ conclusion: 'failure' })
    }
  )

  test('alone, it leaves nothing to decide on, and that is said', async () => {
    const own = await worldInProcess()
    keep(own, 602, sarifOf(), half('cancelled'))
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result.exitCode).toBe(2)
    expect(result.log).toMatch(/has not come to its end \(cancelled\).*Run it again: https/)
  })

  test.each([
    ['that was cancelled', 'cancelled', 0],
    ['that blocked', 'failure', 1]
  ])('one %s and was started again shows what it kept before', async (_, earlier, exitCode) => {
    const own = await worldInProcess()
    keep(own, 602, sarifOf('src/a.ts'), { status: 'in_progress', conclusion: null, attempt: 2, earlier: [earlier] })
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result).toMatchObject({ exitCode, outputs: exitCode === 1 ? { verdict: 'block' } : {} })
    if (exitCode === 0) expect(result.log).toMatch(/own run for this head is at work/)
  })

  test.each(['cancelled', 'timed_out', null])('the publisher leaves the check as it is after: %s', async conclusion => {
    const own = await worldInProcess()
    keep(own, 77, sarifOf(), { conclusion })
    const result = await gate(own, ended({ conclusion }), {})
    expect(result).toMatchObject({ exitCode: 0, outputs: {} })
    expect(own.repository.checks).toEqual([])
  })
})

describe('what a run has kept that the pull request has a hand in is not believed', () => {
  const uses = 'jobs: { scan: { steps: [{ uses: ./.github/actions/scan }, { uses: ./tools/gate/ }] } }\n'
  const nested = 'runs:\n  using: composite\n  steps:\n    - uses: "./tools/inner"\n'
  const WORKFLOWS = {
    '.github/workflows/gate.yml': uses,
    '.github/workflows/called.yml': '- uses: ./tools/called # the scanner\n',
    'tools/gate/action.yaml': nested
  }
  const called = ['acme/pay/.github/workflows/called.yml@refs/heads/main', 'other/pay/.github/workflows/far.yml@v1']

  test.each([
    ['the workflow', '.github/workflows/gate.yml', false],
    ['one that it calls', '.github/workflows/called.yml', false],
    ['an action that it uses', '.github/actions/scan/index.js', false],
    ['the description of an action', 'tools/gate/action.yaml', false],
    ['an action that an action uses', 'tools/inner/run.sh', false],
    ['an action that a called workflow uses', 'tools/called/main.py', false],
    ['an action that nobody uses', 'tools/other/main.py', true],
    ['a workflow of another repository by name', '.github/workflows/far.yml', true],
    ['something else', 'docs/c.md', true]
  ])('%s', async (_, filename, isBelieved) => {
    const own = await worldInProcess(POLICY)
    const head = own.repository.commits.find(({ sha: id }) => id === sha('head'))
    Object.assign(head ?? {}, { files: { ...head?.files, ...WORKFLOWS } })
    own.repository.pulls[0]?.files.push({ filename, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' })
    keep(own, 602, sarifOf(), { called })
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result.exitCode).toBe(isBelieved ? 0 : 2)
    if (!isBelieved) expect(result.log).toMatch(/changes the workflow that scans it, or what that calls or uses/)
  })
})

describe('what the policy governs', () => {
  const GOVERNING = POLICY.replace(
    'version: 1\n',
    'version: 1\ngoverned: ["scripts/scan.sh", "ci/**", ".semgrepignore"]\n'
  )

  /** A pull request that touches the file, and a run of its own that found nothing. */
  async function touching(filename: string, policy: string, run: Parameters<typeof keep>[3] = {}) {
    const own = await worldInProcess(policy)
    own.repository.pulls[0]?.files.push({ filename, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' })
    keep(own, 602, sarifOf(), run)
    return own
  }

  test.each([
    ['a script', 'scripts/scan.sh', GOVERNING, false],
    ['a folder', 'ci/rules/a.yml', GOVERNING, false],
    ['a submodule in the place of the folder', 'ci', GOVERNING, false],
    ['a list that is not there yet', '.semgrepignore', GOVERNING, false],
    ['another file', 'scripts/build.sh', GOVERNING, true],
    ['a list that scanners are known for', '.trivyignore', GOVERNING, true],
    ['a script that the policy does not govern', 'scripts/scan.sh', POLICY, true]
  ])('%s: neither a command nor the publisher believes what was kept: %s', async (_, filename, policy, isBelieved) => {
    const commented = await touching(filename, policy)
    commented.write(BOB, '/gate help')
    const followed = await touching(filename, policy)
    for (const result of [
      await commented.answer('/gate help'),
      await gate(followed, ended({ id: 602, conclusion: 'success' }), {})
    ]) {
      expect(result.exitCode).toBe(isBelieved ? 0 : 2)
      if (!isBelieved) expect(result.log).toMatch(/changes \S+, which the policy governs/)
    }
    expect(checkOf(followed)).toMatchObject({ conclusion: isBelieved ? 'success' : 'failure' })
  })

  test('is no reason to answer for a run that is at work and decides by itself', async () => {
    const own = await touching('scripts/scan.sh', GOVERNING, { status: 'in_progress', conclusion: null })
    own.write(BOB, '/gate help')
    const result = await own.answer('/gate help')
    expect(result).toMatchObject({ exitCode: 0, log: expect.stringMatching(/own run for this head is at work/) })
  })

  test('is told by the own run, which decides', async () => {
    const own = await touching('scripts/scan.sh', GOVERNING)
    const result = await gate(own, pullRequestEvent('opened'), CLEAN)
    expect(result.exitCode).toBe(0)
    expect(result.decision.notices).toContainEqual(
      expect.objectContaining({ code: 'scanning-changed', message: expect.stringContaining('scripts/scan.sh') })
    )
  })

  test('is what the policy at the base says: a change cannot free itself', async () => {
    const own = await touching('scripts/scan.sh', GOVERNING)
    const head = own.repository.commits.find(({ sha: id }) => id === sha('head'))
    Object.assign(head ?? {}, { files: { ...head?.files, '.github/policy-gate.yml': POLICY } })
    own.write(BOB, '/gate help')
    expect((await own.answer('/gate help')).exitCode).toBe(2)
  })
})
