// A place in which one process at a time runs files of tests.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url))

/** Each file has a graph of modules of its own: with links kept, the same modules seen through another link are others. */
const FLAGS = ['--preserve-symlinks']

/** Gives one file after the other to the same process, as long as none leaves anything behind there. */
export class Seat {
  #child = null

  /** What came of a file of tests, or why nothing did. */
  run(asked) {
    this.#child ??= fork(worker, { serialization: 'advanced', execArgv: FLAGS })
    const child = this.#child
    return new Promise(resolve => {
      let ended = null
      const settle = answer => {
        child.removeAllListeners()
        resolve(answer)
      }
      const lost = answer => {
        this.#child = null
        settle(answer)
      }
      child.on('message', message => {
        if (message.isFree) settle(ended)
        else ended = message
      })
      child.on('error', ({ message, stack }) => lost({ error: { message, stack } }))
      child.on('exit', (code, signal) => lost(ended ?? unfinished(asked.path, signal ?? `exit code ${code}`)))
      child.send(asked)
    })
  }

  /** Ends the process that waits for another file. */
  async close() {
    const child = this.#child
    this.#child = null
    if (child === null) return
    const exit = once(child, 'exit')
    child.disconnect()
    await exit
  }
}

const unfinished = (path, how) => {
  const message = `The process of ${path} ended before its tests, by ${how}`
  return { error: { message, stack: message } }
}
