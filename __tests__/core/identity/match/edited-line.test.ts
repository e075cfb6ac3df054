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
    ['one word of many', 'Error(', 'throw new Error("no such file here")', 'throw new Error("no such path here")']
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
    ['the same words in another order', 'exec(', 'exec(one, two, three, four)', 'exec(two, four, one, three)']
  ])('%s', (_, region, before, after) => {
    expect(isSameLineEdited(at(before, region), at(after, region))).toBe(false)
    expect(isSameLineEdited(at(after, region), at(before, region))).toBe(false)
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
