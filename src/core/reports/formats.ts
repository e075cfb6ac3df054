import type { Decision } from '../decision/decision.js'
import { decisionJsonChunks } from './files/decision-json.js'
import { gitlabChunks } from './files/gitlab.js'
import { renderJunit } from './files/junit.js'
import { sarifChunks } from './files/sarif.js'
import type { ViewContext } from './ground/view-context.js'
import { renderHtml } from './html/html.js'
import { renderSummary } from './markdown/summary.js'
import { textReport } from './terminal/text.js'

/** Views that the command line can write (contract §3). */
export const FORMATS = ['text', 'json', 'markdown', 'sarif', 'junit', 'gitlab', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** Findings that the terminal lists before it only counts. */
const TEXT_LIMITS = { blockers: 50, warnings: 12 } as const

/** What a rendering depends on besides the decision. */
export interface RenderOptions {
  readonly colour: boolean
  readonly view: ViewContext
}

/** Renders the decision in pieces, so that a view of any length can be written out. */
export function renderReport(format: Format, decision: Decision, { colour, view }: RenderOptions): Iterable<string> {
  switch (format) {
    case 'text':
      return [textReport(decision, { colour, limits: TEXT_LIMITS })]
    case 'json':
      return decisionJsonChunks(decision)
    case 'markdown':
      return [renderSummary(decision, view)]
    case 'sarif':
      return sarifChunks(decision, view)
    case 'junit':
      return [renderJunit(decision, view)]
    case 'gitlab':
      return gitlabChunks(decision)
    case 'html':
      return [renderHtml(decision, view)]
    default:
      return format satisfies never
  }
}
