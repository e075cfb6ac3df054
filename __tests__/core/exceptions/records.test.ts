import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deriveApprovals } from '../../../src/core/exceptions/approval/approvals.js'
import type { ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { parseExceptions } from '../../../src/core/exceptions/file.js'
import { lasting, mergeRecords, newExceptionsFile, recordsToYaml } from '../../../src/core/exceptions/records.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'
import { ALICE, approve, comment, facts } from './approval-builders.js'
import { exceptionPolicy, findingId, NOW, record } from './builders.js'

const PATH = '.github/policy-exceptions.yml'
const read = (text: string) => parseExceptions(PATH, new TextEncoder().encode(text))
/** A record as it comes back from a file. */
const asFile = ({ approvers: _, ...original }: ExceptionRecord) => ({
  ...original,
  source: 'file',
  place: expect.anything()
})

const approved = deriveApprovals(
  facts([comment(1, ALICE, approve({ more: ' ticket=SEC-12 controls="WAF rule 1234; rate limit"' }))]),
  exceptionPolicy(),
  NOW
).records

test('an approval becomes an entry, word for word', () => {
  expect(recordsToYaml(approved, NOW)).toBe(`  - id: "PR-42-${findingId(1)}"
    type: risk-accept
    match: { finding: ${findingId(1)} }
    reason: "The endpoint is disabled in production"
    owner: "@dev-dave"
    approved-by: ["@sec-alice"]
    approved-at: 2026-11-22T22:21:00Z
    expires: 2026-12-04
    ticket: "SEC-12"
    controls: ["WAF rule 1234", "rate limit"]
`)
  expect(read(newExceptionsFile(approved, NOW))).toEqual(approved.map(asFile))
})

test.each<[string, ExceptionRecord['match'], string]>([
  [
    'an advisory with both',
    { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/a', path: 'a/**' },
    '{ identifier: "CVE-2026-1", package: "pkg:npm/a", path: "a/**" }'
  ],
  [
    'an advisory with its package',
    { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/a', path: null },
    '{ identifier: "CVE-2026-1", package: "pkg:npm/a" }'
  ],
  [
    'an advisory with its path',
    { kind: 'advisory', identifier: 'CVE-2026-1', package: null, path: 'go.sum' },
    '{ identifier: "CVE-2026-1", path: "go.sum" }'
  ],
  [
    'a rule',
    { kind: 'rule', tool: 'Semgrep', ruleId: 'a.b', path: 'src/a.ts' },
    '{ tool: "Semgrep", rule-id: "a.b", path: "src/a.ts" }'
  ]
])('%s is matched by what it says', (_, match, text) => {
  const original = record('EXC-1', { match, ticket: null, controls: [] })
  const written = recordsToYaml([original], NOW)
  expect(written).toContain(`    match: ${text}\n`)
  expect(written).not.toMatch(/ticket|controls/)
  expect(read(newExceptionsFile([original], NOW))).toEqual([asFile(original)])
})

test('entries are in the order of their ids, and hold to their last instant', () => {
  const [a, b, c] = ['A', 'B', 'C'].map(id => record(id))
  const idsOf = (records: readonly ExceptionRecord[]) => lasting(records, NOW).map(({ id }) => id)
  if (!a || !b || !c) throw new Error('there are three')
  expect(idsOf([b, a, c])).toEqual(['A', 'B', 'C'])
  expect(idsOf([c, b, a])).toEqual(['A', 'B', 'C'])
  expect(lasting([a], a.expires)).toEqual([a])
  expect(lasting([a], '2026-12-21T00:00:00.000Z')).toEqual([])
})

test('break-glass and what is over have no entry', () => {
  const glass = record('A', { type: 'break-glass' })
  const over = record('B', { expiresText: '2026-11-22' })
  expect(newExceptionsFile([glass, over], NOW)).toBe('version: 1\nexceptions: []\n')
  expect(read(newExceptionsFile([], NOW))).toEqual([])
})

test('any record survives the way through the file', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Z', ' ', '"', "'", '\\', ':', '#', '-', '{', '\u{1F389}', '\u00E4', '\uFFFE', '%')
  })
  fc.assert(
    fc.property(text, text, fc.constantFrom('a b', "it's", 'x: y', '# no', '- a'), (words, control, path) => {
      const original = record('EXC-1', {
        reason: `A reason that is long enough ${words}`.replace(/ +/g, ' ').trim(),
        controls: [`control ${control}`.replace(/ +/g, ' ').trim()],
        match: { kind: 'rule', tool: 'Tool "x"', ruleId: 'a\\b: c', path }
      })
      expect(read(newExceptionsFile([original], NOW))).toEqual([asFile(original)])
    })
  )
})

describe('adding to a file', () => {
  const entry = (id: string, indent = '  ') => recordsToYaml([record(id)], NOW).replace(/^ {2}/gm, indent)
  const merge = (text: string) => mergeRecords(PATH, text, approved, NOW)
  const [first] = approved
  const ID = first?.id ?? ''

  test.each([
    ['after the last entry', `version: 1\nexceptions:\n${entry('EXC-1')}`],
    ['with comments', `# ours\nversion: 1 # one\nexceptions: # all\n  # first\n${entry('EXC-1')}\n# the end\n`],
    ['without a last line break', `version: 1\nexceptions:\n${entry('EXC-1')}`.trimEnd()],
    ['entries at the edge', `version: 1\nexceptions:\n${entry('EXC-1', '')}`],
    ['entries further in', `version: 1\nexceptions:\n${entry('EXC-1', '      ')}`],
    ['Windows line breaks', `version: 1\nexceptions:\n${entry('EXC-1')}`.replaceAll('\n', '\r\n')],
    ['byte order mark', `\uFEFFversion: 1\nexceptions:\n${entry('EXC-1')}`]
  ])('%s', (_, text) => {
    const merged = merge(text)
    expect(merged?.added).toEqual([ID])
    expect(merged?.text.startsWith(text)).toBe(true)
    expect(read(merged?.text ?? '').map(({ id }) => id)).toEqual(['EXC-1', ID])
  })

  test('before a key that follows', () => {
    const merged = merge(`exceptions:\n${entry('EXC-1')}version: 1\n`)
    expect(merged?.text).toBe(`exceptions:\n${entry('EXC-1')}${recordsToYaml(approved, NOW)}version: 1\n`)
  })

  test.each(['version: 1\nexceptions: []\n', 'version: 1\nexceptions: []', 'exceptions: []\nversion: 1\n'])(
    'in the place of an empty list: %j',
    text => {
      const merged = merge(text)
      expect(read(merged?.text ?? '').map(({ id }) => id)).toEqual([ID])
    }
  )

  test('what is there already is not added again', () => {
    const once = merge(`version: 1\nexceptions:\n${entry('EXC-1')}`)?.text ?? ''
    expect(merge(once)).toEqual({ text: once, added: [] })
  })

  test('a list in brackets has no place for a line', () => {
    const [line] = [
      `version: 1\nexceptions: [{ id: EXC-1, type: risk-accept, match: { finding: ${findingId(1)} }, reason: The endpoint is disabled in production, owner: alice, approved-by: [bob], approved-at: 2026-11-01, expires: 2026-11-30 }]\n`
    ]
    expect(merge(line)).toBeNull()
  })

  test('a document end leaves no place after it', () => {
    expect(merge(`version: 1\nexceptions:\n${entry('EXC-1')}...\n`)).toBeNull()
  })

  test('a file with problems is not touched', () => {
    expect(() => merge('version: 1\nexceptions: [{}]\n')).toThrow(ConfigurationError)
  })
})
