import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const REPORTS = resolve('__tests__/fixtures/reports')
const convert = (...argv: readonly string[]) => runCommand(['convert', ...argv], REPORTS)

interface Told {
  readonly completeness: string
  readonly scans: readonly { readonly state: string }[]
  readonly outcomes: readonly { readonly finding: Readonly<Record<string, unknown>> }[]
}

/** What the gate makes of what `convert` wrote. */
async function judged(...argv: readonly string[]): Promise<Told> {
  const { status, stdout, stderr } = await convert(...argv)
  expect([status, stderr]).toEqual([0, ''])
  let told: Told | null = null
  await withFiles({ 'converted.sarif': stdout }, async directory => {
    const flags = ['--sarif', 'converted.sarif', '--policy', 'preset:baseline', '--format', 'json']
    told = JSON.parse((await runCommand(['evaluate', ...flags], directory)).stdout)
  })
  if (told === null) throw new Error('nothing was decided')
  return told
}

const NPM = [
  'npm-audit',
  'npm-audit-found.json',
  '--lock',
  'audited-package-lock.json',
  '--path',
  'web/package-lock.json'
]

test('npm audit: advisory, package, version, line of the lock file and score', async () => {
  const { outcomes, completeness } = await judged(...NPM)
  expect(completeness).toBe('complete')
  expect(outcomes.map(({ finding }) => finding)).toMatchObject([
    {
      tool: 'npm audit',
      category: 'sca',
      ruleId: 'GHSA-xvch-5gv4-984h',
      severity: 'critical',
      score: 9.8,
      location: { path: 'web/package-lock.json', startLine: 22 },
      package: { purl: 'pkg:npm/minimist@1.2.5', fixedVersion: '1.2.8' }
    },
    {
      ruleId: 'GHSA-35jh-r3h4-6jhm',
      severity: 'high',
      location: { startLine: 17 },
      package: { purl: 'pkg:npm/lodash@4.17.20' }
    }
  ])
})

test.each<[string, unknown, boolean | null]>([
  ['within the ranges of the manifest, without a version', true, true],
  ['of another package, which brings it in', { name: 'parent', version: '3.0.0', isSemVerMajor: true }, true],
  ['which npm does not know', false, null],
  ['of which nothing is said', undefined, null]
])('npm audit: a fix %s', async (_, fixAvailable, known) => {
  const report = JSON.parse(readFileSync(join(REPORTS, 'npm-audit-found.json'), 'utf8'))
  report.vulnerabilities.lodash.fixAvailable = fixAvailable
  await withFiles({ 'report.json': JSON.stringify(report) }, async directory => {
    const { outcomes } = await judged('npm-audit', join(directory, 'report.json'))
    const finding = outcomes.map(each => each.finding).find(({ ruleId }) => ruleId === 'GHSA-35jh-r3h4-6jhm')
    expect(finding).toMatchObject({ fixAvailable: known, package: { fixedVersion: null } })
  })
})

test('npm audit without the lock file: no version is made up, and the scan is degraded', async () => {
  const { outcomes, scans } = await judged('npm-audit', 'npm-audit-found.json')
  expect(scans).toMatchObject([{ state: 'degraded' }])
  expect(outcomes[0]?.finding).toMatchObject({ package: { name: 'minimist', version: null } })
})

test('pip-audit: what was skipped was not looked at, and says so', async () => {
  const { outcomes, scans } = await judged('pip-audit', 'pip-audit.json', '--path', 'api/requirements.txt')
  expect(scans).toMatchObject([{ state: 'degraded' }])
  expect(outcomes).toMatchObject([
    {
      finding: {
        category: 'sca',
        severity: 'unknown',
        identifiers: expect.arrayContaining(['CVE-2019-1010083']),
        location: { path: 'api/requirements.txt' },
        package: { purl: 'pkg:pypi/flask@0.5', fixedVersion: '1.0' }
      }
    }
  ])
})

test('ShellCheck: places and levels, and lint stays lint', async () => {
  const { outcomes, completeness } = await judged('shellcheck', 'shellcheck.json', '--exit-code', '1')
  expect(completeness).toBe('complete')
  expect(outcomes).toHaveLength(6)
  const found = outcomes.map(({ finding }) => finding).find(({ ruleId }) => ruleId === 'SC2115')
  expect(found).toMatchObject({
    category: 'quality',
    severity: 'medium',
    location: { path: 'deploy.sh', startLine: 2, startColumn: 8, endColumn: 12 }
  })
})

test.each([
  ['npm-audit', 'npm-audit-clean.json', '--lock', 'audited-package-lock.json'],
  ['shellcheck', 'shellcheck-clean.json', '--exit-code', '0']
])('%s of a clean tree is a complete scan without findings', async (...argv) => {
  expect(await judged(...argv)).toMatchObject({ completeness: 'complete', outcomes: [] })
})

describe('how a scanner ended, which its report does not say:', () => {
  const SHELLCHECK: readonly (readonly [string, string, readonly string[], string, number])[] = [
    ['nobody said', 'shellcheck-clean.json', [], 'degraded', 0],
    ['nobody said, and it found something', 'shellcheck.json', [], 'degraded', 6],
    ['it could not open a file', 'shellcheck.json', ['--exit-code', '2'], 'degraded', 6],
    ['it could open none', 'shellcheck-clean.json', ['--exit-code', '2'], 'failed', 0],
    ['its options are wrong', 'shellcheck-clean.json', ['--exit-code', '4'], 'failed', 0],
    ['it was not found', 'shellcheck-clean.json', ['--exit-code', '127'], 'failed', 0],
    ['it was killed', 'shellcheck.json', ['--exit-code', '137'], 'failed', 6]
  ]
  test.each(SHELLCHECK)('ShellCheck: %s', async (_, file, flags, state, found) => {
    const { completeness, scans, outcomes } = await judged('shellcheck', file, ...flags)
    expect({ completeness, scans, found: outcomes.length }).toMatchObject({
      completeness: 'incomplete',
      scans: [{ state }],
      found
    })
  })

  test('npm audit and pip-audit: another code than 0 and 1 is a failure', async () => {
    expect(await judged(...NPM, '--exit-code', '1')).toMatchObject({ completeness: 'complete' })
    expect(await judged(...NPM, '--exit-code', '254')).toMatchObject({ scans: [{ state: 'failed' }] })
    expect(await judged('pip-audit', 'pip-audit.json', '--exit-code', '2')).toMatchObject({
      scans: [{ state: 'failed' }]
    })
  })

  test('pip-audit: a list without dependencies is no scan of anything', () =>
    withFiles({ 'report.json': '{"dependencies":[],"fixes":[]}' }, async directory => {
      const { stdout } = await runCommand(['convert', 'pip-audit', 'report.json'], directory)
      expect(stdout).toContain('nothing was looked at')
    }))

  test.each([
    ['npm-audit', 'npm-audit-clean.json', '1', /exit code 1 says that something was found/],
    ['shellcheck', 'shellcheck-clean.json', '1', /exit code 1 says that something was found/],
    ['shellcheck', 'shellcheck.json', '0', /exit code 0 says that nothing was found, and it lists 6/],
    ['shellcheck', 'shellcheck.json', 'none', /--exit-code is a number/]
  ])('%s %s that ended with %s is of another run, or none', async (format, file, code, told) => {
    const run = await convert(format, file, '--exit-code', code)
    expect(run).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(told) })
  })
})

describe('what is no such report is never a clean scan:', () => {
  const OTHER: readonly (readonly [string, string, string | object, RegExp])[] = [
    ['an answer to nobody', 'npm-audit', '{}', /no report of npm audit/],
    ['nothing', 'npm-audit', '', /empty/],
    ['text', 'shellcheck', 'shellcheck: command not found', /not JSON/],
    ['a report that breaks off', 'npm-audit', '{"auditReportVersion":2,"vulnerabilities":{', /not JSON/],
    ['npm 6', 'npm-audit', { advisories: {} }, /npm 7 or later/],
    [
      'a count without findings',
      'npm-audit',
      { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total: 3 } } },
      /counts 3 vulnerable/
    ],
    [
      'an advisory without an id',
      'npm-audit',
      { auditReportVersion: 2, vulnerabilities: { a: { name: 'a', via: [{ title: 'x' }] } } },
      /neither an address nor a number/
    ],
    ['a list of something else', 'shellcheck', [{ a: 1 }], /none of ShellCheck/],
    ['an object of something else', 'shellcheck', { results: [] }, /no list of comments/],
    ['no list', 'pip-audit', { dependencies: {} }, /no list of dependencies/],
    ['a dependency that nobody looked at', 'pip-audit', { dependencies: [{ name: 'a' }] }, /no list of vulnerabilities/]
  ]
  test.each(OTHER)('%s', (_, format, content, problem) =>
    withFiles({ 'report.json': typeof content === 'string' ? content : JSON.stringify(content) }, async directory => {
      const run = await runCommand(['convert', format, 'report.json'], directory)
      expect(run).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(problem) })
      expect(run.stderr).toMatch(/^report\.json: Not converted: /)
    })
  )

  test('an error of the registry', async () => {
    const run = await convert('npm-audit', 'npm-audit-refused.json')
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/405 Method Not Allowed/) })
  })
})

test.each([
  [['npm-audti', 'x.json'], /npm-audit/],
  [[], /needs a format/],
  [['shellcheck'], /takes one file/],
  [['shellcheck', 'a', 'b'], /takes one file/],
  [['shellcheck', 'shellcheck.json', '--lock', 'x'], /--lock says nothing/],
  [['shellcheck', 'gone.json'], /gone\.json/],
  [['npm-audit', 'npm-audit-clean.json', '--lock', 'gone.json'], /gone\.json cannot be read/],
  [['npm-audit', 'npm-audit-clean.json', '--lock', 'shellcheck.json'], /no lock file/]
])('%j is a usage error', async (argv, told) => {
  expect(await convert(...argv)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(told) })
})
