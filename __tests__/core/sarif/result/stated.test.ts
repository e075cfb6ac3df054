import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

/** Facts under names that no standard has: whatever the spelling and wherever they stand. */
interface Written {
  readonly tool?: string
  readonly rule?: JsonObject
  readonly result?: JsonObject
  readonly run?: JsonObject
  readonly extensions?: readonly JsonObject[]
}

function read({ tool = 'AcmeScan', rule = {}, result = {}, run = {}, extensions = [] }: Written) {
  const log = logOf({
    tool: { driver: { name: tool, rules: [{ id: 'R1', ...rule }] }, extensions },
    results: [{ ruleId: 'R1', message: { text: 'm' }, ...result }],
    ...run
  })
  return normalise(log).findings[0]
}

const properties = (bag: JsonObject): JsonObject => ({ properties: bag })

describe('severity', () => {
  const of = (written: Written) => {
    const finding = read(written)
    return [finding?.severity, finding?.severitySource]
  }
  const said = (bag: JsonObject, level = 'note'): Written => ({ result: { level, properties: bag } })
  const ofRule = (bag: JsonObject): Written => ({ rule: { properties: bag }, result: { level: 'note' } })

  test.each<[string, Written, readonly [string, string]]>([
    ['camel', said({ severityLevel: 'CRITICAL' }), ['critical', 'result-property']],
    ['snake', said({ risk_level: 'high' }), ['high', 'result-property']],
    ['kebab', said({ 'threat-level': 'high' }), ['high', 'result-property']],
    ['capitals', said({ SEVERITY: 'critical' }), ['critical', 'result-property']],
    ['words', said({ 'Risk Rating': 'High' }), ['high', 'result-property']],
    ['priority', said({ priority: 'Critical' }), ['critical', 'result-property']],
    ['an object', said({ severityRating: { level: 'critical' } }), ['critical', 'result-property']],
    ['a number that is grave on any scale', said({ severity: 9.8 }), ['critical', 'result-property']],
    ['a number of five steps', said({ priority: 5 }), ['low', 'level']],
    ['beside the bag', { result: { level: 'note', severity: 'critical' } }, ['critical', 'result-property']],
    ['on the rule', ofRule({ risk_rating: 'High' }), ['high', 'rule-property']],
    [
      'beside the bag of the rule',
      { rule: { 'security-severity': '9.8' }, result: { level: 'note' } },
      ['critical', 'rule-property']
    ],
    [
      'in the configuration of the rule',
      { rule: { defaultConfiguration: { level: 'note', properties: { 'security-severity': '9.8' } } } },
      ['critical', 'rule-property']
    ],
    [
      'among the parameters of the rule',
      { rule: { defaultConfiguration: { level: 'note', parameters: { properties: { severity: 'high' } } } } },
      ['high', 'rule-property']
    ],
    ['a score', ofRule({ cvssV3: 9.8 }), ['critical', 'rule-property']],
    ['a score as a text', ofRule({ cvssScore: '9.8' }), ['critical', 'rule-property']],
    ['a score in an object', said({ cvss: { baseScore: 7.5 } }), ['high', 'result-property']],
    ['a score of ten', said({ cvss_score: '9.8/10' }), ['critical', 'result-property']],
    ['a score and a word', said({ cvss: '7.1 (High)' }), ['high', 'result-property']],
    [
      'a vector',
      ofRule({ cvssv3_vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }),
      ['critical', 'rule-property']
    ],
    ['a tag with a name', ofRule({ tags: ['severity:critical'] }), ['critical', 'rule-property']],
    ['a bare tag', ofRule({ tags: ['security', 'CRITICAL'] }), ['critical', 'rule-property']],
    [
      'a bare tag of the result',
      { result: { level: 'note', properties: { tags: ['HIGH'] } } },
      ['high', 'result-property']
    ],
    [
      'a bare tag of a tool that is known for it otherwise',
      { ...ofRule({ tags: ['HIGH'] }), tool: 'Semgrep OSS' },
      ['low', 'level']
    ],
    // What else is said of it is believed as before.
    ['a mild word does not lower a level', said({ priority: 'low' }, 'error'), ['high', 'level']],
    ['a mild word does not lower a default', { result: properties({ priority: 'low' }) }, ['medium', 'level-default']],
    [
      'a score of the standard is not raised',
      { rule: properties({ 'security-severity': '3.0', cvssScore: 9.8 }), result: {} },
      ['low', 'security-severity']
    ],
    [
      'of two scores of the standard the greater',
      { rule: properties({ 'security-severity': '2.0' }), result: properties({ 'security-severity': '9.8' }) },
      ['critical', 'security-severity']
    ],
    // Words with something beside them.
    ['with a sign', said({ severity: '🔴 Critical' }), ['critical', 'result-property']],
    ['with a number', said({ severity: '5 - Critical' }), ['critical', 'result-property']],
    ['with a score', said({ severity: 'CRITICAL (9.8)' }), ['critical', 'result-property']],
    ['with other words it is a sentence', said({ severity: 'not critical here' }), ['low', 'level']],
    ['severe', said({ severity: 'Severe' }), ['high', 'result-property']],
    ['urgent', said({ severity: 'urgent' }), ['critical', 'result-property']],
    // Who does not know is not believed a mild level.
    ['unknown', said({ severity: 'UNKNOWN' }), ['unknown', 'none']],
    ['not rated', said({ risk: 'not rated' }, 'warning'), ['unknown', 'none']],
    ['unknown, and a grave level', said({ severity: 'unknown' }, 'error'), ['high', 'level']],
    ['unknown, and a score', said({ severity: 'unknown', 'security-severity': '5' }), ['medium', 'security-severity']],
    // Fortify: its own priority, or impact and likelihood.
    [
      'Fortify says its priority',
      { tool: 'Fortify', result: properties({ priority: 'Critical' }) },
      ['critical', 'tool']
    ],
    [
      'Fortify, mild',
      { tool: 'Fortify', result: { level: 'error', properties: { priority: 'Low' } } },
      ['low', 'tool']
    ],
    [
      'Fortify, of great impact',
      { tool: 'Fortify', rule: properties({ Impact: '4.0' }), result: { level: 'note' } },
      ['critical', 'tool']
    ],
    [
      'Fortify, of great impact and hardly likely',
      {
        tool: 'Fortify',
        rule: properties({ Impact: '2.5', Accuracy: '2.0', Probability: '1.0' }),
        result: properties({ Confidence: '5.0' })
      },
      ['high', 'tool']
    ],
    ['Fortify, of little impact', { tool: 'Fortify', rule: properties({ Impact: '2.0' }) }, ['medium', 'level-default']]
  ])('%s', (_, written, expected) => {
    expect(of(written)).toEqual(expected)
  })

  test('a score under another name is the score of the finding', () => {
    expect(read(said({ cvssV3: 9.8 }))?.score).toBe(9.8)
  })
})

describe('scores that no standard has', () => {
  const CVSS = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
  /** Of a rule whose results have a mild level: what is read is believed, what cannot be read is not known. */
  test.each<[JsonValue, string]>([
    ['9,8', 'critical'],
    ['9.8/10', 'critical'],
    ['9.8 / 10.0', 'critical'],
    ['9.8 (Critical)', 'critical'],
    ['9.8 (low)', 'critical'],
    ['9.8 Critical', 'critical'],
    ['9.8 out of 10', 'critical'],
    ['CVSS 9.8', 'critical'],
    ['CVSS:3.1 9.8', 'critical'],
    ['CVSS: 9.8', 'critical'],
    ['score=9.8', 'critical'],
    [CVSS, 'critical'],
    [['9,8'], 'critical'],
    ['5,0', 'medium'],
    // On another scale, or in a way that nobody writes a score.
    [98, 'unknown'],
    ['98', 'unknown'],
    ['98%', 'unknown'],
    ['9.8.1', 'unknown'],
    ['CVSS:3.1', 'unknown'],
    ['5.0/5', 'unknown'],
    ['100/100', 'unknown'],
    ['sev1', 'unknown'],
    ['H', 'unknown'],
    ['unknown', 'unknown'],
    ['Infinity', 'unknown'],
    [true, 'unknown'],
    [['98'], 'unknown'],
    [{ source: 'nvd', value: '9.8.1' }, 'unknown'],
    // These say that there is none: the level counts.
    ['undefined', 'low'],
    ['NaN', 'low'],
    ['N/A', 'low'],
    ['not applicable', 'low'],
    ['0.0', 'low'],
    [0, 'low'],
    [-1, 'low'],
    [11, 'low'],
    ['11', 'low'],
    ['', 'low'],
    [[], 'low'],
    [{ source: 'nvd' }, 'low']
  ])('%j', (score, expected) => {
    const bag = { 'security-severity': score }
    expect(read({ rule: { properties: bag }, result: { level: 'note' } })?.severity).toBe(expected)
    expect(read({ result: { level: 'note', properties: bag } })?.severity).toBe(expected)
    // Beside a grave level nothing lowers it.
    const beside = read({ rule: { properties: bag }, result: { level: 'error' } })?.severity
    expect(['high', 'critical']).toContain(beside)
  })

  test.each<[string, JsonObject, string]>([
    ['how an attack comes', { vector: 'NETWORK' }, 'low'],
    ['a vector of another edition', { cvssVector: 'CVSS:9.0/AV:N' }, 'unknown'],
    ['a score of another name', { cvss_score: '98' }, 'unknown']
  ])('%s', (_, properties, expected) => {
    expect(read({ result: { level: 'note', properties } })?.severity).toBe(expected)
  })
})

describe('property bags in a list', () => {
  const bag = { 'security-severity': '9.8' }
  const inResult = (properties: JsonValue): Written => ({ result: { level: 'note', properties } })
  test.each<[string, Written, string]>([
    ['of a rule', { rule: { properties: [bag] }, result: { level: 'note' } }, 'critical'],
    ['of a result', inResult([bag]), 'critical'],
    ['of several the gravest', inResult([{ 'security-severity': '2.0' }, bag]), 'critical'],
    ['a configuration', { rule: { defaultConfiguration: { level: 'note', properties: [bag] } } }, 'critical'],
    ['pairs of name and value', inResult([{ Name: 'security-severity', Value: '9.8' }]), 'unknown'],
    ['texts', inResult(['security-severity=9.8']), 'unknown'],
    ['a text for a bag', inResult('security-severity=9.8'), 'unknown'],
    ['one that says nothing beside one that says little', inResult([{ 'security-severity': '0' }, {}]), 'unknown'],
    ['an empty list, as PHP writes an empty bag', inResult([]), 'low']
  ])('%s', (_, written, expected) => {
    expect(read(written)?.severity).toBe(expected)
  })

  test('a kind in one of them is the kind', () => {
    expect(read(inResult([{ tags: ['a'] }, { kind: 'secret' }]))?.category).toBe('secret')
  })
})

const ID = 'CVE-2021-44228'
const dependency = { locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' } } }] }

describe('identifiers', () => {
  test.each<[string, Written]>([
    ['a list of CVEs', { result: properties({ cves: [ID] }) }],
    ['snake', { result: properties({ cve_id: ID }) }],
    ['camel', { result: properties({ vulnerabilityId: ID }) }],
    ['objects', { result: properties({ identifiers: [{ type: 'cve', value: ID }] }) }],
    ['a record', { result: properties({ advisory: { id: ID } }) }],
    ['the name of the rule', { rule: { name: ID } }],
    ['the address of the rule', { rule: { helpUri: `https://nvd.nist.gov/vuln/detail/${ID}` } }],
    ['another name of the rule', { rule: { deprecatedNames: [ID] } }],
    ['a taxon', { result: { taxa: [{ id: ID, toolComponent: { name: 'CVE' } }] } }],
    ['a relation', { rule: { relationships: [{ target: { id: ID } }] } }]
  ])('%s', (_, { rule, result }) => {
    expect(read({ rule: { ...rule }, result: { ...dependency, ...result } })?.identifiers).toContain(ID)
  })

  test.each<[string, Written]>([
    ['snake', { result: properties({ cwe_id: 'CWE-798' }) }],
    ['a number', { result: properties({ cweId: 798 }) }],
    ['a list of numbers as texts', { result: properties({ cweIds: ['798'] }) }],
    ['a list of objects', { result: properties({ cwe: [{ id: 798 }] }) }],
    ['an object', { rule: properties({ cwe: { id: 'CWE-798', name: 'x' } }) }],
    ['the name of the rule', { rule: { name: 'CWE-798: a key in the source' } }]
  ])('a weakness: %s', (_, written) => {
    expect(read(written)?.identifiers).toEqual(['CWE-798'])
  })
})

describe('packages', () => {
  const PURL = 'pkg:npm/evil@1.0.0'
  const named = (name: string): JsonObject => ({ fullyQualifiedName: name })
  const place = (parts: JsonObject): JsonObject => ({ locations: [{ ...dependency.locations[0], ...parts }] })
  test.each<[string, Written]>([
    ['camel', { result: properties({ packageUrl: PURL }) }],
    ['snake', { result: properties({ package_url: PURL }) }],
    ['CycloneDX', { result: properties({ 'bom-ref': PURL }) }],
    ['capitals', { result: properties({ PURL: 'pkg:NPM/evil@1.0.0' }) }],
    ['objects in a list', { result: properties({ purls: [{ purl: PURL }] }) }],
    ['OSV', { result: properties({ affected: [{ package: { ecosystem: 'npm', name: 'evil', purl: PURL } }] }) }],
    ['an object', { result: properties({ component: { name: 'evil', version: '1.0.0', purl: PURL } }) }],
    [
      'the parts in an object',
      { result: properties({ dependency: { name: 'evil', version: '1.0.0' }, ecosystem: 'npm' }) }
    ],
    ['name and version in one', { result: properties({ package: 'evil@1.0.0', ecosystem: 'npm' }) }],
    ['a second name', { result: place({ logicalLocations: [named('index'), named(PURL)] }) }],
    ['an address', { result: { locations: [{ physicalLocation: { artifactLocation: { uri: PURL } } }] } }]
  ])('%s', (_, written) => {
    const finding = read({
      ...written,
      rule: { id: 'CVE-2024-1000' },
      result: { ...dependency, ...written.result, ruleId: 'CVE-2024-1000' }
    })
    expect(finding?.package?.purl).toBe(PURL)
  })

  test('a scope is no version', () => {
    const result = { ...dependency, ruleId: 'CVE-2024-1000', ...properties({ package: '@scope/a', ecosystem: 'npm' }) }
    expect(read({ rule: { id: 'CVE-2024-1000' }, result })?.package?.purl).toBe('pkg:npm/%40scope/a')
  })
})

describe('category', () => {
  const of = (written: Written) => read({ ...written, result: { level: 'error', ...written.result } })?.category
  test.each<[string, Written, string]>([
    ['a set of rules', { tool: 'PMD', rule: properties({ ruleset: 'Security' }) }, 'sast'],
    ['another set of rules', { tool: 'PMD', rule: properties({ ruleset: 'Design' }) }, 'quality'],
    ['a type', { tool: 'SonarQube', rule: properties({ type: 'VULNERABILITY' }) }, 'sast'],
    ['a hotspot', { tool: 'SonarQube', rule: properties({ issueType: 'SECURITY_HOTSPOT' }) }, 'sast'],
    ['another type', { tool: 'SonarQube', rule: properties({ type: 'CODE_SMELL' }) }, 'quality'],
    [
      'the quality that it is about',
      { tool: 'SonarQube', rule: properties({ impacts: [{ softwareQuality: 'SECURITY', severity: 'HIGH' }] }) },
      'sast'
    ],
    [
      'an extension that is named for security',
      {
        tool: 'ESLint',
        extensions: [{ name: 'eslint-plugin-security', rules: [{ id: 'R2' }] }],
        result: { ruleId: 'R2', rule: { index: 0, toolComponent: { index: 0 } } }
      },
      'sast'
    ],
    ['the type of a finding', { result: properties({ findingType: 'secret' }) }, 'secret'],
    ['the kind in an object', { result: properties({ kind: { name: 'Secret' } }) }, 'secret'],
    ['the scanner', { result: properties({ scanner: 'secrets' }) }, 'secret'],
    ['whose token it is', { rule: { name: 'aws-access-token' } }, 'secret'],
    ['whose key it is', { rule: { name: 'Stripe_API_key' } }, 'secret'],
    ['whose webhook it is', { rule: { name: 'slack-webhook-url' } }, 'secret'],
    ['a JSON web token', { rule: { name: 'jwt' } }, 'secret'],
    ['a token that is checked', { rule: { name: 'validate-session-token' } }, 'other'],
    ['a key that was found', { result: { message: { text: 'AWS Access Key ID detected' } } }, 'secret'],
    ['a password in the source', { result: { message: { text: 'Possible hardcoded password: x' } } }, 'secret'],
    ['a rule for passwords', { result: { message: { text: 'Use a longer password' } } }, 'other']
  ])('%s', (_, written, expected) => {
    expect(of(written)).toBe(expected)
  })
})

describe('malware', () => {
  test.each<[string, Written, boolean]>([
    ['the name of the rule', { rule: { name: 'MaliciousPackage' } }, true],
    ['what the tool says', { result: { message: { text: 'Malicious package evil found' } } }, true],
    [
      'what the description of a vulnerability says',
      { rule: { name: ID }, result: { message: { text: 'Malicious package evil found' } } },
      false
    ]
  ])('%s', (_, { rule = {}, result = {} }, expected) => {
    expect(read({ rule, result: { ...dependency, ...result } })?.malware).toBe(expected)
  })
})

test.each<[string, JsonObject, boolean]>([
  ['review, with an error', { kind: 'review', level: 'error' }, true],
  ['informational, with a warning', { kind: 'informational', level: 'warning' }, true],
  ['informational, with a note', { kind: 'informational', level: 'note' }, false],
  ['review without a level', { kind: 'review' }, false],
  ['informational, with a word of severity for a level', { kind: 'informational', level: 'critical' }, true],
  ['pass, with an error: it contradicts itself', { kind: 'pass', level: 'error' }, true],
  ['not applicable, with an error', { kind: 'notApplicable', level: 'Error' }, true],
  ['pass, with a warning, which some write for all', { kind: 'pass', level: 'warning' }, false],
  ['pass, with a level of none', { kind: 'pass', level: 'none' }, false],
  ['pass, with a score', { kind: 'pass', properties: { 'security-severity': '9.8' } }, false],
  ['review, with a score', { kind: 'review', properties: { 'security-severity': '9.8' } }, true],
  ['review, with a score that cannot be read', { kind: 'review', properties: { 'security-severity': '98' } }, true],
  ['review, with a score of zero', { kind: 'review', properties: { 'security-severity': '0.0' } }, false],
  [
    'review, with a score and a level of none',
    { kind: 'review', level: 'none', properties: { severity: 'high' } },
    false
  ]
])('a result of the kind %s', (_, result, expected) => {
  expect(read({ result }) !== undefined).toBe(expected)
})
