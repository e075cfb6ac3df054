import type { Decision, Outcome, ScanOutcome } from '../../decision/decision.js'
import { remedyOf } from '../../decision/next-step.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { maskSecrets } from '../../ground/credentials.js'
import { headline } from '../ground/headline.js'
import { JUNIT_FINDINGS } from '../ground/limits.js'
import { safeMessageLine } from '../ground/masks.js'
import { morePlaces, whereText } from '../ground/place-links.js'
import { isUnasked, type RuleResult, ruleResults } from '../ground/rule-results.js'
import type { ViewContext } from '../ground/view-context.js'
import { clip, visibleLine, withoutMarks } from '../ground/visible-text.js'
import { count, scanStep, scanWord } from '../ground/wording.js'

/**
 * Text for XML 1.0: what may stand in no document (§2.2: most control characters, lone surrogates, U+FFFE) is made
 * visible before the five characters of markup are escaped, and what a runner that shows it would take for a command.
 */
export const xmlText = (text: string): string =>
  withoutMarks(
    text
      .replace(
        /[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
        character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
      )
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
      .replace(/^(\s*):(?=:)/gm, '$1&#58;'),
    '&#35;'
  )

interface TestCase {
  readonly suite: 'rules' | 'scans' | 'decision'
  readonly name: string
  readonly failure: { readonly message: string; readonly text: string } | null
  readonly skipped: string | null
  readonly output: string | null
}

const plain = (text: string): string => visibleLine(maskSecrets(text))

function line(outcome: Outcome, context: ViewContext): string {
  const { finding } = outcome
  const place = whereText(finding) + morePlaces(finding)
  const next = remedyOf(outcome, context.source ?? null)
  const remark = placeRemark(finding)
  return [
    `${outcome.verdict}: ${plain(place)}: ${plain(finding.severity)} ${plain(finding.ruleId)} (${plain(finding.tool)})`,
    `  ${clip(visibleLine(safeMessageLine(finding)), 400)}`,
    ...(remark === null ? [] : [`  Place: ${plain(remark)}`]),
    `  ${outcome.id}${next === null ? '' : `. ${plain(next)}`}`
  ].join('\n')
}

function lines(outcomes: readonly Outcome[], context: ViewContext): string {
  const rest = outcomes.length - JUNIT_FINDINGS
  return [
    ...outcomes.slice(0, JUNIT_FINDINGS).map(outcome => line(outcome, context)),
    ...(rest > 0 ? [`and ${rest} more`] : [])
  ].join('\n')
}

/** A rule on what nothing tells in this run has passed nothing. */
const UNASKED = 'What this rule asks for is not known in this run'

function ofRule(result: RuleResult, context: ViewContext): TestCase {
  const { id, layer, description, verdict, outcomes } = result
  const text = outcomes.length === 0 ? null : lines(outcomes, context)
  return {
    suite: 'rules',
    name: `${plain(id)} (${plain(layer)})`,
    failure:
      verdict === 'block'
        ? {
            message: `${count(outcomes.length, 'finding')}${description === null ? '' : `: ${plain(description)}`}`,
            text: text ?? ''
          }
        : null,
    skipped: verdict === 'pass' && isUnasked(result, context) ? UNASKED : null,
    output: verdict === 'block' ? null : text
  }
}

function ofScan(scan: ScanOutcome): TestCase {
  const step = scanStep(scan)
  const told = `${scanWord(scan)}: ${plain(scan.reason)}${step === null ? '' : `. ${step}`}`
  return {
    suite: 'scans',
    name: plain(scan.id),
    failure: scan.verdict === 'block' ? { message: scanWord(scan), text: told } : null,
    // What the policy lets pass without evidence has passed nothing either.
    skipped: scan.verdict === 'pass' && scan.state !== 'complete' ? plain(scan.reason) : null,
    output: told
  }
}

function element({ suite, name, failure, skipped, output }: TestCase): string {
  const head = `    <testcase classname="policy-gate.${suite}" name="${xmlText(clip(name, 300))}" time="0"`
  const body = [
    failure === null
      ? ''
      : `      <failure message="${xmlText(clip(failure.message, 300))}" type="block">${xmlText(failure.text)}</failure>`,
    skipped === null || failure !== null ? '' : `      <skipped message="${xmlText(clip(skipped, 300))}"/>`,
    output === null ? '' : `      <system-out>${xmlText(output)}</system-out>`
  ].filter(part => part !== '')
  return body.length === 0 ? `${head}/>` : [`${head}>`, ...body, '    </testcase>'].join('\n')
}

function suiteOf(name: TestCase['suite'], cases: readonly TestCase[], decision: Decision): string {
  const failures = cases.filter(({ failure }) => failure !== null).length
  const skipped = cases.filter(test => test.skipped !== null && test.failure === null).length
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="0"`
  const stamp = xmlText(decision.evaluatedAt.replace(/(?:\.\d+)?Z$/, ''))
  return [
    `  <testsuite name="policy-gate.${name}" ${counts} timestamp="${stamp}">`,
    ...cases.map(element),
    '  </testsuite>'
  ].join('\n')
}

/**
 * JUnit XML as CI systems read it: one test case for each rule of the policy and each scan. What blocks is a failure;
 * what warns passes and says so in its output, since the format knows no third answer.
 */
export function renderJunit(decision: Decision, context: ViewContext): string {
  const rules = ruleResults(decision, context.rules).map(rule => ofRule(rule, context))
  const scans = decision.scans.map(ofScan)
  const blames = [...rules, ...scans].some(({ failure }) => failure !== null)
  // A block that no rule and no scan accounts for must not read as a run of green tests.
  const unexplained: TestCase[] =
    decision.verdict === 'block' && !blames
      ? [
          {
            suite: 'decision',
            name: 'verdict',
            failure: { message: 'block', text: headline(decision) },
            skipped: null,
            output: null
          }
        ]
      : []
  const suites = (
    [
      ['rules', rules],
      ['scans', scans],
      ['decision', unexplained]
    ] as const
  ).filter(([, cases]) => cases.length > 0)
  const all = [...rules, ...scans, ...unexplained]
  const failures = all.filter(({ failure }) => failure !== null).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(visibleLine(context.checkName))}" tests="${all.length}" failures="${failures}" errors="0" time="0">`,
    ...suites.map(([name, cases]) => suiteOf(name, cases, decision)),
    '</testsuites>',
    ''
  ].join('\n')
}
