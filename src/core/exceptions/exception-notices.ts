import type { Notice, NoticeCode } from '../ground/notice.js'
import type { ExceptionOutcome, ExceptionRecord } from './exception.js'
import type { Tally } from './tally.js'

/** One exception that covers more findings than this is worth a word. */
const BROAD = 10

/** What people should hear about an exception, apart from its status for each finding. */
export function exceptionNotices(
  { id, status, expires, problem }: ExceptionOutcome,
  record: ExceptionRecord | undefined,
  counts: Tally | undefined
): readonly Notice[] {
  if (record === undefined || counts === undefined) return []
  const notices: Notice[] = []
  const add = (level: Notice['level'], code: NoticeCode, message: string) => void notices.push({ level, code, message })
  if (status === 'expired') add('warning', 'exception-expired', `${problem}. ${advice(counts.findings)}`)
  if (status === 'invalid') add('warning', 'exception-invalid', `exception ${id} does not hold: ${problem}`)
  if (status === 'unused') add('info', 'exception-unused', `exception ${id} is unused: ${problem}`)
  if (status === 'expiring') add('warning', 'exception-expiring', `exception ${id} expires on ${expires}`)
  if (status !== 'active' && status !== 'expiring') return notices
  if (counts.refusal !== null) {
    const some = `${counts.findings - counts.holds} of ${counts.findings} findings`
    add('warning', 'exception-partly-invalid', `exception ${id} does not hold for ${some}: ${counts.refusal}`)
  }
  if (counts.shown === 0 && counts.shadow !== null) {
    add(
      'info',
      'exception-shadowed',
      `exception ${id} is not needed: ${counts.shadow} covers the same and holds longer`
    )
  }
  if (counts.findings > BROAD || isTopLevel(record)) {
    add('warning', 'exception-broad', `exception ${id} is broad: it covers ${plural(counts.findings, 'finding')}`)
  }
  if (record.approvedBy.length < counts.quorum) {
    const asked = `${record.approvedBy.length} of the ${counts.quorum} approvals`
    add('warning', 'exception-few-approvals', `exception ${id} names ${asked} that a pull request would need`)
  }
  return notices
}

const advice = (findings: number): string =>
  findings === 0 ? 'Nothing matches it any more: remove it' : 'Fix the finding, or have a new exception approved'

/** True for a path such as `src/**`: everything under a directory of the root. */
const isTopLevel = ({ match }: ExceptionRecord): boolean =>
  match.kind !== 'finding' && match.path !== null && /^[^/]+\/\*\*$/.test(match.path)

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
