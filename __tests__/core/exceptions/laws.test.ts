import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CommentFacts } from '../../../src/core/exceptions/approval/approval-facts.js'
import { deriveApprovals } from '../../../src/core/exceptions/approval/approvals.js'
import type { ExceptionCandidate, ExceptionMatch, ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { settle } from '../../../src/core/exceptions/settle.js'
import { KNOWN_SEVERITIES } from '../../../src/core/finding.js'
import { TIERS } from '../../../src/core/policy/policy.js'
import { triesOf } from '../../thorough.js'
import * as scene from './approval-builders.js'
import { candidate, dependency, exceptionPolicy, finding, findingId, later, NOW, record } from './builders.js'

const DAY = 86_400_000
const policy = exceptionPolicy({ require: { ticket: [0], controls: [] } })

// A small world, so that things meet, and mostly in order, so that they hold.
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))

const identifier = fc.constantFrom('CVE-2026-1', 'CVE-2026-2', 'GHSA-aaaa-bbbb-cccc')
const path = fc.constantFrom('package-lock.json', 'src/a.ts', 'src/b/c.ts')
const purl = fc.constantFrom('pkg:npm/a@1', 'pkg:npm/a@2', 'pkg:npm/b@1')

const anyMatch: fc.Arbitrary<ExceptionMatch> = fc.oneof(
  fc.record({ kind: fc.constant('finding' as const), finding: fc.integer({ min: 0, max: 5 }).map(findingId) }),
  fc.record({
    kind: fc.constant('advisory' as const),
    identifier,
    package: fc.constantFrom('pkg:npm/a', 'pkg:npm/a@1', 'pkg:npm/b', null),
    path: fc.oneof(path, fc.constantFrom('src/**', 'src/b/**'))
  }),
  fc.record({
    kind: fc.constant('rule' as const),
    tool: fc.constantFrom('Semgrep', 'semgrep', 'CodeQL'),
    ruleId: fc.constantFrom('js.sql-injection', 'other'),
    path: fc.oneof(path, fc.constantFrom('src/**', 'src/b/**'))
  })
)

const anyRecord: fc.Arbitrary<ExceptionRecord> = fc
  .record({
    name: fc.nat(999),
    match: anyMatch,
    days: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 2, max: 30 }) }, fc.integer({ min: 0, max: 70 })),
    start: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -6, max: 0 }) }, fc.integer({ min: -40, max: 2 })),
    ticket: fc.constantFrom('SEC-1', 'SEC-1', null),
    approvedBy: mostly(['@bob'], ['@bob', '@carol'], []),
    type: mostly('risk-accept' as const, 'break-glass' as const)
  })
  .map(({ name, days, start, ...change }) => {
    const approvedAt = later('2026-11-23T00:00:00.000Z', start * DAY)
    return record(`EXC-${name}`, { ...change, approvedAt, expiresText: later(approvedAt, days * DAY).slice(0, 10) })
  })

const records = (maxLength = 8) => fc.uniqueArray(anyRecord, { maxLength, selector: ({ id }) => id })

const anyCandidate: fc.Arbitrary<ExceptionCandidate> = fc
  .record({
    number: fc.integer({ min: 0, max: 5 }),
    finding: fc.oneof(
      path.map(at =>
        finding({ location: { path: at, startLine: 1, startColumn: null, endLine: null, endColumn: null } })
      ),
      fc.tuple(purl, fc.uniqueArray(identifier, { minLength: 1 }), path).map(([of, ids, at]) => dependency(of, ids, at))
    ),
    tier: fc.constantFrom(...TIERS),
    effectiveSeverity: fc.constantFrom(...KNOWN_SEVERITIES),
    kev: mostly<boolean | null>(false, true, null),
    never: mostly(false, true),
    matters: mostly(true, false)
  })
  .map(({ number, ...change }) => candidate(number, change))

// Findings have ids of their own, as a rule.
const candidates = fc
  .tuple(fc.array(anyCandidate, { maxLength: 8 }), mostly(true, false))
  .map(([some, isDistinct]) => (isDistinct ? some.map((one, index) => ({ ...one, id: findingId(index) })) : some))
const granted = (some: readonly ExceptionRecord[], findings: readonly ExceptionCandidate[], now = NOW) =>
  settle(some, findings, policy, now).granted
const shuffled = <T>(items: readonly T[], order: readonly number[]): T[] =>
  items
    .map((item, index) => ({ item, key: order[index % order.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

/** Whether the exception is for one of several vulnerabilities that the finding is about. */
const namesOneOf = ({ match }: ExceptionRecord, { finding: { identifiers } }: ExceptionCandidate): boolean =>
  match.kind === 'advisory' && identifiers.length > 1 && identifiers.includes(match.identifier)

describe('exceptions of any kind', () => {
  test('an added exception changes its own findings only, and makes them milder', () => {
    fc.assert(
      fc.property(records(), anyRecord, candidates, (some, extra, findings) => {
        fc.pre(some.every(({ id }) => id !== extra.id))
        const before = granted(some, findings)
        const after = granted([...some, extra], findings)
        const own = granted([extra], findings)
        for (const [index, candidate] of findings.entries()) {
          if (before.has(index)) expect(after.has(index)).toBe(true)
          // Of a finding about several vulnerabilities it may be the one that was missing.
          if (!own.has(index) && !namesOneOf(extra, candidate)) expect(after.get(index)).toEqual(before.get(index))
        }
      }),
      { numRuns: triesOf(500) }
    )
  })

  test('as time goes on nothing begins to hold again', () => {
    fc.assert(
      fc.property(records(), candidates, fc.nat(90 * DAY), fc.nat(90 * DAY), (some, findings, first, more) => {
        const started = some.filter(({ approvedAt }) => approvedAt <= NOW)
        const early = granted(started, findings, later(NOW, first))
        for (const index of granted(started, findings, later(NOW, first + more)).keys())
          expect(early.has(index)).toBe(true)
      }),
      { numRuns: triesOf(500) }
    )
  })

  test('the order of records and findings changes nothing', () => {
    fc.assert(
      fc.property(records(), candidates, fc.array(fc.nat(), { minLength: 3 }), (some, findings, order) => {
        const straight = settle(some, findings, policy, NOW)
        expect(settle(shuffled(some, order), findings, policy, NOW)).toEqual(straight)
        const turned = settle(some, [...findings].reverse(), policy, NOW)
        expect(turned.outcomes).toEqual(straight.outcomes)
        expect(turned.notices).toEqual(straight.notices)
        for (const index of findings.keys()) {
          const mirrored = findings.length - 1 - index
          expect(turned.granted.get(mirrored)).toEqual(straight.granted.get(index))
          expect(turned.refused.get(mirrored)).toEqual(straight.refused.get(index))
        }
      }),
      { numRuns: triesOf(500) }
    )
  })

  test('a higher risk is never excepted where a lower one is not', () => {
    fc.assert(
      fc.property(records(), anyCandidate, anyCandidate, (some, low, other) => {
        const high: ExceptionCandidate = {
          ...low,
          tier: TIERS.find(tier => tier === Math.min(low.tier, other.tier)) ?? 0,
          effectiveSeverity:
            KNOWN_SEVERITIES[
              Math.max(
                KNOWN_SEVERITIES.indexOf(low.effectiveSeverity),
                KNOWN_SEVERITIES.indexOf(other.effectiveSeverity)
              )
            ] ?? 'critical',
          kev: low.kev === true ? true : other.kev,
          never: low.never || other.never
        }
        if (granted(some, [high]).has(0)) expect(granted(some, [low]).has(0)).toBe(true)
      }),
      { numRuns: triesOf(500) }
    )
  })

  test('every record has one outcome, and every matched finding an answer', () => {
    fc.assert(
      fc.property(records(), candidates, (some, findings) => {
        const { outcomes, granted: holding, refused } = settle(some, findings, policy, NOW)
        expect(outcomes.map(({ id }) => id).sort()).toEqual(some.map(({ id }) => id).sort())
        for (const index of findings.keys()) expect(holding.has(index) && refused.has(index)).toBe(false)
        for (const { status, problem } of outcomes)
          expect(problem === null).toBe(status === 'active' || status === 'expiring')
      })
    )
  })
})

describe('approvals by comment', () => {
  const people = [scene.AUTHOR, scene.ALICE, scene.BOB, scene.CAROL, scene.ADMIN, scene.MALLORY, scene.BOT, null]
  const approvers = [scene.ALICE, scene.BOB, scene.CAROL, scene.ADMIN]
  const body = fc.constantFrom(
    scene.approve(),
    scene.approve({ expires: '2026-11-25' }),
    scene.approve({ sha: scene.EARLIER }),
    scene.approve({ finding: 2 }),
    scene.breakGlass(),
    scene.request(),
    scene.reject(),
    scene.reject(2),
    scene.revoke(),
    'thanks',
    `> ${scene.approve()}`
  )
  const anyComment = (number: number): fc.Arbitrary<CommentFacts> =>
    fc
      .tuple(fc.constantFrom(...people), body, fc.constantFrom('as written', 'as written', 'edited', 'hidden'))
      .map(([user, text, state]) => {
        const plain = scene.comment(number, user, text)
        if (state === 'edited') return scene.edited(plain, scene.AUTHOR)
        return state === 'hidden' ? { ...plain, minimized: true } : plain
      })
  const comments = fc
    .integer({ min: 0, max: 6 })
    .chain(count => fc.tuple(...Array.from({ length: count }, (_, n) => anyComment(n + 1))))
  const facts = (given: readonly CommentFacts[]) =>
    scene.facts(given, { findings: [scene.subject(1), scene.subject(2, { tier: 0 })] })
  const approved = (given: readonly CommentFacts[], now = NOW) =>
    settle(deriveApprovals(facts(given), policy, now).records, [candidate(1), candidate(2, { tier: 0 })], policy, now)
      .granted

  test('the order in which pages arrive, and reading one twice, change nothing', () => {
    fc.assert(
      fc.property(comments, fc.array(fc.nat(), { minLength: 3 }), (given, order) => {
        const straight = deriveApprovals(facts(given), policy, NOW)
        expect(deriveApprovals(facts(shuffled(given, order)), policy, NOW)).toEqual(straight)
        expect(deriveApprovals(facts([...given, ...given]), policy, NOW)).toEqual(straight)
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('what people without authority write approves nothing', () => {
    fc.assert(
      fc.property(comments, given => {
        const outsiders = given.filter(({ user }) => !approvers.some(({ id }) => id === user?.id))
        expect(approved(outsiders).size).toBe(0)
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('nor does it add to what others approve', () => {
    fc.assert(
      fc.property(comments, given => {
        const insiders = given.filter(({ user }) => approvers.some(({ id }) => id === user?.id))
        for (const index of approved(given).keys()) expect(approved(insiders).has(index)).toBe(true)
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('a rejection at the end leaves nothing of its finding', () => {
    fc.assert(
      fc.property(comments, fc.constantFrom(...approvers), (given, who) => {
        expect(approved([...given, scene.comment(99, who, scene.reject())]).has(0)).toBe(false)
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('as time goes on nothing is approved that was not', () => {
    fc.assert(
      fc.property(comments, fc.nat(20 * DAY), (given, more) => {
        const early = approved(given)
        for (const index of approved(given, later(NOW, more)).keys()) expect(early.has(index)).toBe(true)
      }),
      { numRuns: triesOf(300) }
    )
  })

  test('whatever changes of a rejection, it does not come to an approval', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...approvers),
        body,
        fc.constantFrom(scene.AUTHOR, scene.MALLORY),
        (who, text, editor) => {
          const before = [
            scene.comment(1, who, scene.approve()),
            scene.edited(scene.comment(2, who, scene.reject()), editor, text)
          ]
          expect(approved(before).size).toBe(0)
        }
      )
    )
  })
})
