import { describe, expect, test } from '@jest/globals'
import { ACTIONS_APP, ACTIONS_BOT, comment, type FakeComment, READ_TOKEN, user } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

const MARKER = '<!-- policy-gate -->'
const sticky = (body = 'Blocked', create = true) => ({ number: 42, marker: MARKER, body: `${MARKER}\n${body}`, create })
const own = (id: number, body = `${MARKER}\nBlocked`, overrides: Partial<FakeComment> = {}) =>
  comment(id, body, { user: ACTIONS_BOT, app: ACTIONS_APP, ...overrides })

describe('reading comments', () => {
  test('every page is read, in order', async () => {
    const all = Array.from({ length: 450 }, (_, index) => comment(index + 1, `c${index + 1}`))
    const { github, count } = await world({ comments: all })
    const read = await github.comments(42)
    expect(read.map(({ body }) => body)).toEqual(all.map(({ body }) => body))
    expect(count('GET', /comments$/)).toBe(5)
  })

  test('a page that stays broken fails the whole list', async () => {
    const all = Array.from({ length: 450 }, (_, index) => comment(index + 1, `c${index + 1}`))
    const { fake, github } = await world({ comments: all })
    fake.fault({ path: /comments\?.*page=3$/, status: 502, times: Number.POSITIVE_INFINITY })
    expect((await failureOf(github.comments(42))).failure.kind).toBe('unavailable')
  })

  test('deleted accounts and missing bodies do not break it, and are nobody', async () => {
    const ghost = user(10137, 'ghost')
    const { github } = await world({ comments: [comment(1, null, { user: null }), comment(2, 'x', { user: ghost })] })
    const read = await github.comments(42)
    expect(read.map(({ author, body }) => [author, body])).toEqual([
      [null, ''],
      [null, 'x']
    ])
  })

  test('edits and visibility come from GraphQL; a comment that is gone has no entry', async () => {
    const edited = { lastEditedAt: '2026-11-23T11:00:00Z', includesCreatedEdit: true, minimized: true }
    const hidden = comment(2, 'b', { ...edited, editor: user(13, 'mallory') })
    const { github } = await world({ comments: [comment(1, 'a'), hidden] })
    expect(await github.commentFacts(['IC_1', 'IC_2', 'IC_3'])).toEqual([
      {
        nodeId: 'IC_1',
        lastEditedAt: null,
        editorId: null,
        includesCreatedEdit: false,
        minimized: false
      },
      { nodeId: 'IC_2', ...edited, editorId: 13 }
    ])
  })

  test('GraphQL that answers with errors and half of the data is a failure', async () => {
    const { fake, github } = await world({ comments: [comment(1, 'a')] })
    const body = JSON.stringify({ data: { nodes: [null] }, errors: [{ message: 'Something went wrong' }] })
    fake.fault({ path: /graphql$/, status: 200, body })
    expect((await failureOf(github.commentFacts(['IC_1']))).failure.kind).toBe('unavailable')
  })
})

describe('the comment that is kept up to date', () => {
  test('is made once, updated when it differs, and left alone when it does not', async () => {
    const { fake, github, clock, repository, written } = await world()
    expect(await github.keepComment(sticky())).toMatchObject({ action: 'created' })
    expect(written()).toEqual(['POST /issues/42/comments'])
    expect(await connect(fake, clock).keepComment(sticky())).toMatchObject({ action: 'unchanged' })
    expect(written()).toEqual([])
    expect(await connect(fake, clock).keepComment(sticky('Passed'))).toMatchObject({ action: 'updated' })
    expect(written()).toEqual([`PATCH /issues/comments/${repository.comments[0]?.id}`])
    expect(repository.comments.map(({ body }) => body)).toEqual([`${MARKER}\nPassed`])
  })

  test('is not made where it only should be updated', async () => {
    const { github, written } = await world()
    expect(await github.keepComment(sticky('Passed', false))).toMatchObject({ action: 'absent', url: null })
    expect(written()).toEqual([])
  })

  test.each<[string, Partial<FakeComment>]>([
    ['a user pastes the marker', { user: user(12, 'bob') }],
    ['a user has the name of the app', { user: user(13, 'github-actions') }],
    ['a user has the name of the bot', { user: user(13, 'github-actions[bot]') }],
    ['another bot uses the marker', { user: { id: 49699333, login: 'dependabot[bot]', type: 'Bot' } }],
    ['another app writes as the bot', { app: { id: 7, slug: 'other' } }]
  ])('is not confused with another when %s', async (_, forged) => {
    const before = own(1, `${MARKER}\nforged`, { app: null, ...forged })
    const after = { ...before, id: 3 }
    const { github, repository, written } = await world({ comments: [before, own(2, `${MARKER}\nold`), after] })
    expect(await github.keepComment(sticky('new'))).toMatchObject({ action: 'updated' })
    expect(written()).toEqual(['PATCH /issues/comments/2'])
    expect(repository.comments.map(({ body }) => body)).toEqual([before.body, `${MARKER}\nnew`, after.body])
  })

  test('survives as the oldest of several', async () => {
    const { github, repository, written } = await world({ comments: [own(3), own(1), own(2)] })
    expect(await github.keepComment(sticky())).toMatchObject({ action: 'unchanged' })
    expect(written()).toEqual(['DELETE /issues/comments/2', 'DELETE /issues/comments/3'])
    expect(repository.comments.map(({ id }) => id)).toEqual([1])
  })

  test('is shown again after somebody hid it, and overwritten after somebody edited it', async () => {
    const { github, repository, written } = await world({
      comments: [own(1, `${MARKER}\nPassed!`, { minimized: true })]
    })
    expect(await github.keepComment(sticky())).toMatchObject({ action: 'updated' })
    expect(written()).toEqual(['PATCH /issues/comments/1', 'POST /graphql'])
    expect(repository.comments).toMatchObject([{ body: `${MARKER}\nBlocked`, minimized: false }])
  })

  test.each([
    ['500 after it was made', { status: 500, effect: true }],
    ['500 before', { status: 500 }],
    ['a connection that breaks after it was made', { reset: 'after' as const }],
    ['a connection that breaks before', { reset: 'before' as const }],
    ['an answer that ends early', { truncate: true as const }],
    ['an answer for people', { html: true as const }],
    ['no answer at all', { hang: true as const, effect: true }],
    ['an answer that never ends', { drip: true as const }]
  ])('is there exactly once after %s', async (_, fault) => {
    const { fake, github, repository } = await world()
    fake.fault({ method: 'POST', path: /comments$/, ...fault })
    expect(await github.keepComment(sticky())).toMatchObject({ action: 'created' })
    expect(repository.comments.map(({ body }) => body)).toEqual([sticky().body])
  })

  test('that is too long is refused by GitHub and not tried again', async () => {
    const { github, count } = await world()
    expect((await failureOf(github.keepComment(sticky('x'.repeat(65_536))))).failure).toEqual({ kind: 'invalid' })
    expect(count('POST', /comments$/)).toBe(1)
  })

  test('cannot be posted with a token that only reads; the permission is named', async () => {
    const { github, count } = await world({}, { token: READ_TOKEN })
    const { failure, message } = await failureOf(github.keepComment(sticky()))
    expect(failure).toEqual({ kind: 'forbidden', permission: 'issues: write or pull-requests: write' })
    expect(message).toContain('the token lacks issues: write or pull-requests: write')
    expect(count('POST', /comments$/)).toBe(1)
  })

  test('of an own app is known by the number of its bot', async () => {
    const app = { id: 777, slug: 'acme-gate' }
    const actor = { id: 555, login: 'acme-gate[bot]', type: 'Bot' as const }
    const token = 'ghs_appappappappappappappappappappappa01'
    const permissions = { issues: 'write', pull_requests: 'write' } as const
    const comments = [own(1), comment(2, `${MARKER}\nold`, { user: actor, app })]
    const options = { token, state: {} as object }
    const { fake, github, repository } = await world({ comments }, options)
    fake.state.tokens[token] = { permissions, actor, app }
    expect(await github.keepComment(sticky('new'))).toMatchObject({ action: 'updated' })
    expect(repository.comments.map(({ body }) => body)).toEqual([`${MARKER}\nBlocked`, `${MARKER}\nnew`])
  })

  test('is taken for a workflow’s where GitHub does not tell who the token is', async () => {
    const { fake, github } = await world({ comments: [own(1)] })
    fake.fault({ path: /graphql$/, status: 404 })
    expect(await github.keepComment(sticky())).toMatchObject({ action: 'unchanged' })
  })
})
