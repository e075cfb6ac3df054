import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { load } from 'js-yaml'
import { type InputName, readInputs } from '../../src/action/inputs.js'
import { ConfigurationError } from '../../src/core/ground/errors.js'
import { DEFAULT_POLICY } from '../../src/files/policy-files.js'

type Given = Partial<Record<InputName, string>>
const read = (given: Given, names: readonly string[] = []) =>
  readInputs(name => given[name] ?? '', [...Object.keys(given), ...names])

function problemsOf(given: Given, names: readonly string[] = []): string {
  try {
    read(given, names)
    return ''
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
}

test('what is not given counts as action.yml says it does', () => {
  const { inputs } = load(readFileSync('action.yml', 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  }
  const defaults = Object.entries(inputs).flatMap(([name, { default: text }]) =>
    text === undefined || text.includes('${{') ? [] : [[name, String(text)]]
  )
  expect(read({ ...Object.fromEntries(defaults), sarif: 'a' })).toEqual({
    ...read({ sarif: 'a' }),
    policy: DEFAULT_POLICY
  })
})

describe('a mistake says what was probably meant, or what there is', () => {
  test.each<[Given, string]>([
    [{ sarif: 'a', 'fail-on': 'deny' }, 'Input fail-on is deny. Did you mean block?'],
    [{ sarif: 'a', 'fail-on': 'Block' }, 'Input fail-on is Block. Did you mean block?'],
    [{ sarif: 'a', comment: 'on-finding' }, 'Input comment is on-finding. Did you mean on-findings?'],
    [{ sarif: 'a', tier: '3' }, 'Input tier is 3. Write one of 0, 1, 2'],
    [{ sarif: ' ' }, "Input sarif is empty. Give the scanners' files, one path or glob per line"]
  ])('%j', (given, expected) => {
    expect(problemsOf(given)).toBe(expected)
  })

  test('a name', () => {
    expect(problemsOf({ sarif: 'a' }, ['polcy'])).toBe('Unknown input polcy. Did you mean policy?')
    expect(problemsOf({ sarif: 'a' }, ['xyzzy'])).toMatch(/^Unknown input xyzzy\. Inputs are sarif, policy,/)
  })
})

test.each<[string, readonly string[] | 'auto']>([
  ['', 'auto'],
  ['auto', 'auto'],
  ['none', []],
  ['./auto\nold/', ['./auto', 'old/']]
])('baseline %j', (baseline, expected) => {
  expect(read({ sarif: 'a', baseline }).baseline).toEqual(expected)
})

test('a word of baseline stands alone', () => {
  expect(problemsOf({ sarif: 'a', baseline: 'auto\nold.sarif' })).toBe(
    'Input baseline names auto and more. Give files, or auto alone'
  )
})
