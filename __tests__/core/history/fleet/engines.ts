import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FleetQuestion } from '../../../../src/core/history/fleet/period.js'
import { type DecisionRows, ndjson } from '../../../../src/core/history/fleet/rows/rows.js'
import { TABLES } from '../../../../src/core/history/fleet/rows/tables.js'

/** One answer row of a query: numbers as numbers, whatever type the engine gives them. */
export type Answer = Readonly<Record<string, string | number | null>>

/** Answers a file of `sql/`. */
export interface Engine {
  ask(query: string): Promise<readonly Answer[]>
  end(): Promise<void>
}

export const sqlText = (name: string): string => readFileSync(`sql/${name}.sql`, 'utf8')

const settings = ({ now, since, within }: FleetQuestion): string =>
  `CREATE TABLE settings AS SELECT ${now} AS now_s, ${since} AS since_s, ${within} AS within_s;`

/** Writes the rows as a warehouse gets them: a file of NDJSON a table. */
export function writeTables(directory: string, rows: readonly DecisionRows[]): void {
  mkdirSync(directory, { recursive: true })
  for (const table of TABLES)
    writeFileSync(join(directory, `${table}.ndjson`), rows.map(each => ndjson(each, table)).join(''))
}

/** DuckDB in memory, with the rows loaded into the tables of `sql/tables.sql`. */
export async function duckdb(rows: readonly DecisionRows[], asked: FleetQuestion): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-rows-'))
  writeTables(directory, rows)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(sqlText('tables'))
  for (const table of TABLES)
    await connection.run(`COPY ${table} FROM '${join(directory, `${table}.ndjson`)}' (FORMAT json)`)
  await connection.run(`${settings(asked)}\n${sqlText('facts')}`)
  return {
    async ask(query) {
      const reader = await connection.runAndReadAll(sqlText(query))
      return reader.getRowObjectsJson().map(row => plain(row as Readonly<Record<string, unknown>>))
    },
    async end() {
      connection.closeSync()
      instance.closeSync()
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** A schema of its own in a PostgreSQL whose socket lies in a directory, as `scripts/postgres.sh` starts one. */
export async function postgres(socket: string, rows: readonly DecisionRows[], asked: FleetQuestion): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-rows-'))
  writeTables(directory, rows)
  const schema = `s${directory.slice(-6).toLowerCase()}`
  const flags = ['-h', socket, '-U', 'gate', '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1']
  const psql = (input: string) =>
    execFileSync(client(), [...flags, '-At'], {
      input: `SET client_min_messages = warning;\nSET search_path = ${schema};\n${input}`,
      encoding: 'utf8'
    })
  const loads = TABLES.map(table => {
    // CSV with quotes and separators that JSON does not hold: each line is one value.
    const copy = `\\copy lines FROM '${join(directory, `${table}.ndjson`)}' WITH (FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')`
    const insert = `INSERT INTO ${table} SELECT r.* FROM lines, json_populate_record(NULL::${table}, line) r;`
    return `CREATE TEMP TABLE lines(line json);\n${copy}\n${insert}\nDROP TABLE lines;`
  })
  // One process for all: each has a program and a connection to start.
  psql([`CREATE SCHEMA ${schema};`, sqlText('tables'), ...loads, settings(asked), sqlText('facts')].join('\n'))
  return {
    async ask(query) {
      const text = psql(`SELECT row_to_json(answer) FROM (${sqlText(query)}) answer;`)
      const lines = text.split('\n').filter(line => line !== '')
      return lines.map(line => plain(JSON.parse(line)))
    },
    async end() {
      psql(`DROP SCHEMA ${schema} CASCADE;`)
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

const SERVERS = '/usr/lib/postgresql'

/** What Debian has on the path is a script in Perl that takes longer than the queries do. */
function client(): string {
  const versions = existsSync(SERVERS) ? readdirSync(SERVERS) : []
  return versions.map(version => join(SERVERS, version, 'bin/psql')).find(path => existsSync(path)) ?? 'psql'
}

/** Engines write whole numbers of large types as text. */
export const plain = (row: Readonly<Record<string, unknown>>): Answer =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null || value === undefined) return [name, null]
      const isNumber = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) && !NAMES.includes(name)
      return [name, isNumber || typeof value === 'number' ? Number(value) : String(value)]
    })
  )

/** Columns that are names even where they look like numbers. */
const NAMES: readonly string[] = ['label', 'grouping_name', 'repository', 'branch', 'measure', 'month_name']
