/**
 * The figures of sql/ on DuckDB over a made-up fleet: rows of as many decisions as NDJSON, the same as Parquet, and ten times
 * as many as Parquet (each repository ten times over). Each in a process of its own; prints Markdown.
 *
 *   node bench/decisions.mjs 100000 DIR && node bench/warehouse.mjs DIR WORK
 */
import { spawnSync } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { node, once } from './measure.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const TABLES = ['decisions', 'outcomes', 'exceptions', 'scans']
const SHARED = ['tables.sql', 'facts.sql', 'which-repositories-have.sql']
const sql = name => readFileSync(here(`../sql/${name}`), 'utf8')
/** More than one core is no fair measure of CPU time. */
const SETTINGS = { threads: '1', memory_limit: '800MB', preserve_insertion_order: 'false' }

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
  spawnSync('mkdir', ['-p', `${work}/one`, `${work}/ten`])
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

const [decisions, work, from] = process.argv.slice(2)
if (from !== undefined) await ask(from, work)
else {
  await prepare(decisions, work)
  const rows = { 'NDJSON, as it is': 'ndjson', Parquet: 'one', 'Parquet, ten times as many': 'ten' }
  process.stdout.write('| rows | wall | CPU | peak memory |\n|---|--:|--:|--:|\n')
  for (const [name, each] of Object.entries(rows)) {
    const taken = once(node([here('warehouse.mjs'), decisions, work, each]))
    const cells =
      taken === null
        ? ['fails', '', '']
        : [`${taken.wall.toFixed(1)} s`, `${taken.cpu.toFixed(1)} s`, `${taken.peak.toFixed(0)} MB`]
    process.stdout.write(`| ${[name, ...cells].join(' | ')} |\n`)
  }
}
