import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A source file larger than this is not worth hashing line by line; its findings fall back to other clues. */
const MAX_SOURCE_BYTES = 8 * 1024 * 1024

/**
 * Reads files of the checkout by their repository path. Paths come from scanners, which may be told anything: what
 * leads out of the root, over a symbolic link too, is not read.
 */
export function createSourceReader(root: string): (path: string) => string | null {
  const realRoot = realpathOrNull(root)
  return path => {
    if (realRoot === null || path.includes('\0')) return null
    const real = realpathOrNull(join(realRoot, path))
    if (real === null || !real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return null
    return readRegularFile(real)
  }
}

function realpathOrNull(path: string): string | null {
  try {
    return realpathSync(path)
  } catch (error) {
    return absent(error)
  }
}

function readRegularFile(path: string): string | null {
  let descriptor: number | null = null
  try {
    // Non-blocking, so that a named pipe in the checkout cannot hold the gate up.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = fstatSync(descriptor)
    return stat.isFile() && stat.size <= MAX_SOURCE_BYTES ? readFileSync(descriptor, 'utf8') : null
  } catch (error) {
    return absent(error)
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** A file that the system refuses is a file that cannot be read: the caller knows what to do without it. */
function absent(error: unknown): null {
  if (typeof (error as NodeJS.ErrnoException | null)?.code === 'string') return null
  throw error
}
