import type { PolicyDocument } from '../../generated/policy.js'
import type { Category, KnownSeverity } from '../finding.js'
import type { Place } from '../ground/errors.js'
import type { YamlNode } from '../yaml/node.js'
import type { Conditions } from './conditions/table.js'

export const VERDICTS = ['pass', 'warn', 'block'] as const // mildest first
export type Verdict = (typeof VERDICTS)[number]
export const worst = (a: Verdict, b: Verdict): Verdict => (VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b)

export const TIERS = [0, 1, 2] as const // most critical first
export type Tier = (typeof TIERS)[number]

/** Tier of paths that no asset names, where nobody says another (contract §2). */
export const DEFAULT_TIER: Tier = 1

export const MODES = ['monitor', 'warn', 'enforce'] as const // weakest first
export type Mode = (typeof MODES)[number]

const SLA_STATUSES = ['within', 'due-soon', 'breached'] as const
export type SlaStatus = (typeof SLA_STATUSES)[number]

/** Feeds about exploitation. */
export const FEED_NAMES = ['kev', 'epss', 'vex'] as const
export type FeedName = (typeof FEED_NAMES)[number]

/** One file or preset of the policy. `name` is what views show: `preset:baseline`, a path, `github:o/r/p@sha`. */
export interface LayerInfo {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** Whether the layer is one of the bundled presets, which are nobody's own word. */
export const isPreset = ({ name }: LayerInfo): boolean => isPresetName(name)

/** The same of a layer's name alone. */
export const isPresetName = (layer: string): boolean => layer.startsWith('preset:')

/** One layer as its file has it: for saying where something stands, and what of it comes to nothing. */
export interface LayerText {
  readonly info: LayerInfo
  readonly document: PolicyDocument
  readonly root: YamlNode
}

export interface Asset {
  readonly name: string
  readonly layer: string
  readonly paths: readonly string[]
  readonly tier: Tier
  readonly exposure: string | null
  readonly owners: readonly string[]
}

export interface Rule {
  readonly id: string
  readonly layer: string
  readonly place: Place | null
  readonly description: string | null
  readonly when: Conditions
  /** Null where the rule has no `unless`. */
  readonly unless: Conditions | null
  readonly verdict: Verdict
  /** The rule counts only when more findings than this match; null: always. */
  readonly moreThan: number | null
  /** The most the rule may do: the weaker of its own mode and its layer's. */
  readonly mode: Mode
  /** From this instant the rule's own `mode` no longer caps it (ISO 8601 UTC); the layer's still does. */
  readonly enforceFrom: string | null
  /** The mode after `enforceFrom`: the layer's. */
  readonly layerMode: Mode
  readonly controls: readonly string[]
}

export interface ScanRequirement {
  readonly id: string
  readonly layer: string
  readonly category: Category | null
  readonly tools: readonly string[] | null
  readonly tiers: readonly Tier[] | null
  readonly appliesTo: readonly string[] | null
  /** Milliseconds. */
  readonly maxAge: number | null
  readonly ifMissing: Verdict
  readonly ifInvalid: Verdict
  readonly ifFailed: Verdict
  readonly ifDegraded: Verdict
  readonly ifStale: Verdict
}

/** Where a tool ran, as far as layers say it. */
export interface ToolPlace {
  /** Folder of the repository in which it runs; null: not said. */
  readonly root: string | null
  /** Where it saw the root of the repository: an absolute directory, or one that begins with `../`; null: not said. */
  readonly mountedAt: string | null
}

/** What the policy knows of a tool that its files cannot say. Severities may only rise. */
export interface ToolOverride extends ToolPlace {
  readonly category: Category | null
  /** Whether the category counts even where a file says of which category a finding is. */
  readonly overrides: boolean
  /** By rule id. */
  readonly rules: ReadonlyMap<string, { readonly severity: KnownSeverity }>
  /** What the layers above leave of it, where one below an inherited file says more: what it says can only add a place. */
  readonly above: readonly ToolPlace[]
}

/** Files that decide what is scanned, by the layer that says so first. */
export interface GovernedGlob {
  readonly layer: string
  readonly glob: string
}

export interface SlaTable {
  readonly layer: string
  /** Milliseconds by tier and severity. */
  readonly byTier: ReadonlyMap<Tier, ReadonlyMap<KnownSeverity, number>>
  readonly kev: number | null
}

export interface ExceptionPolicy {
  readonly file: string | null
  readonly approvers: {
    readonly teams: readonly string[]
    readonly users: readonly string[]
    readonly roles: readonly string[]
  }
  /** Keys `default`, `tier-0`…, `kev`, `break-glass`; the larger of all layers. */
  readonly quorum: ReadonlyMap<string, number>
  /** Milliseconds by `tier-N` and severity, and `kev`; the smaller of all layers. */
  readonly maxDuration: {
    readonly byTier: ReadonlyMap<Tier, ReadonlyMap<KnownSeverity, number>>
    readonly kev: number | null
  }
  readonly require: { readonly ticket: readonly Tier[]; readonly controls: readonly Tier[] }
  /** Conditions under which nothing can be excepted, with the layer that says so. */
  readonly never: readonly { readonly layer: string; readonly when: Conditions }[]
  /** Whether malware can be excepted all the same; where not, `never` says so. */
  readonly allowsMalware: boolean
  readonly labels: { readonly requested: string | null; readonly approved: string | null }
  readonly requireLabel: boolean
  /** Milliseconds. */
  readonly expiringNotice: number
}

/** How a policy, or its first layers by themselves, see a finding: where it is, of which kind, how bad, how late. */
export interface Sight {
  /** One list per layer that has assets: each is looked up on its own, and the most critical tier wins. */
  readonly assets: readonly (readonly Asset[])[]
  readonly unknownSeverity: KnownSeverity
  /** By tool name, lower case. */
  readonly tools: ReadonlyMap<string, ToolOverride>
  readonly sla: readonly SlaTable[]
  /** Whether suppressions that scanners report are honoured, by tier. */
  readonly suppressions: ReadonlyMap<Tier, 'honour' | 'ignore'>
}

/** What the layers above and including some see, without what is said below them. */
export interface LayerSight extends Sight {
  /** Names of the layers whose rules and `never` are asked with it. */
  readonly layers: readonly string[]
  /** Assets of the layers below, which only say the tier of what these leave unnamed. */
  readonly below: readonly (readonly Asset[])[]
}

/** The effective policy: all layers merged, tighten-only. */
export interface Policy extends Sight {
  readonly name: string | null
  readonly layers: readonly LayerInfo[]
  /** As layers above the last see it, from the top; only those that see it otherwise than the whole policy does. */
  readonly sights: readonly LayerSight[]
  /** Those of all layers, each glob once. */
  readonly governed: readonly GovernedGlob[]
  /** Whether fixes of SARIF files are offered as suggestions in a review; a convenience, so the last layer that says has the word. */
  readonly suggestions: boolean
  readonly scans: readonly ScanRequirement[]
  readonly feeds: ReadonlyMap<FeedName, { readonly maxAge: number | null; readonly ifMissing: Verdict }>
  readonly rules: readonly Rule[]
  readonly exceptions: ExceptionPolicy
  /** How a file counts that has no run: nothing says that anything was scanned, and some tools write it after a clean scan. */
  readonly emptyRuns: 'clean' | 'invalid'
  /** The layers as their files have them; absent where the policy was read from none. */
  readonly texts?: readonly LayerText[]
  /** Which layer gave a value, by the value's path in the file (`exceptions.quorum.tier-0`); absent: the default. */
  readonly origins: ReadonlyMap<string, string>
}
