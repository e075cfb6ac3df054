import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createLinkReader, createSourceReader } from '../../src/files/source-reader.js'
import { withFiles } from '../e2e/workspace.js'

test('reads what lies in the checkout, and nothing that leads out of it', async () => {
  await withFiles({ 'repo/src/a.ts': 'a', 'secret.txt': 's', 'repo/odd name.ts': 'o' }, directory => {
    const root = join(directory, 'repo')
    symlinkSync(join(directory, 'secret.txt'), join(root, 'link.txt'))
    symlinkSync(directory, join(root, 'up'))
    symlinkSync(join(root, 'src'), join(root, 'alias'))
    mkdirSync(join(root, 'folder'))
    const read = createSourceReader(root)
    const cases = [
      'src/a.ts',
      'alias/a.ts',
      'odd name.ts',
      'link.txt',
      'up/secret.txt',
      '../secret.txt',
      'src/../../secret.txt',
      'folder',
      'none.ts',
      'no/such/a.ts',
      '/etc/passwd',
      'a\0b',
      ''
    ]
    expect(cases.map(read)).toEqual(['a', 'a', 'o', null, null, null, null, null, null, null, null, null, null])
  })
})

test('a root that is not there has no files', () => {
  expect(createSourceReader('/no/such/directory')('a.ts')).toBeNull()
})

test('tells where a path leads over links, within the checkout', async () => {
  await withFiles({ 'repo/src/a.ts': 'a', 'repo/src/deep/b.ts': 'b', 'secret.txt': 's' }, directory => {
    const root = join(directory, 'repo')
    symlinkSync('src', join(root, 'folder'))
    symlinkSync('src/a.ts', join(root, 'file.ts'))
    symlinkSync('../file.ts', join(root, 'src/again.ts'))
    symlinkSync(join(directory, 'secret.txt'), join(root, 'out.txt'))
    symlinkSync('circle', join(root, 'circle'))
    symlinkSync('nothing', join(root, 'dangling'))
    const leadsTo = createLinkReader(root)
    const cases: Readonly<Record<string, string | null>> = {
      'src/a.ts': null,
      'folder/a.ts': 'src/a.ts',
      'folder/deep/b.ts': 'src/deep/b.ts',
      'folder/not-there.ts': 'src/not-there.ts',
      'file.ts': 'src/a.ts',
      'src/again.ts': 'src/a.ts',
      'out.txt': null,
      circle: null,
      dangling: null,
      'none/a.ts': null,
      '../secret.txt': null,
      '/etc/passwd': null,
      'a\0b': null,
      '': null
    }
    expect(Object.fromEntries(Object.keys(cases).map(path => [path, leadsTo(path)]))).toEqual(cases)
    expect(createLinkReader(join(directory, 'nowhere'))('a.ts')).toBeNull()
  })
})
