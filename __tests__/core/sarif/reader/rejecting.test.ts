import { Buffer } from 'node:buffer'
import { describe, expect, test } from '@jest/globals'
import { ACCEPTED, REJECTED } from './json-texts.js'
import { readInChunks } from './reading.js'

const positions: readonly [string, string, string][] = [
  ['a member that is kept', '{"runs":[{"any":', '}]}'],
  ['a member of a result', '{"runs":[{"results":[{"any":', '}]}]}'],
  ['a skipped member', '{"runs":[{"not":', '}]}'],
  ['a skipped member, deeper', '{"runs":[{"not":{"a":[1,', ']}}]}'],
  ['a place where a string is expected', '{"runs":[{"text":', '}]}']
]
const projection = { runs: [{ any: true, text: 5, results: [{ any: true }] }] } as const

const read = (text: Buffer) => [[1], [2], [100_000]].map(sizes => readInChunks(text, projection, sizes).problem)

describe.each(positions)('in %s', (_, before, behind) => {
  test.each(REJECTED.map(text => [JSON.stringify(text), text] as const))('%s is rejected', (_name, text) => {
    const parts = [text].flat().map(part => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part)))
    const problems = read(Buffer.concat([Buffer.from(before), ...parts, Buffer.from(behind)]))
    expect(problems[0]).not.toBeNull()
    expect(problems[1]).toEqual(problems[0])
    expect(problems[2]).toEqual(problems[0])
  })

  test.each(ACCEPTED.map(text => [text]))('%s is accepted', text => {
    expect(read(Buffer.from(before + text + behind))).toEqual([null, null, null])
  })
})
