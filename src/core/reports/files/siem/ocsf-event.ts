import type { Severity } from '../../../finding.js'
import type { Common } from '../../../history/fleet/rows/common.js'

/** The edition of OCSF whose attributes are used; later ones of 1.x have them too. */
const OCSF = '1.4.0'
const CLASSES = {
  vulnerability: { uid: 2002, name: 'Vulnerability Finding' },
  compliance: { uid: 2003, name: 'Compliance Finding' }
} as const
const ACTIVITIES = { unknown: 0, create: 1, update: 2, close: 3 } as const
const ACTIVITY_NAMES = { unknown: 'Unknown', create: 'Create', update: 'Update', close: 'Close' } as const
const SEVERITIES: Readonly<Record<Severity, readonly [number, string]>> = {
  unknown: [0, 'Unknown'],
  none: [1, 'Informational'],
  low: [2, 'Low'],
  medium: [3, 'Medium'],
  high: [4, 'High'],
  critical: [5, 'Critical']
}

/** An event of OCSF, as a JSON object. */
export type OcsfEvent = Readonly<Record<string, unknown>>

/** What one event says besides the run that it is of. */
export interface EventParts {
  readonly class: keyof typeof CLASSES
  readonly activity: keyof typeof ACTIVITIES
  /** Tells it from the other events of the repository, and is the same in every run. */
  readonly uid: string
  readonly title: string
  readonly types: readonly string[]
  readonly message: string
  readonly severity: Severity
  readonly status: { readonly id: number; readonly text: string }
  /** Seconds since 1970; null: not known. */
  readonly firstSeen?: number | null
  readonly body: OcsfEvent
  /** Columns for which OCSF has no name, under their own. */
  readonly unmapped: object
}

/** The event of a run: what all of them have in common, and its own. */
export function ocsfEvent(common: Common, parts: EventParts): OcsfEvent {
  const { uid: class_uid, name: class_name } = CLASSES[parts.class]
  const activity_id = ACTIVITIES[parts.activity]
  const [severity_id, severity] = SEVERITIES[parts.severity]
  const repository = common.repository
  const time = common.evaluated_s * 1000
  return {
    category_uid: 2,
    category_name: 'Findings',
    class_uid,
    class_name,
    activity_id,
    activity_name: ACTIVITY_NAMES[parts.activity],
    type_uid: class_uid * 100 + activity_id,
    time,
    severity_id,
    severity,
    status_id: parts.status.id,
    status: parts.status.text,
    message: parts.message,
    metadata: {
      version: OCSF,
      product: { name: 'Policy Gate', vendor_name: 'Policy Gate', ...some({ version: common.gate_version }) },
      uid: `${common.decision_sha256}:${parts.uid}`,
      correlation_uid: common.decision_sha256
    },
    finding_info: {
      uid: `${repository ?? ''}:${parts.uid}`,
      title: parts.title,
      types: parts.types,
      ...some({ first_seen_time: milliseconds(parts.firstSeen ?? null) })
    },
    ...(repository === null ? {} : { resources: [{ uid: repository, name: repository, type: 'repository' }] }),
    ...parts.body,
    unmapped: { ...common, ...parts.unmapped }
  }
}

export const milliseconds = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000)

/** The members that are known: OCSF leaves out what is not. */
export const some = (members: OcsfEvent): OcsfEvent =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
