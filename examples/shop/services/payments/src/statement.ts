import { exec } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { statementApiKey } from './config.js'

/** Renders the statement of a month as PDF and returns the file. */
export async function exportStatement(customer: string, month: string): Promise<Buffer> {
  const target = `/tmp/statements/${customer}-${month}.pdf`
  const env = { ...process.env, STATEMENT_API_KEY: statementApiKey }
  await new Promise<void>((resolve, reject) => {
    exec(`render-statement --customer ${customer} --month ${month} --out ${target}`, { env }, error =>
      error ? reject(error) : resolve()
    )
  })
  return readFile(target)
}
