import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/core/ground/errors.js'
import { mustBeProblems, mustBeShowable, NAME } from './target.js'
import { TARGETS } from './targets.js'

const CORPUS = '__tests__/fuzz/corpus'

/** Larger ones nobody reads, and every one is part of each checkout. */
const MOST_BYTES = 4096

describe.each(TARGETS)('$name', ({ name, check }) => {
  test.each(readdirSync(join(CORPUS, name)))('%s, and each beginning of it', async file => {
    const bytes = readFileSync(join(CORPUS, name, file))
    expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES)
    for (const part of [1, 0.99, 0.7, 0.4, 0.1, 0]) {
      // A text that is cut within a character is none.
      const text = bytes.subarray(0, Math.floor(bytes.length * part)).toString('utf8')
      await check(new TextEncoder().encode(text), text)
    }
  })
})

test('every target has texts to begin with, and every folder of texts is of a target', () => {
  expect(readdirSync(CORPUS).sort()).toEqual(TARGETS.map(({ name }) => name))
})

const told = (line: number | null, message = 'it is wrong', path = NAME) =>
  new ConfigurationError([{ place: { path, line, column: 1 }, message, hint: 'Mend it' }])

test.each<[string, unknown, RegExp]>([
  ['an error of ours', new TypeError('x is not a function'), /not a function/],
  ['a problem without a place', new ConfigurationError([{ place: null, message: 'm', hint: 'h' }]), /without a place/],
  ['a problem of another file', told(1, 'm', 'other'), /without a place/],
  ['a line after the last', told(4), /line 4 of 3/],
  ['no line before the first', told(0), /line 0 of 3/],
  ['no words', told(1, ''), /empty text/],
  ['a line without an end', told(1, 'x'.repeat(4000)), /4000 characters/],
  ['no problem', new ConfigurationError([]), /0 problems/]
])('%s is no answer to a text', (_, error, expected) => {
  expect(() => mustBeProblems(error, 'a\nb\nc')).toThrow(expected)
})

test('a problem with its line is one, and a text that hides something is none to show', () => {
  expect(() => mustBeProblems(told(3), 'a\nb\nc')).not.toThrow()
  expect(() => mustBeProblems(told(null), '')).not.toThrow()
  expect(() => mustBeShowable('a\u202eb')).toThrow(/hidden/)
})
