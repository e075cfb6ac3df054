import { asArray, asObject, asString, type JsonObject, member } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'
import { indexMember, textMember } from '../rules.js'
import { CHECKOUTS } from './checkouts.js'
import { decoded, directory, isAbsolute, resolved, under, unified, withoutFileScheme } from './path-text.js'

/** Where a result says it is: a file of the repository, a file that cannot be mapped, or no file at all. */
export type MappedPlace =
  | { readonly kind: 'file'; readonly path: string }
  /** A file was claimed, and it cannot be told which file of the repository that is. */
  | { readonly kind: 'unmappable'; readonly problem: string; readonly claimed: string }
  /** An address, an image or nothing: no file was claimed. `reference` is what was named instead. */
  | { readonly kind: 'none'; readonly reference: string | null }

/** What a run knows that helps to map its paths. */
export interface PathContext {
  /** Absolute directories that count as the root of the repository, with `/` and without a slash at the end. */
  readonly roots: readonly string[]
  /** `originalUriBaseIds` of the run. */
  readonly bases: JsonObject | null
  /** `artifacts` of the run. */
  readonly artifacts: readonly (JsonObject | null)[]
  /** Working directories of the invocations. */
  readonly workingDirectories: readonly string[]
  /** The tool writes repository-relative paths with a leading slash. */
  readonly leadingSlash: boolean
}

const MAX_PATH = 4_096
const TOO_LONG = 'the path is longer than 4096 characters'
const NOWHERE: MappedPlace = { kind: 'none', reference: null }

/** What tools write where a file name is wanted and there is none. */
const NO_FILE =
  /^(?:|no file associated with this alert|unknown-file|unknown|n\/a|null|undefined|none|<[^/\\]*>|https?|-)$/i
/** Addresses that never name a file of a checkout; only schemes that are no file names need no slashes. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*::)?(?:(?:https?|wss?|ftps?|git|ssh|host|docker|oci|registry|s3|gs|tcp|udp|ldaps?|git\+https|git\+ssh):\/\/|(?:pkg|urn|arn|mailto|docker-archive|oci-archive|docker-image):[^/\\])/i
/** A leading slash that a tool adds is not expected before these: such a path is another machine's. */
const MACHINE_DIRECTORY =
  /^\/(?:home|Users|root|tmp|var|opt|usr|mnt|media|private|builds|etc|proc|dev|runner|github|__w)\//
const CONTROL = /\p{Cc}/u

/** The root as its host shows it (`https://dev.azure.com/…`): what is relative to it is relative to the repository. */
const WEB_ROOT = /^\s*(?!file:)[a-z][a-z0-9+.-]+:\/\//i

/** The path that a chain of `originalUriBaseIds` gives (SARIF 2.1.0 §3.14.14): absolute, or relative where the chain ends without a start. */
function baseOf(id: string | null, context: PathContext): string {
  let current = id
  let path = ''
  const seen = new Set<string>()
  while (current !== null && !seen.has(current)) {
    seen.add(current)
    // Infer writes the absolute path itself as the id.
    const entry = asObject(member(context.bases, current))
    const uri = entry === null ? (isAbsolute(unified(current)) ? current : null) : asString(member(entry, 'uri'))
    const step = uri === null || WEB_ROOT.test(uri) ? '' : directory(uri)
    if (step !== '') {
      path = path === '' ? step : `${step}/${path}`
      if (isAbsolute(step)) return path
    }
    current = entry === null ? null : textMember(entry, 'uriBaseId')
  }
  return path
}

/** The attempts for an absolute path, in this order: roots, the run's own bases, known checkouts, the working directory, a leading slash that means nothing. */
function relativeTo(path: string, context: PathContext): string | null {
  for (const root of context.roots) {
    const rest = under(path, directory(root))
    if (rest !== null) return rest
  }
  for (const checkout of CHECKOUTS) {
    const match = checkout.exec(path)
    if (match !== null) return path.slice(match[0].length)
  }
  for (const id of Object.keys(context.bases ?? {}).slice(0, 100)) {
    const base = baseOf(id, context)
    const rest = isAbsolute(base) ? under(path, base.replace(/\/+$/, '')) : null
    if (rest !== null) return rest
  }
  for (const working of context.workingDirectories) {
    const rest = isAbsolute(working) ? under(path, working) : null
    if (rest !== null) return rest
  }
  return context.leadingSlash && path.startsWith('/') && !MACHINE_DIRECTORY.test(path) ? path.slice(1) : null
}

const unmappable = (problem: string, claimed: string): MappedPlace => ({
  kind: 'unmappable',
  problem,
  claimed: claimed.slice(-MAX_PATH)
})

/** What makes a name unfit to be looked up among paths, or null. */
function defect(path: string): string | null {
  if (path.length > MAX_PATH) return TOO_LONG
  if (CONTROL.test(path)) return 'the path holds control characters'
  if (/%[0-9A-Fa-f]{2}/.test(path)) return 'the path is percent-encoded more than once'
  return null
}

/** An absolute path tried against everything known; a relative one joined to its base first. */
function absoluteToRelative(path: string, base: string, context: PathContext): string | null {
  const joined = isAbsolute(path) || base === '' ? path : `${base}/${path}`
  if (!isAbsolute(joined)) return joined
  const drive = /^[A-Za-z]:/.exec(joined)?.[0] ?? ''
  const normal = resolved(joined.slice(drive.length))
  if (normal === null) return null
  const mapped = relativeTo(`${drive}/${normal.replace(/^\//, '')}`, context)
  if (mapped !== null) return mapped
  // The base is the scanner's own root, on whatever machine that was (Trivy writes `file:///`).
  return isAbsolute(path) ? null : path
}

/** The path of an artifact location in the repository (SARIF 2.1.0 §3.4, threat S7: what cannot be mapped never passes for another file). */
export const mapUri = (rawUri: string, uriBaseId: string | null, context: PathContext): MappedPlace =>
  mapUnder(rawUri, baseOf(uriBaseId, context), context)

/** The same under a base that is known already. */
function mapUnder(rawUri: string, base: string, context: PathContext): MappedPlace {
  const uri = rawUri.trim()
  if (NO_FILE.test(uri)) return NOWHERE
  if (ADDRESS.test(uri)) return { kind: 'none', reference: uri.slice(0, MAX_PATH) }
  const once = decoded(uri)
  const problem = defect(once)
  if (problem !== null) return unmappable(problem, once)
  const local = withoutFileScheme(once)
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(local))
    return unmappable('the place is an address of an unknown kind', unified(local))
  const relative = absoluteToRelative(unified(local), base, context)
  if (relative === null) return unmappable('the path is absolute and lies outside the repository', unified(local))
  const path = resolved(relative)
  if (path === null) return unmappable('the path leads out of the repository with ".."', unified(local))
  // A chain of bases may add any length.
  if (path.length > MAX_PATH) return unmappable(TOO_LONG, path)
  return path === '' ? NOWHERE : { kind: 'file', path: path.normalize('NFC') }
}

const NO_CONTEXT: PathContext = { roots: [], bases: null, artifacts: [], workingDirectories: [], leadingSlash: false }

/** The path that a path of the repository becomes when a tool writes it as it is, without escaping; null for none. */
export function pathAsWritten(path: string): string | null {
  const place = mapUri(path, null, NO_CONTEXT)
  return place.kind === 'file' ? place.path : null
}

/** So many addresses under one base are remembered: a million that never repeat would fill the memory. */
const MOST_PLACES = 16_384

/** Remembers the mapping of each address: paths repeat, and every finding of a file then shares one string. */
export function pathMapper(context: PathContext): (artifactLocation: JsonObject | null) => MappedPlace {
  const underBase = (base: string | null) => {
    const start = baseOf(base, context)
    return remembered(uri => mapUnder(uri, start, context), MOST_PLACES)
  }
  const known = new Map<string | null, (uri: string) => MappedPlace>()
  return reference => {
    const own = asString(member(reference, 'uri'))
    const position = own === null || own === '' ? indexMember(reference, 'index') : null
    const target = position === null ? reference : asObject(member(context.artifacts[position] ?? null, 'location'))
    const uri = asString(member(target, 'uri'))
    if (uri === null) return NOWHERE
    const base = textMember(target, 'uriBaseId')
    let placeOf = known.get(base)
    if (placeOf === undefined) {
      placeOf = underBase(base)
      known.set(base, placeOf)
    }
    return placeOf(uri)
  }
}

/** Path facts of a run. */
export function pathContext(run: JsonObject, roots: readonly string[], leadingSlash: boolean): PathContext {
  return {
    roots,
    bases: asObject(member(run, 'originalUriBaseIds')),
    artifacts: asArray(member(run, 'artifacts')).map(asObject),
    workingDirectories: asArray(member(run, 'invocations')).flatMap(invocation => {
      const uri = textMember(asObject(member(asObject(invocation), 'workingDirectory')), 'uri')
      return uri === null ? [] : [directory(uri)]
    }),
    leadingSlash
  }
}
