import type { Span } from '../../finding.js'
import { asInteger, asObject, type JsonObject, member, textMember } from '../../ground/json.js'

const positive = (object: JsonObject | null, key: string): number | null => {
  const value = asInteger(member(object, key))
  return value !== null && value >= 1 ? value : null
}

/** Lines and columns of a region; zero, negative and backward ones are dropped, as several tools write them for "none". */
export function regionOf(region: JsonObject | null) {
  const startLine = positive(region, 'startLine')
  const endLine = positive(region, 'endLine')
  const startColumn = positive(region, 'startColumn')
  const endColumn = positive(region, 'endColumn')
  if (startLine === null) return { startLine, startColumn: null, endLine: null, endColumn: null }
  const usableEnd = endLine === null ? startLine : Math.max(endLine, startLine)
  const backward = usableEnd === startLine && startColumn !== null && endColumn !== null && endColumn < startColumn
  return { startLine, startColumn, endLine: usableEnd, endColumn: backward ? null : endColumn }
}

const UNITS = [
  ['byte', 'byteOffset', 'byteLength'],
  ['character', 'charOffset', 'charLength']
] as const

/**
 * The stretch that a region names where it names no line at all; undefined elsewhere. An offset of 0 without a length
 * stands for none, as does whatever stands beside a line, be it 0 (Scorecard).
 */
export function spanOf(region: JsonObject | null): Span | undefined {
  if (region === null || member(region, 'startLine') !== undefined) return undefined
  for (const [unit, at, size] of UNITS) {
    const offset = asInteger(member(region, at))
    const length = Math.max(0, asInteger(member(region, size)) ?? 0)
    if (offset === null || offset < 0 || offset + length === 0) continue
    return { unit, offset, length, quoted: textMember(asObject(member(region, 'snippet')), 'text') }
  }
  return undefined
}
