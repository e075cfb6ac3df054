import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { NOTICES } from '../../src/core/ground/notice.js'

test('docs/concepts.md says what each notice is about, in the words of the code', () => {
  const section = readFileSync('docs/concepts.md', 'utf8').split('\n## Notices\n')[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter(line => /^\| `/.test(line))
  expect(rows).toEqual(Object.entries(NOTICES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`))
})
