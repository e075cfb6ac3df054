/**
 * Reads one file and drops what is delivered, as `bench/run.mjs` measures it: with `--bare` the reader alone, without
 * it the loading of a file as the gate does it (sha256, gzip, encoding).
 */
import { closeSync, openSync, readSync } from 'node:fs'
import { createSarifReader } from '../src/core/sarif/reader/sarif-reader.js'
import { loadFile } from '../src/files/sarif-files.js'
import { projection } from './projection.mjs'

/** The reader alone, in chunks of 1 MiB. */
function readBare(path, reader) {
  const file = openSync(path, 'r')
  const chunk = Buffer.allocUnsafe(2 ** 20)
  for (let length = 1; length > 0; ) {
    length = readSync(file, chunk, 0, chunk.length, null)
    reader.write(chunk.subarray(0, length))
  }
  closeSync(file)
  return reader.end()
}

let results = 0
const count = () => {
  results += 1
}
const reader = createSarifReader({ result: count, run() {}, log() {} }, projection)
const [path, bare] = process.argv.slice(2)
const problem = bare === '--bare' ? readBare(path, reader) : (await loadFile(path, path, reader)).problem
if (problem !== null) throw new Error(`${problem.message} at ${problem.offset}`)
process.stdout.write(`${results}\n`)
