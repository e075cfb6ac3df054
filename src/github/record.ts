import { type Account, accountTypeOf } from '../core/ground/account.js'
import { asNumber, asObject, asString, type JsonObject, type JsonValue, member } from '../core/ground/json.js'
import { GitHubError } from './http/failure.js'
import { wordOf } from './vocabulary.js'

/** A member of an answer without which it is no answer. */
export class MissingMember extends GitHubError {
  constructor(name: string) {
    super(`GitHub: an answer lacks "${name}"`, { kind: 'unavailable', mayHaveHappened: false }, null)
  }
}

/** A text that must be there. */
export function requiredText(object: JsonObject | null, name: string): string {
  const value = asString(member(object, name))
  if (value === null) throw new MissingMember(name)
  return value
}

/** A number that must be there. */
export function requiredInteger(object: JsonObject | null, name: string): number {
  const value = asNumber(member(object, name))
  if (value === null) throw new MissingMember(name)
  return value
}

/** An object inside an object, null where there is none. */
export const inner = (object: JsonObject | null, name: string): JsonObject | null => asObject(member(object, name))

/** A text inside an object, null where there is none. */
export const textIn = (object: JsonObject | null, name: string): string | null => asString(member(object, name))

/** A number inside an object, null where there is none. */
export const numberIn = (object: JsonObject | null, name: string): number | null => asNumber(member(object, name))

/** A word inside an object, null where there is none. */
export function wordIn<Word extends string>(
  object: JsonObject | null,
  name: string,
  words: readonly (Word | 'other')[]
): Word | 'other' | null {
  const text = textIn(object, name)
  return text === null ? null : wordOf(words, text)
}

/** GitHub shows deleted accounts as null or as the user `ghost`; neither is anybody. */
const GHOST_ID = 10137

/** An account as GitHub embeds it; null for deleted ones. */
export function account(value: JsonValue | undefined): Account | null {
  const object = asObject(value)
  const id = numberIn(object, 'id')
  const login = textIn(object, 'login')
  if (id === null || login === null || id === GHOST_ID) return null
  return { id, login, type: accountTypeOf(textIn(object, 'type')) }
}
