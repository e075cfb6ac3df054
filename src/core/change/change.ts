/** Lines of the head's files that the change adds or edits, and the manifests it touches. Paths are repository-relative with `/`. */
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
