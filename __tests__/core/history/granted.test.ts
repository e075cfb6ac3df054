import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/core/decision/decide.js'
import type { Decision } from '../../../src/core/decision/decision.js'
import type { ExceptionRecord } from '../../../src/core/exceptions/exception.js'
import { replay } from '../../../src/core/history/replay.js'
import { readDecision } from '../../../src/core/history/stored.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { decideOn, identified, NOW, policyOf } from '../decision/evaluation.js'

const RULES = 'rules: [{ id: r, when: { min-severity: high }, verdict: block }]'
const AS_MADE = policyOf(`${RULES}\n`)
const FINDING = identified({ severity: 'high' })
const { id } = FINDING.identity

const RECORD: ExceptionRecord = {
  id: 'EXC-1',
  source: 'file',
  place: null,
  type: 'risk-accept',
  match: { kind: 'finding', finding: id },
  reason: 'Only reachable by administrators',
  owner: '@alice',
  approvedBy: ['@bob'],
  approvedAt: '2026-11-20T00:00:00Z',
  expires: '2026-12-10T23:59:59.999Z',
  expiresText: '2026-12-10',
  ticket: 'SEC-1',
  controls: ['WAF rule 7']
}

const COMMENT: Partial<ExceptionRecord> = {
  source: 'comment',
  approvers: [{ login: '@bob', at: '2026-11-20T10:00:00Z', url: 'https://github.com/a/b/pull/1#issuecomment-1' }]
}

type Change = (file: Record<string, unknown>) => unknown

/** The decision as its file gives it back, after a change of that file. */
function stored(decision: Decision, change: Change = file => file): Decision {
  const read = readDecision(change(JSON.parse(decisionJson(decision))))
  if (read.kind !== 'decision') throw new Error(JSON.stringify(read))
  return read.decision
}

const madeWith = async (record: Partial<ExceptionRecord>, finding = FINDING): Promise<Decision> =>
  decideOn(await AS_MADE, [finding], { exceptions: [{ ...RECORD, ...record }] })

async function under(decision: Decision, policy: string, now: string | null = null) {
  const options = { exceptions: null, defaultTier: null, now }
  const { evaluation, gaps } = replay(decision, await policyOf(`${policy}\n`), options)
  return { reason: decide(evaluation).outcomes[0]?.reason, gaps }
}

/** As version 1 wrote them: an id and an end. */
const WITHOUT_TERMS: Change = file => ({
  ...file,
  exceptions: (file.exceptions as object[]).map(exception => ({
    ...exception,
    ...{ type: null, reason: null, owner: null, approvers: [], ticket: null, controls: [], quorum: null }
  }))
})

/** As files of before the match was in them. */
const WITHOUT_MATCH: Change = file => ({
  ...file,
  exceptions: (file.exceptions as { match?: unknown }[]).map(({ match: _, ...exception }) => exception)
})

const PATH = FINDING.finding.location?.path ?? ''
const FOLDER = `${PATH.slice(0, PATH.lastIndexOf('/'))}/**`
const BY_RULE = { kind: 'rule', tool: FINDING.finding.tool, ruleId: FINDING.finding.ruleId } as const

const asks = (terms: string) => `${RULES}\nexceptions: { ${terms} }`
const BOUND = asks('max-duration: { tier-1: { high: 30d } }')
const SHORT = asks('max-duration: { tier-1: { high: 14d } }')
const TICKET = asks('require: { ticket: [1] }')
const CONTROLS = asks('require: { controls: [1] }')
const TWO = asks('quorum: { default: 2 }')
const AT_TIER_0 = `${RULES}\nassets: [{ name: all, paths: ["**"], tier: 0 }]`

describe('an exception of a stored decision under a policy that asks for', () => {
  test.each<[string, Partial<ExceptionRecord>, string, string]>([
    ['nothing', {}, RULES, 'excepted'],
    ['a longest time that it keeps', {}, BOUND, 'excepted'],
    ['a shorter time', {}, SHORT, 'rule'],
    ['a ticket, which it has', {}, TICKET, 'excepted'],
    ['a ticket, which it lacks', { ticket: null }, TICKET, 'rule'],
    ['controls, which it has', {}, CONTROLS, 'excepted'],
    ['controls, which it lacks', { controls: [] }, CONTROLS, 'rule'],
    ['two people, of a file that people reviewed', {}, TWO, 'excepted'],
    ['two people, of one who commented', COMMENT, TWO, 'rule'],
    ['one person, of one who commented', COMMENT, RULES, 'excepted'],
    ['none at all of this kind', {}, asks('never: [{ category: sast }]'), 'rule'],
    ['more at tier 0, of one that names the finding', {}, AT_TIER_0, 'excepted'],
    ['more at tier 0, of one that names its file', { match: { ...BY_RULE, path: PATH } }, AT_TIER_0, 'excepted'],
    ['more at tier 0, of one that names its folder', { match: { ...BY_RULE, path: FOLDER } }, AT_TIER_0, 'rule'],
    ['more at tier 0, where an approval may be of another commit', COMMENT, AT_TIER_0, 'rule']
  ])('%s', async (_name, record, policy, reason) => {
    const decision = stored(await madeWith(record))
    expect(decision.outcomes[0]?.reason).toBe('excepted')
    expect(await under(decision, policy)).toMatchObject({ reason })
  })

  test('more at tier 0, where a path may name too much', async () => {
    expect(await under(stored(await madeWith({}), WITHOUT_MATCH), AT_TIER_0)).toMatchObject({ reason: 'rule' })
  })

  test('it holds at tier 0 where it held there already', async () => {
    const decision = decideOn(await policyOf(`${AT_TIER_0}\n`), [FINDING], { exceptions: [RECORD] })
    expect(await under(stored(decision), AT_TIER_0)).toEqual({ reason: 'excepted', gaps: ['exceptions'] })
  })

  test.each([
    ['before its end', '2026-12-10T12:00:00Z', 'excepted'],
    ['after it', '2026-12-11T00:00:00Z', 'rule'],
    ['before its approval', '2026-11-19T00:00:00Z', 'rule']
  ])('the clock, %s', async (_name, now, reason) => {
    expect(await under(stored(await madeWith({})), RULES, now)).toMatchObject({ reason })
  })

  test('what no rule asked for then holds where one asks for it now', async () => {
    const medium = identified({ severity: 'medium' })
    const decision = stored(await madeWith({ match: { kind: 'finding', finding: medium.identity.id } }, medium))
    expect(decision.outcomes[0]).toMatchObject({ reason: 'no-rule', exception: null })
    const stricter = 'rules: [{ id: r, when: { min-severity: medium }, verdict: block }]'
    expect(await under(decision, stricter)).toMatchObject({ reason: 'excepted' })
    expect(
      await under(decision, `${stricter}\nexceptions: { max-duration: { tier-1: { medium: 1d } } }`)
    ).toMatchObject({
      reason: 'rule'
    })
  })
})

describe('a term that the decision does not tell', () => {
  test.each([
    ['holds where the policy does not ask for it', RULES, 'excepted'],
    ['is no bound that is kept', BOUND, 'rule'],
    ['is no ticket', TICKET, 'rule'],
    ['is no control', CONTROLS, 'rule']
  ])('%s', async (_name, policy, reason) => {
    const decision = stored(await madeWith({}), WITHOUT_TERMS)
    expect(await under(decision, policy)).toMatchObject({ reason, gaps: expect.arrayContaining(['exception-terms']) })
  })

  test('is no second person, nor one who may break glass', async () => {
    const decision = stored(await madeWith(COMMENT), WITHOUT_TERMS)
    expect(await under(decision, RULES)).toMatchObject({ reason: 'excepted' })
    expect(await under(decision, TWO)).toMatchObject({ reason: 'rule' })
    expect(await under(decision, asks('quorum: { break-glass: 2 }'))).toMatchObject({ reason: 'rule' })
  })

  test('is no end that could be read', async () => {
    const decision = stored(await madeWith({}), file => ({
      ...file,
      outcomes: (file.outcomes as object[]).map(outcome => ({
        ...outcome,
        exception: { id: 'EXC-1', expires: 'soon' }
      })),
      exceptions: []
    }))
    expect(await under(decision, RULES)).toMatchObject({ reason: 'rule', gaps: ['exception-terms'] })
  })

  test('is no other vulnerability of the same finding that has an exception of its own', async () => {
    const several = identified({ severity: 'high', identifiers: ['CVE-2026-1', 'CVE-2026-2'] })
    const decision = stored(await madeWith({ match: { kind: 'finding', finding: several.identity.id } }, several))
    expect(await under(decision, RULES)).toEqual({ reason: 'excepted', gaps: ['exceptions'] })
    expect(await under(stored(decision, WITHOUT_MATCH), RULES)).toEqual({ reason: 'rule', gaps: ['exception-terms'] })
  })

  test('two exceptions of one id are none whose terms are known', async () => {
    const decision = stored(await madeWith({}), file => {
      const [exception] = file.exceptions as object[]
      return {
        ...file,
        exceptions: [
          { ...exception, finding: null },
          { ...exception, finding: null }
        ]
      }
    })
    expect(await under(decision, RULES)).toMatchObject({ reason: 'excepted' })
    expect(await under(decision, TICKET)).toMatchObject({ reason: 'rule' })
  })
})

test('decisions without exceptions leave nothing open', async () => {
  expect(await under(stored(decideOn(await AS_MADE, [FINDING], { now: NOW })), RULES)).toEqual({
    reason: 'rule',
    gaps: []
  })
})
