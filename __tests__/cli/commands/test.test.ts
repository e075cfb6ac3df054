import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Files, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const REPOSITORY = process.cwd()
const OWN = [
  ...readdirSync(join(REPOSITORY, 'policies/tests')).map(name => `policies/tests/${name}`),
  'examples/shop/policy-tests.yml'
]

describe('the policies of this repository', () => {
  test('every preset has tests', () => {
    const named = (folder: string) =>
      readdirSync(join(REPOSITORY, folder)).filter(name => name.endsWith('.yml') && name !== 'controls.yml')
    expect(named('policies/tests')).toEqual(named('policies'))
  })

  test.each(OWN)('%s passes', async file => {
    const { status, stdout, stderr } = await runCommand(['test', file], REPOSITORY)
    expect(stdout).toMatch(/tests: \d+ passed, 0 failed/)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

const POLICY = `version: 1
scans: [{ id: sast, tools: [CodeQL], max-age: 24h, if-missing: block, if-stale: warn, if-degraded: warn }]
rules: [{ id: high, when: { min-severity: high }, verdict: block }]
`
const file = (tests: string) => `version: 1\npolicy: p.yml\nnow: 2026-12-01T12:00:00Z\ntests:\n${tests}`

describe('what is not as expected fails, and says why', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'verdict',
      '{ verdict: pass }',
      /verdict: expected pass, was block[\s\S]*BLOCK {2}src\/app\.ts[\s\S]*because of rule high/
    ],
    ['a verdict that is too mild', '{ verdict: warn }', /verdict: expected warn, was block/],
    ['count', '{ block: 2 }', /block: expected 2, was 1/],
    ['rules', '{ rules: [] }', /rules: expected \[\], was \[high\]/],
    ['completeness', '{ completeness: incomplete }', /completeness: expected incomplete, was complete/],
    ['scan', '{ scans: { sast: missing } }', /scan sast: expected missing, was no such scan/],
    ['finding', '{ findings: [{ path: src/app.ts, tier: 0 }] }', /src\/app\.ts: tier: expected 0, was 1/],
    [
      'no finding',
      '{ findings: [{ path: src/other.ts, verdict: block }] }',
      /expected path src\/other\.ts.*no finding fits/
    ]
  ]
  test.each(cases)('%s', async (_, expected, message) => {
    const tests = file(`  - { name: a, findings: [{ severity: high }], expect: ${expected} }\n`)
    await withFiles({ 't.yml': tests, 'p.yml': POLICY }, async directory => {
      const { status, stdout } = await runCommand(['test', 't.yml'], directory)
      expect(stdout).toMatch(message)
      expect(stdout).toMatch(/✗ a \(t\.yml:5\)/)
      expect(status).toBe(1)
    })
  })

  test('as JUnit too, and into a file', async () => {
    const tests = file(
      '  - { name: "a <b>", findings: [{ severity: high, expect: pass }], expect: { total: 1 } }\n  - { name: c, findings: [], expect: { verdict: pass } }\n'
    )
    await withFiles({ 't.yml': tests, 'p.yml': POLICY }, async directory => {
      const run = await runCommand(['test', 't.yml', '--format', 'junit=out.xml', '--format', 'text'], directory)
      const xml = readFileSync(join(directory, 'out.xml'), 'utf8')
      expect(run).toMatchObject({ status: 1, stderr: '' })
      expect(xml).toContain('<testsuite name="t.yml" tests="2" failures="1"')
      expect(xml).toContain('name="a &lt;b&gt;"')
      expect(xml).toContain('expected pass, was block')
    })
  })
})

test.each([
  ['complete', 'pass', 'complete'],
  ['missing', 'block', 'incomplete'],
  ['degraded', 'warn', 'incomplete'],
  ['failed', 'block', 'incomplete'],
  ['invalid', 'block', 'incomplete'],
  ['stale', 'warn', 'incomplete']
])('a required scan can be %s', async (state, verdict, completeness) => {
  const expected = `{ verdict: ${verdict}, completeness: ${completeness}, scans: { sast: ${state} } }`
  const tests = file(`  - { name: a, findings: [], scans: { sast: ${state} }, expect: ${expected} }\n`)
  await withFiles({ 't.yml': tests, 'p.yml': POLICY }, async directory => {
    expect(await runCommand(['test', 't.yml'], directory)).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('a wrong file is exit 2 with its place', () => {
  const good = '  - { name: a, findings: [], expect: { verdict: pass } }\n'
  const cases: readonly (readonly [string, Files, RegExp])[] = [
    ['no file', {}, /t\.yml: the file does not exist/],
    ['no policy', { 't.yml': file(good) }, /there is no policy p\.yml|p\.yml/],
    [
      'a misspelt key',
      { 't.yml': file(good.replace('expect', 'expct')), 'p.yml': POLICY },
      /^t\.yml:5:\d+: .*`expct`.*Did you mean `expect`/m
    ],
    [
      'a misspelt severity',
      { 't.yml': file(good.replace('[]', '[{ severity: hihg }]')), 'p.yml': POLICY },
      /^t\.yml:5:\d+: .*hihg.*Did you mean `high`/m
    ],
    [
      'neither findings nor sarif',
      { 't.yml': file(good.replace('findings: [], ', '')), 'p.yml': POLICY },
      /^t\.yml:5:5: a test takes either/m
    ],
    [
      'a diff without SARIF',
      { 't.yml': file(good.replace('[],', '[], diff: d.diff,')), 'p.yml': POLICY },
      /`diff` goes with `sarif`/
    ],
    ['two tests of one name', { 't.yml': file(good + good), 'p.yml': POLICY }, /^t\.yml:6:\d+: two tests/m],
    [
      'an impossible instant',
      { 't.yml': file(good).replace('12-01', '02-30'), 'p.yml': POLICY },
      /^t\.yml:3:\d+: .*not an instant/m
    ],
    [
      'a scan that is not required',
      { 't.yml': file(good.replace('[],', '[], scans: { sats: missing },')), 'p.yml': POLICY },
      /^t\.yml:5:\d+: the policy requires no scan `sats`\. It requires sast/m
    ],
    ['a policy with problems', { 't.yml': file(good), 'p.yml': POLICY.replace('verdict', 'verdit') }, /^p\.yml:3:\d+/m]
  ]
  test.each(cases)('%s', async (_, files, message) => {
    await withFiles(files, async directory => {
      const { status, stderr } = await runCommand(['test', 't.yml'], directory)
      expect(stderr).toMatch(message)
      expect(status).toBe(2)
    })
  })
})

describe('what a test expects', () => {
  test.each([
    ['of its findings alone', '{ name: a, findings: [{ severity: high, expect: block }] }', 0, /1 passed, 0 failed/],
    [
      'of one finding wrongly',
      '{ name: a, findings: [{ severity: high, expect: pass }] }',
      1,
      /expected pass, was block/
    ],
    ['nothing', '{ name: a, findings: [{ severity: high }] }', 2, /t\.yml:5:5: a test expects nothing\. Give `expect`/],
    ['nothing of SARIF', '{ name: a, sarif: [x.sarif] }', 2, /a test expects nothing/]
  ])('%s', async (_, entry, code, message) => {
    await withFiles({ 't.yml': file(`  - ${entry}\n`), 'p.yml': POLICY }, async directory => {
      const { status, stdout, stderr } = await runCommand(['test', 't.yml'], directory)
      expect(stdout + stderr).toMatch(message)
      expect(status).toBe(code)
    })
  })
})
