import { describe, expect, test } from '@jest/globals'
import { deriveApprovals } from '../../../src/core/exceptions/approval/approvals.js'
import { commandsIn, readComment } from '../../../src/core/exceptions/commands/comment.js'
import { PLACEHOLDERS } from '../../../src/core/exceptions/commands/placeholders.js'
import {
  AUTHOR,
  approve,
  BOB,
  BOT,
  CAROL,
  comment,
  EARLIER,
  facts,
  HEAD,
  MALLORY,
  reject,
  request,
  subject
} from './approval-builders.js'
import { exceptionPolicy, findingId, NOW } from './builders.js'

const policy = exceptionPolicy()
const two = { findings: [subject(1), subject(2)] }
const derive = (body: string, more: Partial<Parameters<typeof facts>[1]> = {}, user = BOB, using = policy) =>
  deriveApprovals(facts([comment(999, user, body)], { ...two, ...more }), using, NOW)

describe('several commands in one comment', () => {
  test.each([
    ['one a line', '\n'],
    ['with the line ends of Windows', '\r\n'],
    ['with blanks at the ends of lines', ' \t\n'],
    ['with empty lines between', '\n\n  \n']
  ])('%s: each counts', (_, lineEnd) => {
    const { records, commands, reactions } = derive([approve(), approve({ finding: 2 })].join(lineEnd) + lineEnd)
    expect(records.map(({ match }) => match)).toMatchObject([{ finding: findingId(1) }, { finding: findingId(2) }])
    expect(commands.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'counted'],
      [2, 'counted']
    ])
    expect(reactions).toEqual([{ commentId: 999, reactions: ['eyes', 'rocket'], isRead: true }])
  })

  test.each([
    ['the terms', approve({ finding: 2, expires: '2099-01-01' }), 'too-long'],
    ['the form', approve({ finding: 2, expires: 'tomorrow' }), 'malformed'],
    ['the finding', approve({ finding: 9 }), 'unknown-finding']
  ])('one is refused for %s: the other counts, and the comment gets one reaction', (_, line, code) => {
    const { records, commands, reactions } = derive(`${approve()}\n${line}`)
    expect(records).toHaveLength(1)
    expect(commands.map(command => command.code)).toEqual(['counted', code])
    expect(reactions).toMatchObject([{ reactions: ['eyes', '-1'] }])
  })

  test('each has its own person: a request and an approval of one are two acts, and the second is refused', () => {
    expect(derive(`${request()}\n${approve()}`)).toMatchObject({
      records: [],
      commands: [{ code: 'counted' }, { code: 'requester' }]
    })
  })

  test('the later line is the later word', () => {
    expect(derive(`${approve()}\n${reject()}`)).toMatchObject({ records: [], findings: [{ status: 'rejected' }] })
    expect(derive(`${reject()}\n${approve()}`).records).toHaveLength(1)
  })

  test('a comment of one person stays one voice, however often it says the same', () => {
    const tierZero = { findings: [subject(1, { tier: 0 })] }
    expect(derive(`${approve()}\n${approve()}`, tierZero)).toMatchObject({ records: [], findings: [{ needed: 2 }] })
  })

  test('what follows an open quotation may be part of it', () => {
    const open = `${reject()}\n${approve().slice(0, -1)}\n${approve({ finding: 2 })}`
    expect(derive(open)).toMatchObject({
      records: [],
      commands: [{ code: 'counted' }, { code: 'malformed' }, { code: 'malformed' }]
    })
  })

  test('a flood in one comment is one mistake', () => {
    expect(readComment(`${approve()}\n`.repeat(51))).toMatchObject([{ kind: 'malformed', code: 'lines' }])
    expect(commandsIn(`${approve()}\n`.repeat(50))).toHaveLength(50)
  })
})

describe('a comment with anything else in it', () => {
  test.each([
    ['prose after', `${approve()}\nLGTM`],
    ['prose before', `LGTM\n${approve()}`],
    ['a quotation after', `${approve()}\n> ${approve({ finding: 2 })}`],
    ['an indented line', `${approve()}\n    ${approve({ finding: 2 })}`],
    ['a break that only some see', `${approve()}\u2028${approve({ finding: 2 })}`],
    ['a line that looks like a command', `${approve()}\n/gаte approve ${findingId(2)}`]
  ])('%s: no line of it counts, and it is told with the line to copy', (_, body) => {
    const { records, commands } = derive(body)
    expect(records).toEqual([])
    expect(commands.length).toBeGreaterThan(0)
    for (const command of commands) expect(command).toMatchObject({ outcome: 'refused', code: 'malformed' })
    expect(commands[0]?.sentence).toMatch(/nothing but commands, one a line/)
    expect(commandsIn(commands[0]?.corrected ?? '')).toMatchObject([{ verb: 'approve', finding: findingId(1) }])
  })

  test('a rejection among prose does not stand either, and is told', () => {
    expect(derive(`${reject()}\nthanks`, {}, CAROL)).toMatchObject({ findings: [], commands: [{ outcome: 'refused' }] })
  })
})

describe('questions', () => {
  test.each(['/gate help', '/gate status', '/gate help\n/gate status '])(
    '%j is answered, and nothing is refused',
    body => {
      const { commands, reactions, findings } = derive(body, {}, MALLORY)
      expect(new Set(commands.map(({ code }) => code))).toEqual(new Set(['answered']))
      expect(reactions).toMatchObject([{ reactions: ['eyes'] }])
      expect(findings).toEqual([])
    }
  )

  test('beside a command that counts they leave its reaction alone', () => {
    expect(derive(`/gate status\n${approve()}`).reactions).toMatchObject([{ reactions: ['eyes', 'rocket'] }])
  })
})

test('the command of a bot is refused and told, whatever it asks for', () => {
  for (const body of [approve(), request(), '/gate help']) {
    const { commands, reactions, records } = derive(body, {}, BOT)
    expect(records).toEqual([])
    expect(commands).toMatchObject([
      { code: 'not-a-person', corrected: null, sentence: expect.stringMatching(/person/) }
    ])
    expect(reactions).toMatchObject([{ reactions: ['eyes', '-1'] }])
  }
})

describe('a refused command is told with all its faults and the line to copy', () => {
  /** The line that is offered, as it would be copied; with the reason where it asks for one. */
  const mended = (line: string | null | undefined): string =>
    (line ?? '').replace(PLACEHOLDERS.reason, 'The endpoint is off until the parser is released')

  const strict = exceptionPolicy({ require: { ticket: [1], controls: [] } })

  test.each<[string, string, readonly RegExp[]]>([
    ['a short commit', approve({ sha: HEAD.slice(0, 7) }), [/full commit id/]],
    ['an earlier commit', approve({ sha: EARLIER }), [/changed since/]],
    ['too long', approve({ expires: '2099-01-01' }), [/at most/]],
    ['over already', approve({ expires: '2020-01-01' }), [/was over/]],
    ['no real day', approve({ expires: '2026-02-30' }), [/a day of the calendar/]],
    ['another spelling of the verb', approve().replace('approve', 'Aprove'), [/the verb is one of/]],
    ['curly quotes', approve().replace(/"(.*)"/, '“$1”'), [/straight double/]],
    ['no quotes', approve().replaceAll('"', ''), [/only key=value/]],
    ['keys missing', `/gate approve ${findingId(1)}`, [/needs sha, type, expires, owner, reason/]],
    [
      'all at once',
      `/gate  approve ${findingId(1)} sha=123 type=whatever expires=soon owner=alice reason="fp" force=yes force=no`,
      [/exactly one space/, /the keys are/, /full commit/, /type is one/, /a day of/, /@login/, /at least 20/]
    ]
  ])('%s', (_, line, sentences) => {
    const [told] = derive(line, { snapshotAt: (_sha, f) => ({ ...f, blobSha: 'x' }) }).commands
    for (const sentence of sentences) expect(told?.sentence).toMatch(sentence)
    const again = derive(mended(told?.corrected))
    expect(told?.outcome).toBe('refused')
    expect(again.records).toHaveLength(1)
  })

  test('what the policy asks for is told with what the grammar asks for', () => {
    const [told] = derive(approve({ sha: EARLIER.slice(1), expires: '2099-01-01' }), {}, MALLORY, strict).commands
    for (const sentence of [/full commit id/, /does not name this person/, /at most/, /ticket is required/])
      expect(told?.sentence).toMatch(sentence)
    expect(told?.corrected).toContain(`ticket="${PLACEHOLDERS.ticket}"`)
    expect(derive(mended(told?.corrected), {}, BOB, strict)).toMatchObject({
      records: [],
      commands: [{ code: 'malformed', sentence: expect.stringMatching(/ticket still has to be filled in/) }]
    })
  })

  test('several terms of a well-formed approval at once', () => {
    const [told] = derive(
      approve({ sha: EARLIER, expires: '2099-01-01' }),
      { snapshotAt: () => null },
      BOB,
      strict
    ).commands
    expect(told).toMatchObject({
      code: 'carry-unknown',
      sentence: expect.stringMatching(/cannot be told; .*at most .*; a ticket is required/)
    })
  })

  test.each([
    ['somebody who may not', approve(), MALLORY],
    ['the author', approve(), AUTHOR]
  ])('%s is offered no line, for none would help', (_, line, person) => {
    expect(derive(line, {}, person).commands).toMatchObject([{ outcome: 'refused', corrected: null }])
  })

  test('for a finding that can never be excepted, or that nobody knows, none is offered', () => {
    expect(derive(approve({ sha: 'x' }), { findings: [subject(1, { never: true })] }).commands[0]?.corrected).toBeNull()
    expect(derive(approve({ sha: 'x', finding: 9 })).commands[0]?.corrected).toBeNull()
  })
})

describe('a request is offered as a whole approval', () => {
  const ask = (more = '') => comment(1, MALLORY, `${request()}${more}`)
  const offered = (given: Parameters<typeof facts>[0], more: Parameters<typeof facts>[1] = {}, using = policy) =>
    deriveApprovals(facts(given, more), using, NOW).findings[0]

  test('with the head of now, the last day that is allowed and who answers; only the reason is left', () => {
    const approval = offered([ask()])
    expect(approval).toMatchObject({
      status: 'requested',
      requests: [{ login: 'mallory', reason: 'we need this for the release' }],
      approvals: [],
      needed: 1
    })
    const line = approval?.offer ?? ''
    expect(line).toMatch(
      new RegExp(`^/gate approve ${findingId(1)} sha=${HEAD} type=risk-accept expires=\\S+ owner=@dev-dave reason="why`)
    )
    expect(derive(line).records).toEqual([])
    expect(derive(line).commands).toMatchObject([
      { code: 'malformed', sentence: expect.stringMatching(/reason still has/) }
    ])
    const filled = line.replace(PLACEHOLDERS.reason, 'The endpoint is off until the parser is released')
    expect(derive(filled).records).toHaveLength(1)
    // One day more is too long.
    const [, day = ''] = /expires=(\S+)/.exec(filled) ?? []
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    expect(derive(filled.replace(day, next)).commands).toMatchObject([{ code: 'too-long' }])
  })

  test('by the terms that were asked for, as far as the policy allows them', () => {
    const asked = offered([
      ask(' type=mitigated controls="WAF rule; rate limit" ticket=SEC-1 owner=@carla expires=2026-11-25')
    ])
    expect(asked?.offer).toContain(
      'type=mitigated expires=2026-11-25 owner=@carla ticket=SEC-1 controls="WAF rule; rate limit"'
    )
    expect(offered([ask(' expires=2099-01-01')])?.offer).not.toContain('2099')
    expect(offered([ask(' expires=2020-01-01')])?.offer).not.toContain('2020')
  })

  test('it agrees with who has approved already', () => {
    const tierZero = { findings: [subject(1, { tier: 0 })] }
    const first = comment(2, BOB, approve({ type: 'false-positive', expires: '2026-11-28' }))
    const approval = offered([ask(), first], tierZero)
    expect(approval).toMatchObject({ approvals: [{ login: 'sec-bob' }], needed: 2, sentence: '1 of 2 approvals' })
    const second = (approval?.offer ?? '').replace(PLACEHOLDERS.reason, 'The call is unreachable from outside')
    const both = deriveApprovals(facts([ask(), first, comment(999, CAROL, second)], tierZero), policy, NOW)
    expect(both.records).toMatchObject([{ type: 'false-positive', approvedBy: ['@sec-bob', '@sec-carol'] }])
  })

  test('once it is decided nothing is offered', () => {
    expect(offered([ask(), comment(2, BOB, approve())])?.offer).toBeNull()
    expect(offered([ask(), comment(2, BOB, reject())])?.offer).toBeNull()
  })

  test('a text that was to be filled in is refused in a request too', () => {
    const body = `/gate request ${findingId(1)} reason="why this can wait, 20 to 500 characters"`
    expect(derive(body)).toMatchObject({ findings: [], commands: [{ outcome: 'refused' }] })
    expect(derive(`/gate request ${findingId(1)} reason="…"`).commands).toMatchObject([{ outcome: 'refused' }])
  })
})
