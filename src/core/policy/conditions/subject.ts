import type { SlaStatus, Tier } from '../../../generated/policy.js'
import type { Category, Finding, KnownSeverity, Reachability, Severity, State } from '../../finding.js'
import { reportersOf } from '../../finding.js'
import { remembered } from '../../ground/remembered.js'

/** The facts about one finding that conditions are asked about. Unknown facts are null (or `unknown`). */
export interface Subject {
  /** Every tool that reported it: usually one. */
  readonly tools: readonly string[]
  /** Every rule by which it was reported. */
  readonly ruleIds: readonly string[]
  readonly category: Category
  readonly severity: Severity
  /** Severity with `unknown` counted as the policy says. */
  readonly effectiveSeverity: KnownSeverity
  readonly score: number | null
  readonly identifiers: readonly string[]
  /** What each who reported it calls it, where they differ. */
  readonly namedBy?: NonNullable<Finding['namedBy']>
  /** By each who reported it; null: not known. */
  readonly purls: readonly (string | null)[]
  /** Of each place; null for one that is in no file of the repository. */
  readonly paths: readonly (string | null)[]
  /** A place was claimed that could not be mapped: it may be any. */
  readonly isUnmapped: boolean
  readonly tags: readonly string[]
  /** By each who reported it. */
  readonly reachabilities: readonly Reachability[]
  readonly fixAvailable: readonly (boolean | null)[]
  readonly tier: Tier
  /** Of each place; null where no asset names it. */
  readonly assets: readonly (string | null)[]
  readonly exposures: readonly (string | null)[]
  readonly state: State
  readonly inDiff: boolean | null
  readonly malware: boolean
  readonly kev: boolean | null
  readonly epss: number | null
  /** Milliseconds since first detection. */
  readonly age: number | null
  readonly slaStatus: SlaStatus | null
  readonly branch: string | null
  readonly event: string | null
}

/** What is known of one finding, from wherever it is known. */
export interface KnownFacts {
  readonly finding: Finding
  readonly identity: {
    readonly state: State
    readonly inDiff: boolean | null
    /** ISO 8601, or null where it is not known. */
    readonly firstDetected: string | null
  }
  readonly placement: KnownPlacement
  readonly facts: { readonly kev: boolean | null; readonly epss: number | null; readonly reachability: Reachability }
  readonly sla: { readonly status: SlaStatus } | null
  readonly effectiveSeverity: KnownSeverity
}

/** What the places of a finding belong to. */
interface KnownPlacement {
  readonly tier: Tier
  readonly asset: string | null
  readonly exposure: string | null
  /** Each of several places; absent where there is one at most. */
  readonly places?: readonly {
    readonly location: { readonly path: string } | null
    readonly asset: string | null
    readonly exposure: string | null
  }[]
}

/** What is the same for every finding of a change. */
export interface Surroundings {
  readonly branch: string | null
  readonly event: string | null
  /** The clock of the evaluation, in milliseconds. */
  readonly at: number
}

/** What conditions are asked about. Made when asked and not kept: a million of them would not be small. */
export function subjectOf(
  { finding, identity, placement, facts, sla, effectiveSeverity }: KnownFacts,
  { branch, event, at }: Surroundings
): Subject {
  const { places } = placement
  const { packageReports: reports } = finding
  return {
    tools: finding.alsoReportedBy === undefined ? [finding.tool] : reportersOf(finding).map(({ tool }) => tool),
    ruleIds: finding.alsoReportedBy === undefined ? [finding.ruleId] : reportersOf(finding).map(({ ruleId }) => ruleId),
    category: finding.category,
    severity: finding.severity,
    effectiveSeverity,
    score: finding.score,
    identifiers: finding.identifiers,
    ...(finding.namedBy === undefined ? {} : { namedBy: finding.namedBy }),
    purls: reports === undefined ? [finding.package?.purl ?? null] : reports.map(({ purl }) => purl),
    paths: places === undefined ? [finding.location?.path ?? null] : places.map(each => each.location?.path ?? null),
    isUnmapped: finding.placeProblem !== null,
    tags: finding.tags,
    // A feed that says otherwise speaks for all of them.
    reachabilities:
      reports === undefined || facts.reachability !== finding.reachability
        ? [facts.reachability]
        : reports.map(({ reachability }) => reachability),
    fixAvailable: reports === undefined ? [finding.fixAvailable] : reports.map(({ fixAvailable }) => fixAvailable),
    tier: placement.tier,
    assets: places === undefined ? [placement.asset] : places.map(({ asset }) => asset),
    exposures: places === undefined ? [placement.exposure] : places.map(({ exposure }) => exposure),
    state: identity.state,
    inDiff: identity.inDiff,
    malware: finding.malware,
    kev: facts.kev,
    epss: facts.epss,
    age: identity.firstDetected === null ? null : at - timeOf(identity.firstDetected),
    slaStatus: sla?.status ?? null,
    branch,
    event
  }
}

/** Most findings are detected first at the same few instants. */
const timeOf = remembered(Date.parse)
