import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { figureReader } from '../../../src/core/history/fleet/rows/wanted.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

const SHOP = resolve('examples/shop')

test.each([
  [
    'of a run that decided',
    ['--now', '2026-11-24T12:00:00Z', '--sarif', 'results', '--baseline', 'baseline', '--exceptions', 'exceptions.yml'],
    1
  ],
  ['of a run that could not decide', ['--sarif', 'results', '--exceptions', 'missing.yml'], 2]
])('a decision file %s is laid out as the readers of many expect it', async (_, more, expected) => {
  await withFiles({}, async directory => {
    const file = join(directory, 'decision.json')
    const flags = ['--policy', 'policy-gate.yml', '--diff', 'change.diff', '--format', `json=${file}`]
    const { status } = await runCommand(['evaluate', ...more, ...flags], SHOP)
    expect(status).toBe(expected)
    // Else each file is parsed as a whole, which nobody would notice but by the time that it takes.
    expect(figureReader()(readFileSync(file, 'latin1'))).not.toBeNull()
  })
})
