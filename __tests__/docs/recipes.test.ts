import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { WORKFLOWS } from '../../src/generated/workflows.js'
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

/** The repository that a recipe is for: a file for each of its globs, a workflow that runs the gate, and owners. */
const meant = (policy: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    [...policy.matchAll(/"([^"@]*\*[^"]*)"/g)].map(([, glob = '']) => [
      glob
        .replace(/^\*\*\//, '')
        .replaceAll('**', 'a')
        .replaceAll('*', 'a'),
      ''
    ])
  ),
  '.github/workflows/gate.yml': WORKFLOWS['policy-gate.yml'].replaceAll(/<full[^>]*>/g, 'a'.repeat(40)),
  CODEOWNERS: '* @acme/security\n'
})

const recipes = blocks('recipe')
const tests = blocks('tests')

describe('each recipe', () => {
  test('stands marked in the page, with tests', () => {
    expect([...recipes.keys()]).toEqual(['monorepo', 'rollout', 'new-criticals', 'sla', 'organisation'])
    expect([...tests.keys()]).toEqual([...recipes.keys()])
    expect(text.match(/```yaml/g)).toHaveLength(recipes.size + tests.size)
  })

  test.each([...recipes])('%s is a good policy that decides as its tests say', async (name, policy) => {
    const files = { 'policy-gate.yml': policy, 'policy-tests.yml': tests.get(name) ?? '', ...meant(policy) }
    await withFiles(files, async directory => {
      const lint = await runCommand(['lint', '--policy', 'policy-gate.yml'], directory)
      expect(lint).toMatchObject({ status: 0, stderr: '' })
      const doctor = await runCommand(['doctor', '--policy', 'policy-gate.yml'], directory)
      expect(doctor.stdout).toMatch(/^No gap found in 1 workflow and the policy/m)
      const { status, stdout, stderr } = await runCommand(['test', 'policy-tests.yml'], directory)
      expect(stderr).toBe('')
      expect(stdout).toMatch(/tests?: [1-9]\d* passed, 0 failed/)
      expect(status).toBe(0)
    })
  })
})
