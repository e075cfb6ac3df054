/** Reads one file with the bare reader and drops what it delivers: what `bench/run.mjs` measures as `reader`. */
import { closeSync, openSync, readSync } from 'node:fs'
import { createSarifReader } from '../src/core/sarif/reader/sarif-reader.js'
import { projection } from './projection.mjs'

let results = 0
const reader = createSarifReader(
  {
    result: () => {
      results += 1
    },
    run() {},
    log() {}
  },
  projection
)
const file = openSync(process.argv[2], 'r')
const chunk = Buffer.allocUnsafe(2 ** 20)
for (;;) {
  const length = readSync(file, chunk, 0, chunk.length, null)
  if (length === 0) break
  reader.write(chunk.subarray(0, length))
}
closeSync(file)
const problem = reader.end()
if (problem !== null) throw new Error(`${problem.message} at ${problem.offset}`)
process.stdout.write(`${results}\n`)
