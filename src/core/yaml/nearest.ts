/** What people write for a word of ours, from the other tools of the field. */
const SYNONYMS = new Map([
  ['moderate', 'medium'],
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
  ['info', 'none'],
  ['informational', 'none'],
  ['fail', 'block'],
  ['deny', 'block'],
  ['allow', 'pass'],
  ['ok', 'pass'],
  ['audit', 'monitor'],
  ['evaluate', 'monitor'],
  ['dry-run', 'monitor'],
  ['new', 'introduced'],
  ['unchanged', 'existing'],
  ['absent', 'fixed'],
  ['secrets', 'secret'],
  ['dependency', 'sca'],
  ['dependencies', 'sca'],
  ['overdue', 'breached'],
  ['honor', 'honour'],
  ['expiry', 'expires'],
  ['exclude', 'unless'],
  ['path', 'paths'],
  ['severity-min', 'min-severity'],
  ['approver', 'approvers'],
  ['risk_accept', 'risk-accept'],
  ['accepted-risk', 'risk-accept'],
  ['fp', 'false-positive']
])

/** The word of a closed list that was most likely meant, or null where none is near: see `mayDiffer`. */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const written = plain(word.slice(0, 100))
  const exact = allowed.find(candidate => plain(candidate) === written)
  if (exact !== undefined) return exact
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of allowed) {
    const distance = editDistance(written, candidate.toLowerCase())
    if (distance >= least || distance > mayDiffer(written, candidate)) continue
    best = candidate
    least = distance
  }
  const synonym = SYNONYMS.get(written)
  // A synonym is surer than a spelling that is more than one keystroke away.
  return synonym !== undefined && allowed.includes(synonym) && least > 1 ? synonym : best
}

/**
 * What to do about a word that is not in a closed list: the word that was most likely meant, as `shown` writes it, or
 * `otherwise` where there is none.
 */
export function hintFor(
  word: string,
  allowed: readonly string[],
  otherwise: string,
  shown: (near: string) => string = near => near
): string {
  const near = nearest(word, allowed)
  return near === null ? otherwise : `Did you mean ${shown(near)}?`
}

/** The hint about a word of a list that is short enough to be written out. */
export const oneOfHint = (word: string, allowed: readonly string[]): string =>
  hintFor(word, allowed, `Write one of ${allowed.join(', ')}`)

const plain = (text: string): string => text.toLowerCase().replaceAll('_', '-')

/** A third of the letters of the longer word: of two letters, or of a digit, none is left to tell what was meant. */
const mayDiffer = (word: string, candidate: string): number => Math.floor(Math.max(word.length, candidate.length) / 3)

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (Damerau-Levenshtein). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(replaced, swapped, cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return cell(a.length, b.length)
}
