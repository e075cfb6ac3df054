import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ROOMS } from '../architecture/rooms.js'

const text = readFileSync('docs/architecture.md', 'utf8')

/** Rows of the table of folders: path below `src` (`.` for itself), and what the page says of it. */
const rows = [...text.matchAll(/^\| `src\/(?:([^`]*)\/)?` \| (.*) \|$/gm)].map(([, folder = '.', sentence = '']) => ({
  folder,
  sentence
}))

// The table of rooms is compared with the folders themselves by the tests of the architecture.
test('docs/architecture.md says of every folder what it holds, in the order of the table of rooms', () => {
  expect(rows.map(({ folder }) => folder)).toEqual(Object.keys(ROOMS))
})

test('no two folders hold the same', () => {
  const sentences = rows.map(({ sentence }) => sentence)
  expect(sentences.filter((sentence, index) => sentence.length < 10 || sentences.indexOf(sentence) < index)).toEqual([])
})

test('what the page names is there', () => {
  const paths = [...text.matchAll(/`((?:src|__tests__|docs|policies)\/[^`]*|\w+\.core\.json)`/g)].map(
    ([, path = '']) => path
  )
  expect(paths.filter(path => !existsSync(path))).toEqual([])
})
