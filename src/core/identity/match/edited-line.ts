import { tellingWords } from './content.js'

/** A finding's line, and the column (from 1) at which the finding starts; that after its end where it ends in the line. */
export interface LinePlace {
  readonly line: string
  readonly column: number
  readonly end: number | null
}

/** Words of its own that a line must keep where one name took the place of another. */
const KEPT = { extended: 1, replaced: 3 }
/** The scanner points at what its rule looks for (`console.error(`): so many words are on every line of the rule. */
const RULE_WORDS = 2
/** A shorter name is not recognised in a longer one. */
const SHORTEST_NAME = 3
/** Longer lines are not compared: what is not looked at may be what was edited. */
const LONGEST_LINE = 1_600

/**
 * Whether a line can only be the other one after an edit: it differs at one spot, and enough words stayed that the rule
 * does not demand of each of its findings. Another weak line in the same place has the words of the rule too, and
 * differs at more than one spot; so a line that was rewritten counts as another one.
 */
export function isSameLineEdited(before: LinePlace, after: LinePlace): boolean {
  if (before.line.length > LONGEST_LINE || after.line.length > LONGEST_LINE) return false
  const { removed, added } = changeOf(tokensOf(before.line), tokensOf(after.line))
  if (removed.length > 0 && added.length > 0) {
    if (removed.length > 1 || added.length > 1) return false
    const needed = isExtended(removed.join(), added.join()) ? KEPT.extended : KEPT.replaced
    return ownWordsKept(before, after) >= needed
  }
  return removed.length + added.length < ownWordsKept(before, after)
}

/** How many words both lines have beyond those that the rule demands. */
function ownWordsKept(before: LinePlace, after: LinePlace): number {
  const ofRule = new Set(commonOf(ruleWords(before), ruleWords(after)))
  const own = ({ line }: LinePlace): readonly string[] => tellingWords(line).filter(word => !ofRule.has(word))
  return commonOf(own(before), own(after)).length
}

/** The first words at the place, to the bracket after them: mostly what is called or accessed. */
function ruleWords({ line, column, end }: LinePlace): readonly string[] {
  const region = line.slice(column - 1, end === null ? line.length : end - 1)
  const called = region.replace(/^[^\p{L}\p{N}_$]+/u, '').replace(/\(.*/s, '')
  return tellingWords(called).slice(0, RULE_WORDS)
}

/** Elements of both lists, counted with repetition. */
function commonOf(left: readonly string[], right: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  return right.filter(word => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count > 0
  })
}

const WORD = /[\p{L}\p{N}_$]/u

/** Words, and each other character but white space. */
const tokensOf = (line: string): readonly string[] => Array.from(line.matchAll(/[\p{L}\p{N}_$]+|\S/gu), String)

interface LineChange {
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** The words of the stretch that differs; one and the same replacement of a name in several places counts once. */
function changeOf(before: readonly string[], after: readonly string[]): LineChange {
  const renaming = renamingOf(before, after)
  if (renaming !== null) return renaming
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const words = (tokens: readonly string[]): readonly string[] =>
    tokens.slice(start, tokens.length - end).filter(token => WORD.test(token))
  return { removed: words(before), added: words(after) }
}

function renamingOf(before: readonly string[], after: readonly string[]): LineChange | null {
  if (before.length !== after.length) return null
  let name: readonly [string, string] | null = null
  for (const [index, old] of before.entries()) {
    const now = after[index] ?? ''
    if (old === now) continue
    if (!WORD.test(old) || !WORD.test(now)) return null
    if (name !== null && (name[0] !== old || name[1] !== now)) return null
    name = [old, now]
  }
  return name === null ? null : { removed: [name[0]], added: [name[1]] }
}

/** Whether one name is the other one with words before or after it: `user` and `userName`, `users`, `USER_NAME`. */
function isExtended(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  if (short.length < SHORTEST_NAME) return false
  return long.startsWith(short) && /^(?:[\p{Lu}_]|s$)/u.test(long.slice(short.length))
}
