import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createSourceReader } from '../../src/files/source-reader.js'
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
