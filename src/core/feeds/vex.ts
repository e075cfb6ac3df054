import { type Finding, packageReportsOf, type Reachability } from '../finding.js'
import { coversPackage, type PackageUrl, parsePackageUrl } from '../ground/package-url.js'
import type { ExploitFacts, VexProduct, VexStatement } from './feed.js'

/** Statements by the ids that they are about, aliases included. */
export function indexVex(statements: readonly VexStatement[]): ExploitFacts['vex'] {
  const index = new Map<string, VexStatement[]>()
  for (const statement of statements) {
    for (const identifier of statement.identifiers) {
      const list = index.get(identifier)
      if (list === undefined) index.set(identifier, [statement])
      else list.push(statement)
    }
  }
  return index
}

/** The statements about the finding's advisories, each once, whatever product they are about. */
export const statementsOn = (finding: Finding, vex: ExploitFacts['vex']): readonly VexStatement[] => [
  ...new Set(finding.identifiers.flatMap(identifier => vex.get(identifier.toUpperCase()) ?? []))
]

/** Those of them that count, and are about a package of the finding. */
export const fittingStatements = (
  finding: Finding,
  vex: ExploitFacts['vex'],
  repository: string | null
): readonly VexStatement[] =>
  packageReportsOf(finding).flatMap(({ purl }) => aboutPackage(statementsOn(finding, vex), purl, finding, repository))

/**
 * Out of reach where the statements say so of every advisory of the finding, and of its package in the words of
 * everybody who reports it; else what the scanner says.
 */
export function reachabilityOf(finding: Finding, vex: ExploitFacts['vex'], repository: string | null): Reachability {
  if (vex.size === 0 || finding.reachability === 'reachable') return finding.reachability
  const statements = statementsOn(finding, vex)
  if (statements.length === 0) return finding.reachability
  const isHarmless = packageReportsOf(finding).every(({ purl }) =>
    isNotAffected(finding, aboutPackage(statements, purl, finding, repository))
  )
  return isHarmless ? 'unreachable' : finding.reachability
}

const aboutPackage = (
  statements: readonly VexStatement[],
  purl: string | null,
  finding: Finding,
  repository: string | null
): readonly VexStatement[] => {
  const found = purl === null ? null : parsePackageUrl(purl)
  return statements.filter(
    ({ problem, products }) =>
      problem === null &&
      products.some(product => isAbout(product, found, finding.package?.version ?? null, repository))
  )
}

/** The package itself, or our own product: as a whole, or by the package as a part of it. */
function isAbout(product: VexProduct, found: PackageUrl | null, version: string | null, repository: string | null) {
  const covers = (id: string): boolean => {
    const wanted = parsePackageUrl(id)
    return wanted !== null && found !== null && coversPackage(wanted, found, version)
  }
  const isWhole = product.subcomponents.length === 0
  if (!product.ids.some(id => isOurs(id, repository))) return isWhole && product.ids.some(covers)
  return isWhole || product.subcomponents.some(covers)
}

/** Whether an id names the repository, in every version: which one is being judged is not known to a statement. */
function isOurs(id: string, repository: string | null): boolean {
  if (repository === null) return false
  const name = repository.toLowerCase()
  const purl = parsePackageUrl(id)
  if (purl !== null) return purl.base === `github/${name}` && purl.version === null && purl.subpath === null
  return /^(?:git\+)?https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/?$/i.exec(id)?.[1]?.toLowerCase() === name
}

/** Of several CVEs each has to be answered; of one, any of its names will do. */
function isNotAffected({ identifiers }: Finding, statements: readonly VexStatement[]): boolean {
  const cves = identifiers.filter(id => id.startsWith('CVE-'))
  if (cves.length <= 1) return latestSay(statements, 'not_affected')
  const others = statements.filter(each => !cves.some(cve => each.identifiers.includes(cve)))
  // What names none of the CVEs may speak of any of them.
  return (
    others.every(({ status }) => status === 'not_affected') &&
    cves.every(cve =>
      latestSay(
        statements.filter(each => each.identifiers.includes(cve)),
        'not_affected'
      )
    )
  )
}

/** A later statement overrides; those of one time, and of an unknown one, count together. */
function latestSay(statements: readonly VexStatement[], status: VexStatement['status']): boolean {
  const latest = statements.reduce((last, { date }) => (date !== null && date > last ? date : last), '')
  const counting = statements.filter(({ date }) => date === null || date === latest)
  return counting.length > 0 && counting.every(each => each.status === status)
}
