import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { bundlesIn } from '../bundles.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const GIT_ENV = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const WHO = ['-c', 'user.name=T', '-c', 'user.email=t@example.com']
const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', [...WHO, ...args], {
    cwd,
    env: GIT_ENV,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore']
  }).trim()

interface ActionFile {
  readonly runs: { readonly using: string; readonly main: string }
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
}

// As the page tells to find the commit, and the runner then fetches it: https://docs.github.com/actions, by commit.
test('the Action runs from the commit that a tag of a release names, without network', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-gate-pinned-'))
  try {
    const release = join(root, 'release')
    mkdirSync(release)
    git(release, 'init', '--quiet', '--initial-branch=main')
    cpSync(dirname(bundlesIn(null).cli), join(release, 'dist'), { recursive: true })
    cpSync('action.yml', join(release, 'action.yml'))
    git(release, 'add', '--all')
    git(release, 'commit', '--quiet', '--message=release')
    git(release, 'tag', '--annotate', '--message=v9.9.9', 'v9.9.9')
    git(release, 'commit', '--quiet', '--allow-empty', '--message=later')
    const commit = git(release, 'rev-parse', 'v9.9.9^{commit}')
    // What the page warns of: the tag has an id of its own.
    expect(git(release, 'rev-parse', 'v9.9.9')).not.toBe(commit)
    const listed = git(root, 'ls-remote', release, 'v9.9.9*').split('\n')
    expect(listed.find(line => line.endsWith('^{}'))).toMatch(new RegExp(`^${commit}\\s`))

    const actions = join(root, '_actions/policy-gate/policy-gate', commit)
    mkdirSync(actions, { recursive: true })
    git(actions, 'init', '--quiet')
    git(actions, 'fetch', '--quiet', '--depth=1', release, commit)
    git(actions, 'checkout', '--quiet', '--detach', 'FETCH_HEAD')
    const action = load(readFileSync(join(actions, 'action.yml'), 'utf8')) as ActionFile
    expect(action.runs).toMatchObject({ using: 'node24', main: 'dist/index.js' })

    const shop = join(root, 'shop')
    const policy = 'version: 1\nrules: [{ id: all, when: { min-severity: high }, verdict: block }]\n'
    mkdirSync(join(shop, '.github'), { recursive: true })
    mkdirSync(join(shop, 'results'))
    git(shop, 'init', '--quiet', '--initial-branch=main')
    writeFileSync(join(shop, '.github/policy-gate.yml'), policy)
    writeFileSync(join(shop, 'a.js'), 'eval(x)\n')
    git(shop, 'add', '--all')
    git(shop, 'commit', '--quiet', '--message=shop')
    const rules = [{ id: 'r', properties: { 'security-severity': '8.0' } }]
    writeFileSync(
      join(shop, 'results/scan.sarif'),
      JSON.stringify(aLog(aSarifRun('Scanner', [aResult('r', 'a.js', 1)], rules)))
    )
    const files = { output: join(root, 'output'), summary: join(root, 'summary'), event: join(root, 'event.json') }
    writeFileSync(files.output, '')
    writeFileSync(files.summary, '')
    const sha = git(shop, 'rev-parse', 'HEAD')
    writeFileSync(
      files.event,
      JSON.stringify({ ref: 'refs/heads/main', after: sha, repository: { default_branch: 'main' } })
    )
    // The runner hands over what `with` gives, and the defaults; an expression of a default it has filled in, here with nothing.
    const inputs = Object.entries(action.inputs).map(([name, { default: text = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      name === 'sarif' ? 'results' : name === 'baseline' ? 'none' : text.includes('${{') ? '' : text
    ])
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: root,
      ...Object.fromEntries(inputs),
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: files.event,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: sha,
      GITHUB_WORKSPACE: shop,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      RUNNER_TEMP: join(root, 'temp')
    }
    mkdirSync(env.RUNNER_TEMP)
    const run = spawnSync(process.execPath, [join(actions, action.runs.main)], { cwd: shop, env, encoding: 'utf8' })
    expect({ status: run.status, output: readFileSync(files.output, 'utf8') }).toEqual({
      status: 1,
      output: expect.stringMatching(/verdict[\s\S]*block/)
    })
    expect(readFileSync(files.summary, 'utf8')).toContain('Blocked')
  } finally {
    rmSync(root, { recursive: true })
  }
})
