import { describe, expect, test } from '@jest/globals'
import type { ToolRan } from '../../../src/core/identity/ran.js'
import { finding, place, run, states } from './builders.js'

const FILE = 'src/app.js'
const TEXT = 'const a = 1\neval(a)\n'
const by = (ruleId: string, tool = 'Semgrep OSS') => finding({ tool, ruleId, location: place(FILE, 2) })
const compared = (now: readonly ReturnType<typeof by>[], base: readonly ReturnType<typeof by>[], more = {}) =>
  run(now, { baseline: base, files: { [FILE]: TEXT }, more })

describe('Semgrep’s rule is the same with another folder before its id', () => {
  test.each([
    ['another folder', 'home.runner.work._temp.rules.sqli', 'tmp.rules.sqli'],
    ['no folder before', 'rules.sqli', 'sqli'],
    ['no folder now', 'sqli', 'rules.sqli'],
    ['another name of the folder', 'old-rules.sqli', 'new-rules.sqli']
  ])('%s', (_, base, now) => {
    const result = compared([by(now)], [by(base)])
    expect(states(result)).toEqual(['existing'])
    expect(result.fixed).toEqual([])
  })

  test('with another name of the tool', () =>
    expect(states(compared([by('b.sqli', 'Opengrep')], [by('a.sqli', 'Semgrep PRO')]))).toEqual(['existing']))

  test('the longest end tells which of two it is', () => {
    const result = compared([by('new.js.eval'), by('new.py.eval')], [by('old.js.eval')])
    expect(result.findings.map(each => [each.finding.ruleId, each.identity.state])).toEqual([
      ['new.js.eval', 'existing'],
      ['new.py.eval', 'introduced']
    ])
  })

  test('and its id stays', () => {
    const [before] = compared([by('rules.sqli')], [by('rules.sqli')]).findings
    const [now] = compared([by('rules.sqli')], [by('tmp.rules.sqli')]).findings
    expect(now?.identity.id).toBe(before?.identity.id)
  })
})

describe('nothing is taken for the same rule', () => {
  test.each<[string, readonly ReturnType<typeof by>[], readonly ReturnType<typeof by>[]]>([
    ['of another tool', [by('b.sqli', 'Acme')], [by('a.sqli', 'Acme')]],
    ['where two rules of now end so', [by('b.sqli'), by('c.sqli')], [by('a.sqli')]],
    ['where two rules of then ended so', [by('c.sqli')], [by('a.sqli'), by('b.sqli')]],
    ['that ends in part of a word', [by('mysqli')], [by('sqli')]],
    ['where the old one runs still', [by('a.sqli'), by('b.sqli')], [by('a.sqli')]]
  ])('%s', (_, now, base) => expect(states(compared(now, base))).toContain('introduced'))

  test('where another rule that ends so ran without a finding', () => {
    const ran = (...rules: string[]): ReadonlyMap<string, ToolRan> =>
      new Map([['semgrep oss', { name: 'Semgrep OSS', rules: new Set(rules), failed: false }]])
    const more = { ran: { base: ran('a.sqli'), head: ran('b.sqli', 'c.sqli') } }
    expect(states(compared([by('b.sqli')], [by('a.sqli')], more))).toEqual(['introduced'])
  })
})

test('the list of rules that ran at the base has the names of now', () => {
  const ran = (...rules: string[]): ReadonlyMap<string, ToolRan> =>
    new Map([['semgrep oss', { name: 'Semgrep OSS', rules: new Set(rules), failed: false }]])
  const more = { ran: { base: ran('a.sqli', 'a.xss'), head: ran('b.sqli', 'b.xss') } }
  const result = compared([by('b.sqli')], [by('a.sqli')], more)
  expect([result.notices, result.warnings]).toEqual([[], []])
})
