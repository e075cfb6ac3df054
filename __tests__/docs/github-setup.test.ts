import { readFileSync } from 'node:fs'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { SCAN_ARTIFACT } from '../../src/action/facts/kept/kept-files.js'
import { INPUT_NAMES } from '../../src/action/inputs.js'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly name: string
  readonly if?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string }
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: object
  readonly jobs: Readonly<Record<string, Job>>
}

const text = readFileSync('docs/github-setup.md', 'utf8')
const blocks = [...text.matchAll(/```yaml\n(# (\.github\/workflows\/\S+)[\s\S]*?)```/g)].map(
  ([, source = '', path = '']) => ({ path, source, workflow: load(source) as Workflow })
)
/** Whether a job runs for a comment, as GitHub evaluates its condition. */
function runsFor(condition: string, body: string, isPull = true): boolean {
  const { tokens } = new Lexer(condition).lex()
  const text = (value: string) => new data.StringData(value)
  const comment = new data.Dictionary({ key: 'body', value: text(body) })
  const issue = new data.Dictionary(...(isPull ? [{ key: 'pull_request', value: text('x') }] : []))
  const event = new data.Dictionary({ key: 'comment', value: comment }, { key: 'issue', value: issue })
  const github = new data.Dictionary({ key: 'event', value: event })
  const read = new Parser(tokens, ['github'], []).parse()
  return new Evaluator(read, new data.Dictionary({ key: 'github', value: github })).evaluate().coerceString() === 'true'
}

const jobsOf = ({ jobs }: Workflow) => Object.values(jobs)
const uses = (job: Job, name: string) => job.steps.findIndex(step => step.uses?.startsWith(name))

test('there are four workflows', () => {
  expect(blocks.map(({ path }) => path)).toEqual([
    '.github/workflows/policy-gate.yml',
    '.github/workflows/policy-gate-commands.yml',
    '.github/workflows/policy-gate-main.yml',
    '.github/workflows/policy-gate-forks.yml'
  ])
})

describe.each(blocks)('$path is safe to copy', ({ source, workflow }) => {
  test('gives permissions to jobs only', () => {
    expect(workflow.permissions).toEqual({})
    for (const { permissions } of jobsOf(workflow)) expect(permissions.contents).toBeDefined()
  })

  test('runs on no event that brings code of strangers together with secrets', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    const isPrivileged = 'issue_comment' in workflow.on || 'workflow_run' in workflow.on
    for (const job of jobsOf(workflow)) {
      if (isPrivileged)
        expect(job.steps.every(({ run, uses: used }) => run === undefined && !used?.includes('checkout'))).toBe(true)
    }
  })

  test('pins what it uses, keeps no credentials, and puts no expression into a shell', () => {
    for (const { steps } of jobsOf(workflow)) {
      for (const { uses: used, run, with: given } of steps) {
        if (used !== undefined) expect(used).toMatch(/@([0-9a-f]{40}|<full)/)
        if (used?.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false })
        expect(run ?? '').not.toContain('${{')
      }
    }
  })

  test('names inputs that exist, and no job like the check run', () => {
    for (const job of jobsOf(workflow)) {
      const gate = job.steps[uses(job, 'policy-gate/')]
      expect(Object.keys(gate?.with ?? {}).filter(name => !INPUT_NAMES.some(each => each === name))).toEqual([])
      expect(job.name).not.toBe('Policy gate')
    }
  })

  test('skips no job that may be required', () => {
    expect(source).not.toMatch(/^\s+paths(-ignore)?:/m)
    if ('pull_request' in workflow.on) for (const job of jobsOf(workflow)) expect(job.if).toBeUndefined()
  })
})

/** An expression of GitHub's: the gate's step tells where its report is. */
const REPORT_DIR = '$' + '{{ steps.gate.outputs.report-dir }}'

test('one upload keeps what commands are judged by, and the report, once it is there', () => {
  const [job] = jobsOf(blocks[0]?.workflow as Workflow) as [Job]
  const uploads = job.steps.filter(step => step.uses?.startsWith('actions/upload-artifact@'))
  expect(uploads.map(step => step.with)).toEqual([
    { name: SCAN_ARTIFACT, path: `results\n${REPORT_DIR}\n`, overwrite: true }
  ])
  expect(uses(job, 'actions/upload-artifact@')).toBe(uses(job, 'policy-gate/') + 1)
  expect(job.steps[uses(job, 'policy-gate/')]).toMatchObject({ id: 'gate', with: { sarif: 'results' } })
})

test('the table tells every permission that a workflow asks for', () => {
  const asked = blocks.flatMap(({ workflow }) => jobsOf(workflow).flatMap(job => Object.entries(job.permissions)))
  const missing = asked.filter(([name, level]) => !text.includes(`| \`${name}: ${level}\``))
  expect(missing).toEqual([])
})

describe('the comments that start a run', () => {
  const [, commands] = blocks
  const condition = jobsOf(commands?.workflow ?? { on: {}, permissions: {}, jobs: {} })[0]?.if ?? ''

  test.each([
    ['a command', '/gate status', true],
    ['several, one a line', '/gate status\n/gate help', true],
    ['prose above a command, as the web page writes lines', 'LGTM\r\n/gate approve F-1', true],
    ['prose above a command', 'LGTM\n/gate approve F-1', true],
    ['prose', 'Looks good to me', false],
    ['prose that mentions a command', 'Then say /gate approve and wait', false],
    ['a quotation of one', '> /gate approve F-1', false],
    ['an address with it', 'see https://example.com/gate here', false]
  ])('%s', (_what, body, isStarted) => {
    expect(runsFor(condition, body)).toBe(isStarted)
    expect(runsFor(condition, body, false)).toBe(false)
  })
})
