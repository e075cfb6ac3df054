import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { policyGate } from './command-line.js'
import { aLog, aResult, type Files, withFiles } from './workspace.js'

const POLICY = 'version: 1\nrules: [{ id: r, when: { state: introduced, min-severity: high }, verdict: block }]\n'
const SOURCE = { 'src/a.ts': 'eval(a)\n', 'src/b.ts': 'exec(b)\n', 'src/c.ts': 'one\n' }
const DIFF = 'diff --git a/src/c.ts b/src/c.ts\n--- a/src/c.ts\n+++ b/src/c.ts\n@@ -0,0 +1,1 @@\n+one\n'

/** Semgrep's run: every rule that ran is listed. */
const runOf = (rules: readonly string[], found: readonly string[]): object => ({
  tool: { driver: { name: 'Semgrep OSS', semanticVersion: '1.100.0', rules: rules.map(id => ({ id })) } },
  invocations: [{ executionSuccessful: true }],
  results: found.map(rule => aResult(rule, rule === 'exec' ? 'src/b.ts' : 'src/a.ts', 1, { level: 'error' }))
})
const scanOf = (rules: readonly string[], found: readonly string[]): object => aLog(runOf(rules, found))

interface Document {
  readonly verdict: string
  readonly notices: readonly { readonly level: string; readonly code: string; readonly message: string }[]
  readonly outcomes: readonly {
    readonly finding: { readonly ruleId: string; readonly state: string; readonly stateReason: string }
  }[]
  readonly notLookedFor: readonly {
    readonly finding: { readonly ruleId: string; readonly state: string; readonly stateReason: string }
  }[]
}

const NOW = ['--now', '2026-11-24T12:00:00Z']

/** The head judged by the base's scan: by the scanner's own file, or by what the gate made of it. */
async function judged(base: object, head: object, by: 'scanner' | 'gate', more: readonly string[] = []) {
  const files: Files = { ...SOURCE, 'p.yml': POLICY, 'base.sarif': base, 'head.sarif': head, 'c.diff': DIFF }
  return withFiles(files, directory => {
    const evaluate = ['evaluate', '--policy', 'p.yml', ...NOW]
    policyGate([...evaluate, '--sarif', 'base.sarif', '--format', 'sarif=own.sarif'], directory)
    const baseline = by === 'gate' ? 'own.sarif' : 'base.sarif'
    const run = [...evaluate, '--sarif', 'head.sarif', '--baseline', baseline, '--diff', 'c.diff', ...more]
    const { stdout } = policyGate([...run, '--format', 'json=d.json', '--format', 'markdown'], directory)
    const document = JSON.parse(readFileSync(join(directory, 'd.json'), 'utf8')) as Document
    return { document, stdout }
  })
}

describe.each(['scanner', 'gate'] as const)('with a baseline that the %s wrote', by => {
  const base = scanOf(['eval', 'quiet'], ['eval'])

  test('a rule that the base did not run discloses what was there', async () => {
    const head = scanOf(['eval', 'quiet', 'exec'], ['eval', 'exec'])
    const { document } = await judged(base, head, by)
    expect(document.outcomes.map(({ finding }) => [finding.ruleId, finding.state]).sort()).toEqual([
      ['eval', 'existing'],
      ['exec', 'newly-disclosed']
    ])
    expect(document.verdict).toBe('pass')
    expect(document.notices.map(({ message }) => message)).toContain(
      'Semgrep OSS runs 1 rule that did not run at the base: exec'
    )
  })

  test('a rule that ran at the base and found nothing does not excuse', async () => {
    const head = scanOf(['eval', 'quiet', 'exec'], ['eval', 'quiet'])
    const { document } = await judged(base, head, by)
    expect(document.outcomes.map(({ finding }) => [finding.ruleId, finding.state]).sort()).toEqual([
      ['eval', 'existing'],
      ['quiet', 'introduced']
    ])
    expect(document.verdict).toBe('block')
  })

  test('a rule that was taken away is warned of, and what it found is not called fixed', async () => {
    const { document, stdout } = await judged(base, scanOf(['quiet'], []), by)
    expect(document.notices).toContainEqual({
      level: 'warning',
      code: 'rules-gone',
      message: 'Semgrep OSS no longer runs 1 rule that ran at the base: eval'
    })
    expect(document.outcomes).toEqual([])
    expect(document.notLookedFor[0]?.finding).toMatchObject({
      state: 'unknown',
      stateReason: 'In the baseline; its rule did not run now'
    })
    expect(stdout).not.toContain('Fixed by this change')
    expect(stdout).toContain('Not looked for now')
    expect(stdout).toContain('Compared with the base: 1 not looked for.')
  })
})

test('the list is left out where a file of the same tool does not tell: what is gone may have run there', async () => {
  const base = aLog(runOf(['eval', 'quiet'], ['eval']), runOf(['exec'], ['exec']))
  const { document } = await judged(base, scanOf(['eval', 'exec', 'other'], ['other']), 'gate')
  expect(document.outcomes.find(({ finding }) => finding.ruleId === 'other')?.finding.state).toBe('introduced')
})
