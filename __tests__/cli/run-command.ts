import { runCommandLine } from '../../src/cli/command-line.js'

/** What one command wrote, and its exit code. */
export interface CommandRun {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command in this process, as the command line would in a directory, at a fixed instant. */
export async function runCommand(
  argv: readonly string[],
  cwd: string,
  now = '2026-12-01T12:00:00Z',
  env: Readonly<Record<string, string>> = {}
): Promise<CommandRun> {
  const written = { stdout: '', stderr: '' }
  const status = await runCommandLine(argv, {
    out: async text => {
      written.stdout += text
    },
    err: text => {
      written.stderr += text
    },
    colour: false,
    width: 1000,
    progress: false,
    cwd,
    env,
    now: () => now
  })
  return { status, ...written }
}
