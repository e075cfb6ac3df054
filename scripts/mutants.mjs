// Mutation testing of the pure core: `npm run mutants [-- PATH… --quick --sample N --seed N --at-least PERCENT --threads N]`.
// Each mutant is one small change of the code; a test must fail with it. What survives is told, with its place.
// `--quick` leaves out long tests and properties, `--tests PATH` all tests but those whose path holds it, `--without
// StringLiteral,Regex` the mutants of those kinds. `--survivors FILE` keeps those that survive, `--again FILE` tries them alone.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle, leadingTo, startsPrograms } from './mutants/bundle.mjs'
import { keyOf, known } from './mutants/equivalents.mjs'
import { instrument } from './mutants/instrument.mjs'
import { pool } from './mutants/pool.mjs'
import { report, score } from './mutants/report.mjs'

/** What decides: places, evidence, identity, exceptions, policy, and the decision. */
const DECIDING = [
  'decision',
  'exceptions',
  'identity',
  'policy',
  'change',
  'feeds',
  'sarif/place',
  'sarif/result/severity.ts',
  'sarif/gravity',
  'sarif/result/category.ts',
  'sarif/run/completeness.ts'
].map(path => `src/core/${path}`)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'at-least': { type: 'string', default: '0' },
    tests: { type: 'string', default: '' },
    without: { type: 'string', default: '' },
    survivors: { type: 'string' },
    again: { type: 'string' },
    threads: { type: 'string', default: '2' }
  }
})
const started = performance.now()
const brief = text => text.slice(0, 200).replace(/\s+/g, ' ')
const tell = text =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`)
const seed = Number(values.seed)
const threads = Number(values.threads)

const below = path =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => join(path, name))
    : [path]
const files = [...new Set((positionals.length > 0 ? positionals : DECIDING).flatMap(below))]
  .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
/** Views, history and advice ask much of the machine and little of what decides: only their own mutants meet them. */
const ASIDE = ['core/reports/', 'core/history/', 'core/doctor/', 'core/trace/', 'core/policy-test/']
const isAside = test => ASIDE.some(path => test.includes(path) && !files.some(file => file.includes(path)))
/** Single tests that take more milliseconds: `--quick` leaves them out. */
const LONGEST_QUICK = 1000
const isLong = test => test.includes('/properties/')
const testsBelow = ['__tests__/core', '__tests__/properties']
  .flatMap(below)
  .filter(path => path.endsWith('.test.ts'))
  .filter(path => !isAside(path) && !(values.quick && isLong(path)) && path.includes(values.tests))
  .sort()

const { code, mutants: all } = await instrument(files)
const { ids: equivalent, stale } = known(all, files)
const without = new Set(values.without.split(','))
const again = values.again === undefined ? null : new Set(JSON.parse(readFileSync(values.again, 'utf8')).map(keyOf))
const wanted = all.filter(mutant => !without.has(mutant.kind) && again?.has(keyOf(asEntry(mutant))) !== false)
const mutants = values.sample ? sample(wanted, Number(values.sample)) : wanted
const { script, packages, inputs } = await bundle(testsBelow, code)
const tests = leadingTo(inputs, testsBelow, files).filter(test => !startsPrograms(inputs, test))
tell(`${all.length} mutants in ${files.length} files, ${mutants.length} to try; ${tests.length} files of tests`)

const data = { script, packages, seed }
const surveyed = []
const broken = []
await pool(
  threads,
  data,
  tests.map(file => ({ command: 'survey', file })),
  () => 600_000,
  ({ file }, { done, failed, hung, died }) => {
    if (done) surveyed.push(done)
    else
      broken.push(`left out: ${file} fails without a mutant. ${brief(failed ?? died ?? (hung && 'It does not end'))}`)
  }
)
for (const text of broken) tell(text)
tell(`surveyed ${surveyed.reduce((sum, { tests }) => sum + tests.length, 0)} tests`)

const plans = mutants.map(mutant => ({ ...mutant, ...planOf(mutant) }))
const results = plans.filter(({ id }) => equivalent.has(id)).map(plan => ({ ...plan, outcome: 'equivalent' }))
const untested = plans.filter(({ id, files }) => !equivalent.has(id) && files.length === 0)
results.push(...untested.map(plan => ({ ...plan, outcome: 'no test' })))
const tasks = plans.filter(({ id, files }) => !equivalent.has(id) && files.length > 0)
await pool(
  threads,
  data,
  tasks.map(({ id, limit, files, ms }) => ({ command: 'tryMutant', id, limit, files, ms })),
  // Only for loops that do not come past their mutant: generous, since other programs may want the machine.
  ({ ms }) => 15_000 + 5 * ms,
  ({ id }, came) => {
    const plan = tasks.find(task => task.id === id)
    results.push({ ...plan, outcome: outcomeOf(came), by: came.done?.by ?? null })
    if (results.length % 100 === 0) keepSurvivors()
    if (results.length % 100 === 0) tell(`${results.length} of ${plans.length}, ${score(results).killed} killed`)
  }
)

process.stdout.write(`${report(results)}\n`)
keepSurvivors()
for (const { file, line, code, mutant } of stale)
  process.stdout.write(
    `scripts/mutants/equivalent.json: nothing in ${file} is ${code} → ${mutant} in the line ${line}\n`
  )
const { share } = score(results)
tell(`${(100 * share).toFixed(1)} % killed, seed ${seed}`)
if (100 * share < Number(values['at-least']) || stale.length > 0) process.exitCode = 1

function outcomeOf({ done, hung, died, failed }) {
  if (failed) throw new Error(failed)
  if (hung || died || done.lost) return 'endless'
  return done.by === null ? 'survived' : 'killed'
}

/** For those who do not want to wait: what has survived so far. */
function keepSurvivors() {
  if (values.survivors === undefined) return
  const survivors = results.filter(({ outcome }) => outcome === 'survived' || outcome === 'no test')
  const lines = survivors.map(each => JSON.stringify({ ...asEntry(each), row: each.row, outcome: each.outcome }))
  writeFileSync(values.survivors, `[\n${lines.join(',\n')}\n]\n`)
}

/** A mutant as `equivalent.json` names it. */
function asEntry({ file, line, code, replacement }) {
  return { file, line, code, mutant: replacement }
}

/** The tests that come past a mutant, those of its own folder and the quick ones first, and how often all of them do. */
function planOf({ id, file }) {
  const own = file.split('/').slice(1, 3).join('/') // core/decision, for one
  const found = surveyed.flatMap(({ file, load, tests }) => {
    const loaded = load.get(id) ?? 0
    const numbers = [...tests.keys()].filter(
      number => (loaded > 0 || tests[number].counts.has(id)) && !(values.quick && tests[number].ms > LONGEST_QUICK)
    )
    if (numbers.length === 0 && loaded === 0) return []
    const sum = of => numbers.reduce((total, number) => total + of(tests[number]), 0)
    return [{ file, tests: numbers, ms: sum(({ ms }) => ms), hits: loaded + sum(({ counts }) => counts.get(id) ?? 0) }]
  })
  const name = basename(file, '.ts')
  const rank = ({ file, ms }) =>
    (file.includes(own) ? 0 : 500) + (isLong(file) ? 1e6 : 0) + (basename(file) === `${name}.test.ts` ? 0 : ms)
  return {
    files: found.sort((a, b) => rank(a) - rank(b)).map(({ file, tests }) => ({ file, tests })),
    ms: found.reduce((sum, { ms }) => sum + ms, 0),
    limit: 1000 + 100 * found.reduce((sum, { hits }) => sum + hits, 0)
  }
}

/** So many of `all` as the seed chooses. */
function sample(all, count) {
  let state = (seed % 2_147_483_646) + 1
  const drawn = all.map(mutant => {
    state = (state * 48_271) % 2_147_483_647
    return { mutant, order: state }
  })
  return drawn
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ mutant }) => mutant)
}
