// Fuzzing of what reads texts of others: `npm run fuzz [-- TARGET… --seconds N | --count N --seed N]`.
// Texts of `__tests__/fuzz/corpus/TARGET/` are changed again and again; those that reach code that none reached before are
// changed further. Each is held against what `__tests__/fuzz/targets/TARGET.ts` says. What fails is made small and written
// to a file; mend the code, and put the file into the corpus: the unit tests try all of that.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const CORPUS = '__tests__/fuzz/corpus'
/** An input that takes longer does not end. */
const LONGEST_SECONDS = 20
const MOST_BYTES = 1 << 20

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'show-kept': { type: 'boolean', default: false }
  }
})
const names = readdirSync(CORPUS).sort()
const wanted = positionals.length > 0 ? positionals : names
for (const name of wanted) if (!names.includes(name)) throw new Error(`There is no target ${name}: ${names.join(', ')}`)
const directory = mkdtempSync(join(tmpdir(), 'policy-gate-fuzz-'))
const outfile = join(directory, 'targets.mjs')
await build({
  entryPoints: ['__tests__/fuzz/targets.ts'],
  bundle: true,
  outfile,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'error',
  // For packages that are no ES modules.
  banner: {
    js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(resolve('package.json'))});`
  }
})

let failed = 0
for (const name of wanted) {
  const started = performance.now()
  const came = await run(name)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${name}: ${came.tried} inputs in ${took} s, ${came.blocks} blocks reached, ${came.kept.length} kept, ${came.failures.length} failed`
  )
  if (values['show-kept']) for (const text of came.kept) console.log(JSON.stringify(text))
  for (const { input, message } of came.failures) {
    const file = join(tmpdir(), `policy-gate-fuzz-${name}-${++failed}`)
    writeFileSync(file, input)
    console.log(`${file} (${input.length} characters): ${message}\n${input.slice(0, 600)}\n`)
  }
}
rmSync(directory, { recursive: true })
if (failed > 0) process.exitCode = 1

/** Tries one target in a thread of its own, so that an input that does not end is told and not waited for. */
function run(name) {
  const at = {
    input: new Uint8Array(new SharedArrayBuffer(MOST_BYTES)),
    length: new Int32Array(new SharedArrayBuffer(4)),
    tried: new Int32Array(new SharedArrayBuffer(4))
  }
  const folder = join(CORPUS, name)
  const corpus = readdirSync(folder)
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'))
  const count = Number(values.count ?? 2000)
  const seconds = values.seconds === undefined ? null : Number(values.seconds)
  const workerData = {
    bundle: pathToFileURL(outfile).href,
    name,
    corpus,
    count,
    seconds,
    seed: Number(values.seed),
    at
  }
  const worker = new Worker(new URL('./fuzz/worker.mjs', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    let last = -1
    let since = performance.now()
    const timer = setInterval(() => {
      const now = Atomics.load(at.tried, 0)
      if (now !== last) [last, since] = [now, performance.now()]
      else if (performance.now() - since > 1000 * LONGEST_SECONDS)
        end({ message: `took more than ${LONGEST_SECONDS} s` })
    }, 1000)
    const end = async failure => {
      clearInterval(timer)
      await worker.terminate()
      const input = new TextDecoder().decode(at.input.slice(0, at.length[0]))
      resolve({ tried: at.tried[0], blocks: 0, kept: [], failures: [{ input, ...failure }] })
    }
    worker.once('message', came => {
      clearInterval(timer)
      resolve(came)
    })
    worker.once('error', error => end({ message: `the thread ended: ${error.stack}` }))
    worker.once('messageerror', reject)
  })
}
