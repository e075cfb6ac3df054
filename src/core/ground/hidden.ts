// Everything that shows nothing or changes how its neighbours show: control, format and private characters, lone
// surrogates, line and paragraph separators, and what Unicode calls default ignorable (Hangul fillers, selectors).
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** Whether a text of several lines hides something; tabs show. */
export const hidesSomething = (text: string): boolean => text.replace(/[\t\n]/g, '').search(INVISIBLE) !== -1

/** The text with all that is invisible or reorders it spelt as `\u{202e}` (Trojan Source, CVE-2021-42574). */
export const spelt = (text: string): string =>
  text.replace(INVISIBLE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
