import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { decisionErrors } from '../../src/generated/validators/decision.js'
import { policyGate, REPOSITORY } from './command-line.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from './workspace.js'

const BLOCKS = 'version: 1\nrules: [{ id: r, when: { min-severity: high }, verdict: block }]\n'
const ERROR = aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 3, { level: 'error' })]))
const NOTE = aLog(aSarifRun('CodeQL', [aResult('js/x', 'src/a.ts', 3, { level: 'note' })]))
const EVALUATE = ['evaluate', '--sarif', 'a.sarif', '--policy', 'p.yml', '--now', '2026-11-23T15:00:00Z']

describe('exit codes', () => {
  const cases: readonly (readonly [string, Files, readonly string[], number])[] = [
    ['block', { 'a.sarif': ERROR }, [], 1],
    ['pass', { 'a.sarif': NOTE }, [], 0],
    ['block, but never fail', { 'a.sarif': ERROR }, ['--fail-on', 'never'], 0],
    ['warn', { 'a.sarif': ERROR, 'p.yml': BLOCKS.replace('block', 'warn') }, [], 0],
    ['warn, fail on warn', { 'a.sarif': ERROR, 'p.yml': BLOCKS.replace('block', 'warn') }, ['--fail-on', 'warn'], 1]
  ]
  test.each(cases)('%s', async (_, files, args, status) => {
    await withFiles({ 'p.yml': BLOCKS, ...files }, directory => {
      expect(policyGate([...EVALUATE, ...args], directory)).toMatchObject({ status, stderr: '' })
    })
  })
})

describe('what cannot be decided is exit 2, with place and hint', () => {
  const cases: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
    ['no command', {}, [], /^$/],
    ['unknown command', {}, ['evalute'], /Unknown command evalute\. Did you mean evaluate\?/],
    ['unknown flag', {}, [...EVALUATE, '--polcy', 'x'], /Unknown flag --polcy\. Did you mean --policy\?/],
    ['flag without value', {}, ['evaluate', '--sarif'], /--sarif needs a value/],
    ['flag twice', {}, [...EVALUATE, '--policy', 'p.yml'], /--policy is given twice/],
    ['a stray word', {}, [...EVALUATE, 'b.sarif'], /Unexpected b\.sarif/],
    ['unknown format', {}, [...EVALUATE, '--format', 'jsn'], /There is no format jsn\. Did you mean json\?/],
    ['unknown fail-on', {}, [...EVALUATE, '--fail-on', 'pass'], /--fail-on pass/],
    ['fail-on in the words of another tool', {}, [...EVALUATE, '--fail-on', 'deny'], /Did you mean block\?/],
    [
      'a baseline that only the Action finds',
      {},
      [...EVALUATE, '--baseline', 'auto'],
      /--baseline auto is for the Action/
    ],
    ['a tier that is none', {}, [...EVALUATE, '--tier', '3'], /There is no tier 3\. Write one of 0, 1, 2/],
    [
      'an impossible instant',
      {},
      ['evaluate', '--sarif', 'a.sarif', '--policy', 'p.yml', '--now', '2026-02-30'],
      /--now 2026-02-30/
    ],
    ['no SARIF given', {}, ['evaluate', '--policy', 'p.yml'], /No SARIF is given/],
    ['a blank for SARIF', {}, ['evaluate', '--policy', 'p.yml', '--sarif', ' '], /--sarif needs a value/],
    ['a stray -h', {}, [...EVALUATE, '--', '-h'], /Unexpected -h/],
    ['a source root that is not there', {}, [...EVALUATE, '--source-root', 'nowhere'], /^nowhere: the source root/],
    ['a report below a file', {}, [...EVALUATE, '--format', 'json=p.yml/x'], /p\.yml\/x: cannot be written/],
    ['two reports in one file', {}, [...EVALUATE, '--format', 'json=x', '--format', 'sarif=./x'], /Two formats/],
    [
      'nothing matched',
      {},
      ['evaluate', '--sarif', 'out/*.sarif', '--policy', 'p.yml'],
      /nothing matches out\/\*\.sarif/
    ],
    ['an unknown event', {}, [...EVALUATE, '--event', 'merge_request'], /There is no event merge_request/],
    [
      'a policy that is not there',
      {},
      ['evaluate', '--sarif', 'a.sarif', '--policy', 'q.yml'],
      /q\.yml: the policy does not exist/
    ],
    ['an unknown preset', {}, ['evaluate', '--sarif', 'a.sarif', '--policy', 'preset:basline'], /preset:baseline/],
    ['a misspelt key', { 'p.yml': BLOCKS.replace('verdict', 'verdit') }, EVALUATE, /^p\.yml:2:\d+: .*verdit.*verdict/m],
    ['a policy that is no YAML', { 'p.yml': 'version: [1' }, EVALUATE, /^p\.yml:\d+:\d+: /m],
    ['an empty policy', { 'p.yml': '' }, EVALUATE, /^p\.yml/m],
    [
      'exceptions that are not there',
      {},
      [...EVALUATE, '--exceptions', 'e.yml'],
      /e\.yml: the exceptions file does not exist/
    ],
    [
      'a malformed exception',
      { 'e.yml': 'version: 1\nexceptions: [{ id: EXC-1 }]' },
      [...EVALUATE, '--exceptions', 'e.yml'],
      /^e\.yml:2:.*EXC-1/m
    ],
    [
      'a KEV file that is not one',
      { 'kev.json': '[]' },
      [...EVALUATE, '--kev', 'kev.json'],
      /kev\.json: not a JSON object/
    ],
    [
      'a baseline that is broken',
      { 'b.sarif': '{' },
      [...EVALUATE, '--baseline', 'b.sarif'],
      /b\.sarif: the baseline cannot be read/
    ],
    ['a diff that is not there', {}, [...EVALUATE, '--diff', 'd.diff'], /d\.diff: the diff does not exist/]
  ]
  test.each(cases)('%s', async (_, files, args, message) => {
    await withFiles({ 'a.sarif': NOTE, 'p.yml': BLOCKS, ...files }, directory => {
      const run = policyGate(args, directory)
      expect(run.stderr).toMatch(message)
      expect(run.stderr).not.toMatch(/^\s+at /m)
      expect(run.status).toBe(2)
    })
  })
})

describe('an unreadable SARIF file is evidence, and blocks', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['empty', ''],
    ['cut', '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"X"}},"results":['],
    ['not JSON', 'hello'],
    ['not an object', '[1, 2]'],
    ['not SARIF', { hello: 'world' }],
    ['another version', { version: '2.0.0', runs: [] }],
    ['no runs', { version: '2.1.0' }],
    ['runs is null', { version: '2.1.0', runs: null }],
    ['no run', { version: '2.1.0', runs: [] }],
    ['text after it', `${JSON.stringify(NOTE)} trailing`],
    ['damaged gzip', gzipSync(JSON.stringify(NOTE)).subarray(0, 40)]
  ]
  test.each(cases)('%s', async (_, content) => {
    await withFiles({ 'a.sarif': content, 'p.yml': BLOCKS }, directory => {
      const run = policyGate(
        [...EVALUATE, '--format', 'json', '--format', 'text=out.txt', '--format', 'markdown=out.md'],
        directory
      )
      const decision = JSON.parse(run.stdout)
      expect(run.status).toBe(1)
      expect(decision).toMatchObject({
        verdict: 'block',
        completeness: 'incomplete',
        scans: [{ id: 'a.sarif', state: 'invalid', verdict: 'block' }]
      })
      expect(readFileSync(join(directory, 'out.txt'), 'utf8')).toMatch(/a\.sarif is invalid/)
      expect(readFileSync(join(directory, 'out.md'), 'utf8')).toMatch(/a\.sarif/)
    })
  })

  test('the policy may say otherwise', async () => {
    const scans = 'scans: [{ id: s, category: sast, tools: [CodeQL], if-invalid: warn }]\n'
    await withFiles({ 'a.sarif': `${JSON.stringify(NOTE)} trailing`, 'p.yml': BLOCKS + scans }, directory => {
      const run = policyGate([...EVALUATE, '--format', 'json'], directory)
      expect(JSON.parse(run.stdout)).toMatchObject({
        verdict: 'warn',
        completeness: 'incomplete',
        scans: [{ id: 's', state: 'invalid' }]
      })
      expect(run.status).toBe(0)
    })
  })
})

describe('what home-made gates let through', () => {
  const extension = {
    tool: {
      driver: { name: 'CodeQL' },
      extensions: [
        { name: 'pack', rules: [{ id: 'js/x', properties: { 'security-severity': '9.1', tags: ['security'] } }] }
      ]
    },
    results: [{ rule: { index: 0, toolComponent: { index: 0 } }, ruleId: 'js/x', message: { text: 'm' } }]
  }
  const onRule = aSarifRun(
    'CodeQL',
    [{ ruleId: 'js/x', message: { text: 'm' } }],
    [{ id: 'js/x', properties: { 'security-severity': '8.1' } }]
  )
  const byDefault = aSarifRun(
    'CodeQL',
    [{ ruleId: 'js/x', message: { text: 'm' } }],
    [{ id: 'js/x', defaultConfiguration: { level: 'error' } }]
  )
  const cases: readonly (readonly [string, object, string])[] = [
    ['no level, score on the rule', onRule, 'block'],
    ['no level, rule in an extension', extension, 'block'],
    ['no level but the default of the rule', byDefault, 'block'],
    ['results is null', { tool: { driver: { name: 'CodeQL' } }, results: null }, 'block'],
    ['results is absent', { tool: { driver: { name: 'CodeQL' } } }, 'block'],
    [
      'the tool says that it failed',
      { ...aSarifRun('CodeQL', []), invocations: [{ executionSuccessful: false }] },
      'block'
    ]
  ]
  test.each(cases)('%s', async (_, run, verdict) => {
    await withFiles({ 'a.sarif': aLog(run), 'p.yml': BLOCKS }, directory => {
      const { stdout, status } = policyGate([...EVALUATE, '--format', 'json'], directory)
      expect(JSON.parse(stdout).verdict).toBe(verdict)
      expect(status).toBe(1)
    })
  })
})

describe('the decision', () => {
  test('keeps its schema, and its bytes in any time zone and locale', async () => {
    const shop = join(REPOSITORY, 'examples/shop')
    const args = [
      'evaluate',
      '--sarif',
      'results',
      '--baseline',
      'baseline',
      '--diff',
      'change.diff',
      '--policy',
      'policy-gate.yml',
      '--now',
      '2026-12-01T12:00:00Z',
      '--format',
      'json'
    ]
    const here = policyGate(args, shop)
    const there = policyGate(args, shop, { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
    expect(there.stdout).toBe(here.stdout)
    expect(decisionErrors(JSON.parse(here.stdout)) || decisionErrors.errors).toBe(true)
  })

  test('is the same from any directory that holds the same files', async () => {
    const files = { 'a.sarif': ERROR, 'p.yml': BLOCKS, 'src/a.ts': 'one\ntwo\nthree\n' }
    const run = () => withFiles(files, directory => policyGate([...EVALUATE, '--format', 'json'], directory).stdout)
    expect(await run()).toBe(await run())
  })

  test('`schema` prints what the file in policies/ says', () => {
    for (const name of ['policy', 'exceptions', 'decision']) {
      const file = readFileSync(join(REPOSITORY, `policies/${name}.schema.json`), 'utf8')
      expect(policyGate(['schema', name], REPOSITORY)).toEqual({ status: 0, stdout: file, stderr: '' })
    }
    expect(policyGate(['schema', 'polcy'], REPOSITORY)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/Did you mean policy\?/)
    })
  })
})

test('`lint` tells every problem of policy and exceptions in one go', async () => {
  const files = { 'p.yml': `${BLOCKS}ruls: []\nmode: enforced\n`, 'e.yml': 'version: 1\nexceptions: [{ id: EXC-1 }]\n' }
  await withFiles(files, directory => {
    const run = policyGate(['lint', '--policy', 'p.yml', '--exceptions', 'e.yml'], directory)
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/^p\.yml:3:1: .*ruls.*rules/m)
    expect(run.stderr).toMatch(/^p\.yml:4:\d+: .*enforce/m)
    expect(run.stderr).toMatch(/^e\.yml:2:/m)
  })
})
