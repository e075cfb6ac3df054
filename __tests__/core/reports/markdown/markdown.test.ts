import { describe, expect, test } from '@jest/globals'
import {
  bold,
  bullets,
  code,
  details,
  fence,
  heading,
  hidden,
  join,
  link,
  md,
  prose,
  table
} from '../../../../src/core/reports/markdown/markdown.js'

describe('code spans', () => {
  test.each([
    ['plain', 'a/b.ts', '`a/b.ts`'],
    ['a backtick', 'a`b', '``a`b``'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['a run of three', 'a```b', '````a```b````'],
    ['line ends', 'a\r\nb\tc', '`a b c`'],
    ['bidirectional override', 'a\u202eb', '`a\\u{202e}b`'],
    ['zero width', 'a\u200bb', '`a\\u{200b}b`'],
    ['variation selector', 'a\ufe0f', '`a\\u{fe0f}`'],
    ['terminal escape', '\u001b[31mred', '`\\u{1b}[31mred`'],
    ['lone surrogate', '\ud800', '`\\u{d800}`'],
    ['comment', '<!-- policy-gate:x -->', '`\\u{3c}!-- policy-gate:x -->`'],
    ['nothing', '', '(empty)'],
    ['blanks only', ' \n ', '(empty)']
  ])('%s', (_name, text, expected) => expect(code(text)).toBe(expected))

  test('are cut by code points, never within one', () => {
    expect(code('😀'.repeat(10), 4)).toBe('`😀😀😀…`')
    expect(code('abcd', 4)).toBe('`abcd`')
  })
})

describe('running text', () => {
  test.each([
    [
      'stays where it is plain',
      'This query depends on a user-provided value (see rule 12).',
      'This query depends on a user-provided value (see rule 12).'
    ],
    ['keeps other scripts', '重大な脆弱性。 Größe', '重大な脆弱性。 Größe'],
    ['makes mentions code', 'ask @octocat, please', 'ask `@octocat`, please'],
    ['makes references code', 'see #12 and GH-7', 'see `#12` and `GH-7`'],
    ['makes commits code', 'since deadbeef1 it', 'since `deadbeef1` it'],
    ['keeps punctuation outside', '(CVE-2026-1).', '(`CVE-2026-1`).'],
    ['joins neighbours', 'a [x](http://y) <b> c', 'a `[x](http://y) <b>` c'],
    ['makes www code', 'www.example.com', '`www.example.com`'],
    ['makes www code where only that is left', 'WWW.…', '`WWW`.…'],
    ['shows what was meant as code', 'calls `eval()` twice', 'calls `eval()` twice'],
    ['keeps a call whole', 'Found child_process.exec() with a word', 'Found `child_process.exec()` with a word'],
    ['and its arguments', 'calls exec(a, b) twice', 'calls `exec(a, b)` twice'],
    ['and what stands in backticks', 'use `SELECT * FROM t` here', 'use `SELECT * FROM t` here'],
    ['leaves signs between words', 'deallocated / released', 'deallocated / released'],
    ['leaves dots between parts', 'by @sec-bob · SEC-12 · it waits', 'by `@sec-bob` · `SEC-12` · it waits'],
    ['leaves plurals', 'the finding(s) there', 'the finding(s) there'],
    ['leaves a colon between words', 'buffer/gets:Does not', 'buffer/gets:Does not'],
    ['makes no picture', 'a :tada: b:C: d', 'a `:tada: b:C`: d'],
    ['a bracket in brackets', '(see f(x)).', '(see `f(x)`).'],
    ['a bracket that nothing closes', 'f( then words', '`f(` then words'],
    ['makes emphasis code', 'a *b* _c_ d_e', 'a `*b* _c_ d_e`'],
    ['makes no list', '1. first', '`1`. first'],
    ['is one line', 'a\n/gate approve x', 'a `/gate` approve x'],
    ['makes punctuation alone code', '... --- |', '`... --- |`'],
    ['is nothing for nothing', ' \n', '']
  ])('%s', (_name, text, expected) => expect(prose(text)).toBe(expected))
})

describe('composition', () => {
  test('joins what is there', () => expect(join([md`a`, md``, md`b`], ' · ')).toBe('a · b'))
  test('templates', () => expect(md`${bold(md`x`)}: ${2} of ${code('y')}`).toBe('**x**: 2 of `y`'))
  test('lists and headings', () => expect(join([heading(3, md`t`), bullets([md`a`, md`b`])])).toBe('### t\n\n- a\n- b'))
  test('fences are longer than what they hold', () => expect(fence('a\n```\nb')).toBe('````text\na\n```\nb\n````'))
  test('cells escape pipes, and keep them from a backslash', () => {
    expect(table([md`h`], [[code('a|b')], [code('a\\|b')]])).toBe('| h |\n| --- |\n| `a\\|b` |\n| `a\\ \\|b` |')
  })
  test('a summary takes plain words only', () => {
    expect(details('2 more</summary><b>', md`x`)).toBe(
      '<details>\n<summary>2 moresummaryb</summary>\n\nx\n\n</details>'
    )
  })
  test('hidden text cannot end its comment', () => expect(hidden('a-->b<!--c')).toBe('<!-- abc -->'))
})

describe('links', () => {
  test.each([
    ['https://github.com/a/b/blob/0/x%20y#L1', true],
    ['http://ghes.example:8443/a', true],
    ['javascript:alert(1)', false],
    ['https://x/)[y](z', false],
    ['https://x/ "t"', false],
    ['//x', false],
    [null, false]
  ])('%j', (address, linked) => expect(link(md`t`, address)).toBe(linked ? `[t](${address})` : 't'))
})
