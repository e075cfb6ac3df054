import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withFiles } from '../../e2e/workspace.js'
import { evaluated, LAX, OLD, STRICT, scan, withChange } from '../loosened.js'
import { runCommand } from '../run-command.js'

describe('with a base commit', () => {
  test('the policy is that of the base, and the change that of git', () =>
    withChange(async ({ directory, base, head }) => {
      const decision = await evaluated(directory, ['--base-sha', base])
      expect(decision).toMatchObject({ status: 1, verdict: 'block', change: { baseSha: base, headSha: head } })
      expect(decision.outcomes).toMatchObject([{ finding: { state: 'introduced' } }])
      expect(decision.codes).toContain('governance-changed')
      expect(decision.codes).not.toContain('policy-worktree')
    }))

  test('what the change leaves alone was there before', () =>
    withChange(async ({ directory, base, write }) => {
      write({ 'scan.sarif': scan(['src/old.ts', 2]) })
      expect(await evaluated(directory, ['--base-sha', base])).toMatchObject({
        status: 0,
        outcomes: [{ finding: { state: 'existing' } }]
      })
    }))

  test.each([
    ['a changed file', { 'src/old.ts': `zero\n${OLD}` }, 'src/old.ts'],
    ['a new file', { 'src/uncommitted.ts': OLD }, 'src/uncommitted.ts']
  ])('%s that is not committed is none that was there before', (_, files, path) =>
    withChange(async ({ directory, base, write }) => {
      write({ ...files, 'scan.sarif': scan([path, 1]) })
      expect(await evaluated(directory, ['--base-sha', base])).toMatchObject({
        status: 1,
        outcomes: [{ finding: { state: 'unknown' } }]
      })
    })
  )

  test('what is checked out instead of the head is none that was there before', () =>
    withChange(async ({ directory, base, head, git, commit, write }) => {
      git('checkout', '--quiet', '-b', 'other', base)
      commit({ 'src/other.ts': OLD })
      write({ 'scan.sarif': scan(['src/other.ts', 1]) })
      const decision = await evaluated(directory, ['--base-sha', base, '--head-sha', head])
      expect(decision.outcomes).toMatchObject([{ finding: { state: 'unknown' } }])
    }))

  test('--policy-at worktree is said in every view', () =>
    withChange(async ({ directory, base }) => {
      const flags = ['--base-sha', base, '--policy-at', 'worktree']
      const decision = await evaluated(directory, flags)
      expect(decision).toMatchObject({ status: 0, verdict: 'pass', outcomes: [{ finding: { state: 'introduced' } }] })
      expect(decision.codes).toContain('policy-worktree')
      for (const format of ['text', 'markdown', 'html']) {
        const { stdout } = await runCommand(
          ['evaluate', '--sarif', 'scan.sarif', '--format', format, ...flags],
          directory
        )
        expect([format, /working tree/.test(stdout)]).toEqual([format, true])
      }
    }))

  test('that is not in the clone is exit 2 with what to do', () =>
    withChange(async ({ directory }) => {
      const run = await runCommand(['evaluate', '--sarif', 'scan.sarif', '--base-sha', 'a'.repeat(40)], directory)
      expect(run.status).toBe(2)
      expect(run.stderr).toMatch(/a{40}.* is not in this clone.*git fetch/)
    }))

  test('without a policy there the preset counts, whatever the change brings', () =>
    withChange(async ({ directory, base }) => {
      const decision = await evaluated(directory, ['--base-sha', base])
      expect(decision).toMatchObject({ status: 1, verdict: 'block' })
      expect(decision.codes).toContain('policy-bootstrap')
    }, ''))

  test('exceptions and CODEOWNERS are those of the base', () =>
    withChange(async ({ directory, base, commit, git }) => {
      const entry = {
        id: 'EXC-1',
        type: 'risk-accept',
        match: { tool: 'Scanner', 'rule-id': 'r', path: 'src/new.ts' },
        reason: 'Long enough a reason to be one',
        owner: '@a',
        'approved-by': ['@b'],
        'approved-at': '2026-11-30',
        expires: '2026-12-10'
      }
      commit({ '.github/policy-exceptions.yml': { version: 1, exceptions: [entry] }, CODEOWNERS: '* @mallory\n' })
      const decision = await evaluated(directory, ['--base-sha', base])
      expect(decision).toMatchObject({ status: 1, outcomes: [{ finding: { owners: [] } }] })
      git('rev-parse', 'HEAD')
    }, `${STRICT}exceptions: { file: .github/policy-exceptions.yml }\n`))

  test('a policy that neither git nor the base knows is refused, one beside the clone counts', () =>
    withChange(async ({ directory, base, write }) => {
      write({ '.gitignore': 'scan.sarif\norg\n', 'org/p.yml': LAX })
      const refused = await runCommand(
        ['evaluate', '--sarif', 'scan.sarif', '--base-sha', base, '--policy', 'org/p.yml'],
        directory
      )
      expect(refused.status).toBe(2)
      expect(refused.stderr).toMatch(/^org\/p\.yml: .*--policy-at worktree/)
      await withFiles({ 'p.yml': STRICT }, async beside => {
        const decision = await evaluated(directory, ['--base-sha', base, '--policy', join(beside, 'p.yml')])
        expect(decision.verdict).toBe('block')
      })
    }))

  test('where no clone is, the working tree counts and is said', () =>
    withChange(async ({ directory, base }) => {
      rmSync(join(directory, '.git'), { recursive: true })
      const decision = await evaluated(directory, ['--base-sha', base])
      expect(decision.codes).toContain('policy-worktree')
      expect(decision.change.baseSha).toBe(base)
      const argv = ['evaluate', '--sarif', 'scan.sarif', '--base-sha', base, '--policy-at', 'base']
      const run = await runCommand(argv, directory)
      expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/needs a git clone/) })
    }))
})

describe('flags', () => {
  test('in a folder of a clone no preset stands in for the policy of the clone', () =>
    withChange(async ({ directory, base, write }) => {
      write({ 'src/scan.sarif': scan(['src/new.ts', 2]) })
      for (const flags of [[], ['--base-sha', base]]) {
        const argv = ['evaluate', '--sarif', 'scan.sarif', ...flags]
        const run = await runCommand(argv, join(directory, 'src'))
        expect(run).toMatchObject({
          status: 2,
          stderr: expect.stringMatching(/there is no policy.*root of the repository/)
        })
      }
    }))

  test('without a policy file preset:baseline counts, and is said', () =>
    withFiles({ 'scan.sarif': scan(['a.ts', 1]) }, async directory => {
      const decision = await evaluated(directory, [])
      expect(decision).toMatchObject({ status: 1, verdict: 'block' })
      expect(decision.codes).toContain('policy-bootstrap')
      expect(decision.codes).not.toContain('policy-worktree')
    }))

  test('an event that is none is refused; one of a pull request is judged as one', () =>
    withChange(async ({ directory }) => {
      const run = await runCommand(['evaluate', '--sarif', 'scan.sarif', '--event', 'pull-request'], directory)
      expect(run).toMatchObject({ status: 2, stderr: expect.stringMatching(/no event pull-request.*pull_request/) })
      const decision = await evaluated(directory, ['--event', 'pull_request_target'])
      expect(decision.change.event).toBe('pull_request')
      expect(decision.codes).toContain('policy-worktree')
    }))

  test.each(['elsewhere', 'Base'])('--policy-at %s is refused', where =>
    withChange(async ({ directory, base }) => {
      const argv = ['evaluate', '--sarif', 'scan.sarif', '--base-sha', base, '--policy-at', where]
      expect((await runCommand(argv, directory)).status).toBe(2)
    })
  )

  test('several files may follow --sarif', () =>
    withChange(async ({ directory, write }) => {
      write({ 'a.sarif': scan(['src/new.ts', 1]), 'b.sarif': scan(['src/new.ts', 3]) })
      const argv = ['evaluate', '--sarif', 'a.sarif', 'b.sarif', '--policy', 'preset:baseline', '--format', 'json']
      expect(JSON.parse((await runCommand(argv, directory)).stdout).counts.total).toBe(2)
      const argue = ['explain', '--policy', 'preset:baseline', '--sarif', 'a.sarif', 'b.sarif', 'src/new.ts:3']
      const explained = await runCommand(argue, directory)
      expect(explained.stdout).toMatch(/^BLOCK {2}src\/new\.ts:3/)
    }))
})
