import { createHash } from 'node:crypto'
import type { Decision } from '../../decision/decision.js'
import { type DecisionRows, rowsOf } from '../../history/fleet/rows/rows.js'
import { decisionDocument, decisionJsonChunks } from './decision-json.js'

/** The rows of a decision, under the digest of the decision file that goes with them. */
export function decisionRows(decision: Decision): DecisionRows {
  const hash = createHash('sha256')
  for (const chunk of decisionJsonChunks(decision)) hash.update(chunk)
  return rowsOf({ document: decisionDocument(decision), version: 2, sha256: hash.digest('hex') })
}
