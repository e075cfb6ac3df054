import { cpSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type Checkout, checkOut, MOVES, movedBase } from '../action/facts/moved-base.js'
import { branchEvent, mergeGroupEvent, pullRequestEvent, pushEvent } from '../fake-github/events.js'
import { commit, type FakeCommit, sha, TOKEN, workflowRun } from '../fake-github/state.js'
import { zip } from '../fake-github/zip.js'
import {
  type BaselineWorld,
  baselineWorld,
  type MainRun,
  OLD,
  START,
  sarifBy,
  sarifOf,
  seen,
  text
} from './baseline-world.js'

const IN_PROCESS = { inProcess: true }
const BACKLOG = ['src/old.ts:10', 'src/other.ts:11'] as const
/** The change edits the line of an old finding, and brings a new one. */
const EDITED = text(OLD.map(line => line.replace('eval(input)', 'eval( input )')))
const CHANGE = { ...START, 'src/old.ts': EDITED, 'src/new.ts': 'eval(x)\n' }
const OF_CHANGE = sarifOf(...BACKLOG, 'src/new.ts:1')

/** Without a baseline nobody can tell that the edited line had the finding before. */
const BY_DIFF = { 'src/new.ts:1': 'introduced', 'src/old.ts:10': 'introduced', 'src/other.ts:11': 'existing' }
const BY_BASELINE = { ...BY_DIFF, 'src/old.ts:10': 'existing' }

const withRuns = (sarif: string, change: (run: object) => object) => {
  const log = JSON.parse(sarif)
  return { ...log, runs: log.runs.map(change) }
}

const reasonOf = ({ decision }: Awaited<ReturnType<BaselineWorld['pullRun']>>): string =>
  decision.notices.find(({ code }: { code: string }) => code === 'baseline-none')?.message ?? ''

test('the quick start: main builds a baseline by itself, and a pull request is blocked by its own finding alone', async () => {
  const world = await baselineWorld()
  const first = await world.mainRun(10, sarifOf(...BACKLOG))
  expect(seen(first).notices).toEqual(['baseline-none'])
  world.propose('new', CHANGE)
  const result = await world.pullRun(OF_CHANGE)
  expect(seen(result)).toEqual({ states: BY_BASELINE, notices: [] })
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', blocking: '1' } })
  expect(result.decision.inputs).toContainEqual(
    expect.objectContaining({ kind: 'baseline', name: `baseline-${sha('base')}.sarif` })
  )
})

test('each run on main takes the one before, so that the dates of first detection carry on', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  const at = (day: number) => ({ env: { STEP_STARTS_AT: `2026-11-0${day}T12:00:00Z` } })
  await world.mainRun(10, sarifOf(...BACKLOG), at(1))
  world.advance('second', { ...START, 'src/old.ts': `// 1\n// 2\n${START['src/old.ts']}` })
  const second = await world.mainRun(11, sarifOf('src/old.ts:12', 'src/other.ts:11'), at(2))
  expect(seen(second).states).toEqual({ 'src/old.ts:12': 'existing', 'src/other.ts:11': 'existing' })
  const scheduled = { event: { ...branchEvent('schedule'), sha: sha('second') }, run: { event: 'schedule' } }
  const third = await world.mainRun(12, sarifOf('src/old.ts:12', 'src/other.ts:11', 'src/other.ts:2'), {
    ...scheduled,
    ...at(3)
  })
  expect(seen(third).states).toMatchObject({ 'src/old.ts:12': 'existing', 'src/other.ts:2': 'newly-disclosed' })
  world.propose('new', { ...START, 'src/new.ts': 'eval(x)\n' })
  const result = await world.pullRun(sarifOf('src/old.ts:12', 'src/other.ts:11', 'src/new.ts:1'), at(4))
  const dates = Object.fromEntries(
    result.decision.outcomes.map(({ finding }: typeof result.decision) => [
      finding.location.path,
      finding.firstDetected
    ])
  )
  expect(dates).toEqual({
    'src/old.ts': '2026-11-01T12:00:00Z',
    'src/other.ts': expect.stringMatching(/^2026-11-0[13]/),
    'src/new.ts': '2026-11-04T12:00:00Z'
  })
})

describe('where main has moved on since', () => {
  const moved = async (files: Readonly<Record<string, string>>, change = CHANGE) => {
    const world = await baselineWorld(START, IN_PROCESS)
    await world.mainRun(10, sarifOf(...BACKLOG))
    world.propose('new', change)
    world.advance('later', files)
    return world
  }

  test('by lines elsewhere in the file, its findings are followed', async () => {
    const world = await moved({ ...START, 'src/old.ts': `// 1\n// 2\n// 3\n// 4\n// 5\n${START['src/old.ts']}` })
    const result = await world.pullRun(sarifOf('src/old.ts:15', 'src/other.ts:11', 'src/new.ts:1'))
    expect(seen(result)).toEqual({
      states: { 'src/new.ts:1': 'introduced', 'src/old.ts:15': 'existing', 'src/other.ts:11': 'existing' },
      notices: ['baseline-behind']
    })
  })

  test('by a finding of its own, that is no news of the pull request', async () => {
    const world = await moved({ ...START, 'src/more.ts': 'eval(y)\n' })
    const result = await world.pullRun(sarifOf(...BACKLOG, 'src/new.ts:1', 'src/more.ts:1'))
    expect(seen(result).states).toEqual({ ...BY_BASELINE, 'src/more.ts:1': 'existing' })
  })

  test('what it has mended and the change brings back is new', async () => {
    const mended = { ...START, 'src/old.ts': text(OLD.map(line => line.replace('eval(input)', 'safe(input)'))) }
    const world = await baselineWorld(START, IN_PROCESS)
    await world.mainRun(10, sarifOf(...BACKLOG))
    world.advance('mended', mended)
    world.repository.commits.push({
      ...(world.repository.commits[1] as never as object),
      sha: sha('start'),
      files: mended,
      parents: [sha('mended')]
    } as never)
    Object.assign(world.repository.pulls[0] as object, { headSha: sha('start') })
    world.propose('back', { ...START })
    const result = await world.pullRun(sarifOf(...BACKLOG))
    expect(seen(result).states).toEqual({ 'src/old.ts:10': 'introduced', 'src/other.ts:11': 'existing' })
  })

  test('and its run is over, the newer report counts', async () => {
    const world = await moved({ ...START, 'src/more.ts': 'eval(y)\n' })
    await world.mainRun(11, sarifOf(...BACKLOG, 'src/more.ts:1'))
    const result = await world.pullRun(sarifOf(...BACKLOG, 'src/new.ts:1', 'src/more.ts:1'))
    expect(seen(result)).toEqual({ states: { ...BY_BASELINE, 'src/more.ts:1': 'existing' }, notices: [] })
  })
})

describe('no report is believed', () => {
  type Kept = Pick<MainRun, 'run' | 'artifact'> & { readonly gate?: string }
  test.each<[string, Kept, RegExp]>([
    ['that has expired', { artifact: { expired: true } }, /run 10 of main: its artifact has expired/],
    ['of a run of a pull request from a branch of that name', { run: { event: 'pull_request' } }, /no run of/],
    ['of pull_request_target', { run: { event: 'pull_request_target' } }, /no run of/],
    ['of a comment', { run: { event: 'issue_comment' } }, /no run of/],
    ["of a fork's run", { run: { headRepositoryId: 2000 } }, /no run of/],
    ["of a fork's pull request", { run: { headRepositoryId: 2000, event: 'pull_request' } }, /no run of/],
    ['of another branch', { run: { headBranch: 'feature' } }, /no run of/],
    ['of another workflow', { run: { path: '.github/workflows/other.yml' } }, /no run of/],
    ['of a run that was cancelled', { run: { conclusion: 'cancelled' } }, /no run of/],
    ['of a run that is at work', { run: { status: 'in_progress', conclusion: null } }, /no run of/],
    ['of another head', { artifact: { headSha: sha('other') } }, /not from a run for/],
    ['of another repository', { artifact: { repositoryId: 2000 } }, /run of another repository/],
    ['of another name', { artifact: { name: 'results' } }, /kept no artifact whose name begins with policy-gate/],
    ['of another name beside the scans', { artifact: { name: 'results', uploads: 2 } }, /hold no report of the gate/],
    ['that is damaged', { artifact: { zip: Buffer.from('PK nothing') } }, /cannot read artifact 10010/],
    ['of another gate', { gate: 'Other gate' }, /hold no report of the gate "Policy gate"/],
    [
      'of a commit that is none of its history',
      { run: { headSha: sha('stray') }, artifact: { headSha: sha('stray') } },
      /is not known to lie before/
    ]
  ])('%s: it is said, and the diff decides', async (_, { gate, ...kept }, reason) => {
    const world = await baselineWorld(START, IN_PROCESS)
    const inputs = gate === undefined ? {} : { inputs: { 'check-name': gate } }
    const stray = { files: START, sha: sha('stray'), parents: [sha('base')] }
    world.repository.commits.push({ ...(world.repository.commits[0] as FakeCommit), ...stray })
    await world.mainRun(10, sarifOf(...BACKLOG), { ...inputs, ...kept })
    world.propose('new', CHANGE)
    const result = await world.pullRun(OF_CHANGE)
    expect(seen(result)).toEqual({ states: BY_DIFF, notices: ['baseline-none'] })
    expect(reasonOf(result)).toMatch(reason)
  })
})

test('a head scan starts from the merge base, and a report of main that is newer says nothing of it', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  const mended = { ...START, 'src/old.ts': text(OLD.map(line => line.replace('eval(input)', 'safe(input)'))) }
  world.propose('new', { ...START, 'src/new.ts': 'eval(x)\n' })
  world.advance('mended', mended)
  await world.mainRun(11, sarifOf('src/other.ts:11'))
  const event = { ...pullRequestEvent('synchronize', { headSha: sha('new'), baseSha: sha('mended') }), sha: sha('new') }
  const result = await world.pullRun(sarifOf(...BACKLOG, 'src/new.ts:1'), { event })
  expect(seen(result)).toEqual({
    states: { 'src/old.ts:10': 'existing', 'src/other.ts:11': 'existing', 'src/new.ts:1': 'introduced' },
    notices: ['baseline-none']
  })
  expect(reasonOf(result)).toMatch(/not known to lie before/)
})

describe('what the run on main did not look for', () => {
  const FAILED = { invocations: [{ executionSuccessful: false }] }
  test.each<[string, string]>([
    ['by a tool that it did not have', sarifBy('Semgrep', 'src/old.ts:3')],
    ['by a tool that failed there', JSON.stringify(withRuns(sarifOf(), run => ({ ...run, ...FAILED })))]
  ])('%s is no news where the change leaves it alone', async (_, onMain) => {
    const world = await baselineWorld(START, IN_PROCESS)
    await world.mainRun(10, onMain)
    world.propose('new', { ...START, 'src/new.ts': 'eval(x)\n' })
    const result = await world.pullRun(sarifOf(...BACKLOG, 'src/new.ts:1'))
    expect(seen(result)).toMatchObject({
      states: { 'src/old.ts:10': 'existing', 'src/other.ts:11': 'existing', 'src/new.ts:1': 'introduced' },
      notices: []
    })
  })

  test('but looked at and did not find is news', async () => {
    const world = await baselineWorld(START, IN_PROCESS)
    await world.mainRun(10, sarifOf('src/other.ts:11'))
    world.propose('new', { ...START, 'src/new.ts': 'eval(x)\n' })
    const result = await world.pullRun(sarifOf(...BACKLOG, 'src/new.ts:1'))
    expect(seen(result).states).toMatchObject({ 'src/old.ts:10': 'introduced', 'src/other.ts:11': 'existing' })
  })
})

test('two gates have a baseline each', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  const lint = { inputs: { 'check-name': 'Lint gate' } }
  await world.mainRun(10, sarifOf(...BACKLOG))
  // The other gate is a later step of the same run, and keeps its report under a name of its own.
  await world.mainRun(11, sarifOf('src/other.ts:11'), {
    ...lint,
    artifact: { name: 'policy-gate-sarif-lint', runId: 10 }
  })
  world.repository.runs.pop()
  world.propose('new', CHANGE)
  expect(seen(await world.pullRun(OF_CHANGE))).toEqual({ states: BY_BASELINE, notices: [] })
  expect(seen(await world.pullRun(OF_CHANGE, lint)).states).toEqual({ ...BY_DIFF, 'src/old.ts:10': 'introduced' })
})

test('scans and report may lie in one artifact, and a command is judged by the scans alone', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  await world.mainRun(10, sarifOf(...BACKLOG))
  world.propose('new', CHANGE)
  const own = await world.pullRun(OF_CHANGE)
  world.repository.runs.push(workflowRun(900, { headSha: sha('new') }))
  const entries = [
    { name: 'results/out.sarif', content: OF_CHANGE },
    { name: 'gate/policy-gate.sarif', content: own.sarif ?? '' },
    { name: 'gate/decision.json', content: JSON.stringify(own.decision) }
  ]
  const kept = { name: 'policy-gate-sarif', runId: 900, headSha: sha('new'), repositoryId: 1000, expired: false }
  world.repository.artifacts.push({ id: 30_900, ...kept, zip: zip(entries) })
  for (const sarif of ['results', 'elsewhere']) {
    const { outputs, decision, ...result } = await world.answer('/gate help', { inputs: { sarif } })
    expect(seen({ ...result, outputs, decision })).toEqual({ states: BY_BASELINE, notices: [] })
    expect(decision.inputs.map(({ name }: { name: string }) => name)).not.toContain('gate/policy-gate.sarif')
  }
})

const pullRunWith = async (more: Parameters<BaselineWorld['pullRun']>[1]) => {
  const world = await baselineWorld(START, IN_PROCESS)
  await world.mainRun(10, sarifOf(...BACKLOG))
  world.propose('new', CHANGE)
  return world.pullRun(OF_CHANGE, more)
}

test('baseline: none looks for none', async () => {
  expect(seen(await pullRunWith({ inputs: { baseline: 'none' } })).notices).toEqual([])
})

test('without a token there is neither a baseline nor a policy of the base: the gate cannot decide', async () => {
  const { exitCode, decision } = await pullRunWith({ inputs: { 'github-token': '' } })
  expect(exitCode).toBe(2)
  expect(decision).toMatchObject({ verdict: null, problems: [{ kind: 'configuration' }] })
})

test('a job without `actions: read` is told what it lacks, and the diff decides', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  await world.mainRun(10, sarifOf(...BACKLOG))
  world.propose('new', CHANGE)
  const { permissions } = world.fake.state.tokens[TOKEN] as { permissions: Record<string, string> }
  delete permissions.actions
  const result = await world.pullRun(OF_CHANGE)
  expect(seen(result)).toEqual({ states: BY_DIFF, notices: ['baseline-none'] })
  expect(reasonOf(result)).toMatch(/actions: read/)
})

test('a push to another branch takes none: its author wrote what was there before', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  const run = { headBranch: 'feature' }
  await world.mainRun(10, sarifOf(...BACKLOG), { run })
  world.propose('new', CHANGE)
  const event = pushEvent(sha('base'), sha('new'), 'refs/heads/feature')
  const result = await world.mainRun(11, OF_CHANGE, { commit: sha('new'), event, run })
  expect(seen(result)).toEqual({ states: BY_DIFF, notices: ['baseline-none'] })
})

describe('in a clone, what came since is asked of git where it holds both ends, else of GitHub', () => {
  test.each<[string, Checkout, string]>([
    ['got lines above', { tree: 'merge', clone: 'whole', files: true }, 'src/a.ts:8'],
    ['got lines above', { tree: 'merge', clone: 'depth 1', files: true }, 'src/a.ts:8'],
    ['renamed the file', { tree: 'merge', clone: 'whole', files: true }, 'lib/a.ts:5'],
    ['renamed the file', { tree: 'merge', clone: 'depth 1', files: true }, 'lib/a.ts:5']
  ])('main %s, %j', async (move, checkout, place) => {
    const moved = movedBase(
      MOVES[move] ?? (files => files),
      {},
      { '.github/policy-gate.yml': START['.github/policy-gate.yml'] }
    )
    const { fork, base, head, merge } = moved.shas
    const root = checkOut(moved, checkout)
    const world = await baselineWorld(START, IN_PROCESS, moved.repository)
    await world.mainRun(10, sarifOf('src/a.ts:5'), { commit: fork })
    const event = { ...pullRequestEvent('synchronize', { headSha: head, baseSha: base }), sha: merge }
    const prepare = (directory: string) => cpSync(root, directory, { recursive: true })
    const result = await world.pullRun(sarifOf(place), { event, prepare })
    moved.clean()
    expect(seen(result)).toEqual({ states: { [place]: 'existing' }, notices: ['baseline-behind'] })
    expect(result.decision.outcomes[0].finding.stateReason).toMatch(/^In the baseline/)
  })
})

test('a merge group is compared with the report of the branch that it goes to', async () => {
  const world = await baselineWorld(START, IN_PROCESS)
  await world.mainRun(10, sarifOf(...BACKLOG))
  world.repository.commits.push(commit('group', { files: CHANGE, parents: [sha('base')] }))
  const result = await world.pullRun(OF_CHANGE, { event: mergeGroupEvent() })
  expect(seen(result)).toEqual({ states: BY_BASELINE, notices: [] })
})
