import type { IdentityContext } from './identified.js'
import { type Entry, isByMessageAlone } from './match/entry.js'
import type { FileJob } from './match/match-file.js'
import { isSilent, sinceReaches } from './since.js'
import {
  type BaselineFacts,
  BY_MESSAGE_ALONE,
  type Cause,
  causeByDiff,
  causeOfDoubtful,
  causeOfNew,
  OUTRUN_BASELINE,
  SILENT_BASELINE
} from './state.js'

/** What is known of baseline and change beyond one file. */
export interface Known {
  readonly context: IdentityContext
  readonly facts: BaselineFacts | null
  /** Whether a file shows that the baseline is of another commit than the one that the diff starts from. */
  readonly isOutrun: () => boolean
}

const MATCHES = {
  exact: 'In the baseline',
  place: 'In the baseline, on the same unchanged line',
  moved: 'In the baseline; the same text moved within its file',
  reformatted: 'In the baseline; the code is formatted anew',
  edited: 'In the baseline; the line was edited, and no other finding of the baseline is as near',
  alias: 'In the baseline, under another name of the advisory'
} as const

/** Whether the finding of the baseline that it was found again as is not proven to be in the base. */
export const isDoubtful = (entry: Entry, { context }: Pick<Known, 'context'>): boolean =>
  entry.partner !== null && (entry.partner.isOutrun || sinceReaches(entry.partner.finding, entry, context) !== false)

/** The state of a finding that was matched, and on what ground. */
export function causeOf(entry: Entry, job: FileJob, known: Known): Cause {
  const { context, facts } = known
  if (facts === null) return causeByDiff(entry, context)
  if (entry.partner === null || entry.pass === null) return causeOfUnmatched(entry, job, facts, known)
  if (isDoubtful(entry, known)) return causeOfDoubtful(entry, context)
  if (isByMessageAlone(entry)) return BY_MESSAGE_ALONE
  const reason = MATCHES[entry.pass]
  return {
    state: 'existing',
    reason: job.path === job.basePath ? reason : `${reason}; the file was renamed from ${job.basePath}`
  }
}

function causeOfUnmatched(entry: Entry, job: FileJob, facts: BaselineFacts, { context, isOutrun }: Known): Cause {
  if (isSilent(entry, job.basePath, context, facts)) return causeByDiff(entry, context, SILENT_BASELINE)
  const cause = causeOfNew(entry, context.diff, facts)
  // To a baseline of another commit the base's own news is new, too: of what the change does not reach it tells nothing.
  if (cause.state !== 'introduced' || entry.changed !== false || !isOutrun()) return cause
  return causeByDiff(entry, context, OUTRUN_BASELINE)
}
