import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { QuickDecisions } from '../../../src/files/decisions/quick-decisions.js'

const directory = mkdtempSync(join(tmpdir(), 'quick-'))
afterAll(() => rmSync(directory, { recursive: true }))

const BEGINNING = '{\n  "schemaVersion": 2,'

function readOf(content: string | Uint8Array): unknown {
  const path = join(directory, 'decision.json')
  writeFileSync(path, content)
  return new QuickDecisions(text => text).document(path)
}

test('the text is that of the bytes, under their digest', () => {
  const text = `${BEGINNING} "é" ${'x'.repeat(1 << 18)}`
  expect(readOf(text)).toEqual({
    document: Buffer.from(text).toString('latin1'),
    version: 2,
    sha256: createHash('sha256').update(text).digest('hex')
  })
})

test.each([
  ['does not begin as the gate writes it', '{"schemaVersion": 2,'],
  ['is shorter than the beginning', '{'],
  ['is empty', ''],
  ['is no UTF-8', Buffer.from([...Buffer.from(BEGINNING), 0xc3, 0x28])],
  ['has half a character of UTF-16 in it', Buffer.from([...Buffer.from(BEGINNING), 0xed, 0xa0, 0x80])],
  ['is larger than is read at once', BEGINNING + ' '.repeat(1 << 22)]
])('a file that %s is left to who reads it as a whole', (_, content) => {
  expect(readOf(content)).toBeNull()
})

test('what is no file, or not there, is left to who says so', () => {
  const quick = new QuickDecisions(text => text)
  expect(quick.document(directory)).toBeNull()
  expect(quick.document(join(directory, 'missing.json'))).toBeNull()
})

test('a shorter file after a longer one has nothing of it', () => {
  const quick = new QuickDecisions(text => text)
  const [long, short] = [join(directory, 'long.json'), join(directory, 'short.json')]
  writeFileSync(long, `${BEGINNING} ${'x'.repeat(1000)}`)
  writeFileSync(short, `${BEGINNING} y`)
  quick.document(long)
  expect(quick.document(short)).toMatchObject({ document: `${BEGINNING} y` })
})
