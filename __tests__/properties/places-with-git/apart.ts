import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { FakeRepository } from '../../fake-github/state.js'
import { repositoryOf } from './commits.js'
import { changeOf, standInFor } from './stand-in.js'
import { storyOf } from './story.js'
import { settingOf, type Task, type Trial } from './trial.js'

/** Where a stand-in for GitHub answers. */
export interface Api {
  readonly url: string
  readonly graphqlUrl: string
}

/** What the process is asked for; the stories are commits of the repository in `directory`. */
export interface AskedFor {
  readonly directory: string
  readonly tasks: readonly (Task & { readonly api: Api | null })[]
}

/**
 * Bundles what evaluates stories into a program. To start git the process that starts it is copied, and one that holds
 * Jest and GitHub's description is so large that the copy takes longer than git does: hence one of its own.
 */
export async function programOfTrials(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'places-program-')), 'process.mjs')
  await build({
    entryPoints: [join(process.cwd(), '__tests__/properties/places-with-git/process.ts')],
    banner: { js: "import { createRequire as c__ } from 'node:module'\nconst require = c__(import.meta.url)" },
    ...{ outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'error' }
  })
  return outfile
}

type StartStandIn = (repository: Partial<FakeRepository>) => Promise<Api>

/** The trials of some stories, which share a repository: making one takes as many processes as making many. */
export async function trialsApart(
  program: string,
  seeds: readonly number[],
  start: StartStandIn
): Promise<readonly Trial[]> {
  const { directory, stories, clean } = repositoryOf(seeds.map(storyOf))
  const tasks = await Promise.all(
    stories.map(async commits => {
      const setting = settingOf(commits)
      const api = setting.asksGitHub ? await start(standInFor(commits)) : null
      return { commits, setting, change: changeOf(commits), api }
    })
  )
  const asked: AskedFor = { directory, tasks }
  const said = await run(program, JSON.stringify(asked))
  clean()
  return JSON.parse(said)
}

const run = (program: string, input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
    const parts: Buffer[] = []
    child.stdout.on('data', part => parts.push(part))
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'))
      else reject(new Error(`the trials ended with exit code ${code}`))
    })
    child.stdin.end(input)
  })
