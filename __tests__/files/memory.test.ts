import { describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../src/core/ground/errors.js'
import { type Heap, oldSpaceLimit, watchMemory } from '../../src/files/memory.js'

const MB = 2 ** 20

/** A heap of 100 MB, so much of it taken and alive; it counts how often garbage is collected. */
function aHeap(used: number, live: number): Heap & { collections: number } {
  return {
    limit: 100 * MB,
    collections: 0,
    used: () => used * MB,
    live() {
      this.collections += 1
      return live * MB
    }
  }
}

describe('findings fit', () => {
  test.each<[string, number, number, number, number]>([
    ['nothing much is taken', 30, 30, 10_000, 0],
    ['what is taken is garbage', 94, 30, 10_000, 1],
    ['what is alive leaves room for the rest of the work', 94, 80, 20_000, 1]
  ])('%s', (_, used, live, findings, collections) => {
    const heap = aHeap(used, live)
    watchMemory(heap).check(findings)
    expect(heap.collections).toBe(collections)
  })

  test.each<[string, number, number, number]>([
    ['what is alive fills the heap', 97, 96, 512],
    ['matching them will fill it', 60, 60, 50_000]
  ])('not: %s', (_, used, live, findings) => {
    const watch = watchMemory(aHeap(used, live))
    expect(() => watch.check(findings)).toThrow(ConfigurationError)
    expect(() => watch.check(findings)).toThrow(
      `the findings do not fit into the 100 MB of memory that Node may use: ${findings} were read so far. Give it more`
    )
  })

  test('the findings of all files count', () => {
    const watch = watchMemory(aHeap(60, 60))
    watch.check(30_000)
    watch.endFile(30_000)
    expect(() => watch.check(30_000)).toThrow('60000 were read')
  })
})

test('the heap of this very process is measured', () => watchMemory().check(1))

describe('the room for old objects', () => {
  test.each<[string, readonly string[], number, number]>([
    ['is what the flag says', ['--max-old-space-size=128'], 320, 128],
    ['in any spelling', ['--max_old_space_size 256'], 320, 256],
    ['among other options', ['--enable-source-maps', '--import x --max-old-space-size=64'], 320, 64],
    ['else what V8 tells, without young objects', [], 4288, 4096],
    ['of a heap that is hardly larger than these', [''], 200, 100],
    ['with a flag that means the default', ['--max-old-space-size=0'], 4288, 4096]
  ])('%s', (_, options, total, expected) => expect(oldSpaceLimit(options, total * MB)).toBe(expected * MB))
})
