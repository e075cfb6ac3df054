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

/** The word of a closed list that was most likely meant, or null. */
export function nearest(word: string, allowed: readonly string[]): string | null {
  const written = word.slice(0, 100)
  const plain = written.toLowerCase().replaceAll('_', '-')
  const exact = allowed.find(candidate => candidate.toLowerCase().replaceAll('_', '-') === plain)
  if (exact !== undefined) return exact
  let best: string | null = null
  let least = Math.max(1, Math.floor(written.length / 3)) + 1
  for (const candidate of allowed) {
    const distance = editDistance(plain, candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  const synonym = SYNONYMS.get(plain)
  // A synonym is surer than a spelling that is more than one keystroke away.
  return synonym !== undefined && allowed.includes(synonym) && least > 1 ? synonym : best
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
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
