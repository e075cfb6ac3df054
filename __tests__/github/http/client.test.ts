import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { graphqlUrlOf } from '../../../src/github/connect.js'
import type { FaultKind } from '../../fake-github/faults.js'
import { comment, ORG_TOKEN, pull, READ_TOKEN, sha, TOKEN } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

const FOREVER = Number.POSITIVE_INFINITY
const COMMENTS = /issues\/42\/comments/
const report = { number: 42, marker: '<!-- m -->', body: '<!-- m --> text', create: true }

describe('reads that fail', () => {
  test.each<[string, FaultKind]>([
    ['502', { status: 502 }],
    ['503 with a page for people', { status: 503, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['200 with a page for people', { html: true }],
    ['JSON that ends early', { truncate: true }],
    ['200 with nothing', { status: 200, body: '' }],
    ['a broken connection', { reset: 'before' }],
    ['a connection that breaks after the work', { reset: 'after' }],
    ['no answer', { hang: true }],
    ['an answer that never ends', { drip: true }]
  ])('%s twice: the third try answers as if nothing had been', async (_, fault) => {
    const { fake, github, clock, count } = await world({ comments: [comment(1, 'a')] })
    fake.fault({ path: COMMENTS, times: 2, ...fault })
    expect((await github.comments(42)).map(({ body }) => body)).toEqual(['a'])
    expect(count('GET', COMMENTS)).toBe(3)
    expect(clock.slept).toEqual([1000, 4000])
  })

  test('for ever: three tries, then the failure says so', async () => {
    const { fake, github, count } = await world()
    fake.fault({ path: COMMENTS, status: 502, times: FOREVER })
    const { failure, message, status } = await failureOf(github.comments(42))
    expect(failure).toEqual({ kind: 'unavailable', mayHaveHappened: false })
    expect([message, status]).toEqual([
      'GitHub: cannot list the comments of #42: GitHub is not available (502): Scripted',
      502
    ])
    expect(count('GET', COMMENTS)).toBe(3)
  })

  test.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'unauthorised'],
    [422, 'invalid'],
    [423, 'invalid']
  ])('%i is final: %s', async (status, kind) => {
    const { fake, github, count } = await world()
    fake.fault({ path: COMMENTS, status })
    expect((await failureOf(github.comments(42))).failure.kind).toBe(kind)
    expect(count('GET', COMMENTS)).toBe(1)
  })

  test('an unknown token is unauthorised, and not shown', async () => {
    const token = 'ghs_wrongwrongwrongwrongwrongwrongwrong1'
    const { github } = await world({}, { token })
    const { failure, message } = await failureOf(github.pullRequest(42))
    expect(failure).toEqual({ kind: 'unauthorised' })
    expect(message).toBe('GitHub: cannot read pull request #42: the token is not valid (401): Bad credentials')
  })
})

describe('limits', () => {
  test('a secondary limit is waited for, reads and writes alike', async () => {
    const { fake, github, clock, written } = await world()
    const limit = { status: 403, headers: { 'retry-after': '7' } }
    fake.fault({ path: COMMENTS, method: 'GET', ...limit })
    fake.fault({ path: COMMENTS, method: 'POST', ...limit })
    expect(await github.keepComment(report)).toMatchObject({ action: 'created' })
    expect(clock.slept).toEqual([7000, 7000])
    expect(written()).toEqual(['POST /issues/42/comments', 'POST /issues/42/comments'])
  })

  test('a secondary limit without a time is waited for a minute', async () => {
    const { fake, github, clock } = await world()
    const documentation_url =
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits'
    fake.fault({ path: COMMENTS, status: 403, body: JSON.stringify({ message: 'wait', documentation_url }) })
    await github.comments(42)
    expect(clock.slept).toEqual([60_000])
  })

  test.each([403, 429])('%i until after the budget fails at once and names the time', async status => {
    const { fake, github, clock, count } = await world()
    const reset = String(Date.parse('2026-11-23T12:50:00Z') / 1000)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    fake.fault({ path: COMMENTS, status, headers, times: FOREVER })
    const { failure, message } = await failureOf(github.comments(42))
    expect(failure).toEqual({ kind: 'rate-limited', until: '2026-11-23T12:50:00.000Z' })
    expect(message).toContain('rate limit reached until 2026-11-23T12:50:00.000Z')
    expect([clock.slept, count('GET', COMMENTS)]).toEqual([[], 1])
  })

  test('403 without the signs of a limit is a missing permission', async () => {
    const { fake, github } = await world()
    fake.fault({ path: COMMENTS, status: 403, headers: { 'x-ratelimit-remaining': '12' } })
    const { failure } = await failureOf(github.comments(42))
    expect(failure).toEqual({ kind: 'forbidden', permission: 'pull-requests: read' })
  })

  test('the budget bounds all calls together', async () => {
    const { fake, github, clock } = await world({}, { budget: 10_000 })
    fake.fault({ path: COMMENTS, hang: true, times: FOREVER })
    expect((await failureOf(github.comments(42))).failure.kind).toBe('unavailable')
    expect(clock.slept).toEqual([])
    const { message } = await failureOf(github.pullRequest(42))
    expect(message).toContain('the time for GitHub is used up')
    expect(fake.calls).toHaveLength(1)
  })

  test('many writes are spread over time, a few are not', async () => {
    const { github, clock } = await world({ comments: Array.from({ length: 15 }, (_, id) => comment(id + 1, 'x')) })
    for (let id = 1; id <= 15; id++) await github.react(id, ['eyes'])
    expect(clock.slept).toEqual([1000, 1000, 1000, 1000, 1000])
  })
})

describe('secrets', () => {
  test.each([
    ['the token', TOKEN],
    ['its first half', TOKEN.slice(0, 20)],
    ['twelve characters of it', TOKEN.slice(9, 21)],
    ['the other token', ORG_TOKEN]
  ])('%s in an error text is removed before the text is cut', async (_, leak) => {
    const { fake, github } = await world()
    const message = `${'x'.repeat(290)}${leak} and ${leak}`
    fake.fault({ path: COMMENTS, status: 422, body: JSON.stringify({ message, errors: [{ message: leak }, leak] }) })
    const error = await failureOf(github.comments(42))
    const shown = `${error.message}${error.stack}${JSON.stringify(error)}`
    for (const secret of [TOKEN, ORG_TOKEN]) {
      for (let at = 0; at + 12 <= secret.length; at++) expect(shown).not.toContain(secret.slice(at, at + 12))
    }
    expect(error.cause).toBeUndefined()
  })

  test('control characters of an answer do not reach the log', async () => {
    const { fake, github } = await world()
    fake.fault({ path: COMMENTS, status: 422, body: JSON.stringify({ message: 'a\n::error::b\u001b[0m\u202e' }) })
    expect((await failureOf(github.comments(42))).message).toMatch(/^[^\p{Cc}\p{Cf}]+$/u)
  })
})

describe('places', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  test('a moved repository is followed once on the same host', async () => {
    const { github } = await world({ movedFrom: 'acme/old' }, { repository: 'acme/old' })
    expect(await github.pullRequest(42)).toMatchObject({ number: 42 })
    expect(await github.keepComment(report)).toMatchObject({ action: 'created' })
  })

  test('a redirect to another host gets no request, and no token', async () => {
    const seen: unknown[] = []
    const other = createServer((request, response) => {
      seen.push(request.headers)
      response.end('{}')
    })
    servers.push(other)
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/repos/acme/pay/pulls/42`
    const { fake, github } = await world()
    fake.fault({ path: /pulls\/42/, status: 301, headers: { location }, times: FOREVER })
    expect((await failureOf(github.pullRequest(42))).message).toContain('it redirects to another place')
    expect(seen).toEqual([])
  })

  test('GitHub Enterprise Server: REST below /api/v3, GraphQL beside it', async () => {
    const { fake, github } = await world({ comments: [comment(1, 'a')] }, { basePath: '/api/v3', graphqlUrl: null })
    expect(await github.comments(42)).toHaveLength(1)
    expect(await github.commentFacts(['IC_1'])).toHaveLength(1)
    expect(fake.calls.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })

  test('IPv6 alone', async () => {
    const { github } = await world({}, { host: '::1' })
    expect(await github.pullRequest(42)).toMatchObject({ number: 42 })
  })

  test.each([
    ['https://api.github.com', 'https://api.github.com/graphql'],
    ['https://ghes.example/api/v3', 'https://ghes.example/api/graphql'],
    ['https://ghes.example/api/v3/', 'https://ghes.example/api/graphql'],
    ['https://api.acme.ghe.com', 'https://api.acme.ghe.com/graphql']
  ])('GraphQL of %s', (api, graphql) => {
    expect(graphqlUrlOf(api)).toBe(graphql)
  })

  test('names that would change the address are refused', async () => {
    const { fake, github } = await world()
    const request = { path: '../../../orgs/acme', ref: 'main', maxBytes: 10 }
    expect((await failureOf(github.fileAt(request))).failure.kind).toBe('invalid')
    expect((await failureOf(github.teamMembership('..', 'x', 'bob'))).failure.kind).toBe('invalid')
    expect(await github.roleOf('../..')).toEqual({ role: 'none', userId: null })
    expect(fake.calls).toEqual([])
  })
})

test('a token that only reads: everything is read, every write names what it lacks and is sent once', async () => {
  const { fake, clock, count } = await world({ comments: [comment(1, '/gate')], pulls: [pull()] })
  const github = connect(fake, clock, { token: READ_TOKEN })
  expect(await github.comments(42)).toHaveLength(1)
  expect(await github.changedFiles(42, sha('head'))).toMatchObject({ complete: true })
  const writes = [
    github.keepLabels(42, ['a'], ['a']),
    github.react(1, ['eyes']),
    github.keepIssue({ marker: 'm', title: 't', body: 'm', labels: [] })
  ]
  for (const write of writes) expect((await failureOf(write)).failure.kind).toBe('forbidden')
  expect(count('POST', /labels|reactions|issues$/)).toBe(3)
  expect(clock.slept).toEqual([])
})
