/**
 * Everything that the core may use of what runs it, besides the language: bytes, texts of bytes, hashes, and whether a
 * text is an address. `tsconfig.core.json` compiles the core against this file alone, so that files, network, processes,
 * timers and the clock do not exist for it. Parts of Node's own declarations, no wider than what is used.
 */

/**
 * What the language itself asks of clock and chance, as values of which nothing can be made. The instant of an evaluation
 * is an argument.
 */
declare const notPure: unique symbol

interface DateConstructor {
  new (): typeof notPure
  (): typeof notPure
  now(): typeof notPure
}

interface Math {
  random(): typeof notPure
}

/** Bytes with what the reader needs of them: the same answers at every call. */
interface Buffer extends Uint8Array {
  toString(encoding?: 'utf8' | 'latin1', start?: number, end?: number): string
  subarray(start?: number, end?: number): Buffer
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number
  write(text: string, offset: number, length: number, encoding: 'latin1'): number
}

interface BufferConstructor {
  from(text: string, encoding?: 'utf8'): Buffer
  from(bytes: readonly number[] | Uint8Array): Buffer
  from(buffer: ArrayBufferLike, offset: number, length: number): Buffer
  alloc(length: number): Buffer
  allocUnsafe(length: number): Buffer
  byteLength(text: string, encoding?: 'utf8'): number
  isBuffer(value: unknown): value is Buffer
}

declare const Buffer: BufferConstructor

declare class TextDecoder {
  constructor(encoding: 'utf-8')
  decode(bytes: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}

declare const URL: { canParse(text: string): boolean }

declare module 'node:buffer' {
  const ownBuffer: BufferConstructor
  type OwnBuffer = Buffer
  // The value first: the other way round the compiler takes the name for a type alone.
  export { ownBuffer as Buffer, type OwnBuffer as Buffer }
  export function isUtf8(bytes: Uint8Array): boolean
}

declare module 'node:crypto' {
  interface Hash {
    update(data: string | Uint8Array): Hash
    digest(encoding: 'hex' | 'base64'): string
  }
  export function createHash(algorithm: 'sha1' | 'sha256'): Hash
  export function hash(algorithm: 'sha1' | 'sha256', data: string | Uint8Array, encoding: 'hex' | 'base64'): string
}
