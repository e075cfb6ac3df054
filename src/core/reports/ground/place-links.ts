import type { Change } from '../../decision/decision.js'
import { unmappedClaim } from '../../decision/places/place-advice.js'
import { compareLocations, type Finding, type Location } from '../../finding.js'
import { count } from './wording.js'

const SERVER = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?$/
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9._-]+$/
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Each part of a path in the letters that a URI leaves alone (RFC 3986 §2.3); null where the path cannot be an address. */
export function pathToUri(path: string): string | null {
  const parts = path.split('/')
  if (/\p{Surrogate}/u.test(path) || parts.some(part => part === '' || part === '.' || part === '..')) return null
  return parts
    .map(part =>
      encodeURIComponent(part).replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    )
    .join('/')
}

/** `path:line`, as editors and compilers write it. */
export const placeText = (location: Location): string =>
  location.startLine === null ? location.path : `${location.path}:${location.startLine}`

/** Where a finding is that has no place in the repository: what was claimed, the package, or that there is none. */
export function elsewhereText(finding: Finding): string {
  const claim = unmappedClaim(finding)
  if (claim !== null) return `${claim} (not mapped)`
  return finding.package?.purl ?? finding.package?.name ?? 'no place in the repository'
}

/** Where a finding is, in words. */
export const whereText = (finding: Finding): string =>
  finding.location === null ? elsewhereText(finding) : placeText(finding.location)

/** The places of a finding besides the one that decides, as text; what could not be mapped comes last, in its own words. */
export function otherPlaces({ location, otherLocations = [], placeProblem }: Finding): readonly string[] {
  const lost = location === null || placeProblem === null ? [] : [placeProblem]
  return [...[...otherLocations].sort(compareLocations).map(placeText), ...lost]
}

/** ` and 2 more places`; empty where there is one at most. */
export function morePlaces(finding: Finding): string {
  const others = otherPlaces(finding).length
  return others === 0 ? '' : ` and ${count(others, 'more place')}`
}

/** So many further places are listed where there is room for a line. */
const LISTED = 5

/** The further places in one line, those that find no room counted; null where there is none. */
export function listedPlaces(finding: Finding): string | null {
  const others = otherPlaces(finding)
  if (others.length === 0) return null
  const rest = others.length - LISTED
  return `${others.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Address of the repository, or null where it is not known or not safe to put in a link. */
export const repositoryUrl = ({ repository }: Change, serverUrl: string | null): string | null =>
  serverUrl !== null && repository !== null && SERVER.test(serverUrl) && REPOSITORY.test(repository)
    ? `${serverUrl}/${repository}`
    : null

/** Address of the place at the head commit, or null where one of its parts is not known or not safe to put in a link. */
export function placeUrl(location: Location, change: Change, serverUrl: string | null): string | null {
  const repository = repositoryUrl(change, serverUrl)
  const path = pathToUri(location.path)
  if (repository === null || path === null || change.headSha === null || !COMMIT.test(change.headSha)) return null
  const line = location.startLine === null ? '' : `#L${location.startLine}`
  return `${repository}/blob/${change.headSha}/${path}${line}`
}
