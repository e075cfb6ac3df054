import type { Evaluation } from '../../../core/decision/decide.js'
import { ConfigurationError } from '../../../core/errors.js'
import { loadPolicy } from '../../../core/policy/layers.js'
import type { Policy } from '../../../core/policy/model.js'
import type { GitHub } from '../../github/port.js'
import { policySource } from '../../policy-files.js'
import { trustedCommit } from '../request.js'
import type { Run } from '../run-context.js'
import { trustedPolicyPort } from '../trust.js'

/**
 * Reads the policy of the run as it stood at a commit of the base, with its layers, each once; null where it was not
 * there yet or cannot be read.
 */
export function policyReader(
  { inputs, change, workspace }: Run,
  github: GitHub,
  { policy }: Evaluation
): (commit: string) => Promise<Policy | null> {
  // A preset comes with the program, whatever the commit.
  if (inputs.policy?.startsWith('preset:')) return async () => policy
  const known = new Map<string, Promise<Policy | null>>()
  const current = trustedCommit(change) ?? change.headSha
  return commit => {
    if (commit === current) return Promise.resolve(policy)
    const asked = known.get(commit) ?? readPolicy(inputs.policy, { workspace, baseSha: commit, github })
    known.set(commit, asked)
    return asked
  }
}

async function readPolicy(
  path: string | null,
  context: Parameters<typeof trustedPolicyPort>[0]
): Promise<Policy | null> {
  const port = trustedPolicyPort(context)
  try {
    const source = await policySource(path, port)
    return source === null ? null : await loadPolicy(source, port.layer)
  } catch (error) {
    // A policy that could not decide then judged nothing then: the approval is asked for again.
    if (error instanceof ConfigurationError) return null
    throw error
  }
}
