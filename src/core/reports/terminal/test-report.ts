import type { Place } from '../../ground/errors.js'
import type { Mismatch } from '../../policy-test/check.js'
import type { Trace } from '../../trace/trace.js'
import { xmlText } from '../files/junit.js'
import { commandSafe, visibleLine } from '../ground/visible-text.js'
import { explanationText } from './explanation.js'

/** The result of one policy test. */
export interface TestResult {
  readonly name: string
  readonly place: Place
  /** Empty: the test passed. */
  readonly mismatches: readonly Mismatch[]
  /** Explanations of the findings that the mismatches are about. */
  readonly traces: readonly Trace[]
}

/** The results of one file. */
export interface TestFileResult {
  readonly path: string
  readonly policy: string
  readonly results: readonly TestResult[]
}

/** Results for the terminal: each test a line, each failure with expected, actual and why. */
export function testReportText(files: readonly TestFileResult[]): string {
  const all = files.flatMap(({ results }) => results)
  const failed = all.filter(({ mismatches }) => mismatches.length > 0).length
  const blocks = files.flatMap(({ path, policy, results }) => [
    `${visibleLine(path)} (${visibleLine(policy)})`,
    ...results.flatMap(resultLines),
    ''
  ])
  return commandSafe(
    `${[...blocks, `${all.length} ${all.length === 1 ? 'test' : 'tests'}: ${all.length - failed} passed, ${failed} failed`].join('\n')}\n`
  )
}

function resultLines({ name, place, mismatches, traces }: TestResult): readonly string[] {
  if (mismatches.length === 0) return [`  ✓ ${visibleLine(name)}`]
  return [
    `  ✗ ${visibleLine(name)} (${visibleLine(place.path)}:${place.line})`,
    ...failureLines(mismatches, traces).map(line => `      ${line}`)
  ]
}

function failureLines(mismatches: readonly Mismatch[], traces: readonly Trace[]): readonly string[] {
  return [
    ...mismatches.map(
      ({ what, expected, actual }) =>
        `${visibleLine(what)}: expected ${visibleLine(expected)}, was ${visibleLine(actual)}`
    ),
    ...traces.flatMap(trace => ['', ...explanationText(trace).trimEnd().split('\n')])
  ]
}

/** The same as JUnit XML: one suite per file. */
export function testReportJunit(files: readonly TestFileResult[]): string {
  const suites = files.map(({ path, results }) => {
    const failed = results.filter(({ mismatches }) => mismatches.length > 0).length
    const counts = `tests="${results.length}" failures="${failed}" errors="0" skipped="0" time="0"`
    const cases = results.map(result => testCase(path, result))
    return [`  <testsuite name="${xmlText(visibleLine(path))}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="policy tests">',
    ...suites,
    '</testsuites>',
    ''
  ].join('\n')
}

function testCase(path: string, { name, place, mismatches, traces }: TestResult): string {
  const head = `    <testcase classname="${xmlText(visibleLine(path))}" name="${xmlText(visibleLine(name))}" file="${xmlText(visibleLine(place.path))}" line="${place.line ?? 1}" time="0"`
  const [first] = mismatches
  if (first === undefined) return `${head}/>`
  const message = `${first.what}: expected ${first.expected}, was ${first.actual}`
  const body = failureLines(mismatches, traces).join('\n')
  return [
    `${head}>`,
    `      <failure message="${xmlText(visibleLine(message))}">${xmlText(body)}</failure>`,
    '    </testcase>'
  ].join('\n')
}
