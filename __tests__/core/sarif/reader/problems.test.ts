import { Buffer } from 'node:buffer'
import { describe, expect, test } from '@jest/globals'
import type { Projection } from '../../../../src/core/sarif/input.js'
import { readInChunks } from './reading.js'

const kept: Projection = { version: true, runs: [{ tool: { driver: { name: true } }, results: [true], any: true }] }
const CHUNKS = [[1], [3], [100_000]]

/** Offset and message, the same for every size of chunks. */
function problemOf(text: string | Uint8Array, projection: Projection = kept, limits = {}): string | null {
  const problems = CHUNKS.map(sizes => readInChunks(text, projection, sizes, limits).problem)
  expect(problems[1]).toEqual(problems[0])
  expect(problems[2]).toEqual(problems[0])
  const [problem] = problems
  return problem ? `${problem.offset}: ${problem.message}` : null
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map(part => Buffer.from(part as string)))
const deep = (levels: number): string => `{"runs":[{"any":${'['.repeat(levels)}${']'.repeat(levels)}}]}`

describe('problems of a log', () => {
  test.each([
    ['', '0: the file is empty'],
    [' \n', '2: the file breaks off'],
    ['[1]', '0: not a SARIF log: the file does not hold a JSON object'],
    ['null', '0: not a SARIF log: the file does not hold a JSON object'],
    ['"text"', '0: not a SARIF log: the file does not hold a JSON object'],
    ['text {"runs":[]}', '0: unknown word: neither true, false nor null'],
    ['{}', '2: not a SARIF log: it has no runs'],
    ['{"runs":null}', '8: runs is not an array'],
    ['{"runs":{"results":[]}}', '8: runs is not an array'],
    ['{"runs":[{},3,[]]}', '12: runs[1] is not an object'],
    ['{"runs":[{"results":[{},1,{},[2]]}]}', '24: runs[0].results[1] is not an object'],
    ['{"runs":[]} x', '12: unexpected x after the end of the JSON text'],
    ['{"runs":[]}{"runs":[]}', '11: unexpected { after the end of the JSON text'],
    ['{"runs":[],}', '11: unexpected } where a member name should be'],
    ['{"runs":[],"runs":[]}', '18: duplicate member "runs"'],
    ['{"runs":[{"results":[],"results":[]}]}', '33: duplicate member "results" in runs[0]'],
    ['{"version":1,"version":2,"runs":[]}', '23: duplicate member "version" with different values'],
    ['{"version":1,"v\\u0065rsion":2,"runs":[]}', '28: duplicate member "version" with different values']
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  test('says where bytes are wrong, in what is kept and in what is skipped', () => {
    const at = (name: string, ...value: (string | number[])[]) =>
      problemOf(bytes(`{"runs":[{"${name}":`, ...value, '}]}'))
    for (const name of ['any', 'not']) {
      expect(at(name, '"a', [0xff], '"')).toBe('18: invalid UTF-8')
      expect(at(name, '"a\n"')).toBe('18: control character 0x0a in a string')
      expect(at(name, '"a\\x"')).toBe('18: bad escape in a string')
      expect(at(name, '"a\\u00g0"')).toBe('18: bad \\u escape in a string')
      expect(at(name, '01')).toBe('16: bad number')
      expect(at(name, '[1,]')).toBe('19: unexpected ] where a value should be')
      expect(at(name, '{"a":1]')).toBe('22: unexpected ] where , or } should be')
    }
  })

  test('a flaw in one string ends nothing', () => {
    const text = bytes('{"runs":[{"results":[{"a":"', [0xc3, 0x28], '\u0001"},{"b":2}]}]}')
    const reading = readInChunks(text, kept, [5])
    expect(reading.problem).toEqual({ offset: 27, message: 'invalid UTF-8' })
    expect(reading.results).toEqual([
      [0, { a: '\ufffd(\u0001' }],
      [0, { b: 2 }]
    ])
  })

  test('what was read before a problem is delivered, but no half of a result', () => {
    const text = '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"T"}},"results":[{"a":1},{"b":2'
    const reading = readInChunks(text, kept, [4])
    expect(reading).toEqual({
      results: [[0, { a: 1 }]],
      runs: [[0, { tool: { driver: { name: 'T' } } }, 'array']],
      log: { version: '2.1.0' },
      problem: { offset: text.length, message: 'the file breaks off' }
    })
    const inTool = readInChunks('{"runs":[{"results":null,"tool":{"driver":{"name":"T","x":[[', kept, [4])
    expect(inTool.runs).toEqual([[0, { tool: { driver: { name: 'T' } } }, 'null']])
  })

  // The log, its runs and the run are three levels themselves.
  test.each([
    [509, null],
    [510, '525: nested deeper than 512 levels']
  ])('%i levels of nesting below a member of a run', (levels, problem) => {
    expect(problemOf(deep(levels))).toBe(problem)
    expect(problemOf(deep(levels).replace('any', 'not'))).toBe(problem)
  })

  test('a million levels are a problem like any other', () => {
    for (const name of ['any', 'not']) {
      const text = `{"runs":[{"${name}":${'[{"a":'.repeat(1_000_000)}`
      expect(readInChunks(text, kept, [65_536]).problem?.message).toBe('nested deeper than 512 levels')
    }
  })

  test('what would be held is limited, what is skipped or cut is not', () => {
    const long = 'x'.repeat(5000)
    const limits = { token: 1000, held: 3000 }
    const text = (value: string) => `{"runs":[{"any":${value}}]}`
    expect(problemOf(text(`"${long}"`), kept, limits)).toBe('16: a string, name or number is too long')
    expect(problemOf(text(`{"${long}":1}`), kept, limits)).toBe('17: a string, name or number is too long')
    expect(readInChunks(text(`"${long}"`), { runs: [{ any: 10 }] }, [100], limits).runs).toEqual([
      [0, { any: 'x'.repeat(10) }, 'absent']
    ])
    expect(problemOf(text(`"${long}"`), { runs: [{}] }, limits)).toBeNull()
    const many = text(`[${Array(200).fill('1').join(',')}]`)
    expect(problemOf(many, kept, limits)).toMatch(/holds more than 3000 bytes/)
    expect(problemOf(text(`[${Array(200).fill('[]').join(',')}]`), kept, limits)).toMatch(/holds more than 3000 bytes/)
    const results = `{"runs":[{"results":[${Array(200).fill('{"a":1}').join(',')}]}]}`
    expect(problemOf(results, kept, limits)).toBeNull()
  })
})

describe('what is read', () => {
  const anyOf = (json: string) => {
    const { runs, problem } = readInChunks(`{"runs":[{"any":${json}}]}`, kept, [2])
    return [runs[0]?.[1].any, problem]
  }

  test.each([
    ['1e999', '1e999'],
    ['[-1e999,1e-999]', ['-1e999', 0]],
    ['"\\ud800x"', '\ufffdx'],
    ['"\\udc00\\ud83d\\ude00\\ud83d"', '\ufffd\u{1f600}\ufffd'],
    ['{"a":1,"a":1}', { a: 1 }],
    ['{"a":[1,{}],"a":[1,{}]}', { a: [1, {}] }],
    ['{"security-severity":"7.5","security-severity":9.8}', { 'security-severity': 9.8 }],
    ['{"security-severity":"9.8","security-severity":"10.0"}', { 'security-severity': '10.0' }],
    ['{"security-severity":"9.8","security-severity":"0.1"}', { 'security-severity': '9.8' }]
  ])('%s', (json, value) => {
    expect(anyOf(json)).toEqual([value, null])
  })

  test('members with different values are a problem, and a score against a word too', () => {
    expect(anyOf('{"level":"error","level":"none"}')[1]).toMatchObject({ message: /duplicate member "level"/ })
    expect(anyOf('{"s":"9.8","s":"undefined"}')[1]).not.toBeNull()
  })

  test('names like __proto__ are own members and touch no prototype', () => {
    const json =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":0}'
    const [value] = anyOf(json) as [object]
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(problemOf('{"runs":[{"any":{"__proto__":1,"__proto__":2}}]}')).toMatch(/duplicate member "__proto__"/)
  })

  test.each([
    ['{"runs":[{}]}', 'absent'],
    ['{"runs":[{"results":null}]}', 'null'],
    ['{"runs":[{"results":[]}]}', 'array'],
    ['{"runs":[{"results":{"a":[1]}}]}', 'malformed'],
    ['{"runs":[{"results":"none"}]}', 'malformed']
  ])('results of %s are %s', (text, property) => {
    expect(readInChunks(text, kept, [3])).toMatchObject({ runs: [[0, {}, property]], problem: null })
  })

  test('members come in any order, and the rest of a run after its results', () => {
    const order: string[] = []
    const text =
      '{"runs":[{"results":[{"a":1}],"tool":{"driver":{"name":"A"}}},{"tool":{},"results":[{"b":2}]}],"version":"2.1.0"}'
    const reading = readInChunks(text, kept, [6])
    for (const [index, run] of reading.runs) order.push(`${index}${JSON.stringify(run)}`)
    expect(order).toEqual([
      '0{"tool":{"driver":{"name":"A"}}}',
      '1{"tool":{"driver":{}}}'.replace('{"driver":{}}', '{}')
    ])
    expect(reading.results).toEqual([
      [0, { a: 1 }],
      [1, { b: 2 }]
    ])
    expect(reading.log).toEqual({ version: '2.1.0' })
  })
})
