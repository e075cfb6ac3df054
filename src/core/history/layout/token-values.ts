import { Buffer } from 'node:buffer'

/** Characters of a value from which it is not remembered by its text: longer ones are seldom the same. */
const SHORT = 256
/** Characters that are remembered; then all are forgotten. */
const MOST = 1 << 18

const [QUOTE, OPEN_LIST, OPEN_OBJECT] = ['"', '[', '{'].map(character => character.charCodeAt(0))

const hasOnlyAscii = (text: string): boolean => !/[\x80-\xff]/.test(text)

/** The last value of one member: what is long is often the same as in the file before. */
export interface LastValue {
  token: string
  value: unknown
}

/**
 * Values of JSON by their text, which is UTF-8 taken for Latin-1. Most are the same in one decision after the other: what was
 * read once is given again, and no value holds on to the text of the file that it stood in.
 */
export class TokenValues {
  readonly #known = new Map<string, unknown>()
  #size = 0
  #scratch = Buffer.alloc(1 << 12)

  of(token: string, last: LastValue): unknown {
    const first = token.charCodeAt(0)
    if (first !== QUOTE && first !== OPEN_LIST && first !== OPEN_OBJECT) return word(token)
    if (token.length >= SHORT) return this.#long(token, last)
    const known = this.#known.get(token)
    return known === undefined ? this.#remembered(token) : known
  }

  #long(token: string, last: LastValue): unknown {
    if (token === last.token) return last.value
    last.value = this.#parsed(token)
    last.token = token
    return last.value
  }

  #remembered(token: string): unknown {
    const value = this.#parsed(token)
    this.#size += token.length
    if (this.#size > MOST) {
      this.#known.clear()
      this.#size = token.length
    }
    this.#known.set(this.#copied(token), value)
    return value
  }

  #parsed(token: string): unknown {
    return JSON.parse(hasOnlyAscii(token) ? token : this.#decoded(token))
  }

  /** A part of a text keeps all of it alive; a copy does not. */
  #copied(token: string): string {
    this.#scratch.write(token, 0, token.length, 'latin1')
    return this.#scratch.toString('latin1', 0, token.length)
  }

  #decoded(token: string): string {
    const { length } = token
    if (length > this.#scratch.length) this.#scratch = Buffer.alloc(2 * length)
    this.#scratch.write(token, 0, length, 'latin1')
    return this.#scratch.toString('utf8', 0, length)
  }
}

/** What is neither text nor list nor object. */
function word(token: string): unknown {
  switch (token) {
    case 'null':
      return null
    case 'true':
      return true
    case 'false':
      return false
    default:
      return Number(token)
  }
}
