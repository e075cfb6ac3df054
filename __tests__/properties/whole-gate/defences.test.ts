import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { LAWS } from './laws.js'

interface Defence {
  readonly law: string
  readonly file: string
  readonly code: string
  readonly instead: string
}

const DEFENCES = JSON.parse(readFileSync('scripts/laws/defences.json', 'utf8')) as readonly Defence[]

test('what laws were seen to defend is in the code as it is: `npm run laws` takes it out', () => {
  const names = LAWS.map(({ name }) => name)
  expect(DEFENCES.map(({ law }) => law)).toEqual(names.filter(name => DEFENCES.some(({ law }) => law === name)))
  expect(DEFENCES.length).toBeGreaterThanOrEqual(18)
  for (const { file, code, instead } of DEFENCES) {
    expect([file, readFileSync(file, 'utf8').split(code).length]).toEqual([file, 2])
    expect(instead).not.toBe(code)
  }
})
