import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  asArray,
  asObject,
  asString,
  type JsonObject,
  type JsonValue,
  member
} from '../../../../src/core/ground/json.js'
import { schemaAt } from '../../../../src/core/yaml/schema-problems.js'
import { SCHEMAS } from '../../../../src/generated/schemas.js'
import { exceptionsErrors } from '../../../../src/generated/validators/exceptions.js'
import { policyErrors } from '../../../../src/generated/validators/policy.js'
import { sampleOf } from '../../../thorough.js'
import { load, problemsOf, problemsOfFile } from '../support.js'

const schema = asObject(JSON.parse(SCHEMAS.policy) as JsonValue) ?? {}

/** A document with every key that the schema has, each with its first example. */
function everything(node: JsonObject | null, path: readonly string[]): JsonValue {
  const properties = asObject(member(node, 'properties'))
  if (properties) {
    return Object.fromEntries(
      Object.keys(properties).map(key => [key, everything(schemaAt(schema, [...path, key]), [...path, key])])
    )
  }
  const items = member(node, 'items')
  const entry = items === undefined ? null : schemaAt(schema, [...path, '0'])
  if (member(entry, 'properties')) return [everything(entry, [...path, '0'])]
  const [example] = asArray(member(node, 'examples'))
  if (example === undefined) throw new Error(`no example at ${path.join('.')}`)
  return example
}

const full = { ...(everything(schema, []) as JsonObject), suppressions: { 'tier-0': 'ignore' } }

type Path = readonly (string | number)[]

/** Every value of a document with its path, containers before their members. */
function walk(value: JsonValue | undefined, path: Path = []): readonly (readonly [Path, JsonValue])[] {
  if (value === undefined) return []
  const members = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(asObject(value) ?? {})
  return [[path, value], ...members.flatMap(([key, inner]) => walk(inner as JsonValue, [...path, key]))]
}

/** A copy of a document with the value at a path replaced, or its key renamed. */
function change(value: JsonValue, path: Path, edit: { value?: JsonValue; key?: string }): JsonValue {
  const [head, ...rest] = path
  if (head === undefined) return edit.value ?? null
  if (Array.isArray(value)) return value.map((item, index) => (index === head ? change(item, rest, edit) : item))
  const entries = Object.entries(asObject(value) ?? {}).map(([key, inner]) => {
    if (key !== head) return [key, inner]
    if (rest.length === 0 && edit.key !== undefined) return [edit.key, inner]
    return [key, change(inner ?? null, rest, edit)]
  })
  return Object.fromEntries(entries) as JsonObject
}

const keys = walk(full)
  .map(([path]) => path)
  .filter(path => typeof path.at(-1) === 'string')
/** Keys that the policy's author makes up. */
const isFree = (path: Path) => path[0] === 'tools' && (path.length === 2 || path.length === 4)

test('the document with every key is a good policy', async () => {
  expect(policyErrors(full)).toBe(true)
  expect((await load(JSON.stringify(full))).rules.at(-1)?.id).toBe('introduced-high')
  expect(keys.length).toBeGreaterThan(100)
})

describe('every key misspelt by one character is named, with the right one', () => {
  const named = keys.filter(path => !isFree(path)).map(path => [path.join('.'), path] as const)
  test.each(sampleOf(named, 3))('%s', (_name, path) => {
    const key = String(path.at(-1))
    for (const wrong of [`${key}x`, `${key[1] ?? 'z'}${key[0]}${key.slice(2)}`]) {
      const siblings = asObject(member(schemaAt(schema, path.slice(0, -1).map(String)), 'properties')) ?? {}
      if (wrong === key || Object.hasOwn(siblings, wrong)) continue
      const found = problemsOfFile(JSON.stringify(change(full, path, { key: wrong })))
      const named = found.find(problem => problem.includes(`unknown key \`${wrong}\``))
      expect(named).toMatch(/^policy\.yml:\d+:\d+: /)
      if (wrong === `${key}x` && key.length > 3) expect(named).toContain(`Did you mean \`${key}\`?`)
    }
  })
})

const WRONG: readonly JsonValue[] = ['no such text', 0.125, null, { x: 1 }]
const kindOf = (value: JsonValue) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** The types that a place takes, as JSON Schema names them. */
function typesAt(path: Path): readonly string[] {
  const node = schemaAt(schema, path.map(String))
  const type = member(node, 'type')
  if (member(node, 'const') !== undefined) return []
  return typeof type === 'string' ? [type] : asArray(type).flatMap(name => asString(name) ?? [])
}

describe('every value of a wrong type is a problem at its place', () => {
  const places = walk(full)
    .slice(1)
    .map(([path]) => [path.join('.'), path] as const)
  test.each(sampleOf(places, 3))('%s', (_name, path) => {
    const types = typesAt(path).map(type => (type === 'integer' ? 'number' : type))
    for (const wrong of WRONG.filter(value => !types.includes(kindOf(value)))) {
      const found = problemsOfFile(JSON.stringify(change(full, path, { value: wrong })))
      const steps = path
        .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
        .join('')
        .slice(1)
      expect(found.filter(problem => problem.includes(`\`${steps}`))).not.toEqual([])
      for (const problem of found) expect(problem).toMatch(/^policy\.yml:\d+:\d+: [^\n]+\. [^\n]+/)
    }
  })
})

describe('what was probably meant', () => {
  test.each([
    ['verdict: fail', 'one of pass, warn, block, not `fail`. Did you mean `block`?'],
    ['verdict: Block', 'Did you mean `block`?'],
    ['verdict: blok', 'Did you mean `block`?'],
    ['verdict: something', 'Write for example `verdict: block`'],
    ['verdict: block, mode: enforced', 'Did you mean `enforce`?'],
    ['verdict: block, mode: dry-run', 'Did you mean `monitor`?']
  ])('{%s}', async (rule, expected) => {
    const [problem] = await problemsOf(`version: 1\nrules: [{id: a, when: {}, ${rule}}]\n`)
    expect(problem).toContain(expected)
  })

  test.each([
    ['min-severity: moderate', 'Did you mean `medium`?'],
    ['min-severity: hihg', 'Did you mean `high`?'],
    ['severity: [error]', 'Did you mean `high`?'],
    ['state: [newly_disclosed]', 'Did you mean `newly-disclosed`?'],
    ['state: new', 'Did you mean `introduced`?'],
    ['category: [secrets]', 'Did you mean `secret`?'],
    ['kev: yes', '`true` or `false`, not `yes`'],
    ['cwe: [79]', 'Write a number after `CWE-`, for example `CWE-79`'],
    ['cwe: [CWE-079]', 'for example `CWE-79`'],
    ['min-age: 0d', 'a positive whole number of hours, days or weeks'],
    ['min-age: 7', 'must be text, not the number `7`'],
    ['min-age: 30 days', 'for example `min-age: 30d`'],
    ['min-epss: 50', 'at most 1'],
    ['tier: [3]', 'one of 0, 1, 2'],
    ['tier: "0"', 'must be a whole number or a list, not the text `0`'],
    ['tier: []', 'is an empty list. Add an entry'],
    ['paths: ["!a"]', 'is negated'],
    ['tool: ["a[b]"]', 'character class'],
    ['event: [pull-request]', 'Did you mean `pull_request`?']
  ])('when: {%s}', async (condition, expected) => {
    const [problem] = await problemsOf(`version: 1\nrules: [{id: a, when: {${condition}}, verdict: block}]\n`)
    expect(problem).toContain(expected)
  })
})

describe('what the schema cannot say', () => {
  const rule = '{id: a, when: {}, verdict: block}'
  test.each([
    [
      'rules: [{id: a, when: {}, verdict: block}, {id: a, when: {}, verdict: warn}]',
      ':2:49: `rules[0]` and `rules[1]` have the same id'
    ],
    [`rules: [${rule}]\nscans: [{id: s, category: sast}, {id: s, category: sca}]`, ':3:39: `scans[0]` and `scans[1]`'],
    [
      `rules: [${rule}]\nassets: [{name: n, paths: a, tier: 0}, {name: n, paths: b, tier: 0}]`,
      'have the same name `n`'
    ],
    [`rules: [${rule}]\nscans: [{id: s}]`, 'says neither category nor tools'],
    ['rules: [{id: a, when: {}, verdict: block, mode: warn, enforce-from: 2027-02-30}]', '`2027-02-30` is not a day'],
    ['rules: [{id: a, when: {}, verdict: block, enforce-from: 2027-02-03}]', 'has `enforce-from` but no `mode`'],
    ['rules: [{id: a, when: {}, unless: {}, verdict: block}]', 'would never apply'],
    [`rules: [${rule}]\nexceptions: {never: [{}]}`, 'an entry without conditions'],
    [`rules: [${rule}]\nexceptions: {file: /etc/x.yml}`, 'is not a path in the repository'],
    [`rules: [${rule}]\nexceptions: {file: ../x.yml}`, 'is not a path in the repository'],
    ['extends: preset:basline', 'Did you mean `preset:baseline`?'],
    ['extends: ["github:a/b/c.yml@main"]', 'is not pinned'],
    ['extends: ["github:a/b/c.yml@0123456"]', 'is not pinned'],
    [`extends: ["github:a/b/../c.yml@${'a'.repeat(40)}"]`, 'does not name a file'],
    ['extends: [./other.yml]', 'is not a layer'],
    ['name: nothing else', 'has no rules, so every finding would pass']
  ])('%s', async (text, expected) => {
    expect(await problemsOf(`version: 1\n${text}\n`)).toContainEqual(expect.stringContaining(expected))
  })

  test('is told together with what the schema says', async () => {
    const text =
      'version: 1\nrulez: 1\nrules: [{id: a, when: {paths: /x}, verdict: block}, {id: b, when: {}, verdict: no}]\n'
    expect(await problemsOf(text)).toHaveLength(3)
  })
})

test('keys like those of every object are unknown keys', async () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(await problemsOf(`version: 1\n${key}: 1\n`)).toContainEqual(
      expect.stringContaining(`unknown key \`${key}\``)
    )
    const nested = `version: 1\nrules: [{id: a, when: {${key}: 1}, verdict: block}]\n`
    expect(await problemsOf(nested)).toContainEqual(expect.stringContaining(`unknown key \`${key}\``))
  }
  expect(await problemsOf('{}')).toContainEqual(expect.stringContaining('the file lacks `version`'))
})

test('a tool may have any name', async () => {
  const { tools } = await load(
    'version: 1\nrules: [{id: a, when: {}, verdict: block}]\ntools: {__proto__: {rules: {constructor: {severity: high}}}}\n'
  )
  expect(tools.get('__proto__')?.rules.get('constructor')).toEqual({ severity: 'high' })
})

test('what is embedded is what the files say', () => {
  expect(SCHEMAS.policy).toBe(readFileSync('policies/policy.schema.json', 'utf8'))
  expect(SCHEMAS.exceptions).toBe(readFileSync('policies/exceptions.schema.json', 'utf8'))
})

test('the exceptions schema knows a good file from a bad one', () => {
  const entry = {
    id: 'EXC-2026-0042',
    type: 'risk-accept',
    match: { finding: `F-${'0'.repeat(32)}` },
    reason: 'The endpoint is disabled in production and removed in Q1',
    owner: '@alice',
    'approved-by': ['@sec-bob'],
    'approved-at': '2026-11-01',
    expires: '2026-11-30'
  }
  expect(exceptionsErrors({ version: 1, exceptions: [entry] })).toBe(true)
  for (const key of Object.keys(entry)) {
    const { [key as keyof typeof entry]: _left, ...rest } = entry
    expect(exceptionsErrors({ version: 1, exceptions: [rest] })).toBe(false)
  }
  expect(exceptionsErrors({ version: 1, exceptions: [{ ...entry, approver: 'x' }] })).toBe(false)
  expect(exceptionsErrors({ version: 1, exceptions: [{ ...entry, reason: 'fp' }] })).toBe(false)
})
