import { expect, test } from '@jest/globals'
import { NO_CHANGE_KNOWN } from '../../../src/core/decision/decision.js'
import { undecidedBy } from '../../../src/core/decision/undecided.js'
import { UNKNOWN_EDITION } from '../../../src/core/ground/edition.js'
import { ConfigurationError } from '../../../src/core/ground/errors.js'

const ASKED = { gate: UNKNOWN_EDITION, evaluatedAt: '2026-11-23T15:00:00Z', change: NO_CHANGE_KNOWN, options: null }

test('what is to be mended is told with its place, as far as it has one', () => {
  const error = new ConfigurationError([
    { place: { path: 'gate.yml', line: 3, column: 5 }, message: 'no such key', hint: 'mode' },
    { place: { path: 'gate.yml', line: null, column: null }, message: 'cannot be read', hint: 'look' },
    { place: null, message: 'nothing matches', hint: 'look' }
  ])
  expect(undecidedBy(error, ASKED)).toEqual({
    schemaVersion: 2,
    ...ASKED,
    problems: [
      { kind: 'configuration', path: 'gate.yml', line: 3, column: 5, message: 'no such key', hint: 'mode' },
      { kind: 'configuration', path: 'gate.yml', line: null, column: null, message: 'cannot be read', hint: 'look' },
      { kind: 'configuration', path: null, line: null, column: null, message: 'nothing matches', hint: 'look' }
    ]
  })
})

test.each([
  ['an error', new Error('token=abc')],
  ['a text', 'token=abc'],
  ['nothing', undefined]
])('a fault of the gate itself quotes nothing: %s', (_, thrown) => {
  expect(undecidedBy(thrown, ASKED).problems).toEqual([
    {
      kind: 'internal',
      path: null,
      line: null,
      column: null,
      message: 'An internal error; its text is in the log',
      hint: null
    }
  ])
})
