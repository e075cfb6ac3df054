import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  ELEMENT_OR_CLOSE,
  KEY_OR_CLOSE,
  LITERAL,
  NAME,
  NEXT,
  NUMBER,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  STRING
} from './grammar.js'
import { after, fail, failUnexpected, type Machine } from './machine.js'
import { closingQuote, literalEnd, numberEnd, plainEnd } from './scan.js'

/**
 * Steps over the rest of the value at `machine.floor` without keeping anything. The full grammar is checked: brackets
 * by kind, depth, strings with their escapes and UTF-8, numbers, words. Not checked is whether a name occurs twice in
 * a skipped object, or a skipped name in a kept one: of what is not looked at, no value can be the wrong one.
 * Jumping from quote to quote with `indexOf` would be faster in long strings (100 MB in 5 ms instead of 120), but
 * would not see what is in them; scanner output is mostly short strings, where the jump costs more than the loop.
 * False where the bytes at hand end first, or where a problem ended the reading.
 */
export function skip(machine: Machine): boolean {
  if (machine.skippingString && !finishString(machine)) return false
  const { buffer, end, floor } = machine
  let at = machine.position
  let state = machine.state
  let behind = after(machine, machine.depth)
  while (machine.depth > floor || state !== behind) {
    if (at >= end) return suspend(machine, at, state)
    const action = NEXT[(state << 8) | (buffer[at] as number)] as number
    if (action < STRING) {
      state = action
      at += 1
      continue
    }
    if (action <= NAME) {
      const quote = plainEnd(buffer, at + 1, end)
      if (quote < end && buffer[quote] === QUOTE) {
        state = action === NAME ? COLON : behind
        at = quote + 1
        continue
      }
    }
    suspend(machine, at, state)
    if (!skipToken(machine, at, action)) return false
    at = machine.position
    state = machine.state
    behind = after(machine, machine.depth)
  }
  suspend(machine, at, state)
  machine.floor = -1
  return true
}

function suspend(machine: Machine, at: number, state: number): false {
  machine.position = at
  machine.state = state
  return false
}

function skipToken(machine: Machine, at: number, action: number): boolean {
  if (action <= NAME) {
    machine.position = at + 1
    machine.state = action === NAME ? COLON : after(machine, machine.depth)
    return finishString(machine)
  }
  if (action === CLOSE_OBJECT || action === CLOSE_ARRAY) {
    machine.depth -= 1
    machine.position = at + 1
    machine.state = after(machine, machine.depth)
    return true
  }
  if (action === OPEN_OBJECT || action === OPEN_ARRAY) {
    if (!enter(machine, at, machine.depth, action)) return false
    machine.depth += 1
    machine.position = at + 1
    machine.state = action === OPEN_OBJECT ? KEY_OR_CLOSE : ELEMENT_OR_CLOSE
    return true
  }
  const next = scalarEnd(machine, at, action)
  if (next < 0) return false
  machine.position = next
  machine.state = after(machine, machine.depth)
  return true
}

/** Goes on in the middle of a string, which may take many chunks; the state is already the one behind it. */
function finishString(machine: Machine): boolean {
  const quote = closingQuote(machine, Math.max(machine.position, machine.resume))
  machine.skippingString = quote < 0
  machine.position = quote < 0 ? machine.resume : quote + 1
  machine.resume = 0
  return quote >= 0
}

/** Notes the kind of a container that opens; false where it would be one too many. */
export function enter(machine: Machine, at: number, depth: number, action: number): boolean {
  if (depth >= machine.limits.depth) {
    fail(machine, at, `nested deeper than ${machine.limits.depth} levels`)
    return false
  }
  machine.isObject[depth + 1] = action === OPEN_OBJECT ? 1 : 0
  return true
}

function scalarEnd(machine: Machine, at: number, action: number): number {
  if (action === NUMBER) return numberEnd(machine, at)
  if (action === LITERAL) return literalEnd(machine, at)
  failUnexpected(machine, at, machine.state)
  return -1
}
