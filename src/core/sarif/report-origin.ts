import { asObject, asString, type JsonObject, member } from '../ground/json.js'
import { createSarifReader } from './reader/sarif-reader.js'

/** Which gate made a report, and of which commit: its SARIF bears it, so that a later run knows what it may stand for. */
export interface ReportOrigin {
  /** Name of the gate's check. */
  readonly gate: string
  /** Path of the workflow that ran it. */
  readonly workflow: string
  /** The commit that was scanned, in full. */
  readonly commit: string
}

/** The origin as a property bag of the log (SARIF 2.1.0 §3.8). */
export const originProperties = ({ gate, workflow, commit }: ReportOrigin): JsonObject => ({
  policyGate: { gate, workflow, commit }
})

/** The origin that a report of the gate bears; null where the bytes are none, or it does not tell. */
export function originOf(bytes: Uint8Array): ReportOrigin | null {
  const logs: JsonObject[] = []
  const consumer = { result: () => {}, run: () => {}, log: (log: JsonObject) => void logs.push(log) }
  const reader = createSarifReader(consumer, { properties: { policyGate: { gate: 500, workflow: 500, commit: 64 } } })
  reader.write(bytes)
  if (reader.end() !== null) return null
  const own = asObject(member(asObject(member(logs[0] ?? null, 'properties')), 'policyGate'))
  const [gate, workflow, commit] = ['gate', 'workflow', 'commit'].map(key => asString(member(own, key)))
  return gate && workflow && commit ? { gate, workflow, commit } : null
}
