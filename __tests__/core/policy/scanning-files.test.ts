import { describe, expect, test } from '@jest/globals'
import { lintPolicy } from '../../../src/core/policy/lint.js'
import { governedBy, scanningFiles } from '../../../src/core/policy/scanning-files.js'
import { load, problemsOf, shared } from './support.js'

const RULES = 'rules: [{ id: a, when: {}, verdict: block }]\n'
const governing = (...globs: string[]) => ({ governed: globs.map(glob => ({ layer: 'policy.yml', glob })) })

describe('what the policy governs', () => {
  test.each([
    ['scripts/scan.sh', 'scripts/scan.sh', true],
    ['scripts/scan.sh', 'tools/scripts/scan.sh', false],
    ['scripts/scan.sh', 'scripts', true],
    ['scripts/scan.sh', 'script', false],
    ['ci/scan/**', 'ci/scan/rules/a.yml', true],
    ['ci/scan/**', 'ci/scan', true],
    ['ci/scan/**', 'ci', true],
    ['**/scan.sh', 'a/b/scan.sh', true],
    ['**/scan.sh', 'scan.sh', true],
    ['**/scan.sh', 'README.md', false],
    ['*/scan.sh', 'README.md', false],
    ['ci/*.{sh,py}', 'ci/scan.py', true],
    ['ci/*.{sh,py}', 'ci/scan.js', false],
    ['.semgrepignore', '.semgrepignore', true]
  ])('%s is about %s: %s', (glob, path, isGoverned) => {
    expect(governedBy(governing(glob))(path)).toBe(isGoverned)
  })

  test('is that of all layers, each glob once', async () => {
    const org = `version: 1\ngoverned: ["scan.sh", ".semgrepignore"]\n${RULES}`
    const own = `version: 1\nextends: "${shared('org.yml')}"\ngoverned: ["scan.sh", "ci/**"]\n`
    expect((await load(own, { 'org.yml': org })).governed).toEqual([
      { layer: shared('org.yml'), glob: 'scan.sh' },
      { layer: shared('org.yml'), glob: '.semgrepignore' },
      { layer: 'policy.yml', glob: 'ci/**' }
    ])
  })

  test('is a list of globs, and nothing that a glob may not be', async () => {
    expect(await problemsOf(`version: 1\ngoverned: ["a", "/b"]\n${RULES}`)).toEqual([
      expect.stringMatching(/^policy\.yml:2:17: the glob `\/b` begins with `\/`/)
    ])
    expect(await problemsOf(`version: 1\ngoverned: []\n${RULES}`)).toHaveLength(1)
  })

  test('is warned of where the own file names what is not there', async () => {
    const policy = await load(
      `version: 1\nextends: "${shared('org.yml')}"\ngoverned: ["ci/scan.sh", "sub/x", "gone.sh"]\n`,
      { 'org.yml': `version: 1\ngoverned: ["other.sh"]\n${RULES}` }
    )
    const found = (files: readonly string[] | null) =>
      lintPolicy(policy, files).filter(({ message }) => message.includes('governed'))
    expect(found(['ci/scan.sh', 'sub'])).toMatchObject([{ message: expect.stringContaining('`gone.sh`') }])
    expect(found(null)).toEqual([])
  })
})

test.each([
  '.semgrepignore',
  'services/pay/.semgrepignore',
  '.semgrep/rules/a.yml',
  '.trivyignore',
  '.trivyignore.yaml',
  'trivy.yaml',
  '.gitleaks.toml',
  '.gitleaksignore',
  '.checkov.yml',
  '.checkov.yaml',
  '.checkov.baseline',
  '.snyk',
  'web/.snyk',
  '.bandit',
  '.github/codeql/config.yml',
  '.github/codeql/queries/a.ql',
  'osv-scanner.toml',
  '.grype.yaml',
  '.tfsec/config.yml',
  'kics.config',
  'config/brakeman.ignore',
  '.secrets.baseline',
  'zizmor.yml',
  '.github/zizmor.yml'
])('scanners are known to look at %s', path => {
  expect(scanningFiles([path, 'README.md', path], governing())).toEqual({ governed: [], wellKnown: [path] })
  expect(scanningFiles([path], governing(path))).toEqual({ governed: [path], wellKnown: [] })
})

test.each(['src/semgrepignore.ts', 'docs/.github/codeql/a.md', 'package.json', 'trivy/main.go', '.snyk/a', 'x.tfsec'])(
  'they are not known to look at %s',
  path => {
    expect(scanningFiles([path], governing())).toEqual({ governed: [], wellKnown: [] })
  }
)
