/** Runs whole processes and tells what they took. Ratios hold only between runs of the same moment: measure in turns. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const USAGE = fileURLToPath(new URL('usage.cjs', import.meta.url))
const GNU_TIME = '/usr/bin/time'

/**
 * A program of Node: its arguments, and where they differ from the usual the exit codes that count as success, the Node
 * that runs it, what its environment has besides, and its directory.
 */
export const node = (args, { codes = [0], bin = process.execPath, env = {}, cwd = process.cwd() } = {}) => ({
  command: bin,
  args,
  codes,
  env,
  cwd,
  isNode: true
})

/** A program of somebody else, or null where it is not installed. */
export function tool(command, args, codes = [0]) {
  const { error } = spawnSync(command, ['--version'], { stdio: 'ignore' })
  return error === undefined ? { command, args, codes, env: {}, cwd: process.cwd(), isNode: false } : null
}

/** Wall and CPU seconds, peak memory in MB (10^6 bytes, null where it cannot be told) and what was printed; null where the program failed. */
export function once({ command, args, codes, env, cwd, isNode }) {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-bench-'))
  const usage = join(directory, 'usage')
  const timed = !isNode && existsSync(GNU_TIME)
  const all = isNode ? ['--require', USAGE, ...args] : timed ? ['-o', usage, '-f', '%M', command, ...args] : args
  try {
    const start = process.hrtime.bigint()
    const { status, stdout } = spawnSync(timed ? GNU_TIME : command, all, {
      cwd,
      env: { ...process.env, ...env, BENCH_USAGE: usage },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 30
    })
    const wall = Number(process.hrtime.bigint() - start) / 1e9
    if (!codes.includes(status)) return null
    const text = existsSync(usage) ? readFileSync(usage, 'utf8').trim().split('\n').at(-1) : null
    return {
      wall,
      output: String(stdout),
      ...(isNode ? JSON.parse(text) : { peak: text === null ? null : Number(text) * 1.024e-3 })
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const least = numbers => Math.min(...numbers)

/**
 * Of each program, by name, the median wall time and peak, and the least CPU time; run in turns so that a busy moment
 * hits all of them. Null for one that failed.
 */
export function measure(programs, runs) {
  const taken = new Map(Object.keys(programs).map(name => [name, []]))
  for (let turn = 0; turn < runs; turn++) {
    for (const [name, program] of Object.entries(programs)) taken.get(name).push(once(program))
  }
  return Object.fromEntries(
    [...taken].map(([name, all]) => {
      if (all.some(each => each === null)) return [name, null]
      const of = (key, pick) =>
        all.every(each => typeof each[key] === 'number') ? pick(all.map(each => each[key])) : null
      return [
        name,
        { wall: of('wall', median), cpu: of('cpu', least), peak: of('peak', median), output: all[0].output }
      ]
    })
  )
}
