import { type Category, type Finding, type KnownSeverity, type Severity, severityRank } from '../../finding.js'
import type { ResultFacts } from '../members.js'
import { type FoundPackage, packageOf } from '../package/package.js'

/** A finding by one of several rules of its id, and whether result and rule name the same package. */
export interface ByCopy {
  readonly finding: Finding
  readonly isMeant: boolean
}

/** The package by the one rule of the result. */
export const wholePackage = (facts: ResultFacts, path: string | null) => ({
  named: packageOf(facts, path),
  isMeant: false
})

/**
 * The package by one of several rules of an id: what the rule says of it counts only where the result itself names the
 * same package, in no other version. Version and fix of one package must not become those of another.
 */
export function packageByCopy(
  facts: ResultFacts,
  path: string | null
): { readonly named: FoundPackage; readonly isMeant: boolean } {
  const ofResult = facts.packagePatterns.filter(({ place }) => place !== null)
  const ofRule = facts.packagePatterns.filter(({ place }) => place === null)
  const own = packageOf({ ...facts, rule: null, packagePatterns: ofResult }, path)
  const copy = packageOf({ ...facts, result: {}, location: null, packagePatterns: ofRule }, path)
  const name = own.package?.name ?? null
  const version = own.package?.version ?? null
  const isMeant = name !== null && copy.package?.name === name && (version === null || version === copy.package.version)
  return { named: isMeant ? packageOf(facts, path) : own, isMeant }
}

/** What nobody rates may be anything but the worst of what is rated. */
const gravity = (severity: Severity): number =>
  severity === 'unknown' ? severityRank('high') + 0.5 : severityRank(severity satisfies KnownSeverity)

/** Rules of a policy ask for secrets whatever their severity, and pass over quality. */
const weight = (category: Category): number => (category === 'secret' ? 2 : category === 'quality' ? 0 : 1)

/** Of a result that several rules may explain: by the rules that name its package, else by all of them, the gravest. */
export function gravestOf(findings: readonly ByCopy[]): Finding | null {
  const meant = findings.filter(({ isMeant }) => isMeant)
  return (meant.length > 0 ? meant : findings)
    .map(({ finding }) => finding)
    .reduce<Finding | null>((worst, each) => (worst === null || isGraver(each, worst) ? each : worst), null)
}

const isGraver = (a: Finding, b: Finding): boolean =>
  weight(a.category) - weight(b.category) > 0 ||
  (weight(a.category) === weight(b.category) && gravity(a.severity) > gravity(b.severity))
