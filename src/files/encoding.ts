import { Buffer } from 'node:buffer'
import type { ReadProblem } from '../core/sarif/input.js'

/** Takes bytes piece by piece, as a reader does. */
export interface ByteSink {
  write(chunk: Uint8Array): void
  /** What was wrong with the bytes, or null. */
  end(): ReadProblem | null
}

/**
 * Passes text on as UTF-8, by its byte order mark: UTF-8 loses it, UTF-16 of either order is converted. Everything
 * else is taken for UTF-8, which JSON has to be (RFC 8259 §8.1). Offsets of problems keep counting the bytes that
 * came in; in converted text they are unknown.
 */
export function decodeByMark(sink: ByteSink): ByteSink {
  let first = Buffer.alloc(0)
  let mark: Mark | null = null
  let target = sink
  const start = (): void => {
    mark = markOf(first)
    if (mark !== 'utf-8' && mark !== 'none') target = fromUtf16(sink, mark)
    const content = first.subarray(mark === 'none' ? 0 : mark === 'utf-8' ? 3 : 2)
    if (content.length > 0) target.write(content)
  }
  return {
    write(chunk) {
      if (mark !== null) target.write(chunk)
      else {
        first = Buffer.concat([first, chunk])
        if (first.length >= 3) start()
      }
    },
    end() {
      if (mark === null) start()
      const problem = target.end()
      if (problem === null || problem.offset === null || mark !== 'utf-8') return problem
      return { ...problem, offset: problem.offset + 3 }
    }
  }
}

type Mark = 'utf-8' | 'utf-16le' | 'utf-16be' | 'none'

function markOf(bytes: Buffer): Mark {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'none'
}

/** Converts UTF-16 in pieces; half a unit or half a surrogate pair waits for the next one. */
function fromUtf16(sink: ByteSink, mark: 'utf-16le' | 'utf-16be'): ByteSink {
  let waiting = Buffer.alloc(0)
  let isSound = true
  return {
    write(chunk) {
      const bytes = Buffer.concat([waiting, chunk])
      const length = completeLength(bytes, mark)
      waiting = Buffer.from(bytes.subarray(length))
      const units = bytes.subarray(0, length)
      const text = (mark === 'utf-16be' ? units.swap16() : units).toString('utf16le')
      isSound &&= !/\p{Surrogate}/u.test(text)
      if (length > 0) sink.write(Buffer.from(text, 'utf8'))
    },
    end() {
      const problem = sink.end()
      if (isSound && waiting.length === 0) return problem === null ? null : { ...problem, offset: null }
      return { offset: null, message: 'invalid UTF-16' }
    }
  }
}

function completeLength(bytes: Buffer, mark: 'utf-16le' | 'utf-16be'): number {
  const even = bytes.length - (bytes.length % 2)
  const high = even === 0 ? 0 : (bytes[mark === 'utf-16le' ? even - 1 : even - 2] as number)
  return high >= 0xd8 && high < 0xdc ? even - 2 : even
}

const NEL = 0x85

/**
 * The text of a source file. What is no UTF-8 is read as a sign that stands for any, but for the byte that ends a line
 * for whoever reads the file as Latin-1 (NEL): that stays one, so that nobody takes the lines of git for the scanner's.
 */
export function sourceText(bytes: Buffer): string {
  if (!bytes.includes(NEL)) return bytes.toString('utf8')
  const text: string[] = []
  let start = 0
  for (let at = bytes.indexOf(NEL); at >= 0; at = bytes.indexOf(NEL, at + 1)) {
    if (isInsideLetter(bytes, at)) continue
    text.push(bytes.toString('utf8', start, at), '\u0085')
    start = at + 1
  }
  text.push(bytes.toString('utf8', start))
  return text.join('')
}

/** Whether the byte is one of a letter of UTF-8, and none that stands alone. */
function isInsideLetter(bytes: Buffer, at: number): boolean {
  for (let first = at - 1; first >= Math.max(0, at - 3); first--) {
    const byte = bytes[first] ?? 0
    if (byte < 0x80) return false
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return first + length > at && !bytes.toString('utf8', first, first + length).includes('\ufffd')
  }
  return false
}
