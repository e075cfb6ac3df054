import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { editionText } from '../../src/core/ground/edition.js'
import { EDITION } from '../../src/gate/record/edition.js'

test('the version is that of the package, and sources that were not built name no state', () => {
  expect(EDITION).toEqual({ version: JSON.parse(readFileSync('package.json', 'utf8')).version, commit: null })
  expect(JSON.parse(readFileSync('package-lock.json', 'utf8')).version).toBe(EDITION.version)
  expect(editionText(EDITION)).toBe(EDITION.version)
  expect(editionText({ ...EDITION, commit: 'abc' })).toBe(`${EDITION.version} (abc)`)
})

test('the state of the sources is what git says of a commit of them', () => {
  const root = mkdtempSync(join(tmpdir(), 'policy-gate-sources-'))
  try {
    mkdirSync(join(root, 'scripts'))
    mkdirSync(join(root, 'src/core-and'), { recursive: true })
    mkdirSync(join(root, 'src/core'))
    for (const path of ['package-lock.json', 'scripts/build.mjs', 'src/b.ts', 'src/core/a.ts', 'src/core-and/z.ts'])
      writeFileSync(join(root, path), `content of ${path}\n`)
    writeFileSync(join(root, 'README.md'), 'no part of it\n')
    cpSync('scripts/source-id.mjs', join(root, 'source-id.mjs'))
    const git = (args: readonly string[], input = '') =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], { cwd: root, input })
    git(['init', '-q'])
    git(['add', '.'])
    git(['commit', '-q', '-m', 'sources'])
    const paths = ['package-lock.json', 'scripts/build.mjs', 'src']
    const listing = git(['ls-tree', '-r', '--format=%(objectname) %(path)', 'HEAD', '--', ...paths]).toString()
    const script = "import('./source-id.mjs').then(({ sourceId }) => process.stdout.write(sourceId(process.cwd())))"
    const id = execFileSync(process.execPath, ['-e', script], { cwd: root }).toString()
    expect(id).toBe(git(['hash-object', '--stdin'], listing).toString().trim())
    expect(id).toMatch(/^[0-9a-f]{40}$/)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
