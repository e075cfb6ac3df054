import type { CommitSide, Diff } from '../core/change/change.js'
import type { HeadFile } from '../core/change/head-lines.js'
import type { Evaluation } from '../core/decision/decide.js'
import type { InputFile, Options } from '../core/decision/decision.js'
import type { Approvals } from '../core/exceptions/approval/result.js'
import type { Notice } from '../core/ground/notice.js'
import { DEFAULT_TIER, type Tier } from '../core/policy/policy.js'
import type { PolicyPort } from '../files/policy-files.js'

/** Preset that counts until a repository has a policy. */
export const BOOTSTRAP_PRESET = 'baseline'

/** What to evaluate: the inputs of the Action or the flags of the command line, checked. */
export interface GateRequest {
  /** Files, directories or globs, relative to `cwd`. */
  readonly sarif: readonly string[]
  /** Path or `preset:NAME`; null: the default path. */
  readonly policy: string | null
  /** Path; null: the file that the policy names, which may be absent. */
  readonly exceptions: string | null
  readonly baseline: readonly string[]
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
  readonly diff: string | null
  readonly cwd: string
  /** Directory that scanners may have called the root, besides the checkout. */
  readonly workspace: string
  /** Root of the checkout; null: `cwd`. */
  readonly sourceRoot: string | null
  readonly defaultTier: Tier
  /** Directories that stand for other repositories, by OWNER/REPO. */
  readonly layerSources: ReadonlyMap<string, string>
  /** ISO 8601 UTC: the one clock of the evaluation. */
  readonly now: string
  readonly event: string | null
  readonly branch: string | null
  readonly repository: string | null
  readonly headSha: string | null
  readonly baseSha: string | null
  /** The commit that was checked out for a pull request, where it is not the head. */
  readonly mergeSha: string | null
  readonly pullRequest: number | null
  /** Number of the run that evaluates; null: there is none, or it has none. */
  readonly runId: number | null
  /** Where policy, exceptions and CODEOWNERS are read: of the base commit, or as they lie here. */
  readonly policyFrom: Options['policyFrom']
  /** Path of the workflow that runs the gate, where it is known. */
  readonly workflow: string | null
  /** True where the root is expected to be a clone: without one, its files say nothing about what applies. */
  readonly expectsClone: boolean
  /** Preset that counts until the repository has a policy; null: there must be one. */
  readonly bootstrap: string | null
  /** What whoever asks knows already, and the decision is to tell. */
  readonly told: readonly Notice[]
}

/**
 * A request in which nothing is known but what is given: no inputs, no change, no clone to look into, and a policy that
 * must be there.
 */
export const requestWith = (given: Pick<GateRequest, 'cwd' | 'now'> & Partial<GateRequest>): GateRequest => ({
  sarif: [],
  policy: null,
  exceptions: null,
  baseline: [],
  kev: [],
  epss: [],
  vex: [],
  diff: null,
  workspace: given.cwd,
  sourceRoot: null,
  defaultTier: DEFAULT_TIER,
  layerSources: new Map(),
  event: null,
  branch: null,
  repository: null,
  headSha: null,
  baseSha: null,
  mergeSha: null,
  pullRequest: null,
  runId: null,
  policyFrom: 'checkout',
  workflow: null,
  expectsClone: false,
  bootstrap: null,
  told: [],
  ...given
})

/** Told what is being read, for people who wait; null when there is nothing more to wait for. */
export type Progress = (message: string | null) => void

/** The world that an evaluation asks besides local files; on the command line most of it is local too. */
export interface GatePorts {
  readonly policy: PolicyPort
  /** The change under review, where the request names no diff file; null: nobody knows it. */
  readonly change: (() => Promise<KnownChange>) | null
  /**
   * Exceptions that people approved in comments, derived for the findings of this evaluation; null: no comments here.
   * Asked when everything else is known, because an approval is bound to what was found.
   */
  readonly approvals: ((evaluation: Evaluation) => Promise<Approvals>) | null
  /** What the base branch left as a baseline, asked where the request names none; null: nobody looks for one. */
  readonly baseline: ((settled: SettledChange) => Promise<FoundBaseline>) | null
  /**
   * What came between a commit and the tree that the change starts from, asked where the request names a baseline that
   * says of which commit it is. Null: nobody can tell.
   */
  readonly since: ((commit: string, settled: SettledChange) => Promise<Diff | null>) | null
  /** Where the files of the change are; null: in the checkout, `sourceRoot`. */
  readonly sources: SourcePort | null
  /** Files of the commit that was scanned, asked where it is not checked out here; null: nobody else knows them. */
  readonly tree: (() => Promise<readonly string[] | null>) | null
}

/**
 * What of the machine that scanned decides where its paths lead. Whoever judges the same scans elsewhere needs it, or
 * finds other places.
 */
export interface ScanSite {
  /** Absolute directories that count as the root of the repository, with `/` and without a slash at the end. */
  readonly roots: readonly string[]
  /** Folder of the workspace in which the repository is checked out; null where it is the workspace itself. */
  readonly subfolder: string | null
  /** What lies beside that folder: other checkouts, of which nothing is in the repository. */
  readonly siblings: readonly string[]
  /** Paths of findings that lay in the checkout, or that git ignores there, and are none of the repository's own. */
  readonly outside: readonly string[]
  /**
   * Files of the repository that findings name, and that a step of the run had changed before they were scanned; null
   * where there are more than could be recorded, so that any may be one.
   */
  readonly edited: readonly string[] | null
}

/** A baseline that was looked for. */
export interface FoundBaseline {
  /** The gate's own report of an earlier run, and the directory that it lies in; null where none counts. */
  readonly report: { readonly directory: string; readonly name: string } | null
  /** What lies between the commit that the report is of and the tree that the change starts from. */
  readonly since: Diff
  /** For a run that is about no change: what lies between that commit and the scanned one; null: nothing, or not known. */
  readonly diff: Diff | null
  readonly notices: readonly Notice[]
}

/** The files of a change that are not in the local checkout. */
export interface SourcePort {
  /** Where they were scanned; null: nobody knows more than that it was not here. */
  readonly site: ScanSite | null
  /** Paths of all files; null where they are not known. */
  files(): Promise<readonly string[] | null>
  /** Reads these files, and answers for them from then on; null for what cannot be read. */
  read(paths: readonly string[]): Promise<(path: string) => string | null>
}

/** The change under review, as far as anybody knows it. */
export interface KnownChange {
  readonly diff: Diff | null
  readonly files: readonly InputFile[]
  readonly notices: readonly Notice[]
  /** Holds the change against what was scanned, once that is read; absent: the diff is all that is known. */
  readonly settle?: (scanned: Scanned) => Promise<SettledChange>
}

/** What the scans say that the change must be held against. */
export interface Scanned {
  /** Files that findings name. */
  readonly paths: readonly string[]
  readonly readSource: (path: string) => string | null
  /** Commits in which secrets were found. */
  readonly commits: readonly string[]
  /** Commits that the scanners say they looked at. */
  readonly revisions: readonly string[]
}

/** The change as it is for the tree that was scanned. */
export interface SettledChange {
  readonly diff: Diff | null
  /** The files that were scanned, where more can be read than before. */
  readonly readSource: (path: string) => string | null
  /** The commit that was scanned; null where nobody can tell. */
  readonly scannedSha: string | null
  /** For a trial merge the commit that it was merged into: what the diff starts from. Null: the merge base, or nothing. */
  readonly mergedInto: string | null
  /** Whether that is known of all texts that were read, not only likely. */
  readonly isCertain: boolean
  /** Files whose text, as it was scanned, is none of the commit's; null where that may be any. */
  readonly edited: readonly string[] | null
  /** Commits that are the head or a trial merge of it: scans of them are scans of this change. */
  readonly commits: readonly string[]
  readonly history: ((commit: string) => CommitSide) | null
  readonly notices: readonly Notice[]
  /** Where the lines of the scanned files are at the head; null: they are the head's. */
  readonly onHead: ((paths: readonly string[]) => Promise<ReadonlyMap<string, HeadFile>>) | null
}
