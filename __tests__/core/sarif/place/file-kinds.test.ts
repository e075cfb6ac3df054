import { expect, test } from '@jest/globals'
import { isOfOtherKind } from '../../../../src/core/sarif/place/file-kinds.js'

test.each<[string, string, boolean]>([
  ['a.js', 'b.js', false],
  ['a.js', 'src/a.ts', false],
  ['a.c', 'a.cpp', false],
  ['bin/run', 'bin/start', false],
  ['a.yml', 'a.yaml', false],
  ['Dockerfile', 'Dockerfile.prod', false],
  ['Dockerfile', 'app.Dockerfile', false],
  ['.github/workflows/a.yml', '.github/workflows/b.yml', false],
  ['README.txt', 'README.md', false],
  ['a.txt', 'a.py', true],
  ['a', 'a.py', true],
  ['a.tf.disabled', 'a.tf', true],
  ['a.js.bak', 'a.js', true],
  ['Dockerfile.bak', 'Dockerfile', true],
  ['Dockerfile.example', 'Dockerfile', true],
  ['drafts/ci.yml', '.github/workflows/ci.yml', true],
  ['a.md', 'Makefile', true]
])('%s to %s', (before, now, isOther) => {
  expect(isOfOtherKind(before, now)).toBe(isOther)
})
