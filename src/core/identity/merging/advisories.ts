import type { Finding } from '../../finding.js'

const isAdvisory = (identifier: string): boolean => !identifier.startsWith('CWE-')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Findings found to be about one vulnerability, and the ids that they bring together. */
interface Group {
  readonly parts: Finding[]
  readonly ids: Set<string>
  readonly cves: Set<string>
  readonly ghsas: Set<string>
}

const within = (small: ReadonlySet<string>, large: ReadonlySet<string>): boolean => {
  for (const id of small) if (!large.has(id)) return false
  return true
}
const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && within(a, b)

/**
 * True where a shared alias does not make two the same. CVE and GHSA give one vulnerability one id each, so different
 * ids there are different vulnerabilities; a list of two CVEs is neither of them alone, and must not join them.
 */
function contradict(a: Group, b: Group): boolean {
  if (a.cves.size > 0 && b.cves.size > 0) return !equal(a.cves, b.cves)
  if (a.ghsas.size === 0 || b.ghsas.size === 0 || equal(a.ghsas, b.ghsas)) return false
  // Under one CVE a database may have withdrawn one id for another: then either of them will do.
  const [whole, part] = a.cves.size > 0 ? [a, b] : [b, a]
  return whole.cves.size === 0 || !within(part.ghsas, whole.ghsas)
}

function groupOf(finding: Finding): Group {
  const ids = finding.identifiers.filter(isAdvisory)
  return {
    parts: [finding],
    ids: new Set(ids),
    cves: new Set(ids.filter(id => id.startsWith('CVE-'))),
    ghsas: new Set(ids.filter(id => id.startsWith('GHSA-')))
  }
}

function absorb(into: Group, other: Group): void {
  for (const part of other.parts) into.parts.push(part)
  for (const key of ['ids', 'cves', 'ghsas'] as const) for (const id of other[key]) into[key].add(id)
}

/** Findings whose ids are the same need no comparison: they are one group from the start. */
function seeds(findings: readonly Finding[]): readonly Group[] {
  const byIds = new Map<string, Group>()
  for (const finding of findings) {
    const key = finding.identifiers.filter(isAdvisory).join(' ')
    const known = byIds.get(key)
    if (known === undefined) byIds.set(key, groupOf(finding))
    else known.parts.push(finding)
  }
  // Those that commit to a CVE come first, so that vaguer ones join them in an order that only content decides.
  return [...byIds]
    .sort(
      ([a, first], [b, second]) =>
        second.cves.size - first.cves.size || second.ids.size - first.ids.size || compare(a, b)
    )
    .map(([, group]) => group)
}

/**
 * Findings of one package in groups of one vulnerability each: connected, through any number of aliases, by shared
 * advisory ids (never by CWE ids), but not across a contradiction. The order of the findings does not matter.
 */
export function advisoryGroups(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Set<Group>()
  const byId = new Map<string, Set<Group>>()
  for (const seed of seeds(findings)) {
    let home = seed
    for (const group of new Set([...seed.ids].flatMap(id => [...(byId.get(id) ?? [])]))) {
      if (contradict(home, group)) continue
      // The older group stays, so that what is registered for it need not move.
      absorb(group, home)
      if (home !== seed) {
        groups.delete(home)
        for (const id of home.ids) byId.get(id)?.delete(home)
      }
      home = group
    }
    groups.add(home)
    for (const id of home.ids) {
      const known = byId.get(id)
      if (known === undefined) byId.set(id, new Set([home]))
      else known.add(home)
    }
  }
  return [...groups].map(group => group.parts)
}
