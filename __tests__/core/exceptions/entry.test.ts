import { describe, expect, test } from '@jest/globals'
import { entryProblems } from '../../../src/core/exceptions/entry.js'

type Entry = Parameters<typeof entryProblems>[0]

const ENTRY = {
  id: 'EXC-1',
  type: 'risk-accept',
  match: { finding: `F-${'0'.repeat(32)}` },
  reason: 'The endpoint is disabled in production',
  owner: '@alice',
  'approved-by': ['@sec-bob'],
  'approved-at': '2026-11-01',
  expires: '2026-11-30'
} as Entry

const told = (more: Record<string, unknown>) =>
  entryProblems({ ...ENTRY, ...more } as Entry).map(({ key, message, hint }) => [key, message, hint])
const PEOPLE = 'Write GitHub logins such as "@alice"; teams and apps answer for nothing'
const DAY = 'Write a real day as YYYY-MM-DD'

test('an entry that is well formed has no problem', () => expect(told({})).toEqual([]))

describe('what the schema cannot say of an entry', () => {
  test.each<[string, Record<string, unknown>, readonly (readonly string[])[]]>([
    ['an owner who is a team', { owner: '@acme/team' }, [['owner', '`owner` is not a person', PEOPLE]]],
    [
      'an approver who is a team',
      { 'approved-by': ['@sec-bob', '@acme/team'] },
      [['approved-by', '`approved-by` names other than people', PEOPLE]]
    ],
    [
      'an approver twice',
      { 'approved-by': ['@sec-bob', 'SEC-Bob'] },
      [['approved-by', '`approved-by` names a person twice', 'Name each person once']]
    ],
    [
      'a day of approval that there is not',
      { 'approved-at': '2026-02-30' },
      [['approved-at', '`approved-at` is not a day of the calendar', DAY]]
    ],
    [
      'a last day that there is not',
      { expires: '2026-11-31' },
      [['expires', '`expires` is not a day of the calendar', DAY]]
    ],
    [
      'an end before the approval',
      { expires: '2026-10-31' },
      [['expires', '`expires` is before `approved-at`', 'Correct one of the dates, or remove the exception']]
    ],
    ['the same day', { expires: '2026-11-01' }, []],
    [
      '`mitigated` by nothing',
      { type: 'mitigated' },
      [['type', '`mitigated` needs `controls`', 'Add `controls:` with what keeps the weakness from being used']]
    ],
    ['`mitigated` by something', { type: 'mitigated', controls: ['WAF rule 7'] }, []],
    [
      'a control of no words',
      { controls: ['WAF rule 7', ' \u200b '] },
      [['controls', '`controls` has an empty entry', 'Remove it, or describe the control']]
    ],
    [
      'break-glass without an incident, from some time of a day',
      { type: 'break-glass' },
      [
        [
          'approved-at',
          '`approved-at` of `break-glass` is a day, and the 24 hours begin at an instant',
          'Write the instant as YYYY-MM-DDTHH:MM:SSZ'
        ],
        ['type', '`break-glass` needs a `ticket`', 'Add `ticket:` with the incident']
      ]
    ],
    ['break-glass', { type: 'break-glass', 'approved-at': '2026-11-01T10:00:00Z', ticket: 'INC-7' }, []],
    [
      'a reason that is too short',
      { reason: 'fine' },
      [
        [
          'reason',
          'the reason has 4 characters, at least 20 are needed',
          'Say in 20 to 500 characters why this finding may stay, and until when'
        ]
      ]
    ]
  ])('%s', (_, more, problems) => expect(told(more)).toEqual(problems))

  test('a ticket that nobody finds', () => {
    expect(told({ ticket: 'ask bob' }).map(([key, message]) => [key, message])).toEqual([
      ['ticket', '`ticket` cannot be found by this text']
    ])
  })
})

describe('what an entry is about', () => {
  const keyAndMessage = (match: Record<string, unknown>) => told({ match }).map(([key, message]) => [key, message])
  test.each<[string, Record<string, unknown>, readonly (readonly string[])[]]>([
    ['an advisory of a package', { identifier: 'CVE-2026-1', package: 'pkg:npm/a' }, []],
    ['an identifier of another kind', { identifier: 'RUSTSEC-2026-0001', package: 'pkg:cargo/a' }, []],
    [
      'an identifier with a letter before',
      { identifier: ' CVE-2026-1', package: 'pkg:npm/a' },
      [['match.identifier', '`match.identifier` is not an advisory']]
    ],
    [
      'an identifier with more behind',
      { identifier: 'CVE-2026-1 x', package: 'pkg:npm/a' },
      [['match.identifier', '`match.identifier` is not an advisory']]
    ],
    [
      'all advisories',
      { identifier: 'CVE-*', package: 'pkg:npm/a' },
      [['match.identifier', '`match.identifier` takes no globs']]
    ],
    [
      'a class',
      { identifier: 'cwe-79', package: 'pkg:npm/a' },
      [['match.identifier', '`match.identifier` names a class of weaknesses, not an advisory']]
    ],
    ['what only holds the name of a class', { identifier: 'X-CWE-79', package: 'pkg:npm/a' }, []],
    [
      'all packages',
      { identifier: 'CVE-2026-1', package: 'pkg:npm/*' },
      [['match.package', '`match.package` takes no globs']]
    ],
    [
      'a version that is missing',
      { identifier: 'CVE-2026-1', package: 'pkg:npm/a@' },
      [['match.package', '`match.package` has an `@` without a version']]
    ],
    [
      'the same before a blank',
      { identifier: 'CVE-2026-1', package: 'pkg:npm/a@ ' },
      [['match.package', '`match.package` has an `@` without a version']]
    ],
    [
      'the same before qualifiers',
      { identifier: 'CVE-2026-1', package: 'pkg:npm/a@?x=y' },
      [['match.package', '`match.package` has an `@` without a version']]
    ],
    [
      'no package URL',
      { identifier: 'CVE-2026-1', package: 'a' },
      [['match.package', '`match.package` is not a package URL']]
    ]
  ])('%s', (_, match, problems) => expect(keyAndMessage(match)).toEqual(problems))
})
