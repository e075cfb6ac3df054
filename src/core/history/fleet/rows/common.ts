import type { DecisionDocument } from '../../../../generated/decision.js'
import type { DecisionRow, ExceptionRow, OutcomeRow, ScanRow } from '../../../../generated/rows.js'
import { BRANCH_EVENTS } from '../../../change/occasion/events.js'
import { awaitsMerge, namesRequest } from '../../../change/occasion/judged-event.js'
import { isoInstant, parseIso } from '../../../time/instant.js'
import { plainSeconds } from '../../../time/plain-instant.js'
import type { StoredRun } from './stored-run.js'
import type { HeadDocument } from './wanted.js'

/** The columns that every table has: those of the run. */
export type Common = Pick<DecisionRow, keyof DecisionRow & keyof OutcomeRow & keyof ExceptionRow & keyof ScanRow>

/** The columns that a table has besides. */
export type Own<Row> = Omit<Row, keyof Common>

/** What all rows of a decision have in common. */
export function commonColumns({ document, version, sha256 }: StoredRun<HeadDocument>): Common {
  const { change, gate, evaluatedAt } = document
  const at = instant(evaluatedAt)
  return {
    decision_sha256: sha256,
    gate_version: version === 1 ? null : gate.version,
    repository: change.repository,
    event: change.event,
    branch: change.branch,
    merged: isMerged(change),
    pull_request: change.pullRequest,
    evaluated_at: at.text ?? evaluatedAt,
    evaluated_s: at.seconds ?? 0,
    evaluated_month: evaluatedAt.slice(0, 'YYYY-MM'.length)
  }
}

/** Whether what was judged lay on its branch already; null where nobody said on what occasion it was judged. */
function isMerged({ event, pullRequest }: DecisionDocument['change']): boolean | null {
  if (pullRequest !== null || awaitsMerge(event)) return false
  if (event === null) return null
  if (BRANCH_EVENTS.some(each => each === event)) return true
  return namesRequest(event) ? false : null
}

/** An instant as text in UTC and in whole seconds since 1970; nulls where there is none. */
export interface InstantColumns {
  readonly text: string | null
  readonly seconds: number | null
}

const NEVER: InstantColumns = { text: null, seconds: null }

/** The columns of an instant, to the second below. */
export function instant(text: string | null): InstantColumns {
  if (text === null) return NEVER
  const plain = plainSeconds(text)
  if (plain !== null) return { text, seconds: plain }
  const time = parseIso(text)
  if (time === null) return NEVER
  const seconds = Math.floor(time / 1000)
  return { text: isoInstant(seconds * 1000), seconds }
}

/** Several words in one column. */
export const joined = (words: readonly string[], separator = ' '): string => words.join(separator)
