import { resolve } from 'node:path'
import { type PolicyPort, readInside, readOrNull } from '../files/policy-files.js'
import type { GatePorts, GateRequest } from './request.js'

/** Where the files of an evaluation lie. */
export type LocalFiles = Pick<GateRequest, 'cwd' | 'sourceRoot' | 'layerSources'>

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
  baseline: null,
  sources: null,
  tree: null
})
