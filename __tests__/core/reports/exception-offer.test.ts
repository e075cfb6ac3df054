import { describe, expect, test } from '@jest/globals'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../src/core/reports/html/html.js'
import { renderComment } from '../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../src/core/reports/markdown/summary.js'
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
