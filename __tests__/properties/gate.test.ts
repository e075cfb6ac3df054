import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { VERDICTS } from '../../src/core/policy/policy.js'
import { decisionJson } from '../../src/core/reports/files/decision-json.js'
import { evaluate } from '../../src/gate/gate.js'
import { localPorts } from '../../src/gate/local-ports.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../e2e/workspace.js'
import { triesOf } from '../thorough.js'
import { requestIn } from './request.js'

const decisionOn = (files: Files, sarif: readonly string[]) =>
  withFiles(files, async directory => {
    const { decision } = await evaluate(
      requestIn(directory, sarif),
      localPorts({ cwd: directory, sourceRoot: null, layerSources: new Map() }),
      () => undefined
    )
    return decision
  })

interface Rule {
  readonly id: string
  readonly level: string
  readonly score: string | null
}

const rule: fc.Arbitrary<Rule> = fc.record({
  id: fc.constantFrom('a', 'b/c', 'CVE-2026-1234', 'generic.secrets.x', '__proto__'),
  level: fc.constantFrom('error', 'warning', 'note', 'none'),
  score: fc.constantFrom(null, '9.8', '7.0', '0.0', 'undefined')
})
const result = fc.record({
  ruleId: fc.constantFrom('a', 'b/c', 'CVE-2026-1234', 'generic.secrets.x', '__proto__', 'unheard-of'),
  path: fc.constantFrom('src/a.ts', 'src/b.ts', '../out.ts', 'package-lock.json'),
  line: fc.integer({ min: 1, max: 3 }),
  level: fc.constantFrom(undefined, 'error', 'note')
})
const run = fc.record({
  tool: fc.constantFrom('CodeQL', 'Semgrep OSS', 'gitleaks', 'Home made'),
  rules: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 4 }),
  results: fc.array(result, { maxLength: 6 })
})
type Run = {
  readonly tool: string
  readonly rules: readonly Rule[]
  readonly results: readonly { ruleId: string; path: string; line: number; level: string | undefined }[]
}

const toRun = ({ tool, rules, results }: Run) =>
  aSarifRun(
    tool,
    results.map(({ ruleId, path, line, level }) => aResult(ruleId, path, line, level === undefined ? {} : { level })),
    rules.map(({ id, level, score }) => ({
      id,
      defaultConfiguration: { level },
      properties: score === null ? {} : { 'security-severity': score }
    }))
  )

const POLICY = `version: 1
extends: [preset:baseline]
assets: [{ name: lib, paths: ["src/a.ts"], tier: 0 }]
rules:
  - { id: many, when: { min-severity: low }, more-than: 3, verdict: warn }
`

/** Moves the elements by the random keys: the same content in another order. */
const shuffled = <T>(items: readonly T[], keys: readonly number[]): readonly T[] =>
  items
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** The digests of the files differ when their bytes are put in another order; nothing else may. */
const comparable = (json: string): string => json.replaceAll(/"(sha256|bytes|digest)": ("[0-9a-f]*"|\d+)/g, '"$1": 0')

test("the order of files, runs, results and rules does not show in the decision's bytes", async () => {
  const files = fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  const keys = fc.array(fc.integer(), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(files, keys, async (logs, order) => {
      const named = (change: (runs: readonly Run[]) => readonly Run[]): Files => ({
        'policy.yml': POLICY,
        ...Object.fromEntries(logs.map((runs, index) => [`${index}.sarif`, aLog(...change(runs).map(toRun))]))
      })
      const patterns = logs.map((_, index) => `${index}.sarif`)
      const reorder = (runs: readonly Run[]) =>
        shuffled(runs, order).map(each => ({
          ...each,
          rules: shuffled(each.rules, order),
          results: shuffled(each.results, order)
        }))
      const plain = await decisionOn(
        named(runs => runs),
        patterns
      )
      const moved = await decisionOn(named(reorder), shuffled(patterns, order))
      expect(comparable(decisionJson(moved))).toBe(comparable(decisionJson(plain)))
    }),
    { numRuns: triesOf(60) }
  )
})

test('a finding or a rule more never makes the verdict milder, and every result is accounted for', async () => {
  const extraRule = fc.record({
    severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
    verdict: fc.constantFrom('pass', 'warn', 'block'),
    mode: fc.constantFrom('monitor', 'warn', 'enforce')
  })
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 3 }), run, extraRule, async (runs, more, extra) => {
      const policy = `${POLICY}  - { id: more, when: { min-severity: ${extra.severity} }, verdict: ${extra.verdict}, mode: ${extra.mode} }\n`
      const results = (each: readonly Run[]) => each.reduce((sum, { results }) => sum + results.length, 0)
      const before = await decisionOn({ 'policy.yml': POLICY, 'a.sarif': aLog(...runs.map(toRun)) }, ['a.sarif'])
      const finding = await decisionOn({ 'policy.yml': POLICY, 'a.sarif': aLog(...[...runs, more].map(toRun)) }, [
        'a.sarif'
      ])
      const ruled = await decisionOn({ 'policy.yml': policy, 'a.sarif': aLog(...runs.map(toRun)) }, ['a.sarif'])
      const rank = ({ verdict }: { readonly verdict: (typeof VERDICTS)[number] }) => VERDICTS.indexOf(verdict)
      expect(rank(finding)).toBeGreaterThanOrEqual(rank(before))
      expect(rank(ruled)).toBeGreaterThanOrEqual(rank(before))
      expect([before.counts.results, finding.counts.results]).toEqual([results(runs), results([...runs, more])])
    }),
    { numRuns: triesOf(60) }
  )
})
