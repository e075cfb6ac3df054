// One thread that runs tests: without a mutant, to learn which tests come past which mutants, and with one.
import { Script } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { nodeRequire } from './bundle.mjs'
import { collect, globals, run } from './suite.mjs'

// A mutant that is killed is killed the next time too, and nobody reads the smallest example.
fc.configureGlobal({ seed: workerData.seed, endOnFailure: true })
const packages = new Map([['@jest/globals', globals]])
for (const name of workerData.packages) if (name !== '@jest/globals') packages.set(name, await import(name))
const hosted = name => packages.get(name)
const script = new Script(
  `(function (require, module, hosted, stryCov_9fa48, stryMutAct_9fa48) {${workerData.script}\n})`
)
const wrapped = script.runInThisContext()

/** A fresh instance of all modules. */
function world(cover, isActive) {
  const module = { exports: {} }
  wrapped(nodeRequire, module, hosted, cover, isActive)
  return module.exports
}

const commands = {
  /** The tests of a file, how long each took, and how often each came past which mutant; `load`: before any test. */
  async survey({ file }) {
    const load = new Map()
    let counts = load
    const files = world(
      (...ids) => {
        for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
      },
      () => false
    )
    const suite = await collect(files[file])
    const tests = suite.tests.map(({ name }) => ({ name, ms: 0, counts: new Map() }))
    let start = 0
    let at = null
    const enter = number => {
      if (at !== null) tests[at].ms = performance.now() - start
      start = performance.now()
      at = number
      counts = number === null ? load : tests[number].counts
    }
    await run(suite, [...tests.keys()], enter)
    return { file, load, tests }
  },

  /** Whether one of the tests fails with the mutant: the name of the first. */
  async tryMutant({ id, limit, files: wanted }) {
    let hits = 0
    let lost = false
    const isActive = asked => {
      if (asked !== id) return false
      // A loop that does not end comes past its mutant again and again: so no clock need decide.
      if (++hits > limit) {
        lost = true
        throw new Error('The mutant does not end')
      }
      return true
    }
    const files = world(() => undefined, isActive)
    for (const { file, tests } of wanted) {
      let name = 'as it was loaded'
      try {
        const suite = await collect(files[file])
        if (tests.some(number => suite.tests[number] === undefined)) throw new Error('Fewer tests')
        await run(suite, tests, number => {
          if (number !== null) name = suite.tests[number].name
        })
      } catch {
        return { by: `${file}: ${name}`, lost }
      }
    }
    return { by: null, lost }
  }
}

parentPort.on('message', async ({ command, ...given }) => {
  try {
    parentPort.postMessage({ done: await commands[command](given) })
  } catch (error) {
    parentPort.postMessage({ failed: String(error?.stack ?? error) })
  }
})
parentPort.postMessage({ ready: true })
