import { ConfigurationError } from '../../core/ground/errors.js'
import type { Policy } from '../../core/policy/policy.js'
import { readPolicy } from '../../gate/gather.js'
import { BOOTSTRAP_PRESET } from '../../gate/request.js'
import { checkoutOf, type Run } from '../run-context.js'
import { trustedPolicyPort } from './trust.js'

/** The policy that a run would judge by if that commit were its base; null where there was none that can be read. */
export type PolicyAt = (commit: string) => Promise<Policy | null>

/** Reads policies of other commits than the base, with their layers, from where the run's own policy comes from. */
export function policyReader(run: Pick<Run, 'inputs' | 'workspace' | 'github'>): PolicyAt {
  const { inputs, github } = run
  const workspace = checkoutOf(run)
  return async commit => {
    const port = trustedPolicyPort({ workspace, baseSha: commit, github })
    try {
      return (
        await readPolicy({ policy: inputs.policy, cwd: workspace, sourceRoot: null, bootstrap: BOOTSTRAP_PRESET }, port)
      ).policy
    } catch (error) {
      // A mistake in a policy that has been replaced since is nobody's to fix: what it asked for is not known.
      if (error instanceof ConfigurationError) return null
      throw error
    }
  }
}
