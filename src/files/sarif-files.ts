import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { createGunzip, type Gunzip } from 'node:zlib'
import type { ReadProblem } from '../core/sarif/input.js'
import { type ByteSink, decodeByMark } from './encoding.js'

/** What reading one file gave, besides what the sink made of it. */
export interface LoadedFile {
  /** Of the bytes on disk, hexadecimal; empty where the file could not be opened. */
  readonly sha256: string
  /** Size on disk. */
  readonly bytes: number
  readonly problem: ReadProblem | null
}

/** Bounds of what a compressed file may hold. */
export interface LoadLimits {
  /** Most bytes of decompressed content. */
  readonly content: number
  /** Beyond this much content, a file that grew more than `ratio` times is taken for a bomb. */
  readonly ratioFrom: number
  readonly ratio: number
}

/** SARIF compresses 10 to 100 times, deflate at most 1032 times, which only constant content comes near. */
export const DEFAULT_LOAD_LIMITS: LoadLimits = { content: 8 * 2 ** 30, ratioFrom: 64 * 2 ** 20, ratio: 500 }

const CHUNK = 2 ** 20
const SMALL_CHUNK = 2 ** 12

/**
 * Streams a file into a sink as UTF-8: gzip by its magic bytes, whatever the name, and encoding by byte order mark.
 * Never throws for what is wrong with the file; the sink has then received what could be read.
 *
 * Plain files are read synchronously into one buffer: nothing else waits for the event loop meanwhile, memory stays
 * flat, and it takes less time than a stream of the same chunks.
 */
export async function loadFile(
  path: string,
  name: string,
  sink: ByteSink,
  limits: LoadLimits = DEFAULT_LOAD_LIMITS
): Promise<LoadedFile> {
  const opened = openRegular(path)
  if (typeof opened === 'string') {
    return { sha256: '', bytes: 0, problem: { offset: null, message: `${name} cannot be read: ${opened}` } }
  }
  try {
    return await loadOpened(opened, name, decodeByMark(sink), limits)
  } finally {
    closeSync(opened)
  }
}

async function loadOpened(file: number, name: string, sink: ByteSink, limits: LoadLimits): Promise<LoadedFile> {
  const hash = createHash('sha256')
  // One byte more than a small file has, so that its end is seen with it.
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(SMALL_CHUNK, fstatSync(file).size + 1)))
  let bytes = 0
  let inflater: Inflater | null = null
  let problem: ReadProblem | null = null
  for (;;) {
    const length = readInto(file, chunk)
    if (typeof length === 'string') problem ??= { offset: null, message: `${name} cannot be read: ${length}` }
    if (typeof length === 'string' || length === 0) break
    const piece = chunk.subarray(0, length)
    hash.update(piece)
    if (bytes === 0 && piece[0] === 0x1f && piece[1] === 0x8b) inflater = createInflater(sink, limits)
    bytes += length
    if (inflater === null) sink.write(piece)
    else await inflater.write(piece)
  }
  problem ??= inflater === null ? null : await inflater.end()
  const found = sink.end()
  return { sha256: hash.digest('hex'), bytes, problem: problem ?? found }
}

/** Digest and size of a regular file, whatever it holds; or why it has none. */
export function digestOfFile(path: string): Pick<LoadedFile, 'sha256' | 'bytes'> | string {
  const opened = openRegular(path)
  if (typeof opened === 'string') return opened
  try {
    const hash = createHash('sha256')
    const chunk = Buffer.allocUnsafe(CHUNK)
    for (let bytes = 0; ; ) {
      const length = readInto(opened, chunk)
      if (typeof length === 'string') return length
      if (length === 0) return { sha256: hash.digest('hex'), bytes }
      hash.update(chunk.subarray(0, length))
      bytes += length
    }
  } finally {
    closeSync(opened)
  }
}

/** Opens a regular file, or says why not. A pipe or device is never opened: that could hang. */
function openRegular(path: string): number | string {
  try {
    const kind = kindProblem(path, statSync(path))
    if (kind !== null) return kind
    // Without waiting, in case the file was exchanged for a pipe since.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const changed = kindProblem(path, fstatSync(file))
    if (changed === null) return file
    closeSync(file)
    return changed
  } catch (error) {
    return systemReason(error)
  }
}

function kindProblem(path: string, stats: { isFile(): boolean; isDirectory(): boolean }): string | null {
  if (stats.isFile()) return null
  if (!stats.isDirectory()) return 'it is not a regular file'
  // One that cannot be listed was meant with its content: then this throws the reason.
  accessSync(path, constants.R_OK | constants.X_OK)
  return 'it is a directory'
}

function readInto(file: number, chunk: Buffer): number | string {
  let length = 0
  try {
    // A whole chunk at a time, so that the magic bytes are never split.
    for (let more = 1; more > 0 && length < chunk.length; length += more) {
      more = readSync(file, chunk, length, chunk.length - length, null)
    }
    return length
  } catch (error) {
    return systemReason(error)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links form a circle',
  EISDIR: 'it is a directory',
  ENAMETOOLONG: 'its name is too long'
}

function systemReason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
  return REASONS[code] ?? code
}

/** Decompresses piece by piece; what was wrong is told at the end. Of damaged data, zlib withholds the last block. */
interface Inflater {
  write(piece: Buffer): Promise<void>
  end(): Promise<ReadProblem | null>
}

function createInflater(sink: ByteSink, limits: LoadLimits): Inflater {
  const gunzip = createGunzip({ chunkSize: CHUNK / 4 })
  let content = 0
  let problem: ReadProblem | null = null
  // What the sink throws must reach the caller: out of an event it would reach nobody.
  let thrown: { readonly error: unknown } | null = null
  const pass = (data: Buffer): void => {
    try {
      sink.write(data)
    } catch (error) {
      thrown = { error }
      gunzip.destroy()
    }
  }
  const step = async (act: (done: () => void) => void): Promise<void> => {
    await settled(gunzip, act)
    if (thrown !== null) throw thrown.error
  }
  const stop = (message: string): void => {
    problem ??= { offset: content, message }
    gunzip.destroy()
  }
  gunzip.on('data', (data: Buffer) => {
    if (problem !== null || thrown !== null) return
    pass(data)
    content += data.length
    if (content > limits.content) stop(`the decompressed content is larger than ${limits.content} bytes`)
    else if (content > limits.ratioFrom && content > gunzip.bytesWritten * limits.ratio) {
      stop(`the file grows more than ${limits.ratio} times when decompressed`)
    }
  })
  gunzip.on('error', error => stop(`damaged gzip data: ${error.message}`))
  return {
    async write(piece) {
      if (problem === null && gunzip.readableEnded) stop('data after the end of the gzip stream')
      if (problem === null) await step(done => gunzip.write(piece, done))
    },
    async end() {
      if (problem === null && gunzip.readableEnded) stop('data after the end of the gzip stream')
      if (problem === null) await step(() => gunzip.end())
      return problem
    }
  }
}

/**
 * Waits for a step to be done, for the stream to be closed because something was wrong, or for its end: data behind
 * the end of the compressed stream is never taken, so its write would never be done.
 */
function settled(gunzip: Gunzip, step: (done: () => void) => void): Promise<void> {
  return new Promise(done => {
    const finish = (): void => {
      gunzip.off('close', finish).off('end', finish)
      done()
    }
    gunzip.once('close', finish).once('end', finish)
    step(finish)
  })
}
