import { type Expression, parseExpression } from './parse.js'

/** A text of a workflow, cut where its expressions are. */
export interface Template {
  /** The text around the expressions. */
  readonly literals: readonly string[]
  /** Null: one that cannot be parsed. */
  readonly expressions: readonly (Expression | null)[]
}

const FENCED = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g

/** Finds every `${{ … }}` of a text. */
export function templateOf(text: string): Template {
  const literals: string[] = []
  const expressions: (Expression | null)[] = []
  let end = 0
  for (const match of text.matchAll(FENCED)) {
    literals.push(text.slice(end, match.index))
    expressions.push(parseExpression(match[1] ?? ''))
    end = match.index + match[0].length
  }
  literals.push(text.slice(end))
  return { literals, expressions }
}

/** Whether a text holds an expression at all. */
export const isDynamic = (text: string): boolean => text.includes('${{')

/** What an `if` says: the fence may be left out there, and text around one makes a text of the whole (never empty: true). */
export function conditionOf(text: string): Expression | null {
  if (!isDynamic(text)) return parseExpression(text)
  const { literals, expressions } = templateOf(text)
  if (expressions.length === 1 && literals.every(literal => literal === '')) return expressions[0] ?? null
  const values = expressions.map((value): Expression => value ?? { kind: 'access', path: ['unknown'] })
  return { kind: 'call', name: 'text', values: [{ kind: 'literal', value: literals.join('') }, ...values] }
}
