import type { Decision } from '../../decision/decision.js'
import { type DecisionRows, rowsOf } from '../../history/fleet/rows/rows.js'
import { decisionDocument, decisionSha256 } from './decision-json.js'

/** The rows of a decision, under the digest of the decision file that goes with them. */
export function decisionRows(decision: Decision): DecisionRows {
  return rowsOf({ document: decisionDocument(decision), version: 2, sha256: decisionSha256(decision) })
}
