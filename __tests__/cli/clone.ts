import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A real git repository in a directory of its own. */
export interface TestClone {
  readonly directory: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (files: Readonly<Record<string, string | object>>) => void
  /** Writes the files, commits all that git does not ignore, and names the commit. */
  readonly commit: (files: Readonly<Record<string, string | object>>) => string
}

/** Makes a repository whose branch is `main`, hands it over and removes it. */
export async function withClone(use: (clone: TestClone) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-clone-'))
  const env = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com']
  const git: TestClone['git'] = (...args) =>
    execFileSync('git', [...who, ...args], { cwd: directory, env, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  const write: TestClone['write'] = files => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), typeof content === 'string' ? content : JSON.stringify(content))
    }
  }
  try {
    git('init', '--quiet', '--initial-branch=main')
    await use({
      directory,
      git,
      write,
      commit: files => {
        write(files)
        git('add', '--all')
        git('commit', '--quiet', '--allow-empty', '--message=change')
        return git('rev-parse', 'HEAD')
      }
    })
  } finally {
    rmSync(directory, { recursive: true })
  }
}
