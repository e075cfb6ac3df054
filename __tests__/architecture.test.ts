import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { INPUT_NAMES } from '../src/action/inputs.js'

describe('action.yml', () => {
  const action = load(readFileSync('action.yml', 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>
    readonly outputs: Readonly<Record<string, object>>
    readonly runs: { readonly using: string; readonly main: string }
  }

  test('names the inputs that the code reads', () => {
    expect(Object.keys(action.inputs)).toEqual([...INPUT_NAMES])
  })

  test('names the outputs that the code sets', () => {
    const set = [...readFileSync('src/action/answer/outputs.ts', 'utf8').matchAll(/setOutput\('([a-z-]+)'/g)].map(
      ([, name]) => name
    )
    expect(Object.keys(action.outputs)).toEqual(set)
  })

  test('runs on Node 24 from the committed bundle', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  })
})

describe('the workflow of the README', () => {
  const block = /```yaml\n(# \.github\/workflows[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''

  test('is safe to copy', () => {
    const workflow = load(block) as { readonly permissions: object; readonly on: object }
    expect(workflow.permissions).toEqual({})
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(block).toContain('persist-credentials: false')
    const uses = [...block.matchAll(/uses: (\S+)/g)].map(([, name = '']) => name)
    expect(uses.filter(name => !/@([0-9a-f]{40}|<full)$/.test(name))).toEqual([])
    expect(block).not.toMatch(/run:.*\$\{\{/)
  })
})
