import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { renderJunit, xmlText } from '../../../../src/core/reports/files/junit.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { aDecision, anOutcome, aScan } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BLIND, BLOCKED, WARNED } from '../sample-decisions.js'
import { parseXml, type XmlElement } from '../xml.js'

const rules = [
  { id: 'introduced-high', layer: 'preset:baseline', description: 'No new high findings' },
  { id: 'never-matched', layer: 'preset:baseline', description: null }
]
const context = { ...PLAIN_CONTEXT, rules }
const casesOf = (decision: Decision): readonly XmlElement[] =>
  parseXml(renderJunit(decision, context)).children.flatMap(suite => suite.children)
const kinds = (decision: Decision): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(casesOf(decision).map(test => [test.attributes.name ?? '', test.children.map(({ name }) => name)]))

test('the whole report of an ordinary pull request', () => expect(renderJunit(BLOCKED, context)).toMatchSnapshot())

describe('one test case for each rule and scan', () => {
  test('a block fails, a warning passes and says so, a rule without a match passes', () => {
    expect(kinds(BLOCKED)).toEqual({
      'introduced-high (preset:baseline)': ['failure'],
      'never-matched (preset:baseline)': [],
      'known-exploited (preset:baseline)': ['failure'],
      'backlog (.github/policy-gate.yml)': ['system-out'],
      sast: ['system-out'],
      sca: ['system-out'],
      secrets: ['system-out'],
      iac: ['system-out']
    })
  })

  test('warnings alone fail nothing', () => {
    expect(parseXml(renderJunit(WARNED, context)).attributes).toMatchObject({ failures: '0' })
  })

  test('a scan that blocks fails', () => expect(kinds(BLIND).sast).toEqual(['failure', 'system-out']))

  test('a scan that does not apply is skipped', () => {
    const decision = aDecision({ outcomes: [], scans: [aScan({ state: 'not-applicable', reason: 'no such file' })] })
    expect(kinds(decision).sast).toEqual(['skipped', 'system-out'])
  })

  test('a scan that is missing at no cost is skipped, and one that warns is not', () => {
    const scans = (['pass', 'warn'] as const).map(verdict => aScan({ id: verdict, state: 'missing', verdict }))
    expect(kinds(aDecision({ outcomes: [], scans }))).toMatchObject({
      pass: ['skipped', 'system-out'],
      warn: ['system-out']
    })
  })

  test('a rule that could not be asked is skipped; where it objects all the same it fails', () => {
    const root = parseXml(renderJunit(BLOCKED, { ...context, unasked: new Set(rules) }))
    const cases = root.children.flatMap(suite => suite.children)
    const of = (name: string) => cases.find(({ attributes }) => attributes.name?.startsWith(name))?.children
    expect(of('never-matched')).toMatchObject([
      { name: 'skipped', attributes: { message: expect.stringContaining('not known in this run') } }
    ])
    expect(of('introduced-high')).toMatchObject([{ name: 'failure' }])
  })

  test('an excepted finding does not fail the rule that it broke', () => {
    const excepted = anOutcome({ verdict: 'pass', reason: 'excepted', exception: { id: 'E', expires: '2026-11-30' } })
    expect(kinds(aDecision({ outcomes: [excepted] }))['introduced-high (preset:baseline)']).toEqual([])
  })

  test('a block that no rule and no scan accounts for still fails', () => {
    expect(kinds(aDecision({ outcomes: [], verdict: 'block' })).verdict).toEqual(['failure'])
  })

  test('the totals are the sums', () => {
    const root = parseXml(renderJunit(BLOCKED, context))
    const sum = (name: string): number =>
      root.children.reduce((total, suite) => total + Number(suite.attributes[name]), 0)
    expect(root.attributes).toMatchObject({ tests: String(sum('tests')), failures: String(sum('failures')) })
    expect(casesOf(BLOCKED)).toHaveLength(sum('tests'))
  })

  test('a failure lists a hundred findings and counts the others', () => {
    const failure = casesOf(aDecision({ outcomes: Array.from({ length: 150 }, () => anOutcome()) }))[0]?.children[0]
    expect(failure?.text.match(/^block: /gm)).toHaveLength(100)
    expect(failure?.text).toContain('and 50 more')
  })
})

describe('XML', () => {
  test('is well-formed whatever the text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 7 }), texts => {
        expect(parseXml(renderJunit(decisionFrom(texts), context)).name).toBe('testsuites')
      }),
      { numRuns: triesOf(300) }
    )
  })

  test.each([
    ['markup', `<a b="c">&'`, '&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
    ['what no document may hold', '\u0000\u001b\ufffe\ud800', '\\u{0}\\u{1b}\\u{fffe}\\u{d800}'],
    ['all planes', '日本😀', '日本😀']
  ])('escapes %s', (_name, text, escaped) => expect(xmlText(text)).toBe(escaped))
})
