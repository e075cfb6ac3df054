import { describe, expect, test } from '@jest/globals'
import { load, problemsOf } from './support.js'

const RULE = 'rules: [{ id: r, when: {}, verdict: block }]'
const ruled = (more: string) => `version: 1\nrules: [{ id: q, when: {}, verdict: block, ${more} }]\n`
const when = (conditions: string) => `version: 1\nrules: [{ id: q, when: { ${conditions} }, verdict: block }]\n`
const besides = (more: string) => `version: 1\n${RULE}\n${more}\n`
const tier = (value: string) => besides(`assets: [{ name: a, paths: "**", tier: ${value} }]`)
const exceptions = (more: string) => besides(`exceptions: { ${more} }`)

describe('a value that another reader of YAML, or a hasty one, may take for another is refused', () => {
  test.each<[string, string]>([
    ...['0x0', '00', '"2"', 'true', '.inf'].map((value): [string, string] => [`tier ${value}`, tier(value)]),
    ...['no', 'yes', '"true"', '~', 'on'].map((value): [string, string] => [
      `require-label ${value}`,
      exceptions(`require-label: ${value}`)
    ]),
    ...['0', '-1', '1.5', '.inf', '.NaN', '"2"', '0o2', '1_0'].map((value): [string, string] => [
      `quorum ${value}`,
      exceptions(`quorum: { default: ${value} }`)
    ]),
    ...['99999999999w', '0d', '007d', '7D', '1.5d', '7', 'P7D', '-7d', '"7d "', '7m'].map((value): [string, string] => [
      `max-duration ${value}`,
      exceptions(`max-duration: { kev: ${value} }`)
    ]),
    ['max-duration of a tier that is none', exceptions('max-duration: { tier-3: { high: 7d } }')],
    ['max-duration of a tier, nothing', exceptions('max-duration: { tier-0: ~ }')],
    ['max-duration of nothing', exceptions('max-duration: {}')],
    ...['~', '[~]', '[{}]', '{}', '[{ category: [] }]'].map((value): [string, string] => [
      `never ${value}`,
      exceptions(`never: ${value}`)
    ]),
    ['require of no tier', exceptions('require: { ticket: [] }')],
    ...['{}', '{ users: [] }', '{ users: ["*"] }', '{ teams: [appsec] }', '{ users: ["s\u0435c-alice"] }'].map(
      (value): [string, string] => [`approvers ${value}`, exceptions(`approvers: ${value}`)]
    ),
    ['malware, nothing', exceptions('malware: ~')],
    ...['-1', '1e300', '0o17', '1.5', '"20"'].map((value): [string, string] => [
      `more-than ${value}`,
      ruled(`more-than: ${value}`)
    ]),
    ...['2027-02-30', '0000-01-01', '2027-01-01T00:00:00Z', '2027-1-1', '20270101'].map((value): [string, string] => [
      `enforce-from ${value}`,
      ruled(`mode: warn, enforce-from: ${value}`)
    ]),
    ['unless, nothing', ruled('unless: ~')],
    ['unless of no path', ruled('unless: { paths: [] }')],
    ...['min-severity: unknown', 'state: []', 'min-score: 11', 'min-epss: 50', 'kev: "true"', 'kev: yes', 'kev: ~'].map(
      (value): [string, string] => [value, when(value)]
    ),
    ...['category: Secret', 'cwe: 79', 'cwe: CWE-079', 'cwe: "CWE-*"', 'event: push_request'].map(
      (value): [string, string] => [value, when(value)]
    ),
    ['mode, nothing', besides('mode: ~')],
    ['suppressions no', besides('suppressions: no')],
    ['__proto__', besides('__proto__: { mode: monitor }')],
    ['two keys that look alike', besides('"caf\u00e9": 1\n"cafe\u0301": 2')]
  ])('%s', async (_, text) => {
    expect((await problemsOf(text)).length).toBeGreaterThan(0)
  })
})

describe('a number in another spelling is that number', () => {
  test.each<[string, number]>([
    ['-0', 0],
    ['1e0', 1],
    ['2.0', 2]
  ])('tier %s', async (written, meant) => {
    const { assets } = await load(tier(written))
    expect(Math.abs(assets[0]?.[0]?.tier ?? Number.NaN)).toBe(meant)
  })

  test('more-than 1e3', async () => {
    expect((await load(ruled('more-than: 1e3'))).rules[0]?.moreThan).toBe(1000)
  })
})

test('a tool may have a name of JavaScript', async () => {
  const { tools } = await load(besides('tools: { __proto__: { category: iac }, constructor: { category: iac } }'))
  expect([...tools.keys()]).toEqual(['__proto__', 'constructor'])
})
