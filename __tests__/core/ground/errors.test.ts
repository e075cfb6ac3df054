import { expect, test } from '@jest/globals'
import { ConfigurationError, formatProblem } from '../../../src/core/ground/errors.js'

const PLACE = { path: 'a.yml', line: 2, column: 3 }

test.each<[string, string, string]>([
  ['a line break, which would begin a command of the log', 'key `a\n::error::x`', 'key `a ::error::x`'],
  ['a carriage return', 'key `a\r::error::x`', 'key `a ::error::x`'],
  ['text that turns its direction', 'key `a\u202eb`', 'key `a\\u{202e}b`'],
  ['a terminal sequence', 'key `\u001b[2J`', 'key `\\u{1b}[2J`'],
  ['a separator of lines', 'key `a\u2028b`', 'key `a\\u{2028}b`']
])('%s in what is quoted is shown, and does nothing', (_, message, shown) => {
  const problem = { place: PLACE, message, hint: message }
  expect(formatProblem(problem)).toBe(`a.yml:2:3: ${shown}. ${shown}`)
  expect(new ConfigurationError([problem]).problems).toEqual([{ place: PLACE, message: shown, hint: shown }])
  expect(new ConfigurationError([problem]).message).toBe(`a.yml:2:3: ${shown}. ${shown}`)
})

test('a path is quoted too, and a place may lack a line', () => {
  expect(formatProblem({ place: { path: 'a\nb', line: null, column: null }, message: 'm', hint: 'h' })).toBe(
    'a b: m. h'
  )
  expect(formatProblem({ place: null, message: 'm', hint: 'h' })).toBe('m. h')
})
