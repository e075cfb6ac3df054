import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { type ConfigurationError, configurationError } from '../core/errors.js'
import type { FetchLayer, LayerSource } from '../core/policy/layers.js'
import { presetSource } from '../core/policy/layers.js'
import type { GatePorts, GateRequest } from '../gate.js'

export const DEFAULT_POLICY = '.github/policy-gate.yml'

/** Where the files of an evaluation lie. */
export type LocalFiles = Pick<GateRequest, 'cwd' | 'sourceRoot' | 'layerSources'>

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

/**
 * Reads what flags name from the current directory, what the policy names from the root of the checkout, and layers of
 * other repositories from the directories that stand for them.
 */
export function localPolicyPort({ cwd, sourceRoot, layerSources }: LocalFiles): PolicyPort {
  return {
    read: async path => readOrNull(resolve(cwd, path)),
    readInRepository: async path => readOrNull(resolve(cwd, sourceRoot ?? '.', path)),
    layer: async ({ owner, repository, path }) => {
      const directory = layerSources.get(`${owner}/${repository}`)
      if (directory === undefined)
        throw new Error(`give --layer-source ${owner}/${repository}=DIR, a copy of that repository`)
      const bytes = readInside(resolve(cwd, directory), path)
      if (bytes === null) throw new Error(`${directory} holds no ${path}`)
      return bytes
    }
  }
}

/** All that an evaluation of local files asks for. */
export const localPorts = (files: LocalFiles): GatePorts => ({
  policy: localPolicyPort(files),
  change: null,
  approvals: null,
  sources: null
})

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
function readInside(directory: string, path: string): Uint8Array | null {
  const bytes = readOrNull(join(directory, path))
  if (bytes === null) return null
  const inside = realpathSync(join(directory, path)).startsWith(realpathSync(directory) + sep)
  return inside ? bytes : null
}
