/** Bounds of a reason in characters, after `cleanText`. */
export const REASON_LENGTH = { min: 20, max: 500 } as const

/** Words that say nothing by themselves; a reason made of these alone explains nothing. */
const EMPTY_WORDS = new Set(
  (
    'a accept acceptable accepted all an and approve approved asap bug by do ok okay exception false finding fine fix fixed for fp ' +
    'ignore ignored is issue it later lgtm me n na need needed negative no none not now of on one please positive reason ' +
    'risk see skip suppress tbd temp temporary test testing that the this ticket to todo true us wip will won wont ' +
    'wontfix x xxx yes'
  ).split(' ')
)

/** Text as it can be shown: line breaks become spaces, other characters that show nothing go, spaces are single. */
export const cleanText = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What is wrong with a reason that has been through `cleanText`, or null. */
export function reasonProblem(reason: string): string | null {
  const length = [...reason].length
  if (length < REASON_LENGTH.min) return `the reason has ${length} characters, at least ${REASON_LENGTH.min} are needed`
  if (length > REASON_LENGTH.max) return `the reason has ${length} characters, at most ${REASON_LENGTH.max} are allowed`
  const words = reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hasContent = words.some(word => !EMPTY_WORDS.has(word)) && new Set(words.join('')).size >= 5
  return hasContent ? null : 'the reason says nothing about this finding'
}

/** A GitHub login with its `@`, or null: people only, no teams and no apps. */
export function toLogin(text: string): string | null {
  const [, login] = /^@?([A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))$/.exec(text) ?? []
  return login === undefined ? null : `@${login}`
}

/** True for a ticket that can be found again: an https address, or a key with a number such as `SEC-12` or `org/repo#7`. */
export const isTicket = (text: string): boolean =>
  text.length <= 200 &&
  (/^https:\/\/[^\s/?#@]+\/[^\s\p{Cc}\p{Cf}]+$/u.test(text) ||
    /^#?[A-Za-z][A-Za-z0-9_./-]*[#-]?[0-9]+$|^#[0-9]+$/.test(text))
