import { Buffer } from 'node:buffer'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { createNormaliser, type NormaliserOptions } from '../../../../src/core/sarif/normalise.js'
import { LOG_PROJECTION } from '../../../../src/core/sarif/projection.js'
import { createSarifReader } from '../../../../src/core/sarif/reader/sarif-reader.js'
import { withRoots } from '../feed.js'

const resultAt = (index: number): JsonObject => ({
  ruleId: `rule-${index % 3}`,
  message: { text: `finding ${index}` },
  locations: [{ physicalLocation: { artifactLocation: { index: index % 2 }, region: { startLine: index + 1 } } }],
  provenance: { invocationIndex: 0 }
})

/** Everything that a run says of its results, and something that it does not. */
const MEMBERS: Readonly<Record<string, JsonValue>> = {
  tool: { driver: { name: 'Trivy', rules: [{ id: 'rule-0', properties: { 'security-severity': '9.1' } }] } },
  results: Array.from({ length: 9 }, (_, index) => resultAt(index)),
  artifacts: [{ location: { uri: 'src/a.js', uriBaseId: 'ROOT' } }, { location: { uri: 'package-lock.json' } }],
  originalUriBaseIds: { ROOT: { uri: 'services/pay/' } },
  invocations: [
    {
      executionSuccessful: true,
      ruleConfigurationOverrides: [{ descriptor: { id: 'rule-1' }, configuration: { level: 'error' } }]
    }
  ],
  properties: { imageName: 'alpine:3.10' },
  automationDetails: { id: 'nightly/1' },
  columnKind: 'utf16CodeUnits'
}

const logOf = (names: readonly string[]): string =>
  `{"version":"2.1.0","runs":[{${names.map(name => `${JSON.stringify(name)}:${JSON.stringify(MEMBERS[name])}`)}}]}`

function read(text: string, options: NormaliserOptions) {
  const normaliser = createNormaliser('scan.sarif', options)
  const reader = createSarifReader(normaliser, LOG_PROJECTION)
  reader.write(Buffer.from(text))
  return { normaliser, problem: reader.end() }
}

/** Reads once, or twice where the first reading asks for it. */
function normalise(text: string, held: number) {
  const first = read(text, { places: withRoots(), held })
  const runs = first.normaliser.unexplained()
  const { normaliser, problem } = runs === null ? first : read(text, { places: withRoots(), held, runs })
  return { isTwice: runs !== null, normalised: normaliser.finish(problem) }
}

describe('many results', () => {
  test('become the same findings in any order of members, whether or not they are kept', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(MEMBERS)), fc.integer({ min: 0, max: 10 }), (names, held) => {
        const text = logOf(names)
        expect(normalise(text, held).normalised).toEqual(normalise(text, 100).normalised)
      })
    )
  })

  test.each<[string, readonly string[], boolean]>([
    ['the tool is told first, and nothing that counts follows', ['tool', 'results', 'columnKind'], false],
    ['only the category of the automation follows', ['tool', 'results', 'automationDetails'], false],
    ['the tool follows', ['results', 'tool'], true],
    ['an image is named after all', ['tool', 'results', 'properties'], true],
    ['the artifacts follow', ['tool', 'results', 'artifacts'], true],
    ['there is no tool', ['results'], true]
  ])('are read once more only where needed: %s', (_, names, isTwice) => {
    expect(normalise(logOf(names), 3).isTwice).toBe(isTwice)
    expect(normalise(logOf(names), 3).normalised.findings).toHaveLength(9)
    expect(normalise(logOf(names), 9).isTwice).toBe(false)
  })

  test('of a file that breaks off are kept', () => {
    const text = logOf(['results', 'tool'])
    const cut = text.slice(0, text.indexOf('"tool"'))
    const { normalised } = normalise(cut, 2)
    expect([normalised.findings.length, normalised.results, normalised.problem?.message]).toEqual([
      9,
      9,
      'the file breaks off'
    ])
  })
})
