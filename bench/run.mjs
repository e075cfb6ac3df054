/**
 * Measures whole processes of the bundles against floors taken in the same run, and prints Markdown: what was to be
 * reached and what was, where the time goes, and other programs on the same files. Ratios are of CPU time, the least of
 * the runs: how long it takes on the clock depends on what else the machine does.
 *
 *   node bench/run.mjs                    files up to 100 MB, three runs each
 *   node bench/run.mjs --large            also 600 MB and a million results, one run each
 *   node bench/run.mjs --runs=1           one run of each
 *   node bench/run.mjs --node=PATH        on another Node as well, in the same run (repeatable); a Node of a major version:
 *                                         npm install --no-save --prefix DIR node@24, then DIR/node_modules/node/bin/node
 *   node bench/run.mjs flat               only rows whose name contains a word
 *   node bench/run.mjs --write            also puts the tables into docs/performance.md
 *
 * POLICY_GATE_DIST names other bundles than the committed ones.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { DATA, file } from './files.mjs'
import { measure, node, tool } from './measure.mjs'
import { evaluate, parse, readOnly } from './programs.mjs'
import { ROWS } from './rows.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const PAGE = here('../docs/performance.md')
const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->']

const options = name =>
  process.argv.flatMap(each => (each.startsWith(`--${name}=`) ? [each.slice(name.length + 3)] : []))
const has = name => process.argv.includes(`--${name}`)
const most = Number(options('runs')[0] ?? 3)

const versionOf = bin => String(spawnSync(bin, ['-p', 'process.versions.node']).stdout).trim()
const NODES = [process.execPath, ...options('node')].map(bin => ({ bin, version: versionOf(bin) }))

const seconds = value => `${value.toFixed(2)} s`
const isMissed = (value, target) => value > target

/** One row on one Node: the floors and the program in turns; a run that lost results is an error, not a time. */
async function row(each, { bin, version }) {
  const {
    name,
    files,
    inputs = files.length,
    floors,
    program = evaluate,
    without,
    results,
    isLarge,
    runs = most
  } = each
  const paths = []
  for (const path of files) paths.push(await file(path))
  const parts = floors(bin, paths)
  const programs = { program: program(bin, paths.slice(0, inputs)) }
  for (const [index, [, floor]] of parts.entries()) programs[`floor ${index}`] = floor
  if (without !== undefined) programs.without = without(bin)
  const taken = measure(programs, isLarge ? 1 : Math.min(runs, most * 3))
  if (Object.values(taken).includes(null)) throw new Error(`${name}: a program failed`)
  const { program: ours } = taken
  if (results !== undefined && !ours.output.includes(`${results} results:`))
    throw new Error(`${name}: results were lost`)
  const less = taken.without?.cpu ?? 0
  const base = parts.reduce((sum, [factor], index) => sum + factor * (taken[`floor ${index}`].cpu - less), 0)
  const target = each.ratio[Number(version.split('.')[0]) < 24 ? 0 : 1]
  return {
    ...each,
    version,
    base,
    cpu: ours.cpu - less,
    peak: ours.peak,
    of: (ours.cpu - less) / base,
    target,
    most: each.peak
  }
}

const cellsOf = ({ name, version, floor, base, cpu, of, target, peak, most: megabytes }) => [
  name,
  version.split('.')[0],
  `${floor}: ${seconds(base)}`,
  seconds(cpu),
  of.toFixed(2),
  `${target}${isMissed(of, target) ? ', **missed**' : ''}`,
  `${peak.toFixed(0)} MB`,
  `${megabytes} MB${isMissed(peak, megabytes) ? ', **missed**' : ''}`
]

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
  const bin = process.execPath
  const programs = {
    'read in chunks, nothing else': readOnly(bin, path),
    "the gate's reader alone": node([bundle, path, '--bare']),
    'reader, digest and encoding': node([bundle, path]),
    'the whole gate': evaluate(bin, [path]),
    '`JSON.parse`': parse(bin, path),
    'jq, one field of each result': tool('jq', ['-r', '.runs[].results[].ruleId', path]),
    'SARIF SDK (`sarif query`), errors counted': tool(
      'sarif',
      ['query', path, '--expression', "Level == 'Error'", '--return-count'],
      Array.from({ length: 256 }, (_, code) => code)
    )
  }
  const present = Object.fromEntries(Object.entries(programs).filter(([, program]) => program !== null))
  const taken = measure(present, most)
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

const load = loadavg()[0] ?? 0
const versions = NODES.map(({ version }) => version).join(' and ')
const busy = load > cpus().length ? `, a machine with ${load.toFixed(0)} programs waiting for them` : ''
print(`Node ${versions}, ${cpus().length} cores${busy}, ${new Date().toISOString().slice(0, 10)}.`)
print('')
print('| input | Node | floor | CPU | of floor | target | peak memory | target |')
print('|---|--:|---|--:|--:|--:|--:|--:|')
const missed = new Map()
for (const each of ROWS) {
  if (!isChosen(each.name) || (each.isLarge && !has('large'))) continue
  for (const one of NODES) {
    const taken = await row(each, one)
    print(`| ${cellsOf(taken).join(' | ')} |`)
    if (isMissed(taken.of, taken.target) || isMissed(taken.peak, taken.most)) {
      missed.set(each.why, new Set([...(missed.get(each.why) ?? []), each.name]))
    }
  }
}
if (missed.size > 0) print('')
for (const [why, names] of missed) print(`- Missed, ${[...names].join('; ')}: ${why}.`)
print('')
print('| file | program | wall | of `JSON.parse` | peak memory |')
print('|---|---|--:|--:|--:|')
for (const name of ['codeql-100mb.sarif', 'flat-100k.sarif']) {
  if (isChosen(name)) for (const line of await comparison(name)) print(line)
}
if (has('write')) {
  const page = readFileSync(PAGE, 'utf8')
  const [before, after] = [page.slice(0, page.indexOf(START) + START.length), page.slice(page.indexOf(END))]
  writeFileSync(PAGE, `${before}\n${lines.join('\n')}\n${after}`)
}
