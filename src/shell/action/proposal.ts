import { decide } from '../../core/decision/decide.js'
import { compareDecisions } from '../../core/decision/effect.js'
import { ConfigurationError, formatProblem } from '../../core/errors.js'
import { loadPolicy, presetSource } from '../../core/policy/layers.js'
import type { PolicyProposal } from '../../core/reports/view-context.js'
import type { GateRequest, GateResult } from '../../gate.js'
import { DEFAULT_POLICY, localPolicyPort, type PolicyPort, sha256Of } from '../policy-files.js'

/**
 * What the policy of the change itself would say to the same findings; null where it is the one that counts. It is read
 * from the checkout as data, and shown: the decision rests on the base's.
 */
export async function readProposal(
  { decision, policy, evaluation }: GateResult,
  { policy: text, bootstrap, ...files }: GateRequest,
  port: PolicyPort
): Promise<PolicyProposal | null> {
  if (text?.startsWith('preset:')) return null
  const path = text ?? DEFAULT_POLICY
  const bytes = await localPolicyPort(files).read(path)
  const current = policy.layers.find(({ name }) => name === path)
  if (bytes === null ? current === undefined || bootstrap === null : sha256Of(bytes) === current?.sha256) return null
  try {
    const source = bytes === null ? presetSource(bootstrap ?? '') : { name: path, bytes }
    const proposed = await loadPolicy(source, port.layer)
    return { kind: 'effect', effect: compareDecisions(decision, decide({ ...evaluation, policy: proposed })) }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { kind: 'unusable', problems: error.problems.map(formatProblem) }
  }
}
