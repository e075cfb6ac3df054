import { Buffer } from 'node:buffer'
import type { ReadProblem } from '../input.js'
import { AFTER_ELEMENT, AFTER_MEMBER, DONE, EXPECTED, VALUE } from './grammar.js'
import type { Plan } from './plan.js'
import { type Interned, sharedStrings } from './text.js'

/** A value under construction. */
export type DraftValue = null | boolean | number | string | DraftValue[] | Draft
export interface Draft {
  [member: string]: DraftValue
}

/** Bounds that keep hostile input within memory. */
export interface ReaderLimits {
  /** Containers open at once. */
  readonly depth: number
  /** Bytes of one string that is kept whole, and of one member name or number. */
  readonly token: number
  /** Bytes, roughly, of what is held at once: one result, or the rest of one run. */
  readonly held: number
}

export const DEFAULT_LIMITS: ReaderLimits = { depth: 512, token: 32 * 2 ** 20, held: 256 * 2 ** 20 }

/** The reader's state between two bytes: where it stands in the text and what it is building. */
export interface Machine {
  readonly limits: ReaderLimits
  /** Bytes at hand, and the offset of the first of them in the text. */
  buffer: Buffer
  position: number
  end: number
  base: number
  /** Where the scan of an unfinished string goes on; 0 when no string is unfinished. */
  resume: number
  /** The string at hand has escapes; has bytes beyond ASCII. */
  escaped: boolean
  wide: boolean
  /** Place in the grammar (grammar.ts), and number of open containers. */
  state: number
  depth: number
  /** By depth: 1 for an object, 0 for an array. */
  readonly isObject: Uint8Array
  /** Depth at which a value is being skipped, or -1; and whether that is in the middle of a string. */
  floor: number
  skippingString: boolean
  /** What is being built: the innermost container, its plan, the member name at hand, the plan of the next value. */
  plan: Plan | null
  container: DraftValue[] | Draft | null
  name: string
  target: Plan
  /** The same, by depth, of the containers around it. */
  readonly plans: (Plan | null)[]
  readonly containers: (DraftValue[] | Draft | null)[]
  readonly names: string[]
  /** Bytes, roughly, held by what is being built. */
  held: number
  /** The finished log. */
  log: Draft | null
  readonly interned: Interned
  readonly path: LogPath
  /** The first problem that ended the reading, and the first that did not. */
  fatal: ReadProblem | null
  flaw: ReadProblem | null
}

/** Told about every value on the way from the log to its results. */
export interface LogPath {
  /** A container is about to open; false where it must be skipped and is accounted for. */
  opens(machine: Machine, at: number, isObject: boolean): boolean
  /** A scalar, or a container whose content is skipped, has been read. */
  scalar(machine: Machine, at: number, value: DraftValue): void
  /** A container has ended; the machine stands in the one around it. */
  closes(machine: Machine, at: number, ended: Plan, value: DraftValue): void
}

/** A machine at the start of a text. */
export function createMachine(plan: Plan, path: LogPath, limits: ReaderLimits): Machine {
  return {
    limits,
    buffer: Buffer.alloc(0),
    position: 0,
    end: 0,
    base: 0,
    resume: 0,
    escaped: false,
    wide: false,
    state: VALUE,
    depth: 0,
    isObject: new Uint8Array(limits.depth + 1),
    floor: -1,
    skippingString: false,
    plan: null,
    container: null,
    name: '',
    target: plan,
    plans: [],
    containers: [],
    names: [],
    held: 0,
    log: null,
    interned: sharedStrings(),
    path,
    fatal: null,
    flaw: null
  }
}

/** The state behind a value at this depth. */
export function after(machine: Machine, depth: number): number {
  if (depth === 0) return DONE
  return machine.isObject[depth] === 1 ? AFTER_MEMBER : AFTER_ELEMENT
}

/** Ends the reading: what follows could not be understood. */
export function fail(machine: Machine, position: number, message: string): void {
  machine.fatal ??= { offset: machine.base + position, message }
}

/** Makes the file invalid, but reading goes on: bad input loses nothing. */
export function flaw(machine: Machine, position: number, message: string): void {
  machine.flaw ??= { offset: machine.base + position, message }
}

/** Ends the reading at a byte that the grammar does not allow here. */
export function failUnexpected(machine: Machine, position: number, state: number): void {
  const byte = machine.buffer[position] ?? 0
  const shown = byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `0x${byte.toString(16).padStart(2, '0')}`
  if (state === DONE) fail(machine, position, `unexpected ${shown} after the end of the JSON text`)
  else fail(machine, position, `unexpected ${shown} where ${EXPECTED[state] ?? 'nothing'} should be`)
}
