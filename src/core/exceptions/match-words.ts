import type { ExceptionMatch } from './exception.js'

/** What an exception covers, as its record says it, in one line. */
export function matchWords(match: ExceptionMatch): string {
  switch (match.kind) {
    case 'finding':
      return match.finding
    case 'advisory':
      return [match.identifier, inWords('in', match.package), inWords('at', match.path)].join('')
    case 'rule':
      return `${match.tool} ${match.ruleId} at ${match.path}`
    default:
      return match satisfies never
  }
}

const inWords = (word: string, text: string | null): string => (text === null ? '' : ` ${word} ${text}`)
