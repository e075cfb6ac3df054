import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonFaultOf, jsonPlaceOf } from '../../../src/core/ground/json-place.js'

const shown = ({ path, line, column }: ReturnType<typeof jsonFaultOf>): string => [path, line, column].join(':')

describe('where a text is not JSON any more', () => {
  test.each<[string, string]>([
    ['', '1:1'],
    ['  \n ', '2:2'],
    ['{', '1:2'],
    ['{"a":1,}', '1:8'],
    ['{"a" 1}', '1:6'],
    ['{a:1}', '1:2'],
    ["{'a':1}", '1:2'],
    ['{"a":}', '1:6'],
    ['[1,]', '1:4'],
    ['[1 2]', '1:4'],
    ['[1}', '1:3'],
    ['{"a":1]', '1:7'],
    ['{"a":1}\n{"b":2}', '2:1'],
    ['{\n  "a": [\n    1,\n    x\n  ]\n}', '4:5'],
    ['"a\nb"', '1:1'],
    ['"\\x"', '1:1'],
    ['01', '1:2'],
    ['1.', '1:2'],
    ['-', '1:1'],
    ['nul', '1:1'],
    [',', '1:1'],
    ['<!doctype html>', '1:1'],
    ['[[1,2],[3,', '1:11'],
    ['\ufeff{}', '1:1']
  ])('%j', (text, at) => expect(shown(jsonFaultOf('f', text))).toBe(`f:${at}`))

  test('everything else is', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent)
        expect(jsonFaultOf('f', written)).toEqual({ path: 'f', line: null, column: null })
      })
    )
  })

  test('it is so exactly where nothing else can read it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', ' ', '\n', 'x'), maxLength: 8 }),
        text => {
          let isJson = true
          try {
            JSON.parse(text)
          } catch {
            isJson = false
          }
          expect(jsonFaultOf('f', text).line === null).toBe(isJson)
        }
      )
    )
  })
})

describe('where a value stands', () => {
  const TEXT = '{\n  "a": { "b": [1, { "c": "x" }, []] },\n  "a\\u0062": true\n}\n'
  test.each<[readonly (string | number)[], string]>([
    [[], '1:1'],
    [['a'], '2:8'],
    [['a', 'b'], '2:15'],
    [['a', 'b', 0], '2:16'],
    [['a', 'b', 1], '2:19'],
    [['a', 'b', 1, 'c'], '2:26'],
    [['a', 'b', 2], '2:33'],
    [['ab'], '3:14'],
    // What is not there stands where the last one stands that is.
    [['a', 'b', 3], '2:15'],
    [['a', 'b', 0, 'c'], '2:16'],
    [['a', 0], '2:8'],
    [['z', 'y'], '1:1']
  ])('%j', (path, at) => expect(shown(jsonPlaceOf('f', TEXT, path))).toBe(`f:${at}`))

  test('of a text that is none, as far as it goes', () => {
    expect(shown(jsonPlaceOf('f', '{"a": [1, {"b": ', ['a', 1, 'b']))).toBe('f:1:11')
    expect(shown(jsonPlaceOf('f', '', ['a']))).toBe('f::')
  })
})
