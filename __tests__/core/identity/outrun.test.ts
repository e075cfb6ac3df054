import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import { diffOf, run, scan } from './builders.js'

const PATH = 'src/a.ts'
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const EVAL = 'eval(readTheInput())'
const PLAIN = Array.from({ length: 20 }, (_, index) => `const value${index} = ${index}`)
const SEEN = PLAIN.with(9, EVAL)
const BASE = ['// main', '// main', ...SEEN]
/** The change, far away from the finding. */
const HEAD = BASE.with(-1, 'const edited = true')

type Snippet = (line: string) => string | null
const asWritten: Snippet = line => line

const found = (lines: readonly string[], snippet: Snippet): readonly Finding[] =>
  scan(PATH, text(lines), 'eval').map(each => ({
    ...each,
    clues: { ...each.clues, snippet: snippet(lines[(each.location?.startLine ?? 0) - 1] ?? '') }
  }))

interface Story {
  readonly seen?: readonly string[]
  readonly base?: readonly string[]
  readonly head?: readonly string[]
  readonly snippets?: readonly [before: Snippet, now: Snippet]
}

/** States of what is found at the head, and how much of the baseline is called mended. */
function told({ seen = SEEN, base = BASE, head = HEAD, snippets = [asWritten, asWritten] }: Story) {
  const [before, now] = [found(seen, snippets[0]), found(head, snippets[1])]
  const { findings, fixed } = run(now, {
    baseline: before,
    diff: diffOf(PATH, text(base), text(head)),
    files: { [PATH]: text(head) }
  })
  return { states: findings.map(({ identity }) => identity.state), fixed: fixed.length }
}

const nothing: Snippet = () => null
const another: Snippet = () => 'something(that, stands, nowhere)'

describe('a baseline of an earlier text, whose lines main has moved', () => {
  test.each<[string, Story, readonly string[], number]>([
    ['the finding is found where its text stands in the base', {}, ['existing'], 0],
    ['lines are gone', { base: SEEN.slice(3), head: SEEN.slice(3).with(-1, 'x') }, ['existing'], 0],
    [
      'main has another of its own',
      { base: ['eval(main)', ...BASE], head: ['eval(main)', ...HEAD] },
      ['existing', 'existing'],
      0
    ],
    ['the change edits its line', { head: HEAD.with(11, 'eval(readTheInput(1))') }, ['introduced'], 0],
    ['the change writes the same once more', { head: [...HEAD, EVAL] }, ['existing', 'introduced'], 0],
    ['the change writes another', { head: [...HEAD, 'eval(another(thing))'] }, ['existing', 'introduced'], 0],
    ['the change removes what stands before it', { head: HEAD.toSpliced(10, 1) }, ['introduced'], 0],
    [
      'main has mended it, and the change brings it back',
      { base: ['// main', ...PLAIN], head: ['// main', ...SEEN] },
      ['introduced'],
      1
    ],
    ['what the scanner saw stands nowhere in the base', { snippets: [another, asWritten] }, ['introduced'], 1],
    ['snippets are no texts of this file', { snippets: [asWritten, another] }, ['introduced'], 1],
    ['nothing tells of the text', { snippets: [nothing, nothing] }, ['introduced'], 1],
    [
      'what the scanner saw says too little',
      {
        seen: PLAIN.with(9, 'eval(x)'),
        base: ['a', ...PLAIN.with(9, 'eval(x)')],
        head: ['a', ...PLAIN.with(9, 'eval(x)'), 'b']
      },
      ['introduced'],
      1
    ]
  ])('%s', (_, story, states, fixed) => {
    expect(told(story)).toEqual({ states, fixed })
  })
})

test('a scanner whose snippets begin a line above is believed as ever', () => {
  const above =
    (lines: readonly string[]): Snippet =>
    line =>
      lines[lines.indexOf(line) - 1] ?? null
  const head = SEEN.with(-1, 'const edited = true')
  const edited = head.with(9, 'eval(readTheInput(1))')
  expect(told({ base: SEEN, head, snippets: [above(SEEN), above(head)] })).toEqual({ states: ['existing'], fixed: 0 })
  expect(told({ base: SEEN, head: edited, snippets: [above(SEEN), above(edited)] }).states).toEqual(['existing'])
})
