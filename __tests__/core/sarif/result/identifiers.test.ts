import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

const idsOf = (rule: JsonObject, result: JsonObject = {}, run: JsonObject = {}, name = 'Tool') => {
  const id = typeof rule.id === 'string' ? rule.id : 'R1'
  const log = logOf({
    tool: { driver: { name, rules: [{ id, ...rule }] } },
    results: [{ ruleId: id, message: { text: 'm' }, ...result }],
    ...run
  })
  return normalise(log).findings[0]?.identifiers
}

describe('places', () => {
  const cweTarget = (target: JsonObject) => ({ relationships: [{ target }] })
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['tags', { properties: { tags: ['external/cwe/cwe-089', 'OWASP-A03'] } }, {}, ['CWE-89']],
    ['a relationship', cweTarget({ id: '190', toolComponent: { name: 'CWE' } }), {}, ['CWE-190']],
    ['a relationship to something else', cweTarget({ id: 'CAT001', toolComponent: { name: 'Categories' } }), {}, []],
    ['a number of another taxonomy', cweTarget({ id: '190', toolComponent: { name: 'WASC' } }), {}, []],
    ['a relationship by guid', cweTarget({ id: '22', toolComponent: { guid: 'g' } }), {}, ['CWE-22']],
    ['a relationship by index', cweTarget({ id: '22', toolComponent: { index: 0 } }), {}, ['CWE-22']],
    ['taxa', {}, { taxa: [{ id: 415, toolComponent: { name: 'CWE' } }] }, ['CWE-415']],
    ['properties', { properties: { cwe: ['CWE-79', '80'] } }, {}, ['CWE-79', 'CWE-80']],
    ['a property of the result', {}, { properties: { cwe: 'CWE-532 Insertion' } }, ['CWE-532']],
    [
      'aliases',
      { id: 'GO-2020-1111', deprecatedIds: ['CVE-2020-0001', 'GHSA-5rcv-m4m3-hfh7'] },
      {},
      ['CVE-2020-0001', 'GHSA-5rcv-m4m3-hfh7', 'GO-2020-1111']
    ],
    ['not the help text', { help: { text: 'Related: CVE-2020-0003' } }, {}, []],
    [
      'not what a description mentions besides',
      { id: 'CVE-2021-45046', fullDescription: { text: 'The fix of CVE-2021-44228 was incomplete' } },
      { message: { text: 'also CVE-2021-44228' } },
      ['CVE-2021-45046']
    ],
    [
      'not what the description of another database’s advisory mentions',
      { id: 'GHSA-7rjr-3q55-vv33', fullDescription: { text: 'The fix of CVE-2021-44228 was incomplete' } },
      {},
      ['GHSA-7rjr-3q55-vv33']
    ],
    [
      'Snyk’s list',
      { id: 'SNYK-JS-A-1', fullDescription: { text: '(CVE-2021-3807, CVE-2021-3808) a@1' } },
      {},
      ['CVE-2021-3807', 'CVE-2021-3808', 'SNYK-JS-A-1']
    ]
  ])('%s', (_, rule, result, expected) => {
    expect(idsOf(rule, result, { taxonomies: [{ name: 'CWE', guid: 'g' }] })).toEqual(expected)
  })

  test('Veracode’s rule ids are CWE numbers, other tools’ are not', () => {
    expect(idsOf({ id: '89' }, {}, {}, 'Veracode')).toEqual(['CWE-89'])
    expect(idsOf({ id: '89' })).toEqual([])
  })
})

describe('prose', () => {
  const said = (text: string): JsonObject => ({ message: { text } })
  const literal = "concatenates 'CVE-2021-44228' and CWE-1 into a query"
  test.each<[string, string, JsonObject, JsonObject, readonly string[]]>([
    ['a literal in code', 'Bandit', {}, said(literal), []],
    ['a metavariable', 'Semgrep OSS', {}, said('Found $X = CVE-2021-44228'), []],
    ['a file name', 'gitleaks', {}, said('generic-api-key has detected secret for file web/CVE-2021-44228.env.'), []],
    ['a resource', 'Checkov', {}, said('Resource: aws.GHSA-29mw-wpgm-hmr9'), []],
    ['Markdown', 'Bandit', {}, { message: { text: 'm', markdown: literal } }, []],
    ['a tool that nobody knows', 'Tool', { properties: { tags: ['security'] } }, said(literal), []],
    ['what the rule describes', 'Bandit', { shortDescription: { text: 'Like CVE-2021-44228' } }, {}, []],
    [
      'a weakness that the rule explains',
      'Bandit',
      { shortDescription: { text: 'CWE-89' } },
      said(literal),
      ['CWE-89']
    ],
    ['the id of the rule', 'Bandit', { id: 'CVE-2021-44228' }, {}, ['CVE-2021-44228']],
    ['a tag', 'Bandit', { properties: { tags: ['CVE-2021-44228'] } }, said('CVE-2030-1'), ['CVE-2021-44228']],
    ['the message of a scanner of dependencies', 'npm audit', {}, said('CVE-2020-0002'), ['CVE-2020-0002']],
    ['the message of a scanner of images', 'Docker Scout', {}, said('CVE-2020-0002'), ['CVE-2020-0002']]
  ])('%s', (_, tool, rule, result, expected) => {
    expect(idsOf(rule, result, {}, tool)).toEqual(expected)
  })
})
