/** Facts about vulnerabilities from outside the scanners, each tri-state: a fact that no feed gives is null. */
export interface ExploitFacts {
  /** Null where no KEV catalogue was given. */
  readonly kev: KevCatalogue | null
  /** Null where no EPSS scores were given. */
  readonly epss: EpssScores | null
  /** By vulnerability id: the statements about it. */
  readonly vex: ReadonlyMap<string, readonly VexStatement[]>
}

export interface KevCatalogue {
  /** `dateReleased`, ISO 8601 UTC; null where the file does not say. */
  readonly released: string | null
  /** By CVE id: the date on which it was added, as the file writes it. */
  readonly cves: ReadonlyMap<string, string>
}

export interface EpssScores {
  /** `score_date` of the file's header, ISO 8601 UTC, or null. */
  readonly date: string | null
  /** By CVE id, 0 to 1. */
  readonly scores: ReadonlyMap<string, number>
}

/** One OpenVEX 0.2 statement, reduced to what a gate may use. https://github.com/openvex/spec */
export interface VexStatement {
  readonly identifiers: readonly string[]
  /** Package URLs that it is about; null where it names no product: every one. */
  readonly products: readonly string[] | null
  readonly status: 'not_affected' | 'affected' | 'fixed' | 'under_investigation'
  readonly justification: string | null
}

export const NO_FACTS: ExploitFacts = { kev: null, epss: null, vex: new Map() }
