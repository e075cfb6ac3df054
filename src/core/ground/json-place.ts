import { type Place, wholeFile } from './errors.js'

/** What leads to a value from the outermost one: names of members and numbers of elements. */
type JsonPath = readonly (string | number)[]

/** A sign, a text, or another value that is not made of others; blanks before it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text of JSON may hold them.
const TEXT = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/
const TOKEN = new RegExp(`[ \\t\\n\\r]*(?:([{}[\\],:])|(${TEXT.source})|${NUMBER.source}|true|false|null)`, 'y')
const BLANKS = /[ \t\n\r]*/y

/** What is open while a text is read: the last name or number in it. */
interface Open {
  readonly isList: boolean
  at: string | number
}

/** What may come next. */
type Next = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing'

const afterValue = (open: readonly Open[]): Next => (open.length === 0 ? 'nothing' : 'comma or end')

/** What may come after the value that begins here; null where none does. */
function valueAt(open: Open[], sign: string | undefined): Next | null {
  if (sign === undefined) return afterValue(open)
  if (sign !== '{' && sign !== '[') return null
  open.push({ isList: sign === '[', at: sign === '[' ? 0 : '' })
  return sign === '[' ? 'value or end' : 'name or end'
}

/** What may come after a sign between values; null where it may not stand here. */
function betweenValues(open: Open[], next: Next, sign: string | undefined): Next | null {
  const inner = open.at(-1)
  if (next === 'colon') return sign === ':' ? 'value' : null
  if (next.endsWith('end') && sign === (inner?.isList ? ']' : '}')) {
    open.pop()
    return afterValue(open)
  }
  if (next !== 'comma or end' || sign !== ',' || inner === undefined) return null
  if (typeof inner.at === 'number') inner.at += 1
  return inner.isList ? 'value' : 'name'
}

/** Where a text of JSON has its first fault, and where in it the value of a path begins: offsets, null where there is none. */
function survey(text: string, path: JsonPath): { readonly fault: number | null; readonly found: number | null } {
  const open: Open[] = []
  let next: Next | null = 'value'
  let found: number | null = null
  for (let index = 0; next !== 'nothing'; index = TOKEN.lastIndex) {
    const start = afterBlanks(text, index)
    TOKEN.lastIndex = index
    const token = TOKEN.exec(text)
    if (token === null) return { fault: start, found }
    const [, sign, written] = token
    const inner = open.at(-1)
    const isWanted = open.length === path.length && open.every(({ at }, depth) => at === path[depth])
    const opens = sign === undefined || sign === '{' || sign === '['
    if (next.startsWith('value') && opens) {
      if (isWanted) found ??= start
      next = valueAt(open, sign)
    } else if (next.startsWith('name') && written !== undefined && inner !== undefined) {
      inner.at = JSON.parse(written) as string
      next = 'colon'
    } else next = betweenValues(open, next, sign)
    if (next === null) return { fault: start, found }
  }
  const end = afterBlanks(text, TOKEN.lastIndex)
  return { fault: end < text.length ? end : null, found }
}

function afterBlanks(text: string, index: number): number {
  BLANKS.lastIndex = index
  BLANKS.test(text)
  return BLANKS.lastIndex
}

/** Line and column of an offset, from 1. */
function placeOf(name: string, text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { path: name, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Where the text is not JSON any more. */
export function jsonFaultOf(name: string, text: string): Place {
  const { fault } = survey(text, [])
  return fault === null ? wholeFile(name) : placeOf(name, text, fault)
}

/** Where the value stands that the path leads to; of what is not there, where the last one stands that is. */
export function jsonPlaceOf(name: string, text: string, path: JsonPath): Place {
  for (let length = path.length; length >= 0; length--) {
    const { found } = survey(text, path.slice(0, length))
    if (found !== null) return placeOf(name, text, found)
  }
  return wholeFile(name)
}
