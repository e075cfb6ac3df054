import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by path; text is written as it is, anything else as JSON. */
export type Files = Readonly<Record<string, unknown>>

/** Runs with a temporary directory that holds the files, and removes it afterwards. */
export async function withFiles<T>(files: Files, run: (directory: string) => T | Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      const isText = typeof content === 'string' || content instanceof Uint8Array
      writeFileSync(join(directory, path), isText ? content : JSON.stringify(content))
    }
    return await run(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A SARIF log of these runs. */
export const aLog = (...runs: readonly object[]): object => ({ version: '2.1.0', runs })

/** A run of a tool that succeeded. */
export const aSarifRun = (tool: string, results: readonly object[], rules: readonly object[] = []): object => ({
  tool: { driver: { name: tool, rules } },
  invocations: [{ executionSuccessful: true }],
  results
})

/** A result at a line of a file. */
export const aResult = (ruleId: string, uri: string, startLine: number, more: object = {}): object => ({
  ruleId,
  message: { text: `${ruleId} in ${uri}` },
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
  ...more
})
