import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { runCommand } from '../cli/run-command.js'

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
]
const commands = async (): Promise<readonly string[]> => {
  const { stdout } = await runCommand(['--help'], process.cwd())
  return [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name)
}

// doctor.md speaks of what stands in workflows of others.
test('no page tells a reader to type a command that is not there', async () => {
  const bare = new RegExp(`(?:^|[\`\\s])policy-gate (?:${(await commands()).join('|')})\\b.*`, 'gm')
  const told = PAGES.filter(page => page !== 'docs/doctor.md').flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(bare)].map(([line]) => `${page}: ${line.trim()}`)
  )
  expect(told).toEqual([])
})

test('every command that a page names is one', async () => {
  const known = await commands()
  const named = PAGES.flatMap(page =>
    [...readFileSync(page, 'utf8').matchAll(/dist\/cli\.js ([a-z]+)/g)].map(([, name = '']) => name)
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(name => !known.includes(name))).toEqual([])
})
