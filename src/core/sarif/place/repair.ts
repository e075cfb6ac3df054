import { behindMount, isForeign, isOfMachine } from './folders.js'
import { isAbsolute } from './spelling.js'
import type { Tree } from './tree.js'

/** An absolute path of so few segments at its end says too little. */
const FEWEST_OF_ABSOLUTE = 2

/** Ends of a path, from the longest, each of at least so many segments. */
function* endsOf(path: string, fewest: number): Generator<string> {
  const segments = path.split('/').filter(segment => segment !== '')
  for (let start = 1; segments.length - start >= fewest; start += 1) yield segments.slice(start).join('/')
}

/** Files of the tree that are an end of the path: somebody saw the repository in a directory that nobody knows. */
export const filesAtItsEnd = (path: string, tree: Tree): readonly string[] =>
  [...endsOf(path, FEWEST_OF_ABSOLUTE)].flatMap(end => tree.find(end) ?? [])

/**
 * Helm names what it renders by the name of the chart, which need not be that of its folder:
 * `NAME/templates/x.yaml` is `FOLDER/templates/x.yaml` with a Chart.yaml beside the templates.
 */
function templatesOf(path: string, tree: Tree): readonly string[] {
  const match = /(?:^|\/)([^/]+)\/(templates\/.+|charts\/.+)$/.exec(path)
  if (match === null) return []
  const [, , inside = ''] = match
  return tree.endingWith(inside).filter(file => tree.find(`${file.slice(0, -inside.length)}Chart.yaml`) !== null)
}

function fitsOfRelative(path: string, tree: Tree): readonly string[] {
  const longer = tree.endingWith(path)
  if (longer.length > 0) return longer
  const [first = ''] = path.split('/')
  // Below a folder of the repository it is a file that is not there, not one of another place.
  const shorter = tree.hasDirectory(first) || isForeign(path) ? [] : filesAtItsEnd(path, tree)
  return shorter.length > 0 ? shorter : templatesOf(path, tree)
}

function fitsOfAbsolute(path: string, tree: Tree): readonly string[] {
  if (isForeign(path)) return []
  const own = path.startsWith('/') && !isOfMachine(path) ? tree.find(path.slice(1)) : null
  const mounted = behindMount(path)
  // A folder of the repository may have the name of a usual mount: then a file at the root may be meant as well.
  const atRoot = own === null || mounted === null ? null : tree.find(mounted)
  const fits = [
    ...[own, atRoot].filter(file => file !== null),
    ...filesAtItsEnd(path, tree),
    ...(mounted === null || !mounted.includes('/') ? [] : tree.endingWith(mounted))
  ]
  return fits.length > 0 ? fits : templatesOf(path, tree)
}

/**
 * The files that a path can mean which is not in the tree itself, each once. One is the answer; of several none is, since
 * a wrong repair gives a finding the tier and the history of another file.
 */
export const fitsOf = (path: string, tree: Tree): readonly string[] => [
  ...new Set(isAbsolute(path) ? fitsOfAbsolute(path, tree) : fitsOfRelative(path, tree))
]
