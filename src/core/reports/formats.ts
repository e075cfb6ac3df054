import type { Decision } from '../decision/decision.js'
import { renderAttestation, renderVerification } from './files/attestation.js'
import { renderCycloneDxVex } from './files/cyclonedx-vex.js'
import { decisionJsonChunks, decisionSha256 } from './files/decision-json.js'
import { gitlabChunks } from './files/gitlab.js'
import { renderJunit } from './files/junit.js'
import { renderOpenVex } from './files/openvex.js'
import { renderOscal } from './files/oscal.js'
import { decisionRows } from './files/rows-report.js'
import { sarifChunks } from './files/sarif.js'
import { ocsfLines } from './files/siem/ocsf.js'
import type { ViewContext } from './ground/view-context.js'
import { renderHtml } from './html/html.js'
import { renderComment } from './markdown/comment.js'
import { renderSummary } from './markdown/summary.js'
import type { TerminalKind } from './terminal/layout.js'
import { textReport } from './terminal/text.js'

/** What a rendering depends on besides the decision. */
export interface RenderOptions extends TerminalKind {
  readonly view: ViewContext
}

interface Report {
  /** Renders the decision in pieces, so that a view of any length can be written out. */
  readonly render: (decision: Decision, options: RenderOptions) => Iterable<string>
  /** Name of the file that the Action leaves; null where only the command line writes it. */
  readonly file: string | null
}

/** Findings that the terminal lists before it only counts. */
const TEXT_LIMITS = { blockers: 50, warnings: 12 } as const

/**
 * The reports that are written as files: a row each, in the order in which help and README name them. `json` is the
 * record of the decision: everything else can be derived from it (contract §3).
 */
export const REPORTS = {
  text: {
    render: (decision, { colour, width, view }) => [
      textReport(decision, { colour, width, limits: TEXT_LIMITS, source: view.source })
    ],
    file: null
  },
  json: { render: decisionJsonChunks, file: 'decision.json' },
  markdown: { render: (decision, { view }) => [renderSummary(decision, view)], file: 'summary.md' },
  comment: { render: (decision, { view }) => [renderComment(decision, view, 'always', true) ?? ''], file: null },
  sarif: { render: (decision, { view }) => sarifChunks(decision, view), file: 'policy-gate.sarif' },
  junit: { render: (decision, { view }) => [renderJunit(decision, view)], file: 'junit.xml' },
  gitlab: { render: gitlabChunks, file: null },
  html: { render: (decision, { view }) => [renderHtml(decision, view)], file: 'report.html' },
  // The Action writes the file itself, with the digest that it has from writing the decision.
  attestation: {
    render: (decision, { view }) => [renderAttestation(decision, decisionSha256(decision), view)],
    file: null
  },
  svr: { render: (decision, { view }) => [renderVerification(decision, decisionSha256(decision), view)], file: null },
  openvex: { render: (decision, { view }) => [renderOpenVex(decision, view)], file: null },
  'cyclonedx-vex': { render: (decision, { view }) => [renderCycloneDxVex(decision, view)], file: null },
  oscal: { render: (decision, { view }) => [renderOscal(decision, view)], file: null },
  ocsf: { render: decision => ocsfLines(decisionRows(decision)), file: null }
} as const satisfies Readonly<Record<string, Report>>

/** A report that the command line can write. */
export type Format = keyof typeof REPORTS

/** Names of all reports. */
export const FORMATS: readonly Format[] = Object.keys(REPORTS) as Format[]

/** What `evaluate` can be asked for besides one report a file: `rows`, a directory of tables. */
export const EVALUATE_FORMATS: readonly (Format | 'rows')[] = [...FORMATS, 'rows']
