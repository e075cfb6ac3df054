import { configurationError, wholeFile } from '../../core/ground/errors.js'
import { fileAt } from '../../files/git.js'
import type { PolicyPort } from '../../files/policy-files.js'
import { localPolicyPort } from '../../gate/local-ports.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'

/** A policy, an exceptions file or a CODEOWNERS file is never larger; what is, is refused by its reader. */
const LARGEST_FILE = 4 * 1024 * 1024

export interface TrustContext {
  readonly workspace: string
  /**
   * The commit whose files are trusted: the base of a pull request or merge group. Null: the run is about no change
   * that waits for approval, and the checkout itself is what the branch holds.
   */
  readonly baseSha: string | null
  readonly github: GitHub | null
}

/**
 * Where policy, exceptions and CODEOWNERS come from in the Action. With a base commit they are read there and nowhere
 * else, through the API or the local clone: the author of a change must not be able to change what judges it.
 */
export function trustedPolicyPort({ workspace, baseSha, github }: TrustContext): PolicyPort {
  const local = localPolicyPort({ cwd: workspace, sourceRoot: null, layerSources: new Map() })
  const layer: PolicyPort['layer'] = async ({ owner, repository, path, commit }) => {
    if (github === null) throw new Error('it lies in another repository, and there is no token to read it with')
    const name = { owner, name: repository }
    const file = await github.fileAt({ repository: name, path, ref: commit, maxBytes: LARGEST_FILE })
    if (file.kind !== 'file')
      throw new Error(file.kind === 'absent' ? 'it does not exist at that commit' : 'it is not a file')
    return file.bytes
  }
  if (baseSha === null) return { ...local, layer }
  const read = (path: string): Promise<Uint8Array | null> => readAtBase(path, { workspace, baseSha, github })
  return { layer, read, readInRepository: read }
}

/** Reads a file of the base commit; null where it does not exist there. What cannot be read is an error, never absent. */
async function readAtBase(
  path: string,
  context: TrustContext & { readonly baseSha: string }
): Promise<Uint8Array | null> {
  const place = wholeFile(path)
  const { file, reason } = await fileAtBase(path, context)
  if (file === null) {
    throw configurationError(
      `cannot be read at the base commit ${context.baseSha}: ${reason}`,
      'Give the job `contents: read`, or check out with fetch-depth: 0',
      place
    )
  }
  if (file.kind === 'not-a-file')
    throw configurationError(`is no regular file at the base commit ${context.baseSha}`, 'Make it one', place)
  return file.kind === 'absent' ? null : file.bytes
}

/** GitHub is asked first: a local clone may be shallow. */
async function fileAtBase(path: string, { workspace, baseSha, github }: TrustContext & { readonly baseSha: string }) {
  const asked = github === null ? null : await attempt(github.fileAt({ path, ref: baseSha, maxBytes: LARGEST_FILE }))
  if (asked?.ok) return { file: asked.value, reason: null }
  const local = await fileAt(workspace, baseSha, path)
  if (local.value !== null) return { file: local.value, reason: null }
  return { file: null, reason: `${asked === null ? 'there is no token' : asked.error.message}; ${local.reason}` }
}
