import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { house } from './house.js'

/** A line that is put together where it is written: `printLine` cleans what it quotes, `out` passes everything on. */
const OUT = /\.out\(\s*(?:[^`()]*`[^`]*\$\{|[^()]*\+)/g

const linesIn = (path: string, text: string): readonly string[] =>
  path === 'cli/terminal.ts'
    ? []
    : [...text.matchAll(OUT)].map(({ index }) => `${path}:${text.slice(0, index).split('\n').length}`)

test('lines that quote something go through the one function that cleans them', () => {
  const paths = house().files.filter(path => path.startsWith('cli/') && path.endsWith('.ts'))
  expect(paths.flatMap(path => linesIn(path, readFileSync(join('src', path), 'utf8')))).toEqual([])
})

const quoted = ['`wrote $', '{path}`'].join('')

test.each([
  [`await terminal.out(${quoted})`, 1],
  [`await terminal.out(\n  isDry ? shown : ${quoted}\n)`, 1],
  ["await terminal.out('wrote ' + path)", 1],
  ['await terminal.out(`done\\n`)', 0],
  ['await terminal.out(rendered(format, reports))', 0],
  [`await printLine(terminal, ${quoted})`, 0]
])('%j: %i', (line, count) => {
  expect(linesIn('cli/planted.ts', line)).toHaveLength(count)
})
