import type { Location, PlaceGround } from '../../finding.js'
import type { JsonObject } from '../../ground/json.js'
import { pathInImage } from '../place/image.js'
import { regionOf } from '../place/region.js'
import type { MappedPlace } from '../place/resolve.js'
import { plainText } from './message.js'

/** Where a finding is, as views and policy see it. */
export interface Placed {
  readonly location: Location | null
  readonly ground: PlaceGround
  readonly claimed: string | null
  readonly placeProblem: string | null
  /** What was named instead of a file, or in it. */
  readonly reference: string | null
}

/** What a scanner wrote as the place, on one line, with the line that it named. */
function claimOf(claimed: string, region: JsonObject | null): string {
  const { startLine } = regionOf(region)
  const path = plainText(claimed).replace(/\s+/g, ' ').slice(-300)
  return startLine === null ? path : `${path}:${startLine}`
}

// Members one by one, here and in findings: objects that are spread into each other take twice the memory.
function locationIn(place: MappedPlace & { readonly kind: 'file' }, region: JsonObject | null): Location {
  const { path, line, member: inside } = place
  const { startLine, startColumn, endLine, endColumn } = regionOf(region)
  // Lines of a member are none of the archive's.
  if (inside !== null) return { path, startLine: null, startColumn: null, endLine: null, endColumn: null }
  if (startLine === null && line !== null) return { path, startLine: line, startColumn, endLine: line, endColumn }
  return { path, startLine, startColumn, endLine, endColumn }
}

/** `image`: the place lies in an image or is none that a file could be at. */
export function placedAt(
  place: MappedPlace,
  region: JsonObject | null,
  image: boolean,
  imageName: string | null
): Placed {
  if (place.kind === 'unmappable' && !image) {
    const claimed = claimOf(place.claimed, region)
    return {
      location: null,
      ground: 'unchecked',
      claimed,
      placeProblem: `${claimed}: ${place.problem}.`,
      reference: null
    }
  }
  if (place.kind === 'file' && !image) {
    const { ground, claimed } = place
    const shown = claimed === null ? null : claimOf(claimed, region)
    return { location: locationIn(place, region), ground, claimed: shown, placeProblem: null, reference: null }
  }
  const named = place.kind === 'none' ? place.reference : place.kind === 'file' ? place.path : place.claimed
  const reference = named === null ? null : pathInImage(imageName, named)
  return { location: null, ground: 'unchecked', claimed: null, placeProblem: null, reference }
}
