// A process for files of tests, one after the other: jest-circus, as Jest would run it, but for how modules are loaded.
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { ModuleMocker } from 'jest-mock'
import { forgetCircus, loadCircus, require } from './circus.mjs'
import { namesOfSources } from './stacks.mjs'
import { changeSince, traces } from './traces.mjs'

Error.stackTraceLimit = 50
const { console } = globalThis
const { prepareStackTrace } = Error
/** Bytes: to start a program out of a large process takes long. */
const LARGE = 400_000_000
let before = null

/** What is ours while a file runs. */
function putBack() {
  Object.assign(globalThis, { console })
  Object.assign(Error, { prepareStackTrace })
}
putBack()

// Other packages that it loads stay.
loadCircus()
forgetCircus()

// Whoever asked is gone, so nobody waits for what comes of it.
process.once('disconnect', () => process.exit(1))
process.on('message', async asked => {
  before ??= traces()
  const answer = await run(asked).then(
    result => ({ result }),
    error => ({ error: { message: String(error?.message ?? error), stack: String(error?.stack ?? error) } })
  )
  process.send(answer, () => goOn(answer))
})

/** Takes another file where this one has left nothing behind; else whatever it has left ends here. */
async function goOn({ result }) {
  const isWhole = result !== undefined && result.numFailingTests === 0 && !result.testExecError
  if (!isWhole || process.memoryUsage.rss() > LARGE || (await changeAtRest()) !== null) process.exit()
  process.send({ isFree: true })
}

/** What has changed, when there was time for what was closed to be gone. */
async function changeAtRest() {
  for (let tries = 1; ; tries++) {
    await new Promise(resolve => setTimeout(() => setImmediate(resolve), 2))
    const change = changeSince(before)
    if (change !== 'open' || tries === 10) return change
  }
}

async function run({ path, module, directory, config, globalConfig }) {
  const start = Date.now()
  Error.prepareStackTrace = namesOfSources(directory)
  const printed = []
  // Of a single file Jest shows at once what is printed.
  const isShown = !globalConfig.silent && (config.verbose ?? globalConfig.verbose)
  if (!isShown) globalThis.console = consoleInto(printed)
  fc.configureGlobal(chance())
  const environment = { global: {} }
  const result = await loadCircus()(globalConfig, config, environment, runtimeOf(module), path)
  forgetCircus()
  putBack()
  const end = Date.now()
  const runtime = end - start
  const slow = runtime / 1000 > config.slowTestThreshold
  const count = result.testResults.length
  return {
    ...result,
    // What failed as objects is told as text already; a matcher among them could not be sent, and would hide the failure.
    testResults: result.testResults.map(test => ({ ...test, failureDetails: [] })),
    perfStats: { ...result.perfStats, start, end, runtime, slow },
    console: printed.length > 0 && !globalConfig.silent ? printed : undefined,
    skipped: count > 0 && count === result.numPendingTests,
    leaks: false
  }
}

/** Properties are tried with the same values each time, so that no commit fails by chance: POLICY_GATE_SEED looks further. */
function chance() {
  const seed = process.env.POLICY_GATE_SEED || '1'
  return seed === 'random' ? {} : { seed: Number(seed) }
}

/** What jest-circus asks of Jest's runtime. */
const runtimeOf = module => ({
  requireInternalModule: path => require(path),
  requireModule: path => require(path),
  setGlobalsForRuntime: globals => {
    globalThis[Symbol.for('jest')] = { ...globals, jest: new ModuleMocker(globalThis) }
  },
  enterTestCode: () => {},
  leaveTestCode: () => {},
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: () => import(module)
})

/** What tests print is shown with their result. */
function consoleInto(printed) {
  const into = type =>
    new Writable({
      decodeStrings: false,
      write(message, _, done) {
        printed.push({ type, message: message.trimEnd(), origin: '' })
        done()
      }
    })
  return new Console({ stdout: into('log'), stderr: into('error') })
}
