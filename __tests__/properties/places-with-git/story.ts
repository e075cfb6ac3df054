import { type Dice, diceOf } from './dice.js'
import { anEdit, type Draft, type Drafts, PATHS, type Pen } from './edits.js'

/** Texts of the files of one commit, by path. */
export type Texts = Readonly<Record<string, string>>

/** What happens to one repository: the branch begins at `fork`, and main and branch go on from there. */
export interface Story {
  readonly seed: number
  readonly fork: Texts
  readonly base: Texts
  readonly head: Texts
}

export function storyOf(seed: number): Story {
  const dice = diceOf(seed)
  const pen = penOf(dice)
  const fork = repository(dice, pen)
  const isStill = dice.chance(20)
  const base = isStill ? fork : changed(fork, 1 + dice.below(3), dice, pen)
  const head = changed(fork, 1 + dice.below(4), dice, pen)
  return { seed, fork: textsOf(fork), base: textsOf(base), head: textsOf(head) }
}

/** Writes lines: each weak one has a number of its own, but for the twins. */
function penOf(dice: Dice): Pen {
  let weak = 0
  const weakLine = (): string => {
    weak += 1
    return dice.pick([
      `danger(${weak})`,
      `  value${weak} = danger(${weak})`,
      `danger(${weak}) // ${dice.pick(['alpha', 'beta', 'gamma'])}`,
      ...(dice.chance(30) ? ['danger(key)', '  return danger(key)'] : [])
    ])
  }
  const plainLine = (): string =>
    dice.pick([`const f${dice.below(9)} = ${dice.below(9)}`, `call${dice.below(999)}()`, '}', ''])
  return { weakLine, plainLine, line: () => (dice.chance(20) ? weakLine() : plainLine()) }
}

function repository(dice: Dice, pen: Pen): Drafts {
  const drafts = new Map<string, Draft>()
  const count = 3 + dice.below(4)
  while (drafts.size < count) {
    drafts.set(
      dice.pick(PATHS),
      Array.from({ length: 4 + dice.below(36) }, () => pen.line())
    )
  }
  return drafts
}

function changed(from: Drafts, times: number, dice: Dice, pen: Pen): Drafts {
  let drafts = from
  for (let time = 0; time < times; time += 1) drafts = anEdit(drafts, dice, pen)
  return drafts
}

const textsOf = (drafts: Drafts): Texts =>
  Object.fromEntries([...drafts].map(([path, lines]) => [path, `${lines.join('\n')}\n`]))
