import { withoutMarks } from './visible-text.js'

/**
 * A value as JSON in which no text gives a command to a runner that shows it: `##vso[` and the like (`commandSafe` names
 * them) stand in texts alone, where an escape says the same. Members of lists begin with a quote, so that `::` is never at
 * the start of a line.
 */
export function jsonText(value: object | string, indent = 0): string {
  return withoutMarks(JSON.stringify(value, null, indent), '\\u0023')
}
