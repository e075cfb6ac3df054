import { describe, expect, test } from '@jest/globals'
import { logOf, normalise } from '../feed.js'

/** What Semgrep Supply Chain writes: a sentence, and the line of the lock file or of the code that is reached. */
function packageBy(text: string, snippet: string, uri: string, rule = 'ssc-parity-1') {
  const region = { startLine: 6, startColumn: 1, endLine: 6, endColumn: 1, snippet: { text: snippet } }
  const log = logOf({
    tool: { driver: { name: 'Semgrep OSS', rules: [{ id: rule }] } },
    results: [
      {
        ruleId: rule,
        level: 'error',
        message: { text },
        locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
        ...(rule.startsWith('ssc') ? { properties: { exposure: 'undetermined' } } : {})
      }
    ]
  })
  const [finding] = normalise(log).findings
  return [finding?.category, finding?.package?.purl ?? finding?.package?.name, finding?.package?.fixedVersion ?? null]
}

describe('Semgrep Supply Chain', () => {
  test.each<[string, string, string, string, readonly (string | null | undefined)[]]>([
    [
      'a range in the sentence',
      'golang.org/x/crypto < 0.17.0 is vulnerable to Insufficient Verification.',
      '\tgolang.org/x/crypto v0.12.0',
      'go.mod',
      ['sca', 'pkg:golang/golang.org/x/crypto@v0.12.0', '0.17.0']
    ],
    [
      'affected versions',
      'Affected versions of github.com/gin-gonic/gin are vulnerable to Download of Code Without Integrity Check.',
      '\tgithub.com/gin-gonic/gin v1.6.3 // indirect',
      'go.mod',
      ['sca', 'pkg:golang/github.com/gin-gonic/gin@v1.6.3', null]
    ],
    [
      'an upper end that is no fix',
      'acme-lib >= 1.0, <= 2.0.0 are vulnerable to X.',
      '"acme-lib": {',
      'package-lock.json',
      ['sca', 'pkg:npm/acme-lib', null]
    ],
    [
      'a scoped name, of the line that names it',
      'Affected versions of @acme/lib are vulnerable to X.',
      '"@acme/other@1.0.0":\n"@acme/lib@2.0.1":',
      'yarn.lock',
      ['sca', 'pkg:npm/%40acme/lib@2.0.1', null]
    ],
    [
      'requirements',
      'Affected versions of django are vulnerable to X.',
      'Django==3.2.1',
      'requirements.txt',
      ['sca', 'pkg:pypi/django@3.2.1', null]
    ],
    [
      'a gem',
      'Affected versions of rack are vulnerable to X.',
      '    rack (2.0.1)',
      'Gemfile.lock',
      ['sca', 'pkg:gem/rack@2.0.1', null]
    ],
    [
      'a line of another package tells no version',
      'Affected versions of rack are vulnerable to X.',
      '    rack-test (2.0.1)',
      'Gemfile.lock',
      ['sca', 'pkg:gem/rack', null]
    ],
    [
      'what is asked for is no version',
      'Affected versions of lodash are vulnerable to X.',
      'lodash@^4.17.15:',
      'yarn.lock',
      ['sca', 'pkg:npm/lodash', null]
    ],
    [
      'code that is reached',
      'Affected versions of pyyaml are vulnerable to X.',
      'yaml.load(x)',
      'src/a.py',
      ['sca', 'pyyaml', null]
    ],
    [
      'a sentence without a name',
      'This library is vulnerable to X.',
      'rack (2.0.1)',
      'Gemfile.lock',
      ['sca', undefined, null]
    ]
  ])('%s', (_name, text, snippet, uri, expected) => expect(packageBy(text, snippet, uri)).toEqual(expected))

  test('no package of what is found in code', () => {
    const found = packageBy('Affected versions of x are vulnerable to X.', 'x (1)', 'src/a.py', 'python.lang.x')
    expect(found.slice(1)).toEqual([undefined, null])
  })
})
