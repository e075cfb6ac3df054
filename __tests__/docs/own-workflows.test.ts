import { readdirSync, readFileSync } from 'node:fs'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { runCommand } from '../cli/run-command.js'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: object
  readonly environment?: string
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly name?: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: object
  readonly concurrency?: object
  readonly jobs: Readonly<Record<string, Job>>
}

const FOLDER = '.github/workflows'
const workflows = readdirSync(FOLDER).map(name => {
  const source = readFileSync(`${FOLDER}/${name}`, 'utf8')
  return { name, source, workflow: load(source) as Workflow }
})

test('doctor finds no gap in the workflows and the policy of this repository', async () => {
  expect(await runCommand(['doctor'], process.cwd())).toEqual({
    status: 0,
    stderr: '',
    stdout: `No gap found in ${workflows.length} workflows and the policy\n`
  })
})

/** What linters of workflows ask for, by the name that zizmor gives it (https://docs.zizmor.sh/audits/). */
describe.each(workflows)('$name', ({ name, source, workflow }) => {
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap(job => job.steps)

  test('is a workflow as GitHub reads it', () => {
    const { context } = parseWorkflow({ name, content: source }, new NoOperationTraceWriter())
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([])
  })
  test('unpinned-uses: every action is pinned by a commit, with its version beside', () => {
    const uses = [...source.matchAll(/^ *(?:- )?uses: (\S+)(.*)$/gm)].filter(([, name]) => name !== './')
    for (const [, name, comment] of uses) {
      expect(name).toMatch(/@[0-9a-f]{40}$/)
      expect(comment).toMatch(/ # v\d+\.\d+\.\d+/)
    }
  })
  test('artipacked: no checkout leaves the token behind', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })
  test('excessive-permissions, undocumented-permissions: nothing by default, each with a reason', () => {
    expect(workflow.permissions).toEqual({})
    for (const { permissions } of jobs) expect(permissions).toBeDefined()
    for (const [line] of source.matchAll(/^ +[a-z-]+: (?:read|write)\b.*$/gm)) expect(line).toMatch(/ # \S/)
  })
  test('template-injection: no expression in a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{')
  })
  test('dangerous-triggers, bot-conditions: no event of others with the token, nobody by name', () => {
    expect(Object.keys(workflow.on)).not.toEqual(expect.arrayContaining(['pull_request_target']))
    expect(Object.keys(workflow.on)).not.toEqual(expect.arrayContaining(['workflow_run']))
    expect(source).not.toContain('github.actor')
  })
  test('concurrency-limits, anonymous-definition, and every job ends', () => {
    expect(workflow.name).toBeDefined()
    for (const job of jobs) {
      expect(workflow.concurrency ?? job.concurrency).toBeDefined()
      expect(job['timeout-minutes']).toBeGreaterThan(0)
    }
  })
  test('secrets-outside-env, github-env, cache-poisoning: no secret, no environment for later steps, no cache', () => {
    expect(source).not.toMatch(/\bsecrets\.|GITHUB_ENV|GITHUB_PATH|actions\/cache|\bcache: [a-z"]+[,} ]/)
  })
})

test('what writes outside of the run stands in an environment, and the release is compared with its sources', () => {
  const release = workflows.find(({ name }) => name === 'release.yml')
  const jobs = release?.workflow.jobs ?? {}
  const scripts = (name: string): string => jobs[name]?.steps.map(({ run }) => run ?? '').join('\n') ?? ''
  expect([jobs.publish?.environment, jobs.npm?.environment]).toEqual(['release', 'npm'])
  expect(scripts('build')).toMatch(/bash \.ci\/run/)
  expect(scripts('build')).toContain('gitHead=$GITHUB_SHA')
  expect(scripts('publish')).toContain('"$GITHUB_SHA"')
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/git diff --exit-code -- dist/)
})
