import fc from 'fast-check'

const SURROGATES = 0x800
const FIRST_SURROGATE = 0xd800

/** Any character there is. As fast-check's own unit `binary`, which first makes a table of all of them for a second. */
const character = fc
  .nat(0x10ffff - SURROGATES)
  .map(number => String.fromCodePoint(number < FIRST_SURROGATE ? number : number + SURROGATES))

/** Text of any characters; half of a surrogate pair is none. */
export const anyText = (constraints: { readonly minLength?: number; readonly maxLength?: number } = {}) =>
  fc.string({ ...constraints, unit: character })
