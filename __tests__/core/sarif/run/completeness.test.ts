import { describe, expect, test } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../../src/core/ground/json.js'
import { logOf, normalise } from '../feed.js'

const stateOf = (run: JsonObject, name = 'Tool', log: JsonObject = {}) => {
  const [facts] = normalise({ ...logOf({ tool: { driver: { name } }, ...run }), ...log }).runs
  return facts?.state
}
const invocation = (parts: JsonObject): JsonObject => ({ invocations: [{ executionSuccessful: true, ...parts }] })
const failedOnce = (parts: JsonObject = {}): JsonObject => invocation({ executionSuccessful: false, ...parts })
const error = { level: 'error', message: { text: 'boom' } }
const found: JsonObject = { results: [{ ruleId: 'R', message: { text: 'm' } }] }

/** A notification with this reference to a descriptor of this level. */
const notified = (descriptor: JsonObject, level: string, parts: JsonObject = {}): JsonObject => ({
  tool: { driver: { name: 'T', notifications: [{ id: 'N', defaultConfiguration: { level } }] } },
  ...invocation({ toolExecutionNotifications: [{ descriptor, ...parts }] })
})

const told = (notification: JsonValue): JsonObject => invocation({ toolExecutionNotifications: [notification] })

describe('state of a run', () => {
  test.each<[string, JsonObject, string, string]>([
    ['nothing said', {}, 'Tool', 'complete'],
    ['successful', invocation({}), 'Tool', 'complete'],
    ['not successful', failedOnce(), 'Tool', 'failed'],
    ['not successful, as text', failedOnce({ executionSuccessful: 'False' }), 'Tool', 'failed'],
    ['not successful, as number', failedOnce({ executionSuccessful: 0 }), 'Tool', 'failed'],
    ['one invocation without its list', { invocations: { executionSuccessful: false } }, 'Tool', 'degraded'],
    ['an error in capitals', invocation({ toolExecutionNotifications: [{ level: 'Error' }] }), 'Tool', 'degraded'],
    ['an error without its list', invocation({ toolExecutionNotifications: error }), 'Tool', 'degraded'],
    [
      'one of two not successful',
      { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
      'Tool',
      'failed'
    ],
    ['results null', { results: null }, 'Tool', 'failed'],
    ['results no array', { results: {} }, 'Tool', 'failed'],
    ['an error while running', invocation({ toolExecutionNotifications: [error] }), 'Tool', 'degraded'],
    ['an error in the configuration', invocation({ toolConfigurationNotifications: [error] }), 'Tool', 'degraded'],
    ['a warning', invocation({ toolExecutionNotifications: [{ message: { text: 'hm' } }] }), 'Tool', 'complete'],
    ['a warning with an exception', told({ level: 'warning', exception: { kind: 'E' } }), 'Tool', 'degraded'],
    ['a note with an exception that is a text', told({ level: 'note', exception: 'boom' }), 'Tool', 'degraded'],
    ['a level that nobody knows', told({ level: '5' }), 'Tool', 'degraded'],
    ['a notification that is a text', told('out of memory'), 'Tool', 'degraded'],
    ['notifications as 2.0 called them', invocation({ toolNotifications: [error] }), 'Tool', 'degraded'],
    ['those of the configuration', invocation({ configurationNotifications: [error] }), 'Tool', 'degraded'],
    ['notifications of the run, as in 1.0', { toolNotifications: [error] }, 'Tool', 'degraded'],
    ['the flag as 2.0 called it', { invocations: [{ toolExecutionSuccessful: false }] }, 'Tool', 'failed'],
    ['the one invocation of 1.0', { invocation: { executionSuccessful: false } }, 'Tool', 'failed'],
    [
      'an override that makes it an error',
      invocation({
        notificationConfigurationOverrides: [{ descriptor: { id: 'N' }, configuration: { level: 'error' } }],
        toolExecutionNotifications: [{ descriptor: { id: 'N' }, message: { text: 'x' } }]
      }),
      'Tool',
      'degraded'
    ],
    ['no invocation, as OSV-Scanner writes it', { invocations: [] }, 'Tool', 'complete'],
    ['an invocation that is none', { invocations: [null] }, 'Tool', 'degraded'],
    ['an exit code that is no number', { invocations: [{ exitCode: 'error' }] }, 'Tool', 'degraded'],
    ['the words for a signal', invocation({ exitCodeDescription: 'Segmentation fault' }), 'Tool', 'failed'],
    ['begun, and nothing more', { invocations: [{ startTimeUtc: '2026-01-01T00:00:00Z' }] }, 'Tool', 'degraded'],
    ['begun, and successful', invocation({ startTimeUtc: '2026-01-01T00:00:00Z' }), 'Tool', 'complete'],
    ['properties that are no bag', { properties: 'imageName=x' }, 'Tool', 'degraded'],
    ['properties that are an empty list', { properties: [] }, 'Tool', 'complete'],
    ['external files in a list', { externalPropertyFileReferences: [{}, { results: [{}] }] }, 'Tool', 'failed'],
    ['external files that are a text', { externalPropertyFileReferences: 'x.sarif' }, 'Tool', 'degraded'],
    ['external files as 2.0 called them', { externalPropertyFiles: { results: {} } }, 'Tool', 'failed'],
    ['external steps of flows', { externalPropertyFileReferences: { threadFlowLocations: [{}] } }, 'Tool', 'degraded'],
    ['external properties', { externalPropertyFileReferences: { externalizedProperties: {} } }, 'Tool', 'degraded'],
    ['an exit code with success', invocation({ exitCode: 1 }), 'Tool', 'complete'],
    ['an exit code alone, with results', { invocations: [{ exitCode: 1 }], ...found }, 'Tool', 'degraded'],
    ['an exit code alone, without', { invocations: [{ exitCode: 2 }] }, 'Tool', 'failed'],
    ['successful, and stopped by a signal', invocation({ exitSignalNumber: 9 }), 'Tool', 'failed'],
    ['successful, and stopped by a signal as a text', invocation({ exitSignalNumber: '9' }), 'Tool', 'failed'],
    ['successful, and killed by name', invocation({ exitSignalName: 'SIGKILL' }), 'Tool', 'failed'],
    ['successful, and killed by a short name', invocation({ exitSignalName: 'kill' }), 'Tool', 'failed'],
    ['successful, and killed as shells say', invocation({ exitCode: 137 }), 'Tool', 'failed'],
    ['successful, and never started', invocation({ processStartFailureMessage: 'no such file' }), 'Tool', 'failed'],
    ['no signal', invocation({ exitSignalNumber: 0, exitSignalName: 'SUCCESS' }), 'Tool', 'complete'],
    [
      'what SpotBugs writes for a signal',
      failedOnce({ exitCode: 3, exitSignalName: 'ERROR,MISSING CLASS,BUGS FOUND' }),
      'SpotBugs',
      'complete'
    ],
    ['no tool', { tool: null }, 'Tool', 'degraded'],
    ['a driver that is a number', { tool: { driver: 0 } }, 'Tool', 'degraded'],
    ['rules that are an object', { tool: { driver: { name: 'T', rules: {} } } }, 'Tool', 'degraded'],
    ['a rule that is none', { tool: { driver: { name: 'T', rules: [null] } } }, 'Tool', 'degraded'],
    ['rules that are null', { tool: { driver: { name: 'T', rules: null } } }, 'Tool', 'complete'],
    ['extensions that are a text', { tool: { driver: { name: 'T' }, extensions: 'e' } }, 'Tool', 'degraded'],
    ['a notification of the level of its descriptor', notified({ id: 'N' }, 'error'), 'Tool', 'degraded'],
    ['the same by index', notified({ index: 0 }, 'error'), 'Tool', 'degraded'],
    ['the same with a level of its own', notified({ id: 'N' }, 'error', { level: 'note' }), 'Tool', 'complete'],
    ['a descriptor of another level', notified({ id: 'N' }, 'note'), 'Tool', 'complete'],
    ['stopped by a signal', { invocations: [{ exitSignalNumber: 9 }] }, 'Tool', 'failed'],
    [
      'external results',
      { externalPropertyFileReferences: { results: [{ location: { uri: 'x' } }] } },
      'Tool',
      'failed'
    ],
    [
      'external artifacts',
      { externalPropertyFileReferences: { artifacts: [{ location: { uri: 'x' } }] } },
      'Tool',
      'degraded'
    ],
    [
      'external taxonomies',
      { externalPropertyFileReferences: { taxonomies: [{ location: { uri: 'x' } }] } },
      'Tool',
      'complete'
    ],
    ['kube-linter found something', failedOnce(), 'kube-linter', 'complete'],
    ['kube-linter was stopped', failedOnce({ exitSignalNumber: 9 }), 'kube-linter', 'failed'],
    ['SpotBugs found something', failedOnce({ exitCode: 1 }), 'SpotBugs', 'complete'],
    ['SpotBugs had an error', failedOnce({ exitCode: 4 }), 'SpotBugs', 'failed'],
    ['ESLint could not parse a file', failedOnce({ toolConfigurationNotifications: [error] }), 'ESLint', 'degraded'],
    ['PMD, in which one rule failed', failedOnce({ toolConfigurationNotifications: [error] }), 'PMD', 'degraded'],
    [
      'gcc broke off',
      { ...invocation({}), results: [{ ruleId: 'fatal error', message: { text: 'x.h: No such file' } }] },
      'GNU C17',
      'failed'
    ]
  ])('%s', (_, run, name, expected) => {
    expect(stateOf(run, name)).toBe(expected)
  })

  test('results absent', () => {
    const { runs } = normalise({ version: '2.1.0', runs: [{ tool: { driver: { name: 'T' } } }] })
    expect(runs.map(run => run.state)).toEqual(['failed'])
  })

  test('inline external results', () => {
    expect(stateOf({}, 'T', { inlineExternalProperties: [{ guid: 'g' }] })).toBe('complete')
    expect(stateOf({}, 'T', { inlineExternalProperties: [{}, { results: [{}] }] })).toBe('failed')
    expect(stateOf({}, 'T', { inlineExternalProperties: { results: [{}] } })).toBe('failed')
    expect(stateOf({}, 'T', { inlineExternalProperties: [{ artifacts: [{}] }, {}] })).toBe('degraded')
  })

  test('the reason says when the table of tools was applied', () => {
    const [run] = normalise(logOf({ tool: { driver: { name: 'kube-linter' } }, ...failedOnce() })).runs
    expect(run?.reason).toBe(
      'kube-linter calls a run unsuccessful whenever it finds something; by the table of known tools this is no failure.'
    )
  })
})
