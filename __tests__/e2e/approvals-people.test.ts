import { expect, test } from '@jest/globals'
import { issueCommentEvent } from '../fake-github/events.js'
import { type FakeAccount, sha, user } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  ago,
  approve,
  BOB,
  CAROL,
  findingOf,
  inDays,
  MALLORY,
  POLICY,
  quietly,
  worldInProcess
} from './approval-world.js'
import type { StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const EVE = user(21, 'eve') // the pull request comes from her fork
const DAVE = user(31, 'dave') // invited to the team
const ERIN = user(32, 'erin') // GitHub does not say
const FRANK = user(33, 'frank') // may write
const GRACE = user(34, 'grace') // maintains
const HEIDI = user(35, 'heidi') // in the team

const RULES = POLICY.replace('{ teams: [acme/appsec] }', '{ teams: [acme/appsec], roles: [maintain], users: [eve] }')
const LOOSE = POLICY.replace('{ teams: [acme/appsec] }', '{ teams: [acme/appsec], users: [mallory] }')

/** A pull request from a fork, whose author names an approver of her own, and whose last commit a team member signed. */
async function forkWorld(): Promise<ApprovalWorld> {
  const world = await worldInProcess(RULES)
  const { repository, fake } = world
  const [change] = repository.pulls
  Object.assign(change ?? {}, { user: EVE, headRepository: { id: 2000, owner: 'eve', name: 'pay' } })
  change?.files.push({ filename: '.github/policy-gate.yml', status: 'modified' })
  const head = repository.commits.find(commit => commit.sha === sha('head'))
  Object.assign(head ?? {}, { committer: CAROL, files: { ...head?.files, '.github/policy-gate.yml': LOOSE } })
  const [team] = fake.state.teams
  Object.assign(team?.members ?? {}, { dave: 'pending', heidi: 'active' })
  for (const [person, role] of [
    [FRANK, 'write'],
    [GRACE, 'maintain'],
    [MALLORY, 'triage']
  ] as const)
    repository.roles[person.login] = { user: person, role }
  fake.fault({ method: 'GET', path: /memberships\/erin/, times: Number.POSITIVE_INFINITY, status: 403 })
  return world
}

const idIn = ({ decision }: StepResult, path: string): string =>
  decision.outcomes.find(({ finding }: { finding: { location: { path: string } } }) => finding.location.path === path)
    .finding.id

const codesOf = ({ decision }: StepResult): readonly string[] =>
  decision.notices
    .filter(({ code }: { code: string }) => code === 'command')
    .map(({ message }: { message: string }) => /: ([a-z-]+), /.exec(message)?.[1])

test('V2 to V8, V12 to V14: who may not approve, and how it is said; then who may', async () => {
  const world = await forkWorld()
  const scanned = await world.scan(['src/a.ts', 'pay/b.ts'], quietly(world))
  const [finding, vital] = [idIn(scanned, 'src/a.ts'), idIn(scanned, 'pay/b.ts')]
  world.repository.timeline.push({ kind: 'base-changed', issue: 42, at: ago(50) })
  const by = (author: FakeAccount, more = {}, id = finding) => world.write(author, approve(id), more)
  const expected = [
    [by(HEIDI, { createdAt: ago(60) }), 'before-reset'],
    [by(EVE), 'own-change'],
    [by(CAROL), 'contributor'],
    [by(DAVE), 'not-approver'],
    [by(ERIN), 'authority-unknown'],
    [by(FRANK), 'not-approver'],
    [by(MALLORY), 'not-approver'],
    [by(HEIDI, { updatedAt: ago(1) }), 'edited'],
    [by(HEIDI, { lastEditedAt: ago(1), editor: HEIDI }), 'edited'],
    [by(HEIDI, { includesCreatedEdit: true }), 'edited'],
    [by(BOB, {}, vital), 'superseded'],
    [world.write(BOB, approve(vital, { expires: inDays(6) })), 'counted']
  ] as const

  // The event tells of an approval by an approver; what counts is what GitHub says now.
  const refused = await world.answer(approve(finding), quietly(world))
  expect(codesOf(refused)).toEqual(expected.map(([, code]) => code))
  expect(refused).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0', blocking: '2' } })
  expect(refused.decision.exceptions).toContainEqual(
    expect.objectContaining({ finding: vital, status: 'requested', problem: '1 of 2 approvals' })
  )

  const request = world.write(MALLORY, `/gate request ${finding} reason="The parser needs a release first"`)
  by(GRACE)
  by(HEIDI, {}, vital)
  const passed = await world.answer('/gate', quietly(world))
  expect(passed).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '2' } })
  expect(codesOf(passed).slice(-3)).toEqual(['counted', 'counted', 'counted'])

  // A11: what becomes of the request changes nothing of the approval.
  Object.assign(request, { body: `/gate request ${vital} reason="Another"`, updatedAt: ago(0), lastEditedAt: ago(0) })
  const after = await world.answer('/gate', quietly(world))
  expect(after.outputs).toMatchObject({ verdict: 'pass', excepted: '2' })
  expect(after.decision.exceptions).toEqual(passed.decision.exceptions)
})

test.each(['edited', 'deleted'])('V1 a comment that was %s starts nothing', async action => {
  const world = await worldInProcess()
  const event = issueCommentEvent(approve(`F-${'0'.repeat(32)}`))
  const result = await world.answer('', { event: { ...event, payload: { ...event.payload, action } } })
  expect(result).toMatchObject({ exitCode: 0, outputs: {} })
  expect(world.fake.calls).toEqual([])
})

test('V1 on a pull request that is closed nothing is decided', async () => {
  const world = await worldInProcess()
  world.store()
  Object.assign(world.repository.pulls[0] ?? {}, { state: 'closed' })
  expect(await world.answer(approve(`F-${'0'.repeat(32)}`))).toMatchObject({ exitCode: 0, outputs: {} })
  expect(world.written()).toEqual([])
})

test('A11 the same code in another file is another finding: an approval is for one of them', async () => {
  const world = await worldInProcess()
  world.push('copy', { 'src/copy.ts': 'eval(input)\n' })
  world.repository.pulls[0]?.files.push({ filename: 'src/copy.ts', status: 'added', patch: '@@ -0,0 +1 @@\n+x' })
  const scanned = await world.scan(['src/a.ts', 'src/copy.ts'])
  expect(scanned.outputs).toMatchObject({ blocking: '2' })
  world.write(BOB, approve(findingOf(scanned), { sha: sha('copy') }))
  expect(await world.answer()).toMatchObject({ exitCode: 1, outputs: { blocking: '1', excepted: '1' } })
})

const EXPLOITED = JSON.stringify({
  title: 'CISA Catalog of Known Exploited Vulnerabilities',
  catalogVersion: '2026.11.20',
  dateReleased: ago(60),
  count: 1,
  vulnerabilities: [{ cveID: 'CVE-2026-1234', dateAdded: '2026-11-01', dueDate: '2026-11-22' }]
})

test('V12, V9 a finding that is known to be exploited needs two people, and they approve one head', async () => {
  const world = await worldInProcess(POLICY.replace('tier-0: 2,', 'tier-0: 2, kev: 2,'))
  const sarif = JSON.stringify(
    aLog(aSarifRun('Grype', [aResult('CVE-2026-1234', 'src/a.ts', 1, { level: 'error' })], [{ id: 'CVE-2026-1234' }]))
  )
  const workspace = { 'results/out.sarif': sarif, 'kev.json': EXPLOITED, 'src/a.ts': 'eval(input)\n' }
  const scan = () => world.scan([], { workspace, inputs: { kev: 'kev.json' } })
  const finding = findingOf(await scan())
  world.write(BOB, approve(finding))
  world.write(BOB, approve(finding))
  expect((await scan()).decision).toMatchObject({
    verdict: 'block',
    outcomes: [{ finding: { kev: true } }],
    exceptions: [{ problem: '1 of 2 approvals' }]
  })
  world.write(CAROL, approve(finding))
  expect(await scan()).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
  world.push('docs', { 'docs/c.md': 'other text\n' })
  const pushed = await scan()
  expect(pushed).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
  expect(codesOf(pushed)).toEqual(['sha-mismatch', 'sha-mismatch', 'sha-mismatch'])
})
