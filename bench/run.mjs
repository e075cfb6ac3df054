/**
 * Measures whole processes against floors taken in the same run, and prints a Markdown table: wall and CPU seconds,
 * peak memory, and wall time as a ratio to JSON.parse of the same file. Median of three.
 *
 *   node bench/run.mjs              the usual cases, up to 100 MB
 *   node bench/run.mjs flat         cases whose name contains a word
 *   node bench/run.mjs --large      also 600 MB and a million results, which JSON.parse cannot read
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { generate } from './generate.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const DATA = here('.data')
const CLI = here('../dist/cli.js')
const RUNS = 3

/** Name, and the files of a case as shape, size and ending. */
const CASES = [
  { name: 'three small files', files: ['codeql-50k.b', 'trivy-50k.b', 'semgrep-50k.b'] },
  { name: 'codeql 1 MB', files: ['codeql-1mb'] },
  { name: 'codeql 10 MB', files: ['codeql-10mb'] },
  { name: 'codeql 100 MB', files: ['codeql-100mb'] },
  { name: 'codeql 100 MB .gz', files: ['codeql-100mb.gz'] },
  { name: 'flat 1 k results', files: ['flat-1k'] },
  { name: 'flat 100 k results', files: ['flat-100k'] },
  { name: 'semgrep 10 MB', files: ['semgrep-10mb'] },
  { name: 'trivy 10 MB', files: ['trivy-10mb'] },
  { name: 'codeql 600 MB', files: ['codeql-600mb'], isLarge: true },
  { name: 'flat 1 M results', files: ['flat-1m'], isLarge: true }
]

const READ = `const fs = require('fs'), chunk = Buffer.allocUnsafe(2 ** 20)
for (const path of process.argv.slice(1)) { const file = fs.openSync(path); while (fs.readSync(file, chunk) > 0); }`
const PARSE = `const fs = require('fs'), { gunzipSync } = require('zlib')
for (const path of process.argv.slice(1)) {
  const bytes = fs.readFileSync(path)
  JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString())
}`

/** The programs measured with the files of a case; the first three are the floors. */
function programs(files) {
  const list = [
    ['`node -e 0`', ['-e', '0']],
    ['read in chunks', ['-e', READ, ...files]],
    ['`JSON.parse`', ['-e', PARSE, ...files]]
  ]
  const bundle = `${DATA}/reader.mjs`
  if (files.length === 1 && !files[0].endsWith('.gz')) list.push(['reader alone', [bundle, files[0], '--bare']])
  if (files.length === 1) list.push(['reader and loading', [bundle, files[0]]])
  if (existsSync(CLI)) {
    const inputs = files.flatMap(file => ['--sarif', file])
    list.push(['`evaluate`', [CLI, 'evaluate', ...inputs, '--policy', 'preset:baseline', '--format', 'text']])
  }
  return list
}

/** One run of a program; null where it failed. Exit code 1 is a verdict. */
function once(args) {
  const usage = `${DATA}/usage.json`
  rmSync(usage, { force: true })
  const env = { ...process.env, BENCH_USAGE: usage }
  const start = process.hrtime.bigint()
  const { status } = spawnSync(process.execPath, ['--require', here('usage.cjs'), ...args], { env, stdio: 'ignore' })
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  return (status === 0 || status === 1) && existsSync(usage)
    ? { wall, ...JSON.parse(readFileSync(usage, 'utf8')), isVerdict: status === 1 }
    : null
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

function measure(args) {
  const runs = Array.from({ length: RUNS }, () => once(args))
  if (runs.some(run => run === null || (run.isVerdict && args[0] !== CLI))) return null
  return Object.fromEntries(['wall', 'cpu', 'peak'].map(key => [key, median(runs.map(run => run[key]))]))
}

/** The file of a case, generated on first use. */
async function prepare(name) {
  const [, shape, size, ending] = /^(\w+)-(\d+(?:mb|k\.b|k|m))(\.gz)?$/.exec(name)
  const file = `${DATA}/${shape}-${size.replace('.b', 'b')}.sarif${ending ?? ''}`
  if (existsSync(file)) return file
  const part = file.replace(/(\.gz)?$/, '.part$1')
  await generate(shape, size.endsWith('.b') ? `${size.slice(0, -3)}kb` : size, part)
  renameSync(part, file)
  return file
}

function row(name, program, measured, parse) {
  if (measured === null) return `| ${name} | ${program} | fails | | | |`
  const ratio = parse === null ? '' : (measured.wall / parse.wall).toFixed(2)
  const { wall, cpu, peak } = measured
  return `| ${name} | ${program} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${peak.toFixed(0)} | ${ratio} |`
}

mkdirSync(DATA, { recursive: true })
await build({
  entryPoints: [here('reader.mjs')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: `${DATA}/reader.mjs`,
  logLevel: 'error'
})
const words = process.argv.slice(2).filter(argument => argument !== '--large')
const isLarge = process.argv.includes('--large')
const chosen = CASES.filter(
  ({ name, isLarge: large }) => (isLarge || !large) && words.every(word => name.includes(word))
)
process.stdout.write('| file | program | wall s | CPU s | peak MB | wall / JSON.parse |\n|---|---|--:|--:|--:|--:|\n')
for (const { name, files } of chosen) {
  const paths = []
  for (const file of files) paths.push(await prepare(file))
  const measured = programs(paths).map(([program, args]) => [program, measure(args)])
  const parse = measured.find(([program]) => program === '`JSON.parse`')[1]
  for (const [program, figures] of measured) process.stdout.write(`${row(name, program, figures, parse)}\n`)
}
