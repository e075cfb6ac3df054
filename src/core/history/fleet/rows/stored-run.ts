import type { DecisionDocument } from '../../../../generated/decision.js'

/** A decision file as rows are made of it: checked, and in the shape of the latest version, as far as it was read. */
export interface StoredRun<Document = DecisionDocument> {
  readonly document: Document
  /** Version that the file itself has: what the first one could not tell is not known, whatever its shape says now. */
  readonly version: 1 | 2
  /** SHA-256 of the file, in hex. */
  readonly sha256: string
}
