import { configurationError } from '../../core/ground/errors.js'
import type { Notice } from '../../core/ground/notice.js'
import { checkoutRoot, mayLieInClone } from '../../files/checkout.js'
import { localCommit } from '../../files/git.js'
import { type Clone, cloneAt, commitNamed } from '../../gate/clone.js'
import { cloneChange } from '../../gate/clone-change.js'
import { committedPolicyPort } from '../../gate/committed-ports.js'
import { localPorts } from '../../gate/local-ports.js'
import { BOOTSTRAP_PRESET, type GatePorts, type GateRequest } from '../../gate/request.js'
import type { ParsedArguments } from '../arguments.js'
import { type CiChange, ciChange } from '../ci-systems.js'
import type { Terminal } from '../terminal.js'
import { type PolicyAt, policyAtOf, requestOfFlags } from './evaluate-flags.js'

/** What is evaluated, and what it asks the world. */
export interface AskedEvaluation {
  readonly request: GateRequest
  readonly ports: GatePorts
}

/**
 * The evaluation that flags ask for, and, where they leave it open, the variables of the CI system. A change is judged by
 * the policy of its base commit, as in the Action. Errors: ConfigurationError where there is a change whose base is not
 * in the clone: it is never judged by what it brings.
 */
export async function evaluationOf(args: ParsedArguments, terminal: Terminal): Promise<AskedEvaluation> {
  const ci = ciChange(terminal.env)
  const at = policyAtOf(args)
  const asked = withCi(requestOfFlags(args, terminal), ci)
  const isChange = (ci?.isRequest ?? false) || asked.event === 'pull_request' || asked.event === 'merge_group'
  const hasBase = asked.baseSha !== null || (ci?.bases.length ?? 0) > 0
  if (at === 'base' && !hasBase)
    throw configurationError('--policy-at base needs a base commit', 'Name it with --base-sha')
  // Most evaluations are about no change: git is not started for them.
  const clone = isChange || hasBase ? await cloneOf(asked) : null
  const base = clone === null ? null : await baseOf(clone, asked, ci, at)
  const local = localPorts(asked)
  if (clone === null || base === null) {
    const notices = isChange || hasBase || at === 'worktree' ? [FROM_WORKTREE] : []
    return { request: asked, ports: { ...local, policy: { ...local.policy, notices } } }
  }
  const request = { ...asked, baseSha: base, headSha: asked.headSha ?? clone.head }
  const policy =
    at === 'worktree' ? { ...local.policy, notices: [FROM_WORKTREE] } : committedPolicyPort(request, clone, base)
  return { request, ports: { ...local, policy, change: () => cloneChange(clone, { base, head: asked.headSha }) } }
}

const FROM_WORKTREE: Notice = {
  level: 'warning',
  code: 'policy-worktree',
  message: 'Policy, exceptions and CODEOWNERS are read from the working tree, where the change itself may have put them'
}

/** Flags come first; what they leave open is what the CI system says. */
function withCi(request: GateRequest, ci: CiChange | null): GateRequest {
  const { event, branch, headSha } = request
  return {
    ...request,
    bootstrap: BOOTSTRAP_PRESET,
    event: event ?? ci?.event ?? null,
    branch: branch ?? ci?.branch ?? null,
    headSha: headSha ?? ci?.head ?? null,
    pullRequest: ci?.request ?? null
  }
}

/** The clone that is judged; null where the files lie in none. */
async function cloneOf({ cwd, sourceRoot }: GateRequest): Promise<Clone | null> {
  const root = checkoutRoot(cwd, sourceRoot)
  if (!mayLieInClone(root)) return null
  const found = await cloneAt(root)
  if (found.value !== null) return found.value
  throw configurationError(`The clone cannot be read: ${found.reason}`, 'Install git, and check the repository out')
}

/** The base commit of the change; null where there is none, and where the working tree is to count without it. */
async function baseOf(
  clone: Clone,
  { baseSha, headSha }: GateRequest,
  ci: CiChange | null,
  at: PolicyAt | null
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
