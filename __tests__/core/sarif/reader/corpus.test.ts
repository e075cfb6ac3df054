import { describe, expect, test } from '@jest/globals'
import type { Projection } from '../../../../src/core/sarif/input.js'
import { sampleOf } from '../../../thorough.js'
import { corpusPaths, corpusText } from '../feed.js'
import { expectedReading, readInChunks, shown } from './reading.js'

const files = sampleOf(
  corpusPaths().filter(path => /\.(sarif|json|txt)$/.test(path)),
  5
)
if (files.length === 0) process.stdout.write('skipped: no corpus of scanner output beside the repository\n')

const location: Projection = {
  physicalLocation: { artifactLocation: true, region: { startLine: true, snippet: { text: 20 } } }
}
const some: Projection = {
  $schema: 30,
  version: true,
  runs: [
    {
      tool: { driver: { name: true, rules: [{ id: true, properties: true, shortDescription: { text: 12 } }] } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: true }] }],
      results: [{ ruleId: true, message: { text: 40 }, locations: [location], level: true, partialFingerprints: true }]
    }
  ]
}

/** The log, or null where the file holds no JSON object. */
function parsed(text: string): { readonly runs?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function check(text: string, projection: Projection, sizes: readonly number[]): void {
  const log = parsed(text)
  const { problem, ...reading } = readInChunks(text, projection, sizes)
  expect(problem === null).toBe(Array.isArray(log?.runs))
  if (log !== null) expect(shown(reading)).toBe(shown(expectedReading(text, projection)))
}

const projections = (text: string): Projection[] => (text.length < 500_000 ? [some, true] : [some])
const chunks = (text: string): number[][] => (text.length < 30_000 ? [[1], [64, 1, 7], [65_536]] : [[4093]])

describe('real scanner output', () => {
  const each = files.length > 0 ? test.each(files) : test.skip.each(['no corpus'])
  each('%s', file => {
    const text = corpusText(file)
    for (const projection of projections(text)) {
      for (const sizes of chunks(text)) check(text, projection, sizes)
    }
  })
})
