import { describe, expect, test } from '@jest/globals'
import { hintFor, nearest, oneOfHint } from '../../../src/core/yaml/nearest.js'

const VERDICTS = ['pass', 'warn', 'block'] as const

describe('the word that was most likely meant', () => {
  test.each([
    ['blok', VERDICTS, 'block'],
    ['Block', VERDICTS, 'block'],
    ['deny', VERDICTS, 'block'],
    ['wran', VERDICTS, 'warn'],
    ['newly_disclosed', ['existing', 'newly-disclosed'], 'newly-disclosed'],
    ['sche', ['schema', 'lint'], 'schema'],
    ['sari', ['sarif', 'text'], 'sarif'],
    ['evaluate', ['monitor', 'evalute'], 'evalute'],
    ['moderate', ['low', 'medium'], 'medium'],
    ['moderate', ['low', 'high'], null],
    ['xyzzy', VERDICTS, null],
    ['', VERDICTS, null],
    ['3', ['0', '1', '2'], null],
    ['10', ['0', '1', '2'], null],
    ['b'.repeat(100_000), VERDICTS, null]
  ] as const)('%.20s of %j: %s', (word, allowed, expected) => {
    expect(nearest(word, allowed)).toBe(expected)
  })
})

test('a hint names the word as it is to be written, or says what else to do', () => {
  expect(hintFor('polcy', ['policy'], 'Run with --help', near => `--${near}`)).toBe('Did you mean --policy?')
  expect(hintFor('xyzzy', ['policy'], 'Run with --help', near => `--${near}`)).toBe('Run with --help')
  expect(oneOfHint('xyzzy', VERDICTS)).toBe('Write one of pass, warn, block')
})
