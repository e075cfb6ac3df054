import { describe, expect, test } from '@jest/globals'
import { DEPENDABOT, pullRequestEvent } from '../fake-github/events.js'
import { ORG_TOKEN, workflowRun } from '../fake-github/state.js'
import { keepArtifact } from '../fake-github/uploads.js'
import {
  type ApprovalWorld,
  approve,
  BOB,
  CAROL,
  findingOf,
  MALLORY,
  POLICY,
  sarifOf,
  worldInProcess
} from './approval-world.js'
import type { Step, StepResult } from './step.js'

const FILES = { 'src/a.ts': 'eval(input)\n', 'pay/b.ts': 'exec(input)\n', 'docs/c.md': 'text\n' }
const BAD = sarifOf('src/a.ts')
const WORSE = sarifOf('src/a.ts', 'pay/b.ts')
const RUN = 601

/** The pull request's own run, which Dependabot has started: it has no secrets. */
const bot: Partial<Step> = { event: pullRequestEvent('synchronize', DEPENDABOT), inputs: { 'org-token': '' } }

function gate(world: ApprovalWorld, attempt: number, sarif = BAD, more: Partial<Step> = {}): Promise<StepResult> {
  const env = { GITHUB_RUN_ID: String(RUN), GITHUB_RUN_ATTEMPT: String(attempt), ...more.env }
  const workspace = { ...FILES, 'results/out.sarif': sarif }
  const step = { event: pullRequestEvent('synchronize', DEPENDABOT), workspace, ...bot, ...more }
  return world.run({ ...step, env, inputs: { sarif: 'results', ...step.inputs } })
}

const conclusionOf = ({ repository: { checks } }: ApprovalWorld) => checks.at(-1)?.conclusion
const labelsOf = ({ repository: { issues } }: ApprovalWorld) => issues.find(({ number }) => number === 42)?.labels ?? []

async function scanned(policy: string): Promise<ApprovalWorld> {
  const world = await worldInProcess(policy)
  world.repository.runs.push(workflowRun(RUN))
  keepArtifact(world.repository, { run: RUN, name: 'policy-gate-sarif', files: { 'out.sarif': BAD }, overwrite: false })
  world.write(BOB, approve(findingOf(await gate(world, 1))))
  return world
}

async function approved(): Promise<ApprovalWorld> {
  const world = await scanned(POLICY)
  expect((await world.answer()).exitCode).toBe(0)
  return world
}

const LABEL = 'exception: approved'
const REQUIRES = POLICY.replace('  quorum:', '  require-label: true\n  quorum:')

/** The run that the label has started; people do have secrets. */
const labelled = (world: ApprovalWorld): Promise<StepResult> =>
  gate(world, 1, BAD, {
    event: pullRequestEvent('labeled', { ...DEPENDABOT, labels: [LABEL] }),
    inputs: { 'org-token': ORG_TOKEN },
    env: { GITHUB_RUN_ID: '602', GITHUB_WORKFLOW_REF: 'acme/pay/.github/workflows/commands.yml@refs/heads/main' },
    workspace: {}
  })

async function approvedByLabel(): Promise<ApprovalWorld> {
  const world = await scanned(REQUIRES)
  expect((await world.answer()).exitCode).toBe(1)
  world.label(LABEL, BOB)
  expect((await labelled(world)).exitCode).toBe(0)
  expect(conclusionOf(world)).toBe('success')
  return world
}

describe.each([
  ['by a command', approved],
  ['by a command and the label that the policy asks for', approvedByLabel]
])('what was let pass %s', (_, prepare) => {
  test('stays as it is where a run without secrets finds the same: check, comment, reactions, labels', async () => {
    const world = await prepare()
    const before = JSON.stringify(world.repository.labelEvents)
    world.written()
    expect((await gate(world, 2)).outputs.verdict).toBe('block')
    expect(world.written()).toEqual([])
    expect(conclusionOf(world)).toBe('success')
    expect(before).toBe(JSON.stringify(world.repository.labelEvents))
  })

  test.each<[string, (world: ApprovalWorld) => string]>([
    ['what it finds that was not approved', () => WORSE],
    [
      'a command that was not there',
      world => {
        world.write(CAROL, `/gate reject F-${'0'.repeat(32)} reason="No"`)
        return BAD
      }
    ],
    [
      'by a policy that is another one since',
      world => {
        const { files = {} } = world.repository.commits[0] ?? {}
        const policy = String(files['.github/policy-gate.yml'])
        world.rule('stricter', policy.replace('quorum: { ', 'quorum: { kev: 3, '), 1)
        return BAD
      }
    ],
    [
      'an approval that was edited since',
      world => {
        const [first] = world.repository.comments.filter(({ user }) => user?.id === BOB.id)
        if (first !== undefined) Object.assign(first, { lastEditedAt: first.createdAt, includesCreatedEdit: true })
        return BAD
      }
    ]
  ])('%s blocks all the same', async (_, happen) => {
    const world = await prepare()
    await gate(world, 2, happen(world))
    expect(conclusionOf(world)).toBe('failure')
  })

  test('a new head is decided anew, and what nobody can tell takes no label off', async () => {
    const world = await prepare()
    const before = labelsOf(world)
    const headSha = world.push('later', { 'src/a.ts': 'eval(other)\n' })
    const event = pullRequestEvent('synchronize', { ...DEPENDABOT, headSha })
    await gate(world, 1, BAD, { event, env: { GITHUB_RUN_ID: '603' } })
    expect(world.repository.checks.find(check => check.headSha === headSha)?.conclusion).toBe('failure')
    expect(labelsOf(world)).toEqual(before)
  })
})

describe('where the policy asks for a label', () => {
  const off = (world: ApprovalWorld, actor: typeof BOB) => {
    const { labelEvents, issues } = world.repository
    const at = new Date().toISOString().replace(/\.\d{3}Z$/, 'Z')
    labelEvents.push({ issue: 42, event: 'unlabeled', label: LABEL, actor, createdAt: at })
    for (const issue of issues) issue.labels = issue.labels.filter(name => name !== LABEL)
  }

  test.each<[string, (world: ApprovalWorld) => void]>([
    ['is taken off', world => off(world, MALLORY)],
    [
      'is taken off and set again by somebody else',
      world => {
        off(world, MALLORY)
        world.label(LABEL, MALLORY)
      }
    ],
    ['is set again', world => world.label(LABEL, MALLORY)]
  ])('that %s, a run without secrets does not leave the answer', async (_, happen) => {
    const world = await approvedByLabel()
    happen(world)
    await gate(world, 2)
    expect(conclusionOf(world)).toBe('failure')
  })

  test('that was never there, an answer of no label is none of this one', async () => {
    const world = await scanned(POLICY)
    expect((await world.answer()).exitCode).toBe(0)
    world.rule('label', REQUIRES, 1)
    await gate(world, 2)
    expect(conclusionOf(world)).toBe('failure')
  })
})
