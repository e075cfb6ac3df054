import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, test } from '@jest/globals'
import { loadAll } from 'js-yaml'
import { runCommand } from '../cli/run-command.js'

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'))
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/shop/README.md',
  ...docs.map(name => `docs/${name}`)
]
const textOf = (page: string): string => readFileSync(page, 'utf8')
/** Without blocks of code, whose brackets are no links. */
const prose = (page: string): string => textOf(page).replace(/^ *```[\s\S]*?^ *```/gm, '')

/** The anchors of a page, as GitHub makes them of headings. */
const anchors = (page: string): ReadonlySet<string> =>
  new Set(
    [...prose(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-')
    )
  )

test.each(PAGES)('every link of %s leads somewhere', page => {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const dead = links.filter(link => {
    if (/^(?:https:|mailto:)/.test(link)) return !URL.canParse(link)
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)))
    return !existsSync(file) || (anchor !== undefined && !anchors(file).has(anchor))
  })
  expect(dead).toEqual([])
})

test('the index leads to every page', () => {
  const index = textOf('docs/README.md')
  const missing = docs.filter(name => name !== 'README.md' && !name.startsWith('adr/') && !index.includes(`(${name})`))
  expect(missing).toEqual([])
})

/** Every command line of a page, its continued lines joined. */
const COMMANDS = PAGES.flatMap(page =>
  [
    ...textOf(page)
      .replaceAll(/\\\n\s*/g, ' ')
      .matchAll(/\S*dist\/cli\.js ([a-z]+)([^`\n]*)/g)
  ].map(([, name = '', rest = '']) => ({
    page,
    name,
    flags: [...rest.matchAll(/ --([a-z-]+)/g)].map(([, flag = '']) => flag)
  }))
)

test('every command of every page has the flags that it is given', async () => {
  expect(COMMANDS.length).toBeGreaterThan(40)
  const known = new Map<string, string>()
  const wrong: string[] = []
  for (const { page, name, flags } of COMMANDS) {
    const help = known.get(name) ?? (await runCommand([name, '--help'], process.cwd())).stdout
    known.set(name, help)
    if (help === '') wrong.push(`${page}: ${name}`)
    for (const flag of flags.filter(each => each !== 'help' && each !== 'version'))
      if (!new RegExp(`^  --${flag}\\b`, 'm').test(help)) wrong.push(`${page}: ${name} --${flag}`)
  }
  expect(wrong).toEqual([])
})

const YAML = PAGES.flatMap(page =>
  [...textOf(page).matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(([, source = ''], index) => ({
    name: `${page}, block ${index + 1}`,
    source
  }))
)

test.each(YAML)('the YAML of $name is YAML', ({ source }) => {
  expect(() => loadAll(source)).not.toThrow()
})

const WORKFLOWS = YAML.filter(({ source }) => /^on:/m.test(source) && /^jobs:/m.test(source))

describe.each(WORKFLOWS)('the workflow of $name', ({ name, source }) => {
  test('is one as GitHub reads it, pinned and without rights for all', () => {
    const { context } = parseWorkflow({ name, content: source }, new NoOperationTraceWriter())
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([])
    expect(source).toMatch(/^permissions: \{\}/m)
    const uses = [...source.matchAll(/uses: (\S+)/g)].map(([, used = '']) => used)
    expect(uses.filter(used => !/@(?:[0-9a-f]{40}$|<full|COMMIT$)/.test(used) && !used.startsWith('./'))).toEqual([])
  })
})
