import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import { fileAt } from '../files/git.js'
import type { PolicyPort } from '../files/policy-files.js'
import { type Clone, isTracked, pathInClone } from './clone.js'
import { type LocalFiles, localPolicyPort } from './local-ports.js'

/**
 * Reads policy, exceptions and CODEOWNERS at a commit of the clone and nowhere else: the author of a change must not
 * choose what judges it. What flags name outside the clone is no part of the change, and is read where it lies; so are
 * layers of other repositories, unless git keeps their copy in this one.
 */
export function committedPolicyPort(files: LocalFiles, clone: Clone, commit: string): PolicyPort {
  const local = localPolicyPort(files)
  const { cwd, sourceRoot, layerSources } = files
  const root = resolve(cwd, sourceRoot ?? '.')
  return {
    ...(local.layerNotices === undefined ? {} : { layerNotices: local.layerNotices }),
    async read(path) {
      const inner = pathInClone(clone, cwd, path)
      if (inner === null) return local.read(path)
      const bytes = await readAt(clone, commit, inner)
      if (bytes === null && existsSync(resolve(cwd, path)) && !(await isTracked(clone, inner)))
        throw unknownToGit(path, commit)
      return bytes
    },
    async readInRepository(path) {
      const inner = pathInClone(clone, root, path)
      return inner === null ? local.readInRepository(path) : readAt(clone, commit, inner)
    },
    async layer(layer) {
      const { owner, repository, path } = layer
      const directory = layerSources.get(`${owner}/${repository}`)
      const inner = directory === undefined ? null : pathInClone(clone, cwd, directory)
      if (directory === undefined || inner === null || !(await isTracked(clone, inner))) return local.layer(layer)
      const bytes = await readAt(clone, commit, inner === '' ? path : `${inner}/${path}`)
      if (bytes === null) throw new Error(`${directory} holds no ${path} at ${commit}`)
      return bytes
    }
  }
}

/** A file of the commit; null where it has none there. What cannot be read is an error, never absent. */
async function readAt({ root }: Clone, commit: string, path: string): Promise<Uint8Array | null> {
  const { value: file, reason } = await fileAt(root, commit, path)
  if (file === null)
    throw configurationError(
      `cannot be read at the base commit ${commit}: ${reason}`,
      'Fetch that commit with its files, without a filter',
      wholeFile(path)
    )
  if (file.kind === 'not-a-file')
    throw configurationError(`is no regular file at the base commit ${commit}`, 'Make it one', wholeFile(path))
  return file.kind === 'absent' ? null : file.bytes
}

const unknownToGit = (path: string, commit: string): Error =>
  configurationError(
    `is in the checkout, but neither at the base commit ${commit} nor kept by git`,
    'Commit it, keep it outside the checkout, or say --policy-at worktree where nobody else can write there',
    wholeFile(path)
  )
