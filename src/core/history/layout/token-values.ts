import { Buffer } from 'node:buffer'

/** Characters of a value from which it is not remembered by its text: longer ones are seldom the same. */
const SHORT = 256
/** Characters from which it is not remembered at all. */
const LONG = 1 << 14
/** Characters that are remembered; then all are forgotten. */
const MOST = 1 << 18
/** Times that a member is asked before it is told whether to remember what it says. */
const TRIAL = 256

const [QUOTE, OPEN_LIST, OPEN_OBJECT] = ['"', '[', '{'].map(character => character.charCodeAt(0))

const hasOnlyAscii = (text: string): boolean => !/[\x80-\xff]/.test(text)

/** The last value of one member: what is long is often the same as in the file before. */
export interface LastValue {
  token: string
  value: unknown
  asked: number
  /** How often it was none of before: what mostly is, as the time of a run, is not worth remembering. */
  missed: number
}

export const noValue = (): LastValue => ({ token: '', value: null, asked: 0, missed: 0 })

const isMostlyNew = ({ asked, missed }: LastValue): boolean => asked > TRIAL && 2 * missed > asked

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
    if (token.length >= SHORT || isMostlyNew(last)) return this.#kept(token, last)
    last.asked += 1
    const known = this.#known.get(token)
    if (known !== undefined) return known
    last.missed += 1
    return this.#remembered(token)
  }

  #kept(token: string, last: LastValue): unknown {
    if (token === last.token) return last.value
    const value = this.#parsed(token)
    if (token.length > LONG) return value
    last.value = value
    last.token = this.#copied(token)
    return value
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
    return this.#written(token).toString('latin1', 0, token.length)
  }

  #decoded(token: string): string {
    return this.#written(token).toString('utf8', 0, token.length)
  }

  #written(token: string): Buffer {
    const { length } = token
    if (length > this.#scratch.length) this.#scratch = Buffer.alloc(2 * length)
    this.#scratch.write(token, 0, length, 'latin1')
    return this.#scratch
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
