/** Which gate decided. */
export interface Edition {
  readonly version: string
  /** The state of the sources that it was built from; null: not known. */
  readonly commit: string | null
}

/** A gate of which nothing is said. */
export const UNKNOWN_EDITION: Edition = { version: 'unknown', commit: null }

/** The gate in words: `1.0.0 (5f2a…)`. */
export const editionText = ({ version, commit }: Edition): string =>
  commit === null ? version : `${version} (${commit})`
