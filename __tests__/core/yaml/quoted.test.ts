import { expect, test } from '@jest/globals'
import { toValue } from '../../../src/core/yaml/node.js'
import { parseYaml } from '../../../src/core/yaml/parse.js'
import { quoted } from '../../../src/core/yaml/quoted.js'

test.each([
  ['plain', '"plain"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['line\nbreak\r', '"line\\nbreak\\r"'],
  ['\u2028\u2029\u0085\u007f', '"\\u2028\\u2029\\u0085\\u007f"'],
  ['\ufeff\u202eabc\u2066\u2069', '"\\ufeff\\u202eabc\\u2066\\u2069"'],
  ['##vso[task.x] ##[group] ## a', '"#\\x23vso[task.x] #\\x23[group] ## a"'],
  ['tag \u{e0041} face \u{1f600}', '"tag \\U000e0041 face \u{1f600}"']
])('%j is quoted so that it shows, and is read back', (text, expected) => {
  const yaml = quoted(text)
  expect(yaml).toBe(expected)
  const { root, problems } = parseYaml('p.yml', new TextEncoder().encode(`a: ${yaml}\n`))
  expect(problems).toEqual([])
  expect(root && toValue(root)).toEqual({ a: text })
})
