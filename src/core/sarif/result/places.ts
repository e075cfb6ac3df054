import { hash } from 'node:crypto'
import { compareLocations, type Location, type PlaceGround, weakestGround } from '../../finding.js'
import { asArray, asObject, asString, type JsonObject, member, textMember } from '../../ground/json.js'
import { at, logicalName, propertiesOf } from '../members.js'
import { pathInImage } from '../place/image.js'
import { type Element, isLostPlace, lookUp, lookUps, type PlaceFinder, placeElements } from '../place/looked-up.js'
import { regionOf } from '../place/region.js'
import { type MappedPlace, NOWHERE } from '../place/resolve.js'
import { plainText } from './message.js'

/** So many files of one result are kept; what is beyond them counts as a place that nobody knows. */
const MOST_PLACES = 1_000
/** So many places that could not be mapped are named; the others are told apart by a digest. */
const NAMED = 3
/** So many places that are no files are named; they are paths in images. */
const MOST_REFERENCES = 20

/** The places of a result. The facts that only one of them can give come from the first in the order of path and line. */
export interface Placed {
  /** The element of the first place. */
  readonly lead: JsonObject | null
  readonly region: JsonObject | null
  readonly place: MappedPlace
  readonly isElsewhere: boolean
  /** Null where no element names a file of the repository. */
  readonly location: Location | null
  /** Further files, in order, each place once; undefined where there is none. */
  readonly otherLocations: readonly Location[] | undefined
  /** The weakest ground of all files. */
  readonly ground: PlaceGround
  /** What the scanner wrote where another place was worked out of it, or none could be. */
  readonly claimed: string | null
  readonly placeProblem: string | null
  /** What was named instead of a file. */
  readonly reference: string | null
  /** Elements that name no place at all: they may name what is meant. */
  readonly nameless: readonly JsonObject[]
}

/** Where a result is, by all elements of its `locations`, whatever their order (SARIF 2.1.0 §3.27.12). */
export function placedBy(result: JsonObject, finder: PlaceFinder): Placed {
  const elements = placeElements(member(result, 'locations'))
  if (elements.length > 1)
    return severalPlaces(
      elements.flatMap(element => lookUps(element, finder)),
      finder
    )
  const looks = lookUps(elements[0] ?? null, finder)
  const [only] = looks
  if (only === undefined || looks.length > 1) return severalPlaces(looks, finder)
  const isLost = isLostPlace(only)
  const isFile = only.location !== null
  return {
    lead: only.element,
    region: only.region,
    place: only.place,
    isElsewhere: only.isElsewhere,
    location: only.location,
    otherLocations: undefined,
    ground: isFile && only.place.kind === 'file' ? only.place.ground : NO_GROUND,
    claimed: isLost || isFile ? claimOf(only) : null,
    placeProblem: isLost ? problemOf([only]) : null,
    reference: isLost || isFile ? null : referenceOf(only.place, finder.imageName),
    nameless: NONE
  }
}

const NONE: readonly JsonObject[] = []

const NO_GROUND = weakestGround([])

const groundOf = (elements: readonly Element[]): PlaceGround =>
  weakestGround(
    elements.flatMap(({ place, location }) => (location !== null && place.kind === 'file' ? [place.ground] : []))
  )

/** What a scanner wrote as the place, on one line, with the line that it named; null where that is the place. */
function claimOf({ place, region, told }: Element): string | null {
  if (told !== null) return told.replace(/: [^:]*$/, '')
  const claimed = place.kind === 'none' ? null : place.claimed
  if (claimed === null) return null
  const { startLine } = regionOf(region)
  return startLine === null ? shown(claimed) : `${shown(claimed)}:${startLine}`
}

function referenceOf(place: MappedPlace, imageName: string | null): string | null {
  const named = place.kind === 'none' ? place.reference : place.kind === 'file' ? place.path : place.claimed
  return named === null ? null : pathInImage(imageName, named)
}

/** All that is named instead of a file, such as the copies of a library in the layers of an image, in order. */
function referencesOf(elements: readonly Element[], imageName: string | null): string | null {
  const all = elements.flatMap(({ place }) => referenceOf(place, imageName) ?? [])
  const distinct = [...new Set(all)].sort()
  const rest = distinct.slice(MOST_REFERENCES)
  const named = distinct.slice(0, MOST_REFERENCES).join(', ')
  return rest.length === 0 ? named || null : `${named} and ${rest.length} more (${digestOf(rest)})`
}

/** Files first, then files that could not be mapped, then what is no file, then what names no place. */
function rankOf(each: Element): number {
  if (each.location !== null) return 0
  if (isLostPlace(each)) return 1
  return each.place.kind === 'none' && each.place.reference === null ? 3 : 2
}

const textOf = ({ place, told }: Element): string =>
  told ?? (place.kind === 'unmappable' ? place.claimed : place.kind === 'file' ? place.path : (place.reference ?? ''))

const lineOf = ({ region }: Element): number => regionOf(region).startLine ?? 0

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** An order that nothing but the content of the elements decides. */
function compareElements(a: Element, b: Element): number {
  const places = a.location === null || b.location === null ? 0 : compareLocations(a.location, b.location)
  return (
    rankOf(a) - rankOf(b) ||
    places ||
    compare(textOf(a), textOf(b)) ||
    lineOf(a) - lineOf(b) ||
    // Of two that name one place, what the better one quotes counts, however they spell the path.
    compareQuotes(a, b) ||
    compare(JSON.stringify(a.element), JSON.stringify(b.element))
  )
}

function compareQuotes(a: Element, b: Element): number {
  const [quoted, other] = [quoteOf(a.element), quoteOf(b.element)]
  return Number(quoted === null) - Number(other === null) || compare(quoted ?? '', other ?? '')
}

function severalPlaces(elements: readonly Element[], finder: PlaceFinder): Placed {
  const sorted = elements.toSorted(compareElements)
  const [lead = lookUp(null, NOWHERE, finder)] = sorted
  const files = distinct(sorted.flatMap(({ location }) => location ?? []))
  const [location = null, ...others] = files.slice(0, MOST_PLACES)
  const lost = sorted.filter(isLostPlace)
  const isFile = location !== null || lost.length > 0
  return {
    lead: lead.element,
    region: lead.region,
    place: lead.place,
    isElsewhere: lead.isElsewhere,
    location,
    otherLocations: others.length === 0 ? undefined : others,
    ground: groundOf(sorted),
    claimed: [...lost, ...sorted].map(claimOf).find(claim => claim !== null) ?? null,
    placeProblem: problemOf(lost, files.slice(MOST_PLACES)),
    reference: isFile ? null : referencesOf(sorted, finder.imageName),
    nameless: sorted.flatMap(each => (rankOf(each) === 3 && each.element !== null ? [each.element] : []))
  }
}

const distinct = (sorted: readonly Location[]): readonly Location[] =>
  sorted.filter((location, index) => {
    const before = sorted[index - 1]
    return before === undefined || compareLocations(before, location) !== 0
  })

/**
 * The sentence that names what could not be mapped: path and line of one place, as there is no other place for them and
 * two files must not look like one; of several the paths, with a digest of those that find no room.
 */
function problemOf(lost: readonly Element[], beyond: readonly Location[] = []): string | null {
  const [first] = lost
  if (first !== undefined && first.told !== null) return first.told
  const problem = first?.place.kind === 'unmappable' ? first.place.problem : null
  const claims = [...new Set(lost.map(textOf))]
  if (claims.length === 1 && beyond.length === 0 && first !== undefined) return `${claimOf(first)}: ${problem}.`
  const rest = [...claims.slice(NAMED), ...beyond.map(({ path }) => path)]
  const named = claims
    .slice(0, NAMED)
    .map(claimed => shown(claimed).slice(-200))
    .join(', ')
  const more = rest.length === 0 ? '' : `${rest.length} more places (${digestOf(rest)})`
  if (named === '' && more === '') return null
  const why = problem ?? `no more than ${MOST_PLACES} places of one result are kept`
  return `${[named, more].filter(Boolean).join(' and ')}: ${why}.`
}

const digestOf = (texts: readonly string[]): string => hash('sha256', texts.join('\n'), 'hex').slice(0, 8)

const shown = (claimed: string): string => plainText(claimed).replace(/\s+/g, ' ').slice(-300)

/** The path that the first place names, whether it could be mapped or not. */
export const claimedIn = ({ place }: Placed): string | null =>
  place.kind === 'file' ? place.path : place.kind === 'unmappable' ? place.claimed : null

/** The name that an element gives to what is meant, or that its index leads to in the run (SARIF 2.1.0 §3.33). */
export function nameIn(element: JsonObject | null, shared: readonly (JsonObject | null)[]): string | null {
  const named = logicalName(element)
  if (named !== null) return named
  const position = member(asObject(asArray(member(element, 'logicalLocations'))[0]), 'index')
  const target = typeof position === 'number' ? (shared[position] ?? null) : null
  return target === null ? null : logicalName({ logicalLocations: [target] })
}

/** Every name that an element gives, or that its indices lead to in the run. */
export const namesIn = (element: JsonObject | null, shared: readonly (JsonObject | null)[]): readonly string[] =>
  asArray(member(element, 'logicalLocations')).flatMap(each => nameIn({ logicalLocations: [each] }, shared) ?? [])

/** What the result quotes of its files: of a scanner of secrets, the secret. */
export const quotedIn = (result: JsonObject): readonly (string | null)[] => [
  textMember(propertiesOf(result), 'offender'),
  ...placeElements(member(result, 'locations')).map(quoteOf)
]

const quoteOf = (element: JsonObject | null): string | null =>
  asString(at(element, ['physicalLocation', 'region', 'snippet', 'text']))
