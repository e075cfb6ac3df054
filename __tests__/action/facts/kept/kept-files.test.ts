import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { scansOf } from '../../../../src/action/basis.js'
import { inputsOfArtifact } from '../../../../src/action/facts/kept/kept-files.js'
import { expandPatterns } from '../../../../src/files/patterns.js'
import { sha256Of } from '../../../../src/files/policy-files.js'
import type { GitHub } from '../../../../src/github/port.js'

const WORKSPACE = '/home/runner/work/pay/pay'
const SCAN = '{"version":"2.1.0","runs":[]}'
const KEV = '{"vulnerabilities":[]}'
const REPORT = JSON.stringify({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'Policy Gate' } }, properties: {}, results: [] }]
})

let temp = ''
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'policy-gate-kept-'))
})
afterEach(() => rmSync(temp, { recursive: true }))

type Files = Readonly<Record<string, string>>

/** Texts of what the gate would read, by input, of an artifact with these files. */
async function readIn(files: Files, sarif: readonly string[], reads: readonly string[] | null = [SCAN]) {
  const entries = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  const github = { artifactFiles: async () => entries } as unknown as GitHub
  const artifact = { id: 1, name: 'policy-gate-sarif', bytes: 1, expired: false, headSha: null, repositoryId: null }
  const request = { cwd: WORKSPACE, sarif, kev: ['feeds/kev.json'], epss: [], vex: ['vex/*.json'] }
  const read = reads === null ? null : scansOf(reads.map(text => sha256Of(Buffer.from(text))))
  const inputs = await inputsOfArtifact(artifact, request as never, read, github, { headSha: 'a', temp })
  if (inputs === null) return null
  const textsOf = (patterns: readonly string[]) =>
    expandPatterns(patterns, inputs.cwd).files.map(({ path }) => readFileSync(path, 'utf8'))
  return { sarif: textsOf(inputs.sarif), kev: textsOf(inputs.kev), kevNamed: inputs.kev }
}

describe('where the workspace begins in what was kept', () => {
  test.each<[string, Files]>([
    ['paths of the workspace', { 'results/a.sarif': SCAN, 'feeds/kev.json': KEV }],
    ['the folder above it', { 'pay/results/a.sarif': SCAN, 'pay/feeds/kev.json': KEV }],
    [
      'one further up, with the report beside it',
      { 'pay/pay/results/a.sarif': SCAN, 'pay/pay/feeds/kev.json': KEV, '_temp/policy-gate-report/x.sarif': REPORT }
    ],
    ['the root', { 'home/runner/work/pay/pay/results/a.sarif': SCAN, 'home/runner/work/pay/pay/feeds/kev.json': KEV }]
  ])('%s', async (_, files) => {
    expect(await readIn(files, ['results'])).toMatchObject({ sarif: [SCAN], kev: [KEV] })
  })

  test.each<[string, Files]>([
    ['of one directory only what is below it', { 'a.sarif': SCAN }],
    ['of another workspace', { 'elsewhere/results/a.sarif': SCAN, 'elsewhere/feeds/kev.json': KEV }]
  ])('%s: the scans are found by their content, and a feed is none that lies somewhere', async (_, files) => {
    const found = await readIn(files, ['results'])
    expect(found).toEqual({ sarif: [SCAN], kev: [], kevNamed: [resolve(WORKSPACE, 'feeds/kev.json')] })
  })

  test('scans that the gate has not read are none, wherever they lie', async () => {
    expect(await readIn({ 'pay/pay/results/a.sarif': `${SCAN} ` }, ['results'])).toBeNull()
  })
})
