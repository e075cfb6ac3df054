import type { Finding } from '../finding.js'
import type { JsonObject } from '../ground/json.js'

/** What a run's `results` property was: SARIF 2.1.0 §3.14.23 gives absent and null the meaning "did not analyse". */
export type ResultsProperty = 'array' | 'null' | 'absent' | 'malformed'

/** Why a file could not be read to its end. The offset counts bytes of the decompressed content, from 0. */
export interface ReadProblem {
  readonly offset: number | null
  readonly message: string
}

/**
 * Receives a SARIF log piece by piece, in the order of the file.
 * `result` is called once for each element of `runs[].results`; `run` when the run's object has ended (or the file
 * has), with every projected member but `results`. Members come in any order in a file, so a consumer may need to
 * hold results until `run` tells it the rules. `soFar` are the members of the run that came before the result, where
 * the producer knows them; it grows as the run is read.
 */
export interface SarifConsumer {
  result(runIndex: number, result: JsonObject, soFar?: JsonObject): void
  run(runIndex: number, run: JsonObject, results: ResultsProperty): void
  /** The top-level members but `runs`, once, at the end of the file; not called for a file that is not an object. */
  log(log: JsonObject): void
}

/** A streaming reader of one SARIF log: push bytes, then end. Never throws for bad input: the first problem is returned by `end`. */
export interface SarifReader {
  write(chunk: Uint8Array): void
  /** Null when the file was a complete JSON text; a problem otherwise. What was read before the problem has been delivered. */
  end(): ReadProblem | null
}

/**
 * What of a SARIF log is kept: a tree of member names. `true` keeps the whole value, a number keeps a string up to
 * that many characters, an array tells the shape of an array's elements, an object names the members of an object.
 * What the tree does not name is skipped without being decoded.
 */
export type Projection = true | number | readonly [Projection] | ProjectedMembers

/** By name; for names that are not among them `OTHERS` is asked, where there is one. It knows of none beyond 64 characters. */
export interface ProjectedMembers {
  readonly [member: string]: Projection
  readonly [OTHERS]?: (name: string) => Projection | undefined
}

/** Stands for the members that are too many to be named. */
export const OTHERS = Symbol('others')

/** States of the evidence that one run or file gives (contract §4, Evidence), worst last. */
export const EVIDENCE_STATES = [
  'complete',
  'not-applicable',
  'degraded',
  'stale',
  'missing',
  'failed',
  'invalid'
] as const
export type EvidenceState = (typeof EVIDENCE_STATES)[number]

/** Whether a run looked for secrets: it shows that it did, its list of rules shows that it did not, or it does not say. */
export type SecretScan = 'shown' | 'none' | 'not-said'

/** Facts about one run of one tool that say whether it did its work. */
export interface RunFacts {
  readonly tool: string
  readonly version: string | null
  /** Number of elements of `results`. */
  readonly results: number
  /** Of these, how many are no findings: kind other than fail or open, or baselineState absent. */
  readonly notFindings: number
  /** `complete`, `degraded` or `failed`, by the standard and by what is known of the tool. */
  readonly state: 'complete' | 'degraded' | 'failed'
  /** One sentence for people: what led to the state. */
  readonly reason: string
  /** Categories that the tool writes, whether or not this run has findings; empty where not known. */
  readonly categories: readonly string[]
  readonly secretScan: SecretScan
  /** Ids of all rules that ran, whether or not they found anything; null where the file does not tell. */
  readonly rules: readonly string[] | null
  /** `versionControlProvenance[].revisionId`. */
  readonly revisions: readonly string[]
  /** Latest `endTimeUtc` of the invocations, ISO 8601 UTC, or null. */
  readonly endTime: string | null
}

/** All that one input file gave. Findings and runs read before a problem are kept: bad input loses nothing. */
export interface SarifInput {
  /** Repository-relative or as given, with `/`. */
  readonly name: string
  readonly sha256: string
  /** Size on disk. */
  readonly bytes: number
  /** Empty without a problem: the list of runs is there, and empty. The policy says what that means. */
  readonly runs: readonly RunFacts[]
  readonly findings: readonly Finding[]
  readonly results: number
  readonly notFindings: number
  /** Why the file is invalid, or null. */
  readonly problem: ReadProblem | null
  /** Oddities worth a notice, each once: unknown levels, rules that do not exist, merged duplicates. */
  readonly warnings: readonly string[]
}
