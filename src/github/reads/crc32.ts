import zlib from 'node:zlib'

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The same without the help of Node. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const ofNode: typeof zlib.crc32 | undefined = zlib.crc32

/** The checksum of a zip archive (APPNOTE 6.3.10 §4.4.7). Node has it from 20.15 on, and we run on older ones. */
export const crc32 = (bytes: Uint8Array): number => ofNode?.(bytes) ?? crc32ByTable(bytes)
