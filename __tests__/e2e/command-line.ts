import { spawnSync } from 'node:child_process'
import { bundlesIn } from '../bundles.js'
import { asNobody, type Reachable } from '../fake-github/another-user.js'

export const REPOSITORY = process.cwd()

/** What one run of the command line gave. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the bundled command line as a person would: another process, in their directory; or as one who may not read everything. */
export function policyGate(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  nobody: Reachable | null = null
): Run {
  const { node } = nobody ?? { node: process.execPath }
  const { status, stdout, stderr } = spawnSync(node, [bundlesIn(nobody).cli, ...args], {
    ...(nobody === null ? {} : asNobody),
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH ?? '', ...env }
  })
  return { status, stdout, stderr }
}
