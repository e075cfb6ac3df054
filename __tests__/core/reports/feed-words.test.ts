import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../../src/core/decision/decision.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { feedWords } from '../../../src/core/reports/ground/wording.js'
import { renderHtml } from '../../../src/core/reports/html/html.js'
import { renderComment } from '../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../src/core/reports/markdown/summary.js'
import { textReport } from '../../../src/core/reports/terminal/text.js'
import { aDecision, anOutcome } from '../../builders.js'

type Kev = boolean | null
const found = (kev: Kev) => [anOutcome({ verdict: 'block', kev }, { identifiers: ['CVE-2026-1000'] })]
const given = (kind: 'kev' | 'epss') => ({ kind, name: `${kind}.json`, sha256: 'a'.repeat(64), bytes: 1 })
const scan = (state: Decision['scans'][number]['state']): Decision['scans'] => [
  { id: 'feed:kev', category: null, state, tools: [], verdict: 'warn', reason: 'why' }
]
const decided = (more: Partial<Decision>, kev: Kev = false) =>
  aDecision({ verdict: 'block', outcomes: found(kev), ...more })

const STATES: readonly (readonly [string, Decision, string | null])[] = [
  [
    'checked',
    decided({ inputs: [given('kev'), given('epss')], scans: scan('complete') }),
    'KEV checked · EPSS checked, of unknown age'
  ],
  ['no feed at all', decided({ inputs: [], scans: [] }, null), 'KEV not checked · EPSS not checked'],
  [
    'wanted, and not there',
    decided({ inputs: [], scans: scan('missing') }, null),
    'KEV not checked · EPSS not checked'
  ],
  [
    'unreadable',
    decided({ inputs: [given('kev')], scans: scan('invalid') }, null),
    'KEV not checked · EPSS not checked'
  ],
  ['stale', decided({ inputs: [given('kev')], scans: scan('stale') }), 'KEV out of date · EPSS not checked'],
  ['an empty catalogue', decided({ inputs: [given('kev')], scans: [] }, null), 'KEV not checked · EPSS not checked'],
  [
    'a catalogue whose age nobody asks for',
    decided({ inputs: [given('kev')], scans: [] }),
    'KEV checked, of unknown age · EPSS not checked'
  ],
  ['nothing that has a CVE', aDecision({ inputs: [], scans: [], outcomes: [] }), null]
]

describe('whether feeds were asked:', () => {
  test.each(STATES)('%s', (_, decision, words) => expect(feedWords(decision)).toBe(words))

  test.each(STATES.filter(([, , words]) => words !== null))('%s is told in every view', (_, decision, words) => {
    const views = [
      renderComment(decision, PLAIN_CONTEXT, 'always', true) ?? '',
      renderSummary(decision, PLAIN_CONTEXT),
      [...renderHtml(decision, PLAIN_CONTEXT)].join(''),
      textReport(decision, { colour: false, width: null, limits: { blockers: 5, warnings: 5 } })
    ]
    for (const view of views) expect(view).toContain(words)
  })
})
