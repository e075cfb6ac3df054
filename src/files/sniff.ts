import { Buffer } from 'node:buffer'
import { closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { gunzipSync, constants as zlib } from 'node:zlib'
import type { JsonValue } from '../core/ground/json.js'
import type { ReadProblem } from '../core/sarif/input.js'
import { type ByteSink, decodeByMark } from './encoding.js'
import { type LoadedFile, loadFile } from './sarif-files.js'

/** How a file starts. */
export interface FileHead {
  /** UTF-8, without byte order mark. */
  readonly text: string
}

const HEAD = 65_536
/** Enough to give a head when decompressed, and little enough that even a bomb gives 17 MB at most. */
const COMPRESSED_HEAD = 16_384

/** The first 64 KiB or so of a file's content, decompressed and decoded; null where it cannot be read. */
export function readHead(path: string): FileHead | null {
  try {
    if (!statSync(path).isFile()) return null
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const raw = Buffer.alloc(HEAD)
      const length = readSync(file, raw, 0, HEAD, 0)
      return headOf(raw.subarray(0, length), length < HEAD)
    } finally {
      closeSync(file)
    }
  } catch {
    // Whoever then reads the file gets the problem, with its reason.
    return null
  }
}

function headOf(raw: Buffer, _isWhole: boolean): FileHead {
  const isGzip = raw[0] === 0x1f && raw[1] === 0x8b
  const start = isGzip ? raw.subarray(0, COMPRESSED_HEAD) : raw
  const content = isGzip ? gunzipSync(start, { finishFlush: zlib.Z_SYNC_FLUSH }) : start
  const pieces: Buffer[] = []
  const sink = decodeByMark({ write: piece => void pieces.push(Buffer.from(piece)), end: () => null })
  sink.write(content.subarray(0, HEAD))
  sink.end()
  return { text: Buffer.concat(pieces).toString('utf8') }
}

/** What a document looks like: a SARIF log, a list, one JSON object a line, another object, or no JSON at all. */
export type DocumentKind = 'sarif' | 'array' | 'lines' | 'object' | 'none'

/**
 * Tells the kind by a file's head. An object that goes on beyond the head without having shown `runs` is `object`;
 * only reading it as SARIF can tell.
 */
export function documentKind(head: FileHead): DocumentKind {
  const first = /[^ \t\r\n]/.exec(head.text)
  if (first?.[0] === '[') return 'array'
  if (first?.[0] !== '{') return 'none'
  const end = endOfObject(head.text, first.index)
  if (end === 'runs') return 'sarif'
  return end >= 0 && /^[ \t]*\r?\n\s*\{/.test(head.text.slice(end)) ? 'lines' : 'object'
}

/** Where the object that starts here ends, or -1 where the text ends first; `runs` where it has a member of that name. */
function endOfObject(text: string, start: number): number | 'runs' {
  const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/gs
  tokens.lastIndex = start
  let depth = 0
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [shown, name, colon] = token
    if (name === undefined) depth += shown === '{' || shown === '[' ? 1 : -1
    else if (depth === 1 && name === 'runs' && colon !== undefined) return 'runs'
    if (depth === 0) return tokens.lastIndex
  }
  return -1
}

/** A file of JSON documents, read whole. */
export interface JsonDocuments extends LoadedFile {
  /** Elements of a top-level array, documents of JSON lines, or the one document. */
  readonly documents: readonly JsonValue[]
}

const LARGEST_DOCUMENTS = 64 * 2 ** 20

/** Reads an array or JSON lines, for the formats that are no SARIF. A bad line is a problem; the others are kept. */
export async function readJsonDocuments(path: string, name: string, limit = LARGEST_DOCUMENTS): Promise<JsonDocuments> {
  const pieces: Buffer[] = []
  let size = 0
  const sink: ByteSink = {
    write(piece) {
      size += piece.length
      if (size <= limit) pieces.push(Buffer.from(piece))
    },
    end: () => (size <= limit ? null : { offset: limit, message: `the content is larger than ${limit} bytes` })
  }
  const loaded = await loadFile(path, name, sink)
  if (loaded.sha256 === '' || size > limit) return { ...loaded, documents: [] }
  const parsed = parseDocuments(Buffer.concat(pieces))
  return { ...loaded, documents: parsed.documents, problem: loaded.problem ?? parsed.problem }
}

interface Parsed {
  readonly documents: readonly JsonValue[]
  readonly problem: ReadProblem | null
}

function parseDocuments(bytes: Buffer): Parsed {
  const text = bytes.toString('utf8')
  const whole = parse(text)
  if (whole !== undefined) return { documents: Array.isArray(whole) ? whole : [whole], problem: utf8Problem(bytes) }
  if (text.trim() === '') return { documents: [], problem: { offset: 0, message: 'the file is empty' } }
  const documents: JsonValue[] = []
  let problem: ReadProblem | null = null
  let offset = 0
  text.split('\n').forEach((line, index) => {
    const document = parse(line)
    if (document !== undefined) documents.push(document)
    else if (line.trim() !== '') problem ??= { offset, message: `line ${index + 1} is not JSON` }
    offset += Buffer.byteLength(line) + 1
  })
  return { documents, problem: problem ?? utf8Problem(bytes) }
}

function utf8Problem(bytes: Buffer): ReadProblem | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return null
  } catch {
    return { offset: null, message: 'invalid UTF-8' }
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}
