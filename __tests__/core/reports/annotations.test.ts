import { describe, expect, test } from '@jest/globals'
import type { Location } from '../../../src/core/finding.js'
import { checkAnnotations, logAnnotations, renderAnnotations } from '../../../src/core/reports/annotations.js'
import { aDecision, anOutcome } from '../../builders.js'
import { BLOCKED } from './sample-decisions.js'

test('the annotations of an ordinary pull request', () => {
  expect(renderAnnotations(BLOCKED, 'all').worst).toMatchSnapshot()
})

describe('selection', () => {
  test.each([
    ['all', 5],
    ['block', 3],
    ['none', 0]
  ] as const)('%s: %d', (mode, number) => {
    const { worst, total } = renderAnnotations(BLOCKED, mode)
    expect([worst.length, total]).toEqual([number, number])
  })

  test('passing findings and those without a place have none', () => {
    const decision = aDecision({ outcomes: [anOutcome({ verdict: 'pass' }), anOutcome({}, { location: null })] })
    expect(renderAnnotations(decision, 'all')).toEqual({ worst: [], total: 0 })
  })
})

test('blocking before warning, new before old', () => {
  const states = ['existing', 'newly-disclosed', 'introduced', 'unknown'] as const
  const outcomes = (['block', 'warn'] as const).flatMap(verdict =>
    states.map(state => anOutcome({ verdict, state }, { ruleText: { title: `${verdict} ${state}`, advice: null } }))
  )
  expect(
    renderAnnotations(aDecision({ outcomes }), 'all').worst.map(({ title }) => title.replace('High: ', ''))
  ).toEqual([
    'block introduced',
    'block unknown',
    'block newly-disclosed',
    'block existing',
    'warn introduced',
    'warn unknown',
    'warn newly-disclosed',
    'warn existing'
  ])
})

describe('places', () => {
  const at = (place: Partial<Location>) =>
    renderAnnotations(
      aDecision({
        outcomes: [
          anOutcome(
            {},
            { location: { path: 'a', startLine: null, startColumn: null, endLine: null, endColumn: null, ...place } }
          )
        ]
      }),
      'all'
    ).worst[0]
  test.each([
    ['no line: the first', {}, { startLine: 1, endLine: 1, startColumn: null, endColumn: null }],
    ['line 0: the first', { startLine: 0, endLine: 0 }, { startLine: 1, endLine: 1 }],
    [
      'one line with columns, the end made inclusive',
      { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
      { startColumn: 3, endColumn: 7 }
    ],
    ['an empty region', { startLine: 2, startColumn: 3, endLine: 2, endColumn: 3 }, { startColumn: 3, endColumn: 3 }],
    [
      'several lines: no columns',
      { startLine: 2, startColumn: 3, endLine: 4, endColumn: 8 },
      { startLine: 2, endLine: 4, startColumn: null, endColumn: null }
    ],
    ['an end before the start', { startLine: 9, endLine: 2 }, { startLine: 9, endLine: 9 }],
    ['an end column alone', { startLine: 2, endColumn: 8 }, { startColumn: null, endColumn: null }]
  ])('%s', (_name, place, expected) => expect(at(place)).toMatchObject(expected))
})

test('text is plain: hidden characters visible, secrets masked, long titles cut', () => {
  const {
    worst: [annotation]
  } = renderAnnotations(
    aDecision({
      outcomes: [
        anOutcome(
          {},
          {
            ruleId: 'r'.repeat(300),
            ruleText: { title: `r ${'r'.repeat(300)}`, advice: null },
            message: 'a\u202eb\n::error::x ghp_0123456789abcdefghijABCDEFGHIJ012345'
          }
        )
      ]
    }),
    'all'
  )
  expect(annotation?.title.length).toBeLessThanOrEqual(255)
  expect(annotation?.message).toContain('a\\u{202e}b ::error::x ghp_…')
})

test('few annotations are all shown and logged', () => {
  const annotations = renderAnnotations(BLOCKED, 'all')
  expect(checkAnnotations(annotations)).toEqual({ shown: annotations.worst, rest: 0 })
  expect(logAnnotations(annotations).rest).toBe(0)
  expect(checkAnnotations({ worst: [], total: 0 })).toEqual({ shown: [], rest: 0 })
})

describe('many are counted, and no more of them rendered than are shown', () => {
  const many = (blocking: number, warning: number) =>
    renderAnnotations(
      aDecision({
        outcomes: [
          ...Array.from({ length: warning }, () => anOutcome({ verdict: 'warn' })),
          ...Array.from({ length: blocking }, () => anOutcome({ verdict: 'block' }))
        ]
      }),
      'all'
    )
  const levelsOf = (annotations: readonly { readonly level: string }[]): readonly number[] =>
    ['failure', 'warning'].map(name => annotations.filter(({ level }) => level === name).length)
  test.each([
    ['few', 3, 4, [3, 4], [3, 4], [3, 4]],
    ['blocking ones alone fill the check run', 1_500, 40, [1_000, 10], [1_000, 0], [10, 10]],
    ['as many as fit', 995, 40, [995, 10], [995, 5], [10, 10]],
    ['warnings alone', 0, 1_500, [0, 1_000], [0, 1_000], [0, 10]]
  ])('%s', (_name, blocking, warning, rendered, inCheck, inLog) => {
    const annotations = many(blocking, warning)
    const [check, log] = [checkAnnotations(annotations), logAnnotations(annotations)]
    expect([annotations.worst, check.shown, log.shown].map(levelsOf)).toEqual([rendered, inCheck, inLog])
    expect([check, log].map(({ shown, rest }) => shown.length + rest)).toEqual(Array(2).fill(blocking + warning))
  })
})
