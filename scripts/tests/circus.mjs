// jest-circus, anew for each file of tests.
import asyncHooks from 'node:async_hooks'
import { createRequire } from 'node:module'

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

export const require = createRequire(import.meta.url)
const RUNNER = require.resolve('jest-circus/runner')
const INITIALISER = createRequire(RUNNER).resolve('./jestAdapterInit')
const { AsyncLocalStorage } = asyncHooks
// Later ones cannot be replaced, and cost nothing.
const isDear = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage').writable === true

/** One that has seen no test. */
export function loadCircus() {
  if (isDear) asyncHooks.AsyncLocalStorage = OneAtATime
  const circus = require(RUNNER).default
  require(INITIALISER)
  if (isDear) asyncHooks.AsyncLocalStorage = AsyncLocalStorage
  return circus
}

/** By which it keeps its tests, and we what it gives to them, on the global object. */
const SYMBOLS = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'jest']

/** Takes away all of it but what it has loaded from other packages. */
export function forgetCircus() {
  for (const path of [RUNNER, INITIALISER]) delete require.cache[path]
  for (const symbol of Object.getOwnPropertySymbols(globalThis))
    if (SYMBOLS.includes(symbol.description)) delete globalThis[symbol]
}
