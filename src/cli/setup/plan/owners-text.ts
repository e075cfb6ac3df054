import { CODEOWNERS_PATHS, ownersOf, parseCodeowners } from '../../../core/policy/codeowners.js'

/** Lines for CODEOWNERS. */
export interface OwnerLines {
  readonly path: string
  readonly lines: readonly string[]
  /** True where the file is there, and the lines come after its own. */
  readonly isAddition: boolean
}

/** The CODEOWNERS file that counts: where it is, and what it holds. */
export interface PresentOwners {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Lines that give owners to the files that have none. In a file that is there each file gets a line of its own: the last
 * line that matches counts, and one for the folder would take what others have given away. Null where nothing is missing.
 */
export function ownerLines(
  present: PresentOwners | null,
  files: readonly string[],
  owners: readonly string[]
): OwnerLines | null {
  if (present === null) {
    const outside = files.filter(file => !file.startsWith('.github/'))
    const lines = ['/.github/', ...outside.map(pattern)].map(each => `${each} ${owners.join(' ')}`)
    return { path: CODEOWNERS_PATHS[0], lines, isAddition: false }
  }
  const missing = unowned(present, files)
  if (missing.length === 0) return null
  const lines = missing.map(file => `${pattern(file)} ${owners.join(' ')}`)
  return { path: present.path, lines, isAddition: true }
}

/** Those of the files that nobody owns. */
export function unowned(present: PresentOwners | null, files: readonly string[]): readonly string[] {
  if (present === null) return files
  const codeowners = parseCodeowners(present.path, present.bytes)
  return files.filter(file => ownersOf(codeowners, file).length === 0)
}

const pattern = (path: string): string => `/${path.replaceAll(' ', '\\ ')}`
