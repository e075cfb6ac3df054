import type { JsonObject } from '../../ground/json.js'
import { absoluteBases } from './bases.js'
import { behindCheckout, isOfMachine } from './folders.js'
import type { RunClaims } from './run-claims.js'
import { directory, isAbsolute, resolved, under } from './spelling.js'
import type { Tree } from './tree.js'

/** Where a tool ran, as the policy says it. */
export interface ToolPlaces {
  /** Folder of the repository in which it ran: its relative paths begin there. */
  readonly root: string | null
  /** Where it saw the root of the repository: an absolute directory, or one that leads out with `..`. */
  readonly mountedAt: string | null
}

/** The same of a tool of which several layers of the policy speak. */
export interface LayeredPlaces extends ToolPlaces {
  /** As layers above have it: there the findings may be as well. */
  readonly above?: readonly ToolPlaces[]
}

/** What an evaluation knows that helps to find the places of all its files. */
export interface PlaceKnowledge {
  /** Absolute directories that count as the root of the repository, with `/` and without a slash at the end. */
  readonly roots: readonly string[]
  /** Told of each root under which an absolute path was found. */
  readonly rootUsed?: (root: string) => void
  /** The tree that was scanned; null where nobody knows it. */
  readonly tree: Tree | null
  /** Folder of the workspace in which the repository is checked out; null where it is the workspace itself. */
  readonly subfolder: string | null
  /** What lies beside that folder: other checkouts, of which nothing is in the repository. */
  readonly siblings: ReadonlySet<string>
  /** What the policy says of tools, by their name in lower case. */
  readonly tools: ReadonlyMap<string, LayeredPlaces>
  /** The files are those of a baseline: what its tree no longer has keeps its path. */
  readonly isBaseline: boolean
}

/** What a run knows that helps to find its places. */
export interface PathContext extends ToolPlaces, Omit<PlaceKnowledge, 'tools'> {
  /** `originalUriBaseIds` of the run. */
  readonly bases: JsonObject | null
  /** `artifacts` of the run. */
  readonly artifacts: readonly (JsonObject | null)[]
  /** Working directories of the invocations. */
  readonly workingDirectories: readonly string[]
  /** The tool writes repository-relative paths with a leading slash. */
  readonly leadingSlash: boolean
  /** The path is one of a commit, whose tree nobody asks: what is not in the scanned one keeps it as it is. */
  readonly isHistory: boolean
  /** Folders in which the tool may have run, as far as its own paths tell. */
  readonly folders: ReadonlySet<string>
  /** Told what its relative paths lead to. */
  readonly claims: RunClaims
  /** Told of each path that the tree does not have, for whoever can ask git whether it is ignored. */
  readonly unlisted: (path: string) => void
}

/** Where a path leads in the repository, as far as that needs no guess. */
export interface Positions {
  /** Paths of the repository, by how sure they are: those of the first list with a file in the tree count. */
  readonly sure: readonly (readonly string[])[]
  /** By what the run says of itself, which need not be the root of the repository. */
  readonly told: readonly string[]
  /** Paths whose end may be that of a file of the repository, relative or absolute; none where it is known to be no such. */
  readonly tails: readonly string[]
  /** Why there is no path at all. */
  readonly problem: string
}

const OUTSIDE = 'the path is absolute and lies outside the repository'
const ESCAPES = 'the path leads out of the repository with ".."'

/** The positions of a path that is relative to a base, or absolute. */
export function positionsOf(path: string, base: string, context: PathContext): Positions {
  const joined = isAbsolute(path) || base === '' ? path : `${base}/${path}`
  if (!isAbsolute(joined)) return relativePositions(joined, context)
  const drive = /^[A-Za-z]:/.exec(joined)?.[0] ?? ''
  const normal = resolved(joined.slice(drive.length))
  if (normal === null) return { sure: [], told: [], tails: [], problem: OUTSIDE }
  return absolutePositions(`${drive}/${normal.replace(/^\//, '')}`, isAbsolute(path) ? null : path, context)
}

function relativePositions(path: string, context: PathContext): Positions {
  const { root, mountedAt } = context
  const plain = resolved(path)
  const ran = root === null ? null : resolved(`${root}/${path}`)
  if (plain === null) {
    // `../../path/x`: the tool was told to look at /path, and says how it got there.
    const rest = `/${path.replace(/^(?:\.{0,2}\/)*/, '')}`
    const mounted = mountedAt === null ? null : under(resolved(rest) ?? '', stripped(mountedAt))
    return {
      sure: groups(mounted === null ? [] : [mounted], ran === null ? [] : [ran]),
      told: [],
      tails: [`/${resolved(rest) ?? ''}`],
      problem: ESCAPES
    }
  }
  const sure = groups(ran === null ? [] : [ran], inSubfolder(plain, context))
  return { sure, told: [], tails: isBeside(plain, context) ? [] : [plain], problem: ESCAPES }
}

/** What `mounted-at` means without its `..`: both ways to write it are the same directory. */
const stripped = (mountedAt: string): string => directory(mountedAt).replace(/^(?:\.{0,2}\/)*/, '')

const groups = (...lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.filter(list => list.length > 0)

/** A path of the workspace may begin with the folder of the checkout, or not. */
function inSubfolder(path: string, { subfolder }: PathContext): readonly string[] {
  const rest = subfolder === null ? null : under(path, subfolder)
  return rest === null ? [path] : [path, rest]
}

/** A path of the workspace that leads into another checkout. */
const isBeside = (path: string, { siblings }: PathContext): boolean => siblings.has(path.split('/', 1)[0] ?? '')

/** `relative`: what the tool wrote behind its base, where it did not write the whole path. */
function absolutePositions(path: string, relative: string | null, context: PathContext): Positions {
  const { mountedAt, roots } = context
  const mounted =
    mountedAt === null ? null : (under(path, directory(mountedAt)) ?? under(path, `/${stripped(mountedAt)}`))
  if (mounted !== null) return { sure: [[mounted]], told: [], tails: [], problem: OUTSIDE }
  for (const root of roots) {
    const rest = under(path, directory(root))
    if (rest === null) continue
    context.rootUsed?.(root)
    return { sure: [[rest]], told: [], tails: [], problem: OUTSIDE }
  }
  const checkout = behindCheckout(path)
  const slashed = context.leadingSlash && path.startsWith('/') && !isOfMachine(path) ? path.slice(1) : null
  const told = toldBy(path, relative, context)
  const isLost = checkout !== null && isBeside(checkout, context)
  return {
    sure: groups(checkout === null ? [] : inSubfolder(checkout, context), slashed === null ? [] : [slashed]),
    told,
    tails: isLost ? [] : [checkout === null ? path : `/${checkout}`, ...told],
    problem: OUTSIDE
  }
}

/** The base is the scanner's own root, on whatever machine that was (Trivy writes `file:///`). */
function toldBy(path: string, relative: string | null, { bases, workingDirectories }: PathContext): readonly string[] {
  const own = relative === null ? null : resolved(relative)
  const directories = [...absoluteBases(bases), ...workingDirectories.filter(isAbsolute)]
  const below = directories.flatMap(each => under(path, each) ?? [])
  return [...new Set([...below, ...(own === null ? [] : [own])])]
}
