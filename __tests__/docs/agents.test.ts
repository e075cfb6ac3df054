import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../cli/run-command.js'
import { shopRequest } from '../cli/shop.js'
import { withFiles } from '../e2e/workspace.js'

const PAGE = readFileSync('docs/agents.md', 'utf8')
const SHOP = shopRequest().cwd
const EVALUATION = [
  '--sarif',
  'results',
  '--baseline',
  'baseline',
  '--diff',
  'change.diff',
  '--policy',
  'policy-gate.yml'
]

interface Remedy {
  readonly kind: string
  readonly text: string
  readonly commands: readonly string[]
}
interface Explained {
  readonly verdict: string
  readonly reason: string
  readonly finding: Readonly<Record<string, unknown>>
  readonly trace: {
    readonly remedies: readonly Remedy[]
    readonly matched: readonly Readonly<Record<string, unknown>>[]
  }
}

/** Members of a value with the types of theirs, as `a: string`; sorted, so that it is the same for any order. */
const shapeOf = (value: object): readonly string[] =>
  Object.entries(value)
    .map(([key, each]) => `${key}: ${Array.isArray(each) ? 'list' : each === null ? 'null' : typeof each}`)
    .sort()

/** What `explain` says as JSON of every finding of the sample: decided anew, and from the decision file. */
async function explained(): Promise<readonly Explained[]> {
  const text = (await runCommand(['evaluate', ...EVALUATION, '--format', 'json'], SHOP)).stdout
  const { outcomes }: { outcomes: { verdict: string; finding: { id: string } }[] } = JSON.parse(text)
  const ids = outcomes.map(({ finding }) => finding.id)
  const told: Explained[] = []
  await withFiles({ 'decision.json': text }, async directory => {
    for (const id of ids)
      told.push(JSON.parse((await runCommand(['explain', id, '.', '--format', 'json'], directory)).stdout))
  })
  for (const id of ids.slice(0, 8))
    told.push(JSON.parse((await runCommand(['explain', id, ...EVALUATION, '--format', 'json'], SHOP)).stdout))
  return told
}

describe('what docs/agents.md calls stable', () => {
  test('is there, in this shape, in every explanation', async () => {
    const told = await explained()
    expect(told.length).toBeGreaterThan(20)
    for (const { verdict, reason, finding, trace } of told) {
      expect({ verdict, reason }).toEqual({
        verdict: expect.stringMatching(/^(?:block|warn|pass)$/),
        reason: expect.stringMatching(/^[a-z-]+$/)
      })
      expect(Object.keys(finding)).toEqual(expect.arrayContaining(['id', 'location', 'ruleId', 'package']))
      expect(trace.remedies.length).toBeGreaterThan(0)
      for (const remedy of trace.remedies) {
        expect(shapeOf(remedy)).toEqual(['commands: list', 'kind: string', 'text: string'])
        expect(remedy.commands.every(command => typeof command === 'string')).toBe(true)
      }
      for (const rule of trace.matched)
        expect(rule).toMatchObject({ id: expect.any(String), verdict: expect.any(String) })
    }
    const kinds = new Set(told.flatMap(({ trace }) => trace.remedies.map(({ kind }) => kind)))
    const documented = [...PAGE.matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word)
    )
    expect([...kinds].filter(kind => !documented.includes(kind))).toEqual([])
    expect([...kinds]).toEqual(expect.arrayContaining(['fix', 'exception', 'nothing']))
  })

  test('names each kind of remedy that the code has', () => {
    const [, union = ''] =
      /readonly kind: ((?:'[a-z-]+'(?: \| )?)+)/.exec(readFileSync('src/core/trace/trace.ts', 'utf8')) ?? []
    const kinds = [...union.matchAll(/'([a-z-]+)'/g)].map(([, kind = '']) => kind)
    expect(kinds).toHaveLength(6)
    for (const kind of kinds) expect(PAGE).toContain(`\`${kind}\``)
  })
})
