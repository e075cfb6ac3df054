import { afterEach, expect, test } from '@jest/globals'
import { FRAGMENTS } from '../core/reports/hostile-text.js'
import { pullRequestEvent } from '../fake-github/events.js'
import { type FakeGitHub, startFakeGitHub } from '../fake-github/server.js'
import { commit, type FakeRepository, fakeState, repository } from '../fake-github/state.js'
import { runStep, type StepResult } from './step.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

const COUNT = 10_000
const WORST = 'worst/of-all'
const POLICY = `version: 1
rules:
  - { id: grave, when: { min-severity: high }, verdict: block }
  - { id: rest, when: { min-severity: low }, verdict: warn }
`
/** Each of three or four bytes, or of two code units; some of them half of one. */
const WIDE = '重大な脆弱性 😀`|<b>@team '

let fake: FakeGitHub | null = null
afterEach(async () => {
  expect(fake?.violations).toEqual([])
  await fake?.close()
})

/** Hostile at every place: message, rule, path; the worst one stands last, so that it must be found. */
function flood(): string {
  const piece = (index: number) => FRAGMENTS[index % FRAGMENTS.length] ?? ''
  const results = Array.from({ length: COUNT - 1 }, (_, index) =>
    aResult(`rule ${piece(index)} ${index % 97}`, `src/${'道'.repeat(40)}/${index}.ts`, 1 + (index % 5), {
      level: index % 2 === 0 ? 'error' : 'note',
      message: { text: `${piece(index)} ${piece(index + 7)} ${WIDE.repeat(20)}${piece(index + 13)}` }
    })
  )
  const worst = aResult(WORST, 'src/z.ts', 1, { level: 'error', properties: { 'security-severity': '9.9' } })
  return JSON.stringify(aLog(aSarifRun('Scanner', [...results, worst])))
}

const decide = (github: FakeGitHub): Promise<StepResult> =>
  runStep({
    fake: github,
    event: pullRequestEvent('opened'),
    inputs: { sarif: 'out.sarif' },
    workspace: { 'out.sarif': flood() }
  })

/** GraphQL is asked with POST, and only asked. */
const writes = ({ calls }: FakeGitHub) =>
  calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))

test('ten thousand hostile findings: the verdict is seen, the worst come first, and every limit is kept', async () => {
  const base = commit('base', { files: { '.github/policy-gate.yml': POLICY } })
  const github = await startFakeGitHub(fakeState({ repositories: [repository({ commits: [base, commit('head')] })] }))
  fake = github
  const result = await decide(github)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block' } })
  expect(result.decision.counts).toMatchObject({ total: COUNT, results: COUNT, block: COUNT / 2 + 1 })

  const { checks, comments } = github.state.repositories[0] as FakeRepository
  const [check] = checks
  expect(checks).toHaveLength(1)
  expect(check).toMatchObject({ status: 'completed', conclusion: 'failure' })
  // The whole finding is the first of them, and the rest is counted.
  expect(check?.annotations[0]).toMatchObject({ path: 'src/z.ts', annotation_level: 'failure' })
  expect(check?.annotations.length).toBeLessThanOrEqual(1_000)
  const views = [check?.output.summary ?? '', check?.output.text ?? '', comments[0]?.body ?? '', result.summary ?? '']
  const most = [65_535, 65_535, 65_536, 1_048_576]
  for (const [index, text] of views.entries()) {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most[index] ?? 0)
    // Nothing was cut in the middle of a character.
    expect(text).not.toMatch(/\p{Surrogate}/u)
  }
  const [head, text, sticky, summary] = views
  for (const view of [head, sticky, summary]) expect(view).toMatch(/Blocked[\s\S]*5,?001/)
  for (const view of [text, sticky, summary]) expect(view).toContain(WORST)
  // A burst of ten and one a second: below 80 in any minute, whatever their number.
  expect(writes(github).length).toBeLessThanOrEqual(30)
  const commands = result.log.split('\n').filter(line => line.startsWith('::') || line.startsWith('##['))
  expect(commands.every(line => /^::(?:error|warning|notice|group|endgroup|debug)\b/.test(line))).toBe(true)

  const before = writes(github).length
  expect((await decide(github)).exitCode).toBe(1)
  expect(writes(github).slice(before)).toEqual([])
}, 120_000)
