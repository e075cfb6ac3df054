import { describe, expect, test } from '@jest/globals'
import { formatProblem } from '../../../src/core/ground/errors.js'
import { effectivePolicyYaml } from '../../../src/core/policy/effective.js'
import { lintPolicy } from '../../../src/core/policy/lint/lint.js'
import { parseYaml } from '../../../src/core/yaml/parse.js'
import { encode, load, shared } from './support.js'

const ORG = `version: 1
unknown-severity: critical
rules: [{ id: org, when: { category: secret, min-age: 2w }, verdict: block, controls: ["A: 1"] }]
exceptions: { approvers: { teams: [acme/appsec] }, max-duration: { tier-1: { high: 14d } } }
`
const OWN = `version: 1
name: "pay # ments"
extends: "${shared('org.yml')}"
assets: [{ name: rest, paths: ["**"], tier: 2 }]
tools: { "My Scanner": { rules: { "a:b": { severity: high } } } }
governed: ["ci/**", scan.sh]
rules: [{ id: own, when: { kev: true }, unless: { paths: "x/**" }, verdict: warn, more-than: 3, mode: monitor, enforce-from: 2027-01-15 }]
sla: { kev: 3d }
exceptions: { quorum: { default: 2 }, require: { ticket: 0 }, never: [{ category: secret, tier: 0 }], labels: { approved: "ok: yes" } }
`

describe('the effective policy', () => {
  test('shows every value with the layer that it comes from', async () => {
    const text = effectivePolicyYaml(await load(OWN, { 'org.yml': ORG }))
    expect(
      text.replaceAll(shared('org.yml'), 'ORG').replaceAll(/sha256 [0-9a-f]{64}/g, 'sha256 …')
    ).toMatchInlineSnapshot(`
     "# layer ORG, sha256 …
     # layer policy.yml, sha256 …

     version: 1
     name: "pay # ments"
     unknown-severity: critical # ORG
     empty-runs: invalid # default
     suggestions: false # default

     suppressions:
       tier-0: honour # default
       tier-1: honour # default
       tier-2: honour # default

     assets:
       - name: rest # policy.yml
         paths: ["**"]
         tier: 2

     tools:
       "my scanner":
         rules:
           "a:b": { severity: high } # policy.yml

     governed: ["ci/**", scan.sh] # policy.yml

     rules:
       - id: org # ORG
         when: { category: [secret], min-age: 14d }
         verdict: block
         mode: enforce
         controls: ["A: 1"]
       - id: own # policy.yml
         when: { kev: true }
         unless: { paths: ["x/**"] }
         verdict: warn
         more-than: 3
         mode: monitor
         enforce-from: "2027-01-15"

     sla:
       - kev: 3d # policy.yml

     exceptions:
       approvers: { teams: [acme/appsec], users: [], roles: [] } # ORG
       quorum:
         default: 2 # policy.yml
       max-duration:
         tier-0:
           critical: 14d # from the cells it exceeds
           high: 14d # from the cells it exceeds
         tier-1:
           critical: 14d # from the cells it exceeds
           high: 14d # ORG
       require:
         ticket: [0] # tier 0: policy.yml
       never:
         - tier: [0] # policy.yml
           category: [secret] # policy.yml
         - malware: true # default
       labels:
         approved: "ok: yes" # policy.yml
       require-label: false # default
       expiring-notice: 14d # default
     "
    `)
  })

  test('is good YAML, whatever is in the names', async () => {
    const policy = await load(OWN, { 'org.yml': ORG })
    const hostile = {
      ...policy,
      name: 'a\n---\nb: !!x *y',
      layers: [{ name: 'x\nversion: 2\u2028', sha256: '0', bytes: 1 }]
    }
    const { problems, root } = parseYaml('effective', encode(effectivePolicyYaml(hostile)))
    expect(problems).toEqual([])
    expect(root?.kind).toBe('map')
  })
})

describe('lint says what is allowed but hardly meant', () => {
  const BASE = 'exceptions: {approvers: {users: [a]}, max-duration: {tier-2: {low: 9d}}}'
  test.each([
    ['rules: [{id: a, when: {}, verdict: pass}]', 'has the verdict pass, which changes nothing'],
    ['rules: [{id: a, when: {severity: [medium]}, verdict: block}]', 'matches medium but not high'],
    ['rules: [{id: a, when: {tier: [1]}, verdict: block}]', 'matches tier 1 but not tier 0'],
    ['rules: [{id: a, when: {min-score: 7}, verdict: block}]', 'does not match findings without a score'],
    ['rules: [{id: a, when: {asset: x}, verdict: block}]', 'names the asset `x`, which no layer defines'],
    ['rules: [{id: a, when: {exposure: internet}, verdict: block}]', 'asks for the exposure `internet`'],
    ['rules: [{id: a, when: {sla: breached}, verdict: block}]', 'no layer sets times'],
    ['rules: [{id: a, when: {}, verdict: block, mode: enforce, enforce-from: 2027-01-01}]', 'changes nothing'],
    [
      'rules: [{id: a, when: {}, verdict: block}]\nsla: {tier-0: {high: 9d, critical: 30d}}',
      '`sla.tier-0.critical: 30d` has no effect: `tier-0.high` says 9d'
    ]
  ])('%s', async (text, expected) => {
    const found = lintPolicy(await load(`version: 1\n${text}\n${BASE}\n`)).map(formatProblem)
    expect(found).toEqual([expect.stringContaining(expected)])
    expect(found[0]).toMatch(/^policy\.yml(?::[23]:\d+)?: /)
  })

  test('nobody who approves, and no end', async () => {
    const found = lintPolicy(await load('version: 1\nrules: [{id: a, when: {}, verdict: block}]\n')).map(
      ({ message }) => message
    )
    expect(found).toEqual(['nobody can approve an exception', 'exceptions for critical findings may run without end'])
  })

  test('a label that is required and has no name', async () => {
    const text = `version: 1\nrules: [{id: a, when: {}, verdict: block}]\n${BASE.replace('exceptions: {', 'exceptions: {require-label: true, ')}\n`
    expect(lintPolicy(await load(text)).map(({ message }) => message)).toEqual([
      expect.stringContaining('no approval can count')
    ])
  })

  test('nothing about a policy without such', async () => {
    const text = `version: 1\nrules: [{id: a, when: {severity: [high, critical, unknown], tier: [0, 1]}, verdict: block}]\n${BASE}\n`
    expect(lintPolicy(await load(text))).toEqual([])
  })
})
