import { expect, test } from '@jest/globals'
import { matchProblems, toMatch, type WrittenMatch } from '../../../src/core/exceptions/match.js'
import { pathFits } from '../../../src/core/exceptions/selection.js'
import { findingId } from './builders.js'

const RULE = { tool: 'Semgrep', 'rule-id': 'a.b', path: 'src/a.ts' }
const ADVISORY = { identifier: 'CVE-2026-1', package: 'pkg:npm/a' }

test.each<[string, WrittenMatch, ReturnType<typeof toMatch>]>([
  ['a finding', { finding: findingId(1) }, { kind: 'finding', finding: findingId(1) }],
  ['a rule', RULE, { kind: 'rule', tool: 'Semgrep', ruleId: 'a.b', path: 'src/a.ts' }],
  [
    'an advisory of a package',
    ADVISORY,
    { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/a', path: null }
  ],
  [
    'an advisory at a path',
    { identifier: 'CVE-2026-1', path: 'go.sum' },
    { kind: 'advisory', identifier: 'CVE-2026-1', package: null, path: 'go.sum' }
  ]
])('%s is a match', (_, written, match) => {
  expect(toMatch(written)).toEqual(match)
  expect(matchProblems(written)).toEqual([])
})

test.each<[string, WrittenMatch, string]>([
  ['nothing', {}, '`match` lacks `tool` and `rule-id` and `path`'],
  ['a tool alone', { tool: 'Semgrep' }, '`match` lacks `rule-id` and `path`'],
  ['a path alone', { path: 'a' }, '`match` lacks `tool` and `rule-id`'],
  ['an advisory alone', { identifier: 'CVE-2026-1' }, '`match.identifier` alone is too broad'],
  ['a finding and more', { ...RULE, finding: findingId(1) }, '`match` mixes tool, rule-id, path, finding'],
  ['a rule and a package', { ...RULE, package: 'pkg:npm/a' }, '`match` mixes tool, rule-id, path, package'],
  ['a finding that is none', { finding: 'F-1' }, '`match.finding` is not the id of a finding'],
  ['an advisory with a glob', { ...ADVISORY, identifier: 'CVE-*' }, '`match.identifier` takes no globs'],
  ['a class', { ...ADVISORY, identifier: 'cwe-79' }, '`match.identifier` names a class of weaknesses, not an advisory'],
  ['a word', { ...ADVISORY, identifier: 'log4shell' }, '`match.identifier` is not an advisory'],
  ['a package with a glob', { ...ADVISORY, package: 'pkg:npm/*' }, '`match.package` takes no globs'],
  ['a package that is none', { ...ADVISORY, package: 'lodash' }, '`match.package` is not a package URL'],
  ['a hidden character', { ...RULE, tool: 'Sem\u200bgrep' }, '`match.tool` holds a hidden character'],
  ['a path with a glob', { ...RULE, path: 'src/*.ts' }, '`match.path` takes no globs but one `/**` at its end'],
  ['a path with two', { ...RULE, path: 'src/**/a/**' }, '`match.path` takes no globs but one `/**` at its end'],
  ['a backslash', { ...RULE, path: 'src\\a' }, '`match.path` holds a backslash or a hidden character'],
  ...['', '/**', '/a', 'a//b', './a', 'a/./b', '../a', 'a/..', 'a/']
    .map(
      path =>
        [`the path "${path}"`, { ...RULE, path }, '`match.path` is not a path from the root of the repository'] as const
    )
    .map(([name, match, message]): [string, WrittenMatch, string] => [name, match, message])
])('%s is none, and nothing is made of it', (_, written, message) => {
  expect(toMatch(written)).toBeNull()
  expect(matchProblems(written).map(problem => problem.message)).toEqual([message])
})

test.each([
  ['src/a.ts', 'src/a.ts', true],
  ['src/a.ts', 'src/a.tsx', false],
  ['src/**', 'src/a/b.ts', true],
  ['src/**', 'src', false],
  ['src/**', 'srcs/a.ts', false],
  ['src/**', 'a/src/', false]
])('%s covers %s: %s', (wanted, path, expected) => expect(pathFits(wanted, path)).toBe(expected))
