import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isColoured, widthOf } from '../../../../src/cli/terminal.js'
import { columns, windowOf, wrapped } from '../../../../src/core/reports/terminal/layout.js'
import { textReport } from '../../../../src/core/reports/terminal/text.js'
import { aDecision, anOutcome } from '../../../builders.js'

describe('wrapping', () => {
  test('no line is wider than asked, but for a word that is; nothing is lost', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'Z', '.', '/', '漢', 'é'), minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20, max: 120 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), width, '  - ', '    ')
          expect(lines.map(line => line.slice(4)).join(' ')).toBe(words.join(' '))
          for (const line of lines) if (line.slice(4).includes(' ')) expect(columns(line)).toBeLessThanOrEqual(width)
        }
      )
    )
  })

  test('a long line of source is cut round what is marked', () => {
    const text = `12 | ${'x'.repeat(90)}eval(input)${'y'.repeat(20)}`
    const marks = `   | ${' '.repeat(90)}${'^'.repeat(11)}`
    const [line = '', below = ''] = windowOf([text, marks], 60)
    expect(columns(line)).toBeLessThanOrEqual(60)
    expect(line).toContain('eval(input)')
    expect(below.indexOf('^')).toBe(line.indexOf('eval'))
    expect(windowOf(['1 | short', '  | ^'], 60)).toEqual(['1 | short', '  | ^'])
  })
})

test.each<[string, Readonly<Record<string, string>>, boolean, boolean]>([
  ['a terminal', {}, true, true],
  ['a pipe', {}, false, false],
  ['NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR says nothing', { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR without a value', { FORCE_COLOR: '' }, false, true],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
  ['both', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ['the log of GitHub', { GITHUB_ACTIONS: 'true' }, false, true],
  ['the log of GitLab', { GITLAB_CI: 'true' }, false, true],
  ['such a log, and NO_COLOR', { GITLAB_CI: 'true', NO_COLOR: '1' }, false, false]
])('colour: %s', (_, env, isTerminal, coloured) => {
  expect(isColoured(env, isTerminal)).toBe(coloured)
})

test.each([
  [{}, undefined, 80],
  [{}, 100, 100],
  [{ COLUMNS: '60' }, 100, 60],
  [{ COLUMNS: 'wide' }, undefined, 80],
  [{ COLUMNS: '0' }, 0, 80],
  [{ COLUMNS: '9999' }, undefined, 140]
])('width: %j on a terminal of %s', (env, terminal, width) => {
  expect(widthOf(env, terminal)).toBe(width)
})

describe('the report', () => {
  const at = (path: string, startLine: number) => ({ path, startLine, startColumn: 5, endLine: null, endColumn: null })
  const excepted = { verdict: 'block', canBeExcepted: true } as const
  const message =
    'A request reaches the interpreter without being checked, so that whoever sends it runs what they like.'
  const clues = { snippet: null, fingerprints: {}, symbol: null }
  const outcomes = [
    anOutcome(
      { ...excepted, id: `F-${'1'.repeat(32)}` },
      { message, ruleId: 'eval', clues, location: at('src/a.ts', 3) }
    ),
    anOutcome({ ...excepted, id: `F-${'2'.repeat(32)}` }, { message, ruleId: 'exec', location: at('src/b.ts', 1) }),
    anOutcome({ ...excepted, id: `F-${'3'.repeat(32)}` }, { message, ruleId: 'exec', location: at('src/a.ts', 9) })
  ]
  const source = () => 'const a = 1\nconst b = 2\nlet eval_of = input\n'
  const report = (more = {}) =>
    textReport(aDecision({ verdict: 'block', outcomes }), {
      colour: false,
      width: 80,
      limits: { blockers: 50, warnings: 12 },
      source,
      ...more
    })

  test('keeps to the width, but for what is to be copied', () => {
    for (const line of report().split('\n'))
      if (!line.includes('/gate request')) expect(columns(line)).toBeLessThanOrEqual(80)
    expect(
      report({ width: null })
        .split('\n')
        .some(line => line.length > 100)
    ).toBe(true)
  })

  test('names each file once, with the line that is meant below each finding', () => {
    const lines = report().split('\n')
    expect(lines.filter(line => line === 'src/a.ts' || line === 'src/b.ts')).toEqual(['src/a.ts', 'src/b.ts'])
    const at = lines.findIndex(line => line.endsWith('3 | let eval_of = input'))
    expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('eval_of'))
  })

  test('offers requests once, at the end, and ends with the verdict that it began with', () => {
    const lines = report().trimEnd().split('\n')
    const requests = lines.flatMap((line, index) => (line.includes('/gate request') ? [index] : []))
    expect(requests).toHaveLength(3)
    expect(requests[2]).toBe((requests[0] ?? 0) + 2)
    expect(lines.at(-1)).toBe(lines[0])
    expect(lines[0]).toMatch(/^BLOCK {2}/)
  })

  test('colours words, never their number', () => {
    const coloured = report({ colour: true })
    expect(coloured).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(report())
  })
})
