// What a target's texts are: lines, JSON, or YAML that is changed as a tree too.
import { load } from 'js-yaml'
import { mutateText, mutateTree } from './mutate.mjs'

const treeOf = (text, parse) => {
  try {
    const tree = parse(text)
    return typeof tree === 'object' && tree !== null ? tree : null
  } catch {
    return null // A text that is no tree is changed as a text.
  }
}

const asTrees = parse => ({
  changed(text, dice, words, pool) {
    const tree = dice.once(3) ? null : treeOf(text, parse)
    if (tree === null) return mutateText(text, dice, { words, others: pool })
    const other = treeOf(dice.pick(pool), parse)
    const changed = mutateTree(tree, dice, { words, others: [other ?? tree] })
    return JSON.stringify(changed, null, dice.once(2) ? 1 : 0) ?? 'null'
  }
})

const FORMS = {
  lines: { changed: (text, dice, words, pool) => mutateText(text, dice, { words, others: pool }) },
  json: asTrees(JSON.parse),
  yaml: asTrees(text => load(text))
}

/** How texts of a form are changed. */
export const formOf = name => FORMS[name]
