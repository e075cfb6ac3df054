/**
 * Figures over a made-up fleet: `metrics` and `rows` over decision files, and those of sql/ on DuckDB over rows as NDJSON, the
 * same as Parquet, and ten times as many as Parquet (each repository ten times over). Each in a process of its own; prints
 * Markdown, with the targets.
 *
 *   node bench/fleet.mjs            100,000 decisions of 7 findings, 2 GB in bench/.data
 *   node bench/fleet.mjs 10000      fewer
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { writeDecisions } from './decisions.mjs'
import { DATA } from './files.mjs'
import { node, once } from './measure.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const TABLES = ['decisions', 'outcomes', 'exceptions', 'scans']
const SHARED = ['tables.sql', 'facts.sql', 'which-repositories-have.sql']
const sql = name => readFileSync(here(`../sql/${name}`), 'utf8')
const SETTINGS = { memory_limit: '800MB', preserve_insertion_order: 'false' }

async function connect() {
  const instance = await DuckDBInstance.create(':memory:', SETTINGS)
  return instance.connect()
}

/** All figures over the tables that `from` names, in this process. */
async function ask(from, work) {
  const connection = await connect()
  await connection.run(`SET temp_directory = '${work}/spill'`)
  if (from === 'ndjson') {
    await connection.run(sql('tables.sql'))
    for (const table of TABLES) await connection.run(`COPY ${table} FROM '${work}/${table}.ndjson' (FORMAT json)`)
  } else {
    for (const table of TABLES)
      await connection.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet('${work}/${from}/${table}.parquet')`)
  }
  const now = Date.UTC(2027, 0, 1) / 1000
  await connection.run(`CREATE TABLE settings AS SELECT ${now} AS now_s, 0 AS since_s, 1209600 AS within_s`)
  await connection.run(sql('facts.sql'))
  let rows = 0
  for (const name of readdirSync(here('../sql')).filter(each => !SHARED.includes(each)))
    rows += (await connection.runAndReadAll(sql(name))).getRowObjectsJson().length
  process.stdout.write(`${rows}\n`)
}

/** NDJSON of every table, then Parquet of it, then of ten fleets that are told apart by a number after their names. */
async function prepare(decisions, work) {
  for (const table of TABLES) {
    const path = `${work}/${table}.ndjson`
    if (existsSync(path)) continue
    const stdio = ['ignore', openSync(path, 'w'), 'inherit']
    spawnSync(process.execPath, [here('../dist/cli.js'), 'rows', decisions, '--table', table], { stdio })
  }
  if (existsSync(`${work}/ten/scans.parquet`)) return
  for (const part of ['one', 'ten']) mkdirSync(`${work}/${part}`, { recursive: true })
  const connection = await connect()
  await connection.run(`SET temp_directory = '${work}/spill'`)
  await connection.run(sql('tables.sql'))
  for (const table of TABLES) {
    await connection.run(`COPY ${table} FROM '${work}/${table}.ndjson' (FORMAT json)`)
    await connection.run(`COPY ${table} TO '${work}/one/${table}.parquet' (FORMAT parquet, COMPRESSION zstd)`)
    await connection.run(
      `COPY (SELECT t.* REPLACE (concat(t.decision_sha256, n) AS decision_sha256, concat(t.repository, '-', n) AS repository)
        FROM ${table} t CROSS JOIN range(10) r(n)) TO '${work}/ten/${table}.parquet' (FORMAT parquet, COMPRESSION zstd)`
    )
    await connection.run(`DROP TABLE ${table}`)
  }
}

/** What is taken, and what may be: CPU seconds and megabytes. */
function row(name, program, mostCpu, mostPeak) {
  const taken = once(program)
  if (taken === null) return `| ${name} | fails | | | | |`
  const missed = (value, most) => (value <= most ? '' : ', **missed**')
  const cells = [
    name,
    `${taken.wall.toFixed(1)} s`,
    `${taken.cpu.toFixed(1)} s`,
    mostCpu === null ? '' : `${mostCpu} s${missed(taken.cpu, mostCpu)}`,
    `${taken.peak.toFixed(0)} MB`,
    mostPeak === null ? '' : `${mostPeak} MB${missed(taken.peak, mostPeak)}`
  ]
  return `| ${cells.join(' | ')} |`
}

async function measureFleet(count) {
  const [decisions, work] = [`${DATA}/fleet-${count}`, `${DATA}/fleet-${count}-rows`]
  if (!existsSync(work)) {
    writeDecisions(count, decisions)
    mkdirSync(work, { recursive: true })
  }
  const print = line => process.stdout.write(`${line}\n`)
  print(`${count} decisions, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.\n`)
  print('| what | wall | CPU | target | peak memory | target |\n|---|--:|--:|--:|--:|--:|')
  // Targets are of so many: what a start takes is no share of it.
  const most = limit => (count === 100_000 ? limit : null)
  const cli = (...args) => node([here('../dist/cli.js'), ...args])
  print(row('`metrics`', cli('metrics', decisions, '--now', '2027-01-01T00:00:00Z'), most(15), most(200)))
  print(row('`rows --table decisions`', cli('rows', decisions, '--table', 'decisions'), most(15), most(200)))
  await prepare(decisions, work)
  const sqlOver = from => node([here('fleet.mjs'), '--ask', from, work])
  print(row('`sql/` on DuckDB, NDJSON', sqlOver('ndjson'), most(10), null))
  print(row('`sql/` on DuckDB, Parquet', sqlOver('one'), most(4), null))
  print(row('`sql/` on DuckDB, Parquet, ten times as many', sqlOver('ten'), most(10), most(1000)))
}

const [first = '100000', from, work] = process.argv.slice(2)
if (first === '--ask') await ask(from, work)
else await measureFleet(Number(first))
