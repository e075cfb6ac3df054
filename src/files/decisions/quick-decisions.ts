import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** How the gate writes the beginning of a decision file. What begins in another way is read by who knows all ways. */
const BEGINNING = Buffer.from('{\n  "schemaVersion": 2,')
/** Bytes from which a file is not read at once: its reader goes back as far as a text is long. */
const LARGEST = 1 << 22

/** A decision file as far as somebody wants it. */
export interface QuickDocument<Document> {
  readonly document: Document
  readonly version: 2
  /** SHA-256 of the bytes of the file, in hex. */
  readonly sha256: string
}

/**
 * Reads decision files one after the other into the same memory, and gives their bytes as Latin-1 to a reader that takes out
 * what is wanted. Null for whatever is no such file, or is written in another way: read it as a whole, to know what it is.
 */
export class QuickDecisions<Document> {
  readonly #read: (text: string) => Document | null
  #memory = Buffer.alloc(1 << 16)

  constructor(read: (text: string) => Document | null) {
    this.#read = read
  }

  document(path: string): QuickDocument<Document> | null {
    const bytes = this.#bytesOf(path)
    if (bytes === null || !isUtf8(bytes)) return null
    const document = this.#read(bytes.toString('latin1'))
    if (document === null) return null
    return { document, version: 2, sha256: hash('sha256', bytes, 'hex') }
  }

  /** The bytes of a regular file that begins as a decision; they are there until the next call. */
  #bytesOf(path: string): Buffer | null {
    let file: number
    try {
      file = openSync(path, 'r')
    } catch (error) {
      // Who reads it as a whole comes to the same end, and says so.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
      return null
    }
    try {
      return this.#storedContent(file)
    } finally {
      closeSync(file)
    }
  }

  #storedContent(file: number): Buffer | null {
    const stats = fstatSync(file)
    // What comes out of a pipe comes once.
    if (!stats.isFile() || stats.size < BEGINNING.length || stats.size > LARGEST) return null
    if (stats.size > this.#memory.length) this.#memory = Buffer.alloc(2 * stats.size)
    let length = 0
    while (length < stats.size) {
      const more = readSync(file, this.#memory, length, stats.size - length, null)
      if (more === 0) return null
      length += more
      if (length >= BEGINNING.length && BEGINNING.compare(this.#memory, 0, BEGINNING.length) !== 0) return null
    }
    return this.#memory.subarray(0, length)
  }
}
