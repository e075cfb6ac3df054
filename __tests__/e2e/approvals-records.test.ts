import { expect, test } from '@jest/globals'
import { mergeGroupEvent } from '../fake-github/events.js'
import { commit, pull, sha } from '../fake-github/state.js'
import {
  afterPush,
  ago,
  approve,
  BOB,
  CAROL,
  EXCEPTIONS,
  findingOf,
  inDays,
  merge,
  onSchedule,
  worldInProcess
} from './approval-world.js'

test('a merge group passes with what its pull request was approved for, and answers nothing there', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  world.repository.commits.push(commit('group'))
  const { pulls } = world.repository
  for (const { commits } of pulls) commits.push(sha('group'))
  // The stand-in compares two commits by the pull request that has these ends.
  pulls.push(pull({ number: 7, headSha: sha('group'), commits: [], files: pulls[0]?.files ?? [] }))
  const queued = await world.scan(['src/a.ts'], { event: mergeGroupEvent() })
  expect(queued).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
  expect(world.repository.reactions).toEqual([])
})

test('after the merge: what was approved then is printed and offered as a pull request, once', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  merge(world)
  world.write(CAROL, approve(finding), { createdAt: ago(1), updatedAt: ago(1) })
  const result = await afterPush(world, ['src/a.ts'])
  expect(result.summary).toMatch(new RegExp(`Exceptions to add[\\s\\S]*finding: ${finding}`))
  const offered = world.repository.pulls.at(-1)
  expect(offered).toMatchObject({ headRef: 'policy-gate/exceptions-42', baseRef: 'main', state: 'open' })
  const proposal = world.repository.commits.find(({ sha: id }) => id === offered?.headSha)?.files[EXCEPTIONS]
  expect(String(proposal)).toContain('approved-by: ["@sec-bob"]')
  world.written()
  await afterPush(world, ['src/a.ts'])
  expect(world.written()).toEqual([])
})

test.each([
  ['a finding that is gone', ['pay/b.ts']],
  ['an approval that was refused', ['src/a.ts']]
])('%s leaves no record', async (name, paths) => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  if (name.includes('refused')) world.write(CAROL, `/gate reject ${finding} reason="Reachable"`)
  merge(world)
  const result = await afterPush(world, paths)
  expect(result.summary).not.toMatch(/Exceptions to add/)
  expect(world.repository.pulls).toHaveLength(1)
})

const entry = (id: string, owner: string, expires: string): string => `  - id: ${id}
    type: risk-accept
    match: { tool: CodeQL, rule-id: js/x, path: src/a.ts }
    reason: The endpoint is disabled in production
    owner: "${owner}"
    approved-by: ["@sec-bob"]
    approved-at: ${inDays(-20)}
    expires: ${expires}
`

test('on a schedule one issue lists what expires soon, by owner; it is closed when there is nothing left', async () => {
  const world = await worldInProcess()
  const soon = `version: 1\nexceptions:\n${entry('EXC-1', '@alice', inDays(3))}${entry('EXC-2', '@dave', inDays(-2))}`
  const issues = () => world.repository.issues.filter(({ title }) => title === 'Exceptions that expire soon')
  await onSchedule(world, soon)
  expect(issues()).toMatchObject([{ state: 'open' }])
  expect(issues()[0]?.body).toMatch(/### `@alice`[\s\S]*`EXC-1`[\s\S]*### `@dave`[\s\S]*`EXC-2`[\s\S]*expired on/)
  world.written()
  await onSchedule(world, soon)
  expect(world.written().filter(call => call.includes('/issues'))).toEqual([])
  await onSchedule(world, 'version: 1\nexceptions: []\n')
  expect(issues()).toMatchObject([{ state: 'closed' }])
})
