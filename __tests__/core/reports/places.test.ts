import { describe, expect, test } from '@jest/globals'
import type { Finding, Location } from '../../../src/core/finding.js'
import { readDecision } from '../../../src/core/history/stored.js'
import { renderAnnotations } from '../../../src/core/reports/annotations.js'
import { decisionJson } from '../../../src/core/reports/files/decision-json.js'
import { renderJunit } from '../../../src/core/reports/files/junit.js'
import { sarifChunks } from '../../../src/core/reports/files/sarif.js'
import { listedPlaces, morePlaces } from '../../../src/core/reports/ground/place-links.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../src/core/reports/html/html.js'
import { renderSummary } from '../../../src/core/reports/markdown/summary.js'
import { textReport } from '../../../src/core/reports/terminal/text.js'
import { aDecision, aFinding, anOutcome } from '../../builders.js'

const at = (path: string, startLine: number): Location => ({
  path,
  startLine,
  startColumn: null,
  endLine: startLine,
  endColumn: null
})
const PAY = at('services/payments/db.ts', 12)
const OTHERS = [at('lib/one.ts', 3), at('tools/two.ts', 4)]
const LOST = '/out/x.c:4: the path is absolute and lies outside the repository.'
const finding: Partial<Finding> = { location: PAY, otherLocations: OTHERS }
const decision = aDecision({ outcomes: [anOutcome({ verdict: 'block' }, finding)] })

describe('the place that decides, and the others', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'text',
      textReport(decision, { colour: false, limits: { blockers: 20, warnings: 20 } }),
      ['services/payments/db.ts\n  block 12 and 2 more places', 'also: lib/one.ts:3, tools/two.ts:4']
    ],
    ['Markdown', renderSummary(decision, PLAIN_CONTEXT), ['and 2 more places', 'lib/one.ts:3', 'tools/two.ts:4']],
    [
      'HTML',
      renderHtml(decision, PLAIN_CONTEXT),
      ['and 2 more places', '<dt>Also at</dt>', 'lib/one.ts:3', 'tools/two.ts:4']
    ],
    ['JUnit', renderJunit(decision, PLAIN_CONTEXT), ['services/payments/db.ts:12 and 2 more places']],
    [
      'annotations',
      renderAnnotations(decision, 'all')
        .worst.map(({ path, message }) => `${path} ${message}`)
        .join('\n'),
      ['services/payments/db.ts', 'Also at: lib/one.ts:3, tools/two.ts:4']
    ]
  ])('%s', (_, view, parts) => {
    for (const part of parts) expect(view).toContain(part)
  })

  test('one place has none', () => {
    expect([morePlaces(aFinding()), listedPlaces(aFinding())]).toEqual(['', null])
    expect(morePlaces(aFinding({ location: null, placeProblem: LOST }))).toBe('')
  })

  test('many are cut, and one that could not be mapped is told in its own words', () => {
    const many = aFinding({
      location: PAY,
      otherLocations: [7, 8, 9, 10, 11].map(line => at('a.ts', line)),
      placeProblem: LOST
    })
    expect(morePlaces(many)).toBe(' and 6 more places')
    expect(listedPlaces(many)).toBe('a.ts:7, a.ts:8, a.ts:9, a.ts:10, a.ts:11 and 1 more')
    expect(listedPlaces(aFinding({ location: PAY, placeProblem: LOST }))).toBe(LOST)
  })
})

describe('files', () => {
  const stored = (text: string) => readDecision(JSON.parse(text))

  test('the decision file lists all places in order, and is read back', () => {
    const text = decisionJson(decision)
    expect(JSON.parse(text).outcomes[0].finding).toMatchObject({
      location: PAY,
      locations: [OTHERS[0], PAY, OTHERS[1]]
    })
    const read = stored(text)
    expect(read.kind === 'decision' && read.decision.outcomes[0]?.finding).toMatchObject(finding)
    expect(read.kind === 'decision' && decisionJson(read.decision)).toBe(text)
  })

  test('a decision file of before has one place', () => {
    const old = JSON.parse(decisionJson(decision))
    old.schemaVersion = 1
    for (const added of ['gate', 'options', 'controls', 'problems', 'digest']) delete old[added]
    for (const added of ['branch', 'scannedSha', 'runId']) delete old.change[added]
    for (const outcome of old.outcomes) {
      const { finding } = outcome
      delete outcome.controls
      delete finding.locations
      delete finding.claimedPlace
    }
    const read = stored(JSON.stringify(old))
    const first = read.kind === 'decision' ? read.decision.outcomes[0]?.finding : null
    expect([first?.location, first?.otherLocations, first?.claimedPlace]).toEqual([PAY, undefined, null])
  })

  test('SARIF has all places, with the snippet at the first', () => {
    const log = JSON.parse([...sarifChunks(decision)].join(''))
    const places = log.runs[0].results[0].locations.map(({ physicalLocation: { artifactLocation, region } }: never) => [
      (artifactLocation as { uri: string }).uri,
      (region as { startLine: number }).startLine,
      (region as { snippet?: object }).snippet !== undefined
    ])
    expect(places).toEqual([
      ['lib/one.ts', 3, true],
      ['services/payments/db.ts', 12, false],
      ['tools/two.ts', 4, false]
    ])
  })
})
