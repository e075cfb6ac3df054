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
    ['have fingerprints', { partialFingerprints: { hash: '3f9c2b1e77d0' } }, ['existing']]
  ])('of findings whose places could not be mapped and %s', async (_, parts, expected) => {
    const results = ['/elsewhere/a.c', '/elsewhere/b.c'].map(path =>
      aResult('R', path, 3, { level: 'error', ...parts })
    )
    expect(await statesFedBack(aLog(aSarifRun('clang', results)))).toEqual(expected)
  })

  test('of results that differ in nothing, in their fingerprint, or in their resource alone', async () => {
    const alike = aResult('R', 'plan.json', 1, { level: 'error' })
    const byTool = ['AAAAAAAA', 'BBBBBBBB'].map(id => ({ ...alike, fingerprints: { id } }))
    const byName = ['a', 'b'].map(resource => ({ ...alike, properties: { resource } }))
    const results = [alike, alike, alike, ...byTool, ...byName]
    expect(await statesFedBack(aLog(aSarifRun('Checkov', results)))).toEqual(['existing'])
  })

  test('nor of one that had more than its own baseline', () =>
    withFiles({}, async directory => {
      const write = (name: string, count: number) =>
        writeFileSync(
          join(directory, name),
          JSON.stringify(aLog(aSarifRun('Checkov', new Array(count).fill(aResult('R', 'plan.json', 1)))))
        )
      write('base.sarif', 1)
      write('a.sarif', 3)
      const first = await decisionOn(directory, ['base.sarif'])
      expect(first.outcomes.map(({ state }) => state).toSorted()).toEqual(['existing', 'introduced'])
      expect(first.counts).toMatchObject({ total: 2, results: 3 })
      writeFileSync(join(directory, 'own.sarif'), [...sarifChunks(first)].join(''))
      const again = await decisionOn(directory, ['own.sarif'])
      expect(again.outcomes.map(({ id, state }) => [id, state]).toSorted()).toEqual(
        first.outcomes.map(({ id }) => [id, 'existing']).toSorted()
      )
      write('a.sarif', 4)
      const { outcomes, counts } = await decisionOn(directory, ['own.sarif'])
      expect(outcomes.map(({ state }) => state).toSorted()).toEqual(['existing', 'existing', 'introduced'])
      expect([counts.fixed, counts.results]).toEqual([0, 4])
    }))

  for (const path of sampleOf(corpusPaths(), 20)) {
    test(path, async () => {
      expect([[], ['existing'], ['unknown']]).toContainEqual(await statesFedBack(corpusText(path)))
    })
  }
})
