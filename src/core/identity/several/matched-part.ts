import type { Finding } from '../../finding.js'
import type { Identity, SuppressionGround } from '../identified.js'
import type { Entry } from '../match/entry.js'
import type { Cause } from '../state.js'

/** One place of a finding of several, matched. */
export interface MatchedPart {
  readonly entry: Entry
  /** Path that its file had at the base. */
  readonly basePath: string
  /** State and ground that the part alone would have. */
  readonly cause: Cause
  /** Path at the base of the file that the change moved here, or null. */
  readonly movedFrom: string | null
  /** What shows that the change did not add the suppression at this place, or null. */
  readonly suppressionGround: SuppressionGround | null
}

/** What is to be said of single places of a finding, and holds for the whole. */
export type FactsOfPlaces = Pick<Identity, 'changedPlaces' | 'moves' | 'suppressionGround'>

/** A suppression counts as older than the change only if it is at each place. */
export function ofPlaces(parts: readonly MatchedPart[]): FactsOfPlaces {
  const changedPlaces = parts.flatMap(({ entry }) => (entry.changed === true ? (entry.finding.location ?? []) : []))
  const moves = parts.flatMap(({ entry: { finding }, movedFrom }) =>
    movedFrom === null || finding.location === null ? [] : [{ location: finding.location, from: movedFrom }]
  )
  const grounds = new Set(parts.map(part => part.suppressionGround))
  const ground = grounds.has('untouched') ? 'untouched' : 'baseline'
  return {
    ...(changedPlaces.length === 0 ? {} : { changedPlaces }),
    ...(moves.length === 0 ? {} : { moves }),
    ...(grounds.has(null) ? {} : { suppressionGround: ground })
  }
}

/** The finding that was detected first. */
export const earliest = (findings: readonly Finding[]): Finding | undefined =>
  findings.toSorted((a, b) => instantOf(a) - instantOf(b))[0]

const instantOf = ({ firstDetected }: Finding): number => {
  const at = firstDetected === null ? Number.NaN : Date.parse(firstDetected)
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at
}
