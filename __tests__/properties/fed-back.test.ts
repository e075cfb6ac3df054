import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { BY_MESSAGE_ALONE } from '../../src/core/identity/state.js'
import { sarifChunks } from '../../src/core/reports/files/sarif.js'
import { evaluate } from '../../src/gate/gate.js'
import { localPorts } from '../../src/gate/local-ports.js'
import { CORPUS, corpusPaths, corpusText } from '../core/sarif/feed.js'
import { aLog, aResult, aSarifRun, withFiles } from '../e2e/workspace.js'
import { sampleOf } from '../thorough.js'
import { requestIn } from './request.js'

if (CORPUS === null) console.warn('Skipped: no corpus of real scanner output at ../shared/corpus')

const decisionOn = async (directory: string, baseline: readonly string[]) => {
  const ports = localPorts({ cwd: directory, sourceRoot: null, layerSources: new Map() })
  const request = { ...requestIn(directory, ['a.sarif']), policy: 'preset:baseline', baseline }
  return (await evaluate(request, ports, () => undefined)).decision
}

/** States of the findings of a file, judged with our own SARIF of the same file as the baseline. */
const statesFedBack = (content: unknown) =>
  withFiles({ 'a.sarif': content }, async directory => {
    const first = await decisionOn(directory, [])
    if (first.scans.some(scan => scan.state === 'invalid')) return []
    writeFileSync(join(directory, 'own.sarif'), [...sarifChunks(first)].join(''))
    const { outcomes } = await decisionOn(directory, ['own.sarif'])
    expect(outcomes).toHaveLength(first.outcomes.length)
    // Of a place that is not mapped, a message alone tells nothing.
    const told = outcomes.filter(({ stateReason }) => stateReason !== BY_MESSAGE_ALONE.reason)
    return [...new Set((told.length === 0 ? outcomes : told).map(({ state }) => state))]
  })

describe('our own SARIF as the baseline makes nothing new', () => {
  test.each([
    ['differ in nothing else: nothing tells what stands there', {}, ['unknown']],
    ['have fingerprints', { partialFingerprints: { hash: 'a' } }, ['existing']]
  ])('of findings whose places could not be mapped and %s', async (_, parts, expected) => {
    const results = ['/elsewhere/a.c', '/elsewhere/b.c'].map(path =>
      aResult('R', path, 3, { level: 'error', ...parts })
    )
    expect(await statesFedBack(aLog(aSarifRun('clang', results)))).toEqual(expected)
  })

  for (const path of sampleOf(corpusPaths(), 20)) {
    test(path, async () => {
      expect([[], ['existing'], ['unknown']]).toContainEqual(await statesFedBack(corpusText(path)))
    })
  }
})
