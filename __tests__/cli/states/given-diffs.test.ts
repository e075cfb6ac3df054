import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { withClone } from '../clone.js'
import { judge, logOf, put, type Result, type Tree } from './attack.js'

const lines = (count: number, word = 'plain'): string =>
  Array.from({ length: count }, (_, at) => `const ${word}${at + 1} = compute(${at + 1})\n`).join('')
const OLD = `${lines(4)}${lines(4, 'other')}`
const NEW = `${lines(4)}evaluate(request.body)\n${lines(4, 'other')}`
const DEAD = `${lines(4)}if debug:\n    evaluate(request.body)\n${lines(4, 'other')}`
const LIVE = `${lines(4)}if debug:\n  pass()\nevaluate(request.body)\n${lines(4, 'other')}`
const DEDENTED = DEAD.replace('    evaluate', 'evaluate')

interface Given {
  readonly base: Tree
  readonly head: Tree
  /** Arguments of `git diff`, of which the last two are the commits. */
  readonly args: readonly string[]
  readonly found: Result
  /** What becomes of the text of the diff. */
  readonly edit?: (diff: string) => string
  readonly state: string
}

const GIVEN: Readonly<Record<string, Given>> = {
  'a diff that passes over white space, where a line comes out of its block': {
    base: { 'a.py': `${DEAD}x()\n` },
    head: { 'a.py': `${DEDENTED}y()\n` },
    args: ['-w'],
    found: { at: 'a.py:6' },
    state: 'unknown'
  },
  'a diff that passes over lines by a pattern': {
    base: { 'a.py': `${OLD}x()\n` },
    head: { 'a.py': `${NEW}y()\n` },
    args: ['-Ievaluate', '-U0'],
    found: { at: 'a.py:5' },
    state: 'unknown'
  },
  'a diff without context': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['-U0'],
    found: { at: 'a.py:5' },
    state: 'introduced'
  },
  'a diff without context, of an old line': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['-U0'],
    found: { at: 'a.py:2' },
    state: 'existing'
  },
  'a diff the other way round': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['-R'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'a diff without prefixes': {
    base: { 'a/a.py': OLD },
    head: { 'a/a.py': NEW },
    args: ['--no-prefix'],
    found: { at: 'a/a.py:5' },
    state: 'introduced'
  },
  'prefixes of other letters': {
    base: { 'c/a.py': OLD },
    head: { 'c/a.py': NEW },
    args: ['--src-prefix=c/', '--dst-prefix=w/'],
    found: { at: 'c/a.py:5' },
    state: 'introduced'
  },
  'prefixes of words': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--src-prefix=old/', '--dst-prefix=new/'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'a diff of a folder': {
    base: { 'app/a.py': OLD, 'a.py': OLD },
    head: { 'app/a.py': NEW },
    args: ['--relative=app'],
    found: { at: 'app/a.py:5' },
    state: 'unknown'
  },
  'words instead of lines': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--word-diff'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'a summary': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--stat'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'raw names': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--raw'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  colours: {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--color=always'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'a mark of another kind for added lines': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: ['--output-indicator-new=>'],
    found: { at: 'a.py:5' },
    state: 'refused'
  },
  'mode and content': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff => diff.replace('index', 'old mode 100644\nnew mode 100755\nindex').replace(/ 100644\n---/, '\n---'),
    state: 'introduced'
  },
  'hunks that are left out': {
    base: { 'a.py': `${OLD}${lines(20, 'more')}x()\n` },
    head: { 'a.py': `${NEW}${lines(20, 'more')}y()\n` },
    args: ['-U1'],
    found: { at: 'a.py:5' },
    edit: diff => diff.replace(/@@[^@]*@@[^\n]*\n const plain4[\s\S]*?(?=@@)/, ''),
    state: 'unknown'
  },
  'a file that loses its hunks': {
    base: { 'a.py': OLD, 'b.py': OLD },
    head: { 'a.py': NEW, 'b.py': `${OLD}y()\n` },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff => diff.replace(/@@[\s\S]*?(?=diff --git)/, ''),
    state: 'introduced'
  },
  'line ends of another kind in the diff': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff => diff.replaceAll('\n', '\r\n'),
    state: 'introduced'
  },
  'all lines with other ends, by a diff that passes over them': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW.replaceAll('\n', '\r\n') },
    args: ['--ignore-cr-at-eol'],
    found: { at: 'a.py:5' },
    state: 'introduced'
  },
  'a message of a commit that looks like a diff': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff =>
      `diff --git a/a.py b/a.py\nindex 1111111..2222222 100644\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n+const plain1 = compute(1)\n\n${diff}`,
    state: 'introduced'
  },
  'two diffs, of two commits': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff => `${diff}${diff}`,
    state: 'introduced'
  },
  'a rename that nobody looked for': {
    base: { 'a.py': NEW },
    head: { 'a.py': null, 'b.py': NEW },
    args: ['--no-renames'],
    found: { at: 'b.py:5' },
    state: 'introduced'
  },
  'a line that stays behind a new guard': {
    base: { 'a.py': NEW },
    head: { 'a.py': LIVE },
    args: ['--irreversible-delete'],
    found: { at: 'a.py:7' },
    state: 'existing'
  },
  'a binary patch': {
    base: { 'a.bin': Buffer.from('\0one\n') },
    head: { 'a.bin': Buffer.from('\0two\n') },
    args: ['--binary'],
    found: { at: 'a.bin:1' },
    state: 'introduced'
  },
  'a binary file': {
    base: { 'a.bin': Buffer.from('\0one\n') },
    head: { 'a.bin': Buffer.from('\0two\n') },
    args: [],
    found: { at: 'a.bin:1' },
    state: 'introduced'
  },
  'a binary file as text, where letters hold line feeds': {
    base: { 'a.js': Buffer.from(`\ufeff\u010a\n${OLD}`, 'utf16le') },
    head: { 'a.js': Buffer.from(`\ufeff\u010a\u010a\n${NEW}`, 'utf16le') },
    args: ['--text'],
    found: { at: 'a.js:6' },
    state: 'introduced'
  },
  'blanks of a name': {
    base: { 'a b.py': OLD },
    head: { 'a b.py': NEW },
    args: [],
    found: { at: 'a%20b.py:5' },
    state: 'introduced'
  },
  'a name in quotes': {
    base: { 'gr\u00fc\u00df.py': OLD },
    head: { 'gr\u00fc\u00df.py': NEW },
    args: [],
    found: { at: 'gr%C3%BC%C3%9F.py:5' },
    state: 'introduced'
  },
  'a name that is not quoted': {
    base: { 'gr\u00fc\u00df.py': OLD },
    head: { 'gr\u00fc\u00df.py': NEW },
    args: ['-z'],
    found: { at: 'gr%C3%BC%C3%9F.py:5' },
    state: 'introduced'
  },
  'a diff that calls the new line an old one': {
    base: { 'a.py': OLD },
    head: { 'a.py': NEW },
    args: [],
    found: { at: 'a.py:5' },
    edit: diff => diff.replace(/\n\+eval[^\n]*/, '\n evaluate(request.body)').replace(/-(\d+),6 /, '-$1,7 '),
    state: 'introduced'
  }
}

async function stateOf({ base, head, args, found, edit = diff => diff }: Given): Promise<string> {
  let state = ''
  await withClone(async ({ directory, git, commit, write }) => {
    mkdirSync(join(directory, 'at-0'))
    put(join(directory, 'at-0'), base)
    const from = commit({})
    put(join(directory, 'at-0'), head)
    const to = commit({ 'at-0/always.txt': 'there\n' })
    const diff = git('diff', ...args, from, to)
    write({ '.git/change.diff': edit(`${diff}\n`), '.git/found.sarif': logOf([[found]]) })
    const flags = ['--sarif', '.git/found.sarif', '--policy', 'preset:audit', '--diff', '.git/change.diff']
    const judged = await judge(flags, directory).catch((error: Error) => {
      if (!/change\.diff:\d+/.test(error.message)) throw error
      return [{ state: 'refused' }]
    })
    state = judged.map(each => each.state).join(', ')
  })
  return state
}

test('diffs that are given', async () => {
  const states: Record<string, string> = {}
  for (const [name, given] of Object.entries(GIVEN)) states[name] = await stateOf(given)
  expect(states).toEqual(Object.fromEntries(Object.entries(GIVEN).map(([name, { state }]) => [name, state])))
})
