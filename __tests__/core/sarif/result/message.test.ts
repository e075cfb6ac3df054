import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { messageText, plainText, withoutTags } from '../../../../src/core/sarif/result/message.js'

const rule: JsonObject = {
  messageStrings: { default: { text: 'Bad call to {0} in {1}.' }, md: { markdown: '**{0}**' } }
}

describe('messages', () => {
  test.each<[string, JsonObject | null, string | null]>([
    ['text', { text: 'Hello' }, 'Hello'],
    ['by id', { id: 'default', arguments: ['f', 'g'] }, 'Bad call to f in g.'],
    ['by id, too few arguments', { id: 'default', arguments: ['f'] }, 'Bad call to f in {1}.'],
    ['by id of the component', { id: 'shared', arguments: ['f'] }, 'Shared f'],
    ['by id in Markdown', { id: 'md', arguments: ['f'] }, '**f**'],
    ['an unknown id', { id: 'none' }, null],
    ['a text with placeholders', { text: 'Call {0}, {{literally}}', arguments: ['f'] }, 'Call f, {literally}'],
    ['braces without arguments', { text: 'Use {0} and {{x}}' }, 'Use {0} and {{x}}'],
    ['braces that are no placeholders', { text: '{{ x }}', arguments: ['f'] }, '{{ x }}'],
    ['arguments of other types', { text: '{0}|', arguments: [3] }, '|'],
    ['Markdown only', { text: '', markdown: 'see **this**' }, 'see **this**'],
    ['a link to a related location', { text: 'Uses [user input](1) here' }, 'Uses user input here'],
    ['a link to an address', { text: 'See [docs](https://x.y/z)' }, 'See docs'],
    ['escaped brackets in a link', { text: '[a\\[0\\]](2)' }, 'a[0]'],
    ['code that looks like a link', { text: 'call f[i](x)' }, 'call f[i](x)'],
    ['no message', null, null],
    ['an empty object', {}, null],
    ['a number', { text: 3 }, '3'],
    ['mistyped', { text: {} }, null]
  ])('%s', (_, message, expected) => {
    expect(messageText(message, rule, { shared: { text: 'Shared {0}' } })).toBe(expected)
  })

  test('terminal colours and control characters go, line ends are unified', () => {
    expect(plainText('\u001b[31mred\u001b[0m\u0000\r\nnext\ttab ')).toBe('red\nnext\ttab')
  })

  test('tags go, comparisons stay', () => {
    expect(withoutTags('<span>a < b</span> <a href="x">link</a>')).toBe('a < b link')
  })
})
