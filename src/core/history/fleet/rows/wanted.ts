import type { DecisionDocument, Outcome } from '../../../../generated/decision.js'
import { DECISION_SCHEMA } from '../../../../generated/schemas/decision.js'
import { type Keep, type Kept, Layout } from '../../layout/layout.js'
import type { Schema } from '../../layout/schema-pattern.js'
import { lacksCounts } from '../../stored.js'
import type { Table } from './tables.js'

/** What every row needs of a decision file, and what the row of the run itself needs. */
const HEAD = {
  gate: true,
  verdict: true,
  completeness: true,
  evaluatedAt: true,
  change: true,
  counts: true,
  rollout: true,
  problems: true
} as const satisfies Keep<DecisionDocument>

/** What figures need of a finding in a run. */
const FIGURE_OUTCOME = {
  finding: {
    id: true,
    tool: true,
    category: true,
    severity: true,
    tier: true,
    exposure: true,
    owners: true,
    state: true,
    stateReason: true,
    fixAvailable: true,
    firstDetected: true
  },
  verdict: true,
  reason: true,
  rules: true,
  sla: true
} as const satisfies Keep<Outcome>

/** What its row needs. */
const ROW_OUTCOME = {
  ...FIGURE_OUTCOME,
  finding: {
    ...FIGURE_OUTCOME.finding,
    toolVersion: true,
    ruleId: true,
    severitySource: true,
    score: true,
    message: true,
    location: true,
    claimedPlace: true,
    placeProblem: true,
    asset: true,
    inDiff: true,
    identifiers: true,
    package: true,
    malware: true,
    kev: true,
    epss: true,
    reachability: true
  },
  would: true,
  controls: true,
  exception: true
} as const satisfies Keep<Outcome>

const FIGURES = {
  ...HEAD,
  scans: true,
  outcomes: FIGURE_OUTCOME,
  notLookedFor: FIGURE_OUTCOME,
  exceptions: true
} as const satisfies Keep<DecisionDocument>

const TABLES = {
  decisions: HEAD,
  outcomes: { ...HEAD, outcomes: ROW_OUTCOME, notLookedFor: ROW_OUTCOME },
  exceptions: { ...HEAD, exceptions: true },
  scans: { ...HEAD, scans: true }
} as const satisfies Readonly<Record<Table, Keep<DecisionDocument>>>

export type HeadDocument = Kept<DecisionDocument, typeof HEAD>
export type FigureOutcome = Kept<Outcome, typeof FIGURE_OUTCOME>
export type FigureDocument = Kept<DecisionDocument, typeof FIGURES>
export type RowOutcome = Kept<Outcome, typeof ROW_OUTCOME>
export type TableDocument<Name extends Table> = Kept<DecisionDocument, (typeof TABLES)[Name]>

/** Reads one decision file after the other, as far as it is wanted; null where one is to be parsed and checked as a whole. */
export type QuickReader<Document> = (text: string) => Document | null

/** For the figures of a fleet. */
export const figureReader = (): QuickReader<FigureDocument> => readerOf(FIGURES)

/** For the rows of one table. */
export const tableReader = <Name extends Table>(table: Name): QuickReader<TableDocument<Name>> =>
  readerOf<(typeof TABLES)[Name]>(TABLES[table])

/** For who wants all of a decision. */
export const wholeReader: QuickReader<DecisionDocument> = () => null

function readerOf<const Wanted extends Keep<DecisionDocument> & typeof HEAD>(
  wanted: Wanted
): QuickReader<Kept<DecisionDocument, Wanted>> {
  const layout = new Layout<DecisionDocument, Wanted>(JSON.parse(DECISION_SCHEMA) as Schema, wanted)
  return text => {
    const document = layout.read(text)
    return document === null || lacksCounts(document as HeadDocument) ? null : document
  }
}
