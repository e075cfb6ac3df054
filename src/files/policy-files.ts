import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { InputFile } from '../core/decision/decision.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { Notice } from '../core/ground/notice.js'
import type { FetchLayer } from '../core/policy/layers/layers.js'

export const DEFAULT_POLICY = '.github/policy-gate.yml'

/**
 * Where policy, exceptions and layers come from. On a pull request that is the base commit, never the head, so that
 * the author of a change cannot loosen the policy that judges it.
 */
export interface PolicyPort {
  /** A file that a flag or input names: its bytes, or null where it does not exist. */
  read(path: string): Promise<Uint8Array | null>
  /** A file that is named by its path in the repository, as the policy does. */
  readInRepository(path: string): Promise<Uint8Array | null>
  readonly layer: FetchLayer
  /** What is to be said about where these files come from; absent: nothing. */
  readonly notices?: readonly Notice[]
  /** What is to be said of the layers that were read up to now; absent: nothing. */
  readonly layerNotices?: () => readonly Notice[]
}

/** What the decision says of a file that was read whole. */
export const inputFile = (kind: InputFile['kind'], name: string, bytes: Uint8Array): InputFile => ({
  kind,
  name,
  sha256: sha256Of(bytes),
  bytes: bytes.length
})

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file's bytes; null where there is none. Anything else that the system refuses is an error with the file's name. */
export function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === undefined) throw error
    throw configurationError(`cannot be read (${code})`, 'Give a regular file that may be read', wholeFile(path))
  }
}

/** A symbolic link must not make a layer of one repository the file of another. */
export function readInside(directory: string, path: string): Uint8Array | null {
  const bytes = readOrNull(join(directory, path))
  if (bytes === null) return null
  const inside = realpathSync(join(directory, path)).startsWith(realpathSync(directory) + sep)
  return inside ? bytes : null
}
