// What a file of tests could leave behind in its process for the next one: files share one only where nothing is.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** Modules of Node in which somebody could put a function of his own. */
const SHARED = ['fs', 'fs/promises', 'child_process', 'http', 'https', 'net', 'os', 'path', 'timers', 'util', 'dns']
/** From the global object over what hangs on it, as `Date`, and its prototypes, to their members. */
const DEPTH = 3

/** The process as it is now. What is loaded when somebody first asks the global object for it is loaded by this. */
export function traces() {
  for (const key of Reflect.ownKeys(globalThis)) Reflect.get(globalThis, key)
  const globals = new Map()
  walk(globalThis, DEPTH, globals)
  const modules = new Map(SHARED.map(name => [require(name), stateOf(require(name)).properties]))
  return { globals, modules, words: words() }
}

const stateOf = object => ({
  properties: new Map(Reflect.ownKeys(object).map(key => [key, Reflect.getOwnPropertyDescriptor(object, key)])),
  prototype: Reflect.getPrototypeOf(object),
  isExtensible: Reflect.isExtensible(object)
})

function walk(object, depth, found) {
  // Variables of the environment are compared one by one.
  if (depth === 0 || found.has(object) || object === process.env) return
  const state = stateOf(object)
  found.set(object, state)
  for (const [key, { value }] of state.properties) {
    // What hangs on a symbol is a package's own.
    if (typeof key === 'symbol') continue
    if (typeof value === 'function' || (typeof value === 'object' && value !== null)) walk(value, depth - 1, found)
  }
}

/** What of the process is not as it was then, in a word or two; null where all is. */
export function changeSince({ globals, modules, words: before }) {
  const now = words()
  const word = Object.keys(now).find(name => now[name] !== before[name])
  if (word !== undefined) return word
  for (const [object, then] of globals) {
    const { properties, prototype, isExtensible } = stateOf(object)
    if (prototype !== then.prototype || isExtensible !== then.isExtensible) return 'a global object'
    const keys = [...properties.keys(), ...then.properties.keys()]
    const other = keys.find(key => !isSame(then.properties.get(key), properties.get(key)))
    if (other !== undefined) return `the global ${String(other)}`
  }
  for (const [module, properties] of modules) {
    // Some members are made when they are first asked for.
    const other = [...properties].find(([key, { value, get }]) => get === undefined && module[key] !== value)
    if (other !== undefined) return `the member ${String(other[0])} of a module`
  }
  return null
}

const isSame = (before, now) =>
  before !== undefined && now !== undefined && ATTRIBUTES.every(name => Object.is(before[name], now[name]))
const ATTRIBUTES = ['value', 'get', 'set', 'writable', 'enumerable', 'configurable']

const matchers = () => globalThis[Symbol.for('$$jest-matchers-object')]
const words = () => ({
  // What keeps a process alive: timers, servers, requests under way; not what ends by itself.
  open: sorted(process.getActiveResourcesInfo().filter(name => name !== 'CloseReq')),
  directory: process.cwd(),
  environment: sorted(Object.entries(process.env).map(entry => JSON.stringify(entry))),
  'exit code': process.exitCode,
  mask: process.umask(),
  listeners: sorted(process.eventNames().map(name => `${String(name)} ${process.listenerCount(name)}`)),
  matchers: [...Object.keys(matchers().matchers), matchers().customEqualityTesters.length].join()
})
const sorted = texts => texts.sort().join()
