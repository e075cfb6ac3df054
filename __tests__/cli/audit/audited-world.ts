import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aLog, aResult, aSarifRun, type Files } from '../../e2e/workspace.js'
import { type CommandRun, runCommand } from '../run-command.js'

const LAYER = `github:acme/policies/org.yml@${'a'.repeat(40)}`

/** Everything that a decision can rest on, one file each. */
export const WORLD: Files = {
  'repo/scans/code.sarif': aLog(aSarifRun('CodeQL', [aResult('sqli', 'src/a.ts', 1), aResult('xss', 'src/a.ts', 2)])),
  'repo/scans/images.sarif': aLog(aSarifRun('Trivy', [aResult('CVE-2026-1111', 'package-lock.json', 1)])),
  'repo/base/old.sarif': aLog(aSarifRun('CodeQL', [aResult('xss', 'src/a.ts', 2)])),
  'repo/src/a.ts': 'one()\ntwo()\n',
  'repo/package-lock.json': '{}\n',
  'repo/policy.yml': [
    'version: 1',
    `extends: ["preset:audit", "${LAYER}"]`,
    'exceptions: { file: accepted.yml, approvers: { users: [bob] } }',
    'rules:',
    '  - { id: mine, when: { min-severity: low }, verdict: warn }\n'
  ].join('\n'),
  'repo/accepted.yml': [
    'version: 1',
    'exceptions:',
    '  - id: EXC-1',
    '    type: risk-accept',
    '    match: { tool: CodeQL, rule-id: sqli, path: src/a.ts }',
    '    reason: The endpoint is off and goes in January',
    '    owner: "@ann"',
    '    approved-by: ["@bob"]',
    '    approved-at: 2026-11-20',
    '    expires: 2026-12-09\n'
  ].join('\n'),
  'repo/.github/CODEOWNERS': 'src/ @acme/shop\n*.json @acme/build\n',
  'repo/kev.json': {
    catalogVersion: '1',
    dateReleased: '2026-11-30T00:00:00Z',
    vulnerabilities: [{ cveID: 'CVE-2026-1111', dateAdded: '2026-10-01', dueDate: '2026-10-20' }]
  },
  'repo/epss.csv':
    '#model_version:v1,score_date:2026-11-30T00:00:00+0000\ncve,epss,percentile\nCVE-2026-1111,0.5,0.9\n',
  'repo/vex.json': {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.com/vex/1',
    author: 'Vendor',
    timestamp: '2026-11-30T00:00:00Z',
    version: 1,
    statements: [
      {
        vulnerability: { name: 'CVE-2026-1111' },
        products: [{ '@id': 'pkg:npm/other@1.0.0' }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_present'
      }
    ]
  },
  'repo/change.diff': '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n-zero()\n+one()\n two()\n',
  'org/org.yml': 'version: 1\nrules:\n  - { id: org, when: { severity: high }, verdict: warn }\n'
}

/** The files of the world that a decision records, with what it records each as. */
export const RECORDED: readonly (readonly [file: string, recorded: string])[] = [
  ['repo/scans/code.sarif', 'sarif scans/code.sarif'],
  ['repo/scans/images.sarif', 'sarif scans/images.sarif'],
  ['repo/base/old.sarif', 'baseline base/old.sarif'],
  ['repo/policy.yml', 'policy policy.yml'],
  ['org/org.yml', `policy ${LAYER}`],
  ['repo/accepted.yml', 'exceptions accepted.yml'],
  ['repo/.github/CODEOWNERS', 'codeowners .github/CODEOWNERS'],
  ['repo/kev.json', 'kev kev.json'],
  ['repo/epss.csv', 'epss epss.csv'],
  ['repo/vex.json', 'vex vex.json'],
  ['repo/change.diff', 'diff change.diff']
]

/** Flips the lowest bit of one byte of a file; `part` says where, from 0 to 1. */
export function flip(file: string, part: number): void {
  const bytes = readFileSync(file)
  const at = Math.min(bytes.length - 1, Math.floor(part * bytes.length))
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
}

export const EVALUATE: readonly string[] = [
  'evaluate',
  ...['--sarif', 'scans', '--policy', 'policy.yml', '--baseline', 'base', '--kev', 'kev.json', '--vex', 'vex.json'],
  ...['--epss', 'epss.csv', '--diff', 'change.diff', '--layer-source', 'acme/policies=../org'],
  ...['--event', 'push', '--branch', 'main', '--repository', 'acme/till', '--source-root', '.'],
  ...['--format', 'json=../decision.json']
]

/** Evaluates the world into `decision.json` beside the repository. */
export const evaluateWorld = (directory: string, ...more: readonly string[]): Promise<CommandRun> =>
  runCommand([...EVALUATE, ...more], join(directory, 'repo'))

/** What `verify` says of it, in the repository. */
export const verifyWorld = (directory: string, ...more: readonly string[]): Promise<CommandRun> =>
  runCommand(['verify', '../decision.json', ...more], join(directory, 'repo'))

/** Changes the decision file as somebody would who knows how its digest is made. */
export function forge(directory: string, change: (text: string) => string): void {
  const file = join(directory, 'decision.json')
  const text = readFileSync(file, 'utf8')
  const forged = change(text)
  if (forged === text) throw new Error('the forger changed nothing')
  const body = forged.slice(0, forged.lastIndexOf(',\n  "digest"'))
  const digest = createHash('sha256').update(body).digest('hex')
  writeFileSync(file, `${body},\n  "digest": "${digest}"\n}\n`)
}
