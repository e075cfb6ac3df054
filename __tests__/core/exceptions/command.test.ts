import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ParsedLine, VERBS } from '../../../src/core/exceptions/commands/command.js'
import { readComment } from '../../../src/core/exceptions/commands/comment.js'
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
