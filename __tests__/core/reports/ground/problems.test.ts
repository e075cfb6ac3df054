import { describe, expect, test } from '@jest/globals'
import type { Outcome } from '../../../../src/core/decision/decision.js'
import type { Finding } from '../../../../src/core/finding.js'
import { problemsOf } from '../../../../src/core/reports/ground/problems.js'
import { anOutcome } from '../../../builders.js'

let number = 0
const found = (tool: string, ruleId: string, line: number, finding: Partial<Finding> = {}): Outcome => {
  number += 1
  return anOutcome(
    { id: `F-${number.toString(16).padStart(32, '0')}` },
    {
      tool,
      ruleId,
      identifiers: [],
      location: { path: 'a.ts', startLine: line, startColumn: 1, endLine: line, endColumn: 9 },
      ...finding
    }
  )
}
const pack = (version: string) => ({
  category: 'sca' as const,
  package: { purl: null, name: 'minimist', version, fixedVersion: null }
})
const shape = (outcomes: readonly Outcome[]) =>
  problemsOf(outcomes).map(({ places }) => places.map(({ others }) => 1 + others.length))

describe('what is one problem', () => {
  test.each<[string, readonly Outcome[], readonly (readonly number[])[]]>([
    [
      'two tools that name their rules alike',
      [found('ESLint', 'no-eval', 3), found('Semgrep', 'js.detect-eval-with-expression', 3)],
      [[2]]
    ],
    [
      'two tools with one CWE',
      [found('A', 'x', 3, { identifiers: ['CWE-78'] }), found('B', 'y', 3, { identifiers: ['CWE-78'] })],
      [[2]]
    ],
    [
      'two rules of one tool that name it alike',
      [found('ESLint', 'no-eval', 3), found('ESLint', 'security/detect-eval-with-expression', 3)],
      [[2]]
    ],
    [
      'two tools that name it in different words',
      [found('ESLint', 'security/detect-child-process', 3), found('ast-grep', 'shell-command', 3)],
      [[2]]
    ],
    [
      'what one rule finds twice in a line, at two places',
      [found('A', 'no-eval', 3), found('A', 'no-eval', 3)],
      [[1, 1]]
    ],
    ['one rule at many lines', [found('A', 'x', 3), found('A', 'x', 4)], [[1, 1]]],
    [
      'one package with two advisories',
      [found('A', 'CVE-1', 3, pack('1')), found('A', 'CVE-2', 3, pack('1'))],
      [[1, 1]]
    ]
  ])('%s', (_name, outcomes, expected) => expect(shape(outcomes)).toEqual(expected))
})

describe('what stays apart', () => {
  test.each<[string, readonly Outcome[]]>([
    ['two weaknesses of one line', [found('A', 'no-eval', 3), found('B', 'weak-hash', 3)]],
    ['rules that share an empty word only', [found('A', 'sql-injection', 3), found('B', 'command-injection', 3)]],
    ['the same weakness at two lines', [found('A', 'no-eval', 3), found('B', 'detect-eval', 4)]],
    ['two versions of a package', [found('A', 'CVE-1', 3, pack('1')), found('A', 'CVE-1', 3, pack('2'))]],
    [
      'two secrets of one line',
      [found('A', 'aws-key', 3, { category: 'secret' }), found('B', 'aws-token', 3, { category: 'secret' })]
    ]
  ])('%s', (_name, outcomes) => expect(shape(outcomes)).toEqual(outcomes.map(() => [1])))
})

test('each finding is in one problem, the worst first, and every tool is named', () => {
  const outcomes = [found('ESLint', 'no-eval', 3), found('ESLint', 'no-eval', 9), found('Semgrep', 'x.detect-eval', 3)]
  const [problem] = problemsOf(outcomes)
  expect(problem?.lead).toBe(outcomes[0])
  expect(problem?.tools).toEqual(['ESLint', 'Semgrep'])
  expect(new Set(problem?.outcomes)).toEqual(new Set(outcomes))
})
