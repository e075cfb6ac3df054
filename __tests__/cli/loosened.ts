import { aLog, aResult, aSarifRun } from '../e2e/workspace.js'
import { type TestClone, withClone } from './clone.js'
import { runCommand } from './run-command.js'

export const STRICT = 'version: 1\nrules: [{ id: new, when: { state: [introduced, unknown] }, verdict: block }]\n'
export const LAX = 'version: 1\nrules: [{ id: none, when: { severity: critical, tool: Nobody }, verdict: warn }]\n'
const PATH = '.github/policy-gate.yml'
export const OLD = 'one\ntwo\nthree\n'
const HIGH = { properties: { 'security-severity': '8.0' } }
export const scan = (...places: readonly (readonly [string, number])[]) =>
  aLog(
    aSarifRun(
      'Scanner',
      places.map(([path, line]) => aResult('r', path, line)),
      [{ id: 'r', ...HIGH }]
    )
  )

export interface Repository extends TestClone {
  readonly base: string
  readonly head: string
}

/** A change that loosens the policy, and adds a line with a finding; the scan of it lies there, unknown to git. */
export const withChange = (use: (repository: Repository) => Promise<void>, policy = STRICT): Promise<void> =>
  withClone(async clone => {
    const base = clone.commit({ 'src/old.ts': OLD, '.gitignore': 'scan.sarif\n', ...(policy && { [PATH]: policy }) })
    clone.git('checkout', '--quiet', '-b', 'topic')
    const head = clone.commit({ 'src/new.ts': OLD, [PATH]: LAX })
    clone.write({ 'scan.sarif': scan(['src/new.ts', 2]) })
    await use({ ...clone, base, head })
  })

interface Told {
  readonly verdict: string
  readonly change: Readonly<Record<string, unknown>>
  readonly outcomes: readonly { readonly finding: { readonly state: string } }[]
  readonly notices: readonly { readonly code: string }[]
}

/** The decision of `evaluate` in that directory, with its exit code and the codes of its notices. */
export async function evaluated(
  directory: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {}
) {
  const argv = ['evaluate', '--sarif', 'scan.sarif', '--format', 'json', ...flags]
  const run = await runCommand(argv, directory, undefined, env)
  if (run.stdout === '') throw new Error(run.stderr)
  const decision: Told = JSON.parse(run.stdout)
  return { ...decision, status: run.status, codes: decision.notices.map(({ code }) => code) }
}
