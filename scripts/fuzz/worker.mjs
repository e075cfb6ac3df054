// One thread that tries the inputs of one target. It tells which input it is at, so that one that does not end is known.
import { parentPort, workerData } from 'node:worker_threads'
import { coverageOf } from './coverage.mjs'
import { diceOf } from './dice.mjs'
import { formOf } from './forms.mjs'
import { smaller } from './smaller.mjs'

/** Inputs between two looks at the coverage: a look takes as long as some of them. */
const BATCH = 24
/** Kinds of failures after which a person should look. */
const MOST_FAILURES = 5
/** Longer texts take long, and are seldom read. */
const LONGEST_KEPT = 6000

const { bundle, name, corpus, count, seconds, seed, at } = workerData
const { TARGETS } = await import(bundle)
const target = TARGETS.find(each => each.name === name)
const form = formOf(target.form)
const dice = diceOf(seed)
const coverage = await coverageOf(bundle)
const pool = [...corpus]
const failures = new Map()
const encoder = new TextEncoder()
const started = performance.now()
let tried = 0

const isTime = () => (seconds === null ? tried < count : performance.now() - started < 1000 * seconds)

async function problemOf(text) {
  const bytes = encoder.encode(text)
  if (bytes.length <= at.input.length) {
    at.input.set(bytes)
    Atomics.store(at.length, 0, bytes.length)
  }
  Atomics.add(at.tried, 0, 1)
  try {
    await target.check(bytes, text)
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** One failure of a kind is enough: what is told first of it. */
const kindOf = error =>
  `${error.message
    .split('\n')[0]
    .replace(/\d+|"[^"]*"|'[^']*'/g, '…')
    .slice(0, 120)}`

async function attempt(text) {
  tried += 1
  const error = await problemOf(text)
  if (error === null || failures.has(kindOf(error))) return
  const kind = kindOf(error)
  failures.set(kind, null)
  const input = await smaller(text, async each => {
    const came = await problemOf(each)
    return came !== null && kindOf(came) === kind
  })
  failures.set(kind, { input, message: String((await problemOf(input))?.stack ?? error.stack) })
}

for (const text of corpus) await attempt(text)
coverage.keep(await coverage.fresh())
while (isTime() && failures.size < MOST_FAILURES) {
  const batch = Array.from({ length: BATCH }, () => form.changed(dice.pick(pool), dice, target.words, pool))
  for (const text of batch) await attempt(text)
  if ((await coverage.fresh()).length > 0) await keepFresh(batch)
}
const blocks = coverage.size()
coverage.end()
parentPort.postMessage({ tried, blocks, kept: pool.slice(corpus.length), failures: [...failures.values()] })

/** Those of a batch that bring what nothing before did are changed further. */
async function keepFresh(batch) {
  for (const text of batch) {
    await problemOf(text)
    const fresh = await coverage.fresh()
    if (fresh.length === 0) continue
    coverage.keep(fresh)
    if (text.length <= LONGEST_KEPT) pool.push(text)
  }
}
