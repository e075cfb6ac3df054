import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { COMMAND_CODES } from '../../../src/core/exceptions/approval/result.js'
import { QUESTIONS, VERBS } from '../../../src/core/exceptions/commands/command.js'
import { readComment } from '../../../src/core/exceptions/commands/comment.js'
import { EXCEPTION_STATUSES, EXCEPTION_TYPES } from '../../../src/core/exceptions/exception.js'
import { parseExceptions } from '../../../src/core/exceptions/file.js'

const page = readFileSync('docs/exceptions.md', 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text]) => (name === language && text ? [text] : []))

test('every command on the page is one', () => {
  const commands = blocks('text').flatMap(readComment)
  expect(new Set(commands.map(parsed => ('verb' in parsed ? parsed.verb : parsed)))).toEqual(
    new Set([...VERBS, ...QUESTIONS])
  )
})

test('the file on the page is read', () => {
  const files = blocks('yaml')
  expect(files).toHaveLength(1)
  expect(parseExceptions('page', new TextEncoder().encode(files[0]))).toHaveLength(1)
})

test('every status, type and reason code is on the page', () => {
  for (const word of [...EXCEPTION_STATUSES, ...EXCEPTION_TYPES, ...COMMAND_CODES])
    expect(page).toContain(`\`${word}\``)
})
