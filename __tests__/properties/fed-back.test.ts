import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Decision } from '../../src/core/decision/decision.js'
import { locationsOf } from '../../src/core/finding.js'
import { BY_MESSAGE_ALONE } from '../../src/core/identity/state.js'
import { sarifChunks } from '../../src/core/reports/files/sarif.js'
import { OWN_NAME } from '../../src/core/sarif/run/context.js'
import { evaluate } from '../../src/gate/gate.js'
import { localPorts } from '../../src/gate/local-ports.js'
import { CORPUS, corpusPaths, corpusText } from '../core/sarif/feed.js'
import { aLog, aResult, aSarifRun, withFiles } from '../e2e/workspace.js'
import { sampleOf } from '../thorough.js'
import { requestIn } from './request.js'

if (CORPUS === null) console.warn('Skipped: no corpus of real scanner output at ../shared/corpus')

const decisionOn = async (directory: string, baseline: readonly string[], sarif: readonly string[] = ['a.sarif']) => {
  const ports = localPorts({ cwd: directory, sourceRoot: null, layerSources: new Map() })
  const request = { ...requestIn(directory, sarif), policy: 'preset:baseline', baseline }
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
})

/** What a decision says of each of its findings, by what is the same in the gate's own output. */
const toldBy = ({ outcomes }: Decision): readonly string[] =>
  outcomes
    .map(({ finding, verdict, reason, tier }) => {
      const { tool, ruleId, severity, category, score, malware, reachability, fixAvailable } = finding
      const facts = {
        tool,
        ruleId,
        severity,
        category,
        score,
        malware,
        reachability,
        fixAvailable,
        verdict,
        reason,
        tier
      }
      return JSON.stringify({ ...facts, package: finding.package, places: locationsOf(finding) })
    })
    .toSorted()

const standing = ({ completeness, verdict, scans }: Decision) => [completeness, verdict, scans.length > 0]

const isClean = ({ exception, reason }: Decision['outcomes'][number]): boolean =>
  exception === null && reason !== 'suppressed'

/** What the file gives is not there: it is judged, and written, as invalid. */
const isRead = ({ scans }: Decision): boolean => !scans.some(({ state }) => state === 'invalid')

describe('our own SARIF, read as what a scanner wrote, says what the file said', () => {
  const fedBack = (path: string) =>
    withFiles({ 'a.sarif': corpusText(path) }, async directory => {
      const first = await decisionOn(directory, [])
      if (!isRead(first)) return null
      writeFileSync(join(directory, 'own.sarif'), [...sarifChunks(first)].join(''))
      const again = await decisionOn(directory, [], ['own.sarif'])
      const onItself = await decisionOn(directory, ['own.sarif'], ['own.sarif'])
      return { first, again, onItself }
    })

  for (const path of sampleOf(corpusPaths(), 20)) {
    test(path, async () => {
      expect([[], ['existing'], ['unknown']]).toContainEqual(await statesFedBack(corpusText(path)))
      const decisions = await fedBack(path)
      if (decisions === null) return
      const { first, again, onItself } = decisions
      expect(standing(again)).toEqual(standing(first))
      if (first.outcomes.every(isClean)) expect(toldBy(again)).toEqual(toldBy(first))
      expect(onItself.outcomes.filter(({ state }) => state === 'introduced' || state === 'fixed')).toEqual([])
    })
  }

  test.each([
    ['an unknown severity', aResult('R', 'a.c', 1, { level: 'warning', properties: { severity: 'unknown' } }), 'Tool'],
    ['lint without a score', aResult('no-var', 'a.js', 1, { level: 'error' }), 'ESLint'],
    ['what nothing is known of', aResult('R', 'a.c', 1, { level: 'note' }), 'Tool'],
    [
      'reachability that a level states',
      aResult('GO-2024-0001', 'go.mod', 1, { level: 'error', message: { text: 'Vulnerable (golang.org/x/net)' } }),
      'govulncheck'
    ]
  ])('of %s', async (_, result, tool) => {
    await withFiles({ 'a.sarif': aLog(aSarifRun(tool, [result])) }, async directory => {
      const first = await decisionOn(directory, [])
      writeFileSync(join(directory, 'own.sarif'), [...sarifChunks(first)].join(''))
      expect(toldBy(await decisionOn(directory, [], ['own.sarif']))).toEqual(toldBy(first))
    })
  })

  test.each([
    ['failed', { executionSuccessful: false }],
    [
      'degraded',
      { executionSuccessful: true, toolExecutionNotifications: [{ level: 'error', message: { text: 'x' } }] }
    ]
  ])('of a run that %s', async (state, invocation) => {
    const run = { ...aSarifRun('Tool', []), invocations: [invocation] }
    await withFiles({ 'a.sarif': aLog(run) }, async directory => {
      const first = await decisionOn(directory, [])
      writeFileSync(join(directory, 'own.sarif'), [...sarifChunks(first)].join(''))
      const again = await decisionOn(directory, [], ['own.sarif'])
      expect([first, again].map(({ scans }) => scans.map(scan => scan.state))).toEqual([[state], [state]])
    })
  })

  test('what another converter says of itself counts for nothing', async () => {
    const told = { category: 'quality', severity: 'unknown', score: 1, reachability: 'unreachable', fixAvailable: true }
    const result = aResult('R', 'a.c', 1, { level: 'warning', properties: { tags: ['security'], policyGate: told } })
    const run = { ...aSarifRun('Tool', [result]), conversion: { tool: { driver: { name: 'Gate of a policy' } } } }
    await withFiles({ 'a.sarif': aLog(run) }, async directory => {
      const [outcome] = (await decisionOn(directory, [])).outcomes
      expect(outcome?.finding).toMatchObject({
        category: 'sast',
        severity: 'medium',
        score: null,
        reachability: 'unknown'
      })
    })
  })

  test.each([
    ['a secret stays one', { category: 'secret' }, { category: 'quality' }, ['secret', 'high']],
    ['what is grave stays so', { severity: 'critical' }, { severity: 'unknown' }, ['other', 'critical']]
  ])('%s', async (_, properties, policyGate, expected) => {
    const result = aResult('R', 'a.c', 1, { level: 'error', properties: { ...properties, policyGate } })
    const run = { ...aSarifRun('Tool', [result]), conversion: { tool: { driver: { name: OWN_NAME } } } }
    await withFiles({ 'a.sarif': aLog(run) }, async directory => {
      const [outcome] = (await decisionOn(directory, [])).outcomes
      expect([outcome?.finding.category, outcome?.finding.severity]).toEqual(expected)
    })
  })
})
