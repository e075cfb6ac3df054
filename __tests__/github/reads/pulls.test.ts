import { describe, expect, test } from '@jest/globals'
import { commit, type FakeFile, pull, sha, user } from '../../fake-github/state.js'
import { failureOf, world } from '../harness.js'

const files = (count: number): FakeFile[] =>
  Array.from({ length: count }, (_, index) => ({ filename: `f${index}`, status: 'modified', patch: '@@ -1 +1 @@' }))

describe('pull requests', () => {
  test('are plain data', async () => {
    const { github } = await world()
    expect(await github.pullRequest(42)).toEqual({
      number: 42,
      state: 'open',
      merged: false,
      mergedAt: null,
      mergeSha: expect.stringMatching(/^[0-9a-f]{40}$/),
      repositoryId: 1000,
      author: { id: 11, login: 'alice', type: 'User' },
      headSha: sha('head'),
      headRef: 'feature',
      headRepository: 'acme/pay',
      headRepositoryId: 1000,
      baseSha: sha('base'),
      baseRef: 'main',
      commits: 1,
      changedFiles: 1
    })
  })

  test('a deleted fork of a deleted user', async () => {
    const { github } = await world({ pulls: [pull({ user: null, headRepository: null })] })
    expect(await github.pullRequest(42)).toMatchObject({ author: null, headRepository: null, headRepositoryId: null })
  })

  test('a head that moves between two reads shows', async () => {
    const { fake, github } = await world()
    const change = () => Object.assign(fake.state.repositories[0]?.pulls[0] ?? {}, { headSha: sha('newer') })
    fake.fault({ path: /pulls\/42$/, after: 1, change })
    const heads = [(await github.pullRequest(42)).headSha, (await github.pullRequest(42)).headSha]
    expect(heads).toEqual([sha('head'), sha('newer')])
  })

  test('that are not there are not found', async () => {
    const { github } = await world()
    expect((await failureOf(github.pullRequest(7))).failure).toEqual({ kind: 'not-found' })
  })

  test('of a commit, and of a fork’s head', async () => {
    const fork = pull({ number: 44, headRepository: { id: 2, owner: 'eve', name: 'pay' }, commits: [sha('x')] })
    const { github } = await world({ pulls: [pull(), fork] })
    expect(await github.pullRequestsOfCommit(sha('x'))).toEqual([44])
    const found = await github.pullRequestsOfHead('eve', 'feature', sha('head'), 'open')
    expect(found.map(({ number }) => number)).toEqual([44])
    expect(await github.pullRequestsOfHead('eve', 'feature', sha('old'), 'open')).toEqual([])
  })
})

describe('changed files', () => {
  test('come with their patch, or without where GitHub gives none', async () => {
    const changed: FakeFile[] = [
      { filename: 'a', status: 'modified', patch: '@@ -1 +1 @@' },
      { filename: 'image.png', status: 'added' },
      { filename: 'new', previous_filename: 'old', status: 'renamed', patch: '' },
      { filename: 'gone', status: 'removed', patch: '@@ -1 +0,0 @@' }
    ]
    const { github } = await world({ pulls: [pull({ files: changed })] })
    const expected = [
      { path: 'a', previousPath: null, status: 'modified', patch: '@@ -1 +1 @@', blobSha: sha('a') },
      { path: 'image.png', previousPath: null, status: 'added', patch: null, blobSha: sha('image.png') },
      { path: 'new', previousPath: 'old', status: 'renamed', patch: '', blobSha: sha('new') },
      { path: 'gone', previousPath: null, status: 'removed', patch: '@@ -1 +0,0 @@', blobSha: null }
    ]
    expect(await github.changedFiles(42, sha('head'))).toMatchObject({ files: expected, complete: true })
    const compared = await github.changedFilesBetween(sha('base'), sha('head'))
    expect(compared).toMatchObject({ files: expected, complete: true, mergeBase: sha('base') })
  })

  test('come with the counts of their lines, so that a patch that was cut shows', async () => {
    const { github } = await world({
      pulls: [pull({ files: [{ filename: 'a', status: 'modified', patch: '@@ -1,2 +1,2 @@\n a\n-b\n+c' }] })]
    })
    const { files: listed } = await github.changedFiles(42, sha('head'))
    expect(listed).toMatchObject([{ additions: 1, deletions: 1 }])
  })

  test.each([
    [250, true, 3 + 1],
    [2999, true, 30 + 1],
    [3000, false, 30 + 1],
    [3001, false, 30 + 1]
  ])('%i files: whole is %s', async (count, complete, calls) => {
    const { fake, github } = await world({ pulls: [pull({ files: files(count) })] })
    const listed = await github.changedFiles(42, sha('head'))
    expect([listed.files.length, listed.complete]).toEqual([Math.min(count, 3000), complete])
    expect(fake.calls).toHaveLength(calls)
  })

  test('in a list that is shorter than their number are not all', async () => {
    const { fake, github } = await world({ pulls: [pull({ files: files(2) })] })
    fake.fault({ path: /files/, status: 200, body: '[]' })
    expect(await github.changedFiles(42, sha('head'))).toEqual({ files: [], complete: false })
  })

  test.each([
    [299, true],
    [300, false]
  ])('a comparison of %i files: whole is %s', async (count, complete) => {
    const { github } = await world({ pulls: [pull({ files: files(count) })] })
    expect(await github.changedFilesBetween(sha('base'), sha('head'))).toMatchObject({ complete })
  })
})

describe('commits as git keeps them', () => {
  test('a trial merge has the base and the head for parents, and the files of both', async () => {
    const { github } = await world({
      commits: [commit('base', { files: { a: 'new\na\nb\n' } }), commit('head', { files: { a: 'a\nc\n', d: 'd\n' } })],
      pulls: [pull({ files: [{ filename: 'a', status: 'modified', patch: '@@ -1,2 +1,2 @@\n a\n-b\n+c' }] })]
    })
    const merge = (await github.pullRequest(42)).mergeSha ?? ''
    expect(merge).toBe(sha('merge of head into base'))
    const { parents, tree } = await github.commitObject(merge)
    expect(parents).toEqual([sha('base'), sha('head')])
    expect(tree).not.toBe((await github.commitObject(sha('head'))).tree)
    const file = await github.fileAt({ path: 'a', ref: merge, maxBytes: 100 })
    expect(file.kind === 'file' && Buffer.from(file.bytes).toString()).toBe('new\na\nc\n')
    expect(await github.changedFilesBetween(sha('base'), merge)).toMatchObject({
      files: [{ path: 'a', patch: '@@ -1,3 +1,3 @@\n new\n a\n-b\n+c' }]
    })
    const ids = await github.blobsAt(merge)
    expect([...(ids?.keys() ?? [])].sort()).toEqual(['a', 'd'])
  })

  test('those that are not there are not found', async () => {
    const { github } = await world()
    expect((await failureOf(github.commitObject(sha('nowhere')))).failure).toEqual({ kind: 'not-found' })
    const compared = github.changedFilesBetween(sha('base'), sha('nowhere'))
    expect((await failureOf(compared)).failure).toEqual({ kind: 'not-found' })
  })
})

describe('commits of a pull request', () => {
  test('name their people; an e-mail address of nobody has no account', async () => {
    const unmapped = commit('two', { author: null, email: 'x@example.com', message: 'm\n\nCo-authored-by: B <b@x>' })
    const one = commit('one', { committer: user(19864447, 'web-flow') })
    const { github } = await world({ commits: [one, unmapped], pulls: [pull({ commits: [one.sha, unmapped.sha] })] })
    expect(await github.commits(42)).toMatchObject({
      complete: true,
      commits: [
        { author: { login: 'alice' }, committer: { login: 'web-flow' }, authorEmail: 'alice@example.com' },
        { author: null, authorEmail: 'x@example.com', message: unmapped.message }
      ]
    })
  })

  test('more than GitHub lists are not whole', async () => {
    const many = Array.from({ length: 251 }, (_, index) => commit(`c${index}`))
    const { github } = await world({ commits: many, pulls: [pull({ commits: many.map(({ sha: id }) => id) })] })
    const listed = await github.commits(42)
    expect([listed.commits.length, listed.complete]).toEqual([250, false])
  })
})
