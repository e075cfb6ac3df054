/**
 * Measures the whole process of `dist/cli.js evaluate` against floors taken in the same run, and prints Markdown: the
 * targets and what was reached, where the time goes, and other programs on the same files.
 *
 *   node bench/run.mjs              files up to 100 MB, three runs each
 *   node bench/run.mjs --large      also 600 MB and a million results, one run each
 *   node bench/run.mjs flat         only cases whose name contains a word
 *   node bench/run.mjs --write      also puts the tables into docs/performance.md
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { DATA, file } from './files.mjs'
import { measure, node, tool } from './measure.mjs'
import { policyFile } from './policies.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const CLI = here('../dist/cli.js')
const PAGE = here('../docs/performance.md')
const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->']

const PARSE = `JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))`
const GUNZIP = `require('fs').createReadStream(process.argv[1]).pipe(require('zlib').createGunzip()).resume()`
const READ = `const fs = require('fs'), chunk = Buffer.allocUnsafe(2 ** 20), file = fs.openSync(process.argv[1])
while (fs.readSync(file, chunk) > 0);`

const parse = path => node(['-e', PARSE, path])
const evaluate = (paths, policy = 'preset:baseline') =>
  node([CLI, 'evaluate', ...paths.flatMap(path => ['--sarif', path]), '--policy', policy, '--format', 'text'], [0, 1])

/** Each case: its files, the floors with the factor that each counts, and what may be taken: a ratio, and megabytes. */
const CASES = [
  {
    name: 'CodeQL with code flows, 100 MB',
    files: ['codeql-100mb.sarif'],
    floor: '`JSON.parse`',
    floors: ([path]) => [[1, parse(path)]],
    ratio: 0.6,
    peak: () => 150
  },
  {
    name: 'the same, `.gz`',
    files: ['codeql-100mb.sarif.gz', 'codeql-100mb.sarif'],
    floor: 'gunzip + `JSON.parse`',
    inputs: 1,
    floors: ([packed, plain]) => [
      [1, node(['-e', GUNZIP, packed])],
      [1, parse(plain)]
    ],
    ratio: 0.8,
    peak: () => 160
  },
  {
    name: 'the same, 600 MB',
    files: ['codeql-600mb.sarif', 'codeql-100mb.sarif'],
    floor: '6 × `JSON.parse` of 100 MB',
    inputs: 1,
    floors: ([, smaller]) => [[6, parse(smaller)]],
    ratio: 0.6,
    peak: () => 200,
    isLarge: true
  },
  {
    name: 'flat, 100,000 results',
    files: ['flat-100k.sarif'],
    floor: '`JSON.parse`',
    floors: ([path]) => [[1, parse(path)]],
    ratio: 2,
    peak: () => 400,
    results: 100_000
  },
  {
    name: 'the same, by 200 rules and 200 assets with globs',
    files: ['flat-100k.sarif'],
    floor: 'the same by `preset:baseline`',
    floors: ([path]) => [[1, evaluate([path])]],
    policy: () => policyFile(200),
    ratio: 2.5,
    peak: () => 350,
    results: 100_000
  },
  {
    name: 'flat, 1,000,000 results',
    files: ['flat-1m.sarif', 'flat-100k.sarif'],
    floor: '10 × `JSON.parse` of 100,000',
    inputs: 1,
    floors: ([, smaller]) => [[10, parse(smaller)]],
    ratio: 2,
    // 1.5 KB a finding and 100 MB.
    peak: () => 1_600,
    results: 1_000_000,
    isLarge: true
  },
  {
    name: 'three small files, 150 KB',
    files: ['codeql-50kb.sarif', 'trivy-50kb.sarif', 'semgrep-50kb.sarif'],
    floor: '`node -e 0`',
    floors: () => [[1, node(['-e', '0'])]],
    ratio: 2,
    peak: () => 80,
    runs: 15
  },
  {
    name: 'Semgrep, 10 MB, a thousand rules',
    files: ['semgrep-10mb.sarif'],
    floor: '`JSON.parse`',
    floors: ([path]) => [[1, parse(path)]]
  },
  {
    name: 'Trivy, 10 MB, vulnerabilities',
    files: ['trivy-10mb.sarif'],
    floor: '`JSON.parse`',
    floors: ([path]) => [[1, parse(path)]]
  }
]

const seconds = value => `${value.toFixed(2)} s`
const missed = (value, most) => (most === undefined || value <= most ? '' : ', **missed**')
const target = (value, most, unit = '') => (most === undefined ? '' : `${most}${unit}${missed(value, most)}`)

/** One row: the floors and the gate in turns; a run that lost results is an error, not a time. */
async function row({
  name,
  files,
  inputs = files.length,
  floor,
  floors,
  policy,
  ratio,
  peak,
  results,
  isLarge,
  runs = 3
}) {
  const paths = []
  for (const each of files) paths.push(await file(each))
  const parts = floors(paths)
  const programs = { gate: evaluate(paths.slice(0, inputs), policy?.()) }
  for (const [index, [, program]] of parts.entries()) programs[`floor ${index}`] = program
  const taken = measure(programs, isLarge ? 1 : runs)
  const { gate } = taken
  // A floor of the gate itself ends by its verdict, and is none where it failed.
  if (parts.some((_, index) => taken[`floor ${index}`] === null)) throw new Error(`${name}: a floor failed`)
  if (gate === null || (results !== undefined && !gate.output.includes(`${results} results:`))) {
    throw new Error(`${name}: the gate failed or lost results`)
  }
  const base = parts.reduce((sum, [factor], index) => sum + factor * taken[`floor ${index}`].wall, 0)
  const of = gate.wall / base
  const cells = [
    name,
    `${floor}: ${seconds(base)}`,
    seconds(gate.wall),
    seconds(gate.cpu),
    of.toFixed(2),
    target(of, ratio),
    `${gate.peak.toFixed(0)} MB`,
    target(gate.peak, peak?.(), ' MB')
  ]
  return `| ${cells.join(' | ')} |`
}

/** Reading alone, the first 100 MB of the way, and what other programs take for one field of each result. */
async function comparison(name) {
  const path = await file(name)
  const bundle = `${DATA}/reader.mjs`
  await build({
    entryPoints: [here('reader.mjs')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    logLevel: 'error'
  })
  const programs = {
    'read in chunks, nothing else': node(['-e', READ, path]),
    "the gate's reader alone": node([bundle, path, '--bare']),
    'reader, digest and encoding': node([bundle, path]),
    'the whole gate': evaluate([path]),
    '`JSON.parse`': parse(path),
    'jq, one field of each result': tool('jq', ['-r', '.runs[].results[].ruleId', path]),
    'SARIF SDK (`sarif query`), errors counted': tool(
      'sarif',
      ['query', path, '--expression', "Level == 'Error'", '--return-count'],
      Array.from({ length: 256 }, (_, code) => code)
    )
  }
  const present = Object.fromEntries(Object.entries(programs).filter(([, program]) => program !== null))
  const taken = measure(present, 3)
  const floor = taken['`JSON.parse`'].wall
  return Object.entries(taken).map(([program, figures]) => {
    if (figures === null) return `| ${name} | ${program} | fails | | |`
    const peak = figures.peak === null ? '' : `${figures.peak.toFixed(0)} MB`
    return `| ${name} | ${program} | ${seconds(figures.wall)} | ${(figures.wall / floor).toFixed(2)} | ${peak} |`
  })
}

const words = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const isChosen = name => words.every(word => name.includes(word))
const lines = []
const print = line => {
  lines.push(line)
  process.stdout.write(`${line}\n`)
}

print(`Node ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.`)
print('')
print('| input | floor | wall | CPU | of floor | target | peak memory | target |')
print('|---|---|--:|--:|--:|--:|--:|--:|')
for (const each of CASES) {
  if (isChosen(each.name) && (!each.isLarge || process.argv.includes('--large'))) print(await row(each))
}
print('')
print('| file | program | wall | of `JSON.parse` | peak memory |')
print('|---|---|--:|--:|--:|')
for (const name of ['codeql-100mb.sarif', 'flat-100k.sarif']) {
  if (isChosen(name)) for (const line of await comparison(name)) print(line)
}
if (process.argv.includes('--write')) {
  const page = readFileSync(PAGE, 'utf8')
  const [before, after] = [page.slice(0, page.indexOf(START) + START.length), page.slice(page.indexOf(END))]
  writeFileSync(PAGE, `${before}\n${lines.join('\n')}\n${after}`)
}
