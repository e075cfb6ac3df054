import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../src/generated/decision.js'
import { decisionErrors } from '../../../src/generated/validators/decision.js'
import { aLog, aResult, aSarifRun, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

/** Two scanners had run for the baseline, of which one did not run now: what it had found is neither there nor fixed. */
const alpha = (...rules: readonly string[]) =>
  aSarifRun(
    'Alpha',
    rules.map(rule => aResult(rule, 'src/a.ts', 1))
  )
const beta = aSarifRun('Beta', [aResult('old', 'src/b.ts', 2, { level: 'error' })])
const FILES = {
  'src/a.ts': 'one()\ntwo()\n',
  'src/b.ts': 'three()\nfour()\n',
  'base.sarif': aLog(alpha('stays', 'goes'), beta),
  'now.sarif': aLog(alpha('stays')),
  'both.sarif': aLog(alpha('stays'), beta)
}
const NOW = '2026-11-23T15:00:00Z'
const FORMATS = ['json', 'sarif', 'text', 'markdown', 'comment', 'html', 'junit', 'gitlab'] as const

interface Stored {
  readonly verdict: string
  readonly completeness: string
  readonly counts: Readonly<Record<string, number>>
  readonly outcomes: readonly Outcome[]
  readonly notLookedFor: readonly Outcome[]
}

const ran = { views: {} as Record<string, string>, rows: '', again: {} as Stored, explained: '' }

beforeAll(() =>
  withFiles(FILES, async directory => {
    const policy = ['--policy', 'preset:baseline', '--source-root', '.', '--event', 'push']
    const first = ['--sarif', 'base.sarif', '--now', '2026-11-20T15:00:00Z', '--format', 'sarif=first.sarif', ...policy]
    await runCommand(['evaluate', ...first], directory)
    const flags = ['--sarif', 'now.sarif', '--baseline', 'first.sarif', '--now', NOW, ...policy]
    const outputs = [...FORMATS.map(format => `${format}=out/${format}`), 'rows=rows']
    const run = await runCommand(['evaluate', ...flags, ...outputs.flatMap(each => ['--format', each])], directory)
    expect(run).toMatchObject({ status: 0, stderr: '' })
    for (const format of FORMATS) ran.views[format] = readFileSync(join(directory, 'out', format), 'utf8')
    ran.rows = readFileSync(join(directory, 'rows', 'outcomes.ndjson'), 'utf8')
    const later = ['--sarif', 'both.sarif', '--baseline', 'out/sarif', '--now', '2026-11-24T15:00:00Z', ...policy]
    ran.again = JSON.parse((await runCommand(['evaluate', ...later, '--format', 'json'], directory)).stdout)
    ran.explained = (await runCommand(['explain', 'src/b.ts:2', ...flags], directory)).stdout
  })
)

const decision = (): Stored => JSON.parse(ran.views.json ?? '')
const idsOf = (outcomes: readonly Outcome[]) => outcomes.map(({ finding }) => `${finding.ruleId} ${finding.state}`)

test('the decision has it beside what this run saw, in no count, and with a state that says so', () => {
  const { verdict, completeness, counts, outcomes, notLookedFor } = decision()
  expect(decisionErrors(decision())).toBe(true)
  expect([verdict, completeness]).toEqual(['warn', 'incomplete'])
  expect(counts).toMatchObject({ total: 1, fixed: 1 })
  expect(idsOf(outcomes)).toEqual(['stays existing', 'goes fixed'])
  expect(idsOf(notLookedFor)).toEqual(['old unknown'])
  expect(notLookedFor[0]).toMatchObject({ verdict: 'pass', reason: 'no-rule', rules: [], next: null })
})

describe('no view calls it fixed', () => {
  test.each([
    ['text', /1 fixed, 1 not looked for/],
    ['markdown', /1 fixed, 1 not looked for/],
    ['comment', /1 fixed, 1 not looked for/],
    ['html', /Not looked for now/]
  ])('%s', (format, expected) => {
    expect(ran.views[format]).toMatch(expected)
    expect(ran.views[format]).not.toMatch(/2 fixed|You fixed 2/)
  })

  test.each(['junit', 'gitlab'])('%s', format => expect(ran.views[format]).not.toContain('src/b.ts'))

  test('rows', () => {
    const rows = ran.rows
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map(row => [row.rule_id, row.state, row.reason, row.is_open, row.was_looked_for])).toEqual([
      ['stays', 'existing', 'no-rule', true, true],
      ['goes', 'fixed', 'fixed', false, true],
      ['old', 'unknown', 'no-rule', true, false]
    ])
  })

  test('an explanation', () => {
    expect(ran.explained).toMatch(/nothing looked for it now/)
    expect(ran.explained).not.toMatch(/gone now/)
  })
})

test('as the next baseline the report still has it, with its date', () => {
  const log = JSON.parse(ran.views.sarif ?? '') as {
    readonly runs: readonly {
      readonly results: readonly { readonly ruleId: string; readonly baselineState: string }[]
    }[]
  }
  const states = log.runs.flatMap(({ results }) => results.map(({ ruleId, baselineState }) => [ruleId, baselineState]))
  expect(Object.fromEntries(states)).toEqual({ stays: 'unchanged', goes: 'absent', old: 'unchanged' })
  const old = ran.again.outcomes.find(({ finding }) => finding.ruleId === 'old')
  expect(old?.finding).toMatchObject({
    state: 'existing',
    firstDetected: '2026-11-20T15:00:00Z'
  })
})
