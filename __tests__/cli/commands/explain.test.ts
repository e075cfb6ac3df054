import { describe, expect, test } from '@jest/globals'
import { withFiles } from '../../e2e/workspace.js'
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

  test.each([
    ['package', 'minimist', /^BLOCK .*minimist|Upgrade minimist/],
    ['package URL without version', 'pkg:npm/minimist', /Upgrade minimist/],
    ['the end of a path, with the line', 'src/config.ts:2', /^BLOCK {2}services\/payments\/src\/config\.ts:2/],
    ['the end of a path', './src/config.ts', /^BLOCK {2}services\/payments\/src\/config\.ts/]
  ])('by %s', async (_, words, text) => {
    const { status, stdout } = await runCommand(['explain', words, ...EVALUATION], SHOP)
    expect(stdout).toMatch(text)
    expect(status).toBe(0)
  })

  test('half a name of a file or folder is none of it', async () => {
    const { status, stderr } = await runCommand(['explain', 'onfig.ts:2', ...EVALUATION], SHOP)
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/^No finding fits/) })
  })

  test('says first what would pass', async () => {
    const { stdout } = await runCommand(['explain', 'k8s-privileged', ...EVALUATION], SHOP)
    expect(stdout.indexOf('Smallest change')).toBeLessThan(stdout.indexOf('Rules that matched'))
  })
})

describe('explain from a decision file', () => {
  const decided = async () => (await runCommand(['evaluate', ...EVALUATION, '--format', 'json'], SHOP)).stdout

  test('alone, by flag, by word and by directory', async () => {
    await withFiles({ 'report/decision.json': await decided() }, async directory => {
      const ways = [['report'], ['report/decision.json'], ['--decision', 'report/decision.json']]
      const told = await Promise.all(ways.map(way => runCommand(['explain', 'k8s-privileged', ...way], directory)))
      for (const { stdout, status } of told) {
        expect(stdout).toMatch(/^BLOCK {2}infra\/k8s\/payments\.yaml:22[\s\S]*because of rule .*shop-no-privileged-pod/)
        expect(status).toBe(0)
      }
      expect(new Set(told.map(({ stdout }) => stdout)).size).toBe(1)
    })
  })

  test('from a directory that holds the only one, under any name and depth, as an artifact does', async () => {
    const text = await decided()
    const artifact = { 'kept/shop/shop/results/scan.sarif': '{}', 'kept/shop/shop/package.json': '{"name":"x"}' }
    await withFiles({ ...artifact, 'kept/_temp/policy-gate-report/decision.json': text }, async directory => {
      const { stdout, status } = await runCommand(['explain', 'k8s-privileged', 'kept'], directory)
      expect([status, stdout]).toEqual([0, expect.stringMatching(/^BLOCK {2}infra\/k8s\/payments\.yaml:22/)])
    })
    await withFiles({ 'out/gate.json': text, 'out/note.md': 'x' }, async directory => {
      expect(await runCommand(['explain', 'k8s-privileged', 'out'], directory)).toMatchObject({ status: 0 })
    })
    const own = { 'out/decision.json': text, 'out/older/decision.json': text }
    await withFiles(own, async directory => {
      expect(await runCommand(['explain', 'k8s-privileged', 'out'], directory)).toMatchObject({ status: 0 })
    })
  })

  test('and of several none is chosen; of none, of an archive and of a broken one it says so', async () => {
    const text = await decided()
    const files = {
      'several/web/decision.json': text,
      'several/api/decision.json': text,
      'none/scan.sarif': '{}',
      'kept.zip': 'PK\u0003\u0004',
      'broken/a/decision.json': text.slice(0, 400)
    }
    await withFiles(files, async directory => {
      const told = async (name: string) => {
        const { status, stdout, stderr } = await runCommand(['explain', 'k8s-privileged', name], directory)
        expect([status, stdout]).toEqual([2, ''])
        return stderr
      }
      expect(await told('several')).toMatch(/^several: this directory holds 2 decision files\. .*\n.*api.*\n.*web/)
      expect(await told('none')).toMatch(/^none: no decision file is in this directory/)
      expect(await told('kept.zip')).toMatch(/^kept\.zip: .*an archive, which has to be unpacked/)
      expect(await told('broken')).toMatch(/^broken: the decision cannot be read: /)
    })
  })

  test('says of every finding what the evaluation says, and knows remedies as JSON', async () => {
    const text = await decided()
    const {
      outcomes
    }: { readonly outcomes: readonly { readonly verdict: string; readonly finding: { id: string } }[] } =
      JSON.parse(text)
    await withFiles({ 'd.json': text }, async directory => {
      for (const { verdict, finding } of outcomes) {
        const { stdout } = await runCommand(['explain', finding.id, 'd.json', '--format', 'json'], directory)
        const told = JSON.parse(stdout)
        expect(told).toMatchObject({ verdict, finding: { id: finding.id } })
        expect(told.trace.remedies.length).toBeGreaterThan(0)
        expect(told.trace.remedies[0].kind).toBe(verdict === 'pass' ? 'nothing' : 'fix')
      }
    })
  })

  test.each([
    ['with flags of an evaluation', ['F-12345678', 'd.json', '--sarif', 'x'], /all that it rests on, and --sarif/],
    ['that is none', ['F-12345678', 'd.json'], /^d\.json: the decision cannot be read/],
    ['that is not there', ['F-12345678', 'none.json'], /^none\.json: the decision cannot be read/],
    ['named twice', ['F-12345678', 'd.json', '--decision', 'd.json'], /at most one decision file/]
  ])('%s is exit 2', async (_, words, message) => {
    await withFiles({ 'd.json': '{}' }, async directory => {
      const { status, stderr } = await runCommand(['explain', ...words], directory)
      expect(stderr).toMatch(message)
      expect(status).toBe(2)
    })
  })
})
