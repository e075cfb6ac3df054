import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type ConfigurationError, configurationError } from '../core/ground/errors.js'
import type { FetchLayer, LayerSource } from '../core/policy/layers/layers.js'
import { presetSource } from '../core/policy/layers/layers.js'

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
}

/** The policy that `text` names (a path or `preset:NAME`), or the default one; null where there is no such file. */
export async function policySource(text: string | null, port: PolicyPort): Promise<LayerSource | null> {
  if (text?.startsWith('preset:')) return presetSource(text.slice('preset:'.length))
  const path = text ?? DEFAULT_POLICY
  const bytes = await port.read(path)
  return bytes === null ? null : { name: path, bytes }
}

/** The error about a policy that is not there. */
export function noPolicy(text: string | null): ConfigurationError {
  const place = { path: text ?? DEFAULT_POLICY, line: null, column: null }
  return text === null
    ? configurationError('there is no policy', 'Write one there, or start with --policy preset:baseline', place)
    : configurationError('the policy does not exist', 'Give the path of a policy file, or preset:baseline', place)
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file's bytes; null where there is none. Anything else that the system refuses is an error with the file's name. */
export function readOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    if (code === undefined) throw error
    throw configurationError(`cannot be read (${code})`, 'Give a regular file that may be read', {
      path,
      line: null,
      column: null
    })
  }
}

/** A symbolic link must not make a layer of one repository the file of another. */
export function readInside(directory: string, path: string): Uint8Array | null {
  const bytes = readOrNull(join(directory, path))
  if (bytes === null) return null
  const inside = realpathSync(join(directory, path)).startsWith(realpathSync(directory) + sep)
  return inside ? bytes : null
}
