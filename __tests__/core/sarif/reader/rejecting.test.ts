import { Buffer } from 'node:buffer'
import { describe, expect, test } from '@jest/globals'
import { readInChunks } from './reading.js'

/**
 * Texts that are no JSON (RFC 8259), after the classes of the rejecting cases of JSONTestSuite, as a value somewhere
 * in a log. A number in an array stands for a byte.
 */
const REJECTED: readonly (string | (string | number)[])[] = [
  ...[
    '[1 true]',
    '["": 1]',
    '["a",,1]',
    '[,1]',
    '[1,,]',
    '[""],',
    '["x"',
    '[3[4]]',
    '["x", ]',
    '[1:2]',
    '[,]',
    '[-]',
    '[   , ""]'
  ],
  ...[
    '["a",\n4\n,1,',
    '[1,]',
    '[1,,2]',
    '["\va"]',
    '[*]',
    '[1',
    '[1,\n1\n,1',
    '[{}',
    '[fals]',
    '[nul]',
    '[tru]',
    '[True]',
    '[NaN]'
  ],
  ...[
    '[++1234]',
    '[+1]',
    '[+Inf]',
    '[-01]',
    '[-1.0.]',
    '[-2.]',
    '[-NaN]',
    '[.-1]',
    '[.2e-3]',
    '[0.1.2]',
    '[0.3e+]',
    '[0.3e]'
  ],
  ...[
    '[0.e1]',
    '[0E+]',
    '[0E]',
    '[0e+]',
    '[0e]',
    '[1.0e+]',
    '[1.0e-]',
    '[1.0e]',
    '[1 000.0]',
    '[1eE2]',
    '[2.e+3]',
    '[2.e3]',
    '[9.e+]'
  ],
  ...[
    '[Inf]',
    '[Infinity]',
    '[1+2]',
    '[0x1]',
    '[0x42]',
    '[0+1]',
    '[-Infinity]',
    '[-foo]',
    '[- 1]',
    '[-012]',
    '[-.123]',
    '[-1x]'
  ],
  ...[
    '[1ea]',
    '[1.]',
    '[.123]',
    '[1.2a-3]',
    '[1.8011670033376514H-308]',
    '[012]',
    '[0e+-1]',
    '[1e1.5]',
    '[2e+',
    '[\uff11]'
  ],
  ...[
    '["x", truth]',
    '{[: "x"}',
    '{"x", null}',
    '{"x"::"b"}',
    '{"a":"a" 123}',
    '{key: "value"}',
    '{"a" b}',
    '{:"b"}',
    '{"a"'
  ],
  ...[
    '{"a":',
    '{"a":"a',
    '{1:1}',
    '{9999E9999:1}',
    '{null:null,null:null}',
    '{"id":0,,,,,}',
    "{'a':0}",
    '{"id":0,}',
    '{"a":"b",,"c":"d"}'
  ],
  ...[
    '{true: false}',
    '{"a":"b"}/**/',
    '{"a":"b"}//',
    '{"a":"b"}#',
    '{"a":/*comment*/"b"}',
    '{ "foo" : "bar", "a" }',
    '{"a":"b"}#{}'
  ],
  ...[
    '["\\u00A"]',
    '["\\uD834\\uDd"]',
    '["\\u',
    '["\\uD800\\u"]',
    '["\\uD800\\u1"]',
    '["\\uD800\\u1x"]',
    '["\\x00"]',
    '["\\\\\\"]'
  ],
  ...[
    '["\\a"]',
    '["\\uqqqq"]',
    '["\\',
    '[é]',
    '["\\ud800\\',
    '["\t"]',
    '["a\u0000a"]',
    '["new\nline"]',
    "['single quote']",
    'abc',
    '["'
  ],
  ...[
    '"',
    '["\\{["\\{["\\{["\\{',
    '<.>',
    '[<null>]',
    '[1]x',
    '[1]]',
    '["asd]',
    '"a" x',
    'aå',
    '[True]',
    '1]',
    '{"x": true,',
    '[][]'
  ],
  ...[
    ']',
    '{}}',
    '{"":',
    '{"a":/*c*/1}',
    '',
    '[\u000c]',
    '[\u2060]',
    '\ufeff[]',
    '[',
    '{',
    '[{',
    '{"a',
    '[a',
    "{'a'",
    '*',
    '-',
    'nul'
  ],
  ...[
    '--1',
    '1e',
    '01',
    '-01',
    '1.e1',
    'tRUE',
    'nulll',
    'falsee',
    '0x',
    '1_000',
    'undefined',
    '""""',
    '{"a":1 "b":2}',
    '{"a" 1}',
    '[}',
    '{]'
  ],
  ['["', 0xff, '"]'],
  ['["', 0xc0, 0xaf, '"]'],
  ['["', 0xe0, 0x80, 0x80, '"]'],
  ['["', 0xed, 0xa0, 0x80, '"]'],
  ['["', 0xf4, 0x90, 0x80, 0x80, '"]'],
  ['["', 0xf5, 0x80, 0x80, 0x80, '"]'],
  ['["', 0xe4, 0xb8, '"]'],
  ['["', 0x80, '"]'],
  ['{"', 0xb9, '":"0"}'],
  ['[a', 0xe5, ']'],
  ['[1', 0xe5, ']'],
  ['[1e1', 0xe5, ']'],
  ['["\\u', 0xe5, '"]'],
  ['["\\', 0xe5, '"]'],
  ['[', 0xff, ']'],
  [0xef, 0xbb, '{}']
]

const ACCEPTED = [
  ...[
    '[[]   ]',
    '[""]',
    '[]',
    '["a"]',
    '[false]',
    '[null, 1, "1", {}]',
    '[1\n]',
    ' [1]',
    '[1,null,null,null,2]',
    '[2] ',
    '[123e65]'
  ],
  ...[
    '[0e+1]',
    '[0e1]',
    '[ 4]',
    '[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]',
    '[20e1]',
    '[-0]'
  ],
  ...[
    '[-123]',
    '[-1]',
    '[1E22]',
    '[1E-2]',
    '[1E+2]',
    '[123.456e78]',
    '{"asd":"sdf", "dfg":"fgh"}',
    '{"":0}',
    '{"foo\\u0000bar": 42}'
  ],
  ...[
    '{"min": -1.0e+28, "max": 1.0e+28}',
    '{\n"a": "b"\n}',
    '["\\u0060\\u012a\\u12AB"]',
    '["\\"\\\\\\/\\b\\f\\n\\r\\t"]',
    '["\\\\u0000"]'
  ],
  ...[
    '["a/*b*/c/*d//e"]',
    '["\\\\a"]',
    '["\\uDBFF\\uDFFF"]',
    '["\u{10ffff}"]',
    '["\uffff"]',
    '["\u007f"]',
    '"\u2028"',
    'true',
    '-0.1',
    '""'
  ]
]

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
