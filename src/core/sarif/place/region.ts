import { asInteger, type JsonObject, member } from '../../ground/json.js'

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
