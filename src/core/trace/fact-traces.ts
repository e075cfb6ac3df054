import type { Assessed } from '../decision/subject.js'
import type { ExploitFacts, VexStatement } from '../feeds/feed.js'
import { statementsOn } from '../feeds/vex.js'
import type { Finding } from '../finding.js'
import { placementsOf } from '../policy/assets.js'
import type { Policy } from '../policy/policy.js'
import { timeToFix } from '../policy/sla.js'
import type { Trace } from './trace.js'

/** Where the tier comes from: asset, glob and layer; every layer that has something to say. */
export function traceTier({ finding, placement }: Assessed, policy: Policy): Trace['tier'] {
  const value = placement.tier
  if (finding.placeProblem !== null) {
    return { value, reason: `the place cannot be mapped into the repository: ${finding.placeProblem}`, layers: [] }
  }
  const layers = placementsOf(policy, finding.location?.path ?? null).map(({ asset, glob }) => ({
    layer: asset.layer,
    asset: asset.name,
    glob,
    tier: asset.tier,
    exposure: asset.exposure
  }))
  const winner = layers.find(({ tier }) => tier === value)
  const reason =
    winner === undefined
      ? 'no asset names the place: the default tier'
      : `asset ${winner.asset} (${winner.glob} in ${winner.layer})${layers.length > 1 ? ', the most critical of all layers' : ''}`
  return { value, reason, layers }
}

/** What the catalogue says of each CVE. */
export function traceKev({ finding, facts }: Assessed, { kev }: ExploitFacts): Trace['kev'] {
  const cves = cvesOf(finding)
  const listed = cves.flatMap(cve => {
    const added = kev?.cves.get(cve)?.added
    return added === undefined ? [] : [{ cve, added }]
  })
  const released = kev?.released ?? null
  return { value: facts.kev, released, listed, reason: kevReason(facts.kev, cves, listed, kev !== null) }
}

function kevReason(
  value: boolean | null,
  cves: readonly string[],
  listed: Trace['kev']['listed'],
  isGiven: boolean
): string {
  if (listed.length > 0) return listed.map(({ cve, added }) => `${cve} was added on ${added}`).join(', ')
  if (value === true) return 'stated with the finding'
  if (!isGiven) return value === null ? 'no catalogue was given' : 'stated with the finding'
  if (cves.length === 0) return 'the finding names no CVE to look up'
  return `the catalogue does not list ${cves.join(', ')}`
}

/** The scores of each CVE; the highest counts. */
export function traceEpss({ finding, facts }: Assessed, { epss }: ExploitFacts): Trace['epss'] {
  const scores = cvesOf(finding).flatMap(cve => {
    const score = epss?.scores.get(cve)
    return score === undefined ? [] : [{ cve, score }]
  })
  const reason =
    scores.length > 0
      ? scores.map(({ cve, score }) => `${cve} has ${score}`).join(', ')
      : facts.epss !== null
        ? 'stated with the finding'
        : epss === null
          ? 'no scores were given'
          : 'none of its identifiers has a score'
  return { value: facts.epss, date: epss?.date ?? null, scores, reason }
}

const cvesOf = ({ identifiers }: Finding): readonly string[] => identifiers.filter(each => each.startsWith('CVE-'))

const productsOf = (products: VexStatement['products']): string =>
  products.map(({ ids, subcomponents }) => [ids[0], ...subcomponents].join(' with ')).join(', ') || 'no product'

/** What scanner and VEX say about whether the code is reached. */
export function traceReachability({ finding, facts }: Assessed, { vex }: ExploitFacts): Trace['reachability'] {
  const sentences = statementsOn(finding, vex).map(
    ({ identifiers, status, justification, products, problem }) =>
      `${identifiers.join(', ')} is ${status}${justification === null ? '' : ` (${justification})`} for ${productsOf(products)}${problem === null ? '' : `, which does not count: the statement ${problem}`}`
  )
  return { value: facts.reachability, vex: [...new Set(sentences)].sort() }
}

/** Severity with its source; where the policy raised it, with what the scanner said. */
export const traceSeverity = (
  { finding, effectiveSeverity }: Assessed,
  reported: Pick<Finding, 'severity'>
): Trace['severity'] => ({
  value: finding.severity,
  counted: effectiveSeverity,
  source: finding.severitySource,
  score: finding.score,
  conflict: finding.severityConflict,
  reported: reported.severity
})

/** A scanner's claim that the finding is suppressed, and whether the policy honours it. */
export function traceSuppression({ finding }: Assessed, honoured: boolean): Trace['suppression'] {
  const { suppression } = finding
  if (suppression === null) return null
  const { kind, justification, until } = suppression
  const end = until === undefined ? '' : ` (until ${until})`
  const claimed = `${kind}${end}${justification === null ? '' : `: ${justification}`}`
  return { claimed, honoured }
}

/** The clock of the SLA: which layers set a time, and when it ends. */
export function traceSla({ identity, placement, facts, effectiveSeverity, sla }: Assessed, policy: Policy) {
  const question = { tier: placement.tier, severity: effectiveSeverity, kev: facts.kev }
  const times = policy.sla.flatMap(table => {
    const milliseconds = timeToFix({ sla: [table] }, question)
    return milliseconds === null ? [] : [{ layer: table.layer, milliseconds }]
  })
  const exploited = facts.kev === true ? ', known exploited' : ''
  const what = `tier ${placement.tier}, ${effectiveSeverity}${exploited}`
  const reason =
    times.length === 0
      ? `no layer sets a time for ${what}`
      : `for ${what}, from first detection ${identity.firstDetected ?? '(not known)'}`
  return { times, due: sla?.due ?? null, status: sla?.status ?? null, reason }
}
