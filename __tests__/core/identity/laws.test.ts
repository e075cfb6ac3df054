import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Diff, Edit } from '../../../src/core/change/change.js'
import { diffFile } from '../../../src/core/change/diff.js'
import type { Finding } from '../../../src/core/finding.js'
import { fingerprintIn } from '../../../src/core/identity/fingerprint.js'
import { advisory, finding, place, run } from './builders.js'

const PATHS = ['a.js', 'b.js', 'c/d.js']
const STATEMENTS = ['eval(a)', 'const result = eval(argument)', 'return eval(a)', 'run(eval(text), other)']

const source = fc.array(
  fc.oneof(fc.constantFrom(...STATEMENTS), fc.constantFrom('}', '', 'call(argument)', 'const x = 1')),
  {
    maxLength: 12
  }
)

/** Findings of every kind, with and without content, some equal. */
const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  fc
    .record({
      path: fc.constantFrom(...PATHS),
      line: fc.integer({ min: 1, max: 9 }),
      rule: fc.constantFrom('r1', 'r2'),
      snippet: fc.constantFrom('eval(a)', 'eval(b)', '')
    })
    .map(({ path, line, rule, snippet }) => finding({ ruleId: rule, location: place(path, line, 3), snippet })),
  fc
    .record({
      id: fc.constantFrom('CVE-2026-1', 'CVE-2026-2', 'GHSA-aaaa-bbbb-cccc'),
      version: fc.constantFrom('1', '2')
    })
    .map(({ id, version }) => advisory(id, version)),
  fc
    .record({ line: fc.integer({ min: 1, max: 5 }), snippet: fc.constantFrom('AKIA1', 'AKIA2') })
    .map(({ line, snippet }) => finding({ category: 'secret', location: place('a.env', line), snippet })),
  fc.constantFrom('m1', 'm2').map(message => finding({ message }))
)

const someFindings = fc.array(anyFinding, { maxLength: 14 })

const summary = (result: ReturnType<typeof run>): readonly string[] =>
  [...result.findings, ...result.fixed].map(({ finding: one, identity }) => JSON.stringify([one, identity])).sort()

const count = (result: ReturnType<typeof run>, state: string): number =>
  result.findings.filter(item => item.identity.state === state).length

describe('laws', () => {
  test('the order of the input never shows', () => {
    fc.assert(
      fc.property(
        someFindings.chain(head => fc.tuple(fc.constant(head), fc.shuffledSubarray(head, { minLength: head.length }))),
        someFindings.chain(base => fc.tuple(fc.constant(base), fc.shuffledSubarray(base, { minLength: base.length }))),
        ([head, otherHead], [base, otherBase]) => {
          expect(summary(run(otherHead, { baseline: otherBase }))).toEqual(summary(run(head, { baseline: base })))
        }
      )
    )
  })

  test('matching is one to one, and every id is given once', () => {
    fc.assert(
      fc.property(someFindings, someFindings, (head, base) => {
        const result = run(head, { baseline: base })
        expect(result.findings.map(item => item.finding)).toEqual(head)
        expect(count(result, 'existing') + result.fixed.length).toBe(base.length)
        const all = [...result.findings, ...result.fixed].map(item => item.identity.id)
        expect(new Set(all).size).toBe(all.length)
      })
    )
  })

  test('the same findings again: nothing is introduced, nothing is fixed', () => {
    fc.assert(
      fc.property(someFindings, findings => {
        const result = run(findings, { baseline: findings })
        expect(count(result, 'existing')).toBe(findings.length)
        expect(result.fixed).toEqual([])
      })
    )
  })

  test('own output as baseline: nothing is introduced, and all ids stay', () => {
    fc.assert(
      fc.property(someFindings, findings => {
        const before = run(findings, {})
        const baseline = before.findings.map(({ finding: one, identity }) => ({
          ...one,
          clues: { ...one.clues, fingerprints: { 'policyGate/v1': fingerprintIn(identity.id) } }
        }))
        const after = run(findings, { baseline })
        expect(count(after, 'existing')).toBe(findings.length)
        const ids = (result: typeof after) => result.findings.map(item => item.identity.id).sort()
        expect(ids(after)).toEqual(ids(before))
      })
    )
  })

  test('one more finding never lowers the number of introduced ones, and adds at most one existing', () => {
    fc.assert(
      fc.property(someFindings, someFindings, anyFinding, (head, base, more) => {
        const before = run(head, { baseline: base })
        const after = run([...head, more], { baseline: base })
        expect(count(after, 'introduced')).toBeGreaterThanOrEqual(count(before, 'introduced'))
        expect(count(after, 'existing') - count(before, 'existing')).toBeLessThanOrEqual(1)
      })
    )
  })

  test('after an edit, never more findings of a rule are existing in a file than the base had, and unchanged ones always are', () => {
    fc.assert(
      fc.property(source, source, source, source, (top, removed, added, bottom) => {
        const path = 'a.js'
        const base = [...top, ...removed, ...bottom]
        const head = [...top, ...added, ...bottom]
        const edits: readonly Edit[] =
          removed.length + added.length === 0
            ? []
            : [{ baseStart: top.length + 1, removed, headStart: top.length + 1, added: added.length }]
        const diff: Diff = { files: new Map([[path, diffFile('modified', path, edits)]]), complete: true }
        const scan = (lines: readonly string[]) =>
          lines.flatMap((line, index) => (line.includes('eval') ? [finding({ location: place(path, index + 1) })] : []))
        const result = run(scan(head), { baseline: scan(base), files: { [path]: head.join('\n') }, more: { diff } })
        expect(count(result, 'existing')).toBeLessThanOrEqual(scan(base).length)
        for (const { finding: one, identity } of result.findings) {
          if (identity.inDiff === false)
            expect([one.location?.startLine, identity.state]).toEqual([one.location?.startLine, 'existing'])
        }
      })
    )
  })
})
