import { createHash } from 'node:crypto'
import type { Signature } from './requests.js'

/** Hex digits that tell one gate from another in a mark; nobody gains anything by finding a second text for them. */
const DIGITS = 12

/** A short digest of a text, as marks hold it. */
export const shortDigest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, DIGITS)

/** What a signature looks like in a mark: `@{workflow}.{run}.{attempt}.{seat}.{scans}`, `-` for what is not known, and `!`. */
export const SIGNATURE = /@([0-9a-f]{12}|-)\.(\d{1,15})\.(\d{1,6})\.([0-9a-f]{12}|-)\.([0-9a-f]{12}|-)(!?)/

/** A signature as text. */
export function signed({ workflow, run, attempt, seat, scans, isDisputed }: Signature): string {
  const words = [workflow ?? '-', run, attempt, seat ?? '-', scans ?? '-']
  return `@${words.join('.')}${isDisputed ? '!' : ''}`
}

/** The signature in a mark; null where it bears none, as those of earlier versions. */
export function signatureIn(mark: string): Signature | null {
  const found = SIGNATURE.exec(mark)
  if (found === null) return null
  const [, workflow = '-', run = '0', attempt = '0', seat = '-', scans = '-', disputed] = found
  const known = (word: string): string | null => (word === '-' ? null : word)
  return {
    workflow: known(workflow),
    run: Number(run),
    attempt: Number(attempt),
    seat: known(seat),
    scans: known(scans),
    isDisputed: disputed === '!'
  }
}

/** What a check says of who answered in it. */
export interface Answered {
  /** Null: an earlier version made it, or somebody else. */
  readonly signature: Signature | null
  /** The run that it names as the pull request's own; null: it answers for a branch. */
  readonly runId: number | null
  readonly isCompleted: boolean
}

/** Who is about to answer. */
export interface Answering {
  readonly signature: Signature | null
  readonly runId: number | null
  /** It has answered there itself before, or answers in the name of whoever did, or fails. */
  readonly again: boolean
}

/**
 * Whether both are the same gate. `ask`: they name two runs, and GitHub has to say of which workflows. Of one run and
 * attempt a gate answers once: a second answer is that of another step, job or leg of a matrix, unless it is the same
 * step that has read the same.
 */
export function relation(there: Answered, here: Answering): 'same' | 'another' | 'ask' {
  if (there.signature?.isDisputed === true) return 'another'
  if (there.signature === null || here.signature === null) return sameRun(there, here) ? 'same' : 'ask'
  if (here.again && there.runId === here.runId) return 'same'
  if (there.signature.run === here.signature.run) return isSameSeat(there, there.signature, here.signature)
  return sameRun(there, here) ? 'same' : 'ask'
}

/** Answers for a branch are not held against each other by their runs: any of its events decides it anew. */
const sameRun = (there: Answered, here: Answering): boolean =>
  there.runId === null || here.runId === null || there.runId === here.runId

function isSameSeat({ isCompleted }: Answered, there: Signature, here: Signature): 'same' | 'another' {
  if (there.seat !== null && here.seat !== null && there.seat !== here.seat) return 'another'
  if (!isCompleted || here.attempt !== there.attempt) return 'same'
  return hasSameScans(there, here) ? 'same' : 'another'
}

/** Whether the same step has read the same files; what is not known is not the same. */
export const hasSameScans = (there: Signature | null, here: Signature | null): boolean =>
  there !== null && here !== null && there.scans !== null && there.scans === here.scans && there.seat === here.seat
