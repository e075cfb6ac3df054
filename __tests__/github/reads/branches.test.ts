import { describe, expect, test } from '@jest/globals'
import { commitAt } from '../../../src/github/reads/branches.js'
import { sha } from '../../fake-github/state.js'
import { failureOf, world } from '../harness.js'

const at = (minute: number): string => new Date(Date.UTC(2026, 9, 1) + minute * 60_000).toISOString()
const update = (number: number) => ({ before: sha(`${number - 1}`), after: sha(`${number}`), at: at(number) })
const listed = (count: number) => Array.from({ length: count }, (_, index) => ({ ref: 'main', ...update(index + 1) }))

describe('the updates of a branch', () => {
  test('are read back to the instant, newest first, and no further', async () => {
    const { github, count } = await world({ branches: { main: sha('350') }, updates: listed(350) })
    const record = await github.branchRecord('main', at(200))
    expect(record.tip).toBe(sha('350'))
    expect(record.updates.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, index) => update(350 - index)))
    expect(count('GET', /\/activity/)).toBe(2)
  })

  test('a page that cannot be read is no shorter record', async () => {
    const { github, fake } = await world({ branches: { main: sha('150') }, updates: listed(150) })
    fake.fault({ path: /\/activity.*after=/, times: 9, status: 502 })
    expect(await failureOf(github.branchRecord('main', at(1)))).toMatchObject({ name: 'GitHubError' })
  })
})

describe('where a branch pointed to', () => {
  const record = { tip: sha('3'), updates: [3, 2, 1].map(update) }
  const made = { before: '0'.repeat(40), after: sha('0'), at: at(0) }

  test.each<[string, typeof record, string, string | null]>([
    ['after all updates', record, at(9), sha('3')],
    ['between two', record, at(2.5), sha('2')],
    ['in the second of one: before it', record, at(3), sha('2')],
    ['before all that are told', record, at(0.5), null],
    ['since it was made', { ...record, updates: [...record.updates, made] }, at(0.5), sha('0')],
    ['before it was made', { ...record, updates: [...record.updates, made] }, at(-1), null],
    ['with an update missing', { ...record, updates: [update(3), update(1)] }, at(1.5), null],
    ['with the newest update missing', { ...record, tip: sha('4') }, at(9), null],
    ['with no update told', { ...record, updates: [] }, at(9), null]
  ])('%s', (_, given, instant, commit) => {
    expect(commitAt(given, instant)).toBe(commit)
  })
})
