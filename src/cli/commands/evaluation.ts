import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { awaitsMerge } from '../../core/change/occasion/judged-event.js'
import { configurationError } from '../../core/ground/errors.js'
import type { Notice } from '../../core/ground/notice.js'
import { visibleLine } from '../../core/reports/ground/visible-text.js'
import { checkoutRoot, mayLieInClone } from '../../files/checkout.js'
import { localPorts } from '../../gate/local-ports.js'
import { BOOTSTRAP_PRESET, type GatePorts, type GateRequest } from '../../gate/request.js'
import type { ParsedArguments } from '../arguments.js'
import { type CiChange, ciChange } from '../ci-change.js'
import { type Terminal, tellLine } from '../terminal.js'
import { changeInClone } from './clone-evaluation.js'
import { type PolicyWhere, policyAtOf, requestOfFlags } from './evaluate-flags.js'

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
  if (ci !== null) tellLine(terminal, `${tellCi(ci)}`)
  const at = policyAtOf(args)
  return evaluationOfRequest(withCi(requestOfFlags(args, terminal), ci), at, ci)
}

/** The evaluation of a request, with what the clone tells that it lies in. `at` null: the base commit, where there is one. */
export async function evaluationOfRequest(
  asked: GateRequest,
  at: PolicyWhere | null,
  ci: CiChange | null
): Promise<AskedEvaluation> {
  const isChange = (ci?.isRequest ?? false) || awaitsMerge(asked.event)
  const hasBase = asked.baseSha !== null || (ci?.bases.length ?? 0) > 0
  if (at === 'base' && !hasBase)
    throw configurationError('--policy-at base needs a base commit', 'Name it with --base-sha')
  const root = checkoutRoot(asked.cwd, asked.sourceRoot)
  const local = localPorts(asked)
  const fromWorktree = { ...local.policy, notices: isChange || hasBase || at === 'worktree' ? [FROM_WORKTREE] : [] }
  const known = (isChange || hasBase) && mayLieInClone(root) ? await changeInClone(root, asked, ci, at) : null
  if (known === null && at === 'base')
    throw configurationError(
      '--policy-at base needs a git clone, and there is none here',
      'Check the repository out, or name the clone with --source-root'
    )
  if (known === null) return { request: asked, ports: { ...local, policy: fromWorktree } }
  const { baseSha, headSha, change, since } = known
  const policy = at === 'worktree' ? fromWorktree : known.policy
  const policyFrom = at === 'worktree' ? 'checkout' : 'base'
  return { request: { ...asked, baseSha, headSha, policyFrom }, ports: { ...local, policy, change, since } }
}

/** What was taken from where, for the log: a wrong variable is seen there. Flags come first, whatever it says. */
const tellCi = ({ system, taken }: CiChange): string =>
  `What flags leave open, ${system} says: ${taken.length === 0 ? 'nothing that is clear' : visibleLine(taken.join(', '))}`

const FROM_WORKTREE: Notice = {
  level: 'warning',
  code: 'policy-worktree',
  message: 'Policy, exceptions and CODEOWNERS are read from the working tree, where the change itself may have put them'
}

/** Flags come first; what they leave open is what the CI system says. */
export function withCi(request: GateRequest, ci: CiChange | null): GateRequest {
  const { event, branch, headSha, sourceRoot } = request
  return {
    ...request,
    bootstrap: isWholeCheckout(checkoutRoot(request.cwd, sourceRoot)) ? BOOTSTRAP_PRESET : null,
    event: event ?? ci?.event ?? null,
    branch: branch ?? ci?.branch ?? null,
    headSha: headSha ?? ci?.head ?? null,
    pullRequest: ci?.request ?? null,
    repository: request.repository ?? ci?.repository ?? null
  }
}

/** In a folder of a clone that has no policy the clone itself may have one: no preset counts in its place. */
const isWholeCheckout = (root: string): boolean => existsSync(join(root, '.git')) || !mayLieInClone(root)
