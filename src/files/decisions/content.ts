import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readDecisionDocument, type StoredDocument } from '../../core/history/stored.js'
import type { ListedFile } from '../patterns.js'
import { sha256Of } from '../policy-files.js'

/** A decision file that was checked against its schema, of a run that may not have decided. */
export interface DocumentFile extends Omit<Extract<StoredDocument, { kind: 'document' }>, 'kind'> {
  readonly name: string
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string
}

const isVersion = (version: unknown): boolean => version === 1 || version === 2

/** A decision file with its text: whoever reads many keeps none. */
export type DocumentText = Omit<DocumentFile, 'name'> & { readonly kind: 'document'; readonly text: string }

/** What is no decision, whatever its name. */
export interface InvalidFile {
  readonly kind: 'invalid'
  readonly problem: string
  /** Whether it says to be one that this edition reads: then somebody has changed it. */
  readonly isDecision: boolean
}

/** What a JSON file holds; null where it is neither decision nor SARIF. */
export function storedContent({ path }: Pick<ListedFile, 'path'>): DocumentText | InvalidFile | 'sarif' | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { kind: 'invalid', problem: REFUSALS[code] ?? `the system refuses it (${code})`, isDecision: false }
  }
  const claims = /^\s*\{\s*"schemaVersion"/.test(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return claims ? { kind: 'invalid', problem: error.message, isDecision: true } : null
  }
  if (typeof value !== 'object' || value === null) return null
  if ('schemaVersion' in value && isVersion(value.schemaVersion)) {
    const stored = readDecisionDocument(value)
    return stored.kind === 'invalid'
      ? { ...stored, isDecision: true }
      : { ...stored, sha256: digestOf(text, path), text }
  }
  // Of a later edition, most likely: to pass it over would make every figure wrong in silence.
  if (claims)
    return { kind: 'invalid', problem: 'its schemaVersion is none that this edition reads', isDecision: false }
  return 'runs' in value ? 'sarif' : null
}

/** SHA-256 of the bytes of a file. What is no UTF-8 is replaced in its text, so that only the bytes tell. */
const digestOf = (text: string, path: string): string =>
  text.includes('\uFFFD') ? sha256Of(readFileSync(path)) : hash('sha256', text, 'hex')

const TOO_LARGE = 'it is larger than this edition can hold at once'

/** Codes of the system and of Node, in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ERR_STRING_TOO_LONG: TOO_LARGE,
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE
}
