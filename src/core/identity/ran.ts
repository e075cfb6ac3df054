import type { Finding } from '../finding.js'
import { lineage } from '../ground/lineage.js'
import type { SarifInput } from '../sarif/input.js'
import { toolKey } from './fingerprint.js'

/** What is known of the runs of one tool, taken together. */
export interface ToolRan {
  /** The name as the first of its runs spells it. */
  readonly name: string
  /** Ids of all rules that ran; null where one of the runs does not tell. */
  readonly rules: ReadonlySet<string> | null
  /** Whether one of the runs failed or could not be read to its end. */
  readonly failed: boolean
}

/** The tools that ran, by their key. */
export type Ran = ReadonlyMap<string, ToolRan>

export const NOTHING_RAN: Ran = new Map()

/** What ran, by all files together. */
export function ranIn(inputs: readonly Pick<SarifInput, 'problem' | 'runs'>[]): Ran {
  const ran = new Map<string, ToolRan>()
  for (const { problem, runs } of inputs) {
    for (const { tool, state, rules } of runs) {
      const key = toolKey(tool)
      const before = ran.get(key)
      const known = before === undefined ? new Set<string>() : before.rules
      ran.set(key, {
        name: before?.name ?? tool,
        rules: known === null || rules === null ? null : new Set([...known, ...rules]),
        failed: before?.failed === true || state === 'failed' || problem !== null
      })
    }
  }
  return ran
}

/** Whether the rule, or one that it specialises, is in the list. */
export function isListed(rules: ReadonlySet<string>, ruleId: string): boolean {
  for (const id of lineage(ruleId)) if (rules.has(id)) return true
  return false
}

/** Rules of `ran` that are not among those of `other`; empty where either is not known. */
export function rulesBeyond(ran: ToolRan | undefined, other: ToolRan | undefined): readonly string[] {
  const known = other?.rules ?? null
  return known === null ? [] : [...(ran?.rules ?? [])].filter(id => !isListed(known, id))
}

/** Grounds on which nobody can say that a finding is fixed: what would report it did not run. */
const NOT_LOOKED_FOR = {
  tool: 'In the baseline; its tool did not run now',
  failed: 'In the baseline, and not reported now; a scan of its tool failed',
  rule: 'In the baseline; its rule did not run now'
} as const

/** Whether a finding of the baseline is gone only as far as anybody looked. */
export const isNotLookedFor = (stateReason: string | null): boolean =>
  Object.values<string | null>(NOT_LOOKED_FOR).includes(stateReason)

/** The same where nobody ran the tool, or not to its end: another run of it would most likely report the finding again. */
export const isScanMissing = (stateReason: string | null): boolean =>
  isNotLookedFor(stateReason) && stateReason !== NOT_LOOKED_FOR.rule

/** Why a finding of the baseline is not there any more. */
export function goneBecause(finding: Finding, { ran }: { readonly ran?: { readonly head: Ran } }): string {
  const gone = 'In the baseline, and not reported now'
  if (ran === undefined) return gone
  const tool = ran.head.get(toolKey(finding.tool))
  if (tool === undefined) return NOT_LOOKED_FOR.tool
  if (tool.failed) return NOT_LOOKED_FOR.failed
  return tool.rules !== null && !isListed(tool.rules, finding.ruleId) ? NOT_LOOKED_FOR.rule : gone
}
