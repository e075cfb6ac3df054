import { maskSecrets } from '../ground/masks.js'
import { clip, visibleLine } from '../ground/visible-text.js'

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
export const escapeHtml = (text: string): string =>
  clip(visibleLine(maskSecrets(text)), POINTS)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

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

/** No HTML at all. */
export const NO_HTML: Html = { html: '' }
