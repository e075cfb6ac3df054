import { Buffer } from 'node:buffer'
import type { Projection, ReadProblem, SarifConsumer, SarifReader } from '../input.js'
import { build, close } from './build.js'
import { DONE } from './grammar.js'
import { createLogPath } from './log-path.js'
import { createMachine, DEFAULT_LIMITS, type Machine, type ReaderLimits } from './machine.js'
import { logPlan, RESULTS } from './plan.js'

/**
 * A streaming reader of one SARIF log. Memory is bound by one result, or the rest of one run, whatever the size of
 * the text; a chunk is not kept beyond `write`. Of a result that the text breaks off nothing is delivered, of a run
 * what was read so far.
 */
export function createSarifReader(
  consumer: SarifConsumer,
  projection: Projection,
  limits: Partial<ReaderLimits> = {}
): SarifReader {
  const path = createLogPath(consumer)
  const machine = createMachine(logPlan(projection), path, { ...DEFAULT_LIMITS, ...limits })
  const carry: Carry = { store: Buffer.alloc(0), length: 0 }
  return {
    write(chunk) {
      if (machine.fatal !== null) return
      supply(machine, carry, chunk)
      build(machine)
      if (machine.fatal === null) keepRest(machine, carry)
    },
    end() {
      if (machine.fatal === null && machine.state !== DONE) machine.fatal = breakOff(machine)
      const problem = machine.flaw ?? machine.fatal
      unwind(machine)
      path.finish(machine)
      return problem ?? machine.flaw
    }
  }
}

/** Bytes of an unfinished token, kept from one chunk to the next. */
interface Carry {
  store: Buffer
  length: number
}

function supply(machine: Machine, carry: Carry, chunk: Uint8Array): void {
  if (carry.length === 0) {
    machine.buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    machine.end = chunk.length
  } else {
    reserve(carry, carry.length + chunk.length)
    carry.store.set(chunk, carry.length)
    machine.buffer = carry.store
    machine.end = carry.length + chunk.length
  }
  machine.position = 0
}

/** Copies what the next chunk has to complete: less than a token, as a rule a few bytes. */
function keepRest(machine: Machine, carry: Carry): void {
  const { buffer, position, end } = machine
  const length = end - position
  if (buffer !== carry.store) reserve(carry, length)
  if (buffer !== carry.store || position > 0) buffer.copy(carry.store, 0, position, end)
  carry.length = length
  machine.base += position
  machine.resume = machine.resume > position ? machine.resume - position : 0
  machine.position = 0
  machine.end = length
}

/** Grows by doubling, so that a long token in many small chunks is copied a few times only. */
function reserve(carry: Carry, length: number): void {
  if (carry.store.length >= length) return
  const store = Buffer.allocUnsafe(Math.max(256, length * 2))
  carry.store.copy(store, 0, 0, carry.length)
  carry.store = store
}

function breakOff(machine: Machine): ReadProblem {
  const offset = machine.base + machine.end
  return { offset, message: offset === 0 ? 'the file is empty' : 'the file breaks off' }
}

/** Closes what is open, so that the run that was being read is delivered; half a result is none. */
function unwind(machine: Machine): void {
  if (machine.fatal === null) return
  if (machine.floor >= 0) machine.depth = machine.floor
  while (machine.depth > 0) {
    const isResult = machine.plans[machine.depth - 1]?.role === RESULTS
    if (!isResult) {
      close(machine, machine.position)
      continue
    }
    machine.depth -= 1
    machine.plan = machine.plans[machine.depth] ?? null
    machine.container = machine.containers[machine.depth] ?? null
    machine.name = machine.names[machine.depth] ?? ''
  }
}
