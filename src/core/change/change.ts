/**
 * What lies between the tree that was scanned (here called the head) and the tree that it is merged into (the base).
 * Paths are repository-relative with `/`.
 */
export interface Diff {
  readonly files: ReadonlyMap<string, DiffFile>
  /** False where a part could not be read (too many files, a missing patch): a file that is not named may have changed. */
  readonly complete: boolean
}

export interface DiffFile {
  /** Path at the base where the file was renamed or copied, else the same path; null for an added file. */
  readonly basePath: string | null
  readonly change: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied'
  /** Inclusive ranges of added or edited lines at the head, ascending; null where they are not known: then every line counts as changed. */
  readonly lines: readonly (readonly [number, number])[] | null
  /** The same as replacements, ascending: with the head's text they give the base's text. Null where not known. */
  readonly edits: readonly Edit[] | null
  /** What the text that the diff leads to must be, so that its lines are those of the findings; absent where it says nothing. */
  readonly fit?: Fit
  /**
   * Why less is known than the diff says. `unfit`: it leads to another text than the one that was scanned, so no line is
   * known. `unread`: that text cannot be read, so what the diff leaves out is not proven to be untouched.
   */
  readonly doubt?: 'unfit' | 'unread'
}

/** Evidence of the text that a file's diff leads to. */
export interface Fit {
  /** Git's id of the text, or its first digits; null where the diff does not tell it. */
  readonly blob: string | null
  /** The same of the base's text, asked for where the diff may not show all lines that changed; else null. */
  readonly base: string | null
  /** The lines that the hunks show, added or not. */
  readonly stretches: readonly Stretch[]
}

/** Lines of the head that stand one after the other: the first one's number, how many, and what stands for their text. */
export interface Stretch {
  readonly start: number
  readonly count: number
  readonly digest: string
}

/** A stretch of base lines that the change replaces by a stretch of head lines; either may be empty. Lines count from 1. */
export interface Edit {
  /** First removed line of the base; where none is removed, the line before which the new ones stand. */
  readonly baseStart: number
  readonly removed: readonly string[]
  /** First added line of the head; where none is added, the line before which the removed ones stood. */
  readonly headStart: number
  readonly added: number
}

/** `change`: the change under review brings the commit; `base`: what it is merged into has it already. */
export type CommitSide = 'change' | 'base' | 'unknown'
