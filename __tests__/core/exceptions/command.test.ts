import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ParsedLine, VERBS } from '../../../src/core/exceptions/commands/command.js'
import { commandsIn, isAddressed, readComment } from '../../../src/core/exceptions/commands/comment.js'
import { meaningOf } from '../../../src/core/exceptions/commands/line.js'
import { anyText } from '../../any-text.js'
import { approvalOf, REASON, refusedBodies, silentBodies } from './command-vectors.js'

const ID = `F-${'0123456789abcdef'.repeat(2)}`
const SHA = 'a'.repeat(40)
const NAMED = { id: ID, sha: SHA, day: '2026-12-01' }
const APPROVE = approvalOf(NAMED)
const REFUSED = refusedBodies(NAMED)

/** What a comment is read as, where it holds one line or none. */
function parseCommand(body: string): ParsedLine | null {
  const [first = null, ...others] = readComment(body)
  expect(others).toEqual([])
  return first
}

describe('commands that are read', () => {
  test('an approval carries everything itself', () => {
    expect(parseCommand(`${APPROVE} ticket=SEC-12 controls="WAF rule 1234; rate limit"`)).toEqual({
      kind: 'command',
      verb: 'approve',
      finding: ID,
      sha: SHA,
      type: 'risk-accept',
      expires: '2026-12-01',
      reason: 'The endpoint is disabled in production',
      ticket: 'SEC-12',
      controls: ['WAF rule 1234', 'rate limit'],
      owner: '@alice'
    })
  })

  test.each([
    ['request', `/gate request ${ID} reason="please look at this"`],
    [
      'request',
      `/gate request ${ID} reason=short type=mitigated expires=2026-12-01 ticket=SEC-1 controls="WAF" owner=@bob`
    ],
    ['reject', `/gate reject ${ID} reason="no"`],
    ['revoke', `/gate revoke ${ID} reason="exploited in the wild"`],
    [
      'break-glass',
      `/gate break-glass ${ID} sha=${'b'.repeat(64)} ticket=INC-7 reason="production is down, this is the fix"`
    ],
    ['approve', `${APPROVE}\n`],
    ['approve', `${APPROVE}\r\n`],
    ['approve', `${APPROVE} ticket=https://tracker.example/SEC-1`],
    ['approve', APPROVE.replace(REASON, 'reason="Der Endpunkt ist außer Betrieb – 2027 entfällt er 🎉"')]
  ])('%s: %s', (verb, body) => {
    expect(parseCommand(body)).toMatchObject({ kind: 'command', verb, finding: ID })
  })

  test('break-glass has its type from its verb', () => {
    expect(
      parseCommand(`/gate break-glass ${ID} sha=${SHA} ticket=INC-7 reason="production is down, this is the fix"`)
    ).toMatchObject({ type: 'break-glass', expires: null })
  })
})

describe('bodies that are not commands', () => {
  test.each(silentBodies(NAMED))('%s is no command', (_, body) => {
    expect(readComment(body)).toEqual([])
  })

  test.each(REFUSED)('%s is refused', (_, body, code) => {
    expect(parseCommand(body)).toMatchObject({ kind: 'malformed', code })
  })

  test('what is said about a refused body quotes none of it', () => {
    for (const [, body] of REFUSED) {
      const parsed = parseCommand(body)
      expect(parsed).toMatchObject({ problem: expect.stringMatching(/^[ -~]+$/) })
      expect(parsed).not.toMatchObject({ problem: expect.stringContaining('thanks') })
    }
  })
})

describe('laws', () => {
  test('one changed character anywhere never makes another finding or commit approved', () => {
    const good = parseCommand(APPROVE)
    fc.assert(
      fc.property(fc.nat(APPROVE.length - 1), anyText({ minLength: 1, maxLength: 2 }), (at, text) => {
        const parsed = parseCommand(APPROVE.slice(0, at) + text + APPROVE.slice(at))
        if (parsed?.kind !== 'command' || good?.kind !== 'command') return
        expect([parsed.verb, parsed.finding, parsed.sha]).toEqual([good.verb, good.finding, good.sha])
      })
    )
  })

  test('any text gets an answer, and only what begins with the name is answered', () => {
    const part = fc.oneof(
      anyText(),
      fc.constantFrom('/gate', ' ', '"', '=', ID, SHA, '\n', ...VERBS, 'sha=', 'reason="', 'expires=')
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parts => {
        const body = parts.join('')
        if (body.startsWith('/gate')) expect(readComment(body)).not.toEqual([])
        else expect(readComment(body).filter(({ kind }) => kind !== 'malformed')).toEqual([])
      })
    )
  })
})

test.each([
  ['two blanks', `/gate  request ${ID} reason="x"`, /two at character 6, leave one out/],
  ['two blanks between arguments', `/gate request ${ID}  reason="x"`, /two at character 49/],
  ['a blank that is none', `/gate\u00a0request ${ID} reason="x"`, /character 6 stands another blank/],
  ['nothing after a quote', `/gate request ${ID} reason="x"ticket=A-1`, /put one at character 60/],
  [
    'curly quotes',
    `/gate request ${ID} reason=\u201ctoo old\u201d`,
    /character 57 is in curly or single quotes.*straight/
  ],
  ['single quotes', `/gate request ${ID} reason='too old'`, /character 57 is in curly or single/]
])('what nobody sees is told with its place: %s', (_, body, problem) => {
  expect(parseCommand(body)).toMatchObject({ kind: 'malformed', problem: expect.stringMatching(problem) })
})

describe('what a malformed line was meant to say', () => {
  const CAPITALS = `F-${'0123456789ABCDEF'.repeat(2)}`
  test.each<[string, string, string | null, string | null, readonly (readonly [string, string])[]]>([
    ['a name nearly right', `/gate aprove ${ID} sha=${SHA}`, 'approve', ID, [['sha', SHA]]],
    ['an id in capitals', `/gate reject ${CAPITALS} reason="no"`, 'reject', ID, [['reason', 'no']]],
    ['words after a bare reason', `/gate reject ${ID} reason=it is bad`, 'reject', ID, [['reason', 'it is bad']]],
    [
      'words after bare controls',
      `/gate request ${ID} reason="x" controls=WAF rule`,
      'request',
      ID,
      [
        ['reason', 'x'],
        ['controls', 'WAF rule']
      ]
    ],
    ['words after another value', `/gate request ${ID} ticket=SEC-1 now`, 'request', ID, [['ticket', 'SEC-1']]],
    ['words after a quoted reason', `/gate reject ${ID} reason="no" way`, 'reject', ID, [['reason', 'no']]],
    ['words after the id', `/gate reject ${ID} please reason="no"`, 'reject', ID, [['reason', 'no']]],
    ['a reason that is never closed', `/gate reject ${ID} reason="too old`, 'reject', ID, [['reason', 'too old']]],
    ['single quotes', `/gate reject ${ID} reason='too old'`, 'reject', ID, [['reason', 'too old']]],
    ['a single quote that is never closed', `/gate reject ${ID} reason='too old`, 'reject', ID, [['reason', 'too']]],
    [
      'a key that the verb does not take',
      `/gate reject ${ID} sha=${SHA} reason="no"`,
      'reject',
      ID,
      [['reason', 'no']]
    ],
    ['a key twice: the first', `/gate reject ${ID} reason="no" reason="yes"`, 'reject', ID, [['reason', 'no']]],
    ['a key that is none', `/gate reject ${ID} why="no"`, 'reject', ID, []],
    ['no verb that is like one', `/gate x ${ID} sha=${SHA} reason="no"`, null, ID, [['sha', SHA]]],
    ['no id', '/gate reject reason="no"', 'reject', null, []],
    ['a question with more', '/gate help me', 'help', null, []],
    ['a question with a blank more', '/gate  help', 'help', null, []],
    ['a question nearly right', '/gate hepl', 'help', null, []]
  ])('%s', (_, body, verb, finding, values) => {
    const parsed = parseCommand(body)
    if (parsed?.kind !== 'malformed') throw new Error('it is a command')
    expect([parsed.draft.verb, parsed.draft.finding, [...parsed.draft.values]]).toEqual([verb, finding, values])
  })

  test('faults come in their order, some of many, and each sentence once', () => {
    const parsed = parseCommand(`/gate reject ${ID} a b c d e f g h i j k l m n o p q r s t u v w x y z reason="no"`)
    if (parsed?.kind !== 'malformed') throw new Error('it is a command')
    expect(parsed.faults.length).toBeLessThan(26)
    expect(parsed.problem).toBe('after the finding id come only key=value pairs; reject also needs reason')
  })
})

test('a question stands alone', () => {
  expect(parseCommand('/gate help')).toEqual({ kind: 'question', verb: 'help' })
  for (const body of ['/gate help me', `/gate help ${ID}`, '/gate  help', '/gate help a=b'])
    expect(parseCommand(body)).toMatchObject({ kind: 'malformed' })
  expect(parseCommand('/gate help me')).toMatchObject({ code: 'argument', problem: 'help stands alone' })
})

describe('a quotation that is never closed', () => {
  const open = `/gate reject ${ID} reason="too old`
  test('takes in what follows, be it the first line or a later one', () => {
    const kinds = (body: string) => readComment(body).map(({ kind }) => kind)
    expect(kinds(`${open}\n${APPROVE}`)).toEqual(['malformed', 'malformed'])
    expect(kinds(`${APPROVE}\n${open}\n${APPROVE}`)).toEqual(['command', 'malformed', 'malformed'])
    expect(readComment(`${open}\n/gate help`)[1]).toMatchObject({
      kind: 'malformed',
      code: 'lines',
      draft: { verb: 'help' }
    })
    expect(readComment(`${open}\n${APPROVE}`)[1]).toMatchObject({
      problem: 'a line above it does not close its quotation',
      draft: { verb: 'approve', finding: ID }
    })
  })
  test('any other fault is of its line alone', () => {
    expect(readComment(`/gate reject ${ID}\n${APPROVE}`).map(({ kind }) => kind)).toEqual(['malformed', 'command'])
  })
})

test('only what stands in order is a command, and only what begins with the name is addressed to the gate', () => {
  expect(commandsIn(`${APPROVE}\n/gate help\n/gate reject ${ID}`).map(({ verb }) => verb)).toEqual(['approve'])
  expect(commandsIn('looks good')).toEqual([])
  expect([isAddressed('/gate'), isAddressed('looks good'), isAddressed(APPROVE)]).toEqual([true, false, true])
  // Talk with a line that looks like a command is told, and a word that only begins alike is none.
  expect(isAddressed(`Please:\n${APPROVE}`)).toBe(true)
  expect(isAddressed('Please:\n/gate approved is what I want')).toBe(false)
  expect(isAddressed('Please:\napprove /gate it')).toBe(false)
})

test('a command that was read is written as it stood', () => {
  const glass = `/gate break-glass ${ID} sha=${SHA} ticket=INC-7 reason="production is down, this is the fix"`
  for (const body of [APPROVE, glass]) {
    const parsed = parseCommand(body)
    if (parsed?.kind !== 'command') throw new Error('it is no command')
    const { values } = meaningOf(parsed)
    expect(values.get('sha')).toBe(SHA)
    expect(values.get('type')).toBe(body === glass ? undefined : 'risk-accept')
  }
})
