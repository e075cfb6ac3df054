import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../../src/core/decision/decision.js'
import { checkAnnotations, logAnnotations, renderAnnotations } from '../../../../src/core/reports/annotations.js'
import { headline } from '../../../../src/core/reports/ground/headline.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../../src/core/reports/html/html.js'
import { renderCheck } from '../../../../src/core/reports/markdown/check.js'
import { renderComment } from '../../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../../src/core/reports/markdown/summary.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { largeDecision } from '../large-decision.js'

const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }
const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')
const large = largeDecision(10_000)

/** Problems that a Markdown view shows, as cards and as rows. */
const shownCards = (source: string): number => (source.match(/^#### \d+\. /gm) ?? []).length
const shownRows = (source: string): number => (source.match(/^\| \*\*High:\*\* /gm) ?? []).length
const toldRest = (source: string): number =>
  [
    ...source.matchAll(/^(\d+) more findings? (?:is|are) in the (?:job summary|full report|decision file and)/gm)
  ].reduce((sum, match) => sum + Number(match[1]), 0)

describe('10,000 findings in letters of four bytes', () => {
  const comment = renderComment(large, context, 'on-findings', false) ?? ''
  const check = renderCheck(large, context)
  const summary = renderSummary(large, context)

  // The numbers of https://docs.github.com/rest: written here again, so that a slip in the table is seen.
  test.each([
    ['comment, characters', comment, [...comment].length, 65_536],
    ['comment, bytes', comment, bytes(comment), 65_536],
    ['check summary', check.summary, bytes(check.summary), 65_535],
    ['job summary', summary, bytes(summary), 1_048_576]
  ])('%s: within the limit, verdict first', (_name, text, size, limit) => {
    expect(size).toBeLessThanOrEqual(limit)
    expect(text.slice(0, 300)).toContain('Blocked: 5000 findings must be fixed or excepted, 500 scans must be repaired')
    expect(text.slice(0, 300)).toContain('evidence incomplete')
  })

  test('the text and title of the check are within their limits', () => {
    expect(bytes(check.text)).toBeLessThanOrEqual(65_535)
    expect(check.title.length).toBeLessThanOrEqual(255)
  })

  test.each([
    ['comment', comment],
    ['check', check.text],
    ['summary', summary]
  ])('%s: what is shown and what is counted add up', (_name, source) => {
    expect(shownCards(source)).toBeGreaterThan(0)
    expect(shownCards(source) + shownRows(source) + toldRest(source)).toBe(10_000)
  })

  test('uses the room there is', () => {
    expect(bytes(summary)).toBeGreaterThan(0.9 * 1_048_576)
  })

  test('the HTML report says how many are not shown', () => {
    const page = renderHtml(large, context)
    expect(page).toContain(headline(large))
    expect((page.match(/<article /g) ?? []).length).toBe(2_300 + 2_000)
    expect(page).toContain('<p>2700 more findings are in the decision file')
    expect(page).toContain('<p>3000 more findings are in the decision file')
    expect(bytes(page)).toBeLessThan(20_000_000)
  })
})

describe('annotations of 10,000 findings', () => {
  const annotations = renderAnnotations(large, 'all')

  test('are the worst, up to our budget, the rest counted', () => {
    expect(checkAnnotations(annotations)).toEqual({ shown: annotations.worst.slice(0, 1_000), rest: 9_000 })
  })

  test('each is within the limits of a check run', () => {
    const most = (size: (annotation: (typeof annotations.worst)[number]) => number): number =>
      Math.max(...annotations.worst.map(size))
    expect(most(({ title }) => title.length)).toBeLessThanOrEqual(255)
    expect(most(({ message }) => bytes(message))).toBeLessThanOrEqual(64 * 1024)
    expect(most(({ rawDetails }) => bytes(rawDetails ?? ''))).toBeLessThanOrEqual(64 * 1024)
  })

  test('the log gets ten of each kind', () => {
    const { shown, rest } = logAnnotations(annotations)
    expect(shown.filter(({ level }) => level === 'failure')).toHaveLength(10)
    expect(shown.filter(({ level }) => level === 'warning')).toHaveLength(10)
    expect(rest).toBe(9_980)
    expect(shown.every(({ message }) => [...message].length <= 4_096)).toBe(true)
  })
})

describe('a flood of one rule', () => {
  const flood = (count: number): Decision['outcomes'] =>
    Array.from({ length: count }, (_value, index) =>
      anOutcome({ id: `F-${index.toString(16).padStart(32, '0')}` }, { ruleId: 'flood', severity: 'critical' })
    )
  const decision = aDecision({
    outcomes: [...flood(3_000), anOutcome({ tier: 2 }, { ruleId: 'the-lone-one', severity: 'high' })]
  })

  test.each([
    ['comment', renderComment(decision, context, 'always', false) ?? ''],
    ['check', renderCheck(decision, context).text],
    ['summary', renderSummary(decision, context)],
    ['HTML', renderHtml(decision, context)]
  ])('does not bury a lone blocker in the %s', (_name, text) => expect(text).toContain('the-lone-one'))
})
