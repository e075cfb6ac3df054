import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FleetQuestion } from '../../../../src/core/history/fleet/period.js'
import { type DecisionRows, ndjson, TABLES } from '../../../../src/core/history/fleet/rows/rows.js'

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
