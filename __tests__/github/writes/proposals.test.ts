import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, READ_TOKEN, user } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

const proposal = {
  branch: 'policy-gate/exceptions-42',
  base: 'main',
  path: '.github/policy-exceptions.yml',
  content: 'version: 1\nexceptions: []\n',
  message: 'Record exceptions',
  title: 'Record exceptions of #42',
  body: 'From #42'
}

describe('a proposed file', () => {
  test('comes as one pull request, is updated, and not touched by a second run', async () => {
    const { fake, github, clock, repository, written } = await world()
    const made = await github.proposeFile(proposal)
    expect(made).toMatchObject({ action: 'created' })
    expect(written()).toEqual(['POST /git/refs', 'PUT /contents/.github/policy-exceptions.yml', 'POST /pulls'])
    expect(await connect(fake, clock).proposeFile(proposal)).toMatchObject({ ...made, action: 'unchanged' })
    expect(written()).toEqual([])
    const next = { ...proposal, content: 'version: 1\n' }
    expect(await connect(fake, clock).proposeFile(next)).toMatchObject({ ...made, action: 'updated' })
    expect(written()).toEqual(['PUT /contents/.github/policy-exceptions.yml'])
    const tip = repository.commits.find(({ sha }) => sha === repository.branches[proposal.branch])
    expect(Buffer.from(tip?.files[proposal.path] ?? '').toString()).toBe('version: 1\n')
  })

  test.each([
    ['the branch', /git\/refs$/],
    ['the file', /contents/],
    ['the pull request', /pulls$/]
  ])('an unclear answer for %s makes nothing twice', async (_, path) => {
    const { fake, github, repository } = await world()
    fake.fault({ method: path.source.includes('contents') ? 'PUT' : 'POST', path, status: 502, effect: true })
    expect(await github.proposeFile(proposal)).toMatchObject({ url: expect.stringContaining('/pull/') })
    expect(repository.pulls.filter(({ headRef }) => headRef === proposal.branch)).toHaveLength(1)
    expect(repository.commits).toHaveLength(3)
  })

  test('needs a token that may write contents', async () => {
    const { github } = await world({}, { token: READ_TOKEN })
    const { failure } = await failureOf(github.proposeFile(proposal))
    expect(failure).toEqual({ kind: 'forbidden', permission: 'contents: write' })
  })
})

describe('a tracked issue', () => {
  const issue = { marker: '<!-- expiring -->', title: 'Expiring', body: '<!-- expiring --> 2', labels: ['security'] }

  test('is opened, updated, left alone and closed', async () => {
    const { fake, github, clock, repository, written } = await world()
    expect(await github.keepIssue({ ...issue, body: null })).toMatchObject({ action: 'absent' })
    expect(await github.keepIssue(issue)).toMatchObject({ action: 'created' })
    expect(await connect(fake, clock).keepIssue(issue)).toMatchObject({ action: 'unchanged' })
    expect(await github.keepIssue({ ...issue, title: 'Expired' })).toMatchObject({ action: 'updated' })
    expect(await github.keepIssue({ ...issue, body: null })).toMatchObject({ action: 'closed' })
    expect(written().map(call => call.replace(/\d+/, 'N'))).toEqual([
      'POST /issues',
      'PATCH /issues/N',
      'PATCH /issues/N'
    ])
    expect(repository.issues).toMatchObject([{ title: 'Expired', state: 'closed', labels: ['security'] }])
  })

  test('is not confused with somebody’s copy, nor with a pull request', async () => {
    const copy = { number: 5, title: 'x', body: issue.body, state: 'open' as const, labels: [] }
    const { github, repository } = await world({
      issues: [
        { ...copy, user: user(12, 'bob') },
        { ...copy, number: 42, user: ACTIONS_BOT }
      ]
    })
    expect(await github.keepIssue(issue)).toMatchObject({ action: 'created' })
    expect(repository.issues).toHaveLength(3)
  })

  test('is there once after an unclear answer', async () => {
    const { fake, github, repository } = await world()
    fake.fault({ method: 'POST', path: /issues$/, reset: 'after' })
    expect(await github.keepIssue(issue)).toMatchObject({ action: 'created' })
    expect(repository.issues).toHaveLength(1)
  })
})
