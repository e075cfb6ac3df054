import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

/** What the compiler must refuse in the core, one file each. */
const REFUSED: Readonly<Record<string, string>> = {
  'a file': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync",
  'a file, later': "export const read = () => import('node:fs')",
  'the process': 'export const env = process.env',
  'the process by the global object': 'export const host = globalThis.process',
  'the network': "export const answer = fetch('https://example.com')",
  'a timer': 'setTimeout(() => {}, 1)',
  'a task': 'queueMicrotask(() => {})',
  'the console': "console.log('x')",
  'another clock': 'export const now = performance.now()',
  'the clock as a number': 'export const now: number = Date.now()',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
  'the clock in a text': 'export const now = `${Date.now()}`',
  'the clock as a date': 'export const now: Date = new Date()',
  'the clock as a text': 'export const now = new Date().toISOString()',
  chance: 'export const chance = Math.random() * 2',
  'chance of the host': "import { randomUUID } from 'node:crypto'\nexport const id = randomUUID",
  'a global of the host': 'export const id = crypto.randomUUID()',
  'a module of the host': "export const fs = require('node:fs')",
  'a type of the host': 'export const timer: NodeJS.Timeout | null = null',
  'the page': 'export const page = document'
}

/** What it must let through, so that the refusals are no accident. */
const ALLOWED = `import { Buffer, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
export const at: Date = new Date(0)
export const then: number = Date.parse('2026-01-01T00:00:00Z')
export const most: number = Math.max(1, 2)
export const hash = createHash('sha256').update(Buffer.from('x')).digest('hex')
export const text = isUtf8(Buffer.from('x')) ? new TextDecoder('utf-8').decode(new TextEncoder().encode('x')) : ''
`

const root = resolve('.')
const directory = mkdtempSync(join(tmpdir(), 'policy-gate-core-'))
const fileOf = (name: string) => `${name.replaceAll(/\W/g, '-')}.ts`
const compile = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { encoding: 'utf8' }).stdout
let said = ''

beforeAll(() => {
  for (const [name, text] of Object.entries(REFUSED))
    writeFileSync(join(directory, fileOf(name)), `${text}\nexport {}\n`)
  writeFileSync(join(directory, 'allowed.ts'), ALLOWED)
  const project = {
    extends: join(root, 'tsconfig.core.json'),
    include: ['*.ts', join(root, 'src/core/ground/host.d.ts')]
  }
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(project))
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }')
  said = compile('-p', directory)
})

afterAll(() => rmSync(directory, { recursive: true }))

describe('the compiler of the core', () => {
  test.each(Object.keys(REFUSED))('refuses %s', name => {
    expect(said).toMatch(new RegExp(`(?:^|[/\\\\])${fileOf(name)}\\(\\d+,\\d+\\): error`, 'm'))
  })

  test('lets through what the core may use', () => {
    expect(said).not.toContain('allowed.ts')
    expect(said).not.toContain('host.d.ts')
  })

  test('knows no other declarations of the host: no package of the core brings them along', () => {
    const files = compile('-p', 'tsconfig.core.json', '--listFilesOnly').split('\n')
    expect(files.filter(file => /@types\/|lib\.dom/.test(file))).toEqual([])
    expect(files.filter(file => file.endsWith('src/core/ground/host.d.ts'))).toHaveLength(1)
  })
})
