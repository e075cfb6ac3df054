/** Diffs that touch so many of the files that the generated results may name. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { DATA } from './files.mjs'
import { WORDS } from './generate.mjs'

const section = (path, line) =>
  `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}\n@@ -${line},3 +${line},4 @@\n a\n+b\n c\n d\n`

/** Path of a diff of so many files. */
export function diffFile(count) {
  const path = `${DATA}/${count}-files.diff`
  if (existsSync(path)) return path
  mkdirSync(DATA, { recursive: true })
  const pick = number => WORDS[number % 14]
  const sections = Array.from({ length: count }, (_, index) => {
    const [name, rest] = [index % 400, Math.floor(index / 400)]
    return section(`src/${pick(rest)}/${pick(Math.floor(rest / 14))}/${pick(index * 3)}-${name}.ts`, 1 + (index % 1900))
  })
  writeFileSync(path, sections.join(''))
  return path
}
