import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../src/core/finding.js'
import type { JsonObject, JsonValue } from '../../../src/core/ground/json.js'
import { logProjection } from '../../../src/core/sarif/fixes.js'
import { createNormaliser } from '../../../src/core/sarif/normalise.js'
import { createSarifReader } from '../../../src/core/sarif/reader/sarif-reader.js'
import { withRoots } from './feed.js'

// Shapes that the standard allows, or forbids and a file may have all the same. Each names what must come out: nothing milder
// than what the file says in any of its ways to be read.

/** A whole log as it is read, with the steps that lead to its results. */
function read(log: JsonValue | string) {
  const normaliser = createNormaliser('scan.sarif', { places: withRoots('/repo'), trails: true })
  const reader = createSarifReader(normaliser, logProjection({ trails: true, fixes: false }))
  reader.write(new TextEncoder().encode(typeof log === 'string' ? log : JSON.stringify(log)))
  return normaliser.finish(reader.end())
}

type Parts = Readonly<Record<string, JsonValue | undefined>>

const at = (uri: string | null, startLine: JsonValue = 3): JsonObject => ({
  physicalLocation: { artifactLocation: { uri }, region: { startLine } }
})
const result = (more: Parts = {}): JsonObject => ({
  ruleId: 'R',
  message: { text: 'm' },
  locations: [at('a.c')],
  ...more
})
const rule = (level: string | null, more: Parts = {}): JsonObject => ({
  id: 'R',
  ...(level === null ? {} : { defaultConfiguration: { level } }),
  ...more
})
const runOf = (results: JsonValue, driver: Parts = {}, more: Parts = {}): JsonObject => ({
  tool: { driver: { name: 'Tool', ...driver } },
  invocations: [{ executionSuccessful: true }],
  results,
  ...more
})
const logOf = (...runs: readonly JsonObject[]): JsonObject => ({ version: '2.1.0', runs })
const one = (parts: Parts, driver: Parts = {}, ofRun: Parts = {}) => logOf(runOf([result(parts)], driver, ofRun))
const ruled = (parts: Parts, ...rules: readonly JsonObject[]) => one(parts, { rules })
/** A result without an id of its own. */
const nameless = (parts: Parts): JsonObject => ({ message: { text: 'm' }, locations: [at('a.c')], ...parts })
const pointing = (parts: Parts, ...rules: readonly JsonObject[]) => logOf(runOf([nameless(parts)], { rules }))

const severities = (log: JsonValue) => read(log).findings.map(({ severity }) => severity)

describe('which severity counts', () => {
  const twice = [rule('note', { id: 'A', guid: 'g1' }), rule('error', { id: 'B', guid: 'g2' })]
  const extension = { name: 'Ext', guid: 'e7', rules: [rule('error', { id: 'X' })] }
  const withExtension = (toolComponent: JsonObject) =>
    logOf({
      ...runOf([nameless({ rule: { index: 0, toolComponent } })]),
      tool: { driver: { name: 'Tool', rules: [rule('note', { id: 'A' })] }, extensions: [extension] }
    })
  const overridden = (configuration: Parts, own: Parts = {}) =>
    one(
      { provenance: { invocationIndex: 0 }, ...own },
      { rules: [rule('note')] },
      {
        invocations: [
          { executionSuccessful: true, ruleConfigurationOverrides: [{ descriptor: { id: 'R' }, configuration }] }
        ]
      }
    )
  const held = (policies: JsonValue, of: Parts = {}) => one({}, { rules: [rule('note', of)] }, { policies })
  const scored = (value: JsonValue) => ({ properties: { 'security-severity': value } })

  test.each<[string, JsonValue, string]>([
    // Two references to the rule that differ: SARIF 2.1.0 §3.27.6 wants them equal, and either may be meant.
    ['ruleIndex and rule.index differ', pointing({ ruleIndex: 1, rule: { index: 0 } }, ...twice), 'high'],
    ['the other way round', pointing({ ruleIndex: 0, rule: { index: 1 } }, ...twice), 'high'],
    ['ruleId and rule.id differ', pointing({ ruleId: 'A', rule: { id: 'B' } }, ...twice), 'high'],
    ['one of the two ids is of no rule', pointing({ ruleId: 'Z', rule: { id: 'B' } }, ...twice), 'high'],
    ['a guid and an index differ', pointing({ rule: { guid: 'g2', index: 0 } }, ...twice), 'high'],
    ['a guid in capitals', pointing({ rule: { guid: 'G2' } }, ...twice), 'high'],
    ['rule is the id', pointing({ rule: 'B' }, ...twice), 'high'],
    ['rule.id is an ancestor', ruled({ ruleId: 'R/1', rule: { id: 'R' } }, rule('error')), 'high'],
    ['an id and its ancestor have rules', ruled({ ruleId: 'R/1' }, rule('error'), rule('note', { id: 'R/1' })), 'low'],
    // A reference that leads nowhere borrows the level of no other rule.
    ['an index of half a rule', pointing({ ruleIndex: 0.5 }, rule('note')), 'unknown'],
    ['an index that is a word', pointing({ ruleIndex: 'first' }, rule('note')), 'unknown'],
    ['an index that is true', pointing({ rule: { index: true } }, rule('note')), 'unknown'],
    ['an index as a text', pointing({ ruleIndex: '0' }, rule('error')), 'high'],
    ['minus one is no index', pointing({ ruleId: 'R', ruleIndex: -1 }, rule('error')), 'high'],
    ['an index beyond the rules', pointing({ ruleIndex: 99 }, rule('note')), 'unknown'],
    ['a component by name', withExtension({ name: 'Ext' }), 'high'],
    ['a component by a guid in capitals', withExtension({ guid: 'E7' }), 'high'],
    ['a guid before a name', withExtension({ name: 'Tool', guid: 'e7' }), 'high'],
    ['a component of no such index', withExtension({ index: 7 }), 'unknown'],
    ['a component of no such name', withExtension({ index: -1, name: 'gone' }), 'unknown'],
    ['a component without anything is the driver', withExtension({}), 'low'],
    ['an id in another case', ruled({ ruleId: 'r' }, rule('note')), 'unknown'],
    ['rules beside the driver', logOf({ ...runOf([result()]), rules: [rule('note')] }), 'unknown'],
    // What is set or said elsewhere raises, and never lowers.
    ['a score in an override', overridden({ ...scored('9.8') }), 'critical'],
    [
      'a word in an override that lowers the level',
      overridden({ level: 'none', properties: { severity: 'high' } }),
      'high'
    ],
    [
      'a word among the parameters of an override',
      overridden({ parameters: { properties: { severity: 'critical' } } }),
      'critical'
    ],
    ['a score in an override that nobody can read', overridden({ ...scored('98') }), 'unknown'],
    ['a mild word in an override', overridden({ properties: { severity: 'low' } }, { level: 'error' }), 'high'],
    ['a policy by the id of the rule', held([{ rules: [rule('error')] }]), 'high'],
    ['a policy by its guid', held([{ rules: [rule('error', { id: 'P', guid: 'G' })] }], { guid: 'g' }), 'high'],
    [
      'a policy by a relationship',
      held([{ rules: [rule('error', { id: 'P', relationships: [{ target: { id: 'R' } }] })] }]),
      'high'
    ],
    [
      'a policy by the index of a relationship',
      held([{ rules: [rule('error', { id: 'P', relationships: [{ target: { index: 0 } }] })] }]),
      'high'
    ],
    ['a policy that is no list', held({ rules: rule('error') }), 'high'],
    ['a policy about another rule', held([{ rules: [rule('error', { id: 'P' })] }]), 'low'],
    ['a milder policy', one({}, { rules: [rule('error')] }, { policies: [{ rules: [rule('none')] }] }), 'high'],
    [
      'a word at a place',
      one({ level: 'note', locations: [{ ...at('a.c'), properties: { severity: 'critical' } }] }),
      'critical'
    ],
    [
      'a mild word at a place',
      one({ level: 'error', locations: [{ ...at('a.c'), properties: { severity: 'low' } }] }),
      'high'
    ],
    // Numbers that are none.
    [
      'a score beyond all numbers',
      `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Tool"}},"results":[{"level":"note","message":{"text":"m"},"properties":{"security-severity":1e400}}]}]}`,
      'unknown'
    ],
    ['a score with an exponent in a text', one({ level: 'note', ...scored('9.8e0') }), 'unknown'],
    ['a score on another scale', one({ level: 'note', ...scored(98) }), 'unknown'],
    ['a score on the result itself, beside the bag', one({ level: 'note', 'security-severity': '9.8' }), 'critical'],
    // What is said of a run, a tool or a message is said of no result.
    ['a score of the run', one({ level: 'note' }, {}, scored('9.8')), 'low'],
    ['a score of the driver', one({ level: 'note' }, scored('9.8')), 'low'],
    [
      'a score of a translation',
      one({ level: 'note' }, {}, { translations: [{ rules: [rule(null, scored('9.8'))] }] }),
      'low'
    ],
    ['a fingerprint called so', one({ level: 'note', partialFingerprints: { severity: 'critical' } }), 'low'],
    // `rank` has no scale that two tools share (§3.27.25 leaves it to each), and `enabled` is how a rule was set for the next run.
    ['a rank beside a level', one({ level: 'note', rank: 100 }), 'low'],
    [
      'a rule that is off by default',
      ruled({}, { id: 'R', defaultConfiguration: { enabled: false, level: 'error' } }),
      'high'
    ],
    ['a level that is null', ruled({ level: null }, rule('error')), 'high'],
    ['a level under another name', one({ Level: 'none' }), 'unknown']
  ])('%s', (_, log, expected) => expect(severities(log)).toEqual([expected]))

  test('each run of a tool has the rules of its own', () => {
    const runs = ['note', 'error'].map(level => runOf([nameless({ ruleIndex: 0 })], { rules: [rule(level)] }))
    expect(severities(logOf(...runs))).toEqual(['low', 'high'])
  })
})

describe('what counts as a finding, and whether the run did its work', () => {
  const standing = (log: JsonValue | string) => {
    const { problem, runs, results, notFindings } = read(log)
    return `${problem === null ? runs.map(({ state }) => state).join(' ') : 'invalid'} ${results}-${notFindings}`
  }
  const external = (name: string, value: JsonValue) =>
    one({}, {}, { externalPropertyFileReferences: { [name]: value } })
  const inline = (value: JsonValue) => ({ ...logOf(runOf([])), inlineExternalProperties: value })
  const twice = (of: string) =>
    `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Tool"}},"results":[{"ruleId":"R","message":{"text":"m"},${of}}]}]}`

  test.each<[string, JsonValue | string, string]>([
    ['absent since the baseline', one({ baselineState: 'absent', level: 'error' }), 'complete 1-1'],
    ['absent in another case is no word of the standard', one({ baselineState: 'Absent' }), 'complete 1-0'],
    ['absent in a list', one({ baselineState: ['absent'] }), 'complete 1-0'],
    ['absent in a list of states', one({ baselineState: { state: 'absent' } }), 'complete 1-0'],
    ['unchanged says nothing of this change', one({ baselineState: 'unchanged' }), 'complete 1-0'],
    [
      'some absent, some without a state',
      logOf(runOf([result({ baselineState: 'absent' }), result()])),
      'complete 2-1'
    ],
    ['no occurrence at all', one({ occurrenceCount: 0 }), 'complete 1-0'],
    ['a kind in another case', one({ kind: 'Pass' }), 'complete 1-0'],
    ['a kind in a list', one({ kind: ['pass'] }), 'complete 1-0'],
    ['a kind that is null', one({ kind: null }), 'complete 1-0'],
    ['results of external files', external('results', [{ location: { uri: 'x' } }]), 'failed 1-0'],
    ['results of one external file, without a list', external('results', { location: { uri: 'x' } }), 'failed 1-0'],
    ['explanations in external files', external('taxonomies', [{ location: { uri: 'x' } }]), 'complete 1-0'],
    ['results inline', inline([{ results: [result()] }]), 'failed 0-0'],
    ['results inline, without a list', inline({ results: [result()] }), 'failed 0-0'],
    ['steps inline, without a list', inline({ threadFlowLocations: [{}] }), 'degraded 0-0'],
    ['something inline that is a text', inline('x'), 'degraded 0-0'],
    ['nothing inline', inline([]), 'complete 0-0'],
    [
      'two runs, one of which failed',
      logOf(runOf([]), { ...runOf([]), invocations: [{ executionSuccessful: false }] }),
      'complete failed 0-0'
    ],
    [
      'two runs, one of which has no results',
      logOf(runOf([]), { tool: { driver: { name: 'Tool' } } }),
      'complete failed 0-0'
    ],
    [
      'two runs of two parts',
      logOf(
        runOf([result()], {}, { automationDetails: { id: 'a/' } }),
        runOf([], {}, { automationDetails: { id: 'b/' } })
      ),
      'complete complete 1-0'
    ],
    ['aggregates of runs', one({}, {}, { runAggregates: [{ id: 'a/b' }] }), 'complete 1-0'],
    ['a level twice', twice('"level":"error","level":"note"'), 'invalid 1-0'],
    ['a bag twice', twice('"properties":{"severity":"critical"},"properties":{}'), 'invalid 1-0'],
    ['suppressions twice', twice('"suppressions":[],"suppressions":[{"kind":"inSource"}]'), 'invalid 1-0'],
    [
      'a suppression with two statuses',
      twice('"suppressions":[{"kind":"external","status":"rejected","status":"accepted"}]'),
      'invalid 1-0'
    ],
    ['the same twice', twice('"level":"error","level":"error"'), 'complete 1-0'],
    ['a result in a list of its own', logOf(runOf([[result()]])), 'invalid 0-0'],
    ['a result that is null', logOf(runOf([null])), 'invalid 0-0'],
    ['runs that are one run', { version: '2.1.0', runs: runOf([result()]) }, 'invalid 0-0'],
    ['a version that is a number', { version: 2.1, runs: [runOf([])] }, 'invalid 0-0'],
    ['another log behind it', `${JSON.stringify(logOf(runOf([])))}\n${JSON.stringify(one({}))}`, 'invalid 0-0'],
    ['a log in a text', JSON.stringify(JSON.stringify(one({}))), 'invalid 0-0'],
    ['a list of logs', [one({})], 'invalid 0-0']
  ])('%s', (_, log, expected) => expect(standing(log)).toBe(expected))
})

describe('what a tool, a taxon and a text make of a finding', () => {
  const said = (log: JsonValue): string =>
    read(log)
      .findings.map(({ tool, category, identifiers }) => [tool, category, ...identifiers].join(' '))
      .join(', ')
  const cwe = (more: Parts = {}): Parts => ({
    taxonomies: [{ name: 'CWE', guid: 't1', taxa: [{ id: '79', guid: 'g1' }], ...more }]
  })
  const related = (kinds: JsonValue) =>
    ruled({}, rule('error', { relationships: [{ target: { id: '89', toolComponent: { name: 'CWE' } }, kinds }] }))

  test.each<[string, JsonValue, string]>([
    ['a full name', one({}, { name: undefined, fullName: 'gitleaks 8.1' }), 'gitleaks 8.1 secret'],
    ['a product', one({}, { name: undefined, product: 'gitleaks' }), 'unknown tool other'],
    ['an organisation', one({}, { name: 'scanner', organization: 'Snyk' }), 'scanner other'],
    ['a name that is an object', one({}, { name: { text: 'gitleaks' } }), 'unknown tool other'],
    ['a name in a list', one({}, { name: ['gitleaks'] }), 'gitleaks secret'],
    ['a name that only looks like another', one({}, { name: 'git\u200bleaks' }), 'gitleaks secret'],
    ['an advisory in prose alone', one({ message: { text: 'see CVE-2021-44228' } }), 'Tool sast'],
    ['an advisory in the address of a ticket', one({ workItemUris: ['https://x/CVE-2021-44228'] }), 'Tool other'],
    ['an advisory in a viewer', one({ hostedViewerUri: 'https://x/CVE-2021-44228' }), 'Tool other'],
    ['a weakness in the help alone', ruled({}, rule('error', { help: { text: 'CWE-79' } })), 'Tool other'],
    ['a taxon by index', one({ taxa: [{ index: 0, toolComponent: { index: 0 } }] }, {}, cwe()), 'Tool sast CWE-79'],
    ['a taxon by guid', one({ taxa: [{ guid: 'G1', toolComponent: { guid: 'T1' } }] }, {}, cwe()), 'Tool sast CWE-79'],
    ['a taxon that is no list', one({ taxa: { id: 'CWE-79' } }), 'Tool sast CWE-79'],
    [
      'a taxonomy by its full name',
      one(
        { taxa: [{ id: '79', toolComponent: { index: 0 } }] },
        {},
        cwe({ name: undefined, fullName: 'Common Weakness Enumeration' })
      ),
      'Tool sast CWE-79'
    ],
    ['a taxon of another taxonomy', one({ taxa: [{ id: '79', toolComponent: { name: 'OWASP' } }] }), 'Tool other'],
    ['a relation of any kind', related(['incomparable']), 'Tool sast CWE-89'],
    ['a relation of no kind', related(undefined as unknown as JsonValue), 'Tool sast CWE-89'],
    ['what the rule is not', related(['disjoint']), 'Tool other'],
    ['a relation of two kinds', related(['disjoint', 'relevant']), 'Tool sast CWE-89']
  ])('%s', (_, log, expected) => expect(said(log)).toBe(expected))

  test.each<[string, JsonValue, string]>([
    ['a placeholder without an argument', one({ message: { text: '{0} and {1}', arguments: ['A'] } }), 'A and {1}'],
    ['braces that stand for themselves', one({ message: { text: '{{0}} {0}', arguments: ['A'] } }), '{0} A'],
    ['an argument that looks like a placeholder', one({ message: { text: '{0}', arguments: ['{0}{0}'] } }), '{0}{0}'],
    [
      'a text of the rule by its id',
      ruled({ message: { id: 'x', arguments: ['A'] } }, rule('error', { messageStrings: { x: { text: 'is {0}' } } })),
      'is A'
    ],
    [
      'a text of a translation',
      one(
        { message: { id: 'x' } },
        {},
        { translations: [{ rules: [rule(null, { messageStrings: { x: { text: 'bonjour' } } })] }] }
      ),
      ''
    ],
    ['an id that no rule has', one({ message: { id: 'x', arguments: ['A'] } }), ''],
    ['no message', one({ message: null }), '']
  ])('as its message: %s', (_, log, expected) =>
    expect(read(log).findings.map(({ message }) => message)).toEqual([expected])
  )
})

describe('where a finding is', () => {
  const place = ({ location, otherLocations, claimedPlace, placeProblem }: Finding): string => {
    const first = location === null ? 'nowhere' : `${location.path}:${location.startLine ?? ''}`
    const span = location?.span === undefined ? '' : ` ${location.span.unit} ${location.span.offset}`
    const others = otherLocations === undefined ? '' : ` and ${otherLocations.length}`
    return `${first}${span}${others}${placeProblem === null ? '' : ` lost ${claimedPlace}`}`
  }
  const located = (locations: JsonValue, ofRun: Parts = {}) => one({ locations }, {}, ofRun)
  const region = (of: JsonObject) => located([{ physicalLocation: { artifactLocation: { uri: 'a.c' }, region: of } }])

  test.each<[string, JsonValue, string]>([
    ['one place, without a list', located(at('b.c')), 'b.c:3'],
    ['a text instead of places', located('b.c'), 'nowhere lost b.c'],
    ['a text among places', located([at('a.c'), 'b.c']), 'a.c:3 lost b.c'],
    [
      'a physical location in a list',
      located([{ physicalLocation: [{ artifactLocation: { uri: 'b.c' } }] }]),
      'nowhere lost b.c'
    ],
    ['a physical location that is a text', located([{ physicalLocation: 'b.c' }]), 'nowhere lost b.c'],
    ['an artifact that is a text', located([{ physicalLocation: { artifactLocation: 'b.c' } }]), 'nowhere lost b.c'],
    ['null instead of places', located(null), 'nowhere'],
    ['null among places', located([null]), 'nowhere'],
    [
      'an index of the artifacts',
      located([{ physicalLocation: { artifactLocation: { index: 0 } } }], {
        artifacts: [{ location: { uri: 'b.c' } }]
      }),
      'b.c:'
    ],
    [
      'an index that leads to none',
      located([{ physicalLocation: { artifactLocation: { index: 9 } } }]),
      'nowhere lost artifacts[9]'
    ],
    [
      'an address beside an index of another file',
      located([{ physicalLocation: { artifactLocation: { uri: 'a.c', index: 0 } } }], {
        artifacts: [{ location: { uri: 'b.c' } }]
      }),
      'a.c:'
    ],
    ['an address in memory', located([{ physicalLocation: { address: { absoluteAddress: 4096 } } }]), 'nowhere'],
    ['a request', one({ locations: undefined, webRequest: { target: 'https://a/b' } }), 'nowhere'],
    ['a line below one', region({ startLine: 0, endLine: 4 }), 'a.c:'],
    ['a negative line', region({ startLine: -5 }), 'a.c:'],
    ['half a line', region({ startLine: 12.7 }), 'a.c:'],
    ['a line as a text', region({ startLine: '12' }), 'a.c:12'],
    ['an end alone', region({ endLine: 4 }), 'a.c:'],
    ['an end before its start', region({ startLine: 9, endLine: 4 }), 'a.c:9'],
    ['characters alone', region({ charOffset: 40, charLength: 3 }), 'a.c: character 40'],
    ['bytes alone', region({ byteOffset: 40, byteLength: 3 }), 'a.c: byte 40'],
    ['minus one character, and bytes', region({ charOffset: -1, byteOffset: 4, byteLength: 1 }), 'a.c: byte 4'],
    [
      'a context alone',
      located([{ physicalLocation: { artifactLocation: { uri: 'a.c' }, contextRegion: { startLine: 4 } } }]),
      'a.c:'
    ]
  ])('%s', (_, log, expected) => expect(read(log).findings.map(place)).toEqual([expected]))

  const ANYWHERE = '? '
  const stepsOf = ({ trail = [] }: Finding): string =>
    trail.map(({ path, firstLine, isClaimed }) => (isClaimed === true ? `${path}? ` : `${path}:${firstLine} `)).join('')
  const step = (uri: string) => ({ location: at(uri) })
  const flow = (...locations: readonly JsonObject[]) => ({ codeFlows: [{ threadFlows: [{ locations }] }] })

  test.each<[string, JsonValue, string]>([
    ['a step', one(flow(step('f.c'))), 'f.c:3 '],
    ['a step that points to none', one(flow({ index: 9 }), {}, { threadFlowLocations: [step('f.c')] }), ANYWHERE],
    ['a step that points into a run without steps', one(flow({ index: 0 })), ANYWHERE],
    [
      'a step with an artifact that is not there',
      one(flow({ location: { physicalLocation: { artifactLocation: { index: 7 } } } })),
      'artifacts[7]? '
    ],
    ['a step that is in words only', one(flow({ location: { message: { text: 'x' } } })), ''],
    ['one flow, without a list', one({ codeFlows: { threadFlows: { locations: step('f.c') } } }), 'f.c:3 '],
    ['one related place, without a list', one({ relatedLocations: at('f.c') }), 'f.c:3 '],
    ['one stack, without a list', one({ stacks: { frames: step('f.c') } }), 'f.c:3 '],
    [
      'a node five levels deep',
      one({ graphs: [{ nodes: [{ children: [{ children: [{ children: [{ children: [step('f.c')] }] }] }] }] }] }),
      'f.c:3 '
    ],
    [
      'a graph of the run',
      one({ graphTraversals: [{ runGraphIndex: 0 }] }, {}, { graphs: [{ nodes: [step('f.c')] }] }),
      'f.c:3 '
    ],
    [
      'a graph that the run has not',
      one({ graphTraversals: [{ runGraphIndex: 3 }] }, {}, { graphs: [{ nodes: [step('f.c')] }] }),
      ANYWHERE
    ],
    ['a graph of the run that the result does not traverse', one({}, {}, { graphs: [{ nodes: [step('f.c')] }] }), '']
  ])('on the way: %s', (_, log, expected) => expect(read(log).findings.map(stepsOf)).toEqual([expected]))
})

describe('whether it is suppressed', () => {
  const suppressed = (suppressions: JsonValue, more: Parts = {}) =>
    read(one({ suppressions, ...more })).findings.map(({ suppression }) => suppression?.kind ?? 'not')

  test.each<[string, JsonValue, string]>([
    ['another spelling that rejects', [{ kind: 'external', status: 'accepted', Status: 'rejected' }], 'not'],
    ['another spelling alone', [{ kind: 'external', STATUS: 'underReview' }], 'not'],
    ['another spelling that accepts', [{ kind: 'external', Status: 'Accepted' }], 'external'],
    ['another spelling that is no word', [{ kind: 'external', Status: { is: 'rejected' } }], 'not'],
    ['a property that rejects', [{ kind: 'external', properties: { status: 'rejected' } }], 'not'],
    ['a property of a review', [{ kind: 'external', properties: { reviewStatus: 'pending' } }], 'not'],
    ['a property that accepts', [{ kind: 'external', properties: { status: 'approved' } }], 'external'],
    ['a property that is null', [{ kind: 'inSource', properties: { state: null } }], 'in-source'],
    ['a kind in another spelling', [{ Kind: 'inSource' }], 'not'],
    ['one suppression, without a list', { kind: 'inSource' }, 'not'],
    ['a state that rejects', [{ kind: 'external', state: 'rejected' }], 'not']
  ])('%s', (_, suppressions, expected) => expect(suppressed(suppressions)).toEqual([expected]))

  test.each<[string, Parts]>([
    ['another spelling of the list', { Suppressions: [{ kind: 'inSource' }] }],
    ['a flag among the properties', { properties: { isSuppressed: true } }],
    ['states as before the standard was final', { suppressionStates: ['suppressedInSource'] }]
  ])('by nothing else: %s', (_, more) => expect(suppressed([], more)).toEqual(['not']))
})
