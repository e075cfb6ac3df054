import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../../src/core/ground/json.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

/** Shapes of SARIF that say more than they seem to, through the whole gate by the baseline preset. */
interface Shape {
  readonly run?: JsonObject
  readonly rule?: JsonObject
  readonly result?: JsonObject
}

async function judged({ run = {}, rule = {}, result = {} }: Shape) {
  const place = { physicalLocation: { artifactLocation: { uri: 'src/a.ts' }, region: { startLine: 1 } } }
  const log = {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'AcmeScan', rules: [{ id: 'R1', ...rule }] } },
        results: [{ ruleId: 'R1', message: { text: 'm' }, locations: [place], ...result }],
        ...run
      }
    ]
  }
  return withFiles({ 'src/a.ts': 'one()\n', 's.sarif': log }, async directory => {
    const argv = [
      'evaluate',
      '--sarif',
      's.sarif',
      '--policy',
      'preset:baseline',
      '--source-root',
      '.',
      '--format',
      'json'
    ]
    const { status, stdout } = await runCommand(argv, directory)
    const { completeness } = JSON.parse(stdout) as { readonly completeness: string }
    return `${status} ${completeness}`
  })
}

const NOTE = { level: 'note' }
const ERROR = { level: 'error' }
const scored = (score: JsonObject[string]): Shape => ({
  rule: { properties: { 'security-severity': score } },
  result: NOTE
})
const suppressed = (suppression: JsonObject): Shape => ({ result: { ...ERROR, suppressions: [suppression] } })
const empty = (run: JsonObject): Shape => ({ run: { results: [], ...run } })
const override = (descriptor: JsonObject): JsonObject => ({
  invocations: [{ ruleConfigurationOverrides: [{ descriptor, configuration: ERROR }] }]
})

describe.each<[string, string, readonly (readonly [string, Shape])[]]>([
  [
    '1 complete',
    'blocks',
    [
      ['a score with a comma', scored('9,8')],
      ['a score on another scale', scored('98')],
      ['a score behind its standard', scored('CVSS:3.1 9.8')],
      ['properties in a list', { rule: { properties: [{ 'security-severity': '9.8' }] }, result: NOTE }],
      ['properties as pairs', { result: { ...NOTE, properties: [{ Name: 'severity', Value: 'critical' }] } }],
      ['an override without provenance', { run: override({ index: 0 }), rule: { defaultConfiguration: NOTE } }],
      ['an override that leads nowhere', { run: override({ guid: 'x' }), rule: { defaultConfiguration: NOTE } }],
      [
        'a policy of the run',
        {
          run: { policies: [{ rules: [{ id: 'R1', defaultConfiguration: ERROR }] }] },
          rule: { defaultConfiguration: NOTE }
        }
      ],
      ['a level where 2.0 had it', { rule: { configuration: { defaultLevel: 'error' } } }],
      ['a pass with an error', { result: { ...ERROR, kind: 'pass' } }],
      ['a review with a score', { result: { kind: 'review', properties: { 'security-severity': '9.8' } } }],
      ['an open question with the level that it has to have', { result: { kind: 'open', level: 'none' } }],
      ['a suppression without a kind', suppressed({ status: 'accepted' })],
      ['a suppression with a status in another case', suppressed({ kind: 'external', status: 'Accepted' })]
    ]
  ],
  [
    '0 incomplete',
    'does not call it complete',
    [
      [
        'an exception told as a warning',
        empty({ invocations: [{ toolExecutionNotifications: [{ level: 'warning', exception: { kind: 'E' } }] }] })
      ],
      ['a run that began', empty({ invocations: [{ startTimeUtc: '2026-01-01T00:00:00Z' }] })],
      ['steps that are in another file', empty({ externalPropertyFileReferences: { threadFlowLocations: [{}] } })]
    ]
  ],
  [
    '1 incomplete',
    'takes it for failed',
    [
      ['success in words', empty({ invocations: [{ executionSuccessful: 'no' }] })],
      ['the flag as 2.0 called it', empty({ invocations: [{ toolExecutionSuccessful: false }] })],
      ['results that are in another file', empty({ externalPropertyFileReferences: [{ results: [{}] }] })]
    ]
  ],
  [
    '0 complete',
    'passes',
    [
      ['a mild level', { result: NOTE }],
      ['no score', scored('undefined')],
      ['an empty bag as PHP writes it', { rule: { properties: [] }, result: { ...NOTE, properties: [] } }],
      ['a pass', { result: { kind: 'pass', level: 'none' } }],
      ['a suppression', suppressed({ kind: 'inSource' })],
      ['no invocation', empty({ invocations: [] })]
    ]
  ]
])('%s: the gate %s', (expected, _, shapes) => {
  test.each(shapes)('%s', async (_name, shape) => expect(await judged(shape)).toBe(expected))
})
