import { describe, expect, test } from '@jest/globals'
import { circles } from './graph.js'
import { house } from './house.js'
import { nameOffences } from './names.js'
import { ROOMS, type Rooms } from './rooms.js'
import {
  directionOffences,
  type House,
  logOffences,
  orphanOffences,
  purityOffences,
  sizeOffences,
  terminalOffences
} from './rules.js'
import { readModule } from './source-module.js'

const src = house()

/** `src` with further files. */
const planted = (files: Readonly<Record<string, string>>): House => ({
  files: [...src.files, ...Object.keys(files)],
  modules: [
    ...src.modules,
    ...Object.entries(files)
      .filter(([path]) => path.endsWith('.ts'))
      .map(([path, text]) => readModule(path, text))
  ]
})

type Rule = (house: House) => readonly string[]
const directions: Rule = tree => directionOffences(tree, ROOMS)

/** Offences of `src` as it is: the tests of `src` tell them, once. */
const known = new Map(
  [directions, purityOffences, sizeOffences, logOffences, terminalOffences, orphanOffences].map((rule: Rule) => [
    rule,
    rule(src)
  ])
)
const fresh = (rule: Rule, offences: readonly string[]) =>
  offences.filter(offence => !known.get(rule)?.includes(offence))

/** The offences that come with further files. */
const foundBy = (rule: Rule, files: Readonly<Record<string, string>>) => fresh(rule, rule(planted(files)))
const directionsWith = (files: Readonly<Record<string, string>>) => foundBy(directions, files)
const directionsBy = (rooms: Rooms) => fresh(directions, directionOffences(src, rooms))

describe('src', () => {
  test('imports go one way, from room to room as the table says', () => {
    expect(known.get(directions)).toEqual([])
  })

  test('the core depends on its arguments alone', () => {
    expect(known.get(purityOffences)).toEqual([])
  })

  test('no folder, file or function is too large to take in', () => {
    expect(known.get(sizeOffences)).toEqual([])
  })

  test('every file is part of a program', () => {
    expect(known.get(orphanOffences)).toEqual([])
  })

  test('one name has one meaning', () => {
    expect(nameOffences(src.modules)).toEqual([])
  })

  test('one module writes to the log of the runner', () => {
    expect(known.get(logOffences)).toEqual([])
  })

  test('one module writes to the terminal', () => {
    expect(known.get(terminalOffences)).toEqual([])
  })
})

describe('the direction of imports', () => {
  test.each([
    ['import', "import { traceOf } from '../trace/trace-of.js'"],
    ['import of a type', "import type { Trace } from '../trace/trace-of.js'"],
    ['import for its effects', "import '../trace/trace-of.js'"],
    ['export from', "export { traceOf } from '../trace/trace-of.js'"],
    ['export of all', "export * from '../trace/trace-of.js'"],
    ['import while running', "export const later = () => import('../trace/trace-of.js')"],
    ['import within a type', "export type Later = import('../trace/trace-of.js').Trace"],
    ['import as CommonJS', "import trace = require('../trace/trace-of.js')"]
  ])('finds an arrow that runs up, by %s', (_kind, text) => {
    expect(directionsWith({ 'core/time/planted.ts': text })).toEqual([
      expect.stringMatching(/^circle in core: .*\btime, trace$/),
      'core/time/planted.ts:1: core/time must not import core/trace (core/trace/trace-of.ts)'
    ])
  })

  test.each([
    [
      'the core to the gate',
      'core/decision/planted.ts',
      "import '../../gate/gate.js'",
      'core/decision must not import gate (gate/gate.ts)'
    ],
    [
      'the core to the Action',
      'core/planted.ts',
      "import '../action/run.js'",
      'core must not import action (action/run.ts)'
    ],
    [
      'the foundation to what rests on it',
      'core/ground/planted.ts',
      "import '../time/duration.js'",
      'core/ground must not import core/time (core/time/duration.ts)'
    ],
    [
      'the foundation to the finding',
      'core/ground/planted.ts',
      "import '../finding.js'",
      'core/ground must not import core (core/finding.ts)'
    ],
    ['a file of Node', 'core/yaml/planted.ts', "import 'node:fs'", 'core/yaml must not import node:fs'],
    ['a package', 'core/yaml/planted.ts', "import '@actions/core'", 'core/yaml must not import @actions/core'],
    ['no file', 'core/yaml/planted.ts', "import './nowhere.js'", './nowhere.js leads to no file of src'],
    [
      'a file outside of src',
      'core/yaml/planted.ts',
      "import '../../../scripts/build.mjs'",
      '../../../scripts/build.mjs leads to no file of src'
    ],
    [
      'somewhere that only a run tells',
      'gate/planted.ts',
      'export const load = (name: string) => import(name)',
      'what is imported is worked out while the program runs'
    ]
  ])('finds an import that leads from %s', (_what, path, text, offence) => {
    expect(directionsWith({ [path]: text })).toContain(`${path}:1: ${offence}`)
  })

  test('finds a folder that is not in the table, and one that is gone', () => {
    expect(directionsWith({ 'core/utils/planted.ts': '' })).toEqual(['core/utils is not in the table of rooms'])
    expect(directionsWith({ 'core/utils/more/notes.txt': '' })).toEqual([
      'core/utils is not in the table of rooms',
      'core/utils/more is not in the table of rooms'
    ])
    expect(directionsBy({ ...ROOMS, 'core/gone': { imports: [] } })).toEqual([
      'core/gone is in the table of rooms and not there'
    ])
  })

  test('finds an arrow of the table that nobody takes, and one that runs up', () => {
    const time = { imports: ['core/trace'] }
    expect(directionsBy({ ...ROOMS, 'core/time': time })).toEqual([
      'core/time → core/trace goes up in the table of rooms',
      'core/time → core/trace is in the table of rooms and nobody takes it'
    ])
  })

  test('lets a room reach its parts and its wholes, and the parts of what it may import, but not a part its siblings', () => {
    expect(directionsWith({ 'core/sarif/planted.ts': "import './reader/plan.js'" })).toEqual([])
    expect(directionsWith({ 'core/sarif/reader/planted.ts': "import '../members.js'" })).toEqual([])
    expect(directionsWith({ 'core/policy-test/planted.ts': "import '../sarif/reader/plan.js'" })).toEqual([])
    expect(directionsWith({ 'core/sarif/reader/planted.ts': "import '../place/image.js'" })).toEqual([
      'core/sarif/reader/planted.ts:1: core/sarif/reader must not import core/sarif/place (core/sarif/place/image.ts)'
    ])
    expect(directionsWith({ 'core/time/planted.ts': "import '../sarif/place/image.js'" })).toContain(
      'core/time/planted.ts:1: core/time must not import core/sarif/place (core/sarif/place/image.ts)'
    )
  })

  test('finds a circle of files', () => {
    const files = {
      'core/time/a.ts': "import './b.js'",
      'core/time/b.ts': "export * from './c.js'",
      'core/time/c.ts': "export type A = import('./a.js').A"
    }
    expect(directionsWith(files)).toEqual(['circle in core/time: a.ts, b.ts, c.ts'])
  })

  test('finds a circle of sibling folders without one of files, at any depth, and one of a folder and its part', () => {
    const arrow = (from: string, to: string) => ({ from, to, line: 1 })
    expect(circles([arrow('core/a/1.ts', 'core/b/1.ts'), arrow('core/b/2.ts', 'core/a/2.ts')])).toEqual([
      'circle in core: a, b'
    ])
    expect(
      circles([arrow('x/a/1.ts', 'x/b/c/1.ts'), arrow('x/b/2.ts', 'x/d.ts'), arrow('x/d.ts', 'x/a/2.ts')])
    ).toEqual(['circle in x: a, b, d.ts'])
    expect(circles([arrow('x/a.ts', 'x/b/1.ts'), arrow('x/b/2.ts', 'x/a.ts')])).toEqual(['circle in x: a.ts, b'])
    expect(circles([arrow('x/a.ts', 'x/b/1.ts'), arrow('x/b/2.ts', 'x/c.ts')])).toEqual([])
  })
})

describe('the purity of the core', () => {
  test.each([
    ['the clock', 'export const now = new Date()', 'Date (new/0)'],
    ['the clock without parentheses', 'export const now = new Date', 'Date (new/0)'],
    ['the clock by a list that may be empty', 'export const at = (x: [number?]) => new Date(...x)', 'Date (new/0)'],
    ['the clock as a text', 'export const now = Date()', 'Date (call/0)'],
    ['the clock as a number', 'export const now = Date.now()', 'Date (.now)'],
    ['the clock by a computed name', "export const now = Date['now']()", 'Date (.now)'],
    [
      'the clock by a name that only a run tells',
      'export const at = (x: keyof DateConstructor) => Date[x]',
      'Date (.?)'
    ],
    ['the clock taken apart', 'const { now } = Date', 'Date (other)'],
    ['the clock under another name', 'const Clock = Date', 'Date (other)'],
    ['the time zone', 'export const at = new Date(2026, 1, 1)', 'Date (new/3)'],
    ['chance', 'export const chance = Math.random()', 'Math (.random)'],
    ['chance taken apart', 'const { random } = Math', 'Math (other)'],
    ['the network', "export const answer = fetch('https://example.com')", 'fetch (call/1)'],
    ['a timer', 'setTimeout(() => {}, 1)', 'setTimeout (call/2)'],
    ['the process', 'export const env = process.env', 'process (.env)'],
    ['the process by the global object', 'export const host = globalThis.process', 'globalThis (.process)'],
    ['the process by a cast', 'export const host = (globalThis as { process?: object }).process', 'globalThis (other)'],
    ['another clock', 'export const now = performance.now()', 'performance (.now)'],
    ['code from a text', "export const host = eval('process')", 'eval (call/1)'],
    ['code from a text by a function', "export const host = new Function('return process')", 'Function (new/1)'],
    ['the language of the machine', 'export const format = new Intl.NumberFormat()', 'Intl (.NumberFormat)'],
    ['a weak memory', 'export const kept = new WeakRef({})', 'WeakRef (new/1)']
  ])('finds %s', (_what, text, offence) => {
    expect(foundBy(purityOffences, { 'core/time/planted.ts': `\n${text}` })).toEqual([
      `core/time/planted.ts:2: ${offence}`
    ])
  })

  test.each([
    [
      'order by the language of the machine',
      "export const order = 'a'.localeCompare('b')",
      'localeCompare depends on where it runs'
    ],
    [
      'a text in its time zone',
      'export const text = new Date(0).toLocaleDateString()',
      'toLocaleDateString depends on where it runs'
    ],
    ['the hour of its time zone', 'export const hour = new Date(0).getHours()', 'getHours depends on where it runs'],
    [
      'code by a constructor',
      "export const host = parse.constructor('return process')",
      'constructor depends on where it runs'
    ],
    ['where the file lies', 'export const here = import.meta.url', 'import.meta'],
    ['a declaration of what the host has', 'declare const process: { env: object }', 'declare'],
    ['a declaration for all files', 'declare global {}', 'declare'],
    ['a comment that silences the compiler', '// @ts-ignore', '@ts-ignore'],
    ['a comment that takes types along', '/// <reference types="node" />', '/// <reference']
  ])('finds %s', (_what, text, offence) => {
    const file = `const parse = JSON.parse\n${text}\nparse`
    expect(foundBy(purityOffences, { 'core/time/planted.ts': file })).toContain(`core/time/planted.ts:2: ${offence}`)
  })

  test('finds a file that only declares', () => {
    expect(foundBy(purityOffences, { 'core/time/planted.d.ts': 'declare const process: object' })).toEqual([
      'core/time/planted.d.ts declares what is not there'
    ])
  })

  test('lets names be names: of members, of keys, of types, of own functions', () => {
    const text = `
      export interface Clock { fetch: Date; process: typeof globalThis }
      export const names = { fetch: 1, process: 2, Date: 3 }
      export const member = names.fetch + names.process
      export const own = (setTimeout: number) => setTimeout + Math.max(1, Date.parse('2026-01-01'))
      export const at = new Date(0).getUTCHours()
      function fetch(): number { return 1 }
      export const mine = fetch()
      declare const brand: unique symbol
      export type Branded = string & { readonly [brand]: true }`
    expect(foundBy(purityOffences, { 'core/time/planted.ts': text })).toEqual([])
    expect(foundBy(purityOffences, { 'gate/planted.ts': 'export const now = Date.now() + process.pid' })).toEqual([])
  })
})

describe('sizes', () => {
  test('finds a folder with too many entries, files and folders together', () => {
    const entries = Object.fromEntries([...Array(16).keys()].map(at => [`planted/${at}.${at % 2 ? 'ts' : 'txt'}`, '']))
    expect(foundBy(sizeOffences, entries)).toEqual([])
    expect(foundBy(sizeOffences, { ...entries, 'planted/more/a.ts': '' })).toEqual(['planted has 17 entries'])
  })

  test('finds a file that is too long, but not a generated one', () => {
    const lines = (count: number) => 'export {}\n'.repeat(count)
    expect(foundBy(sizeOffences, { 'gate/planted.ts': lines(260), 'generated/planted.ts': lines(999) })).toEqual([])
    expect(foundBy(sizeOffences, { 'gate/planted.ts': lines(261) })).toEqual(['gate/planted.ts has 261 lines'])
  })

  test.each([
    ['a function', 'export function f() {', '}'],
    ['an arrow', 'export const f = () => {', '}'],
    ['a method', 'export const o = { f() {', '} }'],
    ['a method of a class', 'class C { f() {', '} }'],
    ['a constructor', 'class C { constructor() {', '} }'],
    ['a getter', 'export const o = { get f() {', 'return 1 } }'],
    ['a function in a call', '[1].map(function () {', '})']
  ])('finds %s that is too long', (_what, start, end) => {
    const text = (lines: number) => `// é\n${start}\n${'\n'.repeat(lines - 2)}${end}\n`
    expect(foundBy(sizeOffences, { 'gate/planted.ts': text(60) })).toEqual([])
    expect(foundBy(sizeOffences, { 'gate/planted.ts': text(61) })).toEqual([
      'gate/planted.ts:2: a function of 61 lines'
    ])
  })
})

test('a file that nobody imports is found, as are those that only it imports', () => {
  const files = { 'core/time/planted.ts': "import './below.js'", 'core/time/below.ts': 'export const one = 1' }
  expect(foundBy(orphanOffences, files)).toEqual([
    'core/time/below.ts: nobody imports it',
    'core/time/planted.ts: nobody imports it'
  ])
})

describe('the log of the runner', () => {
  test.each([
    ['the toolkit', "import { warning } from '@actions/core'"],
    ['the toolkit as a whole', "import * as core from '@actions/core'"],
    ['the toolkit, passed on', "export * from '@actions/core'"],
    ['the toolkit while it runs', "const core = await import('@actions/core')"],
    ['the runner itself', "export const tell = (runner: Runner) => runner.print('::error::x')"],
    [
      'the runner taken at its word',
      "export const tell = (runner: Runner) => [runner].forEach(each => each['annotate']())"
    ],
    ['the output of the process', "process.stdout.write('::error::x')"],
    ['the console', "console.log('::error::x')"]
  ])('finds another writer: by %s', (_what, text) => {
    expect(foundBy(logOffences, { 'action/planted.ts': text })).toEqual([
      'action/planted.ts:1: only action/answer/log.ts writes to the log'
    ])
  })

  test('lets others set outputs', () => {
    const text = "export const tell = (runner: Runner) => runner.setOutput('verdict', 'pass')"
    expect(foundBy(logOffences, { 'action/planted.ts': text })).toEqual([])
  })
})

describe('the terminal', () => {
  test.each([
    ['the terminal itself', "export const tell = (terminal: Terminal) => terminal.err('::error::x')"],
    ['the terminal taken at its word', "export const tell = (terminal: Terminal) => terminal['err']('x')"],
    ['the output of the process', "process.stdout.write('::error::x')"],
    ['the errors of the process', "process.stderr.write('x')"],
    ['the console', "console.error('x')"]
  ])('finds another writer: by %s', (_what, text) => {
    expect(foundBy(terminalOffences, { 'cli/commands/planted.ts': text })).toEqual([
      'cli/commands/planted.ts:1: only cli/terminal.ts writes to the terminal'
    ])
  })

  test('lets others write reports, and lines by way of it', () => {
    const text = "export const tell = (terminal: Terminal) => { terminal.out(report); tellLine(terminal, 'x') }"
    expect(foundBy(terminalOffences, { 'cli/commands/planted.ts': text })).toEqual([])
  })
})
