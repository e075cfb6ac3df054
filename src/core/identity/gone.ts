import type { Finding } from '../finding.js'
import { toolKey } from './fingerprint.js'
import type { IdentityContext } from './identified.js'
import { isListed } from './ran.js'

/** Grounds on which nobody can say that a finding is fixed: what would report it did not run. */
const NOT_LOOKED_FOR = {
  tool: 'In the baseline; its tool did not run now',
  failed: 'In the baseline, and not reported now; a scan of its tool failed',
  rule: 'In the baseline; its rule did not run now'
} as const

/** Whether a finding of the baseline is gone only as far as anybody looked. */
export const isNotLookedFor = (stateReason: string | null): boolean =>
  Object.values<string | null>(NOT_LOOKED_FOR).includes(stateReason)

/** Why a finding of the baseline is not there any more. */
export function goneBecause(finding: Finding, { ran }: Pick<IdentityContext, 'ran'>): string {
  const gone = 'In the baseline, and not reported now'
  if (ran === undefined) return gone
  const tool = ran.head.get(toolKey(finding.tool))
  if (tool === undefined) return NOT_LOOKED_FOR.tool
  if (tool.failed) return NOT_LOOKED_FOR.failed
  return tool.rules !== null && !isListed(tool.rules, finding.ruleId) ? NOT_LOOKED_FOR.rule : gone
}
