import type { Outcome } from '../../decision/decision.js'
import { isUnseen } from '../../decision/outcome.js'
import { placeRemark } from '../../decision/places/place-advice.js'
import { maskSecrets } from '../../ground/credentials.js'
import type { ExplainedCondition } from '../../policy/conditions/conditions.js'
import { formatDuration } from '../../time/duration.js'
import type { ExceptionTrace, RuleTrace, Trace } from '../../trace/trace.js'
import { outcomeView } from '../files/decision-json.js'
import { safeMessageLine } from '../ground/masks.js'
import { elsewhereText, morePlaces, otherPlaces } from '../ground/place-links.js'
import { commandSafe, jsonText, visibleLine } from '../ground/visible-text.js'

/** Exceptions that do not hold, and rules that nearly matched, beyond these are only counted. */
const SHOWN = 10

/** An explanation for the terminal: the verdict, what would change it, and what led to it. */
export function explanationText(trace: Trace): string {
  const { outcome, matched, near, others, exceptions, unrelatedExceptions, remedies } = trace
  const remark = placeRemark(outcome.finding)
  const lines = [
    `${outcome.verdict.toUpperCase()}  ${findingTitle(outcome)}`,
    `  ${outcome.id}  ${visibleLine(safeMessageLine(outcome.finding))}`,
    ...(remark === null ? [] : [`  place: ${visibleLine(remark)}`]),
    `  because ${reasonText(trace)}`,
    ...section(
      'Smallest change that would pass',
      remedies.flatMap(({ text, commands }) => [
        visibleLine(text),
        ...commands.map(command => `  ${visibleLine(command)}`)
      ])
    ),
    ...section('Also at', limited(otherPlaces(outcome.finding), visibleLine)),
    ...section('Rules that matched', matched.flatMap(ruleLines)),
    ...section('Rules that nearly matched', limited(near, nearLine)),
    ...(others > 0 ? [`  ${others} further rules do not apply`] : []),
    ...section('Facts', factLines(trace)),
    ...section('Exceptions', limited(exceptions, exceptionLine)),
    ...(unrelatedExceptions > 0 ? [`  exceptions that have nothing in common with it: ${unrelatedExceptions}`] : [])
  ]
  return commandSafe(`${lines.map(maskSecrets).join('\n')}\n`)
}

/** The same for programs: the outcome as the decision file has it, and the trace. */
export function explanationJson({ outcome, ...trace }: Trace): string {
  return `${jsonText({ ...outcomeView(outcome), trace: masked(trace) }, 2)}\n`
}

/** Remedies and conditions quote what scanners say. */
const masked = (trace: object): object =>
  JSON.parse(JSON.stringify(trace, (_key, value) => (typeof value === 'string' ? maskSecrets(value) : value)))

/** One line that names a finding: place, rule and tool. */
function findingTitle({ finding }: Outcome): string {
  const { location } = finding
  const place =
    location === null
      ? elsewhereText(finding)
      : [location.path, location.startLine, location.startColumn].filter(part => part !== null).join(':')
  return `${visibleLine(place)}${morePlaces(finding)}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})`
}

/** A candidate for `explain`: enough to choose by. */
export const candidateLine = (outcome: Outcome): string =>
  `${outcome.id}  ${outcome.verdict.padEnd(5)}  ${findingTitle(outcome)}`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)]

function limited<T>(items: readonly T[], line: (item: T) => string): readonly string[] {
  const hidden = items.length - SHOWN
  return [...items.slice(0, SHOWN).map(line), ...(hidden > 0 ? [`… and ${hidden} more; --format json has them`] : [])]
}

function reasonText({ outcome, decisive, suppression }: Trace): string {
  const rules = decisive.map(visibleLine).join(', ')
  switch (outcome.reason) {
    case 'rule':
      return `of rule ${rules}`
    case 'no-rule':
      return 'no rule matches it'
    case 'excepted':
      return `exception ${visibleLine(outcome.exception?.id ?? '')} holds until ${outcome.exception?.expires}; without it, rule ${rules} decides`
    case 'suppressed':
      return `the scanner says it is suppressed (${visibleLine(suppression?.claimed ?? '')}) and the policy honours that`
    case 'monitored':
      return `rule ${rules} is in monitor mode and only counts it`
    case 'below-count':
      return `rule ${rules} matches too few findings to count`
    case 'fixed':
      return isUnseen(outcome)
        ? 'the base has it, and nothing looked for it now'
        : 'the base has it, and it is gone now'
    default:
      return outcome.reason satisfies never
  }
}

function ruleLines(rule: RuleTrace): readonly string[] {
  const { verdict, declared, mode, count } = rule
  const limits = [
    verdict === null || verdict === declared ? null : `would ${declared}`,
    mode === 'enforce' ? null : `mode ${mode}`,
    count === null ? null : `${count.matched} findings match, counts above ${count.moreThan}`
  ].filter(part => part !== null)
  return [
    `${(verdict ?? declared).padEnd(5)} ${ruleName(rule)}${limits.length === 0 ? '' : `; ${limits.join(', ')}`}`,
    ...(rule.description === null ? [] : [`      ${visibleLine(rule.description)}`]),
    ...(rule.seenTo === undefined ? [] : [`      as the layers to ${visibleLine(rule.seenTo)} see it:`]),
    ...rule.when.map(condition => `      ${conditionLine(condition)}`),
    ...rule.unless.map(condition => `      unless ${conditionLine(condition)}`)
  ]
}

const ruleName = ({ id, layer, place }: RuleTrace): string => `${visibleLine(id)} (${visibleLine(place ?? layer)})`

const conditionLine = ({ condition, expected, actual }: ExplainedCondition): string =>
  `${condition}: ${visibleLine(expected)}; the finding has ${visibleLine(actual)}`

const nearLine = (rule: RuleTrace): string =>
  `${rule.declared.padEnd(5)} ${ruleName(rule)}: ${visibleLine(rule.failing.join('; '))}`

function exceptionLine({ id, expires, holds, problem, place }: ExceptionTrace): string {
  const name = `${visibleLine(id)}${place === null ? '' : ` (${visibleLine(place)})`}`
  return holds ? `${name} holds until ${visibleLine(expires)}` : `${name} does not apply: ${visibleLine(problem ?? '')}`
}

function factLines(trace: Trace): readonly string[] {
  const { tier, state, kev, epss, reachability, sla, suppression, category, outcome, change } = trace
  const exposure = outcome.exposure === null ? '' : `, exposure ${visibleLine(outcome.exposure)}`
  const facts: readonly (readonly [string, string | null])[] = [
    ['tier', `${tier.value}: ${visibleLine(tier.reason)}${exposure}`],
    ['state', `${state.value}: ${visibleLine(state.reason ?? '')}${diffText(state.inDiff)}`],
    [
      'category',
      category.value === category.reported
        ? category.value
        : `${category.value}, by the policy; reported as ${category.reported}`
    ],
    ['severity', severityText(trace)],
    [
      'KEV',
      `${known(kev.value)}: ${visibleLine(kev.reason)}${kev.released === null ? '' : ` (catalogue of ${kev.released})`}`
    ],
    [
      'EPSS',
      `${known(epss.value)}: ${visibleLine(epss.reason)}${epss.date === null ? '' : ` (scores of ${epss.date})`}`
    ],
    ['reachable', `${reachability.value}${reachability.vex.map(text => `; ${visibleLine(text)}`).join('')}`],
    [
      'fix',
      outcome.finding.fixAvailable === null
        ? 'not known whether there is one'
        : outcome.finding.fixAvailable
          ? 'available'
          : 'none'
    ],
    ['SLA', slaText(sla)],
    [
      'suppressed',
      suppression === null
        ? null
        : `${visibleLine(suppression.claimed)}; ${suppression.honoured ? 'honoured' : 'not honoured'}`
    ],
    ['event', change.event === null ? null : visibleLine(change.event)],
    ['branch', change.branch === null ? null : visibleLine(change.branch)]
  ]
  return facts.flatMap(([name, text]) => (text === null ? [] : [`${name.padEnd(10)} ${text}`]))
}

const known = (value: boolean | number | null): string =>
  value === null ? 'unknown' : value === true ? 'yes' : value === false ? 'no' : String(value)

const diffText = (inDiff: boolean | null): string =>
  inDiff === null ? '' : inDiff ? '; on changed lines' : '; not on changed lines'

function severityText({ severity }: Trace): string {
  const { value, counted, source, score, conflict, reported } = severity
  const parts = [
    `${value}${score === null ? '' : `, score ${score}`}, from ${source}`,
    counted === null || value === counted ? null : `counts as ${counted}`,
    reported === value ? null : `the scanner says ${reported}`,
    conflict ? 'level and score disagree' : null
  ]
  return parts.filter(part => part !== null).join('; ')
}

function slaText({ times, due, status, reason }: Trace['sla']): string {
  const given = times
    .map(({ layer, milliseconds }) => `${formatDuration(milliseconds)} (${visibleLine(layer)})`)
    .join(', ')
  const clock = due === null || status === null ? null : `${status}, due ${due}`
  return [clock, given === '' ? null : given, visibleLine(reason)].filter(part => part !== null).join('; ')
}
