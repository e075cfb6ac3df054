/**
 * A stretch of a text, and what is to stand in its place. Lines and columns count from 1; `endColumn` is exclusive.
 * Which units columns count is the producer's: in plain ASCII all are the same.
 */
export interface Replacement {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  /** Null: the end of the line, without what ends it. */
  readonly endColumn: number | null
  readonly text: string
}
