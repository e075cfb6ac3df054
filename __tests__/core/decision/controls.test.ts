import { describe, expect, test } from '@jest/globals'
import { controlOutcomes } from '../../../src/core/decision/controls.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { decideOn, identified, policyOf } from './evaluation.js'

const RULES = `rules:
  - { id: high, when: { min-severity: high }, verdict: block, controls: [SSDF-PW.7, PCI-6.3] }
  - { id: medium, when: { severity: medium }, verdict: warn, controls: [PCI-6.3] }
  - { id: later, when: { severity: low }, verdict: block, mode: monitor, controls: [CC7.1] }
  - { id: never-met, when: { kev: true }, verdict: block, controls: [KEV] }
  - { id: without, when: { min-severity: low }, verdict: warn }
`
const finding = (severity: 'high' | 'medium' | 'low', ruleId: string) =>
  identified({ severity, ruleId }, 'introduced', true)

describe('controls', () => {
  const decided = async () =>
    decideOn(await policyOf(RULES), [finding('high', 'a'), finding('medium', 'b'), finding('low', 'c')])

  test('have the findings that their own rules match, and the verdict of these rules', async () => {
    const { controls } = await decided()
    expect(controls).toEqual([
      {
        id: 'CC7.1',
        rules: [{ id: 'later', layer: expect.any(String) }],
        counts: { block: 0, warn: 0, pass: 1, total: 1, excepted: 0, monitored: 1 },
        // It would object if it were enforced.
        verdict: null
      },
      {
        id: 'KEV',
        rules: [{ id: 'never-met', layer: expect.any(String) }],
        counts: { block: 0, warn: 0, pass: 0, total: 0, excepted: 0, monitored: 0 },
        // Nobody gave the catalogue that the rule asks for.
        verdict: null
      },
      {
        id: 'PCI-6.3',
        rules: [
          { id: 'high', layer: expect.any(String) },
          { id: 'medium', layer: expect.any(String) }
        ],
        counts: { block: 1, warn: 1, pass: 0, total: 2, excepted: 0, monitored: 0 },
        verdict: 'block'
      },
      {
        id: 'SSDF-PW.7',
        rules: [{ id: 'high', layer: expect.any(String) }],
        counts: { block: 1, warn: 0, pass: 0, total: 1, excepted: 0, monitored: 0 },
        verdict: 'block'
      }
    ])
  })

  test('stand with each finding too, and in the file', async () => {
    const decision = await decided()
    expect(decision.outcomes.map(({ controls }) => controls)).toEqual([
      ['PCI-6.3', 'SSDF-PW.7'],
      ['PCI-6.3'],
      ['CC7.1']
    ])
    const file = JSON.parse(decisionJson(decision))
    expect(file.outcomes[0].controls).toEqual(['PCI-6.3', 'SSDF-PW.7'])
    expect(file.controls).toEqual(decision.controls)
  })

  test('without whole evidence are not known to be met, and what is broken stays broken', async () => {
    const policy = await policyOf(RULES)
    const { outcomes } = await decided()
    const verdicts = controlOutcomes(policy.rules, outcomes, 'incomplete', new Set()).map(({ id, verdict }) => [
      id,
      verdict
    ])
    expect(verdicts).toEqual([
      ['CC7.1', null],
      ['KEV', null],
      ['PCI-6.3', 'block'],
      ['SSDF-PW.7', 'block']
    ])
  })

  test.each<[string, string, readonly string[], 'pass' | null]>([
    ['a catalogue is missing', '{ kev: true }', ['low'], null],
    ['a score is missing', '{ min-epss: 0.5 }', ['low'], null],
    ['no finding says since when it is there', '{ sla: breached }', ['low'], null],
    ['there is nothing to ask of', '{ kev: true }', [], 'pass'],
    ['everything that is asked for is known', '{ severity: critical }', ['low'], 'pass']
  ])('are met only where each rule could have objected: %s', async (_, when, severities, expected) => {
    const policy = await policyOf(`rules:\n  - { id: r, when: ${when}, verdict: block, controls: [C] }\n`)
    const findings = severities.map(severity => {
      const known = identified({ severity: severity as 'low' }, 'introduced', true)
      return { ...known, identity: { ...known.identity, firstDetected: null } }
    })
    expect(decideOn(policy, findings).controls).toMatchObject([{ id: 'C', verdict: expected }])
  })

  test('are not met where one of several rules, or one of several findings, could not be asked', async () => {
    const rules =
      'rules: [{ id: a, when: { severity: critical }, verdict: block, controls: [C] }, { id: b, when: { %s }, verdict: block, controls: [C] }]'
    const verdictOf = async (when: string, dates: readonly (string | null)[]) =>
      decideOn(
        await policyOf(rules.replace('%s', when)),
        dates.map(firstDetected => {
          const known = identified({ severity: 'low' }, 'existing', false)
          return { ...known, identity: { ...known.identity, firstDetected } }
        })
      ).controls[0]?.verdict
    expect(await verdictOf('kev: true', ['2026-11-23T00:00:00Z'])).toBeNull()
    expect(await verdictOf('min-age: 30d', ['2026-11-23T00:00:00Z', null])).toBeNull()
    expect(await verdictOf('min-age: 30d', ['2026-11-23T00:00:00Z', '2026-11-22T00:00:00Z'])).toBe('pass')
  })

  test('that are held back in part are counted by what is said', async () => {
    const policy = await policyOf(`rules:
  - { id: now, when: { severity: high }, verdict: warn, controls: [C] }
  - { id: later, when: { min-severity: low }, verdict: block, mode: monitor, controls: [C] }
  - { id: few, when: { min-severity: low }, verdict: block, more-than: 9, controls: [D] }
  - { id: fine, when: { min-severity: low }, verdict: pass, controls: [E] }
`)
    const { controls } = decideOn(policy, [finding('high', 'a'), finding('low', 'b')])
    expect(controls.map(({ id, counts: { warn, pass, monitored } }) => [id, warn, pass, monitored])).toEqual([
      ['C', 1, 1, 1],
      ['D', 0, 2, 0],
      ['E', 0, 2, 0]
    ])
  })

  test('are not known to be met where one of their rules is fine with a finding and another is held back', async () => {
    const policy = await policyOf(`rules:
  - { id: fine, when: { min-severity: low }, verdict: pass, controls: [C] }
  - { id: later, when: { min-severity: low }, verdict: block, mode: monitor, controls: [C] }
`)
    expect(decideOn(policy, [finding('high', 'a')]).controls).toMatchObject([
      { id: 'C', verdict: null, counts: { pass: 1, monitored: 1 } }
    ])
  })

  test('that an exception covers pass, and say so', async () => {
    const policy = await policyOf(RULES)
    const { outcomes } = await decided()
    const excepted = outcomes.map(outcome =>
      outcome.verdict === 'block' ? { ...outcome, verdict: 'pass' as const, reason: 'excepted' as const } : outcome
    )
    const control = controlOutcomes(policy.rules, excepted, 'complete', new Set()).find(({ id }) => id === 'SSDF-PW.7')
    expect(control).toMatchObject({ verdict: 'pass', counts: { block: 0, pass: 1, excepted: 1, total: 1 } })
  })
})
