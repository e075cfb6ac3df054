import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../cli/run-command.js'
import { withFiles } from '../e2e/workspace.js'

const text = readFileSync(join(process.cwd(), 'docs/recipes.md'), 'utf8')

/** The fenced blocks that follow a comment of this kind, by the name that the comment gives. */
const blocks = (kind: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/<!-- (\w+): ([\w-]+) -->\n```yaml\n([\s\S]*?)```/g)].flatMap(([, own, name, block]) =>
      own === kind ? [[name ?? '', block ?? ''] as const] : []
    )
  )

const recipes = blocks('recipe')
const tests = blocks('tests')

describe('each recipe', () => {
  test('stands marked in the page, with tests', () => {
    expect([...recipes.keys()]).toEqual(['monorepo', 'rollout', 'new-criticals', 'sla', 'organisation'])
    expect([...tests.keys()]).toEqual([...recipes.keys()])
    expect(text.match(/```yaml/g)).toHaveLength(recipes.size + tests.size)
  })

  test.each([...recipes])('%s is a good policy that decides as its tests say', async (name, policy) => {
    const files = { 'policy-gate.yml': policy, 'policy-tests.yml': tests.get(name) ?? '' }
    await withFiles(files, async directory => {
      expect(await runCommand(['lint', '--policy', 'policy-gate.yml'], directory)).toMatchObject({ status: 0 })
      const { status, stdout, stderr } = await runCommand(['test', 'policy-tests.yml'], directory)
      expect(stderr).toBe('')
      expect(stdout).toMatch(/tests: [1-9]\d* passed, 0 failed/)
      expect(status).toBe(0)
    })
  })
})
