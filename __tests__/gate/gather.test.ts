import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../src/gate/gate.js'
import { gather } from '../../src/gate/gather.js'
import { localPorts } from '../../src/gate/local-ports.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../e2e/workspace.js'
import { requestIn } from '../properties/request.js'

const POLICY = 'version: 1\nrules: [{ id: a, when: {}, verdict: block }]\n'
const SARIF = aLog(aSarifRun('Semgrep OSS', [aResult('r', 'src/a.ts', 1)]))

const gathered = (files: Files) =>
  withFiles({ 'policy.yml': POLICY, 'a.sarif': SARIF, ...files }, directory => {
    const request = requestIn(directory, ['a.sarif'])
    return gather(request, localPorts(request), () => undefined)
  })

describe('CODEOWNERS', () => {
  test('what is passed over in it is one notice, with its place', async () => {
    const { notices, evaluation } = await gathered({ 'docs/CODEOWNERS': '* @acme/all\n!/src @acme/no\n' })
    expect(notices).toEqual([
      {
        level: 'warning',
        code: 'codeowners-problem',
        message:
          'docs/CODEOWNERS:2:1: a pattern cannot be negated. Write a later line without owners instead: as it is, the line is passed over'
      }
    ])
    expect(evaluation.codeowners?.rules).toEqual([{ pattern: '*', owners: ['@acme/all'] }])
  })

  test('the first place where GitHub looks counts', async () => {
    const { evaluation } = await gathered({ '.github/CODEOWNERS': '* @first\n', CODEOWNERS: '* @second\n' })
    expect(evaluation.codeowners?.rules.map(({ owners }) => owners)).toEqual([['@first']])
  })

  test('none is none', async () => {
    expect(await gathered({})).toMatchObject({ notices: [], evaluation: { codeowners: null } })
  })
})

describe('a category that only the policy gives', () => {
  const stated = (category: string) => `${POLICY}tools: { House Scanner: { category: ${category} } }\n`
  const found = (lines: readonly number[]) =>
    aLog(
      aSarifRun(
        'House Scanner',
        lines.map(line => aResult('CVE-2026-1', 'web/package-lock.json', line))
      )
    )
  const statesOf = (policy: string) =>
    withFiles({ 'policy.yml': policy, 'a.sarif': found([4]), 'base.sarif': found([90]) }, async directory => {
      const request = { ...requestIn(directory, ['a.sarif']), baseline: ['base.sarif'] }
      const { decision } = await evaluate(request, localPorts(request), () => undefined)
      return decision.outcomes.map(({ state, finding }) => [state, finding.category])
    })

  test('is that of the finding before anything is worked out of it', async () => {
    const policy = stated('secret')
    const { inputs } = await gathered({
      'policy.yml': policy,
      'a.sarif': aLog(aSarifRun('House Scanner', [aResult('r', 'src/a.ts', 1)]))
    })
    expect(inputs.flatMap(({ findings }) => findings.map(({ category }) => category))).toEqual(['secret'])
  })

  test('decides how the finding is known again: a dependency by its advisory, whatever the line', async () => {
    expect(await statesOf(stated('sca'))).toEqual([['existing', 'sca']])
  })
})

describe('a scanner that counts bytes instead of lines', () => {
  const at = (text: string, word: string) => ({
    ...aResult('reentrancy', 'src/a.sol', 1),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/a.sol' },
          region: { byteOffset: Buffer.byteLength(text.slice(0, text.indexOf(word))), byteLength: word.length }
        }
      }
    ]
  })
  const lines = (...more: readonly string[]) => [...more, 'contract A {', '  owner.call()', '}', ''].join('\n')
  const [before, now] = [lines('// ä'), lines('// ä', '// new', 'other.call()')]
  const DIFF = `--- a/src/a.sol\n+++ b/src/a.sol\n@@ -1,2 +1,4 @@\n // ä\n+// new\n+other.call()\n contract A {\n`
  const log = (...results: readonly object[]) => aLog(aSarifRun('Aderyn', results))
  const placesOf = (files: Files, more: { readonly baseline?: readonly string[]; readonly diff?: string }) =>
    withFiles({ 'policy.yml': POLICY, ...files }, async directory => {
      const request = { ...requestIn(directory, ['a.sarif']), ...more }
      const { decision } = await evaluate(request, localPorts(request), () => undefined)
      return decision.outcomes.map(({ state, finding }) => `${finding.location?.startLine} ${state}`).sort()
    })
  const found = log(at(now, 'other.call'), at(now, 'owner.call'))
  const change = { 'a.sarif': found, 'd.diff': DIFF }

  test('has the lines of the text that was scanned', async () => {
    expect(await placesOf({ ...change, 'src/a.sol': now }, { diff: 'd.diff' })).toEqual(['3 introduced', '5 existing'])
  })

  test('has those of the base in the baseline', async () => {
    const files = { ...change, 'src/a.sol': now, 'base.sarif': log(at(before, 'owner.call')) }
    const more = { diff: 'd.diff', baseline: ['base.sarif'] }
    expect(await placesOf(files, more)).toEqual(['3 introduced', '5 existing'])
  })

  test('has the file for its place where nobody has the text', async () => {
    expect(await placesOf(change, { diff: 'd.diff' })).toEqual(['null introduced'])
  })
})
