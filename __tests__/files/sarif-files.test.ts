import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/core/ground/json.js'
import { createSarifReader } from '../../src/core/sarif/reader/sarif-reader.js'
import { DEFAULT_LOAD_LIMITS, loadFile } from '../../src/files/sarif-files.js'
import { documentKind, readHead, readJsonDocuments } from '../../src/files/sniff.js'
import { allow, forbid, NOBODY } from '../fake-github/another-user.js'

/** Root may read everything, so it is nobody while the file is opened; that happens before the first wait. */
function meanwhileNobody<T>(work: () => Promise<T>): Promise<T> {
  if (NOBODY === null) return work()
  process.seteuid?.(NOBODY)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gate-load-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}

async function load(path: string, limits = DEFAULT_LOAD_LIMITS) {
  const results: JsonObject[] = []
  const consumer = { result: (_: number, result: JsonObject) => results.push(result), run() {}, log() {} }
  const reader = createSarifReader(consumer, { runs: [{ results: [true] }] })
  return { ...(await loadFile(path, 'the-file', reader, limits)), results }
}

const text = '{"runs":[{"results":[{"é":"\u{1f600}"},{"b":"ü"}]}]}'
const results = [{ é: '\u{1f600}' }, { b: 'ü' }]
const utf16be = (content: string): Buffer => Buffer.from(`\ufeff${content}`, 'utf16le').swap16()

describe('loading a file', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big endian', utf16be(text)],
    ['gzip, by its bytes', gzipSync(text)],
    ['gzip of UTF-16', gzipSync(utf16be(text))],
    ['gzip in several members', Buffer.concat([gzipSync(text.slice(0, 20)), gzipSync(text.slice(20))])]
  ])('%s', async (name, content) => {
    const path = file(`${name}.sarif`, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(await load(path)).toEqual({ sha256, bytes: content.length, problem: null, results })
  })

  test('content of many chunks', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'ü'.repeat(index % 40) }))
    const content = JSON.stringify({ runs: [{ results: many }] })
    const encodings = [
      Buffer.from(content),
      gzipSync(content),
      utf16be(content),
      Buffer.from(`\ufeff${content}`, 'utf16le')
    ]
    for (const [index, bytes] of encodings.entries()) {
      const loaded = await load(file(`large-${index}`, bytes))
      expect(loaded.problem).toBeNull()
      expect(JSON.stringify(loaded.results)).toBe(JSON.stringify(many))
    }
  })

  test.each<[string, string | Buffer, string, number | null]>([
    ['an empty file', '', 'the file is empty', 0],
    ['a lonely mark', '\ufeff', 'the file is empty', 3],
    ['a mark counts in offsets', `\ufeff{"runs":[}`, 'unexpected } where a value or ] should be', 12],
    ['text that breaks off', text.slice(0, 30), 'the file breaks off', 33],
    ['half a unit of UTF-16', utf16be(text).subarray(0, -1), 'invalid UTF-16', null],
    ['half a surrogate pair', utf16be('{"runs":[{"results":[{"a":"\ud83d."}]}]}'), 'invalid UTF-16', null],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'unexpected 0x00 where a value should be', null],
    ['UTF-16 without a mark', Buffer.from('{}', 'utf16le'), 'unexpected 0x00 where a member name or } should be', 1],
    ['gzip that breaks off', gzipSync(text).subarray(0, 30), 'damaged gzip data: unexpected end of file', null],
    ['gzip with a wrong checksum', damaged(gzipSync(text)), 'damaged gzip data: incorrect data check', null],
    [
      'gzip with text behind it',
      Buffer.concat([gzipSync(text), Buffer.from('garbage')]),
      'damaged gzip data: incorrect header check',
      null
    ],
    [
      'gzip with zeros behind it',
      Buffer.concat([gzipSync(text), Buffer.alloc(3_000_000)]),
      'data after the end of the gzip stream',
      null
    ],
    ['gzip of nothing', gzipSync(''), 'the file is empty', 0],
    ['two bytes of gzip', Buffer.from([0x1f, 0x8b]), 'damaged gzip data: unexpected end of file', 0]
  ])('%s is a problem', async (name, content, message, offset) => {
    const { problem, bytes } = await load(file(name, content))
    expect(problem?.message).toBe(message)
    if (offset !== null) expect(problem?.offset).toBe(offset)
    expect(bytes).toBe(Buffer.from(content as string).length)
  })

  function damaged(bytes: Buffer): Buffer {
    bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1
    return bytes
  }

  test('what a damaged file holds before the damage is not lost', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => ({ index }))
    const loaded = await load(file('part.gz', damaged(gzipSync(JSON.stringify({ runs: [{ results: many }] })))))
    expect(loaded.problem?.message).toBe('damaged gzip data: incorrect data check')
    expect(loaded.results.length).toBeGreaterThan(30_000)
    const cut = gzipSync(text).subarray(0, -8)
    expect((await load(file('cut.gz', cut))).results).toEqual(results)
  })

  test('bombs are stopped', async () => {
    const spaces = gzipSync(Buffer.alloc(12_000_000, 0x20))
    const path = file('bomb.gz', spaces)
    const bomb = await load(path, { content: 2 ** 30, ratioFrom: 2 ** 20, ratio: 500 })
    expect(bomb.problem?.message).toBe('the file grows more than 500 times when decompressed')
    expect(bomb.problem?.offset).toBeLessThan(2_000_000)
    const large = await load(path, { content: 10_000_000, ratioFrom: 2 ** 30, ratio: 500 })
    expect(large.problem?.message).toBe('the decompressed content is larger than 10000000 bytes')
    expect(large.bytes).toBe(spaces.length)
  })

  test('what cannot be read is a problem that names it, and never a wait', async () => {
    const path = (name: string): string => join(directory, name)
    mkdirSync(path('a-directory'))
    symlinkSync('nothing', path('dangling'))
    symlinkSync('circle', path('circle'))
    execFileSync('mkfifo', [path('pipe')])
    const problems = []
    for (const name of ['gone', 'a-directory', 'dangling', 'circle', 'pipe']) {
      const { problem, sha256, bytes } = await load(path(name))
      expect([sha256, bytes, problem?.offset]).toEqual(['', 0, null])
      problems.push(problem?.message)
    }
    problems.push((await load('/dev/zero')).problem?.message)
    problems.push((await load(path('x'.repeat(300)))).problem?.message)
    expect(problems).toEqual([
      'the-file cannot be read: it does not exist',
      'the-file cannot be read: it is a directory',
      'the-file cannot be read: it does not exist',
      'the-file cannot be read: its symbolic links form a circle',
      'the-file cannot be read: it is not a regular file',
      'the-file cannot be read: it is not a regular file',
      'the-file cannot be read: its name is too long'
    ])
  })

  test.each([
    ['a file', 'forbidden'],
    ['a file in a directory', 'forbidden-directory/file']
  ])('%s without permission', async (_, name) => {
    chmodSync(directory, 0o755)
    mkdirSync(join(directory, 'forbidden-directory'), { recursive: true })
    file('forbidden-directory/file', text)
    file('forbidden', text)
    const paths = ['forbidden-directory', 'forbidden'].map(each => join(directory, each))
    for (const path of paths) forbid(path)
    const { problem } = await meanwhileNobody(() => load(join(directory, name)))
    for (const path of paths) allow(path)
    expect(problem?.message).toBe('the-file cannot be read: permission denied')
  })
})

describe('the kind of a document', () => {
  test.each<[string, string | Buffer]>([
    ['sarif', '\ufeff \n{"version":"2.1.0","runs":[]}'],
    ['sarif', gzipSync(`{"version":"2.1.0","runs":[${'{},'.repeat(200_000)}{}]}`)],
    ['sarif', `{"runs":[{"x":"${'y'.repeat(100_000)}"}]}`],
    ['object', '{"a":{"runs":[]}}'],
    ['object', '{"a":"runs"}'],
    ['object', `{"properties":"${'y'.repeat(100_000)}","runs":[]}`],
    ['array', ' [{"runs":[]}]'],
    ['lines', '{"a":"\\"}{"}\n{"a":2}\n'],
    ['lines', '{"a":1}\r\n\r\n{"a":2}'],
    ['none', ''],
    ['none', 'Scanning 3 files\n{"runs":[]}']
  ])('%s', (kind, content) => {
    const head = readHead(file('kind', content))
    expect(head && documentKind(head)).toBe(kind)
  })

  test('a head is the start of the content, or nothing', () => {
    expect(readHead(file('head', text))).toEqual({ text })
    expect(readHead(file('head.gz', gzipSync(text)))).toEqual({ text })
    expect(readHead(file('long', 'x'.repeat(70_000)))?.text).toMatch(/^x{1,69999}$/)
    expect(readHead(file('long.gz', gzipSync('x'.repeat(70_000))))?.text).toMatch(/^x{1,69999}$/)
    expect(readHead(join(directory, 'no-such-file'))).toBeNull()
    expect(readHead(directory)).toBeNull()
    expect(readHead(file('bad.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])))).toBeNull()
  })
})

describe('documents that are no SARIF', () => {
  test.each<[string, string | Buffer, unknown[], string | null]>([
    ['an array', '[1,{"a":2}]', [1, { a: 2 }], null],
    ['one object', '\ufeff{"a":2}', [{ a: 2 }], null],
    ['lines', gzipSync('{"a":1}\n\n{"a":2}\r\n'), [{ a: 1 }, { a: 2 }], null],
    ['a bad line between good ones', '{"a":1}\n{"a":\n{"a":3}\n', [{ a: 1 }, { a: 3 }], 'line 2 is not JSON'],
    ['nothing', ' \n', [], 'the file is empty'],
    ['invalid UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), ['\ufffd'], 'invalid UTF-8'],
    ['more than the limit', `[${'1,'.repeat(600)}1]`, [], 'the content is larger than 1000 bytes']
  ])('%s', async (name, content, documents, message) => {
    const read = await readJsonDocuments(file(name, content), 'the-file', 1000)
    expect(read.documents).toEqual(documents)
    expect(read.problem?.message ?? null).toBe(message)
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
