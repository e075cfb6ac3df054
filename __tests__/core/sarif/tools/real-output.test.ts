import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { runCommand } from '../../../cli/run-command.js'

const DIRECTORY = '__tests__/fixtures/scanners'
const rows = [...readFileSync(`${DIRECTORY}/README.md`, 'utf8').matchAll(/^\| `([^`]+)` \|.*\| ([^|]*) \|$/gm)].map(
  ([, file = '', readAs = '']) => [file, readAs] as const
)

interface Told {
  readonly scans: readonly { readonly state: string }[]
  readonly outcomes: readonly {
    readonly finding: { readonly category: string; readonly severity: string; readonly suppression: object | null }
  }[]
}

/** The state of the scan, then categories and severities of the findings. */
async function reading(file: string): Promise<string> {
  const args = ['evaluate', '--sarif', file, '--policy', 'preset:baseline', '--format', 'json']
  const { stdout } = await runCommand(args, DIRECTORY)
  const { scans, outcomes } = JSON.parse(stdout) as Told
  const findings = outcomes.map(
    ({ finding: { category, severity, suppression } }) =>
      `${category} ${severity}${suppression === null ? '' : ' suppressed'}`
  )
  return [scans.map(({ state }) => state).join(', '), ...(findings.length === 0 ? [] : [findings.join(', ')])].join(
    ': '
  )
}

test.each(rows)('%s: %s', async (file, readAs) => {
  expect(await reading(file)).toBe(readAs)
})

test('every file is in the table of README.md, once', () => {
  const files = readdirSync(DIRECTORY).filter(file => file !== 'README.md')
  expect(rows.map(([file]) => file).sort()).toEqual(files.sort())
})
