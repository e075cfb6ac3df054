// Runs files of tests for Jest in processes of their own, as Node runs any module. Jest's own way evaluates all modules
// of each file anew in a context that makes every global name dear, in processes that grow until to start git out of them
// takes ten times as long. What a test is, how it is reported, and which files are chosen stays with Jest.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { bundleTests } from './bundle.mjs'
import { Seat } from './seat.mjs'

export default class PlainRunner {
  #globalConfig

  constructor(globalConfig) {
    this.#globalConfig = globalConfig
  }

  async runTests(tests, watcher, onStart, onResult, onFailure, { serial }) {
    const directory = mkdtempSync(join(tmpdir(), 'policy-gate-tests-'))
    const globalConfig = this.#globalConfig
    try {
      const bundled = join(directory, 'modules')
      const paths = tests.map(({ path }) => path)
      const into = { own: bundled, kept: join(directory, 'kept') }
      const modules = await bundleTests(globalConfig.rootDir, paths, into)
      const waiting = longestFirst(tests).entries()
      const work = async () => {
        const seat = new Seat()
        // An iterator that several share: each takes what none has taken.
        for (const [number, test] of waiting) {
          if (watcher.isInterrupted()) break
          await onStart(test)
          const own = join(directory, String(number))
          symlinkSync(bundled, own)
          const module = join(own, relative(bundled, modules.get(test.path)))
          const { path, context } = test
          const ended = await seat.run({ path, module, directory, config: context.config, globalConfig })
          if ('result' in ended) await onResult(test, ended.result)
          else await onFailure(test, ended.error)
        }
        await seat.close()
      }
      await Promise.all(Array.from({ length: serial ? 1 : globalConfig.maxWorkers }, work))
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  }
}

/** Where nobody knows yet how long a file takes: what tries most begins first, so that no core waits for it at the end. */
const longestFirst = tests =>
  tests.every(({ duration }) => duration === undefined)
    ? tests.toSorted((a, b) => Number(b.path.includes('/properties/')) - Number(a.path.includes('/properties/')))
    : [...tests]
