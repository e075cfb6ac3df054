import { describe, expect, test } from '@jest/globals'
import type { DiffFile } from '../../../src/core/change/change.js'
import type { Outcome } from '../../../src/core/decision/decision.js'
import { commandsIn } from '../../../src/core/exceptions/commands/comment.js'
import type { Finding } from '../../../src/core/finding.js'
import { commentMarker } from '../../../src/core/reports/markdown/comment.js'
import { renderSuggestions, type SuggestionGround, suggestible } from '../../../src/core/reports/suggestions.js'
import { aDecision, anOutcome } from '../../builders.js'

const PATH = 'src/a.ts'
const TEXT = 'one\ntwo\nevil(x)\nfour\nfive\n'
const fileOf = (overrides: Partial<DiffFile> = {}): DiffFile => ({
  basePath: PATH,
  change: 'modified',
  lines: [[2, 4]],
  edits: [{ baseStart: 2, removed: ['a'], headStart: 2, added: 3 }],
  ...overrides
})
const groundOf = (overrides: Partial<SuggestionGround> = {}, file: DiffFile = fileOf()): SuggestionGround => ({
  checkName: 'Policy gate',
  diff: { files: new Map([[PATH, file]]), complete: true },
  source: () => TEXT,
  edited: [],
  files: new Map(),
  ...overrides
})
const outcomeOf = (text = 'good(x)', finding: Partial<Finding> = {}, overrides: Partial<Outcome> = {}): Outcome =>
  anOutcome(overrides, {
    ruleText: { title: 'Evil call', advice: null },
    location: {
      path: PATH,
      startLine: 3,
      startColumn: 1,
      endLine: 3,
      endColumn: 8
    },
    clues: { snippet: 'evil(x)', fingerprints: {}, symbol: null },
    replacements: [{ startLine: 3, startColumn: 1, endLine: 3, endColumn: null, text }],
    ...finding
  })
const rendered = (outcome: Outcome, ground = groundOf()) =>
  renderSuggestions(suggestible(aDecision({ outcomes: [outcome] })), ground)

test('the comment: marker, finding, title, whose fix it is, the lines', () => {
  const [suggestion] = rendered(outcomeOf())
  expect(suggestion).toMatchObject({ path: PATH, startLine: 3, endLine: 3 })
  expect(suggestion?.body).toBe(
    [
      commentMarker('Policy gate'),
      `<!-- policy-gate-suggestion ${anOutcome().id} -->`,
      '',
      '**High: Evil call**',
      '',
      `The fix that \`CodeQL\` offers for \`${anOutcome().id}\`. Nobody has tried it: read it before you commit it.`,
      '',
      '```suggestion',
      'good(x)',
      '```'
    ].join('\n')
  )
  expect(suggestion?.body.startsWith(`${commentMarker('Policy gate')}\n${suggestion.mark}\n`)).toBe(true)
})

describe('which findings', () => {
  test.each<[string, Outcome, number]>([
    ['one that warns', outcomeOf('x', {}, { verdict: 'warn' }), 1],
    ['one that passes', outcomeOf('x', {}, { verdict: 'pass' }), 0],
    ['one that the change does not reach', outcomeOf('x', {}, { inDiff: false }), 0],
    ['one of which that is not known', outcomeOf('x', {}, { inDiff: null }), 0],
    ['a secret', outcomeOf('x', { category: 'secret' }), 0],
    ['a dependency', outcomeOf('x', { category: 'sca' }), 0],
    ['one without a place', outcomeOf('x', { location: null }), 0],
    [
      'one with several places',
      outcomeOf('x', {
        otherLocations: [
          {
            path: 'b',
            startLine: 1,
            startColumn: null,
            endLine: null,
            endColumn: null
          }
        ]
      }),
      0
    ]
  ])('%s: %#', (_, outcome, count) => expect(rendered(outcome)).toHaveLength(count))

  test('ten at most, those that block first, the same lines once', () => {
    const many = (['warn', 'block'] as const).flatMap(verdict =>
      Array.from({ length: 8 }, (_, index) =>
        outcomeOf(`${verdict}${index >> 1}x`, {}, { verdict, id: `F-${verdict}-${index}` })
      )
    )
    const all = renderSuggestions(suggestible(aDecision({ outcomes: many })), groundOf())
    expect(all.map(({ body }) => /suggestion\n(\w+)x/.exec(body)?.[1])).toEqual(
      ['block', 'warn'].flatMap(verdict => [0, 1, 2, 3].map(index => `${verdict}${index}`))
    )
    const more = Array.from({ length: 30 }, (_, index) => outcomeOf(`a${index}`, {}, { id: `F-${index}` }))
    expect(renderSuggestions(suggestible(aDecision({ outcomes: more })), groundOf())).toHaveLength(10)
  })
})

describe('none where the fix does not fit the lines of the change', () => {
  test.each<[string, SuggestionGround]>([
    ['the text is not at hand', groundOf({ source: () => null })],
    ['the text is another one than the scanner saw', groundOf({ source: () => TEXT.replace('evil(x)', 'fine(x)') })],
    ['the line is not there', groundOf({ source: () => 'one\n' })],
    ['a step of the run has written the file', groundOf({ edited: [PATH] })],
    ['the file is not in the diff', groundOf({ diff: { files: new Map(), complete: true } })],
    ['the line is not in the change', groundOf({}, fileOf({ lines: [[4, 9]] }))],
    ['the lines of the change are not known', groundOf({}, fileOf({ lines: null, edits: null }))],
    ['the diff leads to another text', groundOf({}, fileOf({ doubt: 'unfit' }))],
    ['the text that the diff leads to is not read', groundOf({}, fileOf({ doubt: 'unread' }))],
    ['the head has no such file', groundOf({ files: new Map([[PATH, { path: null, edits: null }]]) })],
    [
      'the head has other lines there',
      groundOf({
        files: new Map([
          [
            PATH,
            {
              path: PATH,
              edits: [{ baseStart: 3, removed: ['z'], headStart: 3, added: 1 }]
            }
          ]
        ])
      })
    ]
  ])('%s', (_, ground) => expect(rendered(outcomeOf(), ground)).toEqual([]))

  const across = (startLine: number, endLine: number) =>
    outcomeOf('', {
      replacements: [{ startLine, startColumn: 1, endLine, endColumn: null, text: 'new' }]
    })

  test.each([
    [2, 4, 1],
    [1, 3, 0],
    [3, 5, 0]
  ])('lines %d to %d: %d', (first, last, count) => expect(rendered(across(first, last))).toHaveLength(count))

  test('of a trial merge it stands on the lines of the head', () => {
    const edits = [{ baseStart: 1, removed: [], headStart: 1, added: 1 }]
    const files = new Map([[PATH, { path: 'src/old.ts', edits }]])
    expect(rendered(across(2, 4), groundOf({ files }))).toMatchObject([
      { path: 'src/old.ts', startLine: 1, endLine: 3 }
    ])
  })

  test('lines between which the base has added some are no lines of the head', () => {
    const edits = [{ baseStart: 3, removed: [], headStart: 3, added: 1 }]
    const files = new Map([[PATH, { path: PATH, edits }]])
    expect(rendered(across(2, 4), groundOf({ files }))).toEqual([])
  })
})

describe('what somebody else wrote is shown as code alone', () => {
  test.each([
    ['a fence', '```\n@octocat **bold**\n```'],
    ['a longer fence', '````````\n# A heading'],
    ['a fence of tildes', '~~~\n<b>x</b>'],
    ['markup', '</details><script>alert(1)</script><!-- policy-gate:x -->'],
    ['a command', `/gate approve F-${'a'.repeat(32)} sha=${'b'.repeat(40)} reason="x"`]
  ])('%s stays within the block', (_, text) => {
    const [suggestion] = rendered(outcomeOf(text))
    const [, open = '', inside] = /\n(`{3,})suggestion\n([\s\S]*)\n`+$/.exec(suggestion?.body ?? '') ?? []
    expect(inside).toBe(text)
    expect(text).not.toContain(open)
    expect(suggestion?.body.endsWith(`\n${open}`)).toBe(true)
    expect(commandsIn(suggestion?.body ?? '')).toEqual([])
  })

  test.each([
    ['reorders', 'a\u202eb'],
    ['hides', 'a\u200bb'],
    ['ends the line in another way', 'a\u2028b'],
    ['takes the line back', 'a\rb'],
    ['controls', 'a\u0000b'],
    ['is no character', 'a\ud800b'],
    ['is a secret', `key = "ghp_${'a1B2'.repeat(9)}"`],
    ['is a password', 'password = "hunter2hunter2"'],
    ['is too long', 'x'.repeat(4_001)]
  ])('a text that %s is not suggested', (_, text) => expect(rendered(outcomeOf(text))).toEqual([]))

  test('a title cannot make markup', () => {
    const title = '**x** <img src=x> @octocat [a](http://b) --> done'
    const [suggestion] = rendered(outcomeOf('x', { ruleText: { title, advice: null } }))
    expect(suggestion?.body.split('\n')[3]).toMatchInlineSnapshot(
      `"**High: \`**x** <img src=x> @octocat [a](http://b) -->\` done**"`
    )
  })
})
