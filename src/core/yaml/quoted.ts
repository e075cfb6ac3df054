/**
 * A double-quoted scalar (YAML 1.2 §7.3.1). JSON's escapes are among YAML's; what YAML does not take for printable (§5.1),
 * what people would not see, or see in another order, and what a runner that shows it would take for a command (`##vso[…]`), is
 * escaped too.
 */
export const quoted = (text: string): string =>
  JSON.stringify(text)
    .replace(/##(?=[a-z]*\[)/gi, '#\\x23')
    .replace(/[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, character => {
      const point = (character.codePointAt(0) ?? 0).toString(16)
      return point.length > 4 ? `\\U${point.padStart(8, '0')}` : `\\u${point.padStart(4, '0')}`
    })
