import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { asNobody, type Reachable } from '../fake-github/another-user.js'

export const REPOSITORY = process.cwd()

/** What one run of the committed command line gave. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs dist/cli.js as a person would: another process, in their directory; or as one who may not read everything. */
export function policyGate(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  nobody: Reachable | null = null
): Run {
  const { node, directory } = nobody ?? { node: process.execPath, directory: REPOSITORY }
  const { status, stdout, stderr } = spawnSync(node, [join(directory, 'dist/cli.js'), ...args], {
    ...(nobody === null ? {} : asNobody),
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH ?? '', ...env }
  })
  return { status, stdout, stderr }
}
