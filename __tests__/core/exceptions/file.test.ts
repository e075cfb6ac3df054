import { describe, expect, test } from '@jest/globals'
import { parseExceptions } from '../../../src/core/exceptions/file.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'

const PATH = '.github/policy-exceptions.yml'
const bytes = (text: string) => new TextEncoder().encode(text)
const ID = `F-${'0123456789abcdef'.repeat(2)}`

/** The lines of a good entry by key. */
const ENTRY: Readonly<Record<string, string>> = {
  id: 'EXC-1',
  type: 'risk-accept',
  match: `{ finding: ${ID} }`,
  reason: 'The endpoint is disabled in production',
  owner: '"@alice"',
  'approved-by': '["@sec-bob"]',
  'approved-at': '2026-11-01',
  expires: '2026-11-30'
}

/** A file of entries, each a good one with some lines changed; null takes a line away. */
function file(...changes: readonly Readonly<Record<string, string | null>>[]): string {
  const entries = changes.map(change => {
    const lines = Object.entries({ ...ENTRY, ...change }).filter(([, value]) => value !== null)
    return `  - ${lines.map(([key, value]) => `${key}: ${value}`).join('\n    ')}\n`
  })
  return `version: 1\nexceptions:\n${entries.join('')}`
}

function problems(text: string): readonly string[] {
  try {
    parseExceptions(PATH, bytes(text))
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('what is read', () => {
  test('every field of an entry', () => {
    const [record] = parseExceptions(PATH, bytes(file({ ticket: 'SEC-12', controls: '["WAF rule 1234"]' })))
    expect(record).toEqual({
      id: 'EXC-1',
      source: 'file',
      place: { path: PATH, line: 3, column: 5 },
      type: 'risk-accept',
      match: { kind: 'finding', finding: ID },
      reason: 'The endpoint is disabled in production',
      owner: '@alice',
      approvedBy: ['@sec-bob'],
      approvedAt: '2026-11-01T00:00:00.000Z',
      expires: '2026-11-30T23:59:59.999Z',
      expiresText: '2026-11-30',
      ticket: 'SEC-12',
      controls: ['WAF rule 1234']
    })
  })

  test.each([
    ['{ identifier: CVE-2026-1234, package: "pkg:npm/lodash", path: web/package-lock.json }', 'advisory'],
    ['{ identifier: GHSA-aaaa-bbbb-cccc, package: "pkg:npm/%40scope/name@1.2.3" }', 'advisory'],
    ['{ identifier: GO-2026-0001, path: go.sum }', 'advisory'],
    ['{ identifier: "RHSA-2026:1234", path: images/** }', 'advisory'],
    ['{ tool: Semgrep, rule-id: "generic.secrets.*", path: "pages/[id].tsx" }', 'rule'],
    ['{ tool: Semgrep, rule-id: x, path: src/legacy/** }', 'rule']
  ])('match: %s', (match, kind) => {
    expect(parseExceptions(PATH, bytes(file({ match })))[0]?.match.kind).toBe(kind)
  })

  test.each([
    ['a day that lasts longer', '2026-11-28', '2026-11-28T10:00:00Z', '2026-11-28T09:59:59.999Z'],
    ['the day itself', '2026-11-27', '2026-11-27', '2026-11-27T23:59:59.999Z'],
    ['an instant before', '2026-11-27T12:00:00Z', '2026-11-27T12:00:00Z', '2026-11-27T11:59:59.999Z'],
    ['a later day, which is too long', '2026-11-29', '2026-11-29', '2026-11-29T23:59:59.999Z']
  ])('break-glass ends 24 hours after its approval: %s', (_, expires, expiresText, end) => {
    const change = { type: 'break-glass', ticket: 'INC-7', 'approved-at': '2026-11-27T10:00:00Z', expires }
    expect(parseExceptions(PATH, bytes(file(change)))).toMatchObject([{ expires: end, expiresText }])
  })

  test('break-glass of midnight ends at the next one, and another exception at the end of its day', () => {
    const of = (type: string) =>
      parseExceptions(
        PATH,
        bytes(file({ type, ticket: 'INC-7', 'approved-at': '2026-11-27T00:00:00Z', expires: '2026-11-28' }))
      )[0]?.expires
    expect(of('break-glass')).toBe('2026-11-27T23:59:59.999Z')
    expect(of('risk-accept')).toBe('2026-11-28T23:59:59.999Z')
  })

  test.each([
    ['twenty characters', 'twenty characters ok', 20],
    ['five hundred characters', 'a useful reason here'.repeat(25), 500],
    ['five letters in all', 'abcde abcde abcde abcde', 23]
  ])('a reason of %s will do', (_, reason, length) => {
    expect(reason).toHaveLength(length)
    expect(parseExceptions(PATH, bytes(file({ reason })))).toHaveLength(1)
  })

  test('a ticket may have two hundred characters', () => {
    const ticket = `https://tracker.example/${'x'.repeat(176)}`
    expect(parseExceptions(PATH, bytes(file({ ticket })))[0]?.ticket).toHaveLength(200)
  })

  test('five thousand entries are read, and not one more', () => {
    const entries = (count: number) => {
      const change = (index: number) => ({
        id: `EXC-${index}`,
        reason: `The endpoint ${index} is ${'off '.repeat(80)}`
      })
      return bytes(file(...Array.from({ length: count }, (_, index) => change(index))))
    }
    expect(parseExceptions(PATH, entries(5_000))).toHaveLength(5_000)
    expect(() => parseExceptions(PATH, entries(5_001))).toThrow(/at most 5000/)
  })

  test.each(['SEC-12', '"#12"', 'acme/pay#12', 'https://tracker.example/browse/SEC-12', 'CHG0012345'])(
    'ticket: %s',
    ticket => {
      expect(parseExceptions(PATH, bytes(file({ ticket })))).toHaveLength(1)
    }
  )

  test('an instant, a leap day, a login without @, a reason over several lines, no entries', () => {
    const [record] = parseExceptions(
      PATH,
      bytes(
        file({
          'approved-at': '2028-02-29',
          expires: '2028-03-01T12:00:00Z',
          owner: 'alice',
          reason: '>\n      The endpoint is off\n      in production'
        })
      )
    )
    expect(record).toMatchObject({
      approvedAt: '2028-02-29T00:00:00.000Z',
      expires: '2028-03-01T11:59:59.999Z',
      owner: '@alice',
      reason: 'The endpoint is off in production'
    })
    expect(parseExceptions(PATH, bytes('version: 1\nexceptions: []\n'))).toEqual([])
  })
})

/** What is wrong with one entry, where, and what is said about it. */
const WRONG: readonly (readonly [string, Readonly<Record<string, string | null>>, string])[] = [
  ...Object.keys(ENTRY)
    .filter(key => key !== 'id')
    .map(key => [`no ${key}`, { [key]: null }, `lacks \`${key}\``] as const),
  ['no id', { id: null }, 'lacks `id`'],
  ['unknown key', { approver: '"@bob"' }, 'unknown key `approver`'],
  [
    'a rule with a character that cannot be seen',
    { match: '{ tool: Semgrep, rule-id: "r.sq\\u200bli", path: src/a.py }' },
    '`match.rule-id` holds a hidden character. Write the name as the report shows it'
  ],
  [
    'a tool with a character that cannot be seen',
    { match: '{ tool: "Sem\\u00adgrep", rule-id: r.sqli, path: src/a.py }' },
    '`match.tool` holds a hidden character'
  ],
  ['unknown type', { type: 'risk_accept' }, 'Did you mean `risk-accept`'],
  ['empty', { reason: '""' }, 'reason'],
  ['short reason', { reason: 'accepted' }, 'too short'],
  ['padded reason', { reason: '"because             x"' }, '9 characters, at least 20'],
  [
    'reason of invisible characters',
    {
      reason:
        '"fine\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b\\u200b"'
    },
    'at least 20'
  ],
  ['long reason', { reason: 'a useful reason '.repeat(32) }, 'too long'],
  ['reason of stop words', { reason: 'false positive, false positive' }, 'says nothing'],
  ['reason of n/a', { reason: 'n/a n/a n/a n/a n/a n/a' }, 'says nothing'],
  ['reason of dots', { reason: '"........................."' }, 'says nothing'],
  ['reason of one letter', { reason: 'aaaaaaaaaaaaaaaaaaaaaaaaa' }, 'says nothing'],
  ['team as owner', { owner: '"@acme/team"' }, '`owner` takes people'],
  ['app as owner', { owner: '"dependabot[bot]"' }, '`owner` takes people'],
  ['nobody', { 'approved-by': '[]' }, 'empty list'],
  ['approvers who are objects', { 'approved-by': '[{}, "@bob"]' }, 'must be text, not a'],
  ['an approver who is a list', { 'approved-by': '[[]]' }, 'must be text, not a list'],
  ['one approver as text', { 'approved-by': '"@bob"' }, 'must be a list'],
  ['one person twice', { 'approved-by': '["@bob", "BOB"]' }, 'names a person twice'],
  ['an instant of another zone', { expires: '"2026-11-30T10:00:00+02:00"' }, '`expires` is not a date'],
  ['a day as a number', { expires: '20261130' }, '`expires'],
  ['a hidden character in a path', { match: '{ tool: T, rule-id: r, path: "a\\u200b.py" }' }, 'hidden character'],
  ['every path', { match: '{ tool: T, rule-id: r, path: "**" }' }, 'takes no globs'],
  ['a day that is none', { expires: '2026-02-30' }, 'not a day of the calendar'],
  ['29 February of a common year', { expires: '2027-02-29' }, 'not a day of the calendar'],
  ['short month', { expires: '2026-1-5' }, '`expires` is not a date'],
  ['a word', { expires: 'never' }, '`expires` is not a date'],
  ['a zone', { expires: '2026-11-30T00:00:00+14:00' }, '`expires` is not a date'],
  ['hour 24', { expires: '2026-11-30T24:00:00Z' }, 'not a day of the calendar'],
  ['no value', { expires: '' }, 'expires'],
  ['expiry before approval', { expires: '2026-10-31' }, 'before `approved-at`'],
  ['glob in finding', { match: `{ finding: "F-*" }` }, 'takes no globs'],
  ['id of 31 digits', { match: `{ finding: ${ID.slice(0, -1)} }` }, 'not the id of a finding'],
  ['glob in identifier', { match: '{ identifier: "CVE-2026-*", path: a.lock }' }, 'takes no globs'],
  ['glob in package', { match: '{ identifier: CVE-2026-1, package: "pkg:npm/*" }' }, 'takes no globs'],
  ['package that is none', { match: '{ identifier: CVE-2026-1, package: "pkg:npm/%zz" }' }, 'not a package URL'],
  ['weakness class', { match: '{ identifier: CWE-79, path: src/a.ts }' }, 'class of weaknesses'],
  ['identifier alone', { match: '{ identifier: CVE-2026-1 }' }, 'too broad'],
  ['two ways at once', { match: `{ finding: ${ID}, path: a.ts }` }, 'mixes finding, path'],
  ['advisory and rule', { match: '{ identifier: CVE-2026-1, path: a, tool: x, rule-id: y }' }, 'mixes'],
  ['rule without path', { match: '{ tool: Semgrep, rule-id: x }' }, 'lacks `path`'],
  ['path alone', { match: '{ path: src/a.ts }' }, 'lacks `tool` and `rule-id`'],
  ['empty match', { match: '{}' }, 'empty'],
  ['glob inside a path', { match: '{ tool: x, rule-id: y, path: "src/*/a.ts" }' }, 'no globs but one'],
  ['globs at both ends', { match: '{ tool: x, rule-id: y, path: "**/a/**" }' }, 'no globs but one'],
  ['everything', { match: '{ tool: x, rule-id: y, path: "**" }' }, 'no globs but one'],
  ['everything below the root', { match: '{ tool: x, rule-id: y, path: "/**" }' }, 'not a path from the root'],
  ['absolute path', { match: '{ tool: x, rule-id: y, path: /etc/passwd }' }, 'not a path from the root'],
  ['parent path', { match: '{ tool: x, rule-id: y, path: ../a }' }, 'not a path from the root'],
  ['backslash', { match: "{ tool: x, rule-id: y, path: 'src\\a' }" }, 'backslash'],
  ['mitigated without controls', { type: 'mitigated' }, 'needs `controls`'],
  ['blank control', { controls: '["  "]' }, 'empty entry'],
  ['break-glass without ticket', { type: 'break-glass', 'approved-at': '2026-11-27T10:00:00Z' }, 'needs a `ticket`'],
  [
    'break-glass from a day on',
    { type: 'break-glass', ticket: 'INC-7', 'approved-at': '2026-11-27' },
    '`approved-at` of `break-glass` is a day, and the 24 hours begin at an instant'
  ],
  ['ticket of nothing', { ticket: 'none' }, '`ticket` cannot be found'],
  ['ticket by http', { ticket: 'http://tracker.example/1' }, '`ticket` cannot be found']
]

describe('what is refused', () => {
  test.each(WRONG)('%s', (_, change, sentence) => {
    const found = problems(file({ id: 'EXC-0' }, change))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(sentence)
    // Its place in the second entry, which begins at line 11, and the entry's name.
    expect(found[0]).toMatch(
      new RegExp(`^${PATH.replaceAll('.', '\\.')}:1[1-9]:\\d+: exception ${change.id === null ? '\\[1\\]' : 'EXC-1'}: `)
    )
    expect(found[0]).toMatch(/\. \S.+$/)
  })

  test('all problems of all entries at once, in the order of the file', () => {
    const found = problems(
      file(
        { expires: 'never' },
        { id: 'EXC-2', reason: 'ok', owner: 'a/b' },
        { id: 'EXC-3', expires: '2026-02-30', ticket: 'x' }
      )
    )
    expect(found.map(line => line.replace(/^[^:]+:(\d+):\d+: (exception [^:]+):.*$/, '$1 $2'))).toEqual([
      '10 exception EXC-1',
      '14 exception EXC-2',
      '15 exception EXC-2',
      '26 exception EXC-3',
      '27 exception EXC-3'
    ])
  })

  test('an entry is named once', () => {
    expect(problems(file({ type: 'risk-acept', owner: null, approver: 'x' }))).toEqual([
      `${PATH}:3:5: exception EXC-1: the entry lacks \`owner\`. Add \`owner: "@alice"\``,
      `${PATH}:4:11: exception EXC-1: \`type\` must be one of risk-accept, false-positive, mitigated, vendor-dependency, break-glass, not \`risk-acept\`. Did you mean \`risk-accept\`?`,
      `${PATH}:10:5: exception EXC-1: unknown key \`approver\`. Known keys: \`id\`, \`type\`, \`match\`, \`reason\`, \`owner\`, \`approved-by\`, \`approved-at\`, \`expires\`, \`ticket\`, \`controls\``
    ])
  })

  test('an id used twice, with the line of the first', () => {
    expect(problems(file({}, {}))).toEqual([
      `${PATH}:11:9: exception EXC-1: the id is used twice. Choose another; the first is at line 3`
    ])
  })

  test.each([
    ['empty file', '', 'empty'],
    ['no version', 'exceptions: []\n', 'version'],
    ['version 2', 'version: 2\nexceptions: []\n', 'version'],
    ['no exceptions', 'version: 1\n', 'exceptions'],
    ['duplicate key', `${file({})}    id: EXC-2\n`, 'given twice'],
    ['anchor', file({ owner: '&a "@alice"' }), 'anchors are not allowed'],
    ['second document', `${file({})}---\nversion: 1\n`, 'document'],
    ['a list', '- a\n', 'mapping'],
    ['not YAML', 'version: [1, 2\n  ', 'ends inside a value'],
    ['not UTF-8', 'version: 1\n\xff', 'exceptions']
  ])('%s', (_, text, sentence) => {
    expect(problems(text).join('\n')).toContain(sentence)
  })
})

test.each([
  ['[{}, {}]', true],
  ['[{a: 1, b: [2]}, {b: [2], a: 1}]', true],
  ['[{valueOf: x}, {valueOf: x}]', true],
  ['[{valueOf: x}, {valueOf: y}]', false],
  ['[{toString: x}, {toString: x}]', true],
  ['[{__proto__: {a: 1}}, {__proto__: {a: 1}}]', true],
  ['[{__proto__: {a: 1}}, {__proto__: {a: 2}}]', false],
  ['[{constructor: x}, {hasOwnProperty: x}]', false],
  ['[{a: null}, {b: null}]', false],
  ['[[a], {0: a}]', false],
  ['[[a], [a, b]]', false],
  ['[{}, null]', false],
  ['[null, {}]', false],
  ['["x", {}]', false],
  ['[{}, "x"]', false]
])('%s where texts are wanted are compared, and told', (people, isTwice) => {
  const told = problems(file({ 'approved-by': people })).join('\n')
  expect(told).toContain('must be text, not')
  expect(told.includes('lists the same value twice')).toBe(isTwice)
})
