import type { ExploitFacts } from '../feeds/feed.js'
import { type FindingFacts, factsOf } from '../feeds/lookup.js'
import { type Finding, type KnownSeverity, reportersOf, type Severity, severityRank } from '../finding.js'
import type { IdentifiedFinding, Identity } from '../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../policy/assets.js'
import type { Codeowners } from '../policy/codeowners.js'
import type { Surroundings } from '../policy/conditions/subject.js'
import type { Sight } from '../policy/policy.js'
import { type Sla, slaOf } from '../policy/sla.js'
import { categoryOfTool } from '../policy/tool-category.js'
import { categoryByPolicy } from '../sarif/stated-category.js'
import { afterMove } from './places/moved.js'
import type { PassedOver } from './places/passed-over.js'
import { type Placement, placementOf, shownAt } from './places/placement.js'

/** One finding with all that is known about it. */
export interface Assessed {
  readonly finding: Finding
  readonly identity: Identity
  readonly placement: Placement
  readonly facts: FindingFacts
  readonly sla: Sla | null
  readonly effectiveSeverity: KnownSeverity
}

/** What is the same for every finding of an evaluation, as one sight has it. */
export interface SightContext extends Surroundings {
  readonly policy: Sight
  readonly assetOf: (where: Whereabouts) => AssetMatch
  readonly codeowners: Codeowners | null
  readonly passedOver: PassedOver
  readonly facts: ExploitFacts
  readonly change: { readonly repository: string | null }
}

/** Joins finding, identity, asset, feeds and SLA. */
export function assess(identified: IdentifiedFinding, context: SightContext): Assessed {
  const reported = applyToolPolicy(identified.finding, context.policy)
  const placement = placementOf(reported, identified.identity, context)
  const finding = shownAt(reported, placement)
  const identity = afterMove(identified.identity, finding, placement, context)
  const facts = identified.facts ?? factsOf(finding, context.facts, context.change.repository)
  const severity = effectiveSeverity(finding.severity, context.policy)
  const question = { tier: placement.tier, severity, kev: facts.kev, firstDetected: identity.firstDetected }
  const sla = slaOf(context.policy, question, context.at)
  return { finding, identity, placement, facts, sla, effectiveSeverity: severity }
}

/** The severity by which thresholds judge: `unknown` counts as the policy says. */
export const effectiveSeverity = (severity: Severity, policy: Pick<Sight, 'unknownSeverity'>): KnownSeverity =>
  severity === 'unknown' ? policy.unknownSeverity : severity

/**
 * Applies `tools` of the policy: a category that the file cannot say, and severities that may only rise. Of several
 * tools that reported the finding, each may raise it.
 */
function applyToolPolicy(finding: Finding, policy: Pick<Sight, 'tools' | 'unknownSeverity'>): Finding {
  if (policy.tools.size === 0 && finding.categoryOfFile === undefined) return finding
  const byFile = finding.categoryOfFile ?? finding.category
  const category = categoryByPolicy(byFile, categoryOfTool(finding.tool, policy))
  const stated = reportersOf(finding).flatMap(
    by => policy.tools.get(by.tool.toLowerCase())?.rules.get(by.ruleId)?.severity ?? []
  )
  const counted = effectiveSeverity(finding.severity, policy)
  const severity = stated.reduce((worst, each) => (severityRank(each) > severityRank(worst) ? each : worst), counted)
  // A severity that was unknown and is now stated is no longer unknown, even where it counts for the same.
  const isStated = severity !== counted || (stated.length > 0 && finding.severity === 'unknown')
  if (category === finding.category && !isStated) return finding
  return {
    ...finding,
    category,
    ...(isStated ? { severity, severitySource: 'policy' as const } : {})
  }
}
