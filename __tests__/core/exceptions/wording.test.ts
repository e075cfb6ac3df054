import { describe, expect, test } from '@jest/globals'
import { cleanText, isTicket, reasonProblem, toLogin } from '../../../src/core/exceptions/wording.js'

const words = (length: number): string => 'the endpoint is unreachable from '.repeat(20).slice(0, length)

describe('a reason', () => {
  test.each<[string, string, string | null]>([
    ['of 20 characters', 'sandboxed by gvisor.', null],
    ['of 19', 'sandboxed by gvisor', 'the reason has 19 characters, at least 20 are needed'],
    ['of 500', words(500), null],
    ['of 501', words(501), 'the reason has 501 characters, at most 500 are allowed'],
    ['of 500 letters that take two units', `${words(480)}${'𝒳'.repeat(20)}`, null],
    [
      'of words that say nothing',
      'ok this is fine, please ignore it for now',
      'the reason says nothing about this finding'
    ],
    ['of the last such words', 'wontfix x xxx yes yes wontfix', 'the reason says nothing about this finding'],
    [
      'of more such words',
      'skip suppress tbd temp temporary test testing',
      'the reason says nothing about this finding'
    ],
    ['of one sign again and again', 'zzzzzzzzzzzzzzzzzzzzzzzzz', 'the reason says nothing about this finding'],
    ['of no words', '........................', 'the reason says nothing about this finding'],
    ['of such words and one that says more', 'ok fine ignore this gvisor', null]
  ])('%s', (_, reason, problem) => expect(reasonProblem(reason)).toBe(problem))

  test('is taken as it can be shown', () => {
    expect(cleanText(' a\r\n\tb\u200b\u2028c   d\u0000 ')).toBe('a b c d')
  })
})

test.each([
  ['@alice', '@alice'],
  ['alice', '@alice'],
  ['a_b-c1', '@a_b-c1'],
  ['a'.repeat(39), `@${'a'.repeat(39)}`],
  ['a'.repeat(40), null],
  ['-a', null],
  ['@acme/team', null],
  ['app[bot]', null],
  ['a b', null],
  ['', null],
  ['@@a', null]
])('%j is the person %s', (text, login) => expect(toLogin(text)).toBe(login))

test.each([
  ['https://example.test/1', true],
  [`https://example.test/${'a'.repeat(179)}`, true],
  [`https://example.test/${'a'.repeat(180)}`, false],
  ['see https://example.test/1', false],
  ['https://example.test/1 2', false],
  ['https://example.test/a\u200b', false],
  ['https://example.test', false],
  ['https://u@example.test/1', false],
  ['http://example.test/1', false],
  ['SEC-12', true],
  ['sec12', true],
  ['org/repo#7', true],
  ['#7', true],
  ['#SEC-7', true],
  ['SEC-12x', false],
  ['SEC-12 ', false],
  ['SEC-', false],
  ['12', false],
  ['#7a', false],
  ['x #7', false],
  ['my #7', false]
])('%j is a ticket: %s', (text, expected) => expect(isTicket(text)).toBe(expected))
