import type { Hash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { configurationError, wholeFile } from '../core/ground/errors.js'

const BATCH = 1 << 20

/**
 * Writes a file so that a reader sees either nothing or all of it: a sibling is written and renamed. Creates the
 * directory. A link stays, and its target is written; a pipe or device (`/dev/null`) is written to and not replaced.
 * The hash, if one is given, is fed exactly the bytes that are written.
 */
export async function writeFileAtomically(path: string, chunks: Iterable<string>, hash?: Hash): Promise<void> {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined || stats.isFile())
      replaceFile(stats === undefined ? path : realpathSync(path), chunks, hash)
    else writeTo(path, chunks, hash)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw configurationError(`cannot be written (${code})`, 'Give a path that can be written', wholeFile(path))
  }
}

function replaceFile(path: string, chunks: Iterable<string>, hash: Hash | undefined): void {
  mkdirSync(dirname(path), { recursive: true })
  const sibling = `${path}.${process.pid}.tmp`
  try {
    writeTo(sibling, chunks, hash)
    renameSync(sibling, path)
  } catch (error) {
    rmSync(sibling, { force: true })
    throw error
  }
}

function writeTo(path: string, chunks: Iterable<string>, hash: Hash | undefined): void {
  const descriptor = openSync(path, 'w')
  try {
    writeBatched(descriptor, chunks, hash)
  } finally {
    closeSync(descriptor)
  }
}

function writeBatched(descriptor: number, chunks: Iterable<string>, hash: Hash | undefined): void {
  let batch = ''
  for (const chunk of chunks) {
    batch += chunk
    if (batch.length < BATCH) continue
    writeWhole(descriptor, batch, hash)
    batch = ''
  }
  writeWhole(descriptor, batch, hash)
}

/** writeSync may write less than it is given. */
function writeWhole(descriptor: number, text: string, hash: Hash | undefined): void {
  const bytes = Buffer.from(text, 'utf8')
  hash?.update(bytes)
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset)
}
