import type { DecisionRows } from '../../../history/fleet/rows/rows.js'
import { jsonText } from '../../ground/visible-text.js'
import { type OcsfEvent, ocsfEvent } from './ocsf-event.js'
import { findingEvent } from './ocsf-finding.js'

type Decided = DecisionRows['decisions'][number]
type Control = DecisionRows['controls'][number]

/** One decision as events for a SIEM, NDJSON, a line each: its verdict, each control of the policy, and each finding. */
export function* ocsfLines(rows: DecisionRows): Generator<string> {
  for (const event of eventsOf(rows)) yield `${jsonText(event)}\n`
}

function* eventsOf(rows: DecisionRows): Generator<OcsfEvent> {
  for (const decision of rows.decisions) yield verdictEvent(rows, decision)
  for (const control of rows.controls) yield controlEvent(rows, control)
  for (const outcome of rows.outcomes) yield findingEvent(rows.common, outcome)
}

const NAME = 'Policy Gate'

function verdictEvent({ common }: DecisionRows, decision: Decided): OcsfEvent {
  const { verdict, completeness, block, warn, excepted, problems } = decision
  const words =
    verdict === null
      ? `The gate could not decide: ${problems} problems`
      : `The gate says ${verdict}: ${block} findings block, ${warn} warn, ${excepted} are excepted; evidence ${completeness}`
  return ocsfEvent(common, {
    class: 'compliance',
    activity: 'create',
    uid: 'verdict',
    title: `${NAME}: ${verdict ?? 'not decided'}`,
    types: ['verdict'],
    message: words,
    severity: 'none',
    status: { id: 0, text: 'Unknown' },
    body: { compliance: compliance(NAME, verdict, completeness === 'complete') },
    unmapped: decision
  })
}

function controlEvent({ common, decisions }: DecisionRows, { id, verdict, counts, rules }: Control): OcsfEvent {
  const isComplete = decisions.every(({ completeness }) => completeness === 'complete')
  return ocsfEvent(common, {
    class: 'compliance',
    activity: 'create',
    uid: `control:${id}`,
    title: `${id}: ${verdict ?? 'not known'}`,
    types: ['control'],
    message: `Rules of ${id}: ${counts.block} findings block, ${counts.warn} warn, ${counts.excepted} are excepted`,
    severity: 'none',
    status: { id: 0, text: 'Unknown' },
    body: {
      compliance: {
        ...compliance(id, verdict, isComplete),
        requirements: rules.map(rule => `${rule.layer} ${rule.id}`)
      }
    },
    unmapped: { verdict, ...counts }
  })
}

/** What passes on incomplete evidence, and what nobody could decide, has no result for want of information. */
function compliance(control: string, verdict: Control['verdict'], isComplete: boolean) {
  const [status_id, status] = resultOf(verdict, isComplete)
  return { control, status_id, status, status_code: verdict ?? 'unknown' }
}

function resultOf(verdict: Control['verdict'], isComplete: boolean): readonly [number, string] {
  if (verdict === 'block') return [3, 'Fail']
  if (verdict === 'warn') return [99, 'warn']
  return verdict === 'pass' && isComplete ? [1, 'Pass'] : [2, 'Warning']
}
