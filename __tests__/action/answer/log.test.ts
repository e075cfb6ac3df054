import { expect, test } from '@jest/globals'
import { commandSafe } from '../../../src/core/reports/ground/visible-text.js'

test.each([
  ['at the start', '::error::x', '\\u{3a}:error::x'],
  ['after blanks', ' \t::error::x', ' \t\\u{3a}:error::x'],
  ['after a next line, which the runner trims as well', '\u{85}::error::x', '\u{85}\\u{3a}:error::x'],
  ['on a later line', 'a\r\n::error::x', 'a\r\n\\u{3a}:error::x'],
  ['of Azure Pipelines', 'a ##vso[task.setvariable variable=x]y', 'a #\\u{23}vso[task.setvariable variable=x]y'],
  ['of TeamCity', '##teamcity[x]', '#\\u{23}teamcity[x]'],
  ['of the older kind', 'a ##[error]x', 'a #\\u{23}[error]x'],
  ['that is none', 'a ::error::x', 'a ::error::x']
])('a command in the log %s', (_, text, expected) => {
  expect(commandSafe(text)).toBe(expected)
})
