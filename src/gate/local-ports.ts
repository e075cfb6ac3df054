import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Notice } from '../core/ground/notice.js'
import type { FetchLayer } from '../core/policy/layers/layers.js'
import { fileAt, localCommit } from '../files/git.js'
import { type PolicyPort, readInside, readOrNull } from '../files/policy-files.js'
import { cloneAt } from './clone.js'
import type { GatePorts, GateRequest } from './request.js'

/** Where the files of an evaluation lie. */
export type LocalFiles = Pick<GateRequest, 'cwd' | 'sourceRoot' | 'layerSources'>

/**
 * Reads what flags name from the current directory, what the policy names from the root of the checkout, and layers of
 * other repositories from the directories that stand for them.
 */
export function localPolicyPort({ cwd, sourceRoot, layerSources }: LocalFiles): PolicyPort {
  const layerNotices = new Map<string, Notice>()
  return {
    layerNotices: () => [...layerNotices.values()],
    read: async path => readOrNull(resolve(cwd, path)),
    readInRepository: async path => readOrNull(resolve(cwd, sourceRoot ?? '.', path)),
    layer: async layer => {
      const { owner, repository, path } = layer
      const directory = layerSources.get(`${owner}/${repository}`)
      if (directory === undefined)
        throw new Error(`give --layer-source ${owner}/${repository}=DIR, a copy of that repository`)
      const bytes = readInside(resolve(cwd, directory), path)
      if (bytes === null) throw new Error(`${directory} holds no ${path}`)
      const notice = await pinNotice(resolve(cwd, directory), layer, bytes)
      if (notice !== null) layerNotices.set(notice.message, notice)
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
  since: null,
  sources: null,
  tree: null
})

type Pinned = Parameters<FetchLayer>[0]

/**
 * What is to be said of a layer that was read from a directory: the policy names a commit, and nothing but a clone of the
 * layer's repository shows that the file is as that commit has it. Null: it is.
 */
async function pinNotice(directory: string, layer: Pinned, bytes: Uint8Array): Promise<Notice | null> {
  const { owner, repository, path, commit } = layer
  const told = (level: Notice['level'], what: string): Notice => ({
    level,
    code: 'layer-unpinned',
    message: `The layer github:${owner}/${repository}/${path}@${commit} ${what}: what lies there counts`
  })
  const unknown = (why: string) => told('info', `was not compared with that commit, because ${why}`)
  if (!existsSync(join(directory, '.git'))) return unknown('its directory is no clone')
  const clone = await cloneAt(directory)
  if (clone.value?.isRoot !== true) return unknown('its directory is no clone that git can read')
  // What a clone lacks may be shallow, or another repository: then the name alone says what it is.
  if ((await localCommit(directory, commit)).value === null)
    return told('warning', 'lies in a clone that does not have that commit')
  const { value: file, reason } = await fileAt(directory, commit, path)
  if (file === null) return told('warning', `cannot be compared with that commit (${reason})`)
  if (file.kind === 'file' && Buffer.from(file.bytes).equals(bytes)) return null
  const differs = file.kind === 'absent' ? 'is not in that commit' : 'differs from what that commit has'
  return told('warning', differs)
}
