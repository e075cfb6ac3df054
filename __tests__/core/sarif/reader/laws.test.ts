import { Buffer } from 'node:buffer'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { JsonValue } from '../../../../src/core/ground/json.js'
import type { Projection } from '../../../../src/core/sarif/input.js'
import { anyText } from '../../../any-text.js'
import { triesOf } from '../../../thorough.js'
import { expectedReading, readInChunks, shown, wellFormed } from './reading.js'

const NAMES = ['id', 'idx', 'uri', 'text', 'tags', 'level', '__proto__', 'constructor', 'toString', 'é', '', 'results']
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NAMES) }, anyText({ maxLength: 6 }))

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  anyText({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('\ud800', 'a\udc00b', '\ud83d\ude00', '\\u0041', '"\\/\b\f\n\r\t', '\u2028', 'x'.repeat(1100))
)

/** Objects as entries, because `__proto__` must become an own property. */
const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1e21, 5e-324)),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(name, tie('value')), { maxLength: 6, selector: ([key]) => wellFormed(key) })
      .map(entries => Object.fromEntries(entries))
  )
})).value

const shape: fc.Arbitrary<Projection> = fc.letrec<{ shape: Projection }>(tie => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant<Projection>(true),
    fc.nat({ max: 20 }),
    fc.tuple(tie('shape')).map(([inner]): Projection => [inner]),
    fc
      .uniqueArray(fc.tuple(name, tie('shape')), { maxLength: 6, selector: ([key]) => key })
      .filter(entries => entries.every(([key]) => key === wellFormed(key)))
      .map(entries => Object.fromEntries(entries))
  )
})).shape

/** Objects with given members among any others, in any order. */
const objectWith = (members: Record<string, fc.Arbitrary<JsonValue>>): fc.Arbitrary<JsonValue> =>
  fc
    .tuple(
      fc.uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => wellFormed(key) }),
      fc.tuple(...Object.values(members)),
      fc.integer()
    )
    .map(([others, given, turn]) => {
      const named = Object.keys(members).map((key, index) => [key, given[index] as JsonValue] as const)
      const all = [...others.filter(([key]) => !Object.hasOwn(members, key)), ...named]
      const start = Math.abs(turn) % all.length
      return Object.fromEntries([...all.slice(start), ...all.slice(0, start)])
    })

const object = objectWith({ id: text })
const run = objectWith({
  results: fc.oneof(
    { weight: 5, arbitrary: fc.array(object, { maxLength: 4 }) },
    fc.constant(null),
    fc.constant({ a: 1 })
  ),
  tool: value
})
const log = objectWith({ runs: fc.array(run, { maxLength: 3 }), version: fc.constant('2.1.0') })

const treeWith = (others: Projection, members: Record<string, Projection>): Projection =>
  typeof others === 'object' && !Array.isArray(others) ? { ...others, ...members } : others
const logShape = fc
  .tuple(shape, shape, shape)
  .map(([inLog, inRun, inResult]): Projection => treeWith(inLog, { runs: [treeWith(inRun, { results: [inResult] })] }))

/** JSON text with every kind of white space and escapes that JSON.stringify would not choose. */
function dress(document: JsonValue, style: number): string {
  const plain = JSON.stringify(document, null, style % 3)
  return style % 2 === 0 ? plain : plain.replace(/[a-f](?=[a-z])(?<!\\[a-z]|\\u[0-9a-f]{0,4})/g, escapeLetter)
}
const escapeLetter = (letter: string): string => `\\u00${letter.charCodeAt(0).toString(16)}`

const document = fc.tuple(log, fc.nat({ max: 5 })).map(([value, style]) => {
  const dressed = dress(value, style)
  return isSame(dressed, value) ? dressed : JSON.stringify(value)
})
const isSame = (dressed: string, value: JsonValue): boolean => {
  try {
    return JSON.stringify(JSON.parse(dressed)) === JSON.stringify(value)
  } catch {
    return false
  }
}

describe('laws of the reader', () => {
  test('delivers the projection of what JSON.parse reads, in chunks of any size', () => {
    const sizes = fc.oneof(
      fc.constantFrom([1], [2], [3], [1_000_000]),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    )
    fc.assert(
      fc.property(document, logShape, sizes, (text, projection, chunks) => {
        const reading = readInChunks(text, projection, chunks)
        expect(shown(reading)).toBe(shown({ ...expectedReading(text, projection), problem: null }))
      }),
      { numRuns: triesOf(1000) }
    )
  })

  test('delivers the same at every single boundary', () => {
    fc.assert(
      fc.property(document, logShape, (text, projection) => {
        const whole = shown(readInChunks(text, projection))
        const { length } = Buffer.from(text)
        for (let at = 1; at < Math.min(length, 400); at += 1) {
          expect(shown(readInChunks(text, projection, [at, length]))).toBe(whole)
        }
      }),
      { numRuns: triesOf(15) }
    )
  })

  test('a text that breaks off anywhere is a problem, at its end', () => {
    fc.assert(
      fc.property(document, logShape, fc.nat(), (text, projection, cut) => {
        const bytes = Buffer.from(text)
        const length = cut % bytes.length
        const { problem } = readInChunks(bytes.subarray(0, length), projection, [7])
        expect(problem).toMatchObject({ offset: length })
      }),
      { numRuns: triesOf(500) }
    )
  })

  test('accepts no text that JSON.parse rejects, nor the other way round', () => {
    const damage = fc.tuple(fc.nat(), fc.constantFrom(...'{}[],:"\\0-.e tfn\n\u0001'), fc.boolean())
    fc.assert(
      fc.property(document, logShape, damage, (text, projection, [where, byte, inserts]) => {
        const at = where % text.length
        const damaged = text.slice(0, at) + byte + text.slice(inserts ? at : at + 1)
        const { problem } = readInChunks(damaged, projection, [5])
        const isJson = canParse(damaged)
        if (!isJson) expect(problem).not.toBeNull()
        else if (problem !== null)
          expect(problem.message).toMatch(/duplicate|not an object|not an array|no runs|not a SARIF/)
      }),
      { numRuns: triesOf(2000) }
    )
  })
})

function canParse(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
