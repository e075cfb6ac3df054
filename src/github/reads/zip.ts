import { inflateRawSync } from 'node:zlib'
import type { ArtifactFile } from '../objects.js'
import { crc32 } from './crc32.js'

/** An archive that is refused; the message says why, and never repeats a name from it. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
}

/** Bounds on what an archive may hold, in files and in bytes after unpacking. */
export interface ZipLimits {
  readonly files: number
  readonly bytes: number
}

interface ZipEntry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly mode: number
  readonly offset: number
}

/** Signatures and sizes: APPNOTE 6.3.10 §4.3.7, §4.3.12, §4.3.16. */
const END = { signature: 0x06054b50, size: 22, maxComment: 0xffff }
const CENTRAL = { signature: 0x02014b50, size: 46 }
const LOCAL = { signature: 0x04034b50, size: 30 }
const ENCRYPTED = 0x1
const FILE_TYPE = 0xf000
const REGULAR = 0x8000
const DIRECTORY = 0x4000

/**
 * Reads the files of an archive that somebody else made. It is refused as a whole for anything that a program which
 * unpacks it could be tricked with: paths that leave their directory, links, names that collide, sizes that lie. Only
 * what is wanted of it is unpacked.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  isWanted: (name: string) => boolean = () => true
): readonly ArtifactFile[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = readDirectory(archive, limits)
    const files = entries.filter(entry => !isDirectory(entry))
    refuseCollisions(files.map(({ name }) => name))
    const wanted = files.filter(({ name }) => isWanted(name))
    const total = wanted.reduce((sum, { size }) => sum + size, 0)
    if (total > limits.bytes) throw new ZipError(`it holds ${total} bytes, more than the ${limits.bytes} that are read`)
    return wanted.map(entry => ({ name: entry.name, bytes: unpack(archive, entry) }))
  } catch (error) {
    if (error instanceof ZipError) throw error
    // A RangeError of Buffer or an error of zlib: the archive ends early or its data is broken.
    throw new ZipError('it is damaged')
  }
}

function readDirectory(archive: Buffer, limits: ZipLimits): readonly ZipEntry[] {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  const start = archive.readUInt32LE(end + 16)
  if (archive.readUInt16LE(end + 4) !== 0 || archive.readUInt16LE(end + 8) !== count) {
    throw new ZipError('it is one of several parts')
  }
  if (count === 0xffff || start === 0xffffffff) throw new ZipError('it is too large (zip64)')
  if (count > limits.files) throw new ZipError(`it holds ${count} files, more than the ${limits.files} that are read`)
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(archive, at)
    entries.push(entry)
    at = next
  }
  if (at > end) throw new ZipError('its directory is damaged')
  return entries
}

function findEnd(archive: Buffer): number {
  const lowest = Math.max(0, archive.length - END.size - END.maxComment)
  for (let at = archive.length - END.size; at >= lowest; at--) {
    if (archive.readUInt32LE(at) !== END.signature) continue
    if (at + END.size + archive.readUInt16LE(at + 20) === archive.length) return at
  }
  throw new ZipError('it is not a zip archive')
}

function readEntry(archive: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (archive.readUInt32LE(at) !== CENTRAL.signature) throw new ZipError('its directory is damaged')
  const nameLength = archive.readUInt16LE(at + 28)
  const extras = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  const entry: ZipEntry = {
    name: decodeName(archive.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength), nameLength),
    flags: archive.readUInt16LE(at + 8),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    mode: archive.readUInt16LE(at + 40),
    offset: archive.readUInt32LE(at + 42)
  }
  refuseEntry(entry)
  return { entry, next: at + CENTRAL.size + nameLength + extras }
}

function decodeName(bytes: Buffer, length: number): string {
  if (bytes.length !== length) throw new ZipError('its directory is damaged')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ZipError('a name in it is not UTF-8')
  }
}

const isDirectory = ({ name }: ZipEntry): boolean => name.endsWith('/')

function refuseEntry(entry: ZipEntry): void {
  const { name, flags, method, packed, size, mode, offset } = entry
  const parts = (isDirectory(entry) ? name.slice(0, -1) : name).split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..')) throw new ZipError('a path in it is not plain')
  if (/[\\:\p{Cc}]/u.test(name)) throw new ZipError('a name in it has characters that paths must not have')
  const type = mode & FILE_TYPE
  if (type !== 0 && type !== (isDirectory(entry) ? DIRECTORY : REGULAR)) {
    throw new ZipError('it holds a link or a special file')
  }
  if ((flags & ENCRYPTED) !== 0) throw new ZipError('it is encrypted')
  if (method !== 0 && method !== 8) throw new ZipError('it is packed in an unknown way')
  if ([packed, size, offset].includes(0xffffffff)) throw new ZipError('it is too large (zip64)')
  if (isDirectory(entry) && size > 0) throw new ZipError('a directory in it has content')
}

/** File systems differ in case and normalisation, so names that differ only there are the same; so are `a` and `a/b`. */
function refuseCollisions(names: readonly string[]): void {
  const keys = new Set<string>()
  const fold = (name: string) => name.normalize('NFKC').toLowerCase()
  for (const name of names) {
    if (keys.has(fold(name))) throw new ZipError('two names in it are the same')
    keys.add(fold(name))
  }
  for (const name of names) {
    const parts = fold(name).split('/')
    if (parts.some((_, end) => end > 0 && keys.has(parts.slice(0, end).join('/')))) {
      throw new ZipError('a name in it is both a file and a directory')
    }
  }
}

function unpack(archive: Buffer, entry: ZipEntry): Uint8Array {
  const { offset, packed, size, method } = entry
  if (archive.readUInt32LE(offset) !== LOCAL.signature) throw new ZipError('it is damaged')
  const nameLength = archive.readUInt16LE(offset + 26)
  const nameStart = offset + LOCAL.size
  const name = decodeName(archive.subarray(nameStart, nameStart + nameLength), nameLength)
  if (name !== entry.name) throw new ZipError('two parts of it name the same file differently')
  const start = nameStart + nameLength + archive.readUInt16LE(offset + 28)
  const data = archive.subarray(start, start + packed)
  if (data.length !== packed) throw new ZipError('it ends early')
  // `maxOutputLength` must be above 0; a file that unpacks to more than it declares is refused by zlib.
  const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  if (content.length !== size || crc32(content) !== entry.crc) throw new ZipError('it is damaged')
  return content
}
