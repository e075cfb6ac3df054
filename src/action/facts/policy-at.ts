import { ConfigurationError } from '../../core/ground/errors.js'
import type { Policy } from '../../core/policy/policy.js'
import { readPolicy } from '../../gate/gather.js'
import { BOOTSTRAP_PRESET } from '../../gate/request.js'
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
