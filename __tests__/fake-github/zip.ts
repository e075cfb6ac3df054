import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a made archive; the odd members make hostile ones. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** Unix mode; `0o120777` is a symbolic link. */
  readonly mode?: number
  /** Size that the directory declares instead of the true one. */
  readonly declaredSize?: number
  /** Name of the local header, where it differs. */
  readonly localName?: string
  readonly flags?: number
  readonly crc?: number
}

/** An archive as upload-artifact makes it, byte by byte, so that it can lie. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const data = entry.stored ? content : deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.flags ?? 0, 2)
    common.writeUInt16LE(entry.stored ? 0 : 8, 4)
    common.writeUInt32LE(entry.crc ?? checksum(content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(entry.declaredSize ?? content.length, 18)
    const local = localHeader(common, entry.localName ?? entry.name, data)
    central.push(centralHeader(common, entry, offset))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function localHeader(common: Buffer, name: string, data: Buffer): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.from(common)
  head.writeUInt16LE(bytes.length, 22)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, bytes, data])
}

function centralHeader(common: Buffer, entry: ZipEntry, offset: number): Buffer {
  const bytes = Buffer.from(entry.name)
  const head = Buffer.alloc(46)
  head.write('PK\x01\x02', 0, 'latin1')
  head.writeUInt16LE(0x031e, 4)
  common.copy(head, 6, 0, 22)
  head.writeUInt16LE(bytes.length, 28)
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, bytes])
}

const checksum = (bytes: Uint8Array): number => crc32(bytes)
