import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { seedsOf } from '../../thorough.js'
import { withClone } from '../clone.js'
import { runCommand } from '../run-command.js'
import { evaluateWorld, flip, forge, RECORDED, verifyWorld, WORLD } from './audited-world.js'

/** A world that was evaluated. */
const withDecision = (use: (directory: string) => Promise<void>): Promise<void> =>
  withFiles(WORLD, async directory => {
    expect(await evaluateWorld(directory)).toMatchObject({ status: 0, stderr: '' })
    await use(directory)
  })

function replaceIn(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

describe('what nobody changed is identical', () => {
  test('where it was decided', () =>
    withDecision(async directory => {
      expect(await verifyWorld(directory)).toEqual({ status: 0, stdout: 'IDENTICAL  ../decision.json\n', stderr: '' })
      const json = await verifyWorld(directory, '--format', 'json')
      expect(JSON.parse(json.stdout)).toMatchObject({ identical: true, intact: true, differences: [], inputs: [] })
    }))

  test('in another directory, later, under another CI system', () =>
    withDecision(async directory => {
      await withFiles({ 'a/b/x.txt': '' }, async elsewhere => {
        cpSync(directory, join(elsewhere, 'a/b'), { recursive: true })
        const env = { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: 'f'.repeat(40) }
        const argv = ['verify', '--root', 'a/b/repo', 'a/b/decision.json']
        expect(await runCommand(argv, elsewhere, '2031-01-01T00:00:00Z', env)).toMatchObject({ status: 0 })
      })
    }))

  test('with the layers in another place', () =>
    withDecision(async directory => {
      renameSync(join(directory, 'org'), join(directory, 'moved'))
      expect(await verifyWorld(directory)).toMatchObject({ status: 1 })
      expect(await verifyWorld(directory, '--layer-source', 'acme/policies=../moved')).toMatchObject({ status: 0 })
    }))

  test.each([
    ['no policy but the bootstrap', []],
    ['a preset', ['--policy', 'preset:strict']],
    ['a tier', ['--policy', 'preset:strict', '--tier', '2']],
    ['a pattern that matches nothing', ['--policy', 'scans.yml', '--sarif', 'none/*.sarif']],
    ['a policy of the working tree', ['--policy', 'scans.yml', '--policy-at', 'worktree', '--event', 'pull_request']],
    ['a folder', ['--policy', 'preset:strict', '--source-root', 'src']],
    ['this folder', ['--policy', 'preset:strict', '--source-root', '.']]
  ])('by %s', (_, more) =>
    withFiles(
      {
        'scan.sarif': aLog(aSarifRun('CodeQL', [aResult('sqli', 'src/a.ts', 1), aResult('x', 'gone.ts', 1)])),
        'scans.yml':
          'version: 1\nscans:\n  - { id: sast, category: sast, if-missing: warn }\nrules:\n  - { id: r, when: { min-severity: low }, verdict: warn }\n',
        'src/a.ts': 'one()\n'
      },
      async directory => {
        const argv = ['evaluate', '--sarif', 'scan.sarif', ...more, '--format', 'json=d.json']
        expect((await runCommand(argv, directory)).stderr).toBe('')
        expect(await runCommand(['verify', 'd.json'], directory)).toMatchObject({ status: 0 })
      }
    )
  )
})

describe('of a change in a clone', () => {
  const POLICY = 'version: 1\nrules:\n  - { id: r, when: { state: introduced }, verdict: block }\n'
  const SCAN = aLog(aSarifRun('CodeQL', [aResult('sqli', 'a.ts', 2)]))

  test('policy and diff are those of its commits, whatever lies in the working tree', () =>
    withClone(async ({ directory, commit, write, git }) => {
      const base = commit({ '.github/policy-gate.yml': POLICY, 'a.ts': 'one()\n', '.gitignore': 'out\n' })
      commit({ '.github/policy-gate.yml': POLICY.replace('block', 'warn'), 'a.ts': 'one()\ntwo()\n' })
      write({ 'out/scan.sarif': SCAN })
      const argv = ['evaluate', '--sarif', 'out', '--base-sha', base, '--event', 'pull_request']
      expect((await runCommand([...argv, '--format', 'json=out/d.json'], directory)).status).toBe(1)
      const verify = () => runCommand(['verify', 'out/d.json'], directory)
      expect(await verify()).toMatchObject({ status: 0, stdout: 'IDENTICAL  out/d.json\n' })
      write({ '.github/policy-gate.yml': '?' })
      expect(await verify()).toMatchObject({ status: 0 })
      git('checkout', '--quiet', '--force', base)
      const elsewhere = await verify()
      expect(elsewhere.status).toBe(1)
      expect(elsewhere.stdout).toContain('the files that were scanned: ')
      rmSync(join(directory, '.git'), { recursive: true })
      const without = await verify()
      expect(without.status).toBe(1)
      expect(without.stdout).toContain(`of the base commit ${base}`)
      expect(without.stdout).toContain('the change: no diff file was given')
    }))
})

describe('one changed byte is found and named', () => {
  test.each([
    ['a scan', 'repo/scans/code.sarif', 'sqli in', 'sqlj in', 'changed: sarif scans/code.sarif'],
    ['another scan', 'repo/scans/images.sarif', '2026-1111', '2026-1112', 'changed: sarif scans/images.sarif'],
    ['the baseline', 'repo/base/old.sarif', 'xss in', 'xsz in', 'changed: baseline base/old.sarif'],
    ['the policy', 'repo/policy.yml', 'low', 'low ', 'changed: policy policy.yml'],
    ['a policy that is none any more', 'repo/policy.yml', 'rules', 'rulez', 'changed: policy policy.yml'],
    ['a layer', 'org/org.yml', 'id: org', 'id: orh', 'changed: policy github:acme/policies/org.yml@'],
    ['the exceptions', 'repo/accepted.yml', 'January', 'january', 'changed: exceptions accepted.yml'],
    ['KEV', 'repo/kev.json', '"1"', '"2"', 'changed: kev kev.json'],
    ['EPSS', 'repo/epss.csv', '0.5', '0.6', 'changed: epss epss.csv'],
    ['VEX', 'repo/vex.json', 'not_affected', 'not_affectee', 'changed: vex vex.json'],
    ['the diff', 'repo/change.diff', 'zero', 'zerp', 'changed: diff change.diff'],
    ['the decision', 'decision.json', '"verdict": "warn"', '"verdict": "pass"', 'it was changed after it was written'],
    ['a key of it', 'decision.json', '"verdict"', '"verdicT"', 'the decision cannot be read'],
    ['its digest', 'decision.json', '"digest": "', '"digest":  "', 'it was changed after it was written']
  ])('%s', (_, file, from, to, named) =>
    withDecision(async directory => {
      replaceIn(join(directory, file), from, to)
      const run = await verifyWorld(directory)
      expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT IDENTICAL') })
      expect(run.stdout).toContain(named)
    })
  )

  test('every file that the decision records is one of the world, and the other way round', () =>
    withDecision(async directory => {
      const { inputs } = JSON.parse(readFileSync(join(directory, 'decision.json'), 'utf8'))
      const named = (inputs as { kind: string; name: string }[]).map(({ kind, name }) => `${kind} ${name}`)
      expect(named.filter(name => name !== 'policy preset:audit').sort()).toEqual(
        RECORDED.map(([, recorded]) => recorded).sort()
      )
    }))

  test.each(RECORDED)('one bit anywhere in %s', (file, recorded) =>
    withDecision(async directory => {
      const whole = readFileSync(join(directory, file))
      for (const part of [0, 0.999_999, ...seedsOf(3, 60).map(seed => (seed * 0.618_034) % 1)]) {
        flip(join(directory, file), part)
        const run = await verifyWorld(directory)
        expect([part, run.status, run.stdout]).toEqual([part, 1, expect.stringContaining(`changed: ${recorded}`)])
        writeFileSync(join(directory, file), whole)
      }
      expect(await verifyWorld(directory)).toMatchObject({ status: 0 })
    })
  )

  test('one bit anywhere in the decision', () =>
    withDecision(async directory => {
      const file = join(directory, 'decision.json')
      const whole = readFileSync(file)
      for (const part of [0, 0.999_999, ...seedsOf(40, 1_000).map(seed => (seed * 0.618_034) % 1)]) {
        flip(file, part)
        // What no longer says that it is a decision of this version is nothing to check: exit code 2.
        expect([part, (await verifyWorld(directory)).status]).not.toEqual([part, 0])
        writeFileSync(file, whole)
      }
    }))

  test.each([
    ['scans/code.sarif', 'missing: sarif scans/code.sarif'],
    ['base/old.sarif', 'missing: baseline base/old.sarif'],
    ['policy.yml', 'missing: policy policy.yml'],
    ['accepted.yml', 'missing: exceptions accepted.yml'],
    ['kev.json', 'missing: kev kev.json'],
    ['vex.json', 'missing: vex vex.json'],
    ['change.diff', 'missing: diff change.diff']
  ])('a file that is gone: %s', (file, named) =>
    withDecision(async directory => {
      rmSync(join(directory, 'repo', file))
      const run = await verifyWorld(directory)
      expect(run.status).toBe(1)
      expect(run.stdout).toContain(named)
    })
  )

  test('what differs is told to the member', () =>
    withDecision(async directory => {
      replaceIn(join(directory, 'repo/policy.yml'), 'verdict: warn', 'verdict: block')
      const { differences } = JSON.parse((await verifyWorld(directory, '--format', 'json')).stdout)
      expect(differences).toContainEqual({ path: 'verdict', recorded: 'warn', now: 'block' })
      expect(differences).toContainEqual({
        path: expect.stringMatching(/^outcomes\[F-[0-9a-f]{32}\]\.rules\[mine\]\.verdict$/),
        recorded: 'warn',
        now: 'block'
      })
    }))
})

describe('a decision that was forged with a digest of its own', () => {
  test.each([
    ['the verdict', /"verdict": "warn"/, '"verdict": "pass"', 'verdict: "pass" recorded, "warn" now'],
    ['a count', /"warn": \d+/, '"warn": 77', 'counts.warn: 77 recorded'],
    ['the tier that was asked for', /"tier": 1/, '"tier": 2', 'outcomes['],
    [
      'the instant',
      /"evaluatedAt": "2026-12-01/,
      '"evaluatedAt": "2026-12-31',
      '].status: "active" recorded, "expired" now'
    ],
    ['an approver', /"login": "@?bob"/, '"login": "eve"', 'approvers[0].login'],
    ['a member that stands twice', /"verdict": "warn",/, '"verdict": "pass",\n  "verdict": "warn",', 'from line'],
    ['a number in other words', /"startLine": 1,/, '"startLine": 1.0,', 'from line'],
    ['blanks', /"counts": \{/, '"counts":  {', 'from line'],
    ['a digest of an input', /"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`, 'changed: '],
    ['the gate', /"version": "[^"]+"/, '"version": "0.9.0"', 'Decided by policy-gate 0.9.0; this is']
  ])('%s', (_, from, to, named) =>
    withDecision(async directory => {
      forge(directory, text => text.replace(from, to))
      const run = await verifyWorld(directory)
      expect(run.status).toBe(1)
      expect(run.stdout).toContain(named)
      expect(run.stdout).not.toContain('its digest is not')
    })
  )

  test('an input that is left out, or is the other one', () =>
    withDecision(async directory => {
      forge(directory, text => text.replace(/,\n {4}\{\n {6}"kind": "kev"[^}]*\}/, ''))
      expect((await verifyWorld(directory)).stdout).toContain('not recorded: kev kev.json')
      const [code, images] = ['code', 'images'].map(name => join(directory, `repo/scans/${name}.sarif`))
      const text = readFileSync(code ?? '')
      renameSync(images ?? '', code ?? '')
      writeFileSync(images ?? '', text)
      const run = await verifyWorld(directory)
      expect(run.stdout).toContain('changed: sarif scans/code.sarif')
      expect(run.stdout).toContain('changed: sarif scans/images.sarif')
    }))
})

describe('a decision file that names what is none of its own', () => {
  const SECRET = { 'secret.yml': 'version: 1\npassword: hunter2\n', 'secret.sarif': '{"hunter2":1}' }

  test.each([
    ['the policy', '"policy": "policy.yml"', '"policy": "../secret.yml"'],
    ['the exceptions', '"exceptions": null', '"exceptions": "../secret.yml"'],
    ['the diff', '"diff": "change.diff"', '"diff": "../secret.yml"'],
    ['a scan', '"scans/code.sarif",\n', '"../secret.sarif",\n'],
    ['a directory', '"scans/code.sarif",\n', '"..",\n'],
    ['a feed', '"kev": [\n      "kev.json"', '"kev": [\n      "../secret.sarif"'],
    ['the checkout', '"sourceRoot": "."', '"sourceRoot": ".."'],
    ['the whole machine', '"sourceRoot": "."', '"sourceRoot": "/"']
  ])('%s outside of the root is not read', (_, from, to) =>
    withFiles({ ...WORLD, ...SECRET }, async directory => {
      await evaluateWorld(directory)
      forge(directory, text => text.replace(from, to))
      const run = await verifyWorld(directory)
      expect(run.status).toBe(1)
      expect(`${run.stdout}${run.stderr}`).toMatch(/leads out of the root/)
      expect(`${run.stdout}${run.stderr}`).not.toContain('hunter2')
      expect(`${run.stdout}${run.stderr}`).not.toContain('password')
    })
  )

  test('nor by a link, unless it leads to the very file', () =>
    withFiles({ ...WORLD, ...SECRET }, async directory => {
      await evaluateWorld(directory)
      const policy = join(directory, 'repo/policy.yml')
      renameSync(policy, join(directory, 'kept.yml'))
      symlinkSync('../kept.yml', policy)
      expect(await verifyWorld(directory)).toMatchObject({ status: 0 })
      rmSync(policy)
      symlinkSync('../secret.yml', policy)
      const run = await verifyWorld(directory)
      expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining('leads out of the root') })
      expect(run.stdout).not.toMatch(/password|hunter2/)
    }))

  test('nor a pipe, which would never end', () =>
    withDecision(async directory => {
      for (const file of ['policy.yml', 'kev.json']) {
        rmSync(join(directory, 'repo', file))
        execFileSync('mkfifo', [join(directory, 'repo', file)])
        expect(await verifyWorld(directory)).toMatchObject({
          status: 1,
          stdout: expect.stringContaining('no regular file')
        })
      }
    }))

  test('files that were named by where they lie on this machine are read there', () =>
    withFiles(WORLD, async directory => {
      await withFiles({}, async elsewhere => {
        const at = (path: string) => join(directory, 'repo', path)
        const argv = ['evaluate', '--sarif', at('scans'), '--kev', at('kev.json'), '--policy', 'preset:strict']
        await runCommand([...argv, '--format', 'json=d.json'], elsewhere)
        expect(await runCommand(['verify', 'd.json'], elsewhere)).toMatchObject({ status: 0 })
        replaceIn(at('scans/code.sarif'), 'sqli in', 'sqlj in')
        expect(await runCommand(['verify', 'd.json'], elsewhere)).toMatchObject({ status: 1 })
      })
    }))
})

describe('what cannot be had again is said by its name', () => {
  test.each([
    ['approvals', '"source": "file"', '"source": "comment"', 'approvals by comment (EXC-1)'],
    ['baseline auto', /"baseline": \[[^\]]*\]/, '"baseline": []', 'baseline auto'],
    ['the base commit', '"policyFrom": "checkout"', '"policyFrom": "base"', 'of the base commit'],
    [
      'a layer',
      'acme/policies",\n        "directory"',
      'acme/others",\n        "directory"',
      '--layer-source acme/policies='
    ]
  ])('%s', (_, from, to, named) =>
    withDecision(async directory => {
      forge(directory, text => text.replace(from, to))
      const run = await verifyWorld(directory)
      expect(run.status).toBe(1)
      expect(run.stdout).toContain('Cannot be checked here')
      expect(run.stdout).toContain(named)
    })
  )
})

describe('what is no answer is exit code 2', () => {
  test.each([
    ['no file', ['verify'], 'verify takes one decision file'],
    ['two files', ['verify', 'a.json', 'b.json'], 'verify takes one decision file'],
    ['a file that is not there', ['verify', 'none.json'], 'it does not exist'],
    ['something else', ['verify', 'other.json'], 'it is none'],
    ['SARIF', ['verify', 'scan.sarif'], 'it is none'],
    ['a later version', ['verify', 'later.json'], 'none that this edition reads'],
    ['a root that is none', ['verify', 'undecided.json', '--root', 'none'], 'the root is not a directory'],
    ['a run that could not decide', ['verify', 'undecided.json'], 'could not decide in that run']
  ])('%s', (_, argv, named) =>
    withFiles({ 'other.json': {}, 'scan.sarif': aLog(), 'later.json': { schemaVersion: 3 } }, async directory => {
      await runCommand(['evaluate', '--sarif', 'x', '--format', 'json=undecided.json'], directory)
      expect(await runCommand(argv, directory)).toMatchObject({ status: 2, stderr: expect.stringContaining(named) })
    })
  )
})
