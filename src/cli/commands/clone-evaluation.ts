import { configurationError } from '../../core/ground/errors.js'
import { localCommit } from '../../files/git.js'
import type { PolicyPort } from '../../files/policy-files.js'
import { type Clone, cloneAt, commitNamed } from '../../gate/clone.js'
import { cloneChange } from '../../gate/clone-change.js'
import { committedPolicyPort } from '../../gate/committed-ports.js'
import type { GatePorts, GateRequest } from '../../gate/request.js'
import type { CiChange } from '../ci-systems.js'
import type { PolicyWhere } from './evaluate-flags.js'

/** What a clone tells of a change whose base is known. */
export interface ChangeInClone {
  readonly baseSha: string
  readonly headSha: string | null
  readonly change: NonNullable<GatePorts['change']>
  /** What governs, at the base commit. */
  readonly policy: PolicyPort
}

/**
 * The change as the clone at `root` has it; null where it has no base, or none that is here while the working tree is to
 * count. Errors: ConfigurationError where the base is not in the clone.
 */
export async function changeInClone(
  root: string,
  asked: GateRequest,
  ci: CiChange | null,
  at: PolicyWhere | null
): Promise<ChangeInClone | null> {
  const { value: clone, reason } = await cloneAt(root)
  if (clone === null)
    throw configurationError(`The clone cannot be read: ${reason}`, 'Install git, and check the repository out')
  const baseSha = await baseOf(clone, asked, ci, at)
  if (baseSha === null) return null
  return {
    baseSha,
    headSha: asked.headSha ?? clone.head,
    change: () => cloneChange(clone, { base: baseSha, head: asked.headSha }),
    policy: committedPolicyPort(asked, clone, baseSha)
  }
}

/** The base commit of the change; null where there is none, and where the working tree is to count without it. */
async function baseOf(
  clone: Clone,
  { baseSha, headSha }: GateRequest,
  ci: CiChange | null,
  at: PolicyWhere | null
): Promise<string | null> {
  if (baseSha !== null) {
    if (at === 'worktree' || (await localCommit(clone.root, baseSha)).value !== null) return baseSha
    throw absentBase(baseSha, `Fetch it: git fetch --depth=1 origin ${baseSha}, or clone with the whole history`)
  }
  if (ci === null || !ci.isRequest) return null
  for (const name of ci.bases) {
    const found = await commitNamed(clone, name)
    if (found !== null) return found
  }
  const merged = await mergedInto(clone, headSha)
  if (merged !== null || at === 'worktree') return merged
  const names = ci.bases.map(name => ('sha' in name ? name.sha : `branch ${name.branch}`))
  throw absentBase(
    names.length === 0 ? `that ${ci.system} says nothing of` : names.join(' or '),
    `${ci.fetch}, or name it with --base-sha`
  )
}

/** What a trial merge of the head was made into, where one is checked out and its parent is here. */
async function mergedInto({ root, head: here }: Clone, head: string | null): Promise<string | null> {
  const [into, merged] = here === null ? [] : ((await localCommit(root, here)).value?.parents ?? [])
  return into !== undefined && merged === head && (await localCommit(root, into)).value !== null ? into : null
}

const absentBase = (name: string, hint: string): Error =>
  configurationError(`The base commit of the change (${name}) is not in this clone, so its policy cannot be read`, hint)
