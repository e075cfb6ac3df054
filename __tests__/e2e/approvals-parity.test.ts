import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ago, approvalWorld, approve, BOB, EXCEPTIONS, findingOf, inDays, POLICY, sarifOf } from './approval-world.js'
import { policyGate } from './command-line.js'
import { withFiles } from './workspace.js'

const DAYS_AGO = 3
const CODE = 'eval(input)\n'
const DIFF = `diff --git a/src/a.ts b/src/a.ts
new file mode 100644
--- /dev/null
+++ b/src/a.ts
@@ -0,0 +1 @@
+${CODE}`

const recordOf = (finding: string, expires: string): string => `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { finding: ${finding} }
    reason: The endpoint is disabled in production
    owner: "@alice"
    approved-by: ["@${BOB.login}"]
    approved-at: ${inDays(-DAYS_AGO)}
    expires: ${expires}
`

type Parsed = ReturnType<typeof JSON.parse>

/** Exceptions have a name of their own in either place, and each run has a clock of its own. */
const nameless = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/PR-42-F-[0-9a-f]{32}|EXC-1/g, 'ID')
      .replaceAll(/"firstDetected":"[^"]+"/g, '"firstDetected":"now"')
  )

/** What a decision says, but for where the exception is written down. */
const essence = ({ verdict, completeness, counts, outcomes, exceptions }: Parsed) =>
  nameless({
    verdict,
    completeness,
    counts,
    outcomes,
    exceptions: exceptions.map(({ status, finding, expires }: Parsed) => [status, finding, expires])
  })

const suppressionsIn = (sarif: string | null) =>
  JSON.parse(nameless(sarif) ?? '{}').runs.flatMap(({ results }: Parsed) =>
    results.flatMap(({ suppressions = [] }: Parsed) => suppressions)
  )

test.each([
  ['holds', inDays(20), 0],
  ['has expired', inDays(-1), 1]
])(
  'an exception that %s: the same by comment and by file, in the Action and on the command line',
  async (_, expires, code) => {
    const commented = await approvalWorld()
    const finding = findingOf(await commented.scan())
    commented.write(BOB, approve(finding, { expires }), { createdAt: ago(DAYS_AGO * 24 * 60) })
    const byComment = await commented.scan()

    const filed = await approvalWorld()
    const base = filed.repository.commits[0]
    Object.assign(base?.files ?? {}, { [EXCEPTIONS]: recordOf(finding, expires) })
    const byFile = await filed.scan()

    expect([byComment.exitCode, byFile.exitCode]).toEqual([code, code])
    expect(essence(byFile.decision)).toEqual(essence(byComment.decision))
    expect(byComment.decision.exceptions).toMatchObject([{ source: 'comment', finding }])
    expect(byFile.decision.exceptions).toMatchObject([{ source: 'file', finding }])

    const files = {
      '.github/policy-gate.yml': POLICY,
      'results/out.sarif': sarifOf('src/a.ts'),
      'change.diff': DIFF,
      'src/a.ts': CODE,
      [EXCEPTIONS]: recordOf(finding, expires)
    }
    await withFiles(files, directory => {
      const formats = ['--format', 'json=d.json', '--format', 'sarif=d.sarif', '--format', 'text']
      const args = ['evaluate', '--sarif', 'results', '--diff', 'change.diff', '--event', 'pull_request']
      const run = policyGate([...args, ...formats], directory)
      expect(run.status).toBe(code)
      const decision = JSON.parse(readFileSync(join(directory, 'd.json'), 'utf8'))
      expect(essence(decision)).toEqual(essence(byFile.decision))

      const suppressions = suppressionsIn(readFileSync(join(directory, 'd.sarif'), 'utf8'))
      expect(suppressions).toHaveLength(code === 0 ? 1 : 0)
      for (const { sarif } of [byComment, byFile]) expect(suppressionsIn(sarif)).toEqual(suppressions)
      for (const text of [run.stdout, byComment.log, byFile.log])
        expect(text).toMatch(code === 0 ? /1 excepted/ : new RegExp(`expired on ${expires}`))
    })
  }
)
