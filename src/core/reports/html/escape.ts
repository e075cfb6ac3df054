import { maskSecrets } from '../../ground/credentials.js'
import { clip, visibleLine, withoutMarks } from '../ground/visible-text.js'

/** Finished HTML: an object, so that it can never be mistaken for text that still needs escaping. */
export interface Html {
  readonly html: string
}

type HtmlValue = string | number | Html | readonly Html[]

const POINTS = 2_000

/**
 * Text as HTML text or attribute value: secrets masked, hidden characters visible, one line, and the five characters
 * that could end it escaped (https://html.spec.whatwg.org/multipage/parsing.html).
 */
export const escapeHtml = (text: string): string => entities(clip(visibleLine(maskSecrets(text)), POINTS))

const entities = (text: string): string =>
  withoutMarks(text.replaceAll('&', '&amp;'), '&#35;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Lines for `<pre>`, in which blanks count: only for lines that are masked and visible already, as those of an excerpt are. */
export const preformatted = (lines: readonly string[]): Html => ({ html: lines.map(entities).join('\n') })

const piece = (value: HtmlValue): string => {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(part => part.html).join('')
}

/** Composes a page: literal parts are ours, a string among the values is escaped, finished HTML is not. */
export function h(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return {
    html: literals.reduce((page, literal, index) => {
      const value = values[index - 1]
      return `${page}${value === undefined ? '' : piece(value)}${literal}`
    })
  }
}

/** Pieces with a sign of ours between them; those that are empty are left out. */
export const withSign = (parts: readonly Html[], sign: ', ' | ' · ' | ' ' | '; '): Html => ({
  html: parts
    .map(part => part.html)
    .filter(part => part !== '')
    .join(sign)
})

/** No HTML at all. */
export const NO_HTML: Html = { html: '' }
