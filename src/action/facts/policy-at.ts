import { ConfigurationError } from '../../core/ground/errors.js'
import type { Policy } from '../../core/policy/policy.js'
import { readPolicy } from '../../gate/gather.js'
import { readExceptions } from '../../gate/governing-files.js'
import { BOOTSTRAP_PRESET } from '../../gate/request.js'
import { attempt } from '../../github/http/failure.js'
import type { GitHub } from '../../github/port.js'
import { governingDigest } from '../basis.js'
import { trustedCommit } from '../request.js'
import { checkoutOf, type Run } from '../run-context.js'
import { trustedPolicyPort } from './trust.js'

/** The policy that a run would judge by if that commit were its base; null where there was none that can be read. */
export type PolicyAt = (commit: string) => Promise<Policy | null>

type Reader = Pick<Run, 'inputs' | 'workspace' | 'github'>

/** Reads policies of other commits than the base, with their layers, from where the run's own policy comes from. */
export const policyReader =
  (run: Reader): PolicyAt =>
  async commit => {
    try {
      return await policyAt(commit, run)
    } catch (error) {
      // A mistake in a policy that has been replaced since is nobody's to fix: what it asked for is not known.
      if (error instanceof ConfigurationError) return null
      throw error
    }
  }

/** The policy that the run judges by. Errors: ConfigurationError, as where it judges. */
export const policyOfRun = (run: Run): Promise<Policy> => policyAt(trustedCommit(run.occasion, run.change), run)

async function policyAt(commit: string | null, run: Reader): Promise<Policy> {
  const { inputs, github } = run
  const workspace = checkoutOf(run)
  const port = trustedPolicyPort({ workspace, baseSha: commit, github })
  const asked = { policy: inputs.policy, cwd: workspace, sourceRoot: null, bootstrap: BOOTSTRAP_PRESET }
  return (await readPolicy(asked, port)).policy
}

/** Digest of the policy and the exceptions that a branch has now; null where that cannot be told. */
export type GoverningAt = (branch: string) => Promise<string | null>

/** Reads each branch once. */
export function governingReader(run: Run, github: GitHub): GoverningAt {
  const known = new Map<string, Promise<string | null>>()
  return branch => {
    const asked = known.get(branch) ?? governingOf(run, github, branch)
    known.set(branch, asked)
    return asked
  }
}

async function governingOf(run: Run, github: GitHub, branch: string): Promise<string | null> {
  const { inputs, workspace } = run
  const tip = await attempt(github.branchTip(branch))
  if (!tip.ok) return null
  const port = trustedPolicyPort({ workspace: checkoutOf(run), baseSha: tip.value, github })
  const asked = { policy: inputs.policy, cwd: workspace, sourceRoot: inputs.sourceRoot, bootstrap: BOOTSTRAP_PRESET }
  try {
    const { policy } = await readPolicy(asked, port)
    const exceptions = await readExceptions(inputs.exceptions, policy.exceptions.file, port)
    const layers = policy.layers.map(layer => ({ kind: 'policy' as const, ...layer }))
    return governingDigest([...layers, ...(exceptions === null ? [] : [exceptions.file])])
  } catch (error) {
    // A mistake there is told by the runs that decide by it.
    if (error instanceof ConfigurationError) return null
    throw error
  }
}
