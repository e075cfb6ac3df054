// Which blocks of the code under test have ever run, as V8 counts them.
import { Session } from 'node:inspector/promises'

/** Counts blocks of the scripts whose address begins with `address`. */
export async function coverageOf(address) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const seen = new Set()
  return {
    /** The blocks that ran since the last time, and had never run when `keep` was called last. */
    async fresh() {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const ran = result
        .filter(({ url }) => url.startsWith(address))
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      return ran
        .filter(({ count }) => count > 0)
        .map(({ startOffset, endOffset }) => startOffset * 2 ** 26 + endOffset)
        .filter(block => !seen.has(block))
    },
    keep(blocks) {
      for (const block of blocks) seen.add(block)
    },
    size: () => seen.size,
    end: () => session.disconnect()
  }
}
