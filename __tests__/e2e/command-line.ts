import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const REPOSITORY = process.cwd()

/** What one run of the committed command line gave. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs dist/cli.js as a person would: another process, in their directory. */
export function policyGate(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(REPOSITORY, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH ?? '', ...env }
  })
  return { status, stdout, stderr }
}
