import { configurationError } from '../../core/ground/errors.js'
import { git, localCommit } from '../../files/git.js'
import type { PolicyPort } from '../../files/policy-files.js'
import { type Clone, cloneAt, commitNamed } from '../../gate/clone.js'
import { cloneChange, sinceInClone } from '../../gate/clone-change.js'
import { committedPolicyPort } from '../../gate/committed-ports.js'
import type { GatePorts, GateRequest } from '../../gate/request.js'
import type { BaseSource, CiChange } from '../ci-change.js'
import type { PolicyWhere } from './evaluate-flags.js'

/** What a clone tells of a change whose base is known. */
export interface ChangeInClone {
  readonly baseSha: string
  readonly headSha: string | null
  readonly change: NonNullable<GatePorts['change']>
  readonly since: NonNullable<GatePorts['since']>
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
  const trial = await trialMerge(clone, asked.headSha, ci)
  const baseSha = await baseOf(clone, asked, ci, at, trial)
  if (baseSha === null) return null
  const headSha = asked.headSha ?? trial?.head ?? null
  const commits = { base: baseSha, head: headSha }
  return {
    baseSha,
    headSha: headSha ?? clone.head,
    change: () => cloneChange(clone, commits),
    since: (commit, settled) => sinceInClone(clone.root, commits, commit, settled),
    policy: committedPolicyPort(asked, clone, baseSha)
  }
}

/** The base commit of the change; null where there is none, and where the working tree is to count without it. */
async function baseOf(
  clone: Clone,
  { baseSha, headSha }: GateRequest,
  ci: CiChange | null,
  at: PolicyWhere | null,
  trial: TrialMerge | null
): Promise<string | null> {
  if (baseSha !== null) {
    if (at === 'worktree' || (await localCommit(clone.root, baseSha)).value !== null) return baseSha
    throw absentBase(baseSha, `Fetch it: git fetch --depth=1 origin ${baseSha}, or clone with the whole history`)
  }
  if (ci === null || !ci.isRequest) return null
  for (const name of ci.bases) {
    const found = await commitNamed(clone, name)
    if (found !== null && (await mayBeBase(clone, found, name, ci, headSha ?? trial?.head ?? clone.head))) return found
  }
  const merged = trial?.into ?? null
  if (merged !== null || at === 'worktree') return merged
  const names = ci.bases.map(name => ('sha' in name ? name.sha : `branch ${name.branch}`))
  throw absentBase(
    names.length === 0 ? `that ${ci.system} says nothing of` : names.join(' or '),
    `${ci.fetch}, or name it with --base-sha`
  )
}

/**
 * Whether a commit that a variable names can be the base: it is not what is judged, and where the clone has the branch that
 * the request goes to, it lies on that branch. Whoever sets a variable must not choose a policy of their own by it.
 */
async function mayBeBase(
  clone: Clone,
  found: string,
  name: BaseSource,
  { bases }: CiChange,
  head: string | null
): Promise<boolean> {
  if ('branch' in name) return true
  const branch = bases.find(each => 'branch' in each)
  const tip = branch === undefined ? null : await commitNamed(clone, branch)
  if (tip === null) return found !== head && found !== clone.head
  return (await git(clone.root, ['merge-base', '--is-ancestor', found, tip])).value !== null
}

/** A merge that was made to try the head out: what it was made into, and the head. */
interface TrialMerge {
  readonly into: string
  readonly head: string
}

/** The trial merge that is checked out; null where none is: it merges the head that is known, or is what was built. */
async function trialMerge({ root, head: here }: Clone, head: string | null, ci: CiChange | null) {
  const [into, merged, ...more] = here === null ? [] : ((await localCommit(root, here)).value?.parents ?? [])
  if (into === undefined || merged === undefined || more.length > 0) return null
  const isTrial = head === null ? ci?.isRequest === true && ci.built === here : head === merged
  return isTrial && (await localCommit(root, into)).value !== null ? { into, head: merged } : null
}

const absentBase = (name: string, hint: string): Error =>
  configurationError(`The base commit of the change (${name}) is not in this clone, so its policy cannot be read`, hint)
