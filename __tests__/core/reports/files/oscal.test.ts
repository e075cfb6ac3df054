import { describe, expect, test } from '@jest/globals'
import type { ControlOutcome } from '../../../../src/core/decision/decision.js'
import { renderOscal, targetOf, token } from '../../../../src/core/reports/files/oscal.js'
import { knownControl } from '../../../../src/core/reports/ground/known-controls.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { CONTROLS } from '../../../../src/generated/controls.js'
import { PRESETS } from '../../../../src/generated/presets.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'
import { objections } from './published-schema.js'

const NONE: ControlOutcome['counts'] = { block: 0, warn: 0, pass: 0, total: 0, excepted: 0, monitored: 0 }
const aControl = (
  id: string,
  verdict: ControlOutcome['verdict'],
  counts: Partial<ControlOutcome['counts']> = {}
): ControlOutcome => ({
  id,
  rules: [{ id: 'introduced-high', layer: 'preset:baseline' }],
  counts: { ...NONE, ...counts },
  verdict
})

const withControls = aDecision({
  outcomes: [
    anOutcome({ controls: ['OSPS-VM-06.02', '1 of ours: "x"'] }),
    anOutcome({
      id: `F-${'e'.repeat(32)}`,
      controls: ['OSPS-VM-06.02'],
      verdict: 'pass',
      reason: 'excepted',
      exception: { id: 'EXC-1', expires: '2026-12-30' }
    }),
    anOutcome({ id: `F-${'d'.repeat(32)}`, controls: [] })
  ],
  controls: [
    aControl('1 of ours: "x"', 'block', { block: 1, total: 1 }),
    aControl('OSPS-VM-06.02', 'block', { block: 1, total: 2, excepted: 1 })
  ]
})

const results = (text: string) => JSON.parse(text)['assessment-results'].results[0]

describe('what a control came to', () => {
  test.each<[string, ControlOutcome, string, string]>([
    ['blocks', aControl('C', 'block', { block: 2 }), 'not-satisfied', 'fail'],
    ['warns', aControl('C', 'warn', { warn: 2 }), 'not-satisfied', 'other'],
    ['is not known', aControl('C', null), 'not-satisfied', 'other'],
    ['is only watched', aControl('C', 'pass', { monitored: 1 }), 'not-satisfied', 'other'],
    ['is accepted', aControl('C', 'pass', { excepted: 1 }), 'satisfied', 'other'],
    ['is met', aControl('C', 'pass'), 'satisfied', 'pass']
  ])('%s', (_, control, state, reason) => expect(targetOf(control)).toMatchObject({ state, reason }))
})

test('controls are findings, and what rules objected to is observed, also where it is excepted', () => {
  const { findings, observations, 'reviewed-controls': reviewed } = results(renderOscal(withControls, PLAIN_CONTEXT))
  expect(observations).toHaveLength(2)
  expect(findings).toHaveLength(2)
  expect(findings[1]).toMatchObject({
    title: expect.stringContaining('OSPS-VM-06.02: '),
    description: expect.stringMatching(/^Shows: .* Does not show: /),
    'related-observations': observations.map(({ uuid }: { uuid: string }) => ({ 'observation-uuid': uuid }))
  })
  expect(reviewed['control-selections'][0]['include-controls']).toEqual([
    { 'control-id': '_1_of_ours___x_' },
    { 'control-id': 'OSPS-VM-06.02' }
  ])
})

test.each([
  ['ISO27001-A.8.8', 'ISO27001-A.8.8'],
  ['8.8', '_8.8'],
  ['a b:c', 'a_b_c'],
  ['', '_']
])('%j is the token %s', (id, expected) => expect(token(id)).toBe(expected))

test.each(Object.entries({ BLOCKED, WARNED, CLEAN, BLIND, withControls }))(
  'is valid by the schema of NIST: %s',
  (_, decision) => {
    const text = renderOscal(decision, { ...PLAIN_CONTEXT, runUrl: 'https://github.com/acme/pay/actions/runs/1' })
    expect(objections('oscal-assessment-results.schema.json', text)).toEqual([])
  }
)

describe('the catalogue of controls', () => {
  test('names each control once, and every one that a preset names', () => {
    const ids = CONTROLS.map(({ id }) => id)
    expect(new Set<string>(ids).size).toBe(ids.length)
    const named = Object.values(PRESETS).flatMap(text =>
      [...text.matchAll(/controls: \[([A-Z][\w., -]+)\]/g)].flatMap(([, list = '']) => list.split(', '))
    )
    expect(named.length).toBeGreaterThan(10)
    expect([...new Set(named)].filter(id => knownControl(id) === null)).toEqual([])
  })

  test('of one that is not in it nothing is known', () => expect(knownControl('OURS-1')).toBeNull())
})
