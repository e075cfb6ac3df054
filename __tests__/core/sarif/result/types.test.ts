import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

interface Written {
  readonly tool?: string
  readonly rules?: JsonValue
  readonly result?: JsonObject
}

const read = ({ tool = 'AcmeScan', rules, result = {} }: Written) => {
  const driver = rules === undefined ? { name: tool } : { name: tool, rules }
  return normalise(logOf({ tool: { driver }, results: [{ ruleId: 'R1', message: { text: 'm' }, ...result }] }))
}
const severityOf = (written: Written) => {
  const [finding] = read(written).findings
  return [finding?.severity, finding?.severitySource]
}
const rule = (parts: JsonObject = {}): JsonObject => ({ id: 'R1', ...parts })
const levelled = (level: JsonValue): JsonObject => rule({ defaultConfiguration: { level } })

describe('a rule that is not in the file', () => {
  test.each<[string, Written, readonly [string, string]]>([
    ['no rules at all', { tool: 'Semgrep OSS' }, ['unknown', 'none']],
    ['rules that are no list', { rules: {} }, ['unknown', 'none']],
    ['rules that are null', { rules: null }, ['unknown', 'none']],
    ['rules that hold nothing', { rules: [null] }, ['unknown', 'none']],
    [
      'an id that is one letter off',
      { rules: [{ id: 'R2', defaultConfiguration: { level: 'error' } }] },
      ['unknown', 'none']
    ],
    ['an index that leads nowhere', { rules: [], result: { ruleId: null, ruleIndex: 3 } }, ['unknown', 'none']],
    ['no reference, of a tool with levels on rules', { tool: 'CodeQL', result: { ruleId: null } }, ['unknown', 'none']],
    ['no reference, of a tool that nobody knows', { result: { ruleId: null } }, ['medium', 'level-default']],
    ['a level of its own', { result: { level: 'note' } }, ['low', 'level']],
    ['a word of its own', { result: { properties: { severity: 'LOW' } } }, ['low', 'result-property']],
    ['a score of its own', { result: { properties: { 'security-severity': '5.0' } } }, ['medium', 'security-severity']],
    ['a rule without a level', { rules: [rule()] }, ['medium', 'level-default']]
  ])('%s', (_, written, expected) => {
    expect(severityOf(written)).toEqual(expected)
  })

  test('the notice says what happened', () => {
    const { warnings } = read({ rules: [], result: { ruleIndex: 0 } })
    expect(warnings).toEqual([
      'The rules of some results are not in the file, and nothing else states a severity: it is unknown.'
    ])
  })
})

describe('levels that the standard does not know', () => {
  test.each<[string, Written, readonly [string, string]]>([
    ['a word of severity', { rules: [rule()], result: { level: 'Very High' } }, ['critical', 'level']],
    ['a milder word of severity', { rules: [rule()], result: { level: 'moderate' } }, ['medium', 'level']],
    ['no word', { rules: [rule()], result: { level: 'errror' } }, ['unknown', 'none']],
    ['a number', { rules: [rule()], result: { level: 5 } }, ['unknown', 'none']],
    ['an object', { rules: [rule()], result: { level: {} } }, ['unknown', 'none']],
    ['a list of two', { rules: [rule()], result: { level: ['note', 'error'] } }, ['high', 'level']],
    ['nothing, and null is nothing', { rules: [levelled('note')], result: { level: null } }, ['low', 'level']],
    ['no word over an error of the rule', { rules: [levelled('error')], result: { level: 'x' } }, ['high', 'level']],
    ['no word over a note of the rule', { rules: [levelled('note')], result: { level: 'x' } }, ['unknown', 'none']],
    ['no word on the rule', { rules: [levelled('errror')] }, ['unknown', 'none']],
    ['null on the rule', { rules: [levelled(null)] }, ['unknown', 'none']],
    ['a configuration that is a list', { rules: [rule({ defaultConfiguration: [] })] }, ['unknown', 'none']],
    ['digits of Veracode', { tool: 'Veracode Pipeline Scanner', result: { level: '5' } }, ['critical', 'tool']],
    ['digits of Veracode, mild', { tool: 'Veracode', result: { level: 2 } }, ['low', 'tool']],
    ['none with a score of zero, of JFrog', jfrog('JFrog Xray Scanner', '0.0'), ['unknown', 'none']],
    ['none with a score of zero as a number, of JFrog', jfrog('JFrog SAST', 0), ['unknown', 'none']],
    ['none without a score, of JFrog', jfrog('JFrog Xray Scanner', null), ['none', 'level']],
    ['none with a score of zero, of others', jfrog('Checkov', '0.0'), ['none', 'level']]
  ])('%s', (_, written, expected) => {
    expect(severityOf(written)).toEqual(expected)
  })
})

function jfrog(tool: string, score: JsonValue): Written {
  return { tool, rules: [rule({ properties: { 'security-severity': score } })], result: { level: 'none' } }
}

describe('members of another type', () => {
  const bag = (properties: JsonValue): Written => ({
    tool: 'PMD',
    rules: [rule({ properties })],
    result: { level: 'error' }
  })
  test.each<[string, Written, string]>([
    ['a category that is a list', bag({ category: ['Recommended', 'Security'] }), 'sast'],
    ['categories', bag({ categories: ['Security'] }), 'sast'],
    ['tags that are a text', bag({ tags: 'style, security' }), 'sast'],
    ['tags that are words', bag({ tags: 'style security' }), 'sast'],
    ['tags in a list of lists', bag({ tags: [['security']] }), 'sast'],
    ['tags that cannot be read', bag({ tags: [{}] }), 'sast'],
    ['tags that are an object', bag({ tags: {} }), 'sast'],
    ['a category that is an object', bag({ category: {} }), 'sast'],
    ['properties that are a list', bag(['security']), 'sast'],
    ['a score in a list', bag({ 'security-severity': ['7.5'] }), 'sast'],
    ['rules that are an object', { tool: 'PMD', rules: {} }, 'sast'],
    ['a rule that is none', { tool: 'PMD', rules: [null], result: { ruleIndex: 0 } }, 'sast'],
    ['a rule that is not there', { tool: 'PMD', rules: [] }, 'quality'],
    ['other tags', bag({ tags: ['style'] }), 'quality'],
    ['another category', bag({ category: ['Style'] }), 'quality'],
    ['no tags', bag({ tags: [] }), 'quality'],
    ['properties that are null', bag(null), 'quality']
  ])('%s', (_, written, category) => {
    expect(read(written).findings[0]?.category).toBe(category)
  })

  test.each<[string, JsonObject, JsonObject]>([
    ['a message as a text', { message: 'eval is evil' }, { message: 'eval is evil' }],
    ['an id as a number', { ruleId: 41 }, { ruleId: '41' }],
    [
      'lines as texts',
      {
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: '56', endLine: ' 57 ' } } }
        ]
      },
      { location: { path: 'a.py', startLine: 56, startColumn: null, endLine: 57, endColumn: null } }
    ]
  ])('%s', (_, result, expected) => {
    expect(read({ result }).findings[0]).toMatchObject(expected)
  })
})

describe('several rules of one id', () => {
  const scored = (score: string, parts: JsonObject = {}) =>
    rule({ properties: { 'security-severity': score }, ...parts })
  const both = <T>(a: T, b: T): readonly (readonly T[])[] => [
    [a, b],
    [b, a]
  ]

  test.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['scores', scored('2.0'), scored('9.8'), { severity: 'critical' }],
    ['levels', levelled('note'), levelled('error'), { severity: 'high' }],
    ['a level that nobody can read', levelled('note'), levelled('x'), { severity: 'unknown' }],
    [
      'tags',
      rule({ properties: { tags: ['style'] } }),
      rule({ properties: { tags: ['secret'] } }),
      { category: 'secret' }
    ]
  ])('%s: the gravest, whatever the order', (_, a, b, expected) => {
    for (const rules of both(a, b)) expect(read({ rules }).findings[0]).toMatchObject(expected)
  })

  test('an index tells which is meant', () => {
    const rules = [scored('9.8'), scored('2.0')]
    expect(severityOf({ rules, result: { ruleIndex: 1 } })).toEqual(['low', 'security-severity'])
  })

  test('driver and extension', () => {
    const run = (first: string, second: string) =>
      logOf({
        tool: { driver: { name: 'T', rules: [scored(first)] }, extensions: [{ name: 'E', rules: [scored(second)] }] },
        results: [{ ruleId: 'R1', message: { text: 'm' } }]
      })
    expect(normalise(run('2.0', '9.8')).findings[0]?.severity).toBe('critical')
    expect(normalise(run('9.8', '2.0')).findings[0]?.severity).toBe('critical')
  })

  test('facts of a package stay with the copy that names it', () => {
    const copy = (name: string, version: string, fix: string): JsonObject => ({
      id: 'CVE-2030-1234',
      help: { text: `Package: ${name}\nVersion: ${version}\nFix Version: ${fix}\n` },
      properties: { 'security-severity': '7.5' }
    })
    const packageOf = (rules: readonly JsonObject[], name: string) =>
      read({ rules, result: { ruleId: 'CVE-2030-1234', message: { text: `Found.\nPackage: ${name}` } } }).findings[0]
        ?.package
    for (const rules of both(copy('left', '1.0', '1.1'), copy('right', '8.0', '8.4'))) {
      expect(packageOf(rules, 'left')).toMatchObject({ name: 'left', version: '1.0', fixedVersion: '1.1' })
      expect(packageOf(rules, 'right')).toMatchObject({ name: 'right', version: '8.0', fixedVersion: '8.4' })
      expect(packageOf(rules, 'middle')).toMatchObject({ name: 'middle', version: null, fixedVersion: null })
    }
  })
})
