import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, type FakeReviewComment, pull, READ_TOKEN, sha, user } from '../../fake-github/state.js'
import { connect, failureOf, type World, world } from '../harness.js'

const MARKER = '<!-- policy-gate:policy-gate-1 -->'
const POST = 'POST /pulls/42/comments'
const PATCH = '@@ -10,4 +10,5 @@\n a\n-b\n+c\n+d\n e\n f\n@@ -40,1 +41,2 @@\n x\n+y'
const pulls = [pull({ files: [{ filename: 'src/a.ts', status: 'modified', patch: PATCH }] })]

const bodyOf = (finding: string, text: string) => `${MARKER}\n<!-- ${finding} -->\n\n${text}`
const suggestion = (finding: string, startLine: number, endLine = startLine, text = 'fixed') => ({
  mark: `<!-- ${finding} -->`,
  path: 'src/a.ts',
  startLine,
  endLine,
  body: bodyOf(finding, text)
})
const wanted = (...suggestions: readonly ReturnType<typeof suggestion>[]) => ({
  number: 42,
  headSha: sha('head'),
  marker: MARKER,
  suggestions,
  withdrawn: `${MARKER}\n\nout of date`
})
const made = (id: number, body: string, overrides: Partial<FakeReviewComment> = {}): FakeReviewComment => ({
  id,
  pull: 42,
  user: ACTIONS_BOT,
  body,
  path: 'src/a.ts',
  commit: sha('head'),
  line: 11,
  startLine: null,
  replyTo: null,
  ...overrides
})
const placed = ({ repository }: World) =>
  repository.reviewComments.map(({ path, startLine, line, commit }) => ({ path, startLine, line, commit }))

test('suggestions are made on lines of the head, and a second run writes nothing', async () => {
  const there = await world({ pulls })
  const all = wanted(suggestion('F-1', 11), suggestion('F-2', 11, 12))
  expect(await there.github.keepSuggestions(all)).toEqual({ standing: 2, refused: 0 })
  expect(there.written()).toEqual([POST, POST])
  const [commit, path] = [sha('head'), 'src/a.ts']
  expect(placed(there)).toEqual([
    { path, startLine: null, line: 11, commit },
    { path, startLine: 11, line: 12, commit }
  ])
  expect(await connect(there.fake, there.clock).keepSuggestions(all)).toEqual({ standing: 2, refused: 0 })
  expect(there.written()).toEqual([])
})

test('nothing is asked but the list where there is nothing to say', async () => {
  const { github, written, fake } = await world({ pulls })
  expect(await github.keepSuggestions(wanted())).toEqual({ standing: 0, refused: 0 })
  expect([written(), fake.calls.length]).toEqual([[], 1])
})

describe('what is there already', () => {
  test.each([
    ['says something else', [made(1, bodyOf('F-1', 'old'))], ['PATCH /pulls/comments/1']],
    ['stands on another line', [made(1, bodyOf('F-1', 'fixed'), { line: 12 })], ['DELETE /pulls/comments/1', POST]],
    ['stands on more lines', [made(1, bodyOf('F-1', 'fixed'), { startLine: 10 })], ['DELETE /pulls/comments/1', POST]],
    [
      'is there twice',
      [made(1, bodyOf('F-1', 'fixed')), made(2, bodyOf('F-1', 'fixed'))],
      ['DELETE /pulls/comments/2']
    ],
    ['is of a finding that is gone', [made(1, bodyOf('F-9', 'x'))], ['DELETE /pulls/comments/1', POST]],
    [
      'is gone and was answered',
      [made(1, bodyOf('F-9', 'x')), made(2, 'why?', { user: user(12, 'bob'), replyTo: 1 })],
      ['PATCH /pulls/comments/1', POST]
    ],
    ['has the marker, but another author', [made(1, bodyOf('F-1', 'fixed'), { user: user(12, 'bob') })], [POST]],
    ['is of another gate', [made(1, bodyOf('F-1', 'fixed').replace('gate-1', 'gate-2'))], [POST]],
    ['quotes the marker', [made(1, `> ${bodyOf('F-1', 'fixed')}`)], [POST]]
  ])('%s', async (_, reviewComments, writes) => {
    const there = await world({ pulls, reviewComments })
    expect(await there.github.keepSuggestions(wanted(suggestion('F-1', 11)))).toEqual({ standing: 1, refused: 0 })
    expect(there.written()).toEqual(writes)
    const again = await connect(there.fake, there.clock).keepSuggestions(wanted(suggestion('F-1', 11)))
    expect([again, there.written()]).toEqual([{ standing: 1, refused: 0 }, []])
  })
})

test('lines that the change does not show are refused, and keep nothing else from being suggested', async () => {
  const there = await world({ pulls })
  const all = wanted(suggestion('F-1', 30), suggestion('F-2', 12, 42), suggestion('F-3', 42))
  expect(await there.github.keepSuggestions(all)).toEqual({ standing: 1, refused: 2 })
  expect(placed(there)).toMatchObject([{ line: 42 }])
})

test.each([
  ['500, but it did', { status: 500, effect: true }],
  ['500, and it did not', { status: 500 }],
  ['the connection broke after', { reset: 'after' as const }]
])('%s: there is one', async (_, fault) => {
  const there = await world({ pulls })
  there.fake.fault({ method: 'POST', path: /pulls\/42\/comments/, ...fault })
  expect(await there.github.keepSuggestions(wanted(suggestion('F-1', 11)))).toEqual({ standing: 1, refused: 0 })
  expect(there.repository.reviewComments).toHaveLength(1)
})

test('a token that may only read is told what it lacks', async () => {
  const { github } = await world({ pulls }, { token: READ_TOKEN })
  const { failure } = await failureOf(github.keepSuggestions(wanted(suggestion('F-1', 11))))
  expect(failure).toMatchObject({ kind: 'forbidden', permission: 'pull-requests: write' })
})
