import type { ControlOutcome, Decision, Outcome } from '../../decision/decision.js'
import { maskSecrets } from '../../ground/credentials.js'
import { editionText } from '../../ground/edition.js'
import { type KnownControl, knownControl } from '../ground/known-controls.js'
import { safeMessageLine } from '../ground/masks.js'
import type { ViewContext } from '../ground/view-context.js'
import { jsonText, visibleLine } from '../ground/visible-text.js'
import { count } from '../ground/wording.js'
import { nameUuid } from './name-uuid.js'

/** https://pages.nist.gov/OSCAL-Reference/models/v1.2.1/assessment-results/json-outline/ */
const OSCAL_VERSION = '1.2.1'
/** Names of properties that are the gate's own. */
const NAMESPACE = 'https://github.com/policy-gate/policy-gate/ns/oscal'
/** Observations that are written; the decision file has all. */
const MOST = 5000

/** The verdict on a control, in OSCAL's words: `other` is whatever neither meets nor plainly misses it. */
interface Target {
  readonly state: 'satisfied' | 'not-satisfied'
  readonly reason: 'pass' | 'fail' | 'other'
  readonly remarks: string
}

/**
 * The controls of the decision as OSCAL assessment results: each control a finding, each finding of a scanner an
 * observation. They show what the gate saw of the change, and are no assessment of a whole control.
 */
export function renderOscal(decision: Decision, context: ViewContext): string {
  const { change, evaluatedAt, gate, inputs } = decision
  const seed = [
    change.repository ?? '',
    change.headSha ?? '',
    evaluatedAt,
    JSON.stringify(inputs.map(each => each.sha256))
  ]
  const uuid = (...names: readonly string[]): string => nameUuid('oscal', ...seed, ...names)
  const observed = decision.outcomes.filter(isObserved)
  const document = {
    'assessment-results': {
      uuid: uuid('results'),
      metadata: {
        title: line(`Security policy of ${change.repository ?? 'a checkout'}`),
        'last-modified': evaluatedAt,
        version: `${evaluatedAt}`,
        'oscal-version': OSCAL_VERSION,
        remarks: `Policy Gate ${editionText(gate)}`
      },
      'import-ap': { href: '#policy', remarks: policyText(decision) },
      results: [resultOf(decision, observed, context, uuid)]
    }
  }
  return `${jsonText(document, 2)}\n`
}

type Uuid = (...names: readonly string[]) => string

function resultOf(decision: Decision, observed: readonly Outcome[], context: ViewContext, uuid: Uuid): object {
  const { change, controls, completeness, evaluatedAt, verdict } = decision
  const shown = observed.slice(0, MOST)
  const left = observed.length - shown.length
  const props = [
    property('verdict', verdict),
    property('completeness', completeness),
    ...(change.headSha === null ? [] : [property('commit', change.headSha)])
  ]
  return {
    uuid: uuid('result'),
    title: line(`Verdict: ${verdict}`),
    description: `The evidence is ${completeness}.`,
    start: evaluatedAt,
    end: evaluatedAt,
    props,
    ...(context.runUrl === null ? {} : { links: [{ href: context.runUrl, rel: 'evidence' }] }),
    'reviewed-controls': reviewed(controls),
    ...(shown.length === 0 ? {} : { observations: shown.map(outcome => observation(outcome, decision, uuid)) }),
    ...(controls.length === 0 ? {} : { findings: controls.map(control => finding(control, shown, uuid)) }),
    ...(left === 0 ? {} : { remarks: `${left} more observations are in the decision file.` })
  }
}

const reviewed = (controls: readonly ControlOutcome[]): object => ({
  'control-selections': [
    controls.length === 0
      ? {
          // A selection must select: "all" would be untrue.
          description: 'The rules of the policy name no controls: `policy` stands for the policy itself.',
          'include-controls': [{ 'control-id': 'policy' }]
        }
      : { 'include-controls': controls.map(({ id }) => ({ 'control-id': token(id) })) }
  ]
})

/** What counts for or against a control: whatever a rule objected to, also where an exception or a mode lets it be. */
const isObserved = ({ controls, rules, state }: Outcome): boolean =>
  controls.length > 0 &&
  state !== 'fixed' &&
  rules.some(({ declared, belowCount }) => declared !== 'pass' && !belowCount)

function observation(outcome: Outcome, { evaluatedAt }: Decision, uuid: Uuid): object {
  const { finding: found, exception, verdict, reason, sla } = outcome
  const place = found.location === null ? [] : [property('path', found.location.path)]
  return {
    uuid: uuid('observation', outcome.id),
    title: line(`${found.tool} ${found.ruleId}`),
    description: visibleLine(safeMessageLine(found)),
    props: [
      property('finding', outcome.id),
      property('verdict', verdict),
      property('reason', reason),
      property('severity', found.severity),
      ...place,
      ...(exception === null ? [] : [property('exception', exception.id)]),
      ...(sla === null ? [] : [property('due', sla.due)])
    ],
    methods: ['TEST'],
    types: ['finding'],
    collected: evaluatedAt
  }
}

function finding(control: ControlOutcome, observed: readonly Outcome[], uuid: Uuid): object {
  const { id, rules, counts } = control
  const known = knownControl(id)
  const { state, reason, remarks } = targetOf(control)
  const related = observed.filter(({ controls }) => controls.includes(id))
  return {
    uuid: uuid('finding', id),
    title: line(known === null ? id : `${id}: ${known.title}`),
    description: descriptionOf(known),
    props: [
      property('control', id),
      ...rules.map(rule => property('rule', `${rule.layer}#${rule.id}`)),
      property('findings', String(counts.total))
    ],
    target: {
      type: 'objective-id',
      'target-id': token(id),
      status: { state, reason, remarks }
    },
    ...(related.length === 0
      ? {}
      : { 'related-observations': related.map(each => ({ 'observation-uuid': uuid('observation', each.id) })) })
  }
}

const NOT_KNOWN = 'Not known: the evidence is incomplete, or a rule could not be asked.'

/** A control is met where all its rules were asked of whole evidence and object to nothing, and nobody made an exception. */
export function targetOf({ verdict, counts }: ControlOutcome): Target {
  const { block, warn, excepted, monitored } = counts
  if (verdict === 'block')
    return {
      state: 'not-satisfied',
      reason: 'fail',
      remarks: `${count(block, 'finding')} block${block === 1 ? 's' : ''}.`
    }
  if (verdict === 'warn')
    return {
      state: 'not-satisfied',
      reason: 'other',
      remarks: `${count(warn, 'finding')} warn${warn === 1 ? 's' : ''}.`
    }
  if (monitored > 0)
    return { state: 'not-satisfied', reason: 'other', remarks: `${count(monitored, 'finding')} only watched.` }
  if (verdict === null) return { state: 'not-satisfied', reason: 'other', remarks: NOT_KNOWN }
  if (excepted > 0)
    return { state: 'satisfied', reason: 'other', remarks: `${excepted} findings are accepted by exceptions.` }
  return { state: 'satisfied', reason: 'pass', remarks: 'No rule of the control objects.' }
}

const descriptionOf = (known: KnownControl | null): string =>
  known === null
    ? 'What the rules that name this control came to.'
    : `Shows: ${known.shows} Does not show: ${known.doesNotShow}`

const policyText = ({ inputs }: Decision): string =>
  inputs
    .filter(({ kind }) => kind === 'policy')
    .map(({ name, sha256 }) => `${visibleLine(name)} (sha256 ${sha256})`)
    .join(', ') || 'The policy of the decision'

const property = (name: string, value: string): object => ({ name, ns: NAMESPACE, value: line(value) })

/** One line that is not empty, as OSCAL's strings are. */
const line = (text: string): string => visibleLine(maskSecrets(text)).trim() || '-'

/** An id as OSCAL's tokens are written: letters, digits, `.`, `-` and `_`, a letter first. */
export function token(id: string): string {
  const text = id.replace(/[^\p{L}\p{N}.\-_]/gu, '_')
  return /^[\p{L}_]/u.test(text) ? text : `_${text}`
}
