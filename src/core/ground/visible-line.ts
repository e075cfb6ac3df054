/**
 * Everything that shows nothing or changes how its neighbours show: control, format and private characters, lone
 * surrogates, line and paragraph separators, and what Unicode calls default ignorable (Hangul fillers, selectors).
 */
export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** The text with all of these spelt as `\u{202e}` (Trojan Source, CVE-2021-42574), line ends and tabs too. */
export const spelt = (text: string): string =>
  text.replace(INVISIBLE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/**
 * One line in which nothing is hidden: runs of blanks and line ends become one space, and characters that are
 * invisible or reorder text are spelt as `\u{202e}` (Trojan Source, CVE-2021-42574).
 */
export const visibleLine = (text: string): string => spelt(text.replace(/[ \t\r\n]+/g, ' ').trim())
