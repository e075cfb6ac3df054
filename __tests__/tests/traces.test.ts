import childProcess from 'node:child_process'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'

interface Traces {
  traces(): unknown
  changeSince(before: unknown): string | null
}

let own: Traces
beforeAll(async () => {
  own = (await import(pathToFileURL(resolve('scripts/tests/traces.mjs')).href)) as Traces
})

/** Each leaves something, and gives what takes it away again. */
const LEAVING: Readonly<Record<string, () => () => unknown>> = {
  'an open server': () => {
    const server = createServer().listen(0)
    return () => server.close()
  },
  'a timer': () => {
    const timer = setInterval(() => {}, 1000)
    return () => clearInterval(timer)
  },
  'another directory': () => {
    const before = process.cwd()
    process.chdir(tmpdir())
    return () => process.chdir(before)
  },
  'a mask': () => {
    const before = process.umask(0o077 ^ process.umask())
    return () => process.umask(before)
  },
  'an exit code': () => {
    process.exitCode = 0
    return () => {
      process.exitCode = undefined
    }
  },
  'a listener': () => {
    const listener = () => {}
    process.on('SIGUSR2', listener)
    return () => process.off('SIGUSR2', listener)
  },
  'a variable': () => put(process.env, 'LEFT', 'x'),
  'a global': () => put(globalThis, 'left', 1),
  'another function of that name': () => put(globalThis, 'fetch', () => null),
  'another method': () => put(Date, 'now', () => 0),
  'a method of every list': () => put(Array.prototype, 'left', () => 1),
  'a member that cannot be written': () => put(Map.prototype, 'get', Map.prototype.get, { writable: false }),
  'another prototype': () => {
    const before = Object.getPrototypeOf(URL.prototype)
    Object.setPrototypeOf(URL.prototype, {})
    return () => Object.setPrototypeOf(URL.prototype, before)
  },
  'a function of a module': () => put(childProcess, 'spawn', () => null)
}

function put(object: object, key: string, value: unknown, more: PropertyDescriptor = {}): () => unknown {
  const before = Object.getOwnPropertyDescriptor(object, key)
  Object.defineProperty(object, key, {
    configurable: true,
    enumerable: true,
    writable: true,
    ...before,
    value,
    ...more
  })
  return () => (before === undefined ? Reflect.deleteProperty(object, key) : Object.defineProperty(object, key, before))
}

test.each(Object.keys(LEAVING))('%s is seen as long as it is there', what => {
  const before = own.traces()
  const takeAway = LEAVING[what]?.()
  const change = own.changeSince(before)
  takeAway?.()
  expect(change).toEqual(expect.any(String))
  // A server is closed a moment later.
  if (what !== 'an open server') expect(own.changeSince(before)).toBeNull()
})

test('a matcher is seen', () => {
  const before = own.traces()
  expect.extend({ toBeLeft: () => ({ pass: true, message: () => '' }) })
  expect(own.changeSince(before)).toBe('matchers')
})
