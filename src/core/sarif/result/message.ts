import { asArray, asObject, asString, type JsonObject, member, textMember } from '../../ground/json.js'

const MAX_MESSAGE = 4_000

/** `[text](target)` with a target that is a number (a related location) or an address (SARIF 2.1.0 §3.11.6). */
const EMBEDDED_LINK = /(?<!\\)\[((?:[^[\]\\\n]|\\.){0,300})\]\((?:\d{1,9}|[^()\s]{0,300}[:/#][^()\s]{0,500})\)/g
const ESCAPE = String.fromCharCode(27)
const ANSI_SEQUENCE = new RegExp(`${ESCAPE}\\[[0-9;?]{0,20}[A-Za-z]`, 'g')
const CONTROL = /[^\P{Cc}\n\t]/gu
const HAS_CONTROL = /[^\P{Cc}\n\t]/u
const PLACEHOLDER = /\{\{|\}\}|\{(\d{1,3})\}/g

/** Terminal colours and control characters removed, ends trimmed, length bounded. */
export function plainText(value: string): string {
  const unix = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
  const clean = HAS_CONTROL.test(unix) ? unix.replace(ANSI_SEQUENCE, '').replace(CONTROL, '') : unix
  return clean.trim().slice(0, MAX_MESSAGE)
}

/** Characters that show nothing or reorder what is shown, which no name needs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** A name as policies and people can write it: one that differs in invisible characters only is no other name. */
export const visibleName = (name: string): string => name.replace(INVISIBLE, '').trim()

/** Embedded links reduced to their text, with the escapes that only links need undone. */
const withoutLinks = (value: string): string =>
  value.includes('](') ? value.replace(EMBEDDED_LINK, (_, label: string) => label.replace(/\\([[\]\\])/g, '$1')) : value

/** Tags removed; a message is read as text. */
export const withoutTags = (value: string): string => value.replace(/<\/?[A-Za-z][^<>]{0,300}>/g, '')

/** Placeholders filled in (SARIF 2.1.0 §3.11.5); a string without any is left as it is, braces and all. */
function filled(template: string, message: JsonObject): string {
  const given = asArray(member(message, 'arguments'))
  if (given.length === 0 || !/\{\d{1,3}\}/.test(template)) return template
  const values = given.map(value => asString(value) ?? '')
  return template.replace(PLACEHOLDER, (match, position: string | undefined) =>
    position === undefined ? match.charAt(0) : (values[Number(position)] ?? match)
  )
}

/** Text of a message object, whether written out, referenced by id or in Markdown only (SARIF 2.1.0 §3.11); null where it has none. */
export function messageText(
  message: JsonObject | null,
  rule: JsonObject | null,
  globalMessages: JsonObject | null
): string | null {
  if (message === null) return null
  const written = textMember(message, 'text')
  if (written !== null) return withoutLinks(filled(written, message))
  const id = textMember(message, 'id')
  if (id !== null) {
    const strings = asObject(member(rule, 'messageStrings'))
    const named = asObject(member(strings, id)) ?? asObject(member(globalMessages, id))
    const template = textMember(named, 'text') ?? textMember(named, 'markdown')
    if (template !== null) return withoutLinks(filled(template, message))
  }
  const markdown = textMember(message, 'markdown')
  return markdown === null ? null : withoutLinks(filled(markdown, message))
}
