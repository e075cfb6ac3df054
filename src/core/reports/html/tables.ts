import { HTML_ITEMS } from '../ground/limits.js'
import { type Html, h, NO_HTML } from './escape.js'

type Cell = string | number | Html

/** A table that a keyboard can scroll; where there is no room for columns its cells stand under one another, each with its name. */
export function namedTable(caption: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  if (rows.length === 0) return NO_HTML
  const shown = rows.slice(0, HTML_ITEMS.rows)
  const told =
    rows.length > shown.length ? `${caption}; ${rows.length - shown.length} more are in the decision file` : caption
  const cell = (value: Cell, index: number): Html => h`<td data-name="${header[index] ?? ''}">${value}</td>`
  return h`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${told}</caption>
<thead><tr>${header.map(name => h`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(cells => h`<tr>${cells.map(cell)}</tr>\n`)}</tbody></table></div>
`
}
