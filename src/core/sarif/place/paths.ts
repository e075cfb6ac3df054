import { asArray, asObject, asString, indexMember, type JsonObject, member, textMember } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { baseOf } from './bases.js'
import { plainPlace } from './plain.js'
import type { PathContext, PlaceKnowledge, ToolPlaces } from './positions.js'
import { literalReading, readingsOf } from './readings.js'
import { type MappedPlace, mappedPlaceOf, NOWHERE, unmappable } from './resolve.js'
import { type RunClaims, runClaims } from './run-claims.js'
import { directory } from './spelling.js'

/** The path of an artifact location in the repository (SARIF 2.1.0 §3.4). */
export const mapUri = (rawUri: string, uriBaseId: string | null, context: PathContext): MappedPlace =>
  mappedPlaceOf(rawUri, readingsOf(rawUri), baseOf(uriBaseId, context.bases), context)

/** What is known where nobody knows more than the text. */
export const NO_KNOWLEDGE: PlaceKnowledge = {
  roots: [],
  tree: null,
  subfolder: null,
  siblings: new Set(),
  tools: new Map(),
  isBaseline: false
}

const NO_CONTEXT: PathContext = pathContext({}, NO_KNOWLEDGE, { leadingSlash: false })

/** The path that a path of the repository becomes when a tool writes it as it is, without escaping; null for none. */
export function pathAsWritten(path: string): string | null {
  // Of a name that only looks like another no result is believed; a tool may have cleaned it, though.
  const text = path.trim().replaceAll(/%2f/gi, '/')
  const place = plainPlace(text, '', NO_CONTEXT) ?? mapUri(text, null, NO_CONTEXT)
  return place.kind === 'file' ? place.path : null
}

/** So many addresses under one base are remembered: a million that never repeat would fill the memory. */
const MOST_PLACES = 16_384

/** An archive in an archive in an archive. */
const MOST_PARENTS = 10

/** Finds places: of addresses, and of texts that are the path itself. */
export interface PathMapper {
  readonly ofLocation: (artifactLocation: JsonObject | null) => MappedPlace
  readonly ofText: (text: string) => MappedPlace
  /** The place in the tree of a commit of the history. */
  readonly ofHistory: (artifactLocation: JsonObject | null) => MappedPlace
}

/** The file that the artifact lies in, where it is a member of an archive (SARIF 2.1.0 §3.24.3); else its own entry. */
function outermost(position: number, artifacts: PathContext['artifacts']): JsonObject | null {
  let artifact = artifacts[position] ?? null
  for (let parents = 0; parents < MOST_PARENTS; parents += 1) {
    const parent = indexMember(artifact, 'parentIndex')
    if (parent === null || (artifacts[parent] ?? null) === null) break
    artifact = artifacts[parent] ?? null
  }
  return artifact
}

/** Remembers the place of each address: paths repeat, and every finding of a file then shares one string. */
export function pathMapper(context: PathContext): PathMapper {
  const { artifacts } = context
  let history: PathMapper | null = null
  const underBase = (base: string | null) => {
    const start = baseOf(base, context.bases)
    return remembered(
      uri => plainPlace(uri, start, context) ?? mappedPlaceOf(uri, readingsOf(uri), start, context),
      MOST_PLACES
    )
  }
  const known = new Map<string | null, (uri: string) => MappedPlace>()
  const placeUnder = (uri: string, base: string | null): MappedPlace => {
    let find = known.get(base)
    if (find === undefined) {
      find = underBase(base)
      known.set(base, find)
    }
    return find(uri)
  }
  const located = (location: JsonObject | null): MappedPlace => {
    const uri = asString(member(location, 'uri'))
    return uri === null ? NOWHERE : placeUnder(uri, textMember(location, 'uriBaseId'))
  }
  return {
    ofLocation: reference => {
      const own = asString(member(reference, 'uri'))
      const position = indexMember(reference, 'index')
      if (position === null) return located(reference)
      const artifact = artifacts[position] ?? null
      const outer = outermost(position, artifacts)
      const isMember = outer !== artifact
      if (own !== null && own !== '' && !isMember) return located(reference)
      if (artifact === null) return unmappable('its index leads to no artifact of the run', `artifacts[${position}]`)
      const place = located(asObject(member(outer, 'location')))
      const inner = own ?? asString(member(asObject(member(artifact, 'location')), 'uri'))
      return isMember && place.kind === 'file' ? { ...place, line: null, member: inner } : place
    },
    ofHistory: reference => {
      history ??= pathMapper({ ...context, isHistory: true })
      return history.ofLocation(reference)
    },
    ofText: remembered(path => mappedPlaceOf(path, literalReading(path), '', context), MOST_PLACES)
  }
}

/** What is known of one run besides its members. */
export interface RunPaths {
  /** The tool writes repository-relative paths with a leading slash. */
  readonly leadingSlash: boolean
  /** What the policy says of the tool. */
  readonly places?: ToolPlaces | undefined
  readonly folders?: readonly string[] | undefined
  readonly claims?: RunClaims
  readonly unlisted?: (path: string) => void
}

/** Path facts of a run. */
export function pathContext(run: JsonObject, knowledge: PlaceKnowledge, of: RunPaths): PathContext {
  const { tools: _, ...shared } = knowledge
  return {
    ...shared,
    root: of.places?.root ?? null,
    mountedAt: of.places?.mountedAt ?? null,
    isHistory: false,
    folders: new Set(of.folders ?? []),
    claims: of.claims ?? runClaims(),
    unlisted: of.unlisted ?? (() => {}),
    bases: asObject(member(run, 'originalUriBaseIds')),
    artifacts: asArray(member(run, 'artifacts')).map(asObject),
    workingDirectories: asArray(member(run, 'invocations')).flatMap(invocation => {
      const uri = textMember(asObject(member(asObject(invocation), 'workingDirectory')), 'uri')
      return uri === null ? [] : [directory(uri)]
    }),
    leadingSlash: of.leadingSlash
  }
}
