import type { Dice } from './dice.js'

/** Names as repositories have them: two assets, folders in folders, and letters that addresses escape. */
export const PATHS: readonly string[] = [
  'vault/keys.ts',
  'vault/deep/er/seal.ts',
  'vault/a b.ts',
  'shop/cart.ts',
  'shop/[id]/my page.ts',
  'shop/100%25.ts',
  'shop/deep/er/seal.ts',
  'lib/keys.ts',
  'lib/grün.ts',
  'services/api/cart.ts',
  'services/api/src/main.ts',
  'src/main.ts',
  'main.ts'
]

/** Lines of a file. */
export type Draft = readonly string[]
export type Drafts = ReadonlyMap<string, Draft>

/** Where new lines come from. */
export interface Pen {
  weakLine(): string
  plainLine(): string
  line(): string
}

interface Desk {
  readonly drafts: Drafts
  /** The file that is edited. */
  readonly path: string
  readonly lines: Draft
  readonly dice: Dice
  readonly pen: Pen
}

/** An edit gives the lines of the file, or all files anew. */
type Edit = (desk: Desk) => Draft | Drafts

const isWeak = (line: string): boolean => line.includes('danger(')

const some = (dice: Dice, line: () => string, most = 5): Draft =>
  Array.from({ length: 1 + dice.below(most) }, () => line())

const insert = (lines: Draft, at: number, more: Draft): Draft => [...lines.slice(0, at), ...more, ...lines.slice(at)]

const replace = (lines: Draft, at: number, count: number, more: Draft): Draft => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at + count)
]

/** Number of a line, of a weak one where `weak` asks for it and there is one. */
function lineIn({ lines, dice }: Desk, weak = false): number {
  const weakOnes = lines.flatMap((line, index) => (isWeak(line) ? [index] : []))
  return weak && weakOnes.length > 0 ? dice.pick(weakOnes) : dice.below(Math.max(1, lines.length))
}

const freePath = ({ drafts, path, dice }: Desk): string => {
  const free = [...PATHS, `moved/${path}`, `vault/${path}`].filter(each => !drafts.has(each))
  return dice.pick(free)
}

const without = (drafts: Drafts, path: string): Map<string, Draft> => {
  const rest = new Map(drafts)
  rest.delete(path)
  return rest
}

/** Signs at which some scanners begin a line and git does not. */
const ODD = ['a\u0085b', 'a\fb', 'a\u2028b', 'a\rb']

const EDITS: readonly Edit[] = [
  ({ lines, dice, pen }) => [...some(dice, pen.plainLine), ...lines],
  ({ lines, dice, pen }) => [...lines, ...some(dice, pen.line)],
  desk => insert(desk.lines, lineIn(desk), some(desk.dice, desk.pen.plainLine)),
  desk => insert(desk.lines, lineIn(desk), [desk.pen.weakLine()]),
  desk => insert(desk.lines, lineIn(desk, true), [desk.pen.weakLine()]),
  desk => replace(desk.lines, lineIn(desk), 1, [desk.pen.weakLine()]),
  desk => replace(desk.lines, lineIn(desk, true), 1, [desk.pen.weakLine()]),
  desk => replace(desk.lines, lineIn(desk, true), 1, [desk.pen.plainLine()]),
  desk => replace(desk.lines, lineIn(desk), 1 + desk.dice.below(4), []),
  desk => replace(desk.lines, lineIn(desk), 1 + desk.dice.below(4), some(desk.dice, desk.pen.line)),
  // The same line once more, and a block at another place.
  desk => insert(desk.lines, lineIn(desk), [desk.lines[lineIn(desk, true)] ?? '']),
  desk => {
    const at = lineIn(desk)
    const block = desk.lines.slice(at, at + 4)
    const rest = replace(desk.lines, at, 4, [])
    return insert(rest, desk.dice.below(rest.length + 1), block)
  },
  ({ lines }) => lines.map(line => (line === '' ? line : `\t${line}`)),
  ({ lines }) => lines.map(line => (line.endsWith('\r') ? line : `${line}\r`)),
  desk => insert(desk.lines, lineIn(desk), [desk.dice.pick(ODD)]),
  // Files
  desk => without(desk.drafts, desk.path).set(freePath(desk), desk.lines),
  desk => without(desk.drafts, desk.path).set(freePath(desk), [...some(desk.dice, desk.pen.line), ...desk.lines]),
  desk => new Map(desk.drafts).set(freePath(desk), some(desk.dice, desk.pen.line, 20)),
  desk => new Map(desk.drafts).set(freePath(desk), desk.lines),
  desk => without(desk.drafts, desk.path),
  desk => new Map(desk.drafts).set(desk.path, some(desk.dice, desk.pen.line, 20)),
  desk => {
    const other = desk.dice.pick([...desk.drafts.keys()])
    const at = lineIn(desk)
    const lines = desk.drafts.get(other) ?? []
    return new Map(desk.drafts).set(
      other,
      insert(lines, desk.dice.below(lines.length + 1), desk.lines.slice(at, at + 6))
    )
  }
]

/** One more edit, of any kind. What would leave nothing is not done. */
export function anEdit(drafts: Drafts, dice: Dice, pen: Pen): Drafts {
  const path = dice.pick([...drafts.keys()])
  const lines = drafts.get(path) ?? []
  const edited = dice.pick(EDITS)({ drafts, path, lines, dice, pen })
  const files = edited instanceof Map ? edited : new Map(drafts).set(path, edited as Draft)
  return files.size === 0 ? drafts : files
}
