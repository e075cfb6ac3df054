import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCommand } from '../run-command.js'

// The fix of a package that something else brings in names what the repository itself asks for. It is read from the
// lock file of the scanned tree, in every view for people, and decides nothing.

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-gate-direct-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const SARIF = {
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Grype', rules: [{ id: 'GHSA-hrpp-h998-j3pp', name: 'qs' }] } },
      results: [
        {
          ruleId: 'GHSA-hrpp-h998-j3pp',
          level: 'error',
          message: { text: 'qs vulnerable to prototype pollution' },
          properties: { purl: 'pkg:npm/qs@6.7.0', fixedVersion: '6.7.3', 'security-severity': '7.5' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' } } }]
        }
      ]
    }
  ]
}

const lock = (direct: string): string =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { [direct]: '*' } },
      [`node_modules/${direct}`]: { version: '4.17.1', dependencies: { qs: '6.7.0' } },
      'node_modules/qs': { version: '6.7.0' }
    }
  })

const FILES = ['text', 'json', 'comment', 'markdown', 'html', 'junit'] as const

/** Each view by its name, with this lock file in the tree. */
async function viewsWith(lockFile: string) {
  writeFileSync(join(root, 'package-lock.json'), lockFile)
  writeFileSync(join(root, 'scan.sarif'), JSON.stringify(SARIF))
  const formats = FILES.flatMap(format => ['--format', `${format}=${format}.out`])
  const argv = ['evaluate', '--sarif', 'scan.sarif', '--policy', 'preset:baseline', ...formats]
  const { status, stderr } = await runCommand(argv, root)
  const views = new Map(FILES.map(format => [format, readFileSync(join(root, `${format}.out`), 'utf8')]))
  return { status, stderr, of: (format: (typeof FILES)[number]) => views.get(format) ?? '' }
}

const SENTENCE = 'Update express (direct; brings qs) so that qs ≥ 6.7.3'

describe('where the lock file tells what brings a package in', () => {
  test.each(FILES.filter(format => format !== 'json'))('%s says what to update', async format => {
    const views = await viewsWith(lock('express'))
    expect(views.of(format).replaceAll('&#39;', "'")).toContain(SENTENCE)
  })

  test('explain says so too', async () => {
    await viewsWith(lock('express'))
    const { stdout } = await runCommand(
      ['explain', 'GHSA-hrpp-h998-j3pp', '--sarif', 'scan.sarif', '--policy', 'preset:baseline'],
      root
    )
    expect(stdout).toContain(SENTENCE)
  })
})

describe('it decides nothing', () => {
  const HOSTILE = {
    'that names somebody else': lock('left-pad'),
    'with markup for a name': lock('<img src=x onerror=alert(1)>'),
    'with a mention for a name': lock('@acme/security](https://evil.example)'),
    'that is none': '<<<<<<< ours',
    'that holds a prototype': '{"packages":{"__proto__":{"dependencies":{"qs":"*"}}}}'
  }

  test.each(Object.entries(HOSTILE))('a lock file %s', async (_name, text) => {
    const plain = await viewsWith(lock('express'))
    const hostile = await viewsWith(text)
    expect(hostile.status).toBe(plain.status)
    expect(hostile.of('json')).toBe(plain.of('json'))
    for (const format of FILES) {
      expect(hostile.of(format)).not.toContain('<img src')
      expect(hostile.of(format)).not.toContain('evil.example')
    }
  })
})
