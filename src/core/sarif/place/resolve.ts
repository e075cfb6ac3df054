import type { PlaceGround } from '../../finding.js'
import { isMadeByBuild } from './folders.js'
import { type PathContext, type Positions, positionsOf } from './positions.js'
import type { PathReading } from './readings.js'
import { filesAtItsEnd, fitsOf } from './repair.js'
import { decoded, hasScheme, isAbsolute, MAX_PATH, TOO_LONG, unfit, unified, withoutFileScheme } from './spelling.js'
import type { Tree } from './tree.js'

/** A file of the repository. */
type FilePlace = Extract<MappedPlace, { readonly kind: 'file' }>

/** Where a result says it is: a file of the repository, a file that cannot be mapped, or no file at all. */
export type MappedPlace =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly ground: PlaceGround
      /** What the scanner wrote, where the path had to be worked out of it; else null. */
      readonly claimed: string | null
      /** The line that the text names; it counts where the region names none. */
      readonly line: number | null
      /** What is meant in it, where the file is an archive. */
      readonly member: string | null
    }
  /** A file was claimed, and it cannot be told which file of the repository that is. */
  | { readonly kind: 'unmappable'; readonly problem: string; readonly claimed: string }
  /** An address, an image or nothing: no file was claimed. `reference` is what was named instead. */
  | { readonly kind: 'none'; readonly reference: string | null }

export const NOWHERE: MappedPlace = { kind: 'none', reference: null }

/** Whether two places are one, on whatever ground. */
export function isSamePlace(a: MappedPlace, b: MappedPlace): boolean {
  if (a.kind === 'file' && b.kind === 'file') return a.path === b.path && a.line === b.line && a.member === b.member
  return a.kind === b.kind && a.kind !== 'file'
}

/** What tools write where a file name is wanted and there is none. */
const NO_FILE =
  /^(?:|no file(?: associated with this alert)?|unknown-file|unknown|n\/a|null|undefined|none|<[^/\\]*>|https?|-)$/i
/** A word that is no name of a file, as far as a tree can tell: no folder and no extension. */
const BARE_WORD = /^[^/\\.:]+$/
/** Addresses that never name a file of a checkout; only schemes that are no file names need no slashes. */
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]*::)?(?:(?:https?|wss?|ftps?|git|ssh|host|docker|oci|registry|s3|gs|tcp|udp|ldaps?|git\+https|git\+ssh):\/\/|(?:pkg|urn|arn|mailto|docker-archive|oci-archive|docker-image):[^/\\])/i

/** What looks as if it were encoded still. */
const ENCODED = /%[0-9A-Fa-f]{2}/

const UNKNOWN_KIND = 'the place is an address of an unknown kind'
const TWICE = 'the path is percent-encoded more than once'
const NOT_TOLD = 'the path has blanks around it or an encoded slash, and no tree tells which file is meant'
const LOOKALIKE = /^ | $|%2f/i
const NOT_THERE = 'no file of the scanned tree has this path'
const SEVERAL = 'several files of the scanned tree could be meant'

/** A file was claimed that cannot be found, for this reason. */
export const unmappable = (problem: string, claimed: string): MappedPlace => ({
  kind: 'unmappable',
  problem,
  claimed: claimed.slice(-MAX_PATH)
})

/** A place that by one way to look at it is a file of the repository, and by this one none. */
export const doubtful = (place: MappedPlace): MappedPlace =>
  unmappable(
    NOT_THERE,
    (place.kind === 'none' ? place.reference : place.kind === 'file' ? place.path : place.claimed) ?? ''
  )

/** A file of the repository; `claimed` is what the scanner wrote where that is another text. */
export const filePlace = (
  path: string,
  ground: PlaceGround,
  claimed: string | null,
  reading: PathReading
): FilePlace => ({
  kind: 'file',
  path,
  ground,
  claimed,
  line: reading.line,
  member: reading.member
})

/** A reading and where it leads. */
interface Located extends Positions {
  readonly reading: PathReading
}

interface Hit {
  readonly path: string
  readonly located: Located
}

const distinct = (hits: readonly Hit[]): readonly Hit[] => [
  ...new Map(hits.toReversed().map(hit => [hit.path, hit])).values()
]

/** Files of the tree that a reading names without any guess. */
function filesNamed(located: Located, tree: Tree): readonly Hit[] {
  const { sure, told, tails, reading } = located
  for (const paths of sure) {
    const found = paths.flatMap(path => tree.find(path) ?? [])
    if (found.length > 0) return found.map(path => ({ path, located }))
  }
  const found = told.flatMap(path => tree.find(path) ?? [])
  if (found.length === 0) return []
  // What a run calls its root may be a folder of the repository: then a longer end of the path is a file, too.
  const longest = Math.max(...found.map(path => path.length))
  const whole = hasScheme(reading.path) ? [] : tails.filter(isAbsolute)
  const longer = whole.flatMap(path => filesAtItsEnd(path, tree)).filter(path => path.length > longest)
  return [...found, ...longer].map(path => ({ path, located }))
}

/** The text as people may read it: decoded, with `/`. */
const shownAs = (raw: string): string => unified(withoutFileScheme(decoded(raw.trim())))

/** The first path that a reading has without any tree. */
const ownPath = ({ sure, told }: Positions): string | null => sure[0]?.[0] ?? told[0] ?? null

/** A path that was worked out, checked where nothing else can check it. */
function unchecked(located: Located, claimed: string): MappedPlace {
  const path = ownPath(located)
  if (path === null) return unmappable(located.problem, claimed)
  // A chain of bases may add any length.
  if (path.length > MAX_PATH) return unmappable(TOO_LONG, path)
  return path === '' ? NOWHERE : filePlace(path.normalize('NFC'), 'unchecked', null, located.reading)
}

/** Texts that name no file, whatever the tree. */
function noFile(uri: string): MappedPlace | null {
  if (NO_FILE.test(uri)) return NOWHERE
  return ADDRESS.test(uri) ? { kind: 'none', reference: uri.slice(0, MAX_PATH) } : null
}

function withoutTree(raw: string, located: Located): MappedPlace {
  const claimed = shownAs(raw)
  if (ENCODED.test(located.reading.path)) return unmappable(TWICE, claimed)
  const place = hasScheme(located.reading.path) ? unmappable(UNKNOWN_KIND, claimed) : unchecked(located, claimed)
  // A name with blanks around it or an encoded slash in it may be that of another file, which only the tree could tell.
  const isDoubtful = place.kind === 'file' && LOOKALIKE.test(raw)
  return isDoubtful ? unmappable(NOT_TOLD, raw.slice(0, MAX_PATH)) : place
}

/**
 * The place of a text, with one look at the tree for each way to read it. Two files that could be meant are none: a
 * change could bring the milder of them (threat S7: what cannot be mapped never passes for another file).
 */
export function mappedPlaceOf(
  raw: string,
  readings: readonly PathReading[],
  base: string,
  context: PathContext
): MappedPlace {
  const { tree } = context
  const uri = raw.trim()
  const all = readings.map(reading => ({ reading, ...positionsOf(reading.path, base, context) }))
  const [first] = all
  if (first !== undefined && tree !== null) {
    const hits = distinct(all.flatMap(located => filesNamed(located, tree)))
    if (hits.length > 1 && context.isBaseline) return withoutTree(raw, first)
    const found = ofHits(hits, raw, null)
    const isRelative = context.root === null && !isAbsolute(first.reading.path) && found?.kind === 'file'
    if (found !== null) return isRelative && ownPath(first) === found.path ? asRelative(found, tree, context) : found
  }
  const none = noFile(uri)
  if (none !== null) return none
  const problem = unfit(decoded(uri))
  if (problem !== null || first === undefined) return unmappable(problem ?? NOT_THERE, decoded(uri))
  return tree === null ? withoutTree(raw, first) : notNamed(uri, all, first, tree, context)
}

/**
 * A relative path is in doubt where the tool seems to have run in a folder that has such a file, too. The paths of a run
 * can be made to say so (by a `#line` in a source), so that decides nothing but that nobody can tell.
 */
export function asRelative(place: FilePlace, tree: Tree, context: PathContext): MappedPlace {
  const { claims, folders, isBaseline } = context
  claims.named(place.path)
  const before = -place.path.length - 1
  const isDoubted = folders.size > 0 && tree.endingWith(place.path).some(file => folders.has(file.slice(0, before)))
  return isDoubted && !isBaseline ? unmappable(SEVERAL, place.path) : place
}

/** The file that was found, or that it cannot be told which one of several it is; null where there is none. */
function ofHits(hits: readonly Hit[], raw: string, repaired: string | null): MappedPlace | null {
  const [hit] = hits
  if (hit === undefined) return null
  if (hits.length > 1) return unmappable(SEVERAL, shownAs(raw))
  const { reading } = hit.located
  const isShortened = reading.line !== null || reading.member !== null
  return filePlace(hit.path, 'tree', repaired ?? (isShortened ? shownAs(raw) : null), reading)
}

/** A text of which no reading is in the tree as it stands. */
function notNamed(uri: string, all: readonly Located[], first: Located, tree: Tree, context: PathContext): MappedPlace {
  const own = hasScheme(first.reading.path) ? null : ownPath(first)
  if (own === '') return NOWHERE
  const isMended = tree.isWhole && !context.isHistory
  const fits = isMended ? distinct(all.flatMap(located => fitsOfReading(located, tree))) : []
  if (own !== null) return notListed(uri, own, fits, first, tree, context)
  const claimed = shownAs(uri)
  const problem = hasScheme(first.reading.path) ? UNKNOWN_KIND : first.problem
  return ofHits(fits, uri, claimed) ?? unmappable(problem, claimed)
}

/** A path that the tree does not have: one that lies beside it, one that a file of it fits, or one of neither. */
function notListed(
  uri: string,
  own: string,
  fits: readonly Hit[],
  { reading, sure }: Located,
  tree: Tree,
  { unlisted, claims, isBaseline, isHistory }: PathContext
): MappedPlace {
  // In a folder of the workspace both are possible: with the folder's name before it, and better without.
  const paths = [...new Set([...sure.flatMap(group => group.toReversed()), own])]
  const [likeliest = own] = paths
  for (const path of paths) unlisted(path)
  const outside = paths.find(path => tree.isOutside(path))
  if (outside !== undefined) return filePlace(outside, 'generated', null, reading)
  const claimed = shownAs(uri)
  const keepsPath = fitForViews(own) && (isBaseline || isHistory || !tree.isWhole)
  const mended = keepsPath && fits.length > 1 ? null : ofHits(fits, uri, claimed)
  if (mended !== null) {
    const isBelow = mended.kind === 'file' && mended.path.endsWith(`/${own}`)
    if (isBelow) claims.foundIn(mended.path.slice(0, -own.length - 1))
    return mended
  }
  if (isMadeByBuild(likeliest)) return filePlace(likeliest, 'generated', null, reading)
  if (keepsPath) return filePlace(own.normalize('NFC'), 'unchecked', null, reading)
  return BARE_WORD.test(uri) ? { kind: 'none', reference: uri } : unmappable(NOT_THERE, claimed)
}

const fitForViews = (path: string): boolean => path.length <= MAX_PATH && !ENCODED.test(path)

function fitsOfReading(located: Located, tree: Tree): readonly Hit[] {
  const { tails, reading, sure, told } = located
  if (hasScheme(reading.path)) return []
  const inOtherCase = [...sure.flat(), ...told].flatMap(path => tree.inOtherCase(path))
  return [...tails.flatMap(tail => fitsOf(tail, tree)), ...inOtherCase].map(path => ({ path, located }))
}
