import { describe, expect, test } from '@jest/globals'
import { commit, fakeState, ORG_TOKEN, repository, sha, TOKEN } from '../../fake-github/state.js'
import { failureOf, world } from '../harness.js'

const BINARY = new Uint8Array([0, 255, 254, 10, 13, 0])
const LARGE = 'x'.repeat(1024 * 1024 + 1)
const base = commit('base', {
  files: {
    '.github/policy-gate.yml': 'version: 1\n# ä\n',
    'a b/%41#?.bin': BINARY,
    empty: '',
    large: LARGE,
    link: 'symlink:../outside'
  }
})
const head = commit('head', { files: { '.github/policy-gate.yml': 'version: 1\nmode: monitor\n' } })
const request = (path: string, ref = sha('base'), maxBytes = 4_000_000) => ({ path, ref, maxBytes })

describe('a file at a commit', () => {
  test.each<[string, string | Uint8Array]>([
    ['.github/policy-gate.yml', 'version: 1\n# ä\n'],
    ['a b/%41#?.bin', BINARY],
    ['empty', ''],
    ['large', LARGE]
  ])('%s comes byte by byte', async (path, expected) => {
    const { github } = await world({ commits: [base, head] })
    const file = await github.fileAt(request(path))
    expect(file).toMatchObject({ kind: 'file', blobSha: expect.stringMatching(/^[0-9a-f]{40}$/) })
    expect(file.kind === 'file' && Buffer.from(file.bytes).equals(Buffer.from(expected))).toBe(true)
  })

  test('is the one of that commit, not of the head', async () => {
    const { github } = await world({ commits: [base, head] })
    const read = async (ref: string) => {
      const file = await github.fileAt(request('.github/policy-gate.yml', ref))
      return file.kind === 'file' ? Buffer.from(file.bytes).toString() : file.kind
    }
    expect([await read(sha('base')), await read(sha('head'))]).toEqual([
      'version: 1\n# ä\n',
      'version: 1\nmode: monitor\n'
    ])
  })

  test.each(['.github', 'link'])('%s is no file', async path => {
    const { github } = await world({ commits: [base] })
    expect(await github.fileAt(request(path))).toEqual({ kind: 'not-a-file' })
  })

  test('is absent only where its commit is there', async () => {
    const { fake, github } = await world({ commits: [base] })
    expect(await github.fileAt(request('nowhere'))).toEqual({ kind: 'absent' })
    expect(await github.fileAt(request('elsewhere'))).toEqual({ kind: 'absent' })
    expect(fake.calls).toHaveLength(3)
    expect((await failureOf(github.fileAt(request('nowhere', sha('gone'))))).failure).toEqual({ kind: 'not-found' })
  })

  test('that is larger than wanted is refused', async () => {
    const { github } = await world({ commits: [base] })
    const { failure, message } = await failureOf(github.fileAt(request('large', sha('base'), 1000)))
    expect(failure).toEqual({ kind: 'invalid' })
    expect(message).toContain('1048577 bytes, more than the 1000 that are read')
  })

  test('that cannot be read is an error, not absent', async () => {
    const { fake, github } = await world({ commits: [base] })
    fake.fault({ path: /contents/, status: 503, times: 3 })
    expect((await failureOf(github.fileAt(request('empty')))).failure.kind).toBe('unavailable')
  })

  test('of another repository is read with the token of the organisation', async () => {
    const policy = repository({
      id: 2,
      name: 'security-policy',
      commits: [commit('org', { files: { 'org.yml': 'v' } })]
    })
    const state = fakeState({ repositories: [repository(), policy] })
    const { fake, github } = await world({}, { state })
    const there = { repository: { owner: 'acme', name: 'security-policy' }, ...request('org.yml', sha('org')) }
    expect(await github.fileAt(there)).toMatchObject({ kind: 'file' })
    await github.pullRequest(42)
    expect(fake.calls.map(({ authorization }) => authorization)).toEqual([`token ${ORG_TOKEN}`, `token ${TOKEN}`])
    const none = { ...there, repository: { owner: 'acme', name: 'none' } }
    expect((await failureOf(github.fileAt(none))).failure).toEqual({ kind: 'not-found' })
  })
})
