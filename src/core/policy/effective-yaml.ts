import { quoted } from '../yaml/quoted.js'

/** A value that stands on one line. */
export type FlowValue = string | number | boolean | readonly FlowValue[] | { readonly [key: string]: FlowValue | null }

/** A piece of the output: a key with a value and the layer it comes from, with further keys, or with a list of them. */
export type Field =
  | { readonly key: string; readonly value: FlowValue; readonly origin: string | null }
  | { readonly key: string; readonly fields: readonly Field[] }
  | { readonly key: string; readonly items: readonly (readonly Field[])[] }

/** A key with its value, or nothing where there is none. */
export const leaf = (key: string, value: FlowValue | null, origin: string | null = null): readonly Field[] =>
  value === null || (Array.isArray(value) && value.length === 0) ? [] : [{ key, value, origin }]

/** A key with keys below it, or nothing. */
export const group = (key: string, fields: readonly Field[]): readonly Field[] =>
  fields.length === 0 ? [] : [{ key, fields }]

/** A key with a list of mappings, or nothing. */
export const list = (key: string, items: readonly (readonly Field[])[]): readonly Field[] =>
  items.length === 0 ? [] : [{ key, items }]

/** The lines of fields in YAML's block style, origins as comments. */
export function printFields(fields: readonly Field[], indent = ''): readonly string[] {
  return fields.flatMap(field => {
    const key = `${indent}${scalar(field.key)}:`
    if ('fields' in field) return [key, ...printFields(field.fields, `${indent}  `)]
    if ('items' in field) return [key, ...field.items.flatMap(item => printItem(item, `${indent}  `))]
    return [`${key} ${flow(field.value)}${field.origin === null ? '' : ` # ${commentText(field.origin)}`}`]
  })
}

function printItem(fields: readonly Field[], indent: string): readonly string[] {
  const lines = printFields(fields, `${indent}  `)
  return lines.map((text, index) => (index === 0 ? `${indent}- ${text.trimStart()}` : text))
}

/** Text in a comment stays on its line. */
export const commentText = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?')

/** A value in YAML's flow style; members that are null are left out. */
function flow(value: FlowValue): string {
  if (isList(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value !== 'object') return scalar(value)
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === null ? [] : [`${scalar(key)}: ${flow(member)}`]
  )
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

const isList = (value: FlowValue): value is readonly FlowValue[] => Array.isArray(value)

/** Plain where nothing could read it as something else, else in double quotes, whose escapes are those of JSON. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const isPlain = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(?:true|false|null)$/i.test(value)
  const isDuration = /^[1-9][0-9]*[hdw]$/.test(value)
  return isPlain || isDuration ? value : quoted(value)
}
