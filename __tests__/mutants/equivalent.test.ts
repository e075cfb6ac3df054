import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

interface Entry {
  readonly file: string
  readonly line: string
  readonly code: string
  readonly mutant: string
  readonly why: string
}

const LIST = 'scripts/mutants/equivalent.json'
const ENTRIES = JSON.parse(readFileSync(LIST, 'utf8')) as readonly Entry[]

/** What is wrong with an entry about a text, or null: `npm run mutants` also tells those that name no mutant. */
function offence({ line, code, mutant, why }: Entry, text: string | null): string | null {
  if (text === null) return 'no such file'
  const [first = ''] = code.split('\n')
  if (!line.includes(first)) return 'the line does not hold the code'
  if (!text.split('\n').some(own => own.trim() === line)) return 'no such line'
  if (!text.includes(code)) return 'no such code'
  if (mutant === code) return 'the mutant is the code'
  return why.length < 20 ? 'no reason' : null
}

test('each mutant that is called equivalent is one of the code as it is, with a reason', () => {
  const offences = ENTRIES.map(entry => {
    const told = offence(entry, existsSync(entry.file) ? readFileSync(entry.file, 'utf8') : null)
    return told && `${LIST}: ${entry.file}: ${entry.line}: ${told}`
  })
  expect(offences.filter(Boolean)).toEqual([])
  expect(new Set(ENTRIES.map(({ file, line, code, mutant }) => JSON.stringify([file, line, code, mutant]))).size).toBe(
    ENTRIES.length
  )
})

const known: Entry = {
  file: 'a.ts',
  line: 'return a && b',
  code: 'a && b',
  mutant: 'a || b',
  why: 'a and b are one value'
}
test.each<readonly [string, Entry, string | null, string | null]>([
  ['one of the code', known, 'function f() {\n  return a && b\n}\n', null],
  ['a file that is gone', known, null, 'no such file'],
  ['a line that is gone', known, 'return a && c\n', 'no such line'],
  ['other code', { ...known, code: 'a || c' }, 'return a && b\n', 'the line does not hold the code'],
  ['code over lines that is gone', { ...known, code: 'a && b\n  .c' }, 'return a && b\n', 'no such code'],
  ['no mutant', { ...known, mutant: 'a && b' }, 'return a && b\n', 'the mutant is the code'],
  ['no reason', { ...known, why: 'same' }, 'return a && b\n', 'no reason']
])('tells %s', (_, entry, text, told) => expect(offence(entry, text)).toBe(told))
