import { decide } from '../../core/decision/decide.js'
import { ConfigurationError, formatProblem } from '../../core/ground/errors.js'
import { compareDecisions } from '../../core/history/effect.js'
import { loadPolicy, presetSource } from '../../core/policy/layers/layers.js'
import type { PolicyProposal } from '../../core/reports/ground/view-context.js'
import { DEFAULT_POLICY, type PolicyPort, sha256Of } from '../../files/policy-files.js'
import type { GateResult } from '../../gate/gate.js'
import { localPolicyPort } from '../../gate/local-ports.js'
import type { GateRequest } from '../../gate/request.js'

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
  const bytes = await localPolicyPort(files).readInRepository(path)
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
