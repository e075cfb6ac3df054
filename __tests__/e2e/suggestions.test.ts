import { describe, expect, test } from '@jest/globals'
import type { FakeGitHub } from '../fake-github/server.js'
import { READ_TOKEN, user } from '../fake-github/state.js'
import { aWorld, closeAfterEach, expectCleanEnd, gateInProcess, POLICY, pay, sarif, writesOf } from './fault-world.js'
import { aResult } from './workspace.js'

closeAfterEach()

const WANTED = `${POLICY}suggestions: true\n`
const REVIEW = /pulls\/(?:42\/)?comments/
const CODE_FLOW = '`'.repeat(3)

/** The finding on the changed line, with what is to stand there. */
const fixed = (text: string, line = 1) =>
  sarif(
    aResult('js/x', 'src/a.ts', line, {
      level: 'error',
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: 'src/a.ts' },
              replacements: [{ deletedRegion: { startLine: line }, insertedContent: { text } }]
            }
          ]
        }
      ]
    })
  )

/** Each run is a later attempt of the same one. */
async function gate(fake: FakeGitHub, text: string, token?: string) {
  const before = writesOf(fake).length
  const attempt = fake.calls.filter(({ path }) => path.endsWith('/pulls/42')).length + 1
  const result = await gateInProcess(fake, text, {
    env: { GITHUB_RUN_ATTEMPT: String(attempt) },
    ...(token === undefined ? {} : { inputs: { 'github-token': token } })
  })
  expectCleanEnd(result)
  return { result, writes: writesOf(fake).slice(before) }
}

describe('a fix of a SARIF file', () => {
  test('is suggested on the line of the change, once, and goes with its finding', async () => {
    const fake = await aWorld({}, WANTED)
    const { result } = await gate(fake, fixed('good'))
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(pay(fake).reviewComments).toMatchObject([{ path: 'src/a.ts', line: 1, startLine: null }])
    expect(pay(fake).reviewComments[0]?.body).toContain(`\n${CODE_FLOW}suggestion\ngood\n${CODE_FLOW}`)
    expect((await gate(fake, fixed('good'))).writes.filter(call => REVIEW.test(call))).toEqual([])
    expect((await gate(fake, fixed('better'))).writes.filter(call => REVIEW.test(call))).toEqual([
      expect.stringMatching(/^PATCH /)
    ])
    await gate(fake, sarif())
    expect(pay(fake).reviewComments).toEqual([])
  })

  test('is asked for nowhere where the policy does not want it', async () => {
    const fake = await aWorld()
    await gate(fake, fixed('good'))
    expect(fake.calls.filter(({ path }) => REVIEW.test(path))).toEqual([])
  })

  test('leaves the comments of others alone', async () => {
    const fake = await aWorld({}, WANTED)
    await gate(fake, fixed('good'))
    const [own] = pay(fake).reviewComments
    if (own === undefined) throw new Error('there is no suggestion')
    pay(fake).reviewComments.unshift({ ...own, id: 1, user: user(12, 'bob') })
    await gate(fake, sarif())
    expect(pay(fake).reviewComments.map(({ id }) => id)).toEqual([1])
  })
})

describe('what cannot be posted never changes the verdict', () => {
  test.each([
    ['422', { method: 'POST', status: 422 }, /GitHub refused 1 suggestions/],
    ['403', { method: 'POST', status: 403 }, /suggestions could not be kept/],
    ['500', { method: 'POST', status: 500, times: Infinity }, /suggestions could not be kept/],
    ['the list fails', { method: 'GET', status: 502, times: Infinity }, /suggestions could not be kept/],
    [
      'a secondary limit',
      { method: 'POST', status: 403, headers: { 'retry-after': '9999' }, times: Infinity },
      /could not be kept/
    ]
  ])('%s', async (_, fault, told) => {
    const fake = await aWorld({}, WANTED)
    fake.fault({ ...fault, path: REVIEW })
    const { result } = await gate(fake, fixed('good'))
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', completeness: 'complete' } })
    expect(result.log).toMatch(told)
    expect(pay(fake).checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('a token that may only read', async () => {
    const fake = await aWorld({}, WANTED)
    const { result, writes } = await gate(fake, fixed('good'), READ_TOKEN)
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
    expect(result.log).toMatch(/suggestions could not be kept/)
    expect(pay(fake).reviewComments).toEqual([])
    expect(writes.length).toBeGreaterThan(0)
  })
})
