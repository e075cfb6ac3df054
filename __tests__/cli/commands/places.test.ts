import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const POLICY = `version: 1
extends: [preset:baseline]
assets:
  - { name: payments, paths: ["services/payments/**"], tier: 0 }
  - { name: rest, paths: ["**"], tier: 2 }
`
const DIFF = `diff --git a/README.md b/README.md
index 1111111..2222222 100644
--- a/README.md
+++ b/README.md
@@ -1,0 +1,1 @@
+more
diff --git a/tools/new.ts b/tools/new.ts
new file mode 100644
index 0000000..1111111
--- /dev/null
+++ b/tools/new.ts
@@ -0,0 +1,1 @@
+x
`
const SOURCES = {
  'README.md': 'more\nx\n',
  'tools/new.ts': 'x\n',
  'services/payments/src/db.ts': 'a\n'.repeat(600),
  '.gitignore': 'made/\n',
  'gate/policy.yml': POLICY,
  'gate/change.diff': DIFF
}
const scanOf = (tool: string, ...results: readonly object[]) => ({ 'gate/scan.sarif': aLog(aSarifRun(tool, results)) })
const high = { level: 'error' }
const FLAGS = ['--sarif', 'gate/scan.sarif', '--policy', 'gate/policy.yml', '--diff', 'gate/change.diff']

interface Seen {
  readonly status: number
  readonly findings: readonly string[]
  readonly notices: readonly string[]
}

async function evaluate(files: Files, flags: readonly string[] = [], isClone = true): Promise<Seen> {
  return withFiles({ ...SOURCES, ...files }, async directory => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: directory })
    if (isClone) {
      git('init', '-q')
      git('add', 'README.md', 'tools', 'services', '.gitignore')
      git('commit', '-q', '-m', 'x')
    }
    const run = await runCommand(['evaluate', ...FLAGS, '--format', 'json', ...flags], directory)
    const { outcomes, notices } = JSON.parse(run.stdout) as {
      readonly outcomes: readonly {
        readonly verdict: string
        readonly finding: {
          readonly location: { readonly path: string } | null
          readonly state: string
          readonly tier: number
        }
      }[]
      readonly notices: readonly { readonly code: string }[]
    }
    return {
      status: run.status,
      findings: outcomes.map(
        ({ verdict, finding: { location, state, tier } }) => `${verdict} ${state} tier ${tier} ${location?.path ?? '-'}`
      ),
      notices: notices.map(({ code }) => code)
    }
  })
}

test('a backlog that the change does not reach passes, without any baseline', async () => {
  const old = Array.from({ length: 500 }, (_, index) => aResult('R', 'services/payments/src/db.ts', index + 1, high))
  const { status, findings } = await evaluate(scanOf('T', ...old))
  expect(status).toBe(0)
  expect(new Set(findings)).toEqual(new Set(['pass existing tier 0 services/payments/src/db.ts']))
  expect(findings).toHaveLength(500)
})

describe('what has no proven place does not pass as old', () => {
  test.each<[string, string, string]>([
    ['a file that is not there', 'services/payments/gone.ts', 'block unknown tier 0 -'],
    ['a file of another machine', '/mnt/x/gone.ts', 'block unknown tier 0 -'],
    ['ignored by git', 'made/a.ts', 'warn unknown tier 2 made/a.ts'],
    ['not tracked', 'gate/change.diff', 'warn unknown tier 2 gate/change.diff'],
    ['of a build', 'services/payments/dist/a.js', 'block unknown tier 0 services/payments/dist/a.js']
  ])('%s', async (_, uri, expected) => {
    expect((await evaluate(scanOf('T', aResult('R', uri, 1, high)))).findings).toEqual([expected])
  })

  test('of a directory that nobody called the checkout: what it has is proven, the rest is not', async () => {
    const results = ['services/payments/src/db.ts', 'src/gone.ts'].map(uri => aResult('R', uri, 1, high))
    const files = scanOf('T', ...results)
    const seen = await evaluate(files, [], false)
    expect(seen.findings).toEqual([
      'warn unknown tier 2 src/gone.ts',
      'pass existing tier 0 services/payments/src/db.ts'
    ])
    expect(seen.notices).toContain('place-unchecked')
    expect((await evaluate(files, ['--source-root', '.'], false)).findings).toEqual([
      'block unknown tier 0 -',
      'pass existing tier 0 services/payments/src/db.ts'
    ])
  })
})

test('a place that one file fits is that file, and it is told', async () => {
  const seen = await evaluate(scanOf('T', aResult('R', 'src/db.ts', 1, high)))
  expect(seen.findings).toEqual(['pass existing tier 0 services/payments/src/db.ts'])
  expect(seen.notices).toContain('place-repaired')
})

test('the policy says where a tool ran', async () => {
  const policy = `${POLICY}tools: { T: { root: services/payments }, K: { mounted-at: /mnt/x } }\n`
  const files = { 'services/payments/README.md': 'x\n', 'gate/policy.yml': policy }
  const root = await evaluate({ ...files, ...scanOf('T', aResult('R', 'README.md', 1, high)) })
  expect(root.findings).toEqual(['pass existing tier 0 services/payments/README.md'])
  const mount = await evaluate({ ...files, ...scanOf('K', aResult('R', '/mnt/x/README.md', 1, high)) })
  expect(mount.findings).toEqual(['warn introduced tier 2 README.md'])
  expect([...root.notices, ...mount.notices]).not.toContain('place-repaired')
})

test('what was claimed is explained', async () => {
  await withFiles({ ...SOURCES, ...scanOf('T', aResult('R', '/mnt/x/gone.ts', 7, high)) }, async directory => {
    const { stdout } = await runCommand(['explain', '/mnt/x/gone.ts:7', ...FLAGS, '--source-root', '.'], directory)
    expect(stdout).toContain('/mnt/x/gone.ts:7 (not mapped)')
    expect(stdout).toContain('tools: { T: { mounted-at: /src } }')
  })
})

test('lint knows the settings of places', async () => {
  const policy = `${POLICY}tools:\n  T: { root: /abs }\n  U: { root: a/../b }\n  V: { mounted-at: rel }\n`
  await withFiles({ 'p.yml': policy }, async directory => {
    const { status, stderr, stdout } = await runCommand(['lint', '--policy', 'p.yml'], directory)
    expect(status).toBe(2)
    for (const line of [7, 8, 9]) expect(stderr + stdout).toMatch(new RegExp(`p\\.yml:${line}:\\d+: `))
  })
})

describe('a diff whose paths are none of the checkout', () => {
  const strange = DIFF.replaceAll('tools/new.ts', 'new.ts')
  const scan = scanOf('Semgrep OSS', aResult('r', 'services/payments/src/db.ts', 5, high))

  test.each<[string, string, boolean, string, readonly string[]]>([
    ['says nothing of what it does not name', strange, true, 'unknown', ['diff-unfit']],
    ['may be one of files that nobody has listed', strange, false, 'existing', []],
    ['unlike one of its own', DIFF, true, 'existing', []]
  ])('%s', async (_name, diff, isClone, state, notices) => {
    const seen = await evaluate({ ...scan, 'gate/change.diff': diff }, [], isClone)
    expect(seen.findings).toEqual([expect.stringContaining(` ${state} tier 0 `)])
    expect(seen.notices.filter(code => code.startsWith('diff-'))).toEqual(notices)
  })
})
