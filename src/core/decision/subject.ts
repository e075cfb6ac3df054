import type { ExploitFacts } from '../feeds/feed.js'
import { type FindingFacts, factsOf } from '../feeds/lookup.js'
import { type Finding, type KnownSeverity, reportersOf, type Severity, severityRank } from '../finding.js'
import type { IdentifiedFinding, Identity } from '../identity/identified.js'
import type { AssetMatch, Whereabouts } from '../policy/assets.js'
import { type Codeowners, ownersOf } from '../policy/codeowners.js'
import type { Occasion } from '../policy/conditions/subject.js'
import type { Policy } from '../policy/policy.js'
import { type Sla, slaOf } from '../policy/sla.js'

/** One finding with all that is known about it. */
export interface Assessed {
  readonly finding: Finding
  readonly identity: Identity
  readonly placement: AssetMatch
  readonly facts: FindingFacts
  readonly sla: Sla | null
  readonly effectiveSeverity: KnownSeverity
}

/** What is the same for every finding of an evaluation. */
export interface AssessmentContext extends Occasion {
  readonly policy: Policy
  readonly assetOf: (where: Whereabouts) => AssetMatch
  readonly codeowners: Codeowners | null
  readonly facts: ExploitFacts
}

/** Joins finding, identity, asset, feeds and SLA. */
export function assess(identified: IdentifiedFinding, context: AssessmentContext): Assessed {
  const finding = applyToolPolicy(identified.finding, context.policy)
  const placement = placementOf(finding, context)
  const identity = afterMove(identified.identity, placement, context.assetOf)
  const facts = identified.facts ?? factsOf(finding, context.facts)
  const severity = effectiveSeverity(finding.severity, context.policy)
  const question = { tier: placement.tier, severity, kev: facts.kev, firstDetected: identity.firstDetected }
  const sla = slaOf(context.policy, question, context.at)
  return { finding, identity, placement, facts, sla, effectiveSeverity: severity }
}

/** The asset, with the owners of the file where the policy names none. */
function placementOf({ location, placeProblem }: Finding, { assetOf, codeowners }: AssessmentContext): AssetMatch {
  const path = location?.path ?? null
  const placement = assetOf({ path, placeProblem })
  if (placement.owners.length > 0 || codeowners === null || path === null) return placement
  return { ...placement, owners: ownersOf(codeowners, path) }
}

/**
 * A finding that came with its file from a place where less depends on it: at a more critical tier, or in another
 * asset, this change has introduced it, whatever it was where it came from. A suppression that the baseline shows was
 * honoured there, not here. What is moved out of its asset to where a milder tier holds for all the rest keeps its state.
 */
function afterMove(identity: Identity, placement: AssetMatch, assetOf: AssessmentContext['assetOf']): Identity {
  const { movedFrom, suppressionGround: _, ...rest } = identity
  if (movedFrom === undefined || identity.state === 'fixed') return identity
  const before = assetOf({ path: movedFrom, placeProblem: null })
  if (placement.tier >= before.tier && !isOtherAsset(placement, before, assetOf)) return identity
  const move = `Moved from ${movedFrom} (${wordOf(before)}) to ${wordOf(placement)}`
  const stateReason =
    identity.state === 'introduced' ? identity.stateReason : `${move}; before: ${identity.stateReason}`
  return { ...rest, movedFrom, state: 'introduced', stateReason, inDiff: true }
}

function isOtherAsset(placement: AssetMatch, before: AssetMatch, assetOf: AssessmentContext['assetOf']): boolean {
  if (placement.asset === null || placement.asset === before.asset) return false
  const ofTheRest = assetOf({ path: null, placeProblem: null }).asset
  return placement.tier === before.tier || placement.asset !== ofTheRest
}

const wordOf = ({ asset, tier }: AssetMatch): string => (asset === null ? `tier ${tier}` : `${asset}, tier ${tier}`)

/** The severity by which thresholds judge: `unknown` counts as the policy says. */
export const effectiveSeverity = (severity: Severity, policy: Policy): KnownSeverity =>
  severity === 'unknown' ? policy.unknownSeverity : severity

/**
 * Applies `tools` of the policy: a category that the file cannot say, and severities that may only rise. Of several
 * tools that reported the finding, each may raise it.
 */
function applyToolPolicy(finding: Finding, policy: Policy): Finding {
  if (policy.tools.size === 0) return finding
  const tool = finding.tool.toLowerCase()
  const category = mayRename(finding, tool, policy) ? (policy.tools.get(tool)?.category ?? null) : null
  const stated = reportersOf(finding).flatMap(
    by => policy.tools.get(by.tool.toLowerCase())?.rules.get(by.ruleId)?.severity ?? []
  )
  const counted = effectiveSeverity(finding.severity, policy)
  const severity = stated.reduce((worst, each) => (severityRank(each) > severityRank(worst) ? each : worst), counted)
  // A severity that was unknown and is now stated is no longer unknown, even where it counts for the same.
  const isStated = severity !== counted || (stated.length > 0 && finding.severity === 'unknown')
  if (category === null && !isStated) return finding
  return {
    ...finding,
    category: category ?? finding.category,
    ...(isStated ? { severity, severitySource: 'policy' as const } : {})
  }
}

/**
 * Whether the policy's word on a tool's category counts. It does for what is not known, and for lint that is taken
 * for more; where the file itself gave the category, only in the first policy file of all layers: a layer below could
 * otherwise rename findings away from the rules that it inherits. That what the file calls security is mere quality
 * takes it away from nearly every rule: that is for the first layer alone, be it a preset.
 */
function mayRename({ category }: Finding, tool: string, policy: Policy): boolean {
  if (category === 'other' || category === 'quality') return true
  const isLint = policy.tools.get(tool)?.category === 'quality'
  const first = policy.layers.find(({ name }) => isLint || !name.startsWith('preset:'))
  return first !== undefined && policy.origins.get(`tools.${tool}.category`) === first.name
}
