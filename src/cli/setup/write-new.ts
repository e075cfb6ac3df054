import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { configurationError, wholeFile } from '../../core/ground/errors.js'

/** Writes a file where there is none, and creates its directory; false where there is one, which stays as it is. */
export function writeNew(root: string, path: string, text: string): boolean {
  const place = join(root, path)
  return orRefused(path, () => {
    mkdirSync(dirname(place), { recursive: true })
    const descriptor = openNew(place)
    if (descriptor === null) return false
    try {
      writeFileSync(descriptor, text)
    } catch (error) {
      rmSync(place)
      throw error
    } finally {
      closeSync(descriptor)
    }
    return true
  })
}

/** Adds lines to the end of a file, with the line ends that it has. */
export function addTo(root: string, path: string, text: string): void {
  const place = join(root, path)
  orRefused(path, () => {
    const before = readFileSync(place, 'latin1')
    const [end] = /\r\n|\n/.exec(before) ?? ['\n']
    const gap = before === '' || before.endsWith('\n') ? '' : end
    appendFileSync(place, `${gap}${text.replaceAll('\n', end)}`)
  })
}

function openNew(place: string): number | null {
  try {
    return openSync(place, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
}

/** What the system refuses is the user's to mend. */
export function orRefused<T>(path: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw configurationError(`cannot be written (${code})`, 'Let it be written, and run this again', wholeFile(path))
  }
}
