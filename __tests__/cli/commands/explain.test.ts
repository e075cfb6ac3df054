import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../run-command.js'
import { shopRequest } from '../shop.js'

const SHOP = shopRequest().cwd

const EVALUATION = [
  '--sarif',
  'results',
  '--baseline',
  'baseline',
  '--diff',
  'change.diff',
  '--policy',
  'policy-gate.yml'
]

describe('explain', () => {
  test.each([
    ['path:line', 'services/payments/src/config.ts:2', /^BLOCK {2}services\/payments\/src\/config\.ts:2/],
    ['rule id', 'k8s-privileged', /^BLOCK {2}infra\/k8s\/payments\.yaml:22/],
    ['advisory, in any case', 'ghsa-xvch-5gv4-984h', /Upgrade minimist to 1\.2/],
    [
      'an excepted one',
      'security/detect-object-injection',
      /exception EXC-2026-0001 holds until 2027-01-31[\s\S]*Nothing: it passes/
    ]
  ])('by %s', async (_, words, text) => {
    const { status, stdout } = await runCommand(['explain', words, ...EVALUATION], SHOP)
    expect(stdout).toMatch(text)
    expect(status).toBe(0)
  })

  test('by id and prefix, as JSON too', async () => {
    const first = JSON.parse(
      (await runCommand(['explain', 'k8s-privileged', ...EVALUATION, '--format', 'json'], SHOP)).stdout
    )
    const prefix = first.finding.id.slice(0, 10)
    const second = JSON.parse((await runCommand(['explain', prefix, ...EVALUATION, '--format', 'json'], SHOP)).stdout)
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      verdict: 'block',
      trace: { decisive: expect.arrayContaining(['shop-no-privileged-pod']) }
    })
  })

  test.each([
    [
      'several findings',
      'services/payments/src/statement.ts:10',
      /2 findings fit .*\n {2}F-[0-9a-f]{32} {2}block .*\n {2}F-/
    ],
    ['none', 'no-such-rule', /^No finding fits no-such-rule/],
    ['a mistyped line', 'web/src/search.js:999', /No finding fits.*\n {2}F-.*search\.js/],
    ['a short prefix', 'F-12', /F-12 is too short/]
  ])('%s is exit 2 with candidates', async (_, words, message) => {
    const { status, stderr, stdout } = await runCommand(['explain', words, ...EVALUATION], SHOP)
    expect(stderr).toMatch(message)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('takes one finding', async () => {
    expect(await runCommand(['explain'], SHOP)).toMatchObject({ status: 2 })
  })
})
