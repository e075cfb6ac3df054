import { type Finding, packageReportsOf, type Reachability } from '../finding.js'
import { ONE_ID_EACH } from '../ground/advisory-ids.js'
import { coversPackage, namesRepository, type PackageUrl, parsePackageUrl } from '../ground/package-url.js'
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
export function reachabilityBy(finding: Finding, vex: ExploitFacts['vex'], repository: string | null): Reachability {
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
      problem === null && products.some(product => isAbout(product, found, finding, repository))
  )
}

/** The package itself, or our own product: as a whole, or by the package as a part of it. */
function isAbout(product: VexProduct, found: PackageUrl | null, finding: Finding, repository: string | null): boolean {
  const covers = (id: string): boolean => {
    const wanted = parsePackageUrl(id)
    return wanted !== null && found !== null && coversPackage(wanted, found, finding.package?.version ?? null)
  }
  const isWhole = product.subcomponents.length === 0
  const isOwn = product.ids.some(id => isRepository(id, repository) || isImageOf(id, finding))
  if (!isOwn) return isWhole && product.ids.some(covers)
  return isWhole || product.subcomponents.some(covers)
}

/** Whether an id names the repository, in every version: which one is being judged is not known to a statement. */
function isRepository(id: string, repository: string | null): boolean {
  if (repository === null) return false
  const name = repository.toLowerCase()
  const purl = parsePackageUrl(id)
  if (purl !== null) return namesRepository(purl, repository)
  return /^(?:git\+)?https:\/\/github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/?$/i.exec(id)?.[1]?.toLowerCase() === name
}

/** Whether an id names the image in which the finding is: by its name and, where the id says them, registry and digest. */
function isImageOf(id: string, { category, clues }: Finding): boolean {
  const purl = category === 'container' && clues.symbol !== null ? parsePackageUrl(id) : null
  if (purl === null || (purl.type !== 'oci' && purl.type !== 'docker')) return false
  const reference = clues.symbol?.split('#', 1)[0]?.toLowerCase() ?? ''
  const [, path = '', digest = null] = /^([^@\s]*?)(?::[\w.-]+)?(?:@(sha256:[0-9a-f]+))?$/.exec(reference) ?? []
  const name = purl.name.toLowerCase()
  const registries = [...purl.qualifiers].flatMap(each => /^repository_url=(?:https:\/\/)?(.+)$/.exec(each)?.[1] ?? [])
  const isNamed = path === name || path.endsWith(`/${name}`)
  const isThere = registries.every(each => [each, `${each}/${name}`].includes(path))
  return isNamed && isThere && (purl.version === null || purl.version === digest)
}

/** Of several vulnerabilities each has to be answered; of one, any of its names will do. */
function isNotAffected({ identifiers }: Finding, statements: readonly VexStatement[]): boolean {
  const names = identifiers.map(id => id.toUpperCase())
  const [ids = []] = ONE_ID_EACH.map(database => names.filter(id => id.startsWith(`${database}-`))).toSorted(
    (a, b) => b.length - a.length
  )
  if (ids.length <= 1) return latestSay(statements, 'not_affected')
  const others = statements.filter(each => !ids.some(id => each.identifiers.includes(id)))
  // What names none of them may speak of any.
  return (
    others.every(({ status }) => status === 'not_affected') &&
    ids.every(id =>
      latestSay(
        statements.filter(each => each.identifiers.includes(id)),
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
