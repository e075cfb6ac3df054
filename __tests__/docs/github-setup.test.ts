import { readFileSync } from 'node:fs'
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
