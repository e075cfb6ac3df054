import type { Location } from '../../finding.js'
import {
  asObject,
  asString,
  elementsOf,
  type JsonObject,
  type JsonValue,
  member,
  scalarsIn
} from '../../ground/json.js'
import { at } from '../members.js'
import { regionOf, spanOf } from './region.js'
import { doubtful, isSamePlace, type MappedPlace, NOWHERE, unmappable } from './resolve.js'

/** What tells where an element of `locations` is. */
export interface PlaceFinder {
  /** Where it is, and where it may be as well: one at least. */
  readonly placesOf: (element: JsonObject | null) => readonly MappedPlace[]
  /** Whether the place lies in an image, or is none that a file could be at. */
  readonly isElsewhere: (place: MappedPlace) => boolean
  readonly imageName: string | null
  /** The file is the gate's own output: there a place that could not be mapped is told in words only. */
  readonly isOwnOutput: boolean
}

/** An element of `locations`, looked up. */
export interface Element {
  readonly element: JsonObject | null
  readonly region: JsonObject | null
  readonly place: MappedPlace
  readonly isElsewhere: boolean
  readonly location: Location | null
  /** The sentence of the gate's own output about a place that could not be mapped. */
  readonly told: string | null
}

/** Whether a file was claimed that could not be mapped. */
export const isLostPlace = ({ place, isElsewhere, told }: Element): boolean =>
  told !== null || (place.kind === 'unmappable' && !isElsewhere)

/** The element at its place, and at each other one at which it may be. */
export function lookUps(element: JsonObject | null, finder: PlaceFinder): readonly Element[] {
  const isPlaced = asObject(member(element, 'physicalLocation')) !== null
  const garbled = garbledIn(element)
  const places = garbled === null ? (isPlaced ? finder.placesOf(element) : NO_PLACES) : [garbled]
  const [only = NOWHERE] = places
  if (places.length < 2) return [lookUp(element, only, finder)]
  const distinct = places.filter((place, index) => places.findIndex(each => isSamePlace(each, place)) === index)
  const looks = distinct.map(place => lookUp(element, place, finder))
  if (looks.every(look => !isFileOrLost(look)) || looks.every(isFileOrLost)) return looks
  // Nobody can tell whether it is a file at all.
  return looks.map(look => (isFileOrLost(look) ? look : { ...look, place: doubtful(look.place), isElsewhere: false }))
}

/** The elements of `locations`; what is no object stands for a place that cannot be read. */
export function placeElements(locations: JsonValue | undefined): readonly JsonObject[] {
  const elements = elementsOf(locations)
  if (areObjects(elements)) return elements
  return elements.filter(each => each !== null).map(each => asObject(each) ?? { physicalLocation: each })
}

/** As nearly everywhere: then no other list has to be made of them, for each of a million results. */
function areObjects(values: readonly JsonValue[]): values is readonly JsonObject[] {
  for (const value of values) if (asObject(value) === null) return false
  return true
}

/** What stands in the place of a location or of a reference to a file, and is none: a place that somebody claims. */
function garbledIn(element: JsonObject | null): MappedPlace | null {
  const physical = member(element, 'physicalLocation') ?? null
  const reference = asObject(physical) === null ? null : (member(asObject(physical), 'artifactLocation') ?? null)
  const [garbled] = [physical, reference].filter(each => each !== null && asObject(each) === null)
  if (garbled === undefined || garbled === null || (Array.isArray(garbled) && garbled.length === 0)) return null
  return unmappable('what should be a place cannot be read', scalarsIn(garbled).join(' '))
}

const NO_PLACES: readonly MappedPlace[] = []

const isFileOrLost = (look: Element): boolean => look.location !== null || isLostPlace(look)

/** The element at a place. */
export function lookUp(
  element: JsonObject | null,
  place: MappedPlace,
  { isElsewhere, isOwnOutput }: PlaceFinder
): Element {
  const physical = asObject(member(element, 'physicalLocation'))
  const region = asObject(member(physical, 'region'))
  const elsewhere = isElsewhere(place)
  const location = place.kind === 'file' && !elsewhere ? locationIn(place, region) : null
  const told = isOwnOutput && physical === null ? asString(at(element, ['message', 'text'])) : null
  return { element, region, place, isElsewhere: elsewhere, location, told }
}

// Members one by one, here and in findings: objects that are spread into each other take twice the memory.
function locationIn(place: MappedPlace & { readonly kind: 'file' }, region: JsonObject | null): Location {
  const { path, line, member: inside } = place
  const { startLine, startColumn, endLine, endColumn } = regionOf(region)
  // Lines of a member are none of the archive's.
  if (inside !== null) return { path, startLine: null, startColumn: null, endLine: null, endColumn: null }
  if (startLine === null && line !== null) return { path, startLine: line, startColumn, endLine: line, endColumn }
  const span = startLine === null ? spanOf(region) : undefined
  if (span !== undefined) return { path, startLine, startColumn, endLine, endColumn, span }
  return { path, startLine, startColumn, endLine, endColumn }
}
