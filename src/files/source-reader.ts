import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { posix, relative, resolve, sep } from 'node:path'
import { sourceText } from './encoding.js'

/** A source file larger than this is not worth hashing line by line; its findings fall back to other clues. */
const MAX_SOURCE_BYTES = 8 * 1024 * 1024

/**
 * Reads files of the checkout by their repository path. Paths come from scanners, which may be told anything: what
 * leads out of the root, over a symbolic link too, is not read. Directories are looked up once: a scan may name a
 * hundred thousand files of a checkout that is not here.
 */
export function createSourceReader(root: string): (path: string) => string | null {
  const realRoot = realpathOrNull(root)
  if (realRoot === null) return () => null
  const directories = new Map<string, boolean>([['.', true]])
  const isDirectory = (directory: string): boolean => {
    const known = directories.get(directory)
    if (known !== undefined) return known
    const isThere = isDirectory(posix.dirname(directory)) && realpathOrNull(resolve(realRoot, directory)) !== null
    directories.set(directory, isThere)
    return isThere
  }
  const border = realRoot.endsWith(sep) ? realRoot : realRoot + sep
  return path => {
    if (path.includes('\0') || posix.isAbsolute(path) || !isDirectory(posix.dirname(posix.normalize(path)))) return null
    const real = realpathOrNull(resolve(realRoot, path))
    return real?.startsWith(border) ? readRegularFile(real) : null
  }
}

/**
 * Tells of a path of the checkout under which other path its file lies there: it is a symbolic link, or below one. Null
 * where it is no link, leads out of the checkout, or is not there. Directories are looked up once.
 */
export function createLinkReader(root: string): (path: string) => string | null {
  const realRoot = realpathOrNull(root)
  if (realRoot === null) return () => null
  const directories = new Map<string, string | null>()
  const directoryOf = (path: string): string | null => {
    const directory = posix.dirname(path)
    let real = directories.get(directory)
    if (real === undefined) {
      real = realpathOrNull(resolve(realRoot, directory))
      directories.set(directory, real)
    }
    return real
  }
  return path => {
    if (path.includes('\0') || posix.isAbsolute(path)) return null
    const above = directoryOf(path)
    if (above === null) return null
    const full = resolve(above, posix.basename(path))
    const real = isLink(full) ? realpathOrNull(full) : full
    const inside = real === null ? null : relative(realRoot, real).split(sep).join('/')
    return inside === null || inside === path || inside === '..' || inside.startsWith('../') ? null : inside
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch (error) {
    return absent(error) !== null
  }
}

function realpathOrNull(path: string): string | null {
  try {
    return realpathSync.native(path)
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
    return stat.isFile() && stat.size <= MAX_SOURCE_BYTES ? sourceText(readFileSync(descriptor)) : null
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
