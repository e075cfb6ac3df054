import { hash } from 'node:crypto'

/**
 * A UUID of 32 hex digits that are as good as chance, in the form of a name-based one (RFC 9562 §5.5): the same digits
 * give the same one.
 */
export function uuidOf(digits: string): string {
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16)
  const hex = `${digits.slice(0, 12)}5${digits.slice(13, 16)}${variant}${digits.slice(17)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The UUID of what these names stand for together: a report of the same decision has the same bytes. */
export const nameUuid = (...names: readonly string[]): string =>
  uuidOf(hash('sha256', JSON.stringify(names), 'hex').slice(0, 32))
