import type { Category, Reachability } from '../../finding.js'

/** A text of a result or its rule in which a tool states a fact that the standard has no place for. */
export type TextPlace =
  | 'message'
  | 'markdown'
  | 'rule-id'
  | 'rule-name'
  | 'short-description'
  | 'full-description'
  | 'help'
  | 'help-markdown'
  | 'logical-name'
  | 'location-message'
  | 'snippet'
  | 'fix'
  | 'module'

/** Where a tool states its own severity word; group 1 of a pattern is the word. */
export type SeverityPlace =
  | { readonly in: TextPlace; readonly pattern: RegExp }
  | { readonly in: 'tags' }
  | { readonly in: 'rank' }
  /** Fortify's priority: impact and likelihood, on scales from 0 to 5. */
  | { readonly in: 'impact' }
  | { readonly in: 'result-property' | 'rule-property'; readonly path: readonly string[] }

/**
 * Where a tool names the package. Named groups: `name`, `version`, `fixed`, `type`, each optional. A global pattern is
 * tried at each of its matches until one is about the package whose name is already known.
 */
export interface PackagePattern {
  readonly in: TextPlace
  readonly pattern: RegExp
}

/** What the standard leaves open and one family of tools has settled in its own way. Absent members mean: as the standard says. */
export interface ToolProfile {
  /**
   * Driver names in lower case; a longer name belongs too if it goes on with something other than a letter or digit.
   * Names in a list of their own are those of one tool, which was renamed or which others rename: identity takes the first.
   */
  readonly names: readonly (string | readonly string[])[]
  /** Rule ids that only this tool writes: recognises it when users have renamed the driver. */
  readonly signature?: RegExp
  /** Category of all its findings, unless a type tag or a rule id says otherwise. */
  readonly category?: Category
  /** Rules of a linter that are about security, though nothing in the file says so. */
  readonly securityRules?: RegExp
  /** Ids or names of rules that find secrets, in a tool that is named for something else. */
  readonly secretRules?: RegExp
  /** Everything that it writes, whether or not a run has findings. */
  readonly writes: readonly Category[]
  /** Tags and rule names that tell the kind of a single result. */
  readonly typeTags?: boolean
  /** Places of a severity word, asked before all places of the standard. */
  readonly severity?: readonly SeverityPlace[]
  /** Its level says something other than severity, or always the same. */
  readonly levelIsNoSeverity?: boolean
  /** Level `none` with a score of 0 is how it writes that the severity is not known. */
  readonly unratedIsNone?: boolean
  /** It states its level on the rule alone: a result without its rule says nothing of the severity. */
  readonly levelOnRule?: boolean
  /** What its level says about reachability. */
  readonly reachabilityOfLevel?: Readonly<Record<string, Reachability>>
  readonly packages?: readonly PackagePattern[]
  /** It looks for nothing but malware. */
  readonly findsMalware?: boolean
  /** The rule id is the bare number of a CWE. */
  readonly ruleIdIsCwe?: boolean
  /** Rule ids that change with each scan; the advisory takes their place. */
  readonly unstableRuleIds?: RegExp
  /** Paths with a leading slash are relative to the repository. */
  readonly leadingSlash?: boolean
  /**
   * The whole message of a result whose place lies in an image. Names and paths in it are the author's: whatever stands
   * in them, the pattern must not match the message of another result.
   */
  readonly imageMessage?: RegExp
  /** Where its message of a location is the path, which it writes too where it cannot make an address of it; group `path`. */
  readonly pathInLocationMessage?: RegExp
  /** Its places are addresses, hosts or components, never files of the repository. */
  readonly noFiles?: boolean
  /** A weakness is no evidence of security: it gives one to questions of mere quality too. */
  readonly weaknessIsNoEvidence?: boolean
  /** Each of its rules carries tags: a rule without any is not known, and so not known to be mere quality. */
  readonly tagsEveryRule?: boolean
  /** Before the ids of its rules stand the folders from which they were read, with dots between them. */
  readonly foldersInRuleIds?: boolean
  /** Its list of rules is what ran, whether or not it found anything; most tools list only the rules with results. */
  readonly listsEveryRule?: boolean
  /** Messages are HTML. */
  readonly htmlMessages?: boolean
  /** Why `executionSuccessful: false` is no failure for this tool: completes the sentence "NAME …". */
  readonly failureFlag?: {
    readonly meaning: string
    readonly state: 'complete' | 'degraded'
    readonly fatalExit?: number
  }
  /** Where the messages of a scanner of histories name the commit: group 1. */
  readonly commitInMessage?: RegExp
  /** Rule of the results that say that the analysis broke off although it is called successful. */
  readonly fatalRule?: RegExp
}

/** Patterns for the lines `Name: value` that many tools write. */
export const lines = (
  place: TextPlace,
  names: Readonly<Record<'name' | 'version' | 'fixed' | 'type', string | null>>
) =>
  Object.entries(names).flatMap(([group, label]): PackagePattern[] =>
    label === null ? [] : [{ in: place, pattern: new RegExp(`^${label}:[ \\t]*(?<${group}>[^\\n]*)$`, 'm') }]
  )
