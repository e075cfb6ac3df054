// Runs files of tests for Jest, each in a process of its own, as Node runs any module. Jest's own way evaluates all modules
// of each file anew in a context that makes every global name dear, in processes that grow until to start git out of them
// takes ten times as long. What a test is, how it is reported, and which files are chosen stays with Jest.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleTests } from './bundle.mjs'

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url))

export default class PlainRunner {
  #globalConfig

  constructor(globalConfig) {
    this.#globalConfig = globalConfig
  }

  async runTests(tests, watcher, onStart, onResult, onFailure, { serial }) {
    const directory = mkdtempSync(join(tmpdir(), 'policy-gate-tests-'))
    try {
      const modules = await bundleTests(
        this.#globalConfig.rootDir,
        tests.map(({ path }) => path),
        directory
      )
      const waiting = longestFirst(tests)
      const work = async () => {
        for (let test = waiting.shift(); test !== undefined && !watcher.isInterrupted(); test = waiting.shift()) {
          await onStart(test)
          const ended = await this.#run(test, modules.get(test.path), directory)
          if ('result' in ended) await onResult(test, ended.result)
          else await onFailure(test, ended.error)
        }
      }
      await Promise.all(Array.from({ length: serial ? 1 : this.#globalConfig.maxWorkers }, work))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }

  /** What came of a file of tests, or why nothing did. */
  #run({ path, context: { config } }, module, directory) {
    return new Promise(resolve => {
      const child = fork(worker, { serialization: 'advanced', execArgv: [] })
      let ended = null
      child.on('message', message => {
        ended = message
      })
      child.on('error', error => resolve({ error: { message: error.message, stack: error.stack } }))
      child.on('exit', (code, signal) => resolve(ended ?? { error: unfinished(path, signal ?? `exit code ${code}`) }))
      child.send({ path, module, directory, config, globalConfig: this.#globalConfig })
    })
  }
}

const unfinished = (path, how) => {
  const message = `The process of ${path} ended before its tests, by ${how}`
  return { message, stack: message }
}

/** Where nobody knows yet how long a file takes: what tries most begins first, so that no core waits for it at the end. */
const longestFirst = tests =>
  tests.every(({ duration }) => duration === undefined)
    ? tests.toSorted((a, b) => Number(b.path.includes('/properties/')) - Number(a.path.includes('/properties/')))
    : [...tests]
