import { describe, expect, test } from '@jest/globals'
import { isSameLineEdited } from '../../../../src/core/identity/match/edited-line.js'
import { replaceDiff, run, scan, states } from '../builders.js'

const FILE = 'src/app.js'

/** The line as a scanner reports it that points at the given text. */
const at = (line: string, region: string) => {
  const column = line.indexOf(region) + 1
  return { line, column, end: column + region.length }
}

describe('one line is another one after an edit', () => {
  test.each([
    ['a longer name', 'exec(', 'exec(command, options)', 'exec(commandLine, options)'],
    ['a plural', 'exec(', 'exec(value, options)', 'exec(values, options)'],
    ['one name in two places', '.replace(', 'list[key] = key.replace(a, b)', 'list[at] = at.replace(a, b)'],
    ['one more argument', 'eval(', 'const r = eval(a)', 'const r = eval(a, argument)'],
    ['one argument less', 'query(', 'db.query(text, values, options)', 'db.query(text, values)'],
    ['a semicolon less', 'RegExp(', 'new RegExp(value);', 'new RegExp(value)'],
    ['one word of many', 'Error(', 'throw new Error("no such file here")', 'throw new Error("no such path here")'],
    ['an argument between others', 'exec(', 'exec(one, two, three)', 'exec(one, added, two, three)'],
    ['a longer name of three letters', 'exec(', 'exec(key, options)', 'exec(keys, options)'],
    ['a member behind the words of the rule', 'a.b.c(', 'a.b.c(one, two, first)', 'a.b.c(one, two, other)'],
    ['words right behind the region', 'thing', 'thing.a(one, two, first)', 'thing.a(one, two, other)']
  ])('%s', (_, region, before, after) => {
    expect(isSameLineEdited(at(before, region), at(after, region))).toBe(true)
    expect(isSameLineEdited(at(after, region), at(before, region))).toBe(true)
  })
})

describe('another line in its place', () => {
  test.each([
    ['only the words of the rule in common', 'console.error(', 'console.error(', 'console.error(m)'],
    ['nothing of its own', 'console.error(', 'console.error(a)', 'console.error(b)'],
    ['too short to tell', '==', 'if (typeof a == "string")', 'if (typeof b == "string")'],
    ['two other arguments', 'query(', 'db.query(one, text, a, b, c)', 'db.query(two, text, a, b, d)'],
    ['more added than was there', 'exec(', 'exec(a, b)', 'exec(a, b, request.body.command)'],
    ['a longer name that only begins alike', 'exec(', 'exec(val, options)', 'exec(valid, options)'],
    ['no word of its own', 'exec(', 'exec();', 'exec()'],
    ['as many words more as were there', 'exec(', 'exec(one)', 'exec(one, two)'],
    ['its only word once more', 'exec(', 'exec(one)', 'exec(one, one)'],
    ['too few words beside the rule', 'eval(', 'eval(one, two, first)', 'eval(one, two, other)'],
    ['a region with an argument', 'eval((one', 'eval((one, two, first))', 'eval((one, two, other))'],
    ['a region that begins with two brackets', '((eval(', '((eval(one, two, first)))', '((eval(one, two, other)))'],
    ['a region that begins with a bracket', '(eval(', '(eval(one, two, first))', '(eval(one, two, other))'],
    ['two words of a rule', 'a.b(', 'a.b(one, two, first)', 'a.b(one, two, other)'],
    ['two words where one was', 'run', 'run alpha beta gamma delta one', 'run alpha beta gamma delta two three'],
    ['two names for one', 'exec(', 'exec(x, alpha, beta, gamma, x)', 'exec(y, alpha, beta, gamma, z)'],
    ['other brackets all along', 'call', 'call(one, two, six) + more(three)', 'call[one, two, six] + more[three]'],
    ['another operator all along', 'alpha', 'alpha + beta + gamma + delta + eta', 'alpha - beta - gamma - delta - eta'],
    ['an operator for a name', 'alpha', 'alpha x beta x gamma x delta', 'alpha + beta + gamma + delta'],
    ['a plural of two letters', 'exec(', 'exec(id, options)', 'exec(ids, options)'],
    ['a longer name with a capital further on', 'exec(', 'exec(val, options)', 'exec(validUser, options)'],
    ['a longer name that goes on with an s', 'exec(', 'exec(user, options)', 'exec(userset, options)'],
    ['nothing at all', 'exec(', '', 'exec(one, two)'],
    ['the same words in another order', 'exec(', 'exec(one, two, three, four)', 'exec(two, four, one, three)']
  ])('%s', (_, region, before, after) => {
    expect(isSameLineEdited(at(before, region), at(after, region))).toBe(false)
    expect(isSameLineEdited(at(after, region), at(before, region))).toBe(false)
  })

  test('lines are compared up to 1600 characters', () => {
    const of = (length: number) => at('exec(one, two, three)'.padEnd(length), 'exec(')
    expect(isSameLineEdited(of(1600), of(30))).toBe(true)
    expect(isSameLineEdited(of(30), of(1600))).toBe(true)
    expect(isSameLineEdited(of(1601), of(30))).toBe(false)
    expect(isSameLineEdited(of(30), of(1601))).toBe(false)
  })

  test('without the end of the region, the rule reaches to the bracket', () => {
    const open = (line: string) => ({ line, column: 1, end: null })
    expect(isSameLineEdited(open('a.b(one, two, six, first)'), open('a.b(one, two, six, other)'))).toBe(true)
    expect(isSameLineEdited(open('a b one two first'), open('a b one two other'))).toBe(false)
    expect(isSameLineEdited(open('alpha beta'), open('alpha  beta'))).toBe(false)
  })

  test('a line too long to be compared whole is not taken for an edited one', () => {
    const long = `exec(${'a,'.repeat(100_000)}`
    expect(isSameLineEdited(at(long, 'exec('), at(`${long}b`, 'exec('))).toBe(false)
  })
})

describe('in a file', () => {
  const against = (base: readonly string[], head: readonly string[], word: string) =>
    states(
      run(scan(FILE, head.join('\n'), word), {
        baseline: scan(FILE, base.join('\n'), word),
        files: { [FILE]: head.join('\n') },
        diff: replaceDiff(FILE, 1, base, head)
      })
    )

  test('the same call with other content is introduced', () => {
    expect(against(['console.error('], ['console.error(m)'], 'console.error')).toEqual(['introduced'])
  })

  test('a copy of another finding in the place of an old one is introduced', () => {
    const [one, two] = ['table.rows.items.first[a] = eval(a)', 'table.rows.items.other[a] = eval(a)']
    expect(against([one, two], [two, two], 'eval')).toEqual(['introduced', 'existing'])
    expect(against([one, two], [`${one} `, two], 'eval')).toEqual(['existing', 'existing'])
  })

  test('where two lines could be the edited one, neither is', () => {
    const base = ['eval(alpha, beta, gamma, one)']
    const head = ['eval(alpha, beta, gamma, two)', 'eval(delta, beta, gamma, one)']
    expect(against(base, head, 'eval')).toEqual(['introduced', 'introduced'])
  })
})
