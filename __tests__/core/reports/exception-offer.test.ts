import { describe, expect, test } from '@jest/globals'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../src/core/reports/html/html.js'
import { renderComment } from '../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../src/core/reports/markdown/summary.js'
import { textReport } from '../../../src/core/reports/terminal/text.js'
import { aDecision, anOutcome } from '../../builders.js'

const ID = `F-${'0a'.repeat(16)}`
const outcomes = [anOutcome({ id: ID, verdict: 'block', canBeExcepted: true })]
const counts = { ...aDecision().counts, block: 1, total: 1 }
const request = aDecision({ verdict: 'block', outcomes, counts })
const push = { ...request, change: { ...request.change, event: 'push', pullRequest: null } }
const ACTION = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }

type Shown = (decision: typeof request, context: typeof PLAIN_CONTEXT) => string
const VIEWS: readonly (readonly [string, Shown])[] = [
  ['comment', (decision, context) => renderComment(decision, context, 'always', true) ?? ''],
  ['summary', (decision, context) => renderSummary(decision, context)],
  ['page', (decision, context) => [...renderHtml(decision, context)].join('')]
]

describe.each(VIEWS)('how an exception is asked for: the %s', (_, text) => {
  test('offers the command where it is read', () => {
    const told = text(request, ACTION)
    expect(told).toContain(`/gate request ${ID}`)
    expect(told).not.toContain('match: {')
  })

  test.each([
    ['without GitHub', request, PLAIN_CONTEXT],
    ['after a push', push, ACTION]
  ])('names the entry of the file %s', (_what, decision, context) => {
    const told = text(decision, context)
    expect(told).toContain(`match: { finding: ${ID} }`)
    expect(told).not.toContain('/gate')
  })
})

describe('how an exception is asked for: the terminal', () => {
  const text = (decision: typeof request) =>
    textReport(decision, { colour: false, width: 80, limits: { blockers: 50, warnings: 12 } })

  test.each([
    ['on a pull request', { event: 'pull_request', pullRequest: 7 }],
    ['where nobody told the event', { event: null, pullRequest: null }]
  ])('offers both ways %s', (_what, change) => {
    const told = text({ ...request, change: { ...request.change, ...change } })
    expect(told).toContain(`/gate request ${ID}`)
    expect(told).toContain('Elsewhere merge an entry of the exceptions file')
  })

  test('names the entry of the file alone after a push', () => {
    const told = text(push)
    expect(told).toContain(`merge an entry of the exceptions file\n  match: { finding: ${ID} }`)
    expect(told).not.toContain('/gate')
  })
})
