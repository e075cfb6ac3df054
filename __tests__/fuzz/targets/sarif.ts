import type { Decision } from '../../../src/core/decision/decision.js'
import { asArray, asObject, asString, type JsonValue, member } from '../../../src/core/ground/json.js'
import { identify } from '../../../src/core/identity/identify.js'
import { mergeFindings } from '../../../src/core/identity/merging/merge.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { logProjection } from '../../../src/core/sarif/fixes.js'
import { createNormaliser, type Normalised } from '../../../src/core/sarif/normalise.js'
import { createSarifReader } from '../../../src/core/sarif/reader/sarif-reader.js'
import { anInput, decideOn, NOW, policyOf } from '../../core/decision/evaluation.js'
import { withRoots } from '../../core/sarif/feed.js'
import { must, mustBeShowable, NAME, type Target } from '../target.js'

/** A SARIF log under a policy that blocks whatever there is: it passes only where nothing was left unread. */
export const sarif: Target = {
  name: 'sarif',
  form: 'json',
  words: [
    ...[
      'version',
      '2.1.0',
      'runs',
      'tool',
      'driver',
      'name',
      'rules',
      'results',
      'ruleId',
      'ruleIndex',
      'rule',
      'level'
    ],
    ...['kind', 'fail', 'pass', 'open', 'message', 'text', 'locations', 'physicalLocation', 'artifactLocation', 'uri'],
    ...['uriBaseId', 'region', 'startLine', 'endLine', 'suppressions', 'baselineState', 'absent', 'new', 'invocations'],
    ...['executionSuccessful', 'exitCode', 'properties', 'security-severity', 'tags', 'extensions', 'taxonomies'],
    ...[
      'toolExecutionNotifications',
      'externalPropertyFileReferences',
      'inlineExternalProperties',
      'partialFingerprints'
    ],
    ...[
      'error',
      'warning',
      'note',
      'none',
      '9.8',
      '../../x',
      'file:///repo/a',
      '%2e%2e/',
      '\\ud800',
      '1e400',
      '__proto__'
    ]
  ],
  async check(bytes, text) {
    const whole = read(bytes, bytes.length)
    must(JSON.stringify(read(bytes, 1 + (bytes.length % 7))) === JSON.stringify(whole), 'pieces are read otherwise')
    const { findings, results, notFindings, runs, problem, warnings } = whole
    must(findings.length + notFindings === results, 'a result that is neither a finding nor none')
    must(runs.reduce((sum, run) => sum + run.results, 0) === results, 'a result of no run')
    for (const each of warnings) mustBeShowable(each)
    for (const { reason } of runs) mustBeShowable(reason)
    if (problem !== null) mustBeShowable(problem.message)
    checkDecision(decided(await blocking, whole), text)
  }
}

const blocking = policyOf('suppressions: honour\nrules: [{ id: all, when: {}, verdict: block }]')

function read(bytes: Uint8Array, size: number): Normalised {
  const options = { places: withRoots('/repo'), trails: true }
  const first = createNormaliser(NAME, options)
  const problem = pour(bytes, size, first)
  const runs = first.unexplained()
  if (runs === null) return first.finish(problem)
  const second = createNormaliser(NAME, { ...options, runs })
  return second.finish(pour(bytes, size, second))
}

function pour(bytes: Uint8Array, size: number, consumer: Parameters<typeof createSarifReader>[0]) {
  const reader = createSarifReader(consumer, logProjection({ trails: true, fixes: false }))
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size))
  return reader.end()
}

function decided(policy: Policy, file: Normalised): Decision {
  const merged = mergeFindings(file.findings, policy.unknownSeverity)
  const context = { baseline: null, diff: null, readSource: () => null, now: NOW }
  return decideOn(policy, identify(merged, context).findings, { inputs: [anInput({ name: NAME, ...file })] })
}

function checkDecision({ verdict, completeness, outcomes, scans, counts, notices }: Decision, text: string): void {
  must(counts.total <= counts.results - counts.notFindings, 'more findings than results')
  for (const { message } of notices) mustBeShowable(message)
  const said = parsed(text)
  if (said === null) {
    must(verdict === 'block' && completeness === 'incomplete', 'what is no JSON passes')
    return
  }
  if (findingsIn(said) > 0) must(verdict === 'block', 'a finding passes')
  if (hasFailed(said)) must(completeness === 'incomplete', 'a run that failed is complete')
  must(verdict !== 'pass' || outcomes.every(outcome => outcome.verdict === 'pass'), 'a pass over what does not')
  must(completeness === 'complete' || notices.length + scans.length > 0, 'incomplete without a reason')
}

function parsed(text: string): JsonValue | null {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue
  } catch {
    return null
  }
}

const runsIn = (log: JsonValue) => asArray(member(asObject(log), 'runs')).map(asObject)

/** Results that say that something is there; what is of another type than the standard's says nothing else. */
function findingsIn(log: JsonValue): number {
  return runsIn(log).flatMap(run =>
    asArray(member(run, 'results')).filter(each => {
      const result = asObject(each)
      const kind = asString(member(result, 'kind')) ?? 'fail'
      const isNone = ['pass', 'notApplicable', 'informational', 'review'].includes(kind)
      return !isNone && member(result, 'baselineState') !== 'absent' && member(result, 'suppressions') === undefined
    })
  ).length
}

const hasFailed = (log: JsonValue): boolean =>
  runsIn(log).some(run =>
    asArray(member(run, 'invocations')).some(each => member(asObject(each), 'executionSuccessful') === false)
  )
