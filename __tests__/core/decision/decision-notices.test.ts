import { expect, test } from '@jest/globals'
import { collectNotices } from '../../../src/core/decision/decision-notices.js'
import { anOutcome } from '../../builders.js'
import { anInput } from './evaluation.js'

test('oddities of files are told with the file, and what the feeds say comes last', () => {
  const feed = { level: 'info', code: 'cve-unknown', message: 'm' } as const
  const inputs = [anInput({ name: 'a.sarif', warnings: ['odd', 'odder'] }), anInput({ name: 'b.sarif' })]
  expect(collectNotices(inputs, [anOutcome({ state: 'introduced' })], [feed])).toEqual([
    { level: 'warning', code: 'sarif-oddity', message: 'a.sarif: odd' },
    { level: 'warning', code: 'sarif-oddity', message: 'a.sarif: odder' },
    feed
  ])
})

test('findings of which nobody knows whether they are new are counted', () => {
  const states = ['unknown', 'existing', 'unknown', 'fixed'] as const
  expect(
    collectNotices(
      [],
      states.map(state => anOutcome({ state })),
      []
    )
  ).toEqual([
    {
      level: 'info',
      code: 'state-unknown',
      message:
        '2 findings have the state unknown: neither a baseline nor a diff tells whether the change introduced them'
    }
  ])
})
