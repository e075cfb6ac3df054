/** Facts about vulnerabilities from outside the scanners, each tri-state: a fact that no feed gives is null. */
export interface ExploitFacts {
  /** Null where no KEV catalogue was given. */
  readonly kev: KevCatalogue | null
  /** Null where no EPSS scores were given. */
  readonly epss: EpssScores | null
  /** By vulnerability id, in capitals: the statements about it. */
  readonly vex: ReadonlyMap<string, readonly VexStatement[]>
}

export interface KevCatalogue {
  /** `dateReleased`, ISO 8601 UTC; null where the file does not say. */
  readonly released: string | null
  /** By CVE id. */
  readonly cves: ReadonlyMap<string, KevEntry>
  /** Older than the policy allows: what it lists is exploited, and of what it does not list nothing is known. */
  readonly isOutdated?: true
}

/** What the catalogue says of one vulnerability; dates are days, as the file writes them. */
export interface KevEntry {
  /** Empty where the file does not say. */
  readonly added: string
  /** Until when CISA wants it mended (BOD 22-01). */
  readonly dueDate: string | null
  /** True: known to be used in ransomware campaigns. The catalogue never says that it is not: null. */
  readonly ransomware: true | null
}

export interface EpssScores {
  /** `score_date` of the file's header, ISO 8601 UTC, or null. */
  readonly date: string | null
  /** By CVE id, 0 to 1. */
  readonly scores: ReadonlyMap<string, number>
}

/** What a VEX statement is about: a product, and the parts of it through which the vulnerability would come in. */
export interface VexProduct {
  /** Package URLs and other ids of the product. */
  readonly ids: readonly string[]
  /** Package URLs of the parts; empty where it is about the whole product. */
  readonly subcomponents: readonly string[]
}

/** One OpenVEX 0.2 statement, reduced to what a gate may use. https://github.com/openvex/spec */
export interface VexStatement {
  /** In capitals: ids are compared without case. */
  readonly identifiers: readonly string[]
  readonly products: readonly VexProduct[]
  readonly status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation'
  /** The justification, or the impact statement in its place. */
  readonly justification: string | null
  /** When it was made, ISO 8601 UTC, or null: the statement's own time, else that of the document. */
  readonly date: string | null
  /** Why the statement counts for nothing, as a part of a sentence; null where it is whole. */
  readonly problem: string | null
}

export const NO_FACTS: ExploitFacts = { kev: null, epss: null, vex: new Map() }
