import { INVISIBLE, spelt } from '../../ground/visible-line.js'

export { visibleLine } from '../../ground/visible-line.js'

/** Whether a text of several lines hides something; tabs show. */
export const hidesSomething = (text: string): boolean => text.replace(/[\t\n]/g, '').search(INVISIBLE) !== -1

/** The text, or its start and `…` where it is longer than that many code points. Never splits a code point. */
export function clip(text: string, points: number): string {
  if (text.length <= points) return text
  const kept: string[] = []
  for (const character of text) {
    if (kept.length === points) return `${kept.slice(0, -1).join('')}…`
    kept.push(character)
  }
  return text
}

/** Bytes of the text in UTF-8. */
export const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** As `clip`, counted in bytes of UTF-8; the `…` is counted too. */
export function clipBytes(text: string, bytes: number): string {
  if (utf8Bytes(text) <= bytes) return text
  let used = utf8Bytes('…')
  let end = 0
  for (const character of text) {
    used += utf8Bytes(character)
    if (used > bytes) break
    end += character.length
  }
  return `${text.slice(0, end)}…`
}

/**
 * Text for the log of a runner, which acts on what it reads there: `::command::` at the start of a line, and anywhere in one
 * the older `##[command]`, `##vso[command]` of Azure Pipelines and `##teamcity[command]`; to GitHub's U+0085 is a blank as
 * well. All are broken up visibly; text of scanners must not give commands.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Sdk/Command.cs
 */
export const commandSafe = (text: string): string =>
  withoutMarks(text.replace(/^([\s\u{85}]*):(?=:)/gmu, '$1\\u{3a}'), '\\u{23}')

/** The text with another spelling of the second mark of `##[`, `##vso[` and the like, of which runners take no notice. */
export const withoutMarks = (text: string, spelling: string): string =>
  text.includes('##') ? text.replace(/##(?=[a-z]*\[)/gi, `#${spelling}`) : text

/**
 * Text for a terminal or the log of a runner, whatever it quotes: lines and tabs stay, all else that is hidden shows, and
 * no line gives a command.
 */
export const logText = (text: string): string =>
  commandSafe(
    text
      .replace(/\r\n/g, '\n')
      .split(/([\t\n])/)
      .map((part, at) => (at % 2 === 1 ? part : spelt(part)))
      .join('')
  )

/**
 * A value as JSON in which no text gives a command: the marks stand in texts alone, where an escape says the same. Members
 * of lists begin with a quote, so that `::` is never at the start of a line.
 */
export const jsonText = (value: object | string, indent = 0): string =>
  withoutMarks(JSON.stringify(value, null, indent), '\\u0023')
