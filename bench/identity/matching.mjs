/** One side of a row of `bench/run.mjs`, in a process of its own: `match` a hundred thousand findings, or hash their `keys`. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadOurs, NOW } from './ours.mjs'
import { floor, generate } from './scale.mjs'

const COUNT = 100_000
const FILES = 10_000
const TIMES = 3

const { identify } = await loadOurs(join(dirname(fileURLToPath(import.meta.url)), '../..'))
const [what] = process.argv.slice(2)
const base = generate(COUNT, FILES, 0)
const head = generate(COUNT, FILES, 5)
const context = { baseline: base, diff: null, readSource: () => null, now: NOW }
if (what !== 'none') {
  for (let time = 0; time < TIMES; time += 1)
    if (what === 'match') identify(head, context)
    else floor(base, head)
}
