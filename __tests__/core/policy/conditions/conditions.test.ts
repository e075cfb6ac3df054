import { describe, expect, test } from '@jest/globals'
import { compile, explainConditions } from '../../../../src/core/policy/conditions/conditions.js'
import type { Subject } from '../../../../src/core/policy/conditions/subject.js'
import type { Policy, Rule } from '../../../../src/core/policy/policy.js'
import { CONDITION_NAMES, type ConditionName } from '../../../../src/generated/condition-names.js'
import { load, UNKNOWN } from '../support.js'

const ruleOf = async (when: string, unless = ''): Promise<Rule> => {
  const text = `version: 1\nrules: [{id: a, when: ${when}, ${unless && `unless: ${unless}, `}verdict: block}]\n`
  const [rule] = (await load(text)).rules
  if (rule === undefined) throw new Error('a rule is expected')
  return rule
}

const matches = async (when: string, facts: Partial<Subject>) => compile(await ruleOf(when))({ ...UNKNOWN, ...facts })

const known = { severity: 'medium', effectiveSeverity: 'medium' } as const

/** A value as the file has it, and facts with which the condition holds, fails, and cannot be told (null: always can). */
type Case = readonly [value: string, holds: Partial<Subject>, fails: Partial<Subject>, unknown: Partial<Subject> | null]

/** Every condition has a case: one without does not compile. */
const CASES: Readonly<Record<ConditionName, readonly [Case, ...Case[]]>> = {
  tier: [['[0, 1]', { tier: 0 }, { tier: 2 }, null]],
  asset: [['pay', { assets: ['pay'] }, { assets: ['rest'] }, { assets: [null] }]],
  exposure: [['internet', { exposures: ['internet'] }, { exposures: ['internal'] }, { exposures: [null] }]],
  category: [['[sca, iac]', { category: 'iac' }, { category: 'sast' }, null]],
  tool: [
    ['"codeq*"', { tools: ['CodeQL'] }, { tools: ['Semgrep'] }, null],
    ['semgrep', { tools: ['Semgrep OSS'] }, { tools: ['Semgreppy'] }, null]
  ],
  'rule-id': [['"js/*"', { ruleIds: ['js/a/b'] }, { ruleIds: ['py/a'] }, null]],
  cwe: [['CWE-89', { identifiers: ['CVE-1', 'CWE-89'] }, { identifiers: ['CWE-890'] }, null]],
  identifier: [['"CVE-2026-*"', { identifiers: ['CVE-2026-1'] }, { identifiers: ['CVE-2025-1'] }, null]],
  package: [
    [
      '"pkg:npm/lodash"',
      { purls: ['pkg:npm/lodash@4.17.20'] },
      { purls: ['pkg:npm/left-pad@1.3.0'] },
      { purls: [null] }
    ]
  ],
  paths: [['"src/**"', { paths: ['src/a'] }, { paths: ['lib/a'] }, { paths: [null] }]],
  severity: [['[medium, high]', { ...known }, { severity: 'low', effectiveSeverity: 'low' }, null]],
  'min-severity': [['medium', { ...known }, { severity: 'low', effectiveSeverity: 'low' }, null]],
  'min-score': [['7', { score: 7 }, { score: 6.9 }, { score: null }]],
  state: [
    ['[introduced]', { state: 'introduced' }, { state: 'existing' }, { state: 'unknown' }],
    ['[unknown]', { state: 'unknown' }, { state: 'existing' }, null]
  ],
  'in-diff': [
    ['true', { inDiff: true }, { inDiff: false }, { inDiff: null }],
    ['false', { inDiff: false }, { inDiff: true }, { inDiff: null }]
  ],
  malware: [['true', { malware: true }, { malware: false }, null]],
  kev: [
    ['true', { kev: true }, { kev: false }, { kev: null }],
    ['false', { kev: false }, { kev: true }, { kev: null }]
  ],
  'min-epss': [['0.5', { epss: 0.5 }, { epss: 0.49 }, { epss: null }]],
  reachability: [
    [
      '[reachable]',
      { reachabilities: ['reachable'] },
      { reachabilities: ['unreachable'] },
      { reachabilities: ['unknown'] }
    ]
  ],
  'fix-available': [
    ['true', { fixAvailable: [true] }, { fixAvailable: [false] }, { fixAvailable: [null] }],
    ['false', { fixAvailable: [false] }, { fixAvailable: [true] }, { fixAvailable: [null] }]
  ],
  'min-age': [['1d', { age: 86_400_000 }, { age: 86_399_999 }, { age: null }]],
  sla: [['[breached]', { slaStatus: 'breached' }, { slaStatus: 'within' }, { slaStatus: null }]],
  branch: [['"release/*"', { branch: 'release/1' }, { branch: 'release/1/x' }, { branch: null }]],
  event: [['[push]', { event: 'push' }, { event: 'merge_group' }, { event: null }]],
  tags: [['"External/*"', { tags: ['a', 'external/cwe/x'] }, { tags: ['a'] }, { tags: [] }]]
}

describe('a condition holds, does not, or cannot be told', () => {
  const all = CONDITION_NAMES.flatMap(name => CASES[name].map(([value, ...facts]) => [name, value, facts] as const))

  test.each(all)('%s: %s', async (name, value, [holds, fails, unknown]) => {
    const when = `{${name}: ${value}}`
    expect(await matches(when, holds)).toBe(true)
    expect(await matches(when, fails)).toBe(false)
    if (unknown) expect(await matches(when, unknown)).toBe(false)
  })

  test.each(all)('as `unless`, %s: %s excuses only where it holds', async (name, value, [holds, fails, unknown]) => {
    const applies = compile(await ruleOf('{}', `{${name}: ${value}}`))
    expect(applies({ ...UNKNOWN, ...holds })).toBe(false)
    expect(applies({ ...UNKNOWN, ...fails })).toBe(true)
    if (unknown) expect(applies({ ...UNKNOWN, ...unknown })).toBe(true)
  })

  test('the explanation says the same, condition by condition', async () => {
    const { when } = await ruleOf(
      '{kev: true, min-severity: high, tier: 0, min-epss: 0.5, paths: ["a/**"], min-age: 30d}'
    )
    const subject = { ...UNKNOWN, kev: false, paths: ['a/b'], age: 3_600_000 * 25 }
    expect(explainConditions(when, subject)).toEqual([
      { condition: 'tier', expected: '0', actual: '1', holds: false },
      { condition: 'paths', expected: 'a/**', actual: 'a/b', holds: true },
      { condition: 'min-severity', expected: 'at least high', actual: 'unknown, counted as high', holds: true },
      { condition: 'kev', expected: 'true', actual: 'false', holds: false },
      { condition: 'min-epss', expected: 'at least 0.5', actual: 'unknown', holds: 'unknown' },
      { condition: 'min-age', expected: 'at least 30d', actual: '25h', holds: false }
    ])
  })
})

describe('packages', () => {
  test.each([
    ['pkg:npm/lodash', 'pkg:npm/lodash@4.17.20', true],
    ['pkg:npm/lodash', 'pkg:npm/lodash', true],
    ['pkg:npm/lodash', 'pkg:npm/lodash-es@4.17.20', false],
    ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash@4.17.20', true],
    ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash@4.17.21', false],
    ['pkg:npm/lodash@4.*', 'pkg:npm/lodash@4.17.21', true],
    ['pkg:npm/@acme/*', 'pkg:npm/%40acme/ui@1.0.0', true],
    ['pkg:npm/%40acme/ui', 'pkg:npm/@acme/ui', true],
    ['pkg:npm/@acme', 'pkg:npm/@acme/ui@1', false],
    ['pkg:maven/org.apache.*', 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar', true],
    ['pkg:deb/debian/curl', 'pkg:deb/debian/curl@7.50?arch=i386&distro=jessie', true],
    ['pkg:deb/debian/curl@7.50', 'pkg:deb/debian/curl@7.50?arch=i386', true],
    ['pkg:golang/a.b/c', 'pkg:golang/a.b/c@v1#sub/dir', true],
    ['pkg:nuget/newtonsoft.json', 'pkg:nuget/Newtonsoft.Json@1', true],
    ['pkg:pypi/Django_package*', 'pkg:pypi/django-package@1.11.1', true],
    ['pkg:pypi/zope-interface', 'pkg:pypi/zope.interface@1', true],
    ['pkg:pypi/zope_interface@1.*', 'pkg:pypi/zope.interface@1.2', true],
    ['pkg:*/django_package', 'pkg:pypi/django-package@1', true],
    ['pkg:{pypi,npm}/django_package', 'pkg:pypi/django-package@1', true],
    ['pkg:cargo/serde-json', 'pkg:cargo/serde_json@1', true],
    ['pkg:maven/org.apache:commons', 'pkg:maven/org.apache/commons@1', true],
    ['pkg:deb/curl@1:7.5%2Bdfsg', 'pkg:deb/curl@1:7.5+dfsg', true],
    ['pkg:npm/a%2A', 'pkg:npm/ab@1', false]
  ])('%s on %s: %s', async (pattern, purl, expected) => {
    expect(await matches(`{package: "${pattern}"}`, { purls: [purl] })).toBe(expected)
    expect(await matches(`{package: "${pattern}"}`, { purls: [null] })).toBe(false)
  })
})

describe('what several report of one package', () => {
  const both = {
    purls: ['pkg:npm/a@1', 'pkg:npm/b@1'],
    fixAvailable: [true, false],
    reachabilities: ['reachable', 'unreachable']
  } as const
  test.each<[string, Partial<Subject>, boolean, boolean]>([
    ['package: "pkg:npm/a"', both, true, false],
    ['package: "pkg:npm/{a,b}"', both, true, true],
    ['package: "pkg:npm/a"', { purls: ['pkg:npm/a@1', null] }, true, false],
    ['fix-available: false', both, true, false],
    ['reachability: unreachable', both, true, false]
  ])('%s', async (condition, facts, applies, excuses) => {
    expect(await matches(`{${condition}}`, facts)).toBe(applies)
    expect(await matches(`{}, unless: {${condition}}`, facts)).toBe(!excuses)
  })
})

describe('an unknown severity', () => {
  test.each([
    ['{severity: [high, critical]}', true],
    ['{severity: [unknown]}', true],
    ['{severity: [low]}', false],
    ['{min-severity: high}', true],
    ['{min-severity: critical}', false]
  ])('in `when` counts as the policy says, and as itself: %s', async (when, expected) => {
    expect(await matches(when, { severity: 'unknown', effectiveSeverity: 'high' })).toBe(expected)
  })

  test.each([
    ['{severity: [high]}', false],
    ['{min-severity: low}', false],
    ['{severity: [unknown]}', true]
  ])('in `unless` excuses only as itself: %s', async (unless, excused) => {
    const rule = await ruleOf('{}', unless)
    expect(compile(rule)({ ...UNKNOWN, effectiveSeverity: 'high' })).toBe(!excused)
  })
})

describe('rules', () => {
  test('all conditions must hold', async () => {
    expect(await matches('{kev: true, tier: 0}', { kev: true, tier: 0 })).toBe(true)
    expect(await matches('{kev: true, tier: 0}', { kev: true, tier: 1 })).toBe(false)
  })

  test('`{}` matches everything but quality', async () => {
    expect(await matches('{}', {})).toBe(true)
    expect(await matches('{}', { category: 'quality' })).toBe(false)
    expect(await matches('{category: [quality, sast]}', { category: 'quality' })).toBe(true)
    expect(await matches('{tool: eslint}', { tools: ['ESLint'], category: 'quality' })).toBe(false)
  })

  test.each<[string, Partial<Subject>, boolean]>([
    ['{paths: "**/test/**"}', { paths: ['a/test/b'] }, false],
    ['{paths: "**/test/**"}', { paths: ['a/b'] }, true],
    ['{paths: "**/test/**"}', { paths: [null] }, true],
    ['{kev: false}', { kev: null }, true],
    ['{kev: false}', { kev: false }, false],
    ['{reachability: unreachable}', { reachabilities: ['unknown'] }, true],
    ['{paths: "**/test/**", kev: false}', { paths: ['a/test/b'], kev: null }, true]
  ])('unless %s on %j: applies %s', async (unless, facts, expected) => {
    expect(compile(await ruleOf('{}', unless))({ ...UNKNOWN, ...facts })).toBe(expected)
  })
})

test('one value and a list of one are the same', async () => {
  const one: Policy = await load('version: 1\nrules: [{id: a, when: {state: existing, tier: 0}, verdict: block}]\n')
  const list: Policy = await load(
    'version: 1\nrules: [{id: a, when: {state: [existing], tier: [0]}, verdict: block}]\n'
  )
  expect(one.rules[0]?.when).toEqual(list.rules[0]?.when)
})
