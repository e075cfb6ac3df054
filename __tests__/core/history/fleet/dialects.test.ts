import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { buildSync } from 'esbuild'

/** Grammars of others, of the engines that no test can start: what each has against a file of SQL. */
const PROGRAM = `
import { readFileSync } from 'node:fs'
import { SparkSQL } from 'dt-sql-parser/dist/parser/spark/index.js'
import { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js'
// They tell of every objection on the terminal, too.
console.error = console.log = () => undefined
const told = (parser, path) => parser.validate(readFileSync(path, 'utf8')).map(({ startLine, message }) => path + ':' + startLine + ' ' + message)
const parsers = { Spark: new SparkSQL(), Trino: new TrinoSQL() }
const answers = process.argv.slice(2).map(path => [path, Object.fromEntries(Object.entries(parsers).map(([name, parser]) => [name, told(parser, path)]))])
process.stdout.write(JSON.stringify(Object.fromEntries(answers)))
`
const directory = mkdtempSync(join(tmpdir(), 'policy-gate-sql-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** The package is written for bundlers alone. */
function objections(paths: readonly string[]): Record<string, Record<'Spark' | 'Trino', readonly string[]>> {
  const outfile = join(directory, 'parse.cjs')
  const stdin = { contents: PROGRAM, resolveDir: resolve('.') }
  buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' })
  return JSON.parse(execFileSync(process.execPath, [outfile, ...paths], { encoding: 'utf8', maxBuffer: 1 << 26 }))
}

const FILES = readdirSync('sql').map(name => join('sql', name))
const WRONG = ['__tests__/core/history/fleet/wrong.sql']

test('Spark and Trino can read every file of sql/, and neither reads what is no SQL', () => {
  const answers = objections([...FILES, ...WRONG])
  expect(FILES.length).toBeGreaterThan(15)
  for (const path of FILES) expect([path, answers[path]]).toEqual([path, { Spark: [], Trino: [] }])
  for (const path of WRONG) {
    expect(answers[path]?.Spark.length).toBeGreaterThan(0)
    expect(answers[path]?.Trino.length).toBeGreaterThan(0)
  }
})
