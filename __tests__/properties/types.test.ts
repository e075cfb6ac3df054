import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Finding, severityRank } from '../../src/core/finding.js'
import type { JsonObject, JsonValue } from '../../src/core/ground/json.js'
import { logOf, normalise } from '../core/sarif/feed.js'
import { triesOf } from '../thorough.js'

/** How a policy that blocks from high takes it, unknown severities as high: 0 passes, 2 is a secret whatever its severity. */
function weightOf({ category, severity }: Finding): number {
  if (category === 'secret') return 2
  return category !== 'quality' && severityRank(severity === 'unknown' ? 'high' : severity) >= 3 ? 1 : 0
}

const read = (tool: string, rules: JsonValue, result: JsonObject = {}) => {
  const run = { tool: { driver: { name: tool, rules } }, results: [{ ruleId: 'R', message: { text: 'm' }, ...result }] }
  return normalise(logOf(run)).findings.map(weightOf)
}

const rule: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      level: fc.constantFrom('error', 'warning', 'note', 'critical', 'odd'),
      score: fc.constantFrom('9.8', '2.0', 5, 'HIGH', 'undefined'),
      tags: fc.constantFrom(['security'], ['secret'], ['style'])
    },
    { requiredKeys: [] }
  )
  .map(({ level, score, tags }) => ({
    id: 'R',
    ...(level === undefined ? {} : { defaultConfiguration: { level } }),
    properties: {
      ...(score === undefined ? {} : { 'security-severity': score }),
      ...(tags === undefined ? {} : { tags })
    }
  }))
const tool = fc.constantFrom('Semgrep OSS', 'PMD', 'CodeQL', 'AcmeScan')

test('the order of rules of one id changes nothing', () => {
  const property = fc.property(tool, fc.array(rule, { minLength: 2, maxLength: 4 }), (name, rules) => {
    expect(read(name, [...rules].reverse())).toEqual(read(name, rules))
  })
  fc.assert(property, { numRuns: triesOf(500) })
})

test('one more rule of the id never makes a result milder', () => {
  const property = fc.property(tool, rule, rule, (name, first, second) => {
    const [both = 0] = read(name, [first, second])
    for (const one of [first, second]) expect(both).toBeGreaterThanOrEqual(read(name, [one])[0] ?? 0)
  })
  fc.assert(property, { numRuns: triesOf(500) })
})

/** The value with each word, number or list in it wrapped in a list. */
function* mistyped(value: JsonValue): Generator<JsonValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return void (yield [value])
  for (const [key, part] of Object.entries(value as JsonObject)) {
    if (key !== 'id') for (const other of mistyped(part ?? null)) yield { ...(value as JsonObject), [key]: other }
  }
}

test('a mistyped member never makes a result milder', () => {
  const property = fc.property(fc.constantFrom('Semgrep OSS', 'PMD', 'CodeQL'), rule, (name, one) => {
    const [before = 0] = read(name, [one])
    for (const other of mistyped(one)) expect(read(name, [other])[0] ?? 0).toBeGreaterThanOrEqual(Math.min(before, 1))
    expect(read(name, { R: one })[0] ?? 0).toBeGreaterThanOrEqual(Math.min(before, 1))
  })
  fc.assert(property, { numRuns: triesOf(300) })
})

test('a rule that is lost never makes a result of a tool with levels on rules milder', () => {
  const property = fc.property(fc.constantFrom('Semgrep OSS', 'CodeQL'), rule, (name, one) => {
    const [before = 0] = read(name, [one])
    for (const rules of [[], null, {}, [null], [{ ...one, id: 'Q' }]] as const) {
      expect(read(name, rules)[0] ?? 0).toBeGreaterThanOrEqual(Math.min(before, 1))
    }
  })
  fc.assert(property, { numRuns: triesOf(300) })
})
