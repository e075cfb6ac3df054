/** Kinds of weakness, by what has to be fixed. `quality` is lint without security evidence. */
export const CATEGORIES = ['sast', 'sca', 'secret', 'iac', 'container', 'quality', 'other'] as const
export type Category = (typeof CATEGORIES)[number]

/** Software that is brought in, by itself or in an image: what advisories are about. */
const DEPENDENCY_CATEGORIES: readonly Category[] = ['sca', 'container']

/** Whether the finding is about software that is brought in, and not about what the repository writes itself. */
export const isDependency = ({ category }: { readonly category: Category }): boolean =>
  DEPENDENCY_CATEGORIES.includes(category)

/** Known severities, mildest first. */
export const KNOWN_SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const
export type KnownSeverity = (typeof KNOWN_SEVERITIES)[number]

/** `unknown` is a class of its own: the file holds no usable severity. The policy says how it counts. */
export const SEVERITIES = [...KNOWN_SEVERITIES, 'unknown'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How the finding relates to the change under review. */
export const STATES = ['introduced', 'newly-disclosed', 'existing', 'fixed', 'unknown'] as const
export type State = (typeof STATES)[number]

/** Whether the vulnerable code can be reached, as a scanner says it. */
export const REACHABILITIES = ['reachable', 'potential', 'unreachable', 'unknown'] as const
export type Reachability = (typeof REACHABILITIES)[number]

/** Where the severity came from, in the order in which the sources are asked. */
const SEVERITY_SOURCES = [
  'policy', // `tools` of the policy raised it
  'malware', // what is made to do harm is critical, whatever anybody rates it
  'tool', // the per-tool table knows a better place than the standard's
  'result-property', // a severity word among the result's properties
  'security-severity', // the score that GitHub reads, on the rule or the result
  'cvss', // another score among the properties
  'rule-property', // a severity word among the rule's properties
  'secret-default', // a secret scanner that states no level
  'level', // the SARIF level of the result, of an override or of the rule
  'level-default', // no level anywhere: SARIF's own default, warning
  'none' // nothing usable
] as const
export type SeveritySource = (typeof SEVERITY_SOURCES)[number]

/** A place in the repository. Path is relative to its root, with `/`; lines and columns count from 1; endColumn is exclusive (SARIF 2.1.0 §3.30). */
export interface Location {
  readonly path: string
  readonly startLine: number | null
  readonly startColumn: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  /** Where the scanner counts from the start of the file instead of naming lines, until the text is at hand; absent elsewhere. */
  readonly span?: Span
}

/** A stretch of a file, counted from its start (SARIF 2.1.0 §3.30.9 to 3.30.12). */
export interface Span {
  readonly unit: 'byte' | 'character'
  readonly offset: number
  readonly length: number
  /** The text that the scanner saw there, where it says so. */
  readonly quoted: string | null
}

/**
 * On what ground a place is taken for the file that is meant: it is in the tree that was scanned; it is none of the
 * repository's own (ignored by git, or made by the build); or nobody knows the tree, so nothing was checked. Only the
 * first proves anything about what the change leaves alone.
 */
const PLACE_GROUNDS = ['tree', 'generated', 'unchecked'] as const
export type PlaceGround = (typeof PLACE_GROUNDS)[number]

/** The ground on which all of them stand: of none at all, nothing was checked. */
export const weakestGround = (grounds: readonly PlaceGround[]): PlaceGround =>
  PLACE_GROUNDS.findLast(ground => grounds.includes(ground)) ?? 'unchecked'

const compareNumbers = (a: number | null, b: number | null): number => (a ?? 0) - (b ?? 0)

/** The order of places by path, then line, then column; 0 only for the same place. */
export const compareLocations = (a: Location, b: Location): number =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
  compareNumbers(a.startLine, b.startLine) ||
  compareNumbers(a.startColumn, b.startColumn) ||
  compareNumbers(a.endLine, b.endLine) ||
  compareNumbers(a.endColumn, b.endColumn) ||
  compareNumbers(a.span?.offset ?? null, b.span?.offset ?? null) ||
  compareNumbers(a.span?.length ?? null, b.span?.length ?? null)

/** Lines of a file on the way to a finding: a step of a code flow, a frame of a stack, a related location. */
export interface TrailPlace {
  /** Empty for steps that are too many to be kept: they may be anywhere. */
  readonly path: string
  readonly firstLine: number
  /** `Number.MAX_SAFE_INTEGER` where the step names a whole file. */
  readonly lastLine: number
  /** True where the path could not be mapped into the repository: then it is what the scanner wrote. */
  readonly isClaimed?: true
  /** True where git ignores the file, or the build makes it: what stands there may come of other files. */
  readonly isMade?: true
}

/** A stretch of a file by lines and columns, which count from 1, and what is to stand in its place. */
export interface Replacement extends Readonly<Record<'startLine' | 'startColumn' | 'endLine', number>> {
  /** Exclusive; null: the end of the line, without what ends it. */
  readonly endColumn: number | null
  readonly text: string
}

/** The software component that a finding is about. */
export interface Package {
  /** Package URL, with version where it is known; null where the ecosystem is not known. */
  readonly purl: string | null
  readonly name: string
  readonly version: string | null
  readonly fixedVersion: string | null
}

/** What one of those who report a finding says of its package. */
export interface PackageReport {
  /** As `Package.purl`. */
  readonly purl: string | null
  readonly reachability: Reachability
  readonly fixAvailable: boolean | null
}

/** What the scanner says about the finding being suppressed: a claim, which the policy may honour. */
export interface SuppressionClaim {
  readonly kind: 'in-source' | 'external'
  readonly justification: string | null
  /** File in which it stands, where the scanner names one: an external suppression is written elsewhere than the finding. */
  readonly path?: string
  /** When it ends, ISO 8601 UTC, where the scanner says so: from then on it does not hold. */
  readonly until?: string
}

/** Raw material for identity: what stays the same when lines move. */
export interface IdentityClues {
  /** Source text at the place, as the file carries it. */
  readonly snippet: string | null
  /** Usable fingerprints of the producer, by their name. */
  readonly fingerprints: Readonly<Record<string, string>>
  /** Resource, function or class that the finding names (logical location). */
  readonly symbol: string | null
  /** What else tells it from others at the same place: an id of correlation, further names, a resource or package; absent: nothing. */
  readonly instance?: string
}

/** Who reported a finding. */
export interface Reporter {
  readonly tool: string
  readonly ruleId: string
}

/** What a scanner's rule says of itself, for people: nothing is decided by it. */
export interface RuleText {
  /** What is wrong, in one sentence; null where the rule says no more than its id. */
  readonly title: string | null
  /** What to do about it, in one sentence without its full stop; null where the rule does not say. */
  readonly advice: string | null
}

/** One normalised result: a fact, collected without knowing the policy. */
export interface Finding {
  readonly tool: string
  readonly toolVersion: string | null
  readonly ruleId: string
  /**
   * The rule is written with blanks around it or characters that show nothing, so it may be another one that only looks
   * the same; absent elsewhere. Policies mean it by its name all the same, an exception for that name does not.
   */
  readonly isDisguised?: true
  readonly category: Category
  /** By the file alone, where the policy says another of the tool; absent: the same. */
  readonly categoryOfFile?: Category
  readonly severity: Severity
  readonly severitySource: SeveritySource
  /** Score behind the severity, above 0 and at most 10; null where none was usable. */
  readonly score: number | null
  /** True where level and score point to different severities. */
  readonly severityConflict: boolean
  readonly message: string
  readonly helpUri: string | null
  /** What the rule says of itself, one object for all findings of a rule; absent where it says nothing. */
  readonly ruleText?: RuleText
  /** How the file says that it can be fixed (SARIF 2.1.0 §3.55, `description`); absent where it does not say. */
  readonly fixText?: string
  /** What such a fix replaces in the file of `location` as it was scanned; absent where that was not asked for. */
  readonly replacements?: readonly Replacement[]
  /** The place that the views show, null: no file of the repository. The first, until the policy says which decides. */
  readonly location: Location | null
  /** Further places of the same result, in the order of path and line, each once; absent where there is none. */
  readonly otherLocations?: readonly Location[]
  /** What proves that the places are files of the repository: the weakest ground of all of them. */
  readonly placeGround: PlaceGround
  /** The place as the scanner wrote it (path, and `:line`), where it is another text than the location; else null. */
  readonly claimedPlace: string | null
  /** Why the place could not be mapped into the repository; such a finding counts at the most critical tier. */
  readonly placeProblem: string | null
  /** Where the code flow, the stack or a related location leads through; absent where it is not known or not asked for. */
  readonly trail?: readonly TrailPlace[]
  /** The commit in whose history a secret was found, in full; absent for what is found in a tree of files. */
  readonly commit?: string
  /** CVE, GHSA, OSV, CWE and the like, in their usual spelling, sorted, each once. */
  readonly identifiers: readonly string[]
  readonly package: Package | null
  /** Made to do harm, as its id (`MAL-…`), its classification or its tool says. */
  readonly malware: boolean
  readonly reachability: Reachability
  readonly fixAvailable: boolean | null
  readonly tags: readonly string[]
  readonly suppression: SuppressionClaim | null
  /** `result.provenance.firstDetectionTimeUtc` in ISO 8601 UTC. */
  readonly firstDetected: string | null
  readonly clues: IdentityClues
  /**
   * Tools and rules that reported the same besides `tool` and `ruleId`, sorted; absent where there is none. Whatever is
   * asked of tool or rule id must be asked of these too, or a second tool's report would make a finding harder to match.
   */
  readonly alsoReportedBy?: readonly Reporter[]
  /**
   * What each of those who report it says of the package, each once, sorted; absent where all say what the finding says.
   * Whatever is asked of package, reachability or fix must be asked of each of these.
   */
  readonly packageReports?: readonly PackageReport[]
  /** What each of those who report it calls it, each once; absent where all do alike. One's names excuse nothing of another's. */
  readonly namedBy?: readonly Pick<Finding, 'identifiers' | 'tags'>[]
  /** How many results this finding stands for. */
  readonly occurrences: number
  /** How many things it stands for, as far as one scan tells: files may repeat each other; absent: the number of results. */
  readonly instances?: number
  /** Names of the input files that it was read from, sorted. */
  readonly sources: readonly string[]
}

/** Everybody who reported the finding. */
export const reportersOf = (finding: Finding): readonly Reporter[] =>
  finding.alsoReportedBy === undefined ? [finding] : [finding, ...finding.alsoReportedBy]

/** What everybody who reported the finding says of its package: at least one. */
export const packageReportsOf = (finding: Finding): readonly PackageReport[] =>
  finding.packageReports ?? [
    { purl: finding.package?.purl ?? null, reachability: finding.reachability, fixAvailable: finding.fixAvailable }
  ]

/** All places of the finding in the repository, in the order of path and line: the clues are those of the first. */
export function locationsOf({ location, otherLocations }: Finding): readonly Location[] {
  if (location === null) return []
  return otherLocations === undefined ? [location] : [location, ...otherLocations].sort(compareLocations)
}

/** Paths of all places, each once; null for a place that is in no known file, and where there is none at all. */
export function pathsOf(finding: Finding): readonly (string | null)[] {
  const paths = new Set<string | null>(locationsOf(finding).map(({ path }) => path))
  if (paths.size === 0 || finding.placeProblem !== null) paths.add(null)
  return [...paths]
}

const rank = new Map<string, number>(KNOWN_SEVERITIES.map((severity, index) => [severity, index]))

/** Position on the scale of known severities, 0 (none) to 4 (critical). */
export const severityRank = (severity: KnownSeverity): number => rank.get(severity) ?? 0
