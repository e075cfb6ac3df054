// The process of one file of tests: jest-circus, as Jest would run it, but for how modules are loaded.
import asyncHooks from 'node:async_hooks'
import { Console } from 'node:console'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { ModuleMocker } from 'jest-mock'
import { namesOfSources } from './stacks.mjs'

/** jest-circus has one test at a time; up to Node 22 Node's own storage would follow it through every promise. */
class OneAtATime {
  #store

  run(store, callback, ...args) {
    const before = this.#store
    this.#store = store
    const restore = () => {
      this.#store = before
    }
    const value = callback(...args)
    if (value instanceof Promise) return value.finally(restore)
    restore()
    return value
  }

  getStore() {
    return this.#store
  }
}

const require = createRequire(import.meta.url)
const { AsyncLocalStorage } = asyncHooks
// Later ones cannot be replaced, and cost nothing.
const isDear = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage').writable === true
if (isDear) asyncHooks.AsyncLocalStorage = OneAtATime
const circus = require('jest-circus/runner').default
const circusRequire = createRequire(require.resolve('jest-circus/runner'))
circusRequire('./jestAdapterInit')
if (isDear) asyncHooks.AsyncLocalStorage = AsyncLocalStorage

// Whoever asked is gone, so nobody waits for what comes of it.
process.once('disconnect', () => process.exit(1))
process.once('message', async asked => {
  const answer = await run(asked).then(
    result => ({ result }),
    error => ({ error: { message: String(error?.message ?? error), stack: String(error?.stack ?? error) } })
  )
  // Whatever a test has left open ends here.
  process.send(answer, () => process.exit())
})

async function run({ path, module, directory, config, globalConfig }) {
  const start = Date.now()
  Error.stackTraceLimit = 50
  Error.prepareStackTrace = namesOfSources(directory)
  const printed = []
  // Of a single file Jest shows at once what is printed.
  const isShown = !globalConfig.silent && (config.verbose ?? globalConfig.verbose)
  if (!isShown) globalThis.console = consoleInto(printed)
  fc.configureGlobal(chance())
  const environment = { global: globalThis }
  const result = await circus(globalConfig, config, environment, runtimeOf(module), path)
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
