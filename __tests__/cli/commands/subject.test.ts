import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const DIGEST = 'a'.repeat(64)
const FILES = { 'a.sarif': aLog(aSarifRun('Semgrep', [aResult('R', 'src/a.ts', 3, { level: 'error' })])) }
const evaluated = (
  flags: readonly string[],
  check: (cwd: string, run: Awaited<ReturnType<typeof runCommand>>) => void
) =>
  withFiles(FILES, async cwd =>
    check(cwd, await runCommand(['evaluate', '--sarif', 'a.sarif', '--policy', 'preset:baseline', ...flags], cwd))
  )

test.each(['attestation', 'svr'])(
  '%s is about the decision file that is written beside it, and what is named',
  format =>
    evaluated(
      ['--format', 'json=d.json', '--format', `${format}=s.json`, '--subject', `ghcr.io/acme/pay=sha256:${DIGEST}`],
      cwd => {
        const sha256 = createHash('sha256')
          .update(readFileSync(join(cwd, 'd.json')))
          .digest('hex')
        expect(JSON.parse(readFileSync(join(cwd, 's.json'), 'utf8')).subject).toEqual([
          { name: 'decision.json', digest: { sha256 } },
          { name: 'ghcr.io/acme/pay', digest: { sha256: DIGEST } }
        ])
      }
    )
)

describe('refused', () => {
  test.each([
    ['no digest', ['image']],
    ['no name', [`=sha256:${DIGEST}`]],
    ['another algorithm', [`image=sha512:${DIGEST}`]],
    ['capitals', [`image=sha256:${'A'.repeat(64)}`]],
    ['too short', [`image=sha256:${'a'.repeat(63)}`]],
    ['too long', [`image=sha256:${'a'.repeat(65)}`]],
    ['blanks in the name', [`an image=sha256:${DIGEST}`]],
    ['a name twice', [`image=sha256:${DIGEST}`, `image=sha256:${'b'.repeat(64)}`]],
    ['a digest twice', [`a=sha256:${DIGEST}`, `b=sha256:${DIGEST}`]],
    ['the name of the decision', [`decision.json=sha256:${DIGEST}`]]
  ])('%s', (_, subjects) =>
    evaluated(['--format', 'attestation', ...subjects.flatMap(each => ['--subject', each])], (__, run) => {
      expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--subject') })
    })
  )

  test('where no attestation is asked for', () =>
    evaluated(['--subject', `image=sha256:${DIGEST}`], (_, run) => {
      expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('--format attestation=FILE') })
    }))
})
