// Small changes of texts and of trees of values. What a text is made of decides which change finds something: a tree keeps
// its form and loses its sense, a text loses its form.

const NUMBERS = ['0', '-1', '1', '2', '250', '65536', '2147483648', '9007199254740993', '1e999', '0.1', '-0']
/** Characters that readers count, show or compare apart. */
const ODD = [
  '\u0000',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0085',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  '"',
  "'",
  '\\',
  '#',
  ':',
  '{',
  '[',
  '𝒳'
]
const VALUES = [null, true, false, 0, -1, 1, 1.5, 2 ** 53, '', ' ', 'x', [], {}, [[]], [null], { a: null }]
/** Texts do not grow beyond what a person reads. */
const LONGEST = 20_000

/** The text with some changes. `words`: what the format speaks of; `others`: texts to take pieces of. */
export function mutateText(text, dice, { words, others }) {
  let changed = text
  for (let left = 1 + dice.below(3); left > 0; left -= 1)
    changed = dice.pick(TEXT_CHANGES)(changed, dice, words, others)
  return changed.slice(0, LONGEST)
}

/** A piece of the text that is worth to be moved: some characters. */
const piece = (text, dice) => {
  const start = dice.below(text.length + 1)
  return [start, Math.min(text.length, start + 1 + dice.below(dice.once(4) ? 200 : 12))]
}
const spliced = (text, start, end, put) => text.slice(0, start) + put + text.slice(end)
const byLines = change => (text, dice, words, others) => {
  const lines = text.split('\n')
  change(lines, dice.below(lines.length), dice, words, others)
  return lines.join('\n')
}

const TEXT_CHANGES = [
  (text, dice) => spliced(text, ...piece(text, dice), ''),
  (text, dice) => {
    const [start, end] = piece(text, dice)
    return spliced(text, end, end, text.slice(start, end))
  },
  (text, dice, words) => spliced(text, ...piece(text, dice), dice.pick(words)),
  (text, dice, words) => {
    const [at] = piece(text, dice)
    return spliced(text, at, at, dice.pick(words))
  },
  (text, dice) => {
    const [at] = piece(text, dice)
    return spliced(text, at, at, dice.pick(ODD))
  },
  (text, dice) => {
    const numbers = [...text.matchAll(/\d+/g)]
    if (numbers.length === 0) return text
    const { index, 0: number } = dice.pick(numbers)
    const put = dice.once(2) ? dice.pick(NUMBERS) : String(Number(number) + dice.below(3) - 1)
    return spliced(text, index, index + number.length, put)
  },
  (text, dice) => text.slice(0, dice.below(text.length + 1)),
  byLines((lines, at) => lines.splice(at, 1)),
  byLines((lines, at) => lines.splice(at, 0, lines[at])),
  byLines((lines, at, dice) => lines.splice(dice.below(lines.length), 0, ...lines.splice(at, 1))),
  byLines((lines, at, dice) => (lines[at] = `${dice.pick([' ', '  ', '- ', '#', '\\ '])}${lines[at]}`)),
  byLines((lines, at, dice, _words, others) => {
    const from = dice.pick(others).split('\n')
    const start = dice.below(from.length)
    lines.splice(at, dice.below(2), ...from.slice(start, start + 1 + dice.below(6)))
  })
]

/** A copy of the tree with some nodes changed. `others`: trees to take nodes of. */
export function mutateTree(tree, dice, { words, others }) {
  const root = { root: structuredClone(tree) }
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const nodes = nodesOf(root)
    const { parent, key } = dice.pick(nodes)
    dice.pick(TREE_CHANGES)(parent, key, dice, words, () =>
      structuredClone(dice.pick(nodesOf({ root: dice.pick(others) })).value)
    )
  }
  return root.root
}

/** Every node below `parent`, with where it hangs. */
function nodesOf(parent, found = []) {
  for (const key of Object.keys(parent)) {
    const value = parent[key]
    found.push({ parent, key, value })
    if (typeof value === 'object' && value !== null && found.length < 3000) nodesOf(value, found)
  }
  return found
}

const put = (parent, key, value) => {
  parent[key] = value
}
const TREE_CHANGES = [
  (parent, key, dice) => put(parent, key, structuredClone(dice.pick(VALUES))),
  (parent, key, dice, words) => put(parent, key, dice.pick(words)),
  (parent, key, _dice, _words, other) => put(parent, key, other()),
  (parent, key) => (Array.isArray(parent) ? parent.splice(Number(key), 1) : key !== 'root' && delete parent[key]),
  (parent, key) =>
    Array.isArray(parent) ? parent.push(structuredClone(parent[key])) : put(parent, key, [parent[key]]),
  (parent, key, dice, words) => {
    if (Array.isArray(parent) || key === 'root') return
    put(parent, dice.pick(words), parent[key])
    if (dice.once(2)) delete parent[key]
  },
  (parent, key, dice, words, other) => {
    const value = parent[key]
    if (Array.isArray(value)) value.splice(dice.below(value.length + 1), 0, other())
    else if (typeof value === 'object' && value !== null) value[dice.pick(words)] = other()
    else if (typeof value === 'string') put(parent, key, mutateText(value, dice, { words, others: [value] }))
    else put(parent, key, Number(value) + dice.below(3) - 1)
  }
]
