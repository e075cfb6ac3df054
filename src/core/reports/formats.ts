import type { Decision } from '../decision/model.js'
import { decisionJsonChunks } from './decision-json.js'
import { textReport } from './text.js'

/** Views that the command line can write (contract §3). */
export const FORMATS = ['text', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** Findings of one kind that the terminal lists before it only counts. */
const TEXT_LIMIT = 50

/** Renders the decision in pieces, so that a view of any length can be written out. */
export function renderReport(
  format: Format,
  decision: Decision,
  { colour }: { readonly colour: boolean }
): Iterable<string> {
  switch (format) {
    case 'text':
      return [textReport(decision, { colour, limit: TEXT_LIMIT })]
    case 'json':
      return decisionJsonChunks(decision)
    default:
      return format satisfies never
  }
}
