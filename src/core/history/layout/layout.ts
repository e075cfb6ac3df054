import { line, type Schema, SchemaPatterns } from './schema-pattern.js'
import { type LastValue, noValue, TokenValues } from './token-values.js'

/** Which members of a document are wanted: whole ones, or some of their members; of a list, those of each item. */
export type Keep<Value> = Value extends readonly (infer Item)[]
  ? true | Keep<Item>
  : Value extends object
    ? true | { readonly [Key in keyof Value]?: Keep<NonNullable<Value[Key]>> }
    : true

/** A document with the wanted members alone. */
export type Kept<Value, Wanted> = Wanted extends true
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Kept<Item, Wanted>[]
    : Value extends object
      ? {
          readonly [Key in keyof Value as Key extends keyof Wanted ? Key : never]: Kept<
            Value[Key],
            Wanted[Key & keyof Wanted]
          >
        }
      : Value

type Wish = true | { readonly [key: string]: Wish | undefined } | undefined

/** Where a wanted member stands: a group of the pattern, or an object with such members. */
interface Slot {
  readonly key: string
  readonly group: number
  readonly members: readonly Slot[] | null
  readonly last: LastValue
}

/** A piece of the document: a text of members, or a list whose items are read one by one. */
type Piece =
  | { readonly kind: 'members'; readonly pattern: RegExp; readonly slots: readonly Slot[] }
  | ({ readonly kind: 'list' } & ListPiece)

interface ListPiece {
  readonly key: string
  readonly opening: string
  readonly isNeeded: boolean
  readonly isWanted: boolean
  readonly item: RegExp
  readonly slots: readonly Slot[]
}

/**
 * Reads documents of a schema that are laid out as the gate writes them, without building what nobody asked for: one look at
 * each byte says that a document is valid, and what is wanted is taken out of it. A document that is written in any other way
 * is not read (null), valid or not, and is to be parsed and checked as a whole.
 */
export class Layout<Document, const Wanted extends Keep<Document>> {
  readonly #patterns: SchemaPatterns
  readonly #pieces: readonly Piece[]
  readonly #values = new TokenValues()

  constructor(schema: Schema, wanted: Wanted) {
    this.#patterns = new SchemaPatterns(schema)
    this.#pieces = this.#piecesOf(schema, wanted as Wish)
  }

  /** `text` holds the bytes of the file as Latin-1; they must be UTF-8. */
  read(text: string): Kept<Document, Wanted> | null {
    const document: Record<string, unknown> = {}
    let at = 0
    for (const piece of this.#pieces) {
      const end =
        piece.kind === 'list' ? this.#list(piece, text, at, document) : this.#members(piece, text, at, document)
      if (end === null) return null
      at = end
    }
    return document as Kept<Document, Wanted>
  }

  #members({ pattern, slots }: Piece & { kind: 'members' }, text: string, at: number, into: Built): number | null {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return null
    this.#fill(into, slots, match)
    return pattern.lastIndex
  }

  #list({ key, opening, isNeeded, isWanted, item, slots }: ListPiece, text: string, from: number, into: Built) {
    if (!text.startsWith(opening, from)) return isNeeded ? null : from
    const items: Built[] = []
    if (isWanted) into[key] = items
    let at = from + opening.length
    if (text.startsWith(']', at)) return at + 1
    let separator = ITEM
    while (text.startsWith(separator, at)) {
      item.lastIndex = at + separator.length
      const match = slots.length === 0 ? item.test(text) : item.exec(text)
      if (match === null || match === false) return null
      if (match !== true) items.push(this.#built(slots, match))
      at = item.lastIndex
      separator = NEXT_ITEM
    }
    return separator === NEXT_ITEM && text.startsWith(END, at) ? at + END.length : null
  }

  #built(slots: readonly Slot[], match: RegExpExecArray): Built {
    const built: Built = {}
    this.#fill(built, slots, match)
    return built
  }

  #fill(into: Built, slots: readonly Slot[], match: RegExpExecArray): void {
    for (const { key, group, members, last } of slots) {
      const token = match[group]
      if (members !== null) into[key] = this.#built(members, match)
      // A member that need not be there has no text.
      else if (token !== undefined) into[key] = this.#values.of(token, last)
    }
  }

  #piecesOf(schema: Schema, wanted: Wish): readonly Piece[] {
    const pieces: Piece[] = []
    let groups = new SlotGroups()
    let source = '\\{'
    const finish = () => {
      if (source !== '') pieces.push({ kind: 'members', pattern: new RegExp(source, 'y'), slots: groups.slots })
      groups = new SlotGroups()
      source = ''
    }
    for (const [index, [key, member]] of Object.entries(schema.properties ?? {}).entries()) {
      const wish = wishFor(wanted, key)
      const item = wish === true ? undefined : this.#patterns.resolved(member).items
      const isNeeded = schema.required?.includes(key) === true
      if (item !== undefined && this.#patterns.resolved(item).type === 'object') {
        finish()
        pieces.push({ kind: 'list', ...this.#listPiece(key, item, wish, isNeeded) })
      } else {
        const own = `${index === 0 ? '' : ','}${line(2)}"${key}": ${this.#source(groups, key, member, 2, wish)}`
        source += isNeeded ? own : `(?:${own})?`
      }
    }
    source += '\\n\\}\\n$'
    finish()
    return pieces
  }

  #listPiece(key: string, item: Schema, wish: Wish, isNeeded: boolean): ListPiece {
    const groups = new SlotGroups()
    const source = this.#source(groups, '', item, 4, wish)
    const [{ members } = { members: null }] = groups.slots
    return {
      ...{ key, isNeeded, isWanted: wish !== undefined },
      opening: `,\n  "${key}": [`,
      item: new RegExp(source, 'y'),
      slots: members ?? []
    }
  }

  /** The pattern of a value, with a group around each wanted part; `groups` gets where they stand. */
  #source(groups: SlotGroups, key: string, given: Schema, indent: number, wish: Wish): string {
    if (wish === undefined) return this.#patterns.of(given, indent)
    if (wish === true) {
      groups.take(key)
      return `(${this.#patterns.of(given, indent)})`
    }
    const inner = groups.within()
    const members = this.#patterns.members(this.#patterns.resolved(given), indent + 2, (name, member) =>
      this.#source(inner, name, member, indent + 2, wish[name])
    )
    groups.put(key, inner)
    return `\\{${members}${line(indent)}\\}`
  }
}

type Built = Record<string, unknown>

const ITEM = '\n    '
const NEXT_ITEM = ',\n    '
const END = '\n  ]'

const wishFor = (wanted: Wish, key: string): Wish => (wanted === undefined || wanted === true ? wanted : wanted[key])

/** Counts the groups of one pattern, in the order in which they stand in it. */
class SlotGroups {
  readonly slots: Slot[] = []
  readonly #counter: { count: number }

  constructor(counter = { count: 0 }) {
    this.#counter = counter
  }

  take(key: string): void {
    this.#counter.count += 1
    this.slots.push({ key, group: this.#counter.count, members: null, last: noValue() })
  }

  /** For the members of an object. */
  within(): SlotGroups {
    return new SlotGroups(this.#counter)
  }

  put(key: string, { slots }: SlotGroups): void {
    this.slots.push({ key, group: 0, members: slots, last: noValue() })
  }
}
