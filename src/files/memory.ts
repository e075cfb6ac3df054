import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { configurationError } from '../core/ground/errors.js'

/** The heap of this process, in bytes. */
export interface Heap {
  /** What may be alive at most. */
  readonly limit: number
  /** What is taken, garbage included. */
  used(): number
  /** What is alive; collects garbage first, which takes seconds in a large heap. */
  live(): number
}

/** Watches that the findings fit into memory while they are read. */
export interface MemoryWatch {
  /** Told from time to time how many findings the file at hand has given so far. Throws ConfigurationError where they are too many. */
  check(findings: number): void
  /** Told how many findings the file had. */
  endFile(findings: number): void
}

/** What matching, deciding and writing take for each finding besides the finding itself: 680 to 720 bytes, measured. */
const BYTES_AFTER_READING = 750

/** Beyond this part of the heap, Node does little but collect garbage. */
const USABLE = 0.95

const MEGABYTE = 2 ** 20

/**
 * Stops before V8 does: it ends a process whose heap is full without a word that anybody could act on, after up to a
 * minute of collecting garbage, and what was begun on the pull request stays begun.
 */
export function watchMemory(heap: Heap = nodeHeap()): MemoryWatch {
  const usable = heap.limit * USABLE
  let before = 0
  return {
    check(findings) {
      const all = before + findings
      const later = all * BYTES_AFTER_READING
      if (heap.used() + later <= usable || heap.live() + later <= usable) return
      throw configurationError(
        `the findings do not fit into the ${Math.round(heap.limit / MEGABYTE)} MB of memory that Node may use: ${all} were read so far`,
        'Give it more, for instance with NODE_OPTIONS=--max-old-space-size=8192, or hand over fewer findings'
      )
    },
    endFile(findings) {
      before += findings
    }
  }
}

/** Room for young objects, which the limit that V8 tells includes: as much in Node 24, less before. */
const YOUNG = 192 * MEGABYTE

function nodeHeap(): Heap {
  const { NODE_OPTIONS = '' } = process.env
  return {
    limit: oldSpaceLimit([...process.execArgv, NODE_OPTIONS]),
    used: () => getHeapStatistics().used_heap_size,
    live() {
      setFlagsFromString('--expose-gc')
      const collect: unknown = runInNewContext('gc')
      setFlagsFromString('--no-expose-gc')
      if (typeof collect === 'function') collect()
      return getHeapStatistics().used_heap_size
    }
  }
}

/** Bytes that V8 lets old objects take: as the flag says, whichever comes first, else what its own limit leaves. */
export function oldSpaceLimit(options: readonly string[], total = getHeapStatistics().heap_size_limit): number {
  const given = /--max[-_]old[-_]space[-_]size[= ]"?(\d+)/.exec(options.join(' '))?.[1]
  return given === undefined || Number(given) === 0 ? Math.max(total - YOUNG, total / 2) : Number(given) * MEGABYTE
}
