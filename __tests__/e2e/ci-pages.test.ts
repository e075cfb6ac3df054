import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { bundlesIn } from '../bundles.js'
import { type TestClone, withClone } from '../cli/clone.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const STRICT = 'version: 1\nrules: [{ id: new, when: { state: [introduced, unknown] }, verdict: block }]\n'
const LAX = 'version: 1\nrules: [{ id: none, when: { severity: critical, tool: Nobody }, verdict: warn }]\n'
/** What a message must not be able to do to the log, and to a report. */
const HOSTILE = 'x ##vso[task.setvariable variable=PASS]1 ;]%0A::error::'

interface Change {
  readonly base: string
  readonly head: string
}
type Variables = (change: Change) => Readonly<Record<string, string>>
interface Page {
  readonly name: string
  readonly variables: Variables
  /** The commands of the job, and those that run whatever became of it. */
  readonly script: readonly string[]
  readonly after: readonly string[]
  readonly reports: readonly string[]
}

const blocks = (page: string): readonly string[] =>
  [...readFileSync(`docs/ci/${page}.md`, 'utf8').matchAll(/```(?:yaml|groovy)\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text
  )

interface GitlabJob {
  readonly 'policy-gate': { readonly script: readonly string[]; readonly after_script: readonly string[] }
}
const gitlab = blocks('gitlab').map(text => load(text) as GitlabJob)
const jenkins = [...(blocks('jenkins')[0] ?? '').matchAll(/sh '(.*)'/g)].map(([, text = '']) => text)
const azure = (
  load(blocks('azure')[0] ?? '') as {
    readonly steps: readonly { readonly bash?: string; readonly condition?: string }[]
  }
).steps.filter(({ bash }) => bash !== undefined)
interface BitbucketStep {
  readonly script: readonly string[]
  readonly 'after-script': readonly string[]
}
const bitbucket = (
  load(blocks('bitbucket')[0] ?? '') as {
    readonly pipelines: { readonly 'pull-requests': { readonly '**': readonly [{ readonly step: BitbucketStep }] } }
  }
).pipelines['pull-requests']['**'][0].step

const PAGES: readonly Page[] = [
  {
    name: 'gitlab',
    variables: ({ base, head }) => ({
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_COMMIT_SHA: head,
      CI_PROJECT_PATH: 'acme/shop',
      CI_PROJECT_ID: '3',
      CI_API_V4_URL: 'https://gitlab.example/api/v4',
      GATE_TOKEN: 'token'
    }),
    script: gitlab[0]?.['policy-gate'].script ?? [],
    after: gitlab[1]?.['policy-gate'].after_script ?? [],
    reports: ['code-quality.json', 'decision.json', 'junit.xml', 'note.md', 'policy-gate.sarif']
  },
  {
    name: 'jenkins',
    variables: ({ head }) => ({
      JENKINS_URL: 'https://jenkins.example',
      CHANGE_ID: '7',
      CHANGE_TARGET: 'main',
      BRANCH_NAME: 'PR-7',
      GIT_COMMIT: head
    }),
    script: jenkins,
    after: [],
    reports: ['decision.json', 'junit.xml', 'policy-gate.html', 'policy-gate.sarif']
  },
  {
    name: 'azure',
    variables: ({ head }) => ({
      TF_BUILD: 'True',
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEBRANCH: 'refs/pull/7/merge',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: head
    }),
    script: azure.filter(({ condition }) => condition === undefined).map(({ bash = '' }) => bash),
    after: azure.filter(({ condition }) => condition !== undefined).map(({ bash = '' }) => bash),
    reports: ['decision.json', 'junit.xml']
  },
  {
    name: 'bitbucket',
    variables: ({ base, head }) => ({
      BITBUCKET_BUILD_NUMBER: '1',
      BITBUCKET_PR_ID: '7',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
      BITBUCKET_PR_DESTINATION_COMMIT: base.slice(0, 12),
      BITBUCKET_COMMIT: head,
      BITBUCKET_BRANCH: 'topic',
      BITBUCKET_REPO_FULL_NAME: 'acme/shop'
    }),
    script: bitbucket.script,
    after: bitbucket['after-script'],
    reports: ['code-insights', 'decision.json']
  }
]

interface Ran {
  readonly status: number | null
  readonly log: string
  /** What was sent, one call a line. */
  readonly sent: string
}

/** Runs the page's commands as its system does: one shell, which ends at the first that fails; then what runs always. */
function run(page: Page, clone: TestClone, change: Change): Ran {
  const tools = mkdtempSync(join(tmpdir(), 'policy-gate-ci-'))
  try {
    // No network: what would be sent is written down.
    writeFileSync(join(tools, 'curl'), `#!/bin/sh\necho "$*" >> ${tools}/sent\n`, { mode: 0o755 })
    const env = { PATH: `${tools}:${process.env.PATH}`, HOME: tools, NO_COLOR: '1', ...page.variables(change) }
    const here = (text: string): string =>
      text
        .replaceAll('/opt/policy-gate/dist/cli.js', bundlesIn(null).cli)
        .replaceAll('/opt/policy-gate/examples', `${process.cwd()}/examples`)
    const shell = (lines: readonly string[]) =>
      spawnSync('bash', ['-e', '-c', lines.map(here).join('\n')], { cwd: clone.directory, env, encoding: 'utf8' })
    const { status, stdout, stderr } = shell(page.script)
    const after = shell(page.after)
    if (after.status !== 0) throw new Error(after.stderr)
    const sent = existsSync(join(tools, 'sent')) ? readFileSync(join(tools, 'sent'), 'utf8') : ''
    return { status, log: stdout + stderr + after.stdout, sent }
  } finally {
    rmSync(tools, { recursive: true })
  }
}

/** A request that loosens its policy and adds a file with a finding; `line` 0: without the finding. */
const withRequest = (line: number, use: (clone: TestClone, change: Change) => void): Promise<void> =>
  withClone(async clone => {
    const base = clone.commit({
      'README.md': 'shop\n',
      '.gitignore': 'results\nreports\ntest-results\nCodeAnalysisLogs\n',
      '.github/policy-gate.yml': STRICT
    })
    clone.git('checkout', '--quiet', '-b', 'topic')
    const results = line === 0 ? [] : [{ ...aResult('r', 'src/new.ts', line), message: { text: HOSTILE } }]
    const head = clone.commit({
      'src/new.ts': 'one\ntwo\n',
      '.github/policy-gate.yml': LAX,
      'scan.sh': 'cp scan.json results/scan.sarif\nexit 3\n',
      'scan.json': aLog(aSarifRun('Scanner', results, [{ id: 'r', properties: { 'security-severity': '8.0' } }]))
    })
    clone.git('update-index', '--chmod=+x', 'scan.sh')
    spawnSync('chmod', ['+x', 'scan.sh'], { cwd: clone.directory })
    mkdirSync(join(clone.directory, 'CodeAnalysisLogs'), { recursive: true })
    use(clone, { base, head })
  })

describe.each(PAGES)('the page of $name', page => {
  test('has commands', () => {
    expect(page.script.join('\n')).toMatch(/evaluate .*--format json=reports\/decision\.json/)
  })

  test('blocks what the request adds, by the policy that it did not loosen', () =>
    withRequest(2, (clone, change) => {
      const { status, log } = run(page, clone, change)
      expect([status, log]).toEqual([1, expect.stringMatching(/^BLOCK /m)])
      const decision = JSON.parse(readFileSync(join(clone.directory, 'reports/decision.json'), 'utf8'))
      expect(decision.change).toMatchObject({
        event: 'pull_request',
        baseSha: change.base,
        headSha: change.head,
        pullRequest: 7
      })
      expect(readdirSync(join(clone.directory, 'reports')).sort()).toEqual(page.reports)
      expect(log).not.toMatch(/##vso\[task\.set/)
    }))

  test('passes where nothing is found', () =>
    withRequest(0, (clone, change) => {
      expect(run(page, clone, change)).toMatchObject({ status: 0, log: expect.stringMatching(/^PASS/m) })
    }))

  test('ends with 2 where the base is not in the clone', () =>
    withRequest(2, (clone, change) => {
      clone.git('branch', '--quiet', '-D', 'main')
      const gone = run(page, clone, { ...change, base: '0'.repeat(40) })
      expect([gone.status, gone.log]).toEqual([2, expect.stringMatching(/is not in this clone/)])
    }))
})

const pageOf = (name: string): Page => PAGES.find(page => page.name === name) as Page

test('GitLab: the note is posted to the merge request', () =>
  withRequest(2, (clone, change) => {
    const { sent } = run(pageOf('gitlab'), clone, change)
    expect(sent).toContain('https://gitlab.example/api/v4/projects/3/merge_requests/7/notes')
  }))

test('Azure Pipelines: a finding is an issue of the run at its file and line', () =>
  withRequest(2, (clone, change) => {
    const { log } = run(pageOf('azure'), clone, change)
    expect(log).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=src\/new\.ts;linenumber=2;code=r;\]Scanner r: x # #vso/m
    )
  }))

test('Bitbucket: a report and its annotations are sent', () =>
  withRequest(2, (clone, change) => {
    const { sent } = run(pageOf('bitbucket'), clone, change)
    expect(sent.trim().split('\n')).toEqual([
      expect.stringMatching(/PUT .*report\.json .*\/acme\/shop\/commit\/[0-9a-f]{40}\/reports\/policy-gate$/),
      expect.stringMatching(/POST .*annotations-0\.json .*\/annotations$/)
    ])
    const read = (name: string) =>
      JSON.parse(readFileSync(join(clone.directory, 'reports/code-insights', name), 'utf8'))
    expect(read('report.json')).toMatchObject({ result: 'FAILED', report_type: 'SECURITY' })
    expect(read('annotations-0.json')).toMatchObject([{ path: 'src/new.ts', line: 2, severity: 'HIGH' }])
  }))

test('Bitbucket: of more than 1,000 findings the first are sent, 100 in a request, and the rest is counted', () => {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-ci-'))
  try {
    const finding = { severity: 'high', tool: 'T', ruleId: 'r', message: 'm', location: null }
    const outcomes = Array.from({ length: 1234 }, (_, index) => ({
      id: `F-${index}`,
      verdict: 'warn',
      finding,
      next: null
    }))
    writeFileSync(join(directory, 'decision.json'), JSON.stringify({ verdict: 'warn', counts: {}, outcomes }))
    const script = `${process.cwd()}/examples/ci/bitbucket-report.mjs`
    expect(spawnSync(process.execPath, [script, 'decision.json', 'out'], { cwd: directory }).status).toBe(0)
    const files = readdirSync(join(directory, 'out')).filter(name => name.startsWith('annotations'))
    const sizes = files.map(name => JSON.parse(readFileSync(join(directory, 'out', name), 'utf8')).length)
    expect(sizes).toEqual(Array(10).fill(100))
    expect(readFileSync(join(directory, 'out/report.json'), 'utf8')).toContain('234 more findings')
  } finally {
    rmSync(directory, { recursive: true })
  }
})
