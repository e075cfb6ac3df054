import { PROFILES } from '../../sarif/tools/registry.js'
import { editDistance } from '../../yaml/nearest.js'

/** The names of all tools that are known, in lower case, the usual one of each tool first. */
const KNOWN: readonly string[] = PROFILES.flatMap(({ names }) => names.flat())

/**
 * The known tool that was most likely meant by a name that fits none, or null: also where nothing is near, for a tool
 * that nobody knows is still a tool. Blanks and signs do not count, as `Code QL` is CodeQL.
 */
export function meantTool(name: string): string | null {
  const written = name.toLowerCase()
  if (/[*?{]/.test(name) || KNOWN.some(known => known === written || known.startsWith(`${written} `))) return null
  const letters = lettersOf(written)
  const same = KNOWN.find(known => lettersOf(known) === letters)
  if (same !== undefined) return same
  const near = KNOWN.map(known => ({ known, distance: editDistance(letters, lettersOf(known)) }))
  const [best] = near.filter(({ distance }) => distance <= mayDiffer(letters)).sort((a, b) => a.distance - b.distance)
  return best?.known ?? null
}

const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '')

/** Short names have many neighbours that are other tools: `tslint` and `eslint`. */
const mayDiffer = (letters: string): number => (letters.length < 6 ? 0 : letters.length < 10 ? 1 : 2)
