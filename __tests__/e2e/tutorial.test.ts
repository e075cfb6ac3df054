import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { bundlesIn } from '../bundles.js'

const STEPS = [...readFileSync('docs/tutorial.md', 'utf8').matchAll(/^```sh(?: exit=(\d))?\n([\s\S]*?)^```/gm)].map(
  ([, exit = '0', script = '']) => ({ exit: Number(exit), script })
)

test('the tutorial does what it says, from an empty folder', () => {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-tutorial-'))
  try {
    const env = { PATH: process.env.PATH ?? '', HOME: directory, GIT_CONFIG_NOSYSTEM: '1' }
    const ran = STEPS.map(({ script }) => {
      const here = script.replaceAll('../policy-gate/dist/cli.js', bundlesIn(null).cli)
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', here], {
        cwd: directory,
        env,
        encoding: 'utf8'
      })
      return { status, said: stdout + stderr }
    })
    expect(ran.map(({ status }) => status)).toEqual(STEPS.map(({ exit }) => exit))
    const said = ran.map(each => each.said).join('\n')
    for (const told of [/^BLOCK /m, /Smallest change that would pass/, /1 excepted/, /expired on/, /EXC-1 is unused/])
      expect(said).toMatch(told)
    expect(ran.at(-1)?.said).toMatch(/^PASS/m)
  } finally {
    rmSync(directory, { recursive: true })
  }
})
